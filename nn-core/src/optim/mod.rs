//! How gradients change parameters.
//!
//! An optimizer is a handful of settings. What it remembers between steps, such as running averages of the gradient, lives in a
//! [`State`] that is made once for a network, on the heap or over a caller's buffer, and can be read for saving. Parameters,
//! gradient and memory are flat slices, and a step is one pass over them.
//!
//! # Laws
//!
//! - Settings are taken as given and checked by [`Optimizer::check`], which runs before training starts.
//! - A step allocates nothing, and computes each parameter by itself with no fused operations: its result is the same on every
//!   target and at every level of vector instructions, bit by bit.

mod adam;
mod adamw;
mod divide;
mod setting;
mod sgd;
mod state;
#[cfg(test)]
pub(crate) mod testing;

pub use adam::Adam;
pub use adamw::AdamW;
pub use setting::SettingError;
pub use sgd::Sgd;
pub use state::{State, StepError};

use crate::scalar::Scalar;
use fearless_simd::Level;

/// A rule that changes parameters against their gradient: see the [module](self) for its laws.
pub trait Optimizer: Sync {
    /// How many runs of memory it keeps, each as long as the parameters.
    fn runs(&self) -> usize;

    /// Whether all settings are in their range.
    ///
    /// # Errors
    ///
    /// The first setting that is not.
    fn check(&self) -> Result<(), SettingError>;

    /// The factor by which a step is scaled.
    fn learning_rate(&self) -> f64;

    /// Changes that factor for the steps to come.
    fn set_learning_rate(&mut self, rate: f64);

    /// Takes one step. `gradient` is as long as `parameters`, and `memory`, all zero before the first step, is
    /// [`runs`](Self::runs) times as long; of longer slices only the front is used. `step` counts from 1.
    fn step<T: Scalar>(&self, level: Level, parameters: &mut [T], gradient: &[T], memory: &mut [T], step: u64) {
        self.step_on(1, level, parameters, gradient, memory, step);
    }

    /// [`step`](Self::step) after a gradient that `threads` threads have computed, which may share it.
    fn step_on<T: Scalar>(
        &self,
        threads: usize,
        level: Level,
        parameters: &mut [T],
        gradient: &[T],
        memory: &mut [T],
        step: u64,
    );
}
