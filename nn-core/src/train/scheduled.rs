//! A schedule of any kind, so that the type of a trainer does not tell it.

use alloc::boxed::Box;

use crate::schedule::{Constant, Schedule};

/// The schedule of a trainer; none is the optimizer's own rate throughout.
#[derive(Clone, Debug)]
pub(super) struct Scheduled(Option<Box<dyn Copied>>);

/// A schedule that can be copied by those who do not know its type.
trait Copied: Schedule {
    fn copied(&self) -> Box<dyn Copied>;
}

impl<S: Schedule + Clone + 'static> Copied for S {
    fn copied(&self) -> Box<dyn Copied> {
        Box::new(self.clone())
    }
}

impl Clone for Box<dyn Copied> {
    fn clone(&self) -> Self {
        (**self).copied()
    }
}

impl Scheduled {
    pub(super) const NONE: Self = Self(None);

    pub(super) fn new(schedule: impl Schedule + Clone + 'static) -> Self {
        Self(Some(Box::new(schedule)))
    }

    pub(super) fn get(&self) -> &dyn Schedule {
        match &self.0 {
            Some(schedule) => &**schedule,
            None => &Constant::UNCHANGED,
        }
    }

    /// To be changed by what it observes.
    pub(super) fn as_dyn(&mut self) -> &mut dyn Schedule {
        &mut **self.0.get_or_insert_with(|| Box::new(Constant::UNCHANGED))
    }
}
