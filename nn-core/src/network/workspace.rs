//! The memory of training: the gradient, the activations of a run of blocks, what passes back between layers.

use alloc::boxed::Box;
use core::ops::Range;

use super::groups::{self, Sum};
use super::statistics::Statistics;
use super::{BatchError, block_len, share};
use crate::boxed::Boxed;
use crate::kernels::{dispatch, level, pack};
use crate::layer::{InputBlock, Layer, Output, OutputBlock, Pass, Record};
use crate::loss::{self, Loss, Reduction};
use crate::noise::Noise;
use crate::sample::Sample;
use crate::scalar::{Scalar, scalars_mut};
use crate::shape::Shape;
use crate::threads;

/// Samples that a workspace made by [`Workspace::new`] takes at a time.
const SAMPLES: usize = 64;

/// Everything that the gradient of a network `N` needs, made once.
///
/// A batch may be larger than the workspace: it then goes through in several runs of blocks, with the same result.
///
/// With the feature `rayon` a workspace is made for as many threads as rayon has where it is made: those of the pool that the
/// caller runs in, else of the global one. Large batches are then divided between them, with the same result, bit by
/// bit, for any number of threads. A call from outside the pool hands its work over, which takes some microseconds and
/// now and then a little memory of rayon's; inside `pool.install(|| ..)` nothing is allocated.
#[derive(Debug)]
pub struct Workspace<T: Scalar, N: Layer<T>> {
    gradient: Boxed<N>,
    /// The gradients of those groups of a large batch that are computed at the same time.
    parts: Box<[Boxed<N>]>,
    /// The lanes of each thread.
    lanes: Box<[T::Lanes]>,
    /// The blocks that a thread takes at a time.
    blocks: usize,
    loss: T,
    /// The sum of the losses of the batch, and what its samples count together.
    total: (f64, f64),
    correct: Option<usize>,
    statistics: Statistics<T>,
    /// Where the random numbers of its passes come from, and how many gradients have drawn some.
    noise: Noise,
    drawn: u64,
}

/// The lanes of a workspace, by their use.
struct Parts<'a, T: Scalar, N: Layer<T>> {
    x: &'a mut [InputBlock<N, T>],
    y: &'a mut [OutputBlock<N, T>],
    dy: &'a mut [OutputBlock<N, T>],
    cache: &'a mut [T::Lanes],
    scratch: &'a mut [T::Lanes],
}

impl<T: Scalar, N: Layer<T>> Default for Workspace<T, N> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Scalar, N: Layer<T>> Workspace<T, N> {
    /// A workspace that takes 64 samples at a time.
    #[must_use]
    pub fn new() -> Self {
        Self::with_batch(SAMPLES)
    }

    /// A workspace that takes `samples` samples at a time, at least one block of them.
    ///
    /// # Panics
    ///
    /// If it would be larger than the address space.
    #[must_use]
    pub fn with_batch(samples: usize) -> Self {
        Self::with_threads(samples, threads::available(usize::MAX))
    }

    /// A workspace that takes `samples` samples at a time on each of `threads` threads, or fewer if there is no gain in more.
    pub(crate) fn with_threads(samples: usize, threads: usize) -> Self {
        // A batch whose samples depend on each other has the lanes of all threads to itself.
        let least = if N::COUPLED { 0 } else { samples.min(SAMPLES) };
        let share = samples.div_ceil(threads).max(least);
        let blocks = share.div_ceil(T::LANES).max(1);
        let lanes = blocks.checked_mul(threads).and_then(|blocks| blocks.checked_mul(lanes_of_block::<T, N>()));
        let lanes = bytemuck::zeroed_slice_box(lanes.expect("a workspace fits the address space"));
        let parts = (0..threads.min(groups::MOST)).map(|_| N::zeroed_boxed()).collect();
        Self {
            gradient: N::zeroed_boxed(),
            parts,
            lanes,
            blocks,
            loss: T::ZERO,
            total: (0.0, 0.0),
            correct: None,
            statistics: Statistics::new::<N>(),
            noise: Noise::new(0),
            drawn: 0,
        }
    }

    /// The same workspace with the random numbers that belong to `seed`; without it they belong to 0.
    ///
    /// Every gradient draws new ones. Two workspaces with one seed draw the same, gradient by gradient.
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Self {
        (self.noise, self.drawn) = (Noise::new(seed), 0);
        self
    }

    /// The random numbers of the gradient that was computed last.
    pub(crate) fn noise(&self) -> Noise {
        self.noise.branch(self.drawn)
    }

    /// How many gradients have drawn random numbers.
    pub(crate) fn drawn(&self) -> u64 {
        self.drawn
    }

    /// Lets the next gradient draw what it would after `gradients` others.
    pub(crate) fn draw_after(&mut self, gradients: u64) {
        self.drawn = gradients;
    }

    /// The random numbers of the next gradient.
    fn draw(&mut self) -> Noise {
        self.drawn = self.drawn.wrapping_add(1);
        self.noise()
    }

    /// Writes into `net` what its layers measured in the batch whose gradient was computed last, running means say: what
    /// [`train_step`](super::train_step) does after its step. A loop of one's own calls it after its own.
    ///
    /// It does nothing if the network has no such layer, if no gradient was computed yet, or if that has been done already.
    pub fn update_statistics(&mut self, net: &mut N) {
        self.statistics.write(net);
    }

    /// The gradient that was computed last, in the network's own type.
    #[must_use]
    pub fn gradient(&self) -> &N {
        &self.gradient
    }

    /// The gradient that was computed last, to be changed: clipped, say, or summed.
    pub fn gradient_mut(&mut self) -> &mut N {
        &mut self.gradient
    }

    /// The loss of the batch whose gradient was computed last: the mean, or what the [`Reduction`] of the loss
    /// says.
    #[must_use]
    pub fn loss(&self) -> T {
        self.loss
    }

    /// The sum of the losses of that batch, and what its samples count together in a mean.
    pub(crate) fn total(&self) -> (f64, f64) {
        self.total
    }

    /// How many samples of that batch the network had right, where the loss can say so.
    #[must_use]
    pub fn correct(&self) -> Option<usize> {
        self.correct
    }

    /// The answers to a slice of samples of any length: several blocks at a time, the fastest way for many samples.
    ///
    /// # Errors
    ///
    /// If `ys` is not as long as `xs`; nothing is written then.
    pub fn forward_batch<X: Sample<T, N::Input>>(
        &mut self,
        net: &N,
        xs: &[X],
        ys: &mut [Output<N, T>],
    ) -> Result<(), BatchError> {
        let run = self.blocks * lanes_of_block::<T, N>();
        share::forward(net, &mut self.lanes, run, self.blocks, xs, ys)
    }

    /// How many threads compute the gradient of a batch of `samples` samples.
    pub(crate) fn threads_for(&self, samples: usize) -> usize {
        share::gradient_threads::<T, N>(samples).min(self.parts.len())
    }

    /// How many threads it is made for.
    pub(crate) fn threads(&self) -> usize {
        self.lanes.len() / (self.blocks * lanes_of_block::<T, N>())
    }

    /// The loss of one output. Its gradient goes to where that of a batch would.
    pub(crate) fn loss_of<Y, L: Loss<T, N::Output, Y>>(&mut self, y: &Output<N, T>, target: &Y, loss: &L) -> T {
        let (parts, _) = self.parts();
        let dy = N::Output::view_mut(scalars_mut::<T>(N::Output::flat_all_mut(parts.dy)));
        dispatch!(level(), simd => loss.sample(simd, y, target, dy))
    }

    fn parts(&mut self) -> (Parts<'_, T, N>, &mut N) {
        (Parts::new(&mut self.lanes, self.blocks), &mut self.gradient)
    }
}

impl<'a, T: Scalar, N: Layer<T>> Parts<'a, T, N> {
    fn new(lanes: &'a mut [T::Lanes], blocks: usize) -> Self {
        let (x, rest) = N::Input::splits_mut(lanes, blocks);
        let (y, rest) = N::Output::splits_mut(rest, blocks);
        let (dy, rest) = N::Output::splits_mut(rest, blocks);
        let (cache, scratch) = rest.split_at_mut(blocks * N::CACHE);
        Self { x, y, dy, cache, scratch }
    }
}

/// The lanes of a workspace for one block.
const fn lanes_of_block<T: Scalar, N: Layer<T>>() -> usize {
    block_len::<T, N>() + <N::Output as Shape>::LEN + N::CACHE
}

/// The gradient of the loss of one sample, with the one-sample path: that of a batch with nothing else in it.
///
/// A NaN in the sample gives NaN in the gradient.
///
/// # Errors
///
/// [`BatchError`] if the target is impossible, if a setting of the loss is out of its range, or if the network normalises over the
/// batch.
pub fn gradient<'w, T: Scalar, N: Layer<T>, X: Sample<T, N::Input>, Y, L: Loss<T, N::Output, Y>>(
    net: &N,
    workspace: &'w mut Workspace<T, N>,
    x: &X,
    target: &Y,
    loss: &L,
) -> Result<&'w N, BatchError> {
    let noise = workspace.draw();
    gradient_with(net, workspace, noise, x, target, loss)
}

/// [`gradient`] with these random numbers.
pub(crate) fn gradient_with<'w, T: Scalar, N: Layer<T>, X: Sample<T, N::Input>, Y, L: Loss<T, N::Output, Y>>(
    net: &N,
    workspace: &'w mut Workspace<T, N>,
    noise: Noise,
    x: &X,
    target: &Y,
    loss: &L,
) -> Result<&'w N, BatchError> {
    if N::COUPLED {
        return Err(BatchError::Alone);
    }
    loss.check_settings()?;
    loss.check(target).map_err(|error| BatchError::Target { sample: 0, error })?;
    let (parts, grad) = workspace.parts();
    T::zero(grad.as_mut_slice());
    let x = N::Input::view(x.values());
    let y = N::Output::view_mut(scalars_mut::<T>(N::Output::flat_all_mut(parts.y)));
    let dy = N::Output::view_mut(scalars_mut::<T>(N::Output::flat_all_mut(parts.dy)));
    let cache = &mut scalars_mut::<T>(parts.cache)[..N::CACHE];
    let scratch = scalars_mut::<T>(parts.scratch);
    let level = level();
    dispatch!(level, simd => net.forward_train(simd, noise, x, y, cache, scratch));
    let value = dispatch!(level, simd => loss.sample(simd, y, target, dy));
    let weight = loss::weight(loss, core::iter::once(target));
    let divisor = loss.reduction().divisor(weight);
    if loss.reduction() == Reduction::WeightedMean {
        let scale = T::from_f64(1.0 / divisor);
        for slope in N::Output::flat_mut(dy) {
            *slope *= scale;
        }
    }
    let record = Record { x, y: &*y, cache: &*cache };
    dispatch!(level, simd => net.backward(simd, record, dy, None, grad, scratch));
    workspace.statistics.take(net, &mut *workspace.gradient);
    workspace.correct = loss.correct(y_of::<T, N>(&workspace.lanes, workspace.blocks), target).map(usize::from);
    workspace.loss = T::from_f64(value.to_f64() / divisor);
    workspace.total = (value.to_f64(), weight);
    Ok(&workspace.gradient)
}

/// The first sample's output in a workspace after the one-sample path.
fn y_of<T: Scalar, N: Layer<T>>(lanes: &[T::Lanes], blocks: usize) -> &Output<N, T> {
    N::Output::view(crate::scalar::scalars::<T>(&lanes[blocks * N::Input::LEN..]))
}

/// The gradient of the loss of a batch, with the block path: of the mean of its samples' losses, or of what the
/// [`Reduction`] of the loss says.
///
/// A NaN in a sample gives NaN in the loss and the gradient.
///
/// # Errors
///
/// [`BatchError`] if the batch is empty, if there is not one target for each sample, if a target is impossible, or if a setting of
/// the loss is out of its range. A network that normalises over the batch takes at least two samples, and as many as the workspace
/// was made for. Nothing has been computed then.
pub fn gradient_batch<'w, T: Scalar, N: Layer<T>, X: Sample<T, N::Input>, Y: Sync, L: Loss<T, N::Output, Y>>(
    net: &N,
    workspace: &'w mut Workspace<T, N>,
    xs: &[X],
    targets: &[Y],
    loss: &L,
) -> Result<&'w N, BatchError> {
    if xs.len() != targets.len() {
        return Err(BatchError::Length { samples: xs.len(), others: targets.len(), what: "targets" });
    }
    loss.check_settings()?;
    super::check_samples::<T, N::Input, X>(xs)?;
    for (sample, target) in targets.iter().enumerate() {
        loss.check(target).map_err(|error| BatchError::Target { sample, error })?;
    }
    gradient_of(net, workspace, xs.len(), |i| (xs[i].values(), &targets[i]), loss)
}

/// The gradient of the loss of the samples of a data set at `order`, with the block path. Settings and targets have been
/// checked, and `order` holds indices of samples.
pub(crate) fn gradient_indexed<
    'w,
    T: Scalar,
    N: Layer<T>,
    X: Sample<T, N::Input>,
    Y: Sync,
    L: Loss<T, N::Output, Y>,
>(
    net: &N,
    workspace: &'w mut Workspace<T, N>,
    xs: &[X],
    targets: &[Y],
    order: &[u32],
    loss: &L,
) -> Result<&'w N, BatchError> {
    gradient_of(net, workspace, order.len(), |i| (xs[order[i] as usize].values(), &targets[order[i] as usize]), loss)
}

/// The gradient of the loss of `count` samples.
fn gradient_of<'a, 'w, T: Scalar, N: Layer<T>, Y: Sync + 'a, L: Loss<T, N::Output, Y>>(
    net: &N,
    workspace: &'w mut Workspace<T, N>,
    count: usize,
    sample: impl Fn(usize) -> (&'a [T], &'a Y) + Sync,
    loss: &L,
) -> Result<&'w N, BatchError> {
    if count == 0 {
        return Err(BatchError::Empty);
    }
    let noise = workspace.draw();
    // A thread's lanes, or those of all threads for a batch that must not be divided.
    let run = if N::COUPLED { workspace.lanes.len() } else { workspace.blocks * lanes_of_block::<T, N>() };
    let blocks = run / lanes_of_block::<T, N>();
    if N::COUPLED {
        let room = blocks * T::LANES;
        if count == 1 {
            return Err(BatchError::Alone);
        }
        if count > room {
            return Err(BatchError::Room { samples: count, room });
        }
    }
    // In the order of the samples, before they are divided between threads.
    let weight = loss::weight(loss, (0..count).map(|i| sample(i).1));
    let divisor = loss.reduction().divisor(weight);
    let scale = T::from_f64(1.0 / divisor);
    let room = groups::Room {
        gradient: &mut workspace.gradient,
        parts: &mut workspace.parts,
        lanes: &mut workspace.lanes,
        run,
    };
    let sum = groups::sum::<T, N>(room, count, |samples, lanes, grad| {
        gradient_of_group(net, &mut Parts::new(lanes, blocks), grad, samples, &sample, loss, (scale, noise))
    });
    workspace.statistics.take(net, &mut *workspace.gradient);
    workspace.loss = T::from_f64(sum.loss / divisor);
    workspace.total = (sum.loss, weight);
    workspace.correct = sum.correct;
    Ok(&workspace.gradient)
}

/// The gradient of the losses of some samples, times `scale`, in runs of as many blocks as `parts` has room for.
fn gradient_of_group<'a, T: Scalar, N: Layer<T>, Y: 'a, L: Loss<T, N::Output, Y>>(
    net: &N,
    parts: &mut Parts<'_, T, N>,
    grad: &mut N,
    group: Range<usize>,
    sample: &impl Fn(usize) -> (&'a [T], &'a Y),
    loss: &L,
    (scale, noise): (T, Noise),
) -> Sum {
    let room = parts.x.len() * T::LANES;
    T::zero(grad.as_mut_slice());
    let (mut total, mut correct) = (0.0, Some(0));
    for from in group.clone().step_by(room) {
        let samples = room.min(group.end - from);
        let blocks = samples.div_ceil(T::LANES);
        let pass = Pass::new(samples).with_noise(noise.at(from));
        let block_of = |block: usize| from + block * T::LANES..from + samples.min((block + 1) * T::LANES);
        for (block, x) in parts.x[..blocks].iter_mut().enumerate() {
            pack::pack::<T>(pass.level, block_of(block).map(|i| sample(i).0), N::Input::flat_mut(x));
        }
        let (x, y) = (&parts.x[..blocks], &mut parts.y[..blocks]);
        let cache = &mut parts.cache[..blocks * N::CACHE];
        net.forward_train_blocks(&pass, x, y, cache, parts.scratch);
        for (block, (y, dy)) in y.iter().zip(&mut *parts.dy).enumerate() {
            let lanes = block_of(block);
            let mut losses = [T::ZERO; 16];
            let mut targets = [sample(lanes.start).1; 16];
            for (target, i) in targets.iter_mut().zip(lanes.clone()) {
                *target = sample(i).1;
            }
            let (targets, losses) = (&targets[..lanes.len()], &mut losses[..lanes.len()]);
            loss.block(&pass, y, targets, scale, dy, losses);
            total += losses.iter().map(|loss| loss.to_f64()).sum::<f64>();
            correct = correct.zip(loss.correct_in_block(y, targets)).map(|(sum, right)| sum + right);
        }
        let record = Record { x, y: &*y, cache: &*cache };
        net.backward_blocks(&pass, record, &parts.dy[..blocks], None, grad, parts.scratch);
    }
    Sum { loss: total, correct }
}
