//! The Gaussian error linear unit (Hendrycks and Gimpel, 2016), PyTorch's `GELU`.
//!
//! - forward: `f(x) = x Φ(x)` with `Φ` the standard normal distribution function, or, in the tanh form,
//!   `f(x) = x/2 (1 + tanh(u))` with `u = sqrt(2/π) (x + 0.044715 x³)`
//! - backward: `dx = dy * f'(x)`, `f'(x) = Φ(x) + x φ(x)` with the density `φ`, or the derivative of the tanh form
//!
//! At minus infinity the value is its limit, 0, and the slopes at both ends are theirs, 0 and 1.
//!
//! The tanh form is computed as `x σ(2u)`, which is the same: where the tanh comes to -1, `1 + tanh(u)` would lose all digits.

use fearless_simd::prelude::*;

use super::{Formula, Function, Real};
use crate::math::{constant, exp_or_zero, product, sigmoid_or_zero, zero_below};
use crate::number::Number;

/// `f(x) = x Φ(x)`
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Gelu {
    /// With the normal distribution function itself: PyTorch's `approximate="none"`.
    Exact,
    /// With a tanh in its place: PyTorch's `approximate="tanh"`.
    Tanh,
}

/// `sqrt(2/π)`
const SQRT_2_OVER_PI: f64 = 0.797_884_560_802_865_4;
/// `1/sqrt(2π)`, the height of the normal density.
const NORMAL_PEAK: f64 = 0.398_942_280_401_432_7;
/// The coefficient of the cube in the tanh form, from the paper.
const CUBE: f64 = 0.044_715;

/// `2u`, so that `(1 + tanh(u)) / 2 = σ(2u)`.
#[inline(always)]
fn bend<S: Simd, T: Number>(simd: S, x: T::Native<S>) -> T::Native<S> {
    let one = T::Native::<S>::splat(simd, T::ONE);
    // Not fused, so that the instructions at hand change no bit.
    let size = x.abs().max(T::Native::<S>::splat(simd, T::ROOT));
    let cubic = size * size * T::from_f64(CUBE) + one;
    x * cubic * T::from_f64(2.0 * SQRT_2_OVER_PI)
}

/// From here on the density is 0, and so is `σ(2u) σ(-2u)`.
const FLAT: f64 = 100.0;

/// `x`, but no further out than [`FLAT`]: what is multiplied by a density of 0 there is finite.
#[inline(always)]
fn near<S: Simd, T: Number>(simd: S, x: T::Native<S>) -> T::Native<S> {
    let flat = T::Native::<S>::splat(simd, T::from_f64(FLAT));
    x.min(flat).max(-flat)
}

/// `Φ(x)`, and zero where that is subnormal.
#[inline(always)]
fn cdf<S: Simd, T: Number>(simd: S, x: T::Native<S>) -> T::Native<S> {
    let lowest = T::from_f64(if size_of::<T>() == 4 { -12.9 } else { -37.4 });
    zero_below::<S, T>(simd, lowest, x, #[inline(always)] |x| T::normal_cdf(simd, x))
}

impl Gelu {
    /// The function with the normal distribution function itself, PyTorch's default.
    #[must_use]
    pub const fn exact() -> Self {
        Self::Exact
    }

    /// The function with the tanh approximation.
    #[must_use]
    pub const fn tanh() -> Self {
        Self::Tanh
    }

    /// The function at one value, in a constant.
    #[must_use]
    pub const fn at(self, x: f64) -> f64 {
        if x == f64::NEG_INFINITY {
            return 0.0;
        }
        match self {
            Self::Exact => x * constant::normal_cdf(x),
            Self::Tanh => x * constant::sigmoid(2.0 * SQRT_2_OVER_PI * x * (1.0 + CUBE * x * x)),
        }
    }
}

#[diagnostic::do_not_recommend]
impl Function for Gelu {
    #[inline(always)]
    fn value<S: Simd, T: Number>(self, simd: S, x: T::Native<S>) -> T::Native<S> {
        let zero = T::Native::<S>::splat(simd, T::ZERO);
        let y = match self {
            Self::Exact => x * cdf::<S, T>(simd, x),
            Self::Tanh => x * sigmoid_or_zero::<S, T>(simd, bend::<S, T>(simd, x)),
        };
        x.simd_eq(T::from_f64(f64::NEG_INFINITY)).select(zero, y)
    }

    #[inline(always)]
    fn slope<S: Simd, T: Number>(self, simd: S, x: T::Native<S>, _: T::Native<S>) -> T::Native<S> {
        match self {
            Self::Exact => {
                let near = near::<S, T>(simd, x);
                let fall = exp_or_zero::<S, T>(simd, -product::<S, T>(simd, near * T::from_f64(0.5), near));
                (near * T::from_f64(NORMAL_PEAK)).mul_add(fall, cdf::<S, T>(simd, x))
            }
            Self::Tanh => {
                let (zero, one) = (T::Native::<S>::splat(simd, T::ZERO), T::Native::<S>::splat(simd, T::ONE));
                let bend = bend::<S, T>(simd, x);
                // Of `σ(2u)` and `σ(-2u) = 1 - σ(2u)` the smaller one keeps its digits.
                let small = sigmoid_or_zero::<S, T>(simd, -bend.abs());
                let share = bend.simd_lt(zero).select(small, one - small);
                let near = near::<S, T>(simd, x);
                let inner = (near * near).mul_add(T::Native::<S>::splat(simd, T::from_f64(3.0 * CUBE)), one);
                let steepness = inner * T::from_f64(2.0 * SQRT_2_OVER_PI);
                near.mul_add(small * (one - small) * steepness, share)
            }
        }
    }
}

impl Formula for Gelu {
    #[inline(always)]
    fn formula<R: Real>(self, x: R) -> R {
        if x == R::from_f64(f64::NEG_INFINITY) {
            return R::from_f64(0.0);
        }
        let (one, half) = (R::from_f64(1.0), R::from_f64(0.5));
        match self {
            Self::Exact => x * (-x * R::from_f64(core::f64::consts::FRAC_1_SQRT_2)).erfc() * half,
            Self::Tanh => {
                let inner = R::from_f64(SQRT_2_OVER_PI) * (x + R::from_f64(CUBE) * x * x * x);
                x * half * (one + inner.tanh())
            }
        }
    }
}
