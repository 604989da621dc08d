//! The natural logarithm.

use fearless_simd::{Bytes, Select, Simd, SimdBase, SimdFloat, SimdInt};

use super::polynomial::polynomial;

/// The natural logarithm, within 1.03 ulp over all of `f32`, subnormal inputs included.
///
/// With `x = 2ⁿ (1 + f)` and `1 + f` in [2/3, 4/3) it is `n ln 2 + ln(1 + f)`. An `f` around zero keeps the logarithm
/// accurate around one.
#[inline(always)]
pub(super) fn ln<S: Simd>(simd: S, x: S::f32s) -> S::f32s {
    let subnormal = x.simd_lt(f32::MIN_POSITIVE);
    let normal = subnormal.select(x * TWO_23, x);
    let shift = subnormal.select(S::f32s::splat(simd, -23.0), S::f32s::splat(simd, 0.0));

    let bits: S::i32s = normal.bitcast();
    let exponent = (bits - TWO_THIRDS) >> 23;
    let n = exponent.to_float::<S::f32s>() + shift;
    let f = (bits - (exponent << 23)).bitcast::<S::f32s>() - 1.0;

    let ln = n.mul_add(LN_2_HIGH, (f * f).mul_add(ln_1p_curvature(simd, f, f * f), n * LN_2_LOW) + f);

    let infinite = S::f32s::splat(simd, f32::INFINITY);
    let not_positive = x.simd_eq(0.0).select(-infinite, S::f32s::splat(simd, f32::NAN));
    let finite = x.simd_lt(f32::INFINITY).select(ln, infinite);
    x.simd_gt(0.0).select(finite, not_positive)
}

/// 2²³, which makes every positive subnormal number normal.
const TWO_23: f32 = 8_388_608.0;

/// The bits of the float next to 2/3. Subtracted, they make the exponent step there and not at the powers of two.
const TWO_THIRDS: i32 = 0x3f2a_aaab;

/// ln 2 in two parts. The first has 15 significant bits, so that its product with any `n` is exact.
const LN_2_HIGH: f32 = 22_713.0 / 32_768.0;
const LN_2_LOW: f32 = 1.428_606_8e-6;

/// `p(f)` for `|f| ≤ 1/3`, where `ln(1 + f) = f + f² p(f)`, and the `square` of `f`.
///
/// The coefficients minimise the largest relative error of `ln(1 + f)`, 2⁻²⁷·⁷; each was rounded to `f32` and the
/// later ones refitted.
#[inline(always)]
pub(super) fn ln_1p_curvature<S: Simd>(simd: S, f: S::f32s, square: S::f32s) -> S::f32s {
    const P: [f32; 9] = [
        -0.5,
        0.333_332_15,
        -0.249_998_06,
        0.200_104_27,
        -0.166_801_96,
        0.140_057_34,
        -0.121_874_8,
        0.139_845_94,
        -0.128_800_33,
    ];
    polynomial(simd, P, f, square)
}
