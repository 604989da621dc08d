//! What tells the steps of a sequence apart, added to each: waves, or what was learned.
//!
//! - [`PositionalEncoding`]: `y[t, 2 i] = x[t, 2 i] + sin(t w)` and `y[t, 2 i + 1] = x[t, 2 i + 1] + cos(t w)` with `w = 10000^(-2 i / F)`
//!   (Vaswani et al., 2017)
//! - [`LearnedPositionalEncoding`]: `y[t] = x[t] + weight[t]`; backward `dweight[t] += dy[t]`
//!
//! # Shapes
//!
//! `[STEPS, F]` to `[STEPS, F]`. Parameters: none, or `weight` of `STEPS` rows and `F` columns, as PyTorch's `Embedding` has it.

use core::marker::PhantomData;

use fearless_simd::Simd;
use nalgebra::SMatrix;

use super::waves::{rounded, waves};
use crate::init::{self, Init, Rng};
use crate::layer::{BlockRecord, Input, InputBlock, Layer, Output, OutputBlock, Pass, SampleRecord};
use crate::parameters::{Order, Parameters, Parts, Path, Role, Tensor};
use crate::scalar::{Scalar, scalars, scalars_mut};
use crate::shape::{D2, Sequence};

/// Waves added to a sequence `X`: see the [module](self).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PositionalEncoding<X>(PhantomData<X>);

impl<X> PositionalEncoding<X> {
    /// The layer.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "`new` stands beside those of layers with settings")]
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

/// A sequence whose waves are known when the program is compiled.
pub trait Waves: Sequence {
    /// Those in single precision, step by step.
    const SINGLE: &'static [f32];
    /// Those in double precision.
    const DOUBLE: &'static [f64];
}

impl<const S: usize, const F: usize, const N: usize> Waves for D2<S, F, N> {
    const SINGLE: &'static [f32] = const { &rounded(&waves::<S, F>()) }.as_flattened();
    const DOUBLE: &'static [f64] = const { &waves::<S, F>() }.as_flattened();
}

/// The waves as this scalar.
#[inline(always)]
fn table<T: Scalar, X: Waves>() -> &'static [T] {
    if const { size_of::<T>() == size_of::<f32>() } {
        bytemuck::cast_slice(X::SINGLE)
    } else {
        bytemuck::cast_slice(X::DOUBLE)
    }
}

// SAFETY: no parameters.
#[expect(unsafe_code, reason = "the promise of having no parameters")]
unsafe impl<X, T: Scalar> Parameters<T> for PositionalEncoding<X> {
    const PARAMETERS: usize = 0;

    fn tensors(_: &Path<'_>, _: &mut dyn FnMut(&Tensor<'_>)) {}
}

/// `y = x + added`, where a value of `x` is a line of `lanes`.
#[inline(always)]
fn add<T: Scalar>(lanes: usize, x: &[T], added: impl Iterator<Item = T>, y: &mut [T]) {
    for ((x, y), added) in x.chunks_exact(lanes).zip(y.chunks_exact_mut(lanes)).zip(added) {
        for (x, y) in x.iter().zip(y) {
            *y = *x + added;
        }
    }
}

impl<T: Scalar, X: Waves> Layer<T> for PositionalEncoding<X> {
    type Input = X;
    type Output = X;
    const DRAWS: bool = false;
    const HEEDLESS: Option<&'static str> = None;

    #[inline(always)]
    fn forward<S: Simd>(&self, _: S, x: &Input<Self, T>, y: &mut Output<Self, T>, _: &mut [T]) {
        for ((x, y), wave) in X::flat(x).iter().zip(X::flat_mut(y)).zip(table::<T, X>()) {
            *y = *x + *wave;
        }
    }

    #[inline(always)]
    fn backward<S: Simd>(
        &self,
        _: S,
        _: SampleRecord<'_, Self, T>,
        dy: &Output<Self, T>,
        dx: Option<&mut Input<Self, T>>,
        _: &mut Self,
        _: &mut [T],
    ) {
        if let Some(dx) = dx {
            *dx = *dy;
        }
    }

    #[inline]
    fn forward_blocks(
        &self,
        _: &Pass<'_>,
        x: &[InputBlock<Self, T>],
        y: &mut [OutputBlock<Self, T>],
        _: &mut [T::Lanes],
    ) {
        for (x, y) in x.iter().zip(y) {
            let (x, y) = (scalars::<T>(X::flat(x)), scalars_mut::<T>(X::flat_mut(y)));
            add(T::LANES, x, table::<T, X>().iter().copied(), y);
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
        _: &Pass<'_>,
        _: BlockRecord<'_, Self, T>,
        dy: &[OutputBlock<Self, T>],
        dx: Option<&mut [InputBlock<Self, T>]>,
        _: &mut Self,
        _: &mut [T::Lanes],
    ) {
        if let Some(dx) = dx {
            dx.copy_from_slice(dy);
        }
    }
}

/// What was learned of each step, added to a sequence `X` of `STEPS` steps of `F` features: see the [module](self).
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(C)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(bound(serialize = "T: serde::Serialize", deserialize = "T: serde::Deserialize<'de>"), deny_unknown_fields)
)]
pub struct LearnedPositionalEncoding<T, const STEPS: usize, const F: usize, X> {
    /// `weight[(t, i)]` is added to feature `i` of step `t`.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::rows"))]
    pub weight: SMatrix<T, STEPS, F>,
    #[cfg_attr(feature = "serde", serde(skip))]
    shape: PhantomData<X>,
}

// SAFETY: repr(C) with a matrix of scalars and a type without size: no padding.
#[expect(unsafe_code, reason = "the promise of being nothing but scalars")]
unsafe impl<T: Scalar, const STEPS: usize, const F: usize, X: Sequence> Parameters<T>
    for LearnedPositionalEncoding<T, STEPS, F, X>
{
    const PARAMETERS: usize = STEPS * F;
    const PARTS: Parts = Parts::Named(&[("weight", Parts::Tensor(&[STEPS, F], Order::ColumnMajor))]);

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        visit(&Tensor {
            name: &name.join("weight"),
            dims: &[STEPS, F],
            order: Order::ColumnMajor,
            role: Role::Weight,
            fan_in: STEPS,
            fan_out: F,
        });
    }
}

impl<T: Scalar, const STEPS: usize, const F: usize, X: Sequence> LearnedPositionalEncoding<T, STEPS, F, X> {
    /// The places of the weights in the order of the sequence.
    fn places() -> impl Iterator<Item = (usize, usize)> {
        const { assert!(X::STEPS == STEPS && X::FEATURES == F, "each value of a sequence has a weight of its own") };
        (0..STEPS).flat_map(|t| (0..F).map(move |i| (t, i)))
    }

    fn weights(&self) -> impl Iterator<Item = T> {
        Self::places().map(|place| self.weight[place])
    }
}

/// The sum of a line's lanes, by halves.
#[inline(always)]
fn sum<T: Scalar>(line: &[T]) -> T {
    let mut sums = [T::ZERO; crate::kernels::number::MOST_LANES];
    sums[..line.len()].copy_from_slice(line);
    let mut half = sums.len() / 2;
    while half > 0 {
        for i in 0..half {
            let other = sums[i + half];
            sums[i] += other;
        }
        half /= 2;
    }
    sums[0]
}

impl<T: Scalar, const STEPS: usize, const F: usize, X: Sequence> Layer<T>
    for LearnedPositionalEncoding<T, STEPS, F, X>
{
    type Input = X;
    type Output = X;
    const DRAWS: bool = false;
    const HEEDLESS: Option<&'static str> = None;

    #[inline(always)]
    fn forward<S: Simd>(&self, _: S, x: &Input<Self, T>, y: &mut Output<Self, T>, _: &mut [T]) {
        add(1, X::flat(x), self.weights(), X::flat_mut(y));
    }

    #[inline(always)]
    fn backward<S: Simd>(
        &self,
        _: S,
        _: SampleRecord<'_, Self, T>,
        dy: &Output<Self, T>,
        dx: Option<&mut Input<Self, T>>,
        grad: &mut Self,
        _: &mut [T],
    ) {
        for (place, d) in Self::places().zip(X::flat(dy)) {
            grad.weight[place] = (grad.weight[place] + *d + T::BASE) - T::BASE;
        }
        if let Some(dx) = dx {
            *dx = *dy;
        }
    }

    #[inline]
    fn forward_blocks(
        &self,
        _: &Pass<'_>,
        x: &[InputBlock<Self, T>],
        y: &mut [OutputBlock<Self, T>],
        _: &mut [T::Lanes],
    ) {
        for (x, y) in x.iter().zip(y) {
            add(T::LANES, scalars::<T>(X::flat(x)), self.weights(), scalars_mut::<T>(X::flat_mut(y)));
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
        self.forward_blocks(pass, x, y, scratch);
    }

    #[inline]
    fn backward_blocks(
        &self,
        _: &Pass<'_>,
        _: BlockRecord<'_, Self, T>,
        dy: &[OutputBlock<Self, T>],
        dx: Option<&mut [InputBlock<Self, T>]>,
        grad: &mut Self,
        _: &mut [T::Lanes],
    ) {
        for dy in dy {
            for (place, line) in Self::places().zip(scalars::<T>(X::flat(dy)).chunks_exact(T::LANES)) {
                grad.weight[place] = (grad.weight[place] + sum(line) + T::BASE) - T::BASE;
            }
        }
        if let Some(dx) = dx {
            dx.copy_from_slice(dy);
        }
    }

    /// From the normal distribution with a deviation of 0.02, as the networks that made this layer known begin.
    fn init(&mut self, rng: &mut Rng) {
        init::fill(self, Init::FanInNormal(0.02 * libm::sqrt(STEPS as f64)), rng);
    }
}
