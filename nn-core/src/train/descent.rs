//! The optimizer on its way: what it remembers, and the learning rate of every step.

use alloc::boxed::Box;

use super::settings::Pace;
use crate::optim::{Optimizer, SettingError, State};
use crate::parameters::Parameters;
use crate::scalar::Scalar;
use crate::schedule::{Measures, Schedule};

/// An optimizer, its memory, and the schedule of its learning rate.
pub(super) struct Descent<'a, T, O> {
    /// A copy of the trainer's, whose learning rate is that of the moment.
    pub(super) optimizer: &'a mut O,
    pub(super) schedule: &'a mut dyn Schedule,
    pace: Pace,
    /// The learning rate of the trainer's optimizer.
    base: f64,
    pub(super) state: State<Box<[T]>>,
}

impl<'a, T: Scalar, O: Optimizer> Descent<'a, T, O> {
    /// Before the first step on a network of type `P`.
    pub(super) fn new<P: Parameters<T>>(optimizer: &'a mut O, schedule: &'a mut dyn Schedule, pace: Pace) -> Self {
        let state = State::new::<P>(optimizer);
        Self { base: optimizer.learning_rate(), optimizer, schedule, pace, state }
    }

    /// The beginning of an epoch, counted from 0. A schedule may come to a rate that is out of its range.
    pub(super) fn begin_epoch(&mut self, epoch: usize) -> Result<(), SettingError> {
        if self.pace == Pace::Epochs { self.set_rate(epoch as u64) } else { Ok(()) }
    }

    pub(super) fn step<P: Parameters<T>>(
        &mut self,
        threads: usize,
        network: &mut P,
        gradient: &P,
    ) -> Result<(), SettingError> {
        if self.pace == Pace::Steps {
            self.set_rate(self.state.steps())?;
        }
        self.state.take(threads, self.optimizer, gradient, network);
        Ok(())
    }

    fn set_rate(&mut self, place: u64) -> Result<(), SettingError> {
        self.optimizer.set_learning_rate(self.schedule.rate(self.base, place));
        self.optimizer.check()
    }

    /// The end of an epoch.
    pub(super) fn observe(&mut self, measures: &Measures) {
        self.schedule.observe(measures);
    }
}
