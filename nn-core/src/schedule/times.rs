//! Two schedules at once.

use super::{Measures, Monitor, Schedule};
use crate::settings::SettingError;

/// Two schedules at once, the rate of the first being the base of the second: PyTorch's `ChainedScheduler`. Made by
/// [`Schedule::times`].
///
/// Of schedules that multiply the base by a factor, as all do but [`OneCycle`](super::OneCycle) and those with a lowest rate, it is
/// the product, in either order.
///
/// # Examples
///
/// ```
/// use static_nn::schedule::{ExponentialDecay, Linear, Schedule};
///
/// let schedule = Linear::new(2).start_factor(0.5).times(ExponentialDecay::new(0.5));
/// assert_eq!([0, 1, 2].map(|epoch| schedule.rate(1.0, epoch)), [0.5, 0.375, 0.25]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Times<A, B> {
    first: A,
    second: B,
}

impl<A, B> Times<A, B> {
    pub(super) const fn new(first: A, second: B) -> Self {
        Self { first, second }
    }
}

impl<A: Schedule, B: Schedule> Schedule for Times<A, B> {
    fn check(&self) -> Result<(), SettingError> {
        self.first.check()?;
        self.second.check()
    }

    fn rate(&self, base: f64, t: u64) -> f64 {
        self.second.rate(self.first.rate(base, t), t)
    }

    fn observe(&mut self, measures: &Measures) {
        self.first.observe(measures);
        self.second.observe(measures);
    }

    fn monitors(&self, visit: &mut dyn FnMut(Monitor)) {
        self.first.monitors(visit);
        self.second.monitors(visit);
    }

    fn save_state(&self, keep: &mut dyn FnMut(f64)) {
        self.first.save_state(keep);
        self.second.save_state(keep);
    }

    fn load_state(&mut self, next: &mut dyn FnMut() -> Option<f64>) -> Option<()> {
        self.first.load_state(next)?;
        self.second.load_state(next)
    }
}
