//! The functions once more as books have them, on one number of any kind: what tests and measurements compare with.

use core::ops::{Add, Div, Mul, Neg, Sub};

use super::sealed::Sealed;

/// A number on which the formulas of the functions can be computed: a plain `f64`, or one of a measurement's own.
#[doc(hidden)]
pub trait Real:
    Copy
    + PartialOrd
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
{
    /// The nearest number to `value`.
    fn from_f64(value: f64) -> Self;
    /// `eˣ`.
    #[must_use]
    fn exp(self) -> Self;
    /// `eˣ - 1`.
    #[must_use]
    fn exp_m1(self) -> Self;
    /// `ln(1 + x)`.
    #[must_use]
    fn ln_1p(self) -> Self;
    /// The hyperbolic tangent.
    #[must_use]
    fn tanh(self) -> Self;
    /// The complementary error function.
    #[must_use]
    fn erfc(self) -> Self;

    /// The nearest number from `low` to `high`; NaN stays NaN.
    #[must_use]
    #[inline(always)]
    fn limited(self, low: f64, high: f64) -> Self {
        let (low, high) = (Self::from_f64(low), Self::from_f64(high));
        if self < low {
            low
        } else if self > high {
            high
        } else {
            self
        }
    }
}

impl Real for f64 {
    fn from_f64(value: f64) -> Self {
        value
    }

    fn exp(self) -> Self {
        libm::exp(self)
    }

    fn exp_m1(self) -> Self {
        libm::expm1(self)
    }

    fn ln_1p(self) -> Self {
        libm::log1p(self)
    }

    fn tanh(self) -> Self {
        libm::tanh(self)
    }

    fn erfc(self) -> Self {
        libm::erfc(self)
    }
}

/// A function as its formula, one value at a time. The values at minus and plus infinity are the limits.
#[doc(hidden)]
pub trait Formula: Copy + Sealed {
    /// `f(x)`.
    fn formula<R: Real>(self, x: R) -> R;
}
