//! The rate down stairs of chosen widths.

use super::Schedule;
use super::setting::{check, check_factor};
use crate::settings::SettingError;

/// Times `gamma` at each milestone: PyTorch's `MultiStepLR`.
///
/// `gamma` is 0.1 unless set.
///
/// # Examples
///
/// ```
/// use static_nn::schedule::{MultiStepDecay, Schedule};
///
/// let schedule = MultiStepDecay::new([30, 80]).gamma(0.5);
/// assert_eq!([0, 29, 30, 79, 80].map(|epoch| schedule.rate(0.4, epoch)), [0.4, 0.4, 0.2, 0.2, 0.1]);
/// ```
#[doc(alias = "MultiStepLR")]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct MultiStepDecay<const N: usize> {
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::list"))]
    milestones: [u64; N],
    gamma: f64,
}

#[cfg(feature = "serde")]
crate::serialize::checked! {
    [const N: usize] MultiStepDecay<N> {
        #[serde(with = "crate::serialize::list")] milestones: [u64; N],
        gamma: f64,
    }
    Schedule::check
}

impl<const N: usize> MultiStepDecay<N> {
    /// A stair at each of these places, which must ascend.
    #[must_use]
    pub const fn new(milestones: [u64; N]) -> Self {
        Self { milestones, gamma: 0.1 }
    }

    /// What is left of the rate at each stair, 0 to 1.
    #[must_use]
    pub const fn gamma(mut self, gamma: f64) -> Self {
        self.gamma = gamma;
        self
    }
}

impl<const N: usize> Schedule for MultiStepDecay<N> {
    fn check(&self) -> Result<(), SettingError> {
        for pair in self.milestones.windows(2) {
            check(pair[0] < pair[1], "milestones", pair[1] as f64, "more than the one before")?;
        }
        check_factor("gamma", self.gamma)
    }

    fn rate(&self, base: f64, t: u64) -> f64 {
        let stairs = self.milestones.iter().filter(|milestone| **milestone <= t).count();
        base * libm::pow(self.gamma, stairs as f64)
    }
}
