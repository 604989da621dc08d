//! Why a step was not taken.

use thiserror::Error;

use super::BatchError;
use crate::optim;

/// Why a step was not taken. The network and the optimizer's state are as they were.
#[derive(Clone, Copy, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum StepError {
    /// The batch cannot be used.
    #[error(transparent)]
    Batch(#[from] BatchError),
    /// A setting of the optimizer is out of its range, or its state belongs to another network or optimizer.
    #[error(transparent)]
    Optimizer(#[from] optim::StepError),
    /// The numbers that [`train_step_in`](super::train_step_in) was lent are too few.
    #[error("a training step of this network needs room for {needed} numbers, and there is room for {found}")]
    Room {
        /// How many it needs: [`TRAIN_ROOM`](super::Network::TRAIN_ROOM), or more where the declaration freezes much.
        needed: usize,
        /// How many there are.
        found: usize,
    },
    /// A number is infinite or NaN. The parameters may have become so in the step before, with a learning rate that is far too large:
    /// `train_step` says how to have them back.
    #[error("{what} is {value}: a sample is not finite, or training has diverged; a smaller learning rate may help")]
    NotFinite {
        /// What it is: the loss or the gradient.
        what: &'static str,
        /// The number.
        value: f64,
    },
}
