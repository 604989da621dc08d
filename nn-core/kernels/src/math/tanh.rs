//! The hyperbolic tangent.

use core::f32::consts::LN_2;

use fearless_simd::{Bytes, Select, Simd, SimdBase, SimdFloat};

use super::exp::{ONE_STEP, exp_m1_reduced, multiple_of_ln_2};
use super::polynomial::not_subnormal_square;

/// The hyperbolic tangent, within 1.98 ulp over all of `f32`, odd, and never beyond ±1.
///
/// With `2|x| = n ln 2 + r` it is, up to its sign,
///
/// ```text
///  e^(2|x|) − 1     2ⁿ − e⁻ʳ     (2ⁿ − 1) − (e⁻ʳ − 1)
///  ────────────  =  ────────  =  ────────────────────
///  e^(2|x|) + 1     2ⁿ + e⁻ʳ     (2ⁿ + 1) + (e⁻ʳ − 1)
/// ```
///
/// in which nothing cancels: near zero `n = 0`, and the numerator is `1 − e⁻ʳ` alone. The larger `n`, the less an error of
/// `r` matters, so that `ln 2` needs no second part. Of a tiny `x`, whose square would be subnormal, it is `x`.
#[inline(always)]
pub(super) fn tanh<S: Simd>(simd: S, x: S::f32s) -> S::f32s {
    let size = x.abs().clamp(0.0, SATURATED);
    let double = size + size;
    let (bits, n) = multiple_of_ln_2::<S, ONE_STEP>(simd, double);
    let power = (bits << 23).bitcast::<S::f32s>();
    let r = n.mul_sub(LN_2, double);
    let m = exp_m1_reduced(simd, r, not_subnormal_square(simd, r));
    x.abs().simd_lt(TINY).select(x, (((power - 1.0) - m) / ((power + 1.0) + m)).copysign(x))
}

/// Up to here the result rounds to `x`.
const TINY: f32 = 1e-15;

/// From here on the result rounds to 1.
const SATURATED: f32 = 9.02;
