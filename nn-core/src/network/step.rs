//! One step of training: for people with a loop of their own, and what the trainer's has in common with it.

use super::finite::first_not_finite;
use super::workspace::gradient_outcome;
use super::{Outcome, StepError, Workspace};
use crate::layer::Layer;
use crate::loss::Loss;
use crate::optim::{Optimizer, SettingError, State};
use crate::sample::Sample;
use crate::scalar::Scalar;
use crate::threads;

/// Why a step against the gradient of a batch was not taken. Nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Halt {
    /// A setting of the optimizer is out of its range.
    Setting(SettingError),
    /// The loss or the gradient is infinite or NaN.
    NotFinite { what: &'static str, value: f64 },
}

impl From<SettingError> for Halt {
    fn from(error: SettingError) -> Self {
        Self::Setting(error)
    }
}

impl From<Halt> for StepError {
    fn from(halt: Halt) -> Self {
        match halt {
            Halt::Setting(error) => Self::Optimizer(error.into()),
            Halt::NotFinite { what, value } => Self::NotFinite { what, value },
        }
    }
}

impl<T: Scalar> Outcome<T> {
    /// What the batch came to, if its loss is finite.
    pub(crate) fn finite(self) -> Result<Self, Halt> {
        if self.loss.is_finite() {
            return Ok(self);
        }
        Err(Halt::NotFinite { what: "the loss", value: self.loss.to_f64() })
    }
}

/// Lets `step` change what is not frozen of the network against the gradient in the workspace, if that is finite, and gives the network
/// its statistics.
pub(crate) fn descend<T: Scalar, N: Layer<T>>(
    net: &mut N,
    workspace: &mut Workspace<T, N>,
    threads: usize,
    step: impl FnOnce(&mut N, &mut N) -> Result<(), SettingError>,
) -> Result<(), Halt> {
    if let Some(value) = first_not_finite(workspace.gradient().as_slice(), threads) {
        return Err(Halt::NotFinite { what: "the gradient", value });
    }
    workspace.around_frozen(net, step)?;
    workspace.update_statistics(net);
    Ok(())
}

/// Computes the gradient of a batch and lets the optimizer take one step against it; returns the loss before it.
///
/// # Errors
///
/// [`StepError`]; nothing has changed then.
///
/// # Steps that end in infinity
///
/// A finite gradient times a learning rate that is far too large may be too much for the scalar, and the parameters are infinite after
/// the step. It is the next step that says so, since looking at the parameters after each would be one more pass over them. A loop that
/// wants to go on from there keeps a copy, made once and written every so often; [`Trainer::fit`](crate::train::Trainer::fit) does so after
/// every epoch.
///
/// ```
/// use static_nn::optim::{Sgd, State};
/// use static_nn::{Dense, MeanSquaredError, Parameters, Workspace, network};
///
/// let (mut net, mut workspace) = (Dense::<f32, 1, 1>::zeroed_boxed(), Workspace::new());
/// let mut kept = net.clone();
/// for rate in [0.1, 0.1, 1e38, 0.1] {
///     let sgd = Sgd::new(rate);
///     let mut state = State::new::<Dense<f32, 1, 1>>(&sgd);
///     match network::train_step(&mut *net, &mut workspace, &sgd, &mut state, &[[8.0]], &[[1.0]], &MeanSquaredError) {
///         Ok(_) if net.as_slice().iter().all(|value| value.is_finite()) => kept.as_mut_slice().copy_from_slice(net.as_slice()),
///         _ => net.as_mut_slice().copy_from_slice(kept.as_slice()),
///     }
/// }
/// assert!(net.as_slice().iter().all(|value| value.is_finite()));
/// # Ok::<(), network::StepError>(())
/// ```
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
    loss: L,
) -> Result<T, StepError> {
    state.check::<T, N>(optimizer)?;
    let threads = workspace.threads_for(xs.len());
    threads::enter(threads, || {
        let outcome = gradient_outcome(net, workspace, xs, targets, &loss)?.finite()?;
        descend(net, workspace, threads, |net, gradient| {
            state.take(threads, optimizer, gradient, net);
            Ok(())
        })?;
        Ok(outcome.loss)
    })
}
