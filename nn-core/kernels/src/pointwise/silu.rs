//! The sigmoid-weighted linear unit (Elfwing et al., 2018), also called swish; PyTorch's `SiLU`.
//!
//! - forward: `f(x) = x sigmoid(x)`
//! - backward: `dx = dy * f'(x)`, `f'(x) = s + y (1 - s)` with `s = sigmoid(x)`
//!
//! At minus infinity the value is its limit, 0, and the slopes at both ends are theirs, 0 and 1.

use fearless_simd::prelude::*;

use super::{Formula, Function, Real};
use crate::math::{constant, sigmoid_or_zero};
use crate::number::Number;

/// From here on `1 - s` is 0, which must not meet an infinite `y`.
const FLAT: f64 = 100.0;

/// `f(x) = x sigmoid(x)`
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Silu;

impl Silu {
    /// The function.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "`new` stands beside those of layers with settings")]
    pub const fn new() -> Self {
        Self
    }

    /// The function at one value, in a constant.
    #[must_use]
    pub const fn at(self, x: f64) -> f64 {
        if x == f64::NEG_INFINITY { 0.0 } else { x * constant::sigmoid(x) }
    }
}

#[diagnostic::do_not_recommend]
impl Function for Silu {
    #[inline(always)]
    fn value<S: Simd, T: Number>(self, simd: S, x: T::Native<S>) -> T::Native<S> {
        let s = sigmoid_or_zero::<S, T>(simd, x);
        x.simd_eq(T::Native::<S>::splat(simd, T::from_f64(f64::NEG_INFINITY)))
            .select(T::Native::<S>::splat(simd, T::ZERO), x * s)
    }

    #[inline(always)]
    fn slope<S: Simd, T: Number>(self, simd: S, x: T::Native<S>, y: T::Native<S>) -> T::Native<S> {
        let one = T::Native::<S>::splat(simd, T::ONE);
        let s = sigmoid_or_zero::<S, T>(simd, x);
        y.min(T::Native::<S>::splat(simd, T::from_f64(FLAT))).mul_add(one - s, s)
    }
}

impl Formula for Silu {
    #[inline(always)]
    fn formula<R: Real>(self, x: R) -> R {
        if x == R::from_f64(f64::NEG_INFINITY) { R::from_f64(0.0) } else { x / (R::from_f64(1.0) + (-x).exp()) }
    }
}
