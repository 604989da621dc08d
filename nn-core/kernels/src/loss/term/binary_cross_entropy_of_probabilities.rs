//! The cross entropy of a yes or a no, from probabilities.

use fearless_simd::prelude::*;

use super::Term;
use crate::number::Number;

/// `-(t ln p + (1 - t) ln(1 - p))`, both logarithms at least -100.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BinaryCrossEntropyOfProbabilities;

/// The least logarithm.
const LEAST_LN: f64 = -100.0;
/// The least divisor of the gradient: 1e-12, which PyTorch rounds to `f32` for either scalar.
const LEAST_DIVISOR: f64 = 9.999_999_960_041_972e-13;

/// The larger of a value and a number; NaN stays NaN.
#[inline(always)]
fn at_least<S: Simd, T: Number>(simd: S, value: T::Native<S>, least: f64) -> T::Native<S> {
    let least = T::Native::<S>::splat(simd, T::from_f64(least));
    value.simd_lt(least).select(least, value)
}

/// `ln(1 - p)`, to which the rounding of `1 - p` is given back: it is all that a small `p` comes to.
#[inline(always)]
fn ln_1m<S: Simd, T: Number>(simd: S, p: T::Native<S>) -> T::Native<S> {
    let rest = -p + T::ONE;
    let rounding = (rest - T::ONE) + p;
    T::ln(simd, rest) - rounding / at_least::<S, T>(simd, rest, LEAST_DIVISOR)
}

impl Term for BinaryCrossEntropyOfProbabilities {
    #[inline(always)]
    fn terms<S: Simd, T: Number>(self, simd: S, p: T::Native<S>, target: T::Native<S>) -> (T::Native<S>, T::Native<S>) {
        let (yes, no) = (T::ln(simd, p), ln_1m::<S, T>(simd, p));
        let loss =
            (target - T::ONE) * at_least::<S, T>(simd, no, LEAST_LN) - target * at_least::<S, T>(simd, yes, LEAST_LN);
        (loss, (p - target) / at_least::<S, T>(simd, (-p + T::ONE) * p, LEAST_DIVISOR))
    }
}
