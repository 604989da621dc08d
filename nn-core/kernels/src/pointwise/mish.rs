//! Mish (Misra, 2019), PyTorch's `Mish`.
//!
//! - forward: `f(x) = x t` with `t = tanh(softplus(x))`
//! - backward: `dx = dy * f'(x)`, `f'(x) = t + x t'` with `t' = (1 - t²) sigmoid(x)`
//!
//! At minus infinity the value is its limit, 0, and the slopes at both ends are theirs, 0 and 1.
//!
//! With `q = exp(-|x|)`, which does not overflow, `t` is `a / (a + b)` and `t'` is `4 c / (a + b)²`, where for `x > 0`
//! `a = 1 + 2q`, `b = 2q²`, `c = q² (1 + q)`, and else `a = q (2 + q)`, `b = 2`, `c = q (1 + q)`: all are positive, so nothing cancels.

use fearless_simd::prelude::*;

use super::{Formula, Function, Real};
use crate::math::{constant, exp_or_zero};
use crate::number::Number;

/// `f(x) = x tanh(ln(1 + exp(x)))`
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mish;

impl Mish {
    /// The function.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "`new` stands beside those of layers with settings")]
    pub const fn new() -> Self {
        Self
    }

    /// The function at one value, in a constant.
    #[must_use]
    pub const fn at(self, x: f64) -> f64 {
        if x == f64::NEG_INFINITY { 0.0 } else { x * constant::tanh(constant::softplus(x)) }
    }
}

/// From here on `t'` is 0 or nearly so, which must not meet an infinite `x`.
const FLAT: f64 = 100.0;

/// `a`, `b` and `c` of the formulas above.
#[inline(always)]
fn parts<S: Simd, T: Number>(simd: S, x: T::Native<S>) -> [T::Native<S>; 3] {
    let splat = |value: f64| T::Native::<S>::splat(simd, T::from_f64(value));
    let (one, two) = (splat(1.0), splat(2.0));
    let q = exp_or_zero::<S, T>(simd, -x.abs());
    let positive = x.simd_gt(splat(0.0));
    // The square of so small a power is nothing beside the power or one.
    let squared = q.simd_lt(T::ROOT).select(splat(0.0), q);
    // Not fused, so that the instructions at hand change no bit.
    let (square, double) = (squared * squared, q + q);
    [
        positive.select(one + double, square + double),
        positive.select(square + square, two),
        positive.select(square, q) * (one + q),
    ]
}

#[diagnostic::do_not_recommend]
impl Function for Mish {
    #[inline(always)]
    fn value<S: Simd, T: Number>(self, simd: S, x: T::Native<S>) -> T::Native<S> {
        let [a, b, _] = parts::<S, T>(simd, x);
        let zero = T::Native::<S>::splat(simd, T::ZERO);
        x.simd_eq(T::Native::<S>::splat(simd, T::from_f64(f64::NEG_INFINITY))).select(zero, x * (a / (a + b)))
    }

    #[inline(always)]
    fn slope<S: Simd, T: Number>(self, simd: S, x: T::Native<S>, _: T::Native<S>) -> T::Native<S> {
        let [a, b, c] = parts::<S, T>(simd, x);
        let (sum, flat) = (a + b, T::Native::<S>::splat(simd, T::from_f64(FLAT)));
        let steepness = c * T::from_f64(4.0) / (sum * sum);
        x.min(flat).max(-flat) * steepness + a / sum
    }
}

impl Formula for Mish {
    #[inline(always)]
    fn formula<R: Real>(self, x: R) -> R {
        let zero = R::from_f64(0.0);
        if x == R::from_f64(f64::NEG_INFINITY) {
            return zero;
        }
        let softplus = if x > zero { x + (-x).exp().ln_1p() } else { x.exp().ln_1p() };
        x * softplus.tanh()
    }
}
