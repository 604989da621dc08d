//! The rate along a line.

use super::Schedule;
use super::setting::{check, check_factor};
use crate::settings::SettingError;

/// Along a line from one part of the base to another: PyTorch's `LinearLR`.
///
/// ```text
/// rate = base (start_factor + (end_factor - start_factor) min(t, total_iters) / total_iters)
/// ```
///
/// The defaults are `start_factor(1.0 / 3.0)` and `end_factor(1.0)`: a warm-up. The other way round it is a linear decay.
///
/// # Examples
///
/// ```
/// use static_nn::schedule::{Linear, Schedule};
///
/// let warm_up = Linear::new(4).start_factor(0.5);
/// assert_eq!([0, 2, 4, 5].map(|epoch| warm_up.rate(0.5, epoch)), [0.25, 0.375, 0.5, 0.5]);
/// ```
#[doc(alias = "LinearLR")]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Linear {
    total_iters: u64,
    start_factor: f64,
    end_factor: f64,
}

#[cfg(feature = "serde")]
crate::serialize::checked! {
    Linear {
        total_iters: u64,
        start_factor: f64,
        end_factor: f64,
    }
    Schedule::check
}

impl Linear {
    /// A line of `total_iters` places. With none the rate is that of its end from the start.
    #[must_use]
    pub const fn new(total_iters: u64) -> Self {
        Self { total_iters, start_factor: 1.0 / 3.0, end_factor: 1.0 }
    }

    /// The part of the base at the start, more than 0 and at most 1.
    #[must_use]
    pub const fn start_factor(mut self, factor: f64) -> Self {
        self.start_factor = factor;
        self
    }

    /// The part of the base at the end, 0 to 1.
    #[must_use]
    pub const fn end_factor(mut self, factor: f64) -> Self {
        self.end_factor = factor;
        self
    }
}

impl Schedule for Linear {
    fn check(&self) -> Result<(), SettingError> {
        let start = self.start_factor;
        check(start > 0.0 && start <= 1.0, "start_factor", start, "more than 0 and at most 1")?;
        check_factor("end_factor", self.end_factor)
    }

    fn rate(&self, base: f64, t: u64) -> f64 {
        if t >= self.total_iters {
            return base * self.end_factor;
        }
        base * (self.start_factor + (self.end_factor - self.start_factor) * t as f64 / self.total_iters as f64)
    }
}
