//! The gradient of the loss of a batch, in runs of blocks.

use core::ops::Range;

use super::{Outcome, Parts, Workspace, lanes_of_block};
use crate::Noise;
use crate::layer::{Layer, Pass, Record};
use crate::loss::{self, Loss};
use crate::network::forward_batch::check_to_learn;
use crate::network::groups::{self, Sum};
use crate::network::{BatchError, ends, work};
use crate::sample::{Sample, Value};
use crate::scalar::Scalar;
use crate::shape::Shape;

/// The gradient of the loss of a batch, with the block path: of the mean of its samples' losses, or of what the
/// [`Reduction`](crate::loss::Reduction) of the loss says.
///
/// A NaN in a sample gives NaN in the loss and the gradient.
///
/// # Errors
///
/// [`BatchError`] if the batch is empty, if there is not one target for each sample, if a sample has a word that the network does not know,
/// if a target is impossible, or if a setting of the loss is out of its range. A network that normalises over the batch takes at least two samples, and as many as the workspace
/// was made for. Nothing has been computed then.
pub fn gradient_batch<'w, T: Scalar, N: Layer<T>, X: Sample<T, N::Input>, Y: Sync, L: Loss<T, N::Output, Y>>(
    net: &N,
    workspace: &'w mut Workspace<T, N>,
    xs: &[X],
    targets: &[Y],
    loss: L,
) -> Result<&'w N, BatchError> {
    gradient_outcome(net, workspace, xs, targets, &loss)?;
    Ok(&workspace.gradient)
}

/// Computes [`gradient_batch`], and says what the batch came to besides.
pub(crate) fn gradient_outcome<T: Scalar, N: Layer<T>, X: Sample<T, N::Input>, Y: Sync, L: Loss<T, N::Output, Y>>(
    net: &N,
    workspace: &mut Workspace<T, N>,
    xs: &[X],
    targets: &[Y],
    loss: &L,
) -> Result<Outcome<T>, BatchError> {
    if xs.len() != targets.len() {
        return Err(BatchError::Length { samples: xs.len(), others: targets.len(), what: "targets" });
    }
    check_ends::<T, N, X, Y, L>()?;
    loss.check_settings()?;
    xs.iter().enumerate().try_for_each(|(sample, x)| check_to_learn::<T, N, X>(sample, x))?;
    for (sample, (x, target)) in xs.iter().zip(targets).enumerate() {
        loss.check_until(target, x.length()).map_err(|error| BatchError::Target { sample, error })?;
    }
    workspace.check_count(xs.len())?;
    let sample = |i: usize| Example { x: xs[i].values(), length: xs[i].length(), target: &targets[i], weight: 1.0 };
    Ok(gradient_checked(net, workspace, xs.len(), Kind { weighted: false, ends: X::ENDS }, sample, loss))
}

/// Whether samples of this type, if they end early, can be learned from.
fn check_ends<T: Scalar, N: Layer<T>, X: Sample<T, N::Input> + ?Sized, Y, L: Loss<T, N::Output, Y>>()
-> Result<(), BatchError> {
    if X::ENDS && !L::HEEDS_ENDS { Err(BatchError::EndsOfLoss) } else { Ok(()) }
}

/// The gradient of the loss of one sample that ends early, with the block path. It has been checked, and so has its target.
pub(super) fn gradient_of_short<T, N, X, Y, L>(
    net: &N,
    workspace: &mut Workspace<T, N>,
    noise: Noise,
    x: &X,
    target: &Y,
    loss: &L,
) -> Result<Sum, BatchError>
where
    T: Scalar,
    N: Layer<T>,
    X: Sample<T, N::Input> + ?Sized,
    L: Loss<T, N::Output, Y>,
{
    check_ends::<T, N, X, Y, L>()?;
    let divisor = loss.reduction().divisor(loss::weight(loss, core::iter::once(target)));
    let kind = Kind { weighted: false, ends: true };
    let terms = Terms { scale: T::from_f64(1.0 / divisor), kind, noise, goes_on: false };
    let sample = |_: usize| Example { x: x.values(), length: x.length(), target, weight: 1.0 };
    let (mut parts, grad) = workspace.parts();
    Ok(gradient_of_group(net, &mut parts, grad, 0..1, &sample, loss, terms))
}

/// A sample with what it should give, and how much it counts.
#[derive(Clone, Copy)]
struct Example<'a, V, Y> {
    x: &'a [V],
    /// How many of its steps are real, if it may end early.
    length: usize,
    target: &'a Y,
    weight: f64,
}

/// The gradient of the loss of the samples of a data set at `order`, with the block path. Settings, targets and the number of samples
/// have been checked, and `order` holds indices of samples. With `weights`, one for each sample of the data set, it is that of
/// [`Weighted`](crate::loss::Weighted).
pub(crate) fn gradient_indexed<T: Scalar, N: Layer<T>, X: Sample<T, N::Input>, Y: Sync, L: Loss<T, N::Output, Y>>(
    net: &N,
    workspace: &mut Workspace<T, N>,
    xs: &[X],
    targets: &[Y],
    weights: Option<&[f64]>,
    order: &[u32],
    loss: &L,
) -> Outcome<T> {
    let sample = |i: usize| {
        let place = order[i] as usize;
        let weight = weights.map_or(1.0, |weights| weights[place]);
        Example { x: xs[place].values(), length: xs[place].length(), target: &targets[place], weight }
    };
    let kind = Kind { weighted: weights.is_some(), ends: X::ENDS };
    gradient_checked(net, workspace, order.len(), kind, sample, loss)
}

/// The gradient of the loss of `count` samples that have been checked; zero for no samples.
fn gradient_checked<'a, T: Scalar, V: Value<T>, N: Layer<T>, Y: Sync + 'a, L: Loss<T, N::Output, Y>>(
    net: &N,
    workspace: &mut Workspace<T, N>,
    count: usize,
    kind: Kind,
    sample: impl Fn(usize) -> Example<'a, V, Y> + Sync,
    loss: &L,
) -> Outcome<T> {
    let noise = workspace.draw();
    let (run, whole) = (workspace.run(), workspace.states.is_some());
    let goes_on = workspace.states.is_some_and(|before| before > 0);
    let blocks = run / lanes_of_block::<T, N>();
    // In the order of the samples, before they are divided between threads.
    let weight = if kind.weighted {
        loss::weight_of_all(loss, (0..count).map(|i| (sample(i).target, sample(i).weight)))
    } else {
        loss::weight(loss, (0..count).map(|i| sample(i).target))
    };
    let divisor = loss.reduction().divisor(weight);
    let terms = Terms { scale: T::from_f64(1.0 / divisor), kind, noise, goes_on };
    let threads = if whole { 1 } else { work::gradient_threads::<T, N>(count) };
    let room = groups::Room {
        gradient: &mut workspace.gradient,
        parts: &mut workspace.parts,
        lanes: &mut workspace.lanes,
        run,
        whole,
    };
    let Sum { loss: sum, correct } = groups::sum::<T, N>(room, count, threads, |samples, lanes, grad| {
        gradient_of_group(net, &mut Parts::new(lanes, blocks), grad, samples, &sample, loss, terms)
    });
    if let Some(states) = &mut workspace.states {
        *states = count;
    }
    workspace.conclude(net, sum, weight, loss.reduction(), correct);
    workspace.outcome
}

/// What samples come with.
#[derive(Clone, Copy)]
struct Kind {
    /// Whether they have weights.
    weighted: bool,
    /// Whether they may end early.
    ends: bool,
}

/// What all samples of a batch have in common.
#[derive(Clone, Copy)]
struct Terms<T> {
    /// What gradients are multiplied by.
    scale: T,
    kind: Kind,
    noise: Noise,
    /// Whether the samples go on where the ones before have ended.
    goes_on: bool,
}

/// The gradient of the losses of some samples, times the scale, in runs of as many blocks as `parts` has room for.
fn gradient_of_group<'a, T: Scalar, V: Value<T>, N: Layer<T>, Y: 'a, L: Loss<T, N::Output, Y>>(
    net: &N,
    parts: &mut Parts<'_, T, N>,
    grad: &mut N,
    group: Range<usize>,
    sample: &impl Fn(usize) -> Example<'a, V, Y>,
    loss: &L,
    Terms { scale, kind, noise, goes_on }: Terms<T>,
) -> Sum {
    let room = parts.x.len() * T::LANES;
    if !N::WRITES || group.is_empty() {
        T::zero(grad.as_mut_slice());
    }
    let (mut total, mut correct) = (0.0, Some(0));
    for from in group.clone().step_by(room) {
        let samples = room.min(group.end - from);
        let blocks = samples.div_ceil(T::LANES);
        let first = N::WRITES && from == group.start;
        let pass = Pass { first, goes_on, ..Pass::new(samples).with_noise(noise.at(from)) };
        let block_of = |block: usize| from + block * T::LANES..from + samples.min((block + 1) * T::LANES);
        for (block, x) in parts.x[..blocks].iter_mut().enumerate() {
            V::pack(pass.level, block_of(block).map(|i| sample(i).x), N::Input::flat_mut(x));
            if kind.ends {
                let lengths = &mut parts.lengths[block * T::LANES..][..T::LANES];
                ends::end::<T, N::Input>(block_of(block).map(|i| sample(i).length), lengths, N::Input::flat_mut(x));
            }
        }
        let pass = Pass { lengths: kind.ends.then_some(&parts.lengths[..blocks * T::LANES]), ..pass };
        let (x, y) = (&parts.x[..blocks], &mut parts.y[..blocks]);
        let cache = &mut parts.cache[..blocks * N::CACHE];
        net.forward_train_blocks(&pass, x, y, cache, parts.scratch);
        for (block, (y, dy)) in y.iter().zip(&mut *parts.dy).enumerate() {
            let lanes = block_of(block);
            let mut losses = [T::ZERO; 16];
            let mut targets = [sample(lanes.start).target; 16];
            for (target, i) in targets.iter_mut().zip(lanes.clone()) {
                *target = sample(i).target;
            }
            let (targets, losses) = (&targets[..lanes.len()], &mut losses[..lanes.len()]);
            let of_block = Pass { lengths: pass.lengths_of(block, T::LANES), ..pass };
            loss.block(&of_block, y, targets, scale, dy, losses);
            if kind.weighted {
                let mut weights = [T::ZERO; 16];
                weights.iter_mut().zip(lanes).for_each(|(weight, i)| *weight = T::from_f64(sample(i).weight));
                loss::weigh::<T>(pass.level, &weights[..T::LANES], N::Output::flat_mut(dy), losses);
            }
            total += losses.iter().map(|loss| loss.to_f64()).sum::<f64>();
            correct = correct.zip(loss.correct_in_block(y, targets)).map(|(sum, right)| sum + right);
        }
        let record = Record { x, y: &*y, cache: &*cache };
        net.backward_blocks(&pass, record, &parts.dy[..blocks], None, grad, parts.scratch);
    }
    Sum { loss: total, correct }
}
