//! One schedule after the other.

use super::setting::check_count;
use super::{Measures, Monitor, Schedule};
use crate::settings::SettingError;

/// One schedule up to a milestone, and from there on another, whose places are counted from the milestone: PyTorch's
/// `SequentialLR`. Made by [`Schedule::then`] and [`Schedule::after_warm_up`].
///
/// Both observe all epochs; so a [`ReduceOnPlateau`](super::ReduceOnPlateau) behind a warm-up has seen the warm-up.
///
/// # Examples
///
/// ```
/// use static_nn::schedule::{Constant, ExponentialDecay, Schedule};
///
/// // Three in a row: milestones are counted from the start of the run.
/// let schedule = Constant::default().then(2, ExponentialDecay::new(0.5)).then(4, Constant::new(0.25, 100));
/// assert_eq!([0, 1, 2, 3, 4, 5].map(|epoch| schedule.rate(0.4, epoch)), [0.4, 0.4, 0.4, 0.2, 0.1, 0.1]);
/// ```
#[doc(alias = "SequentialLR")]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Then<A, B> {
    first: A,
    milestone: u64,
    second: B,
}

impl<A, B> Then<A, B> {
    pub(super) const fn new(first: A, milestone: u64, second: B) -> Self {
        Self { first, milestone, second }
    }
}

impl<A: Schedule, B: Schedule> Schedule for Then<A, B> {
    fn check(&self) -> Result<(), SettingError> {
        check_count("milestone", self.milestone)?;
        self.first.check()?;
        self.second.check()
    }

    fn rate(&self, base: f64, t: u64) -> f64 {
        match t.checked_sub(self.milestone) {
            None => self.first.rate(base, t),
            Some(t) => self.second.rate(base, t),
        }
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
