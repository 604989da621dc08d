//! The optimizer on its way: what it remembers, and the learning rate of every step.

use alloc::boxed::Box;

use super::trainer::Pace;
use crate::kernels;
use crate::optim::{Optimizer, Roles, Step};
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
    pub(super) memory: Box<[T]>,
    /// How many steps have been taken.
    pub(super) steps: u64,
}

impl<'a, T: Scalar, O: Optimizer> Descent<'a, T, O> {
    /// Before the first step on so many parameters.
    pub(super) fn new(optimizer: &'a mut O, schedule: &'a mut dyn Schedule, pace: Pace, parameters: usize) -> Self {
        let memory = bytemuck::zeroed_slice_box(optimizer.runs() * parameters);
        Self { base: optimizer.learning_rate(), optimizer, schedule, pace, memory, steps: 0 }
    }

    /// The beginning of an epoch, counted from 0.
    pub(super) fn begin_epoch(&mut self, epoch: usize) {
        if self.pace == Pace::Epochs {
            self.optimizer.set_learning_rate(self.schedule.rate(self.base, epoch as u64));
        }
    }

    pub(super) fn step<N: Parameters<T>>(&mut self, threads: usize, network: &mut N, gradient: &N) {
        if self.pace == Pace::Steps {
            self.optimizer.set_learning_rate(self.schedule.rate(self.base, self.steps));
        }
        self.steps += 1;
        self.optimizer.take(Step {
            parameters: network.as_mut_slice(),
            gradient: gradient.as_slice(),
            memory: &mut self.memory,
            roles: Roles::of::<T, N>(),
            number: self.steps,
            level: kernels::level(),
            threads,
        });
    }

    /// The end of an epoch.
    pub(super) fn observe(&mut self, measures: &Measures) {
        self.schedule.observe(measures);
    }
}
