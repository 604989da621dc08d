//! The logistic sigmoid, PyTorch's `Sigmoid`.
//!
//! - forward: `f(x) = 1 / (1 + exp(-x))`
//! - backward: `dx = dy * f'(x)`, `f'(x) = y (1 - y)`

use fearless_simd::prelude::*;

use super::{Formula, Function, Real};
use crate::math::{constant, sigmoid_or_zero};
use crate::number::Number;

/// `f(x) = 1 / (1 + exp(-x))`
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sigmoid;

impl Sigmoid {
    /// The function.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "`new` stands beside those of layers with settings")]
    pub const fn new() -> Self {
        Self
    }

    /// The function at one value, in a constant.
    #[must_use]
    pub const fn at(self, x: f64) -> f64 {
        constant::sigmoid(x)
    }
}

#[diagnostic::do_not_recommend]
impl Function for Sigmoid {
    const SLOPE_FROM_OUTPUT: bool = true;

    #[inline(always)]
    fn value<S: Simd, T: Number>(self, simd: S, x: T::Native<S>) -> T::Native<S> {
        sigmoid_or_zero::<S, T>(simd, x)
    }

    #[inline(always)]
    fn slope<S: Simd, T: Number>(self, simd: S, _: T::Native<S>, y: T::Native<S>) -> T::Native<S> {
        let one = T::Native::<S>::splat(simd, T::ONE);
        y * (one - y)
    }
}

impl Formula for Sigmoid {
    #[inline(always)]
    fn formula<R: Real>(self, x: R) -> R {
        R::from_f64(1.0) / (R::from_f64(1.0) + (-x).exp())
    }
}
