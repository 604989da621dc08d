//! The settings of a training run.

use super::batches::Batches;
use super::clip::Clip;
use super::data::Validation;
use super::early_stopping::EarlyStopping;
use super::scheduled::Scheduled;
use crate::optim::{MaxNorm, Optimizer, SettingError};
use crate::schedule::Schedule;

/// Settings of a training run.
///
/// Unless set, there is one epoch of batches of 32 samples in the order in which they come, no validation, and the optimizer's own
/// learning rate throughout.
///
/// # Examples
///
/// A line through four points:
///
/// ```
/// use nn_core::loss::MeanSquaredError;
/// use nn_core::optim::Sgd;
/// use nn_core::train::Trainer;
/// use nn_core::{Dense, Parameters};
///
/// let xs = [[0.0_f32], [1.0], [2.0], [3.0]];
/// let ys = [[1.0], [3.0], [5.0], [7.0]];
/// let mut line = Dense::<f32, 1, 1>::zeroed_boxed();
/// let history = Trainer::new(MeanSquaredError, Sgd::new(0.1)).epochs(300).batch_size(4).fit(&mut line, &xs, &ys)?;
/// assert!((line.weight[0] - 2.0).abs() < 1e-3 && (line.bias[0] - 1.0).abs() < 1e-3);
/// assert!(history.epochs[299].loss < 1e-6);
/// # Ok::<(), nn_core::train::TrainError>(())
/// ```
///
/// With more of it switched on:
///
/// ```
/// use nn_core::loss::CrossEntropy;
/// use nn_core::optim::Adam;
/// use nn_core::schedule::{CosineAnnealing, Schedule};
/// use nn_core::train::{EarlyStopping, Trainer};
/// use nn_core::{Dense, Parameters};
///
/// let xs: Vec<[f32; 1]> = (0..200).map(|i| [i as f32 / 100.0 - 1.0]).collect();
/// let ys: Vec<u8> = xs.iter().map(|[x]| u8::from(*x > 0.25)).collect();
/// let mut net = Dense::<f32, 1, 2>::zeroed_boxed();
/// let history = Trainer::new(CrossEntropy, Adam::new(0.5))
///     .epochs(40)
///     .shuffle(42)
///     .schedule(CosineAnnealing::new(35).after_warm_up(5))
///     .clip_norm(1.0)
///     .early_stopping(EarlyStopping::new(5))
///     .fit(&mut net, &xs, &ys)?;
/// assert!(history.epochs.last().is_some_and(|epoch| epoch.accuracy > Some(0.98)));
/// # Ok::<(), nn_core::train::TrainError>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "nothing is trained until `fit` is called"]
pub struct Trainer<'v, L, O, X, Y> {
    pub(super) loss: L,
    pub(super) optimizer: O,
    pub(super) schedule: Scheduled,
    pub(super) pace: Pace,
    pub(super) epochs: usize,
    pub(super) batches: Batches,
    pub(super) seed: Option<u64>,
    pub(super) clip: Clip,
    pub(super) max_norm: Option<MaxNorm>,
    pub(super) early_stopping: Option<EarlyStopping>,
    pub(super) validation: Validation<'v, X, Y>,
    #[cfg(feature = "std")]
    pub(super) checkpoint: Option<super::Checkpoint>,
    #[cfg(feature = "std")]
    pub(super) resume: Option<std::path::PathBuf>,
    #[cfg(feature = "progress")]
    pub(super) progress: bool,
}

/// What a schedule counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pace {
    Epochs,
    Steps,
}

impl<L, O: Optimizer, X, Y> Trainer<'_, L, O, X, Y> {
    /// Training against `loss` by the steps of `optimizer`.
    pub const fn new(loss: L, optimizer: O) -> Self {
        Self {
            loss,
            optimizer,
            schedule: Scheduled::NONE,
            pace: Pace::Epochs,
            epochs: 1,
            batches: Batches::DEFAULT,
            seed: None,
            clip: Clip { value: None, norm: None },
            max_norm: None,
            early_stopping: None,
            validation: Validation::None,
            #[cfg(feature = "std")]
            checkpoint: None,
            #[cfg(feature = "std")]
            resume: None,
            #[cfg(feature = "progress")]
            progress: false,
        }
    }
}

impl<'v, L, O, X, Y> Trainer<'v, L, O, X, Y> {
    /// How many times to go through all samples.
    pub const fn epochs(mut self, epochs: usize) -> Self {
        self.epochs = epochs;
        self
    }

    /// How many samples to average for one step. The last batch of an epoch has what is left over.
    ///
    /// 1 takes the samples one by one, `usize::MAX` all of them at once (a full batch). A batch takes no more memory for being large, unless the network
    /// normalises over it.
    pub const fn batch_size(mut self, samples: usize) -> Self {
        self.batches.size = samples;
        self
    }

    /// Leaves out of every epoch the samples that do not fill a batch. With [`shuffle`](Self::shuffle) they are others each time.
    pub const fn drop_last(mut self) -> Self {
        self.batches.drop_last = true;
        self
    }

    /// Takes one step for every `batches` batches, against the mean of their gradients, each batch weighing as much as it has
    /// samples; the last step of an epoch has what is left over.
    ///
    /// For layers that treat every sample by itself and draw no random numbers this is `batch_size` times `batches` samples in one batch,
    /// to rounding.
    pub const fn accumulate(mut self, batches: usize) -> Self {
        self.batches.accumulate = batches;
        self
    }

    /// Takes the samples of each epoch in a new order, drawn from `seed`, which decides the random numbers of layers too; without it they are
    /// those of seed 0.
    pub const fn shuffle(mut self, seed: u64) -> Self {
        self.seed = Some(seed);
        self
    }

    /// How many steps the optimizer takes in an epoch of `samples` training samples: what
    /// [`OneCycle`](crate::schedule::OneCycle) and other schedules by step are to be told.
    #[must_use]
    pub const fn steps_per_epoch(&self, samples: usize) -> usize {
        self.batches.steps(samples)
    }

    /// Changes the learning rate from epoch to epoch: `schedule` counts epochs, the first one is place 0.
    pub fn schedule(self, schedule: impl Schedule + Clone + 'static) -> Self {
        self.scheduled(Scheduled::new(schedule), Pace::Epochs)
    }

    /// Changes the learning rate from step to step: `schedule` counts the optimizer's steps over all epochs, the first one is place 0.
    pub fn schedule_steps(self, schedule: impl Schedule + Clone + 'static) -> Self {
        self.scheduled(Scheduled::new(schedule), Pace::Steps)
    }

    fn scheduled(mut self, schedule: Scheduled, pace: Pace) -> Self {
        (self.schedule, self.pace) = (schedule, pace);
        self
    }

    /// Shrinks a gradient whose Euclidean norm is more than `max_norm` to that norm, before every step:
    /// [`clip_norm`](crate::optim::clip_norm), PyTorch's `clip_grad_norm_`.
    pub const fn clip_norm(mut self, max_norm: f64) -> Self {
        self.clip.norm = Some(max_norm);
        self
    }

    /// Brings every value of the gradient between `-limit` and `limit`, before every step and before
    /// [`clip_norm`](Self::clip_norm): PyTorch's `clip_grad_value_`.
    pub const fn clip_value(mut self, limit: f64) -> Self {
        self.clip.value = Some(limit);
        self
    }

    /// Scales the weights into each unit down to a Euclidean norm of `max`, after every step and where it is larger:
    /// [`MaxNorm`](crate::optim::MaxNorm), Keras's `kernel_constraint`.
    pub const fn max_norm(mut self, max: f64) -> Self {
        self.max_norm = Some(MaxNorm::new(max));
        self
    }

    /// Ends training when nothing improves any more, and puts the best parameters back.
    pub const fn early_stopping(mut self, early_stopping: EarlyStopping) -> Self {
        self.early_stopping = Some(early_stopping);
        self
    }

    /// Measures loss and accuracy on these samples after each epoch.
    pub fn validation(mut self, xs: &'v [X], ys: &'v [Y]) -> Self {
        self.validation = Validation::Samples { xs, ys };
        self
    }

    /// Sets aside the last part of the samples, `fraction` of them, for validation, as Keras does.
    ///
    /// It is the last part as the samples come, before any shuffling: of data sorted by class it is a bad choice.
    pub fn validation_split(mut self, fraction: f64) -> Self {
        self.validation = Validation::Split(fraction);
        self
    }

    /// Writes files from which the run can be gone on with: see [`Checkpoint`](super::Checkpoint).
    #[cfg(feature = "std")]
    pub fn checkpoint(mut self, checkpoint: super::Checkpoint) -> Self {
        self.checkpoint = Some(checkpoint);
        self
    }

    /// Goes on where the run that wrote this checkpoint stood: see [`Checkpoint`](super::Checkpoint).
    ///
    /// The network that is handed to `fit` gets the checkpoint's parameters. All settings must be those of that run, but for the number of
    /// epochs, which counts those that are done too, and for the checkpoints that this run writes.
    #[cfg(feature = "std")]
    pub fn resume(mut self, path: impl AsRef<std::path::Path>) -> Self {
        self.resume = Some(path.as_ref().into());
        self
    }

    /// Shows a progress bar on the standard error stream: epoch, loss, accuracy, time left.
    #[cfg(feature = "progress")]
    pub const fn progress(mut self) -> Self {
        self.progress = true;
        self
    }
}

impl<L, O: Optimizer, X, Y> Trainer<'_, L, O, X, Y> {
    /// Checks all settings, as far as that can be done without the samples.
    pub(super) fn check(&self) -> Result<(), SettingError> {
        self.optimizer.check()?;
        self.schedule.get().check()?;
        if self.epochs == 0 {
            return Err(SettingError { setting: "epochs", value: 0.0, permitted: "at least 1" });
        }
        self.batches.check(usize::MAX)?;
        self.clip.check()?;
        self.max_norm.map_or(Ok(()), |max_norm| max_norm.check())?;
        self.early_stopping.map_or(Ok(()), |early_stopping| early_stopping.check())?;
        #[cfg(feature = "std")]
        if let Some(checkpoint) = &self.checkpoint {
            checkpoint.check()?;
        }
        self.validation.check()
    }
}
