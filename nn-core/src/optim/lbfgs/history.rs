//! The last steps, and the direction that follows from them.

use alloc::boxed::Box;
use alloc::vec;

use crate::kernels::level;
use crate::scalar::Scalar;

/// The smallest `s · y` of a step that is remembered: with less the curvature along it is not known to be positive.
const LEAST: f64 = 1e-10;

/// The last steps `s` and the changes `y` of the gradient that they brought.
#[derive(Debug)]
pub(super) struct History<T> {
    /// The pairs, in the order in which their places were taken: `s`, then `y`.
    pairs: Box<[T]>,
    /// `s · y` of each.
    products: Box<[f64]>,
    /// What the first of the two passes over the pairs leaves for the second.
    alphas: Box<[f64]>,
    /// How many numbers a step has.
    len: usize,
    /// How many steps have been remembered, forgotten ones too.
    count: usize,
    /// The curvature before any of the pairs is taken into account, inverted.
    scale: f64,
}

impl<T: Scalar> History<T> {
    /// Room for `size` steps of `len` numbers.
    pub(super) fn new(size: usize, len: usize) -> Self {
        Self {
            pairs: bytemuck::zeroed_slice_box(2 * size * len),
            products: vec![0.0; size].into(),
            alphas: vec![0.0; size].into(),
            len,
            count: 0,
            scale: 1.0,
        }
    }

    /// Remembers the step `t direction`, along which the slope of the loss has changed by `bend`, and its gradient from `before` to
    /// `after`.
    pub(super) fn push(&mut self, t: f64, direction: &[T], bend: f64, before: &[T], after: &[T]) {
        let product = t * bend;
        if product <= LEAST {
            return;
        }
        let place = self.count % self.products.len();
        self.count += 1;
        let (s, y) = self.pairs[2 * place * self.len..][..2 * self.len].split_at_mut(self.len);
        let t = T::from_f64(t);
        for i in 0..self.len {
            s[i] = direction[i] * t;
            y[i] = after[i] - before[i];
        }
        self.products[place] = product;
        self.scale = product / T::dot(level(), y, y);
    }

    /// Writes the direction in which to go where the gradient is `gradient` (Nocedal and Wright, 2006, algorithm 7.4).
    pub(super) fn direction(&mut self, gradient: &[T], direction: &mut [T]) {
        direction.copy_from_slice(gradient);
        T::scale(level(), direction, T::from_f64(-1.0));
        let size = self.products.len();
        let known = self.count - self.count.min(size)..self.count;
        for place in known.clone().rev().map(|number| number % size) {
            let (s, y) = self.pairs[2 * place * self.len..][..2 * self.len].split_at(self.len);
            let alpha = T::dot(level(), s, direction) / self.products[place];
            T::add_multiple(level(), direction, T::from_f64(-alpha), y);
            self.alphas[place] = alpha;
        }
        T::scale(level(), direction, T::from_f64(self.scale));
        for place in known.map(|number| number % size) {
            let (s, y) = self.pairs[2 * place * self.len..][..2 * self.len].split_at(self.len);
            let beta = T::dot(level(), y, direction) / self.products[place];
            T::add_multiple(level(), direction, T::from_f64(self.alphas[place] - beta), s);
        }
    }
}
