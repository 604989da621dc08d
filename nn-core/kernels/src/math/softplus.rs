//! The softplus function.

use core::f32::consts::LN_2;

use fearless_simd::{Select, Simd, SimdBase, SimdFloat};

use super::{exp::exp, ln::ln_1p_curvature, polynomial::not_subnormal_square};

/// `ln(1 + eˣ)`, within 2.17 ulp over all of `f32`, subnormal results included.
///
/// With `y = e^−|x|` it is `max(x, 0) + ln(1 + y)`, of which neither part overflows. Where `1 + y` is above 4/3 its half
/// is `1 + f` with `f = (y − 1) / 2`, and `ln 2` is added; elsewhere `f = y`. So `1 + y` is
/// never rounded.
#[inline(always)]
pub(super) fn softplus<S: Simd>(simd: S, x: S::f32s) -> S::f32s {
    // Above `LARGEST` only `x` itself counts, and a subnormal `y` would take its time.
    let y = exp(simd, x.simd_gt(LARGEST).select(S::f32s::splat(simd, -LARGEST), -x.abs()));
    let upper = y.simd_gt(1.0 / 3.0);
    let half = S::f32s::splat(simd, 0.5);
    let f = upper.select(y.mul_add(half, -half), y);
    let linear = upper.select(f + LN_2, f);
    x.max(0.0) + f.mul_add(f * ln_1p_curvature(simd, f, not_subnormal_square(simd, f)), linear)
}

/// From here on the result rounds to `x`.
const LARGEST: f32 = 40.0;
