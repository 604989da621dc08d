//! One vector of all steps of a sequence: the last step, the mean, or the largest value of each feature.
//!
//! - [`Last`]: `y = x[STEPS - 1]`; the gradient goes to that step
//! - [`MeanOverTime`]: `y = Σ x[t] / STEPS`; each step gets a part of the gradient
//! - [`MaxOverTime`]: `y = max x[t]`; the first step with the largest value gets the gradient
//!
//! # Shapes
//!
//! `[STEPS, FEATURES]` to `[FEATURES]`. No parameters.

mod lengths;

use core::marker::PhantomData;

use fearless_simd::Simd;

use crate::layer::{BlockRecord, Input, InputBlock, Layer, Output, OutputBlock, Pass, SampleRecord};
use crate::parameters::{Parameters, Path, Tensor};
use crate::scalar::{Scalar, scalars, scalars_mut};
use crate::shape::{Sequence, Shape};

/// How a vector is made of steps, on lines: a value of one sample, or of the samples of a block.
///
/// `x` has the lines of one step after the other, of which `y` has as many as one step.
pub trait Reduce: Copy + Send + Sync + 'static {
    /// The vector.
    fn forward<T: Scalar>(x: &[T], y: &mut [T]);
    /// What each step gets of its gradient.
    fn backward<T: Scalar>(x: &[T], y: &[T], dy: &[T], dx: &mut [T]);
    /// The vectors of the samples of a block, of so many steps each.
    fn forward_to_ends<T: Scalar>(lengths: &[u32], x: &[T], y: &mut [T]);
    /// What each of these steps gets of their gradients, and zeros behind them.
    fn backward_to_ends<T: Scalar>(lengths: &[u32], x: &[T], y: &[T], dy: &[T], dx: &mut [T]);
}

/// A vector of all steps of a sequence `X`; its aliases carry the names of the field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OverTime<R, X>(PhantomData<(R, X)>);

impl<R, X> OverTime<R, X> {
    /// The layer.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "`new` stands beside those of layers with settings")]
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

/// The last step of a sequence `X`.
pub type Last<X> = OverTime<LastStep, X>;
/// The mean of all steps of a sequence `X`.
pub type MeanOverTime<X> = OverTime<Mean, X>;
/// The largest value of each feature of a sequence `X`.
pub type MaxOverTime<X> = OverTime<Largest, X>;

/// `y = x[STEPS - 1]`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastStep;
/// `y = Σ x[t] / STEPS`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mean;
/// `y = max x[t]`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Largest;

impl Reduce for LastStep {
    #[inline(always)]
    fn forward<T: Scalar>(x: &[T], y: &mut [T]) {
        y.copy_from_slice(&x[x.len() - y.len()..]);
    }

    #[inline(always)]
    fn backward<T: Scalar>(_: &[T], _: &[T], dy: &[T], dx: &mut [T]) {
        let (before, last) = dx.split_at_mut(dx.len() - dy.len());
        before.fill(T::ZERO);
        last.copy_from_slice(dy);
    }

    fn forward_to_ends<T: Scalar>(lengths: &[u32], x: &[T], y: &mut [T]) {
        lengths::last(lengths, x, y);
    }

    fn backward_to_ends<T: Scalar>(lengths: &[u32], _: &[T], _: &[T], dy: &[T], dx: &mut [T]) {
        lengths::last_back(lengths, dy, dx);
    }
}

impl Reduce for Mean {
    #[inline(always)]
    fn forward<T: Scalar>(x: &[T], y: &mut [T]) {
        y.fill(T::ZERO);
        let part = part_of_mean::<T>(x.len(), y.len());
        for x in x.chunks_exact(y.len()) {
            for (y, &x) in y.iter_mut().zip(x) {
                *y += x;
            }
        }
        for y in y {
            *y *= part;
        }
    }

    #[inline(always)]
    fn backward<T: Scalar>(_: &[T], _: &[T], dy: &[T], dx: &mut [T]) {
        let part = part_of_mean::<T>(dx.len(), dy.len());
        for dx in dx.chunks_exact_mut(dy.len()) {
            for (dx, &dy) in dx.iter_mut().zip(dy) {
                *dx = dy * part;
            }
        }
    }

    fn forward_to_ends<T: Scalar>(lengths: &[u32], x: &[T], y: &mut [T]) {
        lengths::mean(lengths, x, y);
    }

    fn backward_to_ends<T: Scalar>(lengths: &[u32], _: &[T], _: &[T], dy: &[T], dx: &mut [T]) {
        lengths::mean_back(lengths, dy, dx);
    }
}

/// What one step is of the mean.
fn part_of_mean<T: Scalar>(all: usize, step: usize) -> T {
    T::from_f64(step as f64 / all as f64)
}

impl Reduce for Largest {
    #[inline(always)]
    fn forward<T: Scalar>(x: &[T], y: &mut [T]) {
        let (first, rest) = x.split_at(y.len());
        y.copy_from_slice(first);
        for x in rest.chunks_exact(y.len()) {
            for (y, &x) in y.iter_mut().zip(x) {
                // NaN is at most nothing, so it comes in, and nothing is above it. A select: both are computed.
                *y = if (x <= *y) | y.partial_cmp(&y).is_none() { *y } else { x };
            }
        }
    }

    #[inline(always)]
    fn backward<T: Scalar>(x: &[T], y: &[T], dy: &[T], dx: &mut [T]) {
        dx.fill(T::ZERO);
        for i in 0..dy.len() {
            let mut steps = (i..x.len()).step_by(dy.len());
            if let Some(at) = steps.find(|at| is_taken(x[*at], y[i])) {
                dx[at] = dy[i];
            }
        }
    }

    fn forward_to_ends<T: Scalar>(lengths: &[u32], x: &[T], y: &mut [T]) {
        lengths::largest(lengths, x, y);
    }

    fn backward_to_ends<T: Scalar>(lengths: &[u32], x: &[T], y: &[T], dy: &[T], dx: &mut [T]) {
        lengths::largest_back(lengths, x, y, dy, dx);
    }
}

/// Whether `y` is `x`, be it NaN.
fn is_taken<T: Scalar>(x: T, y: T) -> bool {
    x == y || (x.partial_cmp(&x).is_none() && y.partial_cmp(&y).is_none())
}

// SAFETY: no parameters.
#[expect(unsafe_code, reason = "the promise of having no parameters")]
unsafe impl<R, X, T: Scalar> Parameters<T> for OverTime<R, X> {
    const PARAMETERS: usize = 0;

    fn tensors(_: &Path<'_>, _: &mut dyn FnMut(&Tensor<'_>)) {}
}

/// The values of one block.
fn lines<X: Shape, T: Scalar>(block: &X::Of<T::Lanes>) -> &[T] {
    scalars::<T>(X::flat(block))
}

/// The same to be written.
fn lines_mut<X: Shape, T: Scalar>(block: &mut X::Of<T::Lanes>) -> &mut [T] {
    scalars_mut::<T>(X::flat_mut(block))
}

impl<T: Scalar, R: Reduce, X: Sequence> Layer<T> for OverTime<R, X> {
    type Input = X;
    type Output = X::Frame;
    const DRAWS: bool = false;
    const HEEDLESS: Option<&'static str> = None;

    #[inline(always)]
    fn forward<S: Simd>(&self, _: S, x: &Input<Self, T>, y: &mut Output<Self, T>, _: &mut [T]) {
        R::forward(X::flat(x), X::Frame::flat_mut(y));
    }

    #[inline(always)]
    fn backward<S: Simd>(
        &self,
        _: S,
        record: SampleRecord<'_, Self, T>,
        dy: &Output<Self, T>,
        dx: Option<&mut Input<Self, T>>,
        _: &mut Self,
        _: &mut [T],
    ) {
        if let Some(dx) = dx {
            R::backward(X::flat(record.x), X::Frame::flat(record.y), X::Frame::flat(dy), X::flat_mut(dx));
        }
    }

    #[inline]
    fn forward_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[InputBlock<Self, T>],
        y: &mut [OutputBlock<Self, T>],
        _: &mut [T::Lanes],
    ) {
        for (block, (x, y)) in x.iter().zip(y).enumerate() {
            let (x, y) = (lines::<X, T>(x), lines_mut::<X::Frame, T>(y));
            match pass.lengths_of(block, T::LANES) {
                Some(lengths) => R::forward_to_ends(lengths, x, y),
                None => R::forward(x, y),
            }
        }
    }

    #[inline]
    fn forward_train_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[InputBlock<Self, T>],
        y: &mut [OutputBlock<Self, T>],
        _: &mut [T::Lanes],
        scratch: &mut [T::Lanes],
    ) {
        Layer::<T>::forward_blocks(self, pass, x, y, scratch);
    }

    #[inline]
    fn backward_blocks(
        &self,
        pass: &Pass<'_>,
        record: BlockRecord<'_, Self, T>,
        dy: &[OutputBlock<Self, T>],
        dx: Option<&mut [InputBlock<Self, T>]>,
        _: &mut Self,
        _: &mut [T::Lanes],
    ) {
        let Some(dx) = dx else { return };
        for (block, ((x, y), (dy, dx))) in record.x.iter().zip(record.y).zip(dy.iter().zip(dx)).enumerate() {
            let (x, y) = (lines::<X, T>(x), lines::<X::Frame, T>(y));
            let (dy, dx) = (lines::<X::Frame, T>(dy), lines_mut::<X, T>(dx));
            match pass.lengths_of(block, T::LANES) {
                Some(lengths) => R::backward_to_ends(lengths, x, y, dy, dx),
                None => R::backward(x, y, dy, dx),
            }
        }
    }
}
