//! The hyperbolic tangent, PyTorch's `Tanh`.
//!
//! - forward: `f(x) = tanh(x)`
//! - backward: `dx = dy * f'(x)`, `f'(x) = 1 - y²`
//!
//! # Shapes
//!
//! Any shape, kept. No parameters.

use fearless_simd::prelude::*;

use super::Activation;
use crate::kernels::pointwise;
use crate::scalar::Scalar;

/// `f(x) = tanh(x)`, value by value, for a shape `X`.
pub type Tanh<X> = Activation<Function, X>;

/// `f(x) = tanh(x)`
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Function;

impl<X> Tanh<X> {
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
        T::tanh(simd, x)
    }

    #[inline(always)]
    fn slope<S: Simd, T: Scalar>(self, simd: S, _: T::Native<S>, y: T::Native<S>) -> T::Native<S> {
        let one = T::Native::<S>::splat(simd, T::ONE);
        (one - y) * (one + y)
    }
}
