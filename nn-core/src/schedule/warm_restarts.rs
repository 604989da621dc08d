//! The rate along half a cosine, again and again.

use super::Schedule;
use super::cosine::anneal;
use super::setting::{check_count, check_rate};
use crate::settings::SettingError;

/// Down along half a cosine, then up at once and down again (Loshchilov and Hutter, 2017): PyTorch's
/// `CosineAnnealingWarmRestarts`.
///
/// ```text
/// rate = eta_min + (base - eta_min) (1 + cos(pi t_cur / t_i)) / 2
/// ```
///
/// with `t_cur` places since the last restart. The first period `t_i` is `t_0` places long, each other one `t_mult` times as
/// long as the one before. The defaults are `t_mult(1)` and `eta_min(0.0)`.
///
/// # Examples
///
/// ```
/// use static_nn::schedule::{CosineWarmRestarts, Schedule};
///
/// // Periods of 2, 4, 8, .. epochs.
/// let schedule = CosineWarmRestarts::new(2).t_mult(2);
/// assert_eq!([0, 2, 6, 14].map(|epoch| schedule.rate(0.1, epoch)), [0.1; 4]);
/// assert!((schedule.rate(0.1, 4) - 0.05).abs() < 1e-12);
/// ```
#[doc(alias = "CosineAnnealingWarmRestarts")]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct CosineWarmRestarts {
    t_0: u64,
    t_mult: u64,
    eta_min: f64,
}

#[cfg(feature = "serde")]
crate::serialize::checked! {
    CosineWarmRestarts {
        t_0: u64,
        t_mult: u64,
        eta_min: f64,
    }
    Schedule::check
}

impl CosineWarmRestarts {
    /// The first period is `t_0` places long.
    #[must_use]
    pub const fn new(t_0: u64) -> Self {
        Self { t_0, t_mult: 1, eta_min: 0.0 }
    }

    /// How many times as long each period is as the one before, at least 1.
    #[must_use]
    pub const fn t_mult(mut self, t_mult: u64) -> Self {
        self.t_mult = t_mult;
        self
    }

    /// The rate to which it goes down.
    #[must_use]
    pub const fn eta_min(mut self, rate: f64) -> Self {
        self.eta_min = rate;
        self
    }

    /// The places since the last restart, and the length of the period.
    fn period(&self, t: u64) -> (u64, u64) {
        if self.t_mult <= 1 {
            return (t.checked_rem(self.t_0).unwrap_or(0), self.t_0);
        }
        let (mut since, mut length) = (t, self.t_0.max(1));
        while since >= length {
            since -= length;
            length = length.saturating_mul(self.t_mult);
        }
        (since, length)
    }
}

impl Schedule for CosineWarmRestarts {
    fn check(&self) -> Result<(), SettingError> {
        check_count("t_0", self.t_0)?;
        check_count("t_mult", self.t_mult)?;
        check_rate("eta_min", self.eta_min)
    }

    fn rate(&self, base: f64, t: u64) -> f64 {
        let (since, length) = self.period(t);
        anneal(base, self.eta_min, since, length)
    }
}
