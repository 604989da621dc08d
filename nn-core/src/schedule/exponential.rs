//! The rate that falls by the same factor everywhere.

use super::Schedule;
use super::setting::check_factor;
use crate::settings::SettingError;

/// Times `gamma` at every place: PyTorch's `ExponentialLR`.
///
/// `rate = base gamma^t`.
///
/// # Examples
///
/// ```
/// use static_nn::schedule::{ExponentialDecay, Schedule};
///
/// let schedule = ExponentialDecay::new(0.5);
/// assert_eq!([0, 1, 2, 3].map(|epoch| schedule.rate(0.4, epoch)), [0.4, 0.2, 0.1, 0.05]);
/// ```
#[doc(alias = "ExponentialLR")]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ExponentialDecay {
    gamma: f64,
}

#[cfg(feature = "serde")]
crate::serialize::checked! {
    ExponentialDecay {
        gamma: f64,
    }
    Schedule::check
}

impl ExponentialDecay {
    /// `gamma`, 0 to 1, is what is left of the rate from one place to the next.
    #[must_use]
    pub const fn new(gamma: f64) -> Self {
        Self { gamma }
    }
}

impl Schedule for ExponentialDecay {
    fn check(&self) -> Result<(), SettingError> {
        check_factor("gamma", self.gamma)
    }

    fn rate(&self, base: f64, t: u64) -> f64 {
        base * libm::pow(self.gamma, t as f64)
    }
}
