//! One step of training, for people with a loop of their own.

use thiserror::Error;

use super::{BatchError, Workspace, gradient_batch, share};
use crate::layer::Layer;
use crate::loss::Loss;
use crate::optim::{self, Optimizer, State};
use crate::sample::Sample;
use crate::scalar::Scalar;
use crate::threads;

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
    /// A number is infinite or NaN.
    #[error("{what} is {value}: a sample is not finite, or training has diverged; a smaller learning rate may help")]
    NotFinite {
        /// What it is: the loss or the gradient.
        what: &'static str,
        /// The number.
        value: f64,
    },
}

/// Computes the gradient of a batch and lets the optimizer take one step against it; returns the loss before it.
///
/// # Errors
///
/// [`StepError`]; nothing has changed then.
pub fn train_step<
    T: Scalar,
    N: Layer<T>,
    M: AsMut<[T]> + Send,
    X: Sample<T, N::Input>,
    Y: Sync,
    L: Loss<T, N::Output, Y>,
>(
    net: &mut N,
    workspace: &mut Workspace<T, N>,
    optimizer: &impl Optimizer,
    state: &mut State<M>,
    xs: &[X],
    targets: &[Y],
    loss: &L,
) -> Result<T, StepError> {
    optimizer.check().map_err(optim::StepError::from)?;
    let threads = workspace.threads_for(xs.len());
    threads::enter(threads, || {
        let gradient = gradient_batch(net, workspace, xs, targets, loss)?;
        let bad_gradient = share::first_not_finite(gradient.as_slice(), threads);
        let loss = workspace.loss();
        if !loss.is_finite() {
            return Err(StepError::NotFinite { what: "the loss", value: loss.to_f64() });
        }
        if let Some(value) = bad_gradient {
            return Err(StepError::NotFinite { what: "the gradient", value });
        }
        state.step_on(threads, optimizer, workspace.gradient(), net)?;
        workspace.update_statistics(net);
        Ok(loss)
    })
}
