//! A smooth `Relu`, PyTorch's `Softplus` with `beta = 1`.
//!
//! - forward: `f(x) = ln(1 + exp(x))`
//! - backward: `dx = dy * f'(x)`, `f'(x) = sigmoid(x)`
//!
//! PyTorch returns `x` itself above 20; here the formula holds everywhere, and the two agree to rounding in `f32`.

use fearless_simd::prelude::*;

use super::{Formula, Function, Real};
use crate::math::{constant, sigmoid_or_zero, softplus_or_zero};
use crate::number::Number;

/// `f(x) = ln(1 + exp(x))`
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Softplus;

impl Softplus {
    /// The function.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "`new` stands beside those of layers with settings")]
    pub const fn new() -> Self {
        Self
    }

    /// The function at one value, in a constant.
    #[must_use]
    pub const fn at(self, x: f64) -> f64 {
        constant::softplus(x)
    }
}

#[diagnostic::do_not_recommend]
impl Function for Softplus {
    #[inline(always)]
    fn value<S: Simd, T: Number>(self, simd: S, x: T::Native<S>) -> T::Native<S> {
        softplus_or_zero::<S, T>(simd, x)
    }

    #[inline(always)]
    fn slope<S: Simd, T: Number>(self, simd: S, x: T::Native<S>, _: T::Native<S>) -> T::Native<S> {
        sigmoid_or_zero::<S, T>(simd, x)
    }
}

impl Formula for Softplus {
    #[inline(always)]
    fn formula<R: Real>(self, x: R) -> R {
        if x > R::from_f64(0.0) { x + (-x).exp().ln_1p() } else { x.exp().ln_1p() }
    }
}
