//! The training loop.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::clock::Clock;
use super::data::{self, Samples};
use super::evaluate::{self, Evaluation};
use super::tally::Tally;
use super::{Epoch, History, Model, Set, TrainError, Trainer};
use crate::init::Rng;
use crate::kernels;
use crate::layer::{Layer, Output};
use crate::loss::Loss;
use crate::network::{Workspace, gradient_indexed, share};
use crate::optim::{Optimizer, Roles, Step};
use crate::sample::Sample;
use crate::scalar::{Scalar, first_not_finite};
use crate::threads;

/// Epochs for which the history has room from the start.
const RESERVED_EPOCHS: usize = 1 << 16;

/// Samples that pass through the network at a time; larger batches take several turns, and no longer for it.
const SAMPLES_AT_A_TIME: usize = 64;

/// How many threads are worth their while for batches of `batch` samples and some to validate on.
fn threads<T: Scalar, N: Layer<T>>(batch: usize, validation: usize) -> usize {
    threads::available(share::gradient_threads::<T, N>(batch).max(evaluate::threads::<T, N>(validation)))
}

/// Samples that pass through a network at a time, of batches of `batch`: all of them if they depend on each other.
fn samples_at_a_time<T: Scalar, N: Layer<T>>(batch: usize) -> usize {
    if N::COUPLED { batch } else { batch.min(SAMPLES_AT_A_TIME) }
}

/// A network that normalises over the batch needs two samples in each, the last one of an epoch too.
fn check_batches<T: Scalar, N: Layer<T>>(samples: usize, batch_size: usize) -> Result<(), TrainError> {
    let last = samples % batch_size;
    if N::COUPLED && (last == 1 || batch_size == 1) {
        return Err(TrainError::Alone { samples, batch_size });
    }
    Ok(())
}

/// Who is told how training goes.
pub(super) trait Observer: Send {
    /// After every step, with what the epoch came to so far.
    fn step(&mut self, epoch: usize, tally: &Tally);
    /// After every epoch.
    fn epoch(&mut self, number: usize, epoch: &Epoch);
}

/// Nobody.
struct Silent;

impl Observer for Silent {
    fn step(&mut self, _: usize, _: &Tally) {}
    fn epoch(&mut self, _: usize, _: &Epoch) {}
}

impl<L, O: Optimizer, X, Y> Trainer<'_, L, O, X, Y> {
    /// Trains `model`, a network or a box of one, on the samples `xs` with the targets `ys`.
    ///
    /// # Errors
    ///
    /// [`TrainError`]: a setting out of its range, samples that are missing or not finite, impossible targets, all found before
    /// the first step; or, on the way, a loss, gradient or parameter that became infinite or NaN, with the step in which
    /// it did.
    pub fn fit<T, M, P>(&self, model: &mut M, xs: &[X], ys: &[Y]) -> Result<History, TrainError>
    where
        T: Scalar,
        M: Model<T, P>,
        X: Sample<T, <M::Network as Layer<T>>::Input>,
        Y: Sync,
        L: Loss<T, <M::Network as Layer<T>>::Output, Y>,
    {
        self.check()?;
        data::check_lengths(Set::Training, xs, ys)?;
        let (samples, validation) = self.validation.divide(xs, ys);
        data::check(Set::Training, samples, &self.loss)?;
        if let Some(validation) = validation {
            data::check(Set::Validation, validation, &self.loss)?;
        }
        check_batches::<T, M::Network>(samples.0.len(), self.batch_size)?;
        let run = Run::new(self, model.network_mut(), samples, validation);
        let threads = run.workspace.threads();
        #[cfg(feature = "progress")]
        if self.progress {
            let steps = samples.0.len().div_ceil(self.batch_size);
            let mut bar = super::progress::Bar::new(self.epochs, steps);
            return threads::enter(threads, || run.epochs(self.epochs, &mut bar));
        }
        threads::enter(threads, || run.epochs(self.epochs, &mut Silent))
    }
}

/// A training run: what is being trained, on what, and all memory that this takes.
struct Run<'a, T: Scalar, N: Layer<T>, L, O, X, Y> {
    loss: &'a L,
    optimizer: &'a O,
    network: &'a mut N,
    samples: Samples<'a, X, Y>,
    validation: Option<Samples<'a, X, Y>>,
    batch_size: usize,
    workspace: Workspace<T, N>,
    /// What the optimizer remembers, and how many steps it has taken.
    memory: Box<[T]>,
    steps: u64,
    /// The places of the samples in the order in which they are taken.
    order: Vec<u32>,
    rng: Option<Rng>,
    outputs: Box<[Output<N, T>]>,
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
    fn new(
        trainer: &'a Trainer<'_, L, O, X, Y>,
        network: &'a mut N,
        samples: Samples<'a, X, Y>,
        validation: Option<Samples<'a, X, Y>>,
    ) -> Self {
        let count = samples.0.len();
        let batch = trainer.batch_size.min(count);
        let validated = validation.map_or(0, |(xs, _)| xs.len());
        let threads = threads::<T, N>(batch, validated);
        Self {
            loss: &trainer.loss,
            optimizer: &trainer.optimizer,
            network,
            samples,
            validation,
            batch_size: trainer.batch_size,
            workspace: Workspace::with_threads(samples_at_a_time::<T, N>(batch), threads)
                .seed(trainer.seed.unwrap_or(0)),
            memory: bytemuck::zeroed_slice_box(trainer.optimizer.runs() * N::PARAMETERS),
            steps: 0,
            order: (0..).take(count).collect(),
            rng: trainer.seed.map(Rng::new),
            outputs: evaluate::outputs::<T, N>(validated, threads),
        }
    }

    fn epochs(mut self, epochs: usize, observer: &mut impl Observer) -> Result<History, TrainError> {
        let mut history = History { epochs: Vec::with_capacity(epochs.min(RESERVED_EPOCHS)) };
        for number in 1..=epochs {
            let epoch = self.epoch(number, observer)?;
            observer.epoch(number, &epoch);
            history.epochs.push(epoch);
        }
        Ok(history)
    }

    fn epoch(&mut self, number: usize, observer: &mut impl Observer) -> Result<Epoch, TrainError> {
        let clock = Clock::start();
        if let Some(rng) = &mut self.rng {
            rng.shuffle(&mut self.order);
        }
        let count = self.order.len();
        let mut tally = Tally::EMPTY;
        let mut step = 0;
        for start in (0..count).step_by(self.batch_size) {
            step += 1;
            let batch = start..count.min(start.saturating_add(self.batch_size));
            self.step(batch, &mut tally).map_err(|(what, value)| TrainError::Diverged {
                what,
                value,
                epoch: number,
                step,
            })?;
            observer.step(number, &tally);
        }
        let diverged = |what, value| TrainError::Diverged { what, value, epoch: number, step };
        if let Some((_, value)) = first_not_finite(self.network.as_slice()) {
            return Err(diverged("a parameter", value));
        }
        let validation = self.validate();
        if let Some(value) = validation.map(|result| result.loss).filter(|loss| !loss.is_finite()) {
            return Err(diverged("the validation loss", value));
        }
        Ok(Epoch {
            loss: tally.loss(),
            accuracy: tally.accuracy(),
            validation_loss: validation.map(|result| result.loss),
            validation_accuracy: validation.and_then(|result| result.accuracy),
            learning_rate: self.optimizer.learning_rate(),
            seconds: clock.seconds(),
        })
    }

    /// One step on a batch, a range of the order; on failure says what is not finite, and leaves the parameters.
    fn step(&mut self, batch: core::ops::Range<usize>, tally: &mut Tally) -> Result<(), (&'static str, f64)> {
        let (xs, ys) = self.samples;
        let batch = &self.order[batch];
        let threads = self.workspace.threads_for(batch.len());
        // The numbers of a step are its own, so that a run that goes on later draws the same.
        self.workspace.draw_after(self.steps);
        // Only an empty batch has no gradient, and no batch here is empty.
        let Ok(gradient) = gradient_indexed(self.network, &mut self.workspace, xs, ys, batch, self.loss) else {
            return Ok(());
        };
        let first_bad = share::first_not_finite(gradient.as_slice(), threads);
        let loss = self.workspace.loss().to_f64();
        if !loss.is_finite() {
            return Err(("the loss", loss));
        }
        if let Some(value) = first_bad {
            return Err(("the gradient", value));
        }
        tally.add(batch.len(), self.workspace.total(), self.workspace.correct());
        self.steps += 1;
        self.optimizer.take(Step {
            parameters: self.network.as_mut_slice(),
            gradient: self.workspace.gradient().as_slice(),
            memory: &mut self.memory,
            roles: Roles::of::<T, N>(),
            number: self.steps,
            level: kernels::level(),
            threads,
        });
        self.workspace.update_statistics(self.network);
        Ok(())
    }

    fn validate(&mut self) -> Option<Evaluation> {
        let samples = self.validation?;
        Some(evaluate::measure(self.network, &mut self.workspace, &mut self.outputs, samples, self.loss))
    }
}
