//! The logistic sigmoid, PyTorch's `Sigmoid`.
//!
//! - forward: `f(x) = 1 / (1 + exp(-x))`
//! - backward: `dx = dy * f'(x)`, `f'(x) = y (1 - y)`
//!
//! # Shapes
//!
//! Any shape, kept. No parameters.

use fearless_simd::prelude::*;

use super::Activation;
use crate::kernels::pointwise;
use crate::scalar::Scalar;

/// `f(x) = 1 / (1 + exp(-x))`, value by value, for a shape `X`.
pub type Sigmoid<X> = Activation<Function, X>;

/// `f(x) = 1 / (1 + exp(-x))`
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Function;

impl<X> Sigmoid<X> {
    /// The layer.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "`new` stands beside those of layers with settings")]
    pub const fn new() -> Self {
        Self::of(Function)
    }
}

impl pointwise::Function for Function {
    #[inline(always)]
    fn value<S: Simd, T: Scalar>(self, simd: S, x: T::Native<S>) -> T::Native<S> {
        T::sigmoid(simd, x)
    }

    #[inline(always)]
    fn slope<S: Simd, T: Scalar>(self, simd: S, _: T::Native<S>, y: T::Native<S>) -> T::Native<S> {
        let one = T::Native::<S>::splat(simd, T::ONE);
        y * (one - y)
    }
}
