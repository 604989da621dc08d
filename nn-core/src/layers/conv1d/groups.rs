//! The product of one window whose features are parts that do not see each other, `GROUPS` of them. Values are lines: one of a sample, or those
//! of a block.
//!
//! A part may be as small as one feature, so there is no product of matrices in it that would be worth a gather: the steps are read where they lie.

use fearless_simd::Simd;

use super::{Bias, Conv1d, Span};
use crate::scalar::Scalar;
use crate::shape::Sequence;

/// The sizes of a window.
#[derive(Clone, Copy)]
pub(super) struct Grouped {
    /// Features that go in, of all groups.
    pub(super) inputs: usize,
    /// Features that come out, of all groups.
    pub(super) outputs: usize,
    pub(super) groups: usize,
    /// Steps of a window.
    pub(super) kernel: usize,
    /// Values of a line.
    pub(super) lanes: usize,
}

impl Grouped {
    /// The weight from input `i` of its group at place `k` to output `o`.
    #[inline(always)]
    const fn weight(self, i: usize, k: usize, o: usize) -> usize {
        (i * self.kernel + k) * self.outputs + o
    }

    /// Input `i` of the group that output `o` belongs to, of all.
    #[inline(always)]
    const fn input(self, o: usize, i: usize) -> usize {
        o / (self.outputs / self.groups) * self.inputs_of_a_group() + i
    }

    #[inline(always)]
    const fn inputs_of_a_group(self) -> usize {
        self.inputs / self.groups
    }

    /// `y = w * x + b` for one step; `row` gives the lines of the step at a place of the window, if there is one.
    #[inline(always)]
    pub(super) fn forward<'x, T: Scalar>(self, w: &[T], b: &[T], row: impl Fn(usize) -> Option<&'x [T]>, y: &mut [T]) {
        for (o, y) in y.chunks_exact_mut(self.lanes).enumerate() {
            y.fill(b.get(o).copied().unwrap_or(T::ZERO));
        }
        for k in 0..self.kernel {
            let Some(row) = row(k) else { continue };
            for (o, y) in y.chunks_exact_mut(self.lanes).enumerate() {
                for i in 0..self.inputs_of_a_group() {
                    let weight = w[self.weight(i, k, o)];
                    let x = &row[self.input(o, i) * self.lanes..][..self.lanes];
                    for (y, &x) in y.iter_mut().zip(x) {
                        // Nothing of it is subnormal.
                        *y += weight * ((x + T::BASE) - T::BASE);
                    }
                }
            }
        }
    }

    /// `dw += dy x` for one step whose window has `x` at place `k`.
    #[inline(always)]
    pub(super) fn weights<T: Scalar>(self, k: usize, x: &[T], dy: &[T], dw: &mut [T]) {
        for (o, dy) in dy.chunks_exact(self.lanes).enumerate() {
            for i in 0..self.inputs_of_a_group() {
                let x = &x[self.input(o, i) * self.lanes..][..self.lanes];
                let sum = dy.iter().zip(x).fold(T::BASE, |sum, (&dy, &x)| sum + dy * x);
                dw[self.weight(i, k, o)] += sum - T::BASE;
            }
        }
    }

    /// `dx += wᵀ dy` for one step whose window has `dx` at place `k`.
    #[inline(always)]
    pub(super) fn inputs<T: Scalar>(self, w: &[T], k: usize, dy: &[T], dx: &mut [T]) {
        for (o, dy) in dy.chunks_exact(self.lanes).enumerate() {
            for i in 0..self.inputs_of_a_group() {
                let weight = w[self.weight(i, k, o)];
                let dx = &mut dx[self.input(o, i) * self.lanes..][..self.lanes];
                for (dx, &dy) in dx.iter_mut().zip(dy) {
                    *dx += weight * dy;
                }
            }
        }
    }

    /// `db += dy` for one step.
    #[inline(always)]
    pub(super) fn biases<T: Scalar>(self, dy: &[T], db: &mut [T]) {
        for (db, dy) in db.iter_mut().zip(dy.chunks_exact(self.lanes)) {
            *db += dy.iter().fold(T::BASE, |sum, dy| sum + *dy) - T::BASE;
        }
    }
}

impl<
    T: Scalar,
    const IN: usize,
    const OUT: usize,
    const PATCH: usize,
    X: Sequence,
    Y: Sequence,
    W: Span,
    const GROUPS: usize,
    B: Bias<T>,
> Conv1d<T, IN, OUT, PATCH, X, Y, W, GROUPS, B>
{
    /// The sizes of a window in groups, of lines of so many values.
    pub(super) const fn grouped(lanes: usize) -> Grouped {
        Grouped { inputs: IN, outputs: OUT, groups: GROUPS, kernel: W::KERNEL, lanes }
    }

    /// The lines of the step that place `k` of the window for step `t` sees, if there is one.
    #[inline(always)]
    fn row(x: &[T], t: usize, k: usize, lanes: usize) -> Option<&[T]> {
        Self::seen(t, k).map(|step| &x[step * IN * lanes..][..IN * lanes])
    }

    /// One sample or block forward, in groups.
    #[inline(always)]
    pub(super) fn forward_grouped<S: Simd>(&self, _: S, lanes: usize, x: &[T], y: &mut [T]) {
        let (w, b) = (self.weight.as_slice(), self.bias.as_slice());
        for (t, y) in y.chunks_exact_mut(OUT * lanes).enumerate() {
            Self::grouped(lanes).forward(w, b, |k| Self::row(x, t, k, lanes), y);
        }
    }

    /// One sample or block back, in groups.
    #[inline(always)]
    pub(super) fn backward_grouped<S: Simd>(
        &self,
        _: S,
        lanes: usize,
        x: &[T],
        dy: &[T],
        mut dx: Option<&mut [T]>,
        grad: &mut Self,
    ) {
        let grouped = Self::grouped(lanes);
        if let Some(dx) = dx.as_deref_mut() {
            dx.fill(T::BASE);
        }
        for (t, dy) in dy.chunks_exact(OUT * lanes).enumerate() {
            grouped.biases(dy, grad.bias.as_mut_slice());
            for k in 0..W::KERNEL {
                let Some(step) = Self::seen(t, k) else { continue };
                let place = step * IN * lanes..(step + 1) * IN * lanes;
                grouped.weights(k, &x[place.clone()], dy, grad.weight.as_mut_slice());
                if let Some(dx) = dx.as_deref_mut() {
                    grouped.inputs(self.weight.as_slice(), k, dy, &mut dx[place]);
                }
            }
        }
        // Nothing of it is subnormal.
        for dx in dx.into_iter().flatten() {
            *dx -= T::BASE;
        }
    }
}
