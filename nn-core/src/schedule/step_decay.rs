//! The rate down a staircase.

use super::Schedule;
use super::setting::{check_count, check_factor};
use crate::settings::SettingError;

/// Times `gamma` every `step_size` places: PyTorch's `StepLR`.
///
/// `rate = base gamma^floor(t / step_size)`; `gamma` is 0.1 unless set.
///
/// # Examples
///
/// ```
/// use static_nn::schedule::{Schedule, StepDecay};
///
/// let schedule = StepDecay::new(30).gamma(0.5);
/// assert_eq!([0, 29, 30, 60].map(|epoch| schedule.rate(0.4, epoch)), [0.4, 0.4, 0.2, 0.1]);
/// ```
#[doc(alias = "StepLR")]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct StepDecay {
    step_size: u64,
    gamma: f64,
}

#[cfg(feature = "serde")]
crate::serialize::checked! {
    StepDecay {
        step_size: u64,
        gamma: f64,
    }
    Schedule::check
}

impl StepDecay {
    /// A stair every `step_size` places.
    #[must_use]
    pub const fn new(step_size: u64) -> Self {
        Self { step_size, gamma: 0.1 }
    }

    /// What is left of the rate at each stair, 0 to 1.
    #[must_use]
    pub const fn gamma(mut self, gamma: f64) -> Self {
        self.gamma = gamma;
        self
    }
}

impl Schedule for StepDecay {
    fn check(&self) -> Result<(), SettingError> {
        check_count("step_size", self.step_size)?;
        check_factor("gamma", self.gamma)
    }

    fn rate(&self, base: f64, t: u64) -> f64 {
        base * libm::pow(self.gamma, t.checked_div(self.step_size).unwrap_or(0) as f64)
    }
}
