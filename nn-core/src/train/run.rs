//! The training loop.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::ops::Range;

use super::batches::Batches;
use super::clip::Clip;
use super::clock::Clock;
use super::data::Samples;
use super::descent::Descent;
use super::early_stopping::Stopping;
use super::evaluate::{self, Evaluation};
use super::tally::Tally;
use super::validation::Measure;
use super::watch::Watch;
use super::{Epoch, History, TrainError, Trainer};
use crate::init::Rng;
use crate::kernels;
use crate::layer::{Layer, Output};
use crate::loss::{self, Loss, Reduction};
use crate::network::{self, FreezeError, Halt, Outcome, Workspace, gradient_indexed, work};
use crate::optim::{MaxNorm, Optimizer};
use crate::sample::Sample;
use crate::scalar::{Scalar, first_not_finite};
use crate::schedule::Measures;
use crate::threads;

/// Epochs for which the history has room from the start.
const RESERVED_EPOCHS: usize = 1 << 16;

/// Samples that pass through a network at a time of batches of `batch`: all of them if they depend on each other.
fn samples_at_a_time<T: Scalar, N: Layer<T>>(batch: usize) -> usize {
    if N::COUPLED { batch } else { batch.min(network::samples_at_a_time::<T, N>()) }
}

/// The workspace for batches of `batch` samples, or for windows of as many signals.
fn workspace<T: Scalar, N: Layer<T>>(batch: usize, threads: usize, is_stateful: bool) -> Workspace<T, N> {
    if is_stateful {
        Workspace::with_threads(batch, threads).stateful()
    } else {
        Workspace::with_threads(samples_at_a_time::<T, N>(batch), threads)
    }
}

/// How many threads are worth their while for batches of `batch` samples and some to validate on.
fn threads<T: Scalar, N: Layer<T>>(batch: usize, validation: usize) -> usize {
    threads::available(work::gradient_threads::<T, N>(batch).max(evaluate::threads::<T, N>(validation)))
}

/// A training run: what is being trained, on what, and all memory that this takes.
pub(super) struct Run<'a, T: Scalar, N: Layer<T>, L, O, X, Y> {
    loss: &'a L,
    pub(super) descent: Descent<'a, T, O>,
    pub(super) network: &'a mut N,
    samples: Samples<'a, X, Y>,
    validation: Option<&'a dyn Measure<T, N, L>>,
    batches: Batches,
    clip: Clip,
    max_norm: Option<MaxNorm>,
    pub(super) workspace: Workspace<T, N>,
    /// The parameters after the last epoch, so that they can be had back if they become infinite in the next. Once an epoch this costs
    /// nothing; before every step it would be two more passes over the parameters.
    last_good: Box<[T]>,
    /// The sum of the gradients of one step's batches; empty where a step is one batch.
    sum: Box<[T]>,
    /// The places of the samples in the order in which they are taken.
    order: Vec<u32>,
    /// The signals whose windows they are, in their order; empty where each sample is by itself.
    signals: Vec<u32>,
    rng: Option<Rng>,
    outputs: Box<[Output<N, T>]>,
    pub(super) stopping: Option<Stopping<T>>,
    pub(super) history: History,
    #[cfg(feature = "std")]
    pub(super) saver: Option<super::checkpoint::Saver<'a>>,
}

impl<'a, T, N, L, O, X, Y> Run<'a, T, N, L, O, X, Y>
where
    T: Scalar,
    N: Layer<T>,
    L: Loss<T, N::Output, Y>,
    O: Optimizer,
    X: Sample<T, N::Input>,
    Y: Sync,
{
    /// A run before its first step.
    pub(super) fn new<V>(
        trainer: &'a Trainer<L, O, V>,
        descent: Descent<'a, T, O>,
        network: &'a mut N,
        samples: Samples<'a, X, Y>,
        validation: Option<&'a dyn Measure<T, N, L>>,
    ) -> Result<Self, FreezeError> {
        let settings = &trainer.settings;
        let count = samples.xs.len();
        let batch = settings.batches.size.min(count);
        let validated = validation.map_or(0, Measure::len);
        let threads = threads::<T, N>(batch, validated);
        let windows = settings.batches.windows;
        let mut workspace = workspace::<T, N>(batch, threads, windows > 1).seed(settings.seed.unwrap_or(0));
        settings.freeze.iter().try_for_each(|name| workspace.freeze(name))?;
        let sum = if settings.batches.accumulate > 1 { N::PARAMETERS } else { 0 };
        Ok(Self {
            loss: &trainer.loss,
            descent,
            network,
            samples,
            validation,
            batches: settings.batches,
            clip: settings.clip,
            max_norm: settings.max_norm,
            workspace,
            last_good: bytemuck::zeroed_slice_box(N::PARAMETERS),
            sum: bytemuck::zeroed_slice_box(sum),
            order: (0..).take(count).collect(),
            signals: (0..).take(if windows > 1 { count / windows } else { 0 }).collect(),
            rng: settings.seed.map(Rng::new),
            outputs: evaluate::outputs::<T, N>(validated, threads),
            stopping: settings.early_stopping.map(|stopping| Stopping::new(stopping, N::PARAMETERS)),
            history: History::default(),
            #[cfg(feature = "std")]
            saver: None,
        })
    }

    /// All epochs that are left of `epochs`.
    pub(super) fn epochs(mut self, epochs: usize, watch: &mut Watch<'_, N>) -> Result<History, TrainError> {
        self.history.epochs.reserve_exact(epochs.min(RESERVED_EPOCHS).saturating_sub(self.history.epochs.len()));
        let mut over = self.is_over();
        while !over && self.history.epochs.len() < epochs {
            self.last_good.copy_from_slice(self.network.as_slice());
            let epoch = self.epoch(watch).inspect_err(|_| self.put_back())?;
            let measures = Measures::from(&epoch);
            self.history.epochs.push(epoch);
            self.descent.observe(&measures);
            let number = self.history.epochs.len();
            if let Some(stopping) = &mut self.stopping {
                stopping.observe(number, &measures, self.network.as_slice());
            }
            over = watch.epoch(&self.history, self.network).is_break() || self.is_over();
            #[cfg(feature = "std")]
            self.save(over || number == epochs)?;
        }
        if let Some(stopping) = self.stopping.filter(|stopping| stopping.epoch > 0) {
            self.network.as_mut_slice().copy_from_slice(&stopping.weights);
            self.history.restored = Some(stopping.epoch);
        }
        Ok(self.history)
    }

    /// Gives the network the parameters of before the epoch, if it is left with some that are not finite.
    fn put_back(&mut self) {
        if first_not_finite(self.network.as_slice()).is_some() {
            self.network.as_mut_slice().copy_from_slice(&self.last_good);
        }
    }

    fn is_over(&self) -> bool {
        self.stopping.as_ref().is_some_and(Stopping::is_over)
    }

    /// The samples in the order of the next epoch.
    pub(super) fn shuffle(&mut self) {
        let is_by_window = !self.signals.is_empty();
        if let Some(rng) = &mut self.rng {
            rng.shuffle(if is_by_window { &mut self.signals } else { &mut self.order });
        }
        if is_by_window {
            self.batches.arrange(&self.signals, &mut self.order);
        }
    }

    fn epoch(&mut self, watch: &mut Watch<'_, N>) -> Result<Epoch, TrainError> {
        let clock = Clock::start();
        self.shuffle();
        let number = self.history.epochs.len() + 1;
        self.descent.begin_epoch(number - 1)?;
        let mut tally = Tally::EMPTY;
        let steps = self.steps();
        let diverged = |step, (what, value)| TrainError::Diverged { what, value, epoch: number, step };
        for step in 0..steps {
            self.step(step, &mut tally).map_err(|halt| match halt {
                Halt::Setting(error) => error.into(),
                Halt::NotFinite { what, value } => diverged(step + 1, (what, value)),
            })?;
            watch.step(number, &tally);
        }
        if let Some((_, value)) = first_not_finite(self.network.as_slice()) {
            return Err(diverged(steps, ("a parameter", value)));
        }
        let validation = self.validate();
        if let Some(value) = validation.map(|result| result.loss).filter(|loss| !loss.is_finite()) {
            return Err(diverged(steps, ("the validation loss", value)));
        }
        Ok(Epoch {
            loss: tally.loss(),
            accuracy: tally.accuracy(),
            validation_loss: validation.map(|result| result.loss),
            validation_accuracy: validation.and_then(|result| result.accuracy),
            learning_rate: self.descent.optimizer.learning_rate(),
            seconds: clock.seconds(),
        })
    }

    /// The steps of an epoch.
    pub(super) fn steps(&self) -> usize {
        self.batches.steps(self.order.len())
    }

    /// One step of the epoch, counted from 0; on failure the parameters stay as they are.
    pub(super) fn step(&mut self, step: usize, tally: &mut Tally) -> Result<(), Halt> {
        let samples = self.batches.step(self.order.len(), step);
        if self.batches.begins(step) {
            self.workspace.reset_state();
        }
        // The random numbers of a step are its own, so that a run that goes on later draws the same.
        self.workspace.draw_after(self.descent.state.steps().wrapping_mul(self.batches.accumulate as u64));
        if self.sum.is_empty() {
            self.gradient(samples.clone(), tally)?;
        } else {
            self.accumulate(samples.clone(), tally)?;
        }
        let threads = self.workspace.threads_for(samples.len().min(self.batches.size));
        let Self { network, workspace, descent, clip, max_norm, .. } = self;
        network::descend(&mut **network, workspace, threads, |network, gradient| {
            clip.apply(gradient.as_mut_slice());
            descent.step(threads, network, gradient)?;
            if let Some(max_norm) = max_norm {
                max_norm.limit(network);
            }
            Ok(())
        })
    }

    /// The gradient of the loss of a batch, a range of the order.
    fn gradient(&mut self, batch: Range<usize>, tally: &mut Tally) -> Result<Outcome<T>, Halt> {
        let Samples { xs, ys, weights } = self.samples;
        let batch = &self.order[batch];
        let outcome =
            gradient_indexed(self.network, &mut self.workspace, xs, ys, weights, batch, self.loss).finite()?;
        tally.add(batch.len(), &outcome);
        Ok(outcome)
    }

    /// The gradient of the loss of several batches: what it would be if they were one.
    fn accumulate(&mut self, samples: Range<usize>, tally: &mut Tally) -> Result<(), Halt> {
        let level = kernels::level();
        let whole = self.weight(&self.order[samples.clone()]);
        T::zero(&mut self.sum);
        for batch in self.batches.of(samples) {
            // Running statistics go on from batch to batch; those of the last one wait for the step, like those of any batch.
            self.workspace.update_statistics(self.network);
            let outcome = self.gradient(batch, tally)?;
            // Each batch has been divided by what its own samples count.
            let part = match self.loss.reduction() {
                Reduction::Sum => 1.0,
                _ if whole > 0.0 => outcome.weight / whole,
                _ => 0.0,
            };
            T::add_multiple(level, &mut self.sum, T::from_f64(part), self.workspace.gradient().as_slice());
        }
        self.workspace.gradient_mut().as_mut_slice().copy_from_slice(&self.sum);
        Ok(())
    }

    /// What the samples at these places count together in a mean.
    fn weight(&self, places: &[u32]) -> f64 {
        let Samples { ys, weights, .. } = self.samples;
        let places = places.iter().map(|place| *place as usize);
        match weights {
            Some(weights) => loss::weight_of_all(self.loss, places.map(|place| (&ys[place], weights[place]))),
            None => loss::weight(self.loss, places.map(|place| &ys[place])),
        }
    }

    fn validate(&mut self) -> Option<Evaluation> {
        let set = self.validation?;
        Some(set.measure(self.network, &mut self.workspace, &mut self.outputs, self.loss))
    }
}
