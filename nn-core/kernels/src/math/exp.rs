//! The exponential function, and the reduction that its relatives share.
//!
//! With `x = n ln 2 + r`, `n` whole and `|r| ≤ ln 2 / 2`, it is `eˣ = 2ⁿ eʳ`: `eʳ` is a polynomial, and `2ⁿ` is made by
//! moving `n` into the exponent bits of a float. The scheme is that of Cody and Waite, *Software Manual for the
//! Elementary Functions* (1980).

use core::f32::consts::LOG2_E;

use fearless_simd::{Bytes, Simd, SimdBase, SimdFloat};

use super::polynomial::{not_subnormal_square, polynomial};

/// `eˣ`, within 1.04 ulp over all of `f32`.
///
/// Subnormal results are exact to that bound too: the last multiplication rounds them once. Above 88.73 the result is
/// +∞, below −103.98 it is 0.
#[inline(always)]
pub(super) fn exp<S: Simd>(simd: S, x: S::f32s) -> S::f32s {
    let (n, r) = reduce::<S, TWO_STEPS>(simd, x.clamp(LOWEST, HIGHEST));
    let (floor, ceil) = power_of_two::<S>(n);
    (exp_m1_reduced(simd, r, not_subnormal_square(simd, r)) + 1.0) * floor * ceil
}

/// Below `LOWEST` the exponential rounds to 0, above `HIGHEST` to +∞; between them [`power_of_two`] has room for `n`.
const LOWEST: f32 = -104.0;
const HIGHEST: f32 = 89.0;

/// The bias of the exponent of an `f32`: with it, the integers of [`reduce`] become `2ⁿ` when shifted left by 23.
pub(super) const ONE_STEP: i16 = 127;

/// The bias that [`power_of_two`] expects, which makes two floats and so needs it twice.
pub(super) const TWO_STEPS: i16 = 2 * ONE_STEP;

/// Adding 1.5 · 2²³ leaves no bits for a fraction: the sum is rounded to a whole number, which then stands in its low
/// bits. The bits above it vanish in a shift by 23.
const ROUND: f32 = 12_582_912.0;

/// ln 2 in two parts, after Cephes' `expf.c`. The first has 9 significant bits, so that its product with any `n` that
/// occurs is exact.
const LN_2_HIGH: f32 = 355.0 / 512.0;
const LN_2_LOW: f32 = -2.121_944_4e-4;

/// The whole number `n` next to `x / ln 2`: as integers with `n + BIAS` in the low 9 bits, and as floats.
#[inline(always)]
pub(super) fn multiple_of_ln_2<S: Simd, const BIAS: i16>(simd: S, x: S::f32s) -> (S::i32s, S::f32s) {
    let round = ROUND + f32::from(BIAS);
    let rounded = x.mul_add(LOG2_E, S::f32s::splat(simd, round));
    (rounded.bitcast(), rounded - round)
}

/// `x = n ln 2 + r`: `n` as the integers of [`multiple_of_ln_2`], and `r`.
#[inline(always)]
pub(super) fn reduce<S: Simd, const BIAS: i16>(simd: S, x: S::f32s) -> (S::i32s, S::f32s) {
    let (bits, n) = multiple_of_ln_2::<S, BIAS>(simd, x);
    (bits, n.mul_add(-LN_2_LOW, n.mul_add(-LN_2_HIGH, x)))
}

/// `eʳ − 1` for `|r| ≤ ln 2 / 2`, as `r + r² q(r)` with the `square` of `r`.
///
/// The coefficients of `q` minimise the largest relative error of `eʳ` on ±0.3473, 2⁻²⁸·²; each was rounded to `f32` and
/// the later ones refitted.
#[inline(always)]
pub(super) fn exp_m1_reduced<S: Simd>(simd: S, r: S::f32s, square: S::f32s) -> S::f32s {
    const Q: [f32; 5] = [0.499_999_94, 0.166_665_21, 0.041_668_29, 8.368_704e-3, 1.381_893_9e-3];
    square.mul_add(polynomial(simd, Q, r, square), r)
}

/// `2ⁿ` as a product of two floats, for `n` as [`reduce`] gives it with [`TWO_STEPS`].
///
/// `2ⁿ` itself need not be a float at either end of the range, but `2^⌊n/2⌋` and `2^⌈n/2⌉` are. Multiplied by one after
/// the other, a number near 1 is rounded only by the second.
#[inline(always)]
pub(super) fn power_of_two<S: Simd>(n: S::i32s) -> (S::f32s, S::f32s) {
    let floor = n >> 1;
    let ceil = n - floor;
    ((floor << 23).bitcast(), (ceil << 23).bitcast())
}
