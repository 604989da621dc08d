//! The memory of training: the gradient, the activations of a run of blocks, what passes back between layers.

mod at_a_time;
mod gradient;
mod gradient_of_one;
mod outcome;

pub(crate) use at_a_time::samples_at_a_time;
pub use gradient::gradient_batch;
pub(crate) use gradient::{gradient_indexed, gradient_outcome};
pub(crate) use gradient_of_one::gradient_with;
pub use gradient_of_one::{gradient, input_gradient};
pub(crate) use outcome::Outcome;

use alloc::boxed::Box;

use super::forward_batch::{check_batch, forward_divided};
use super::frozen::{FreezeError, Frozen};
use super::statistics::Statistics;
use super::{BatchError, block_len, groups, work};
use crate::Noise;
use crate::boxed::Boxed;
use crate::kernels::{dispatch, level};
use crate::layer::{InputBlock, Layer, Output, OutputBlock};
use crate::loss::{self, Loss};
use crate::sample::Sample;
use crate::scalar::{Scalar, scalars_mut};
use crate::shape::Shape;
use crate::threads;

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
    /// What the last batch came to.
    outcome: Outcome<T>,
    statistics: Statistics<T>,
    frozen: Frozen<T>,
    /// Where the random numbers of its passes come from, and how many gradients have drawn some.
    noise: Noise,
    drawn: u64,
    /// Of how many samples the lanes have what the layers remember; `None` if none is to go on.
    states: Option<usize>,
}

/// The lanes of a workspace, by their use.
struct Parts<'a, T: Scalar, N: Layer<T>> {
    x: &'a mut [InputBlock<N, T>],
    y: &'a mut [OutputBlock<N, T>],
    dy: &'a mut [OutputBlock<N, T>],
    cache: &'a mut [T::Lanes],
    /// Where the samples end, if they may end early: a number for each lane.
    lengths: &'a mut [u32],
    scratch: &'a mut [T::Lanes],
}

impl<T: Scalar, N: Layer<T>> Default for Workspace<T, N> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Scalar, N: Layer<T>> Workspace<T, N> {
    /// How many samples pass through the network at a time, 64 for all but those with very large activations: as many blocks as leave
    /// their activations in the second-level cache, and at least one.
    ///
    /// A larger batch takes several turns, and no longer for it. The number changes no bit of a result.
    pub const SAMPLES_AT_A_TIME: usize = samples_at_a_time::<T, N>();

    /// A workspace that takes [`SAMPLES_AT_A_TIME`](Self::SAMPLES_AT_A_TIME) samples at a time.
    #[must_use]
    pub fn new() -> Self {
        Self::with_batch(Self::SAMPLES_AT_A_TIME)
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
        let least = if N::COUPLED { 0 } else { samples.min(Self::SAMPLES_AT_A_TIME) };
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
            outcome: Outcome::NONE,
            statistics: Statistics::new::<N>(),
            frozen: Frozen::declared::<N>(),
            noise: Noise::new(0),
            drawn: 0,
            states: None,
        }
    }

    /// The same workspace for signals that are cut into windows: each batch goes on where the one before has ended, sample by sample, as
    /// Keras's `stateful` has it.
    ///
    /// Recurrent layers then begin with the state that the window before has left, and take it as given: the gradient ends with the
    /// window (truncated backpropagation through time). So long signals are learned from short windows. All batches have the same number of
    /// samples, until [`reset_state`](Self::reset_state) lets new signals begin. They go through at once, on one thread, in a workspace
    /// made for as many with [`with_batch`](Self::with_batch). The direction from behind of a bidirectional layer, and convolutions, begin anew with
    /// each window; so does everything with [`gradient`] of one sample, which knows no state. Answers to batches, too, forget the states.
    ///
    /// A [`Trainer`](crate::train::Trainer::stateful) does all of it.
    ///
    /// # Examples
    ///
    /// ```
    /// use static_nn::{Adam, MeanSquaredError, Workspace, network, optim::State};
    ///
    /// network! {
    ///     struct Forecast { input: [16, 1], Gru(8), Dense(1) }
    /// }
    ///
    /// // Two signals of 160 steps in ten windows.
    /// let signal = |phase: f32| -> Vec<[f32; 16]> {
    ///     (0..10).map(|window| std::array::from_fn(|t| (0.3 * (16 * window + t) as f32 + phase).sin())).collect()
    /// };
    /// let signals = [signal(0.0), signal(1.0)];
    /// let mut net = Forecast::boxed(1);
    /// let (adam, mut workspace) = (Adam::new(0.01), Workspace::with_batch(2).stateful());
    /// let mut state = State::new::<Forecast>(&adam);
    /// workspace.reset_state();
    /// for window in 0..10 {
    ///     let xs = [signals[0][window], signals[1][window]];
    ///     let targets = xs.map(|x| x.map(|value| [value]));
    ///     net.train_step(&mut workspace, &adam, &mut state, &xs, &targets, MeanSquaredError)?;
    /// }
    /// # Ok::<(), network::StepError>(())
    /// ```
    #[must_use]
    pub fn stateful(mut self) -> Self {
        self.states = Some(0);
        self
    }

    /// Lets new signals begin with the next batch, of a [`stateful`](Self::stateful) workspace: their states are zero.
    pub fn reset_state(&mut self) {
        if let Some(samples) = &mut self.states {
            *samples = 0;
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

    /// Freezes the layer, block or tensor called `name`, or all whose name it fits where it has a `*` for any letters: `fc1`,
    /// `encoder`, `fc1.weight`, `fc*`, `*.bias`.
    ///
    /// From then on the gradient is zero there, and [`train_step`](super::train_step) leaves these parameters as they are: no step, no
    /// decay, no limit, and running statistics stay too. (A batch normalisation that is frozen still normalises by the batch in training.)
    ///
    /// # Errors
    ///
    /// If nothing in the network is called that.
    ///
    /// # Examples
    ///
    /// ```
    /// use static_nn::{Dense, MeanSquaredError, Parameters, Workspace, network};
    ///
    /// let line = Dense::<f32, 1, 1>::zeroed();
    /// let mut workspace = Workspace::<f32, Dense<f32, 1, 1>>::new();
    /// workspace.freeze("bias")?;
    /// let gradient = network::gradient(&line, &mut workspace, &[2.0], &1.0, MeanSquaredError)?;
    /// assert_eq!((gradient.weight[0], gradient.bias[0]), (-4.0, 0.0));
    /// let error = workspace.freeze("biass").unwrap_err();
    /// assert_eq!(error.to_string(), "no layer and no tensor of the network is called `biass`; the name most like it is `bias`");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn freeze(&mut self, name: &str) -> Result<(), FreezeError> {
        self.frozen.freeze::<N>(name)
    }

    /// The same workspace with nothing frozen.
    pub(crate) fn thawed(mut self) -> Self {
        self.frozen = Frozen::NONE;
        self
    }

    /// The names of what is frozen.
    #[cfg(feature = "std")]
    pub(crate) fn frozen(&self) -> alloc::string::String {
        self.frozen.names::<N>()
    }

    /// Lets `change` change `net`, but for what is frozen. It is handed the gradient as well.
    pub(super) fn around_frozen<R>(&mut self, net: &mut N, change: impl FnOnce(&mut N, &mut N) -> R) -> R {
        let gradient = &mut *self.gradient;
        self.frozen.around(net, |net| change(net, gradient))
    }

    /// Writes into `net` what its layers measured in the batch whose gradient was computed last, running means say: what
    /// [`train_step`](super::train_step) does after its step. A loop of one's own calls it after its own.
    ///
    /// It does nothing if the network has no such layer, if no gradient was computed yet, or if that has been done already.
    pub fn update_statistics(&mut self, net: &mut N) {
        self.frozen.around(net, |net| self.statistics.write(net));
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

    /// The loss of the batch whose gradient was computed last: the mean, or what the [`Reduction`](crate::loss::Reduction) of the loss
    /// says.
    #[must_use]
    pub fn loss(&self) -> T {
        self.outcome.loss
    }

    /// How many samples of that batch the network had right, where the loss can say so.
    #[must_use]
    pub fn correct(&self) -> Option<usize> {
        self.outcome.correct
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
        check_batch::<T, N, X>(xs, ys)?;
        self.forward_checked(net, xs, ys);
        Ok(())
    }

    /// [`forward_batch`](Self::forward_batch) for samples that have been checked, and as many answers.
    pub(crate) fn forward_checked<X: Sample<T, N::Input>>(&mut self, net: &N, xs: &[X], ys: &mut [Output<N, T>]) {
        self.reset_state();
        let run = self.blocks * lanes_of_block::<T, N>();
        forward_divided(net, &mut self.lanes, run, self.blocks, xs, ys);
    }

    /// The lanes that a batch has at a time: a thread's, or those of all threads for a batch that must not be divided.
    fn run(&self) -> usize {
        if self.is_whole() { self.lanes.len() } else { self.blocks * lanes_of_block::<T, N>() }
    }

    /// Whether a batch goes through at once.
    fn is_whole(&self) -> bool {
        N::COUPLED || self.states.is_some()
    }

    /// Checks that a batch of `samples` samples has a gradient, and that there is room for it.
    fn check_count(&self, samples: usize) -> Result<(), BatchError> {
        if samples == 0 {
            return Err(BatchError::Empty);
        }
        let room = self.run() / lanes_of_block::<T, N>() * T::LANES;
        if N::COUPLED {
            if samples == 1 {
                return Err(BatchError::Alone);
            }
            if samples > room {
                return Err(BatchError::Room { samples, room });
            }
        }
        match self.states {
            Some(_) if samples > room => Err(BatchError::StateRoom { samples, room }),
            Some(before) if before > 0 && samples != before => Err(BatchError::Windows { samples, before }),
            _ => Ok(()),
        }
    }

    /// How many threads compute the gradient of a batch of `samples` samples.
    pub(crate) fn threads_for(&self, samples: usize) -> usize {
        work::gradient_threads::<T, N>(samples).min(self.parts.len())
    }

    /// How many threads it is made for.
    pub(crate) fn threads(&self) -> usize {
        self.lanes.len() / (self.blocks * lanes_of_block::<T, N>())
    }

    /// What one output comes to, of which so many steps are real. The gradient of its loss goes to where that of a batch would.
    pub(crate) fn outcome_of<Y, L: Loss<T, N::Output, Y>>(
        &mut self,
        y: &Output<N, T>,
        target: &Y,
        steps: usize,
        loss: &L,
    ) -> Outcome<T> {
        let (parts, _) = self.parts();
        let dy = N::Output::view_mut(scalars_mut::<T>(N::Output::flat_all_mut(parts.dy)));
        let value = dispatch!(T: level(), simd => loss.sample_until(simd, steps, y, target, dy));
        let weight = loss::weight(loss, core::iter::once(target));
        Outcome { loss: value, sum: value.to_f64(), weight, correct: loss.correct(y, target).map(usize::from) }
    }

    /// What is left to do when a gradient and the sum of its losses are computed.
    fn conclude(&mut self, net: &N, sum: f64, weight: f64, reduction: loss::Reduction, correct: Option<usize>) {
        self.statistics.take(net, &mut *self.gradient);
        self.frozen.clear(&mut *self.gradient);
        self.outcome = Outcome { loss: T::from_f64(sum / reduction.divisor(weight)), sum, weight, correct };
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
        let (cache, rest) = rest.split_at_mut(blocks * N::CACHE);
        let (lengths, scratch) = rest.split_at_mut(blocks);
        Self { x, y, dy, cache, lengths: bytemuck::cast_slice_mut(lengths), scratch }
    }
}

/// The lanes of a workspace for one block.
const fn lanes_of_block<T: Scalar, N: Layer<T>>() -> usize {
    block_len::<T, N>() + <N::Output as Shape>::LEN + N::CACHE + 1
}
