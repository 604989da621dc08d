//! The rate along a power of what is left.

use super::Schedule;
use super::setting::{check, check_count};
use crate::settings::SettingError;

/// Down to zero along a power of the part that is left: PyTorch's `PolynomialLR`.
///
/// ```text
/// rate = base (1 - min(t, total_iters) / total_iters)^power
/// ```
///
/// The power is 1 unless set: a line.
///
/// # Examples
///
/// ```
/// use static_nn::schedule::{Polynomial, Schedule};
///
/// let schedule = Polynomial::new(4).power(2.0);
/// assert_eq!([0, 2, 4, 9].map(|t| schedule.rate(0.4, t)), [0.4, 0.1, 0.0, 0.0]);
/// ```
#[doc(alias = "PolynomialLR")]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Polynomial {
    total_iters: u64,
    power: f64,
}

#[cfg(feature = "serde")]
crate::serialize::checked! {
    Polynomial {
        total_iters: u64,
        power: f64,
    }
    Schedule::check
}

impl Polynomial {
    /// Zero from place `total_iters` on.
    #[must_use]
    pub const fn new(total_iters: u64) -> Self {
        Self { total_iters, power: 1.0 }
    }

    /// The power, more than 0.
    #[must_use]
    pub const fn power(mut self, power: f64) -> Self {
        self.power = power;
        self
    }
}

impl Schedule for Polynomial {
    fn check(&self) -> Result<(), SettingError> {
        check_count("total_iters", self.total_iters)?;
        check(self.power > 0.0 && self.power.is_finite(), "power", self.power, "a finite number of more than 0")
    }

    fn rate(&self, base: f64, t: u64) -> f64 {
        let left = 1.0 - t.min(self.total_iters) as f64 / self.total_iters as f64;
        base * libm::pow(left, self.power)
    }
}
