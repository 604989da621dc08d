//! The functions of gates: the logistic function and the hyperbolic tangent, lane by lane the one or the other.

use fearless_simd::{Bytes, Select, Simd, SimdBase};

use super::exp::{ONE_STEP, exp_m1_reduced, reduce};
use super::polynomial::not_subnormal_square;

/// Which of both functions a vector of gates has.
#[derive(Clone, Copy, Debug)]
pub enum Gates<V> {
    /// The logistic function.
    Sigmoid,
    /// The hyperbolic tangent.
    Tanh,
    /// The hyperbolic tangent in the lanes that are 1, and the logistic function in those that are 0.
    Each(V),
}

/// `1 / (1 + e⁻ˣ)` within 2 ulp, or the hyperbolic tangent within 3 ulp.
///
/// With `z = x`, or `z = 2 x` for the tangent, and `z = n ln 2 + r` they are
///
/// ```text
///      2ⁿ              2ⁿ − e⁻ʳ     (2ⁿ − 1) − (e⁻ʳ − 1)
///  ──────────   and    ────────  =  ────────────────────
///  2ⁿ + e⁻ʳ            2ⁿ + e⁻ʳ     (2ⁿ + 1) + (e⁻ʳ − 1)
/// ```
///
/// so that all but the numerator is shared. The logistic function is never less than at −87.33, 1.2e-38: below, it would be subnormal.
#[inline(always)]
pub(super) fn gate<S: Simd>(simd: S, x: S::f32s, gates: Gates<S::f32s>) -> S::f32s {
    let [numerator, denominator] = fraction(simd, x, gates);
    let quotient = numerator / denominator;
    tiny(simd, x, gates).map_or(quotient, |is_tiny| is_tiny.select(x, quotient))
}

/// Numerator and denominator of [`gate`], for several that are divided at once. The denominator lies between 0.7 and 2.7e8.
#[inline(always)]
pub(super) fn parts<S: Simd>(simd: S, x: S::f32s, gates: Gates<S::f32s>) -> [S::f32s; 2] {
    let [numerator, denominator] = fraction(simd, x, gates);
    tiny(simd, x, gates).map_or([numerator, denominator], |is_tiny| {
        [is_tiny.select(x, numerator), is_tiny.select(S::f32s::splat(simd, 1.0), denominator)]
    })
}

#[inline(always)]
fn fraction<S: Simd>(simd: S, x: S::f32s, gates: Gates<S::f32s>) -> [S::f32s; 2] {
    let z = match gates {
        Gates::Sigmoid => x,
        Gates::Tanh => x + x,
        Gates::Each(tanh) => x * (tanh + 1.0),
    };
    let (bits, r) = reduce::<S, ONE_STEP>(simd, z.clamp(LOWEST, HIGHEST));
    let power = (bits << 23).bitcast::<S::f32s>();
    let m = exp_m1_reduced(simd, -r, not_subnormal_square(simd, r));
    let numerator = match gates {
        Gates::Sigmoid => power,
        Gates::Tanh => (power - 1.0) - m,
        Gates::Each(tanh) => tanh.simd_gt(0.5).select((power - 1.0) - m, power),
    };
    [numerator, (power + 1.0) + m]
}

/// The lanes of a tangent that is `x`, near zero.
#[inline(always)]
fn tiny<S: Simd>(simd: S, x: S::f32s, gates: Gates<S::f32s>) -> Option<<S::f32s as SimdBase<S>>::Mask> {
    match gates {
        Gates::Sigmoid => None,
        Gates::Tanh => Some(x.abs().simd_lt(S::f32s::splat(simd, TINY))),
        // No size is below zero, which the logistic function has in its lanes.
        Gates::Each(tanh) => Some(x.abs().simd_lt(tanh * TINY)),
    }
}

/// Below `LOWEST` the logistic function would be subnormal; above `HIGHEST` both functions round to 1.
const LOWEST: f32 = -87.33;
const HIGHEST: f32 = 18.04;

/// Up to here the hyperbolic tangent rounds to `x`.
const TINY: f32 = 1e-15;
