//! The distribution function of the standard normal distribution.

use fearless_simd::{Bytes, Select, Simd, SimdBase, SimdFloat};

use super::{
    exp::{TWO_STEPS, exp_m1_reduced, power_of_two, reduce},
    polynomial::{not_subnormal_square, polynomial},
};

/// `Φ(x)`, within 6.2 ulp over all of `f32` and 2.5 ulp above zero.
///
/// The bound is a relative one in the lower tail too, down to its subnormal results; below −14.2 the result is 0.
///
/// With `a = |x|` the tail is `Φ(−a) = e^(−a²/2) g(a)`, where `g` falls slowly from 1/2, and `Φ(a) = 1 − Φ(−a)`.
/// The relative error of an exponential is the absolute error of its argument, so `a²` is needed to twice the precision:
/// the upper half of `a`'s bits is squared exactly, and the rest joins after the reduction, which takes
/// `r` at most 0.06 beyond its interval.
#[inline(always)]
pub(super) fn normal_cdf<S: Simd>(simd: S, x: S::f32s) -> S::f32s {
    let below = x.simd_lt(0.0);
    // Above zero the tail counts beside one, and need not become subnormal.
    let a = below.select(x.abs().clamp(LOWEST, HIGHEST), x.abs().clamp(LOWEST, NO_TAIL));
    let high: S::f32s = (a.bitcast::<S::i32s>() & UPPER_HALF).bitcast();
    let rest = (a - high) * (a + high);
    let (n, r) = reduce::<S, TWO_STEPS>(simd, high * high * -0.5);
    let rest = rest.mul_add(-0.5, r);
    let gauss = exp_m1_reduced(simd, rest, not_subnormal_square(simd, rest)) + 1.0;

    let (floor, ceil) = power_of_two::<S>(n);
    let tail = gauss * polynomial(simd, P, a, a * a) / polynomial(simd, Q, a, a * a) * floor * ceil;
    below.select(tail, S::f32s::splat(simd, 1.0) - tail)
}

/// Up to here the result rounds to 1/2, and from here on squares are not subnormal.
const LOWEST: f32 = 1e-15;

/// From here on the tail rounds to 0.
const HIGHEST: f32 = 14.3;

/// From here on `1 − Φ(−a)` rounds to 1.
const NO_TAIL: f32 = 10.0;

/// Sign, exponent and the upper 12 of the 24 significant bits.
const UPPER_HALF: i32 = !0xfff;

/// `g(a) = e^(a²/2) Φ(−a) = p(a) / q(a)`. The coefficients minimise the largest relative error on 0 ≤ a ≤ 14.4, at a
/// common factor at which little is lost by rounding them to `f32`; 2⁻²⁶·⁷ is left. All are positive, so nothing cancels.
const P: [f32; 5] = [0.826_714_34, 0.724_351_17, 0.302_715_4, 0.067_099_53, 6.793_444_5e-3];
const Q: [f32; 6] = [1.653_428_7, 2.767_948_2, 1.987_211_8, 0.775_573_97, 0.168_204_34, 0.017_028_44];
