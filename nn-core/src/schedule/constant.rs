//! The rate that stays.

use super::Schedule;
use super::setting::check_factor;
use crate::settings::SettingError;

/// The base, of which only a part is taken at the first places: PyTorch's `ConstantLR`.
///
/// `base factor` for `t < total_iters`, `base` from there on. The default takes all of it from the start: a trainer without a
/// schedule has this one.
///
/// # Examples
///
/// ```
/// use static_nn::schedule::{Constant, Schedule};
///
/// assert_eq!(Constant::default().rate(0.1, 7), 0.1);
/// let constant = Constant::new(0.5, 2);
/// assert_eq!([0, 1, 2, 3].map(|t| constant.rate(0.1, t)), [0.05, 0.05, 0.1, 0.1]);
/// ```
#[doc(alias = "ConstantLR")]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Constant {
    factor: f64,
    total_iters: u64,
}

#[cfg(feature = "serde")]
crate::serialize::checked! {
    Constant {
        factor: f64,
        total_iters: u64,
    }
    Schedule::check
}

impl Constant {
    /// The base throughout.
    pub(crate) const UNCHANGED: Self = Self::new(1.0, 0);

    /// `factor` times the base at the first `total_iters` places. PyTorch's defaults are a third and 5.
    #[must_use]
    pub const fn new(factor: f64, total_iters: u64) -> Self {
        Self { factor, total_iters }
    }
}

impl Default for Constant {
    fn default() -> Self {
        Self::UNCHANGED
    }
}

impl Schedule for Constant {
    fn check(&self) -> Result<(), SettingError> {
        check_factor("factor", self.factor)
    }

    fn rate(&self, base: f64, t: u64) -> f64 {
        if t < self.total_iters { base * self.factor } else { base }
    }
}
