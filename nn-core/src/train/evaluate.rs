//! Loss and accuracy of a network on samples that it does not learn from.

use alloc::boxed::Box;

use super::data::{self, Samples};
use super::tally::Tally;
use super::{Model, Set, TrainError};
use crate::layer::{Layer, Output};
use crate::loss::Loss;
use crate::network::{Workspace, samples_at_a_time, work};
use crate::sample::Sample;
use crate::scalar::Scalar;
use crate::threads;

/// How a network did on some samples.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Evaluation {
    /// The mean loss over the samples, averaged like that of an [`Epoch`](super::Epoch).
    pub loss: f64,
    /// The part of the samples that was right, 0 to 1, where the loss can say so.
    pub accuracy: Option<f64>,
}

/// Measures a network on samples with known targets.
///
/// # Errors
///
/// [`TrainError`] if there are no samples, not one target for each, a value that is not finite, an impossible target, a
/// setting of the loss out of its range, or a loss that is infinite or NaN.
///
/// # Examples
///
/// ```
/// use static_nn::loss::CrossEntropy;
/// use static_nn::train::evaluate;
/// use static_nn::{Dense, Parameters};
///
/// // All weights zero: both classes are equally likely, and the first is taken.
/// let network = Dense::<f32, 3, 2>::zeroed_boxed();
/// let result = evaluate(&network, &[[1.0, 2.0, 3.0]; 4], &[0_u8, 0, 0, 1], &CrossEntropy)?;
/// assert_eq!(result.accuracy, Some(0.75));
/// assert!((result.loss - core::f64::consts::LN_2).abs() < 1e-6);
/// # Ok::<(), static_nn::train::TrainError>(())
/// ```
pub fn evaluate<T, M, P, X, Y, L>(model: &M, xs: &[X], ys: &[Y], loss: L) -> Result<Evaluation, TrainError>
where
    T: Scalar,
    M: Model<T, P>,
    X: Sample<T, <M::Network as Layer<T>>::Input>,
    Y: Sync,
    L: Loss<T, <M::Network as Layer<T>>::Output, Y>,
{
    let samples = Samples::alike(xs, ys);
    data::check::<T, M::Network, X, Y>(Set::Evaluation, samples, &loss)?;
    let network = model.network();
    let threads = threads::available(self::threads::<T, M::Network>(xs.len()));
    let mut workspace = Workspace::with_threads(xs.len().min(samples_at_a_time::<T, M::Network>()), threads);
    let mut outputs = outputs::<T, M::Network>(xs.len(), threads);
    let result = threads::enter(threads, || measure(network, &mut workspace, &mut outputs, samples, &loss));
    if result.loss.is_finite() {
        return Ok(result);
    }
    Err(TrainError::LossNotFinite { set: Set::Evaluation, value: result.loss })
}

/// Runs of samples whose outputs are held at a time for each thread.
const RUNS: usize = 4;

/// How many threads are worth their while for `samples` samples.
pub(super) fn threads<T: Scalar, N: Layer<T>>(samples: usize) -> usize {
    work::forward_threads::<T, N>(samples)
}

/// Room for the outputs of some samples, at least one and at most as many as there are.
pub(super) fn outputs<T: Scalar, N: Layer<T>>(samples: usize, threads: usize) -> Box<[Output<N, T>]> {
    bytemuck::zeroed_slice_box(samples.clamp(1, RUNS * samples_at_a_time::<T, N>() * threads))
}

/// Loss and accuracy on samples that have been checked.
pub(super) fn measure<T: Scalar, N: Layer<T>, X: Sample<T, N::Input>, Y, L: Loss<T, N::Output, Y>>(
    network: &N,
    workspace: &mut Workspace<T, N>,
    outputs: &mut [Output<N, T>],
    samples: Samples<'_, X, Y>,
    loss: &L,
) -> Evaluation {
    let mut tally = Tally::EMPTY;
    let Samples { xs, ys, weights } = samples;
    let room = outputs.len();
    for (turn, (xs, ys)) in xs.chunks(room).zip(ys.chunks(room)).enumerate() {
        let outputs = &mut outputs[..xs.len()];
        workspace.forward_checked(network, xs, outputs);
        for (i, ((output, target), x)) in outputs.iter().zip(ys).zip(xs).enumerate() {
            let outcome = workspace.outcome_of(output, target, x.length(), loss);
            tally.add(1, &outcome.times(weights.map_or(1.0, |weights| weights[turn * room + i])));
        }
    }
    Evaluation { loss: tally.loss(), accuracy: tally.accuracy() }
}
