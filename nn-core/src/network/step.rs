//! One step of training, for people with a loop of their own.

use thiserror::Error;

use super::{BatchError, Workspace, gradient_batch};
use crate::layer::Layer;
use crate::loss::Loss;
use crate::optim::{Optimizer, SettingError, State, StateError};
use crate::sample::Sample;
use crate::scalar::Scalar;

/// Why a step was not taken. The network and the optimizer's state are as they were.
#[derive(Clone, Copy, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum StepError {
    /// The batch cannot be used.
    #[error(transparent)]
    Batch(#[from] BatchError),
    /// A setting of the optimizer is out of its range.
    #[error(transparent)]
    Setting(#[from] SettingError),
    /// The optimizer's state belongs to another network or optimizer.
    #[error(transparent)]
    State(#[from] StateError),
    /// The loss is infinite or NaN, and so is its gradient.
    #[error("the loss is {loss}: a sample is not finite, or training has diverged; a smaller learning rate may help")]
    NotFinite {
        /// The mean loss.
        loss: f64,
    },
}

/// Computes the gradient of a batch and lets the optimizer take one step against it; returns the mean loss before it.
///
/// # Errors
///
/// [`StepError`]; nothing has changed then.
pub fn train_step<T: Scalar, N: Layer<T>, M: AsMut<[T]>, X: Sample<T, N::Input>, Y, L: Loss<T, N::Output, Y>>(
    net: &mut N,
    workspace: &mut Workspace<T, N>,
    (optimizer, state): (&impl Optimizer, &mut State<M>),
    (xs, targets): (&[X], &[Y]),
    loss: &L,
) -> Result<T, StepError> {
    optimizer.check()?;
    gradient_batch(net, workspace, xs, targets, loss)?;
    step(net, workspace, (optimizer, state))
}

/// Lets the optimizer take one step against the gradient that `workspace` holds; returns the mean loss that belongs to it.
pub(crate) fn step<T: Scalar, N: Layer<T>, M: AsMut<[T]>>(
    net: &mut N,
    workspace: &Workspace<T, N>,
    (optimizer, state): (&impl Optimizer, &mut State<M>),
) -> Result<T, StepError> {
    let loss = workspace.loss();
    if !loss.is_finite() {
        return Err(StepError::NotFinite { loss: loss.to_f64() });
    }
    state.step(crate::kernels::level(), optimizer, net, workspace.gradient())?;
    Ok(loss)
}
