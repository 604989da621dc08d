//! The logistic function.

use fearless_simd::{Simd, SimdBase, SimdFloat};

use super::exp::{TWO_STEPS, exp_m1_reduced, power_of_two, reduce};
use super::polynomial::not_subnormal_square;

/// `1 / (1 + e⁻ˣ)`, within 2 ulp over all of `f32`, subnormal results included.
///
/// With `x = n ln 2 + r` it is `2ⁿ / (2ⁿ + e⁻ʳ)`. The numerator is exact. In the denominator `2ⁿ` joins `e⁻ʳ − 1` first,
/// because next to one a small `2ⁿ` would be rounded away. The last factor is apart, because `2ⁿ` underflows before the
/// result does.
#[inline(always)]
pub(super) fn sigmoid<S: Simd>(simd: S, x: S::f32s) -> S::f32s {
    let (n, r) = reduce::<S, TWO_STEPS>(simd, x.clamp(LOWEST, HIGHEST));
    let (floor, ceil) = power_of_two::<S>(n);
    let m = exp_m1_reduced(simd, -r, not_subnormal_square(simd, r));
    floor / (floor.mul_add(ceil, m) + 1.0) * ceil
}

/// Below `LOWEST` the result rounds to 0, above `HIGHEST` to 1.
const LOWEST: f32 = -104.0;
const HIGHEST: f32 = 18.0;
