//! The rectified linear unit, PyTorch's `ReLU`.
//!
//! - forward: `f(x) = max(x, 0)`
//! - backward: `dx = dy * f'(x)`, `f'(x) = 1` for `x > 0`, else 0
//!
//! # Shapes
//!
//! Any shape, kept. No parameters.
//!
//! NaN stays NaN; the slope at 0 is 0, as PyTorch has it.

use fearless_simd::prelude::*;

use super::Activation;
use crate::kernels::pointwise;
use crate::scalar::Scalar;

/// `f(x) = max(x, 0)`, value by value, for a shape `X`.
pub type Relu<X> = Activation<Function, X>;

/// `f(x) = max(x, 0)`
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Function;

impl<X> Relu<X> {
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
        let zero = T::Native::<S>::splat(simd, T::ZERO);
        x.simd_le(zero).select(zero, x)
    }

    #[inline(always)]
    fn slope<S: Simd, T: Scalar>(self, simd: S, x: T::Native<S>, _: T::Native<S>) -> T::Native<S> {
        let (zero, one) = (T::Native::<S>::splat(simd, T::ZERO), T::Native::<S>::splat(simd, T::ONE));
        x.simd_le(zero).select(zero, one)
    }
}
