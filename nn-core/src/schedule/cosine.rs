//! The rate along half a cosine.

use core::f64::consts::PI;

use super::Schedule;
use super::setting::{check_count, check_rate};
use crate::settings::SettingError;

/// Down along half a cosine (Loshchilov and Hutter, 2017): PyTorch's `CosineAnnealingLR`.
///
/// ```text
/// rate = eta_min + (base - eta_min) (1 + cos(pi t / t_max)) / 2
/// ```
///
/// `eta_min` is 0 unless set. From place `t_max` on the cosine goes on, up again, as PyTorch's does: let it be the length of the run.
/// With a warm-up in front: [`after_warm_up`](Schedule::after_warm_up).
///
/// # Examples
///
/// ```
/// use static_nn::schedule::{CosineAnnealing, Schedule};
///
/// let schedule = CosineAnnealing::new(10).eta_min(0.02);
/// assert_eq!([schedule.rate(0.1, 0), schedule.rate(0.1, 10)], [0.1, 0.02]);
/// assert!((schedule.rate(0.1, 5) - 0.06).abs() < 1e-12);
/// ```
#[doc(alias = "CosineAnnealingLR")]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct CosineAnnealing {
    t_max: u64,
    eta_min: f64,
}

#[cfg(feature = "serde")]
crate::serialize::checked! {
    CosineAnnealing {
        t_max: u64,
        eta_min: f64,
    }
    Schedule::check
}

impl CosineAnnealing {
    /// At its lowest after `t_max` places.
    #[must_use]
    pub const fn new(t_max: u64) -> Self {
        Self { t_max, eta_min: 0.0 }
    }

    /// The lowest rate.
    #[must_use]
    pub const fn eta_min(mut self, rate: f64) -> Self {
        self.eta_min = rate;
        self
    }
}

/// Between two rates, at the part `t / whole` of the way down.
pub(super) fn anneal(base: f64, eta_min: f64, t: u64, whole: u64) -> f64 {
    eta_min + (base - eta_min) * (1.0 + libm::cos(PI * t as f64 / whole as f64)) / 2.0
}

impl Schedule for CosineAnnealing {
    fn check(&self) -> Result<(), SettingError> {
        check_count("t_max", self.t_max)?;
        check_rate("eta_min", self.eta_min)
    }

    fn rate(&self, base: f64, t: u64) -> f64 {
        anneal(base, self.eta_min, t, self.t_max)
    }
}
