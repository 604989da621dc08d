//! The exponential function less one.

use fearless_simd::{Bytes, Select, Simd, SimdBase, SimdFloat};

use super::exp::{ONE_STEP, exp_m1_reduced, reduce};
use super::polynomial::not_subnormal_square;

/// `eˣ − 1`, within 1.65 ulp over all of `f32`, and 1.01 below zero.
///
/// `2ⁿ eʳ − 1 = 2ⁿ (eʳ − 1) + (2ⁿ − 1)`, at half its size, because `2ⁿ` overflows before the result does.
#[inline(always)]
pub(super) fn exp_m1<S: Simd>(simd: S, x: S::f32s) -> S::f32s {
    let (n, r) = reduce::<S, HALF>(simd, x.clamp(LOWEST, HIGHEST));
    let power = (n << 23).bitcast::<S::f32s>();
    let half = power.mul_add(exp_m1_reduced(simd, r, not_subnormal_square(simd, r)), power - 0.5);
    x.abs().simd_lt(TINY).select(x, half + half)
}

/// The bias that makes `2ⁿ⁻¹` out of `n`.
const HALF: i16 = ONE_STEP - 1;

/// Below `LOWEST` the result rounds to −1, above `HIGHEST` to +∞.
const LOWEST: f32 = -18.0;
const HIGHEST: f32 = 89.0;

/// Below 2⁻²⁵ the result rounds to `x`, which keeps the sign of zero and the last bit of a subnormal number.
const TINY: f32 = f32::EPSILON / 4.0;
