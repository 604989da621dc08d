//! How the learning rate changes while a network is trained.
//!
//! A schedule says what the learning rate is at a place of the run, counted from 0, given the optimizer's own (its *base*). What
//! is counted is up to whoever asks: [`Trainer::schedule`](crate::train::Trainer::schedule) counts epochs and
//! [`Trainer::schedule_steps`](crate::train::Trainer::schedule_steps) steps of the optimizer, and a loop of one's own hands
//! [`rate`](Schedule::rate) to the optimizer whenever it likes. Formulas, names and defaults are PyTorch's.
//!
//! | schedule | in PyTorch | the rate at `t` |
//! |---|---|---|
//! | [`Constant`] | `ConstantLR` | the base, or a part of it for a while |
//! | [`Linear`] | `LinearLR` | along a line from one part of the base to another |
//! | [`Polynomial`] | `PolynomialLR` | `base (1 - t / total_iters)^power` |
//! | [`StepDecay`] | `StepLR` | times `gamma` every so often |
//! | [`MultiStepDecay`] | `MultiStepLR` | times `gamma` at each milestone |
//! | [`ExponentialDecay`] | `ExponentialLR` | `base gamma^t` |
//! | [`CosineAnnealing`] | `CosineAnnealingLR` | along half a cosine |
//! | [`CosineWarmRestarts`] | `CosineAnnealingWarmRestarts` | the same, again and again |
//! | [`OneCycle`] | `OneCycleLR` | up to a maximum and down to almost nothing |
//! | [`ReduceOnPlateau`] | `ReduceLROnPlateau` | times `factor` when nothing improves |
//!
//! They are composed: [`after_warm_up`](Schedule::after_warm_up) puts a linear warm-up in front of any of them,
//! [`then`](Schedule::then) is one after the other (`SequentialLR`), [`times`](Schedule::times) both at once
//! (`ChainedScheduler`).
//!
//! # Laws
//!
//! - A schedule is a small value, and asking it for a rate changes nothing: any place can be asked for, in any order.
//! - What it remembers (only [`ReduceOnPlateau`] does) changes in [`observe`](Schedule::observe), once after each epoch, and can be
//!   taken out and put back as numbers.
//! - Settings are taken as given and checked by [`Schedule::check`], which the trainer calls before the first step.
//! - If the settings and the base are in their ranges, every rate is finite and not negative. Nothing allocates, nothing panics.
//!
//! # Examples
//!
//! ```
//! use static_nn::schedule::{CosineAnnealing, Schedule};
//!
//! // Up from a third in 4 epochs, then down to zero in 10.
//! let schedule = CosineAnnealing::new(10).after_warm_up(4);
//! let rate = |epoch| schedule.rate(0.3, epoch);
//! assert!((rate(0) - 0.1).abs() < 1e-12 && (rate(2) - 0.2).abs() < 1e-12 && (rate(4) - 0.3).abs() < 1e-12);
//! assert!((rate(9) - 0.15).abs() < 1e-12 && rate(14).abs() < 1e-12);
//! ```

mod constant;
mod cosine;
mod exponential;
mod linear;
mod monitor;
mod multi_step;
mod one_cycle;
mod plateau;
mod polynomial;
mod setting;
mod step_decay;
mod then;
mod times;
mod warm_restarts;

pub use constant::Constant;
pub use cosine::CosineAnnealing;
pub use exponential::ExponentialDecay;
pub use linear::Linear;
pub use monitor::{Measures, Monitor};
pub use multi_step::MultiStepDecay;
pub use one_cycle::{Anneal, OneCycle};
pub use plateau::ReduceOnPlateau;
pub use polynomial::Polynomial;
#[cfg(feature = "std")]
pub(crate) use setting::whole;
pub use step_decay::StepDecay;
pub use then::Then;
pub use times::Times;
pub use warm_restarts::CosineWarmRestarts;

use core::fmt::Debug;

use crate::settings::SettingError;

/// A rule for the learning rate: see the [module](self) for its laws.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a schedule of learning rates",
    label = "no schedule",
    note = "a schedule is `CosineAnnealing::new(10)`, `StepDecay::new(30)`, `OneCycle::new(0.1, 1000)`, ..; the constant rate belongs \
            to the optimizer: `Adam::new(1e-3)`"
)]
pub trait Schedule: Debug + Send + Sync {
    /// Whether all settings are in their range.
    ///
    /// # Errors
    ///
    /// The first setting that is not.
    fn check(&self) -> Result<(), SettingError>;

    /// The learning rate at place `t` of the run, counted from 0, where the optimizer's own is `base`.
    fn rate(&self, base: f64, t: u64) -> f64;

    /// Takes notice of what came of an epoch; by default of nothing.
    fn observe(&mut self, measures: &Measures) {
        let _ = measures;
    }

    /// Calls `visit` for each quantity that [`observe`](Self::observe) reads.
    fn monitors(&self, visit: &mut dyn FnMut(Monitor)) {
        let _ = visit;
    }

    /// Hands what it remembers to `keep`, number by number; by default nothing.
    fn save_state(&self, keep: &mut dyn FnMut(f64)) {
        let _ = keep;
    }

    /// Takes back what [`save_state`](Self::save_state) handed out, in the same order; `None` if there is too little of it.
    fn load_state(&mut self, next: &mut dyn FnMut() -> Option<f64>) -> Option<()> {
        let _ = next;
        Some(())
    }

    /// This schedule up to `milestone`, and from there on `next`, whose places are counted from the milestone.
    fn then<B: Schedule>(self, milestone: u64, next: B) -> Then<Self, B>
    where
        Self: Sized,
    {
        Then::new(self, milestone, next)
    }

    /// Both at once: the rate of this schedule is the base of `other`. For schedules that multiply the base by a factor it is
    /// the product.
    fn times<B: Schedule>(self, other: B) -> Times<Self, B>
    where
        Self: Sized,
    {
        Times::new(self, other)
    }

    /// This schedule after `count` places in which the rate climbs in a line from a third of the base to all of it, PyTorch's default.
    /// From another part: `Linear::new(count).start_factor(0.01).then(count, schedule)`.
    fn after_warm_up(self, count: u64) -> Then<Linear, Self>
    where
        Self: Sized,
    {
        Linear::new(count).then(count, self)
    }
}

#[cfg(test)]
mod tests;
