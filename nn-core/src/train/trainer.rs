//! The settings of a training run.

use super::History;
use super::callback::{Answer, Callback};
use super::early_stopping::EarlyStopping;
use super::scheduled::Scheduled;
use super::settings::{Pace, Settings};
use super::validation::{NoValidation, ValidationSet};
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
/// use static_nn::loss::MeanSquaredError;
/// use static_nn::optim::Sgd;
/// use static_nn::train::Trainer;
/// use static_nn::{Dense, Parameters};
///
/// let xs = [[0.0_f32], [1.0], [2.0], [3.0]];
/// let ys = [[1.0], [3.0], [5.0], [7.0]];
/// let mut line = Dense::<f32, 1, 1>::zeroed_boxed();
/// let history = Trainer::new(MeanSquaredError, Sgd::new(0.1)).epochs(300).batch_size(4).fit(&mut line, &xs, &ys)?;
/// assert!((line.weight[0] - 2.0).abs() < 1e-3 && (line.bias[0] - 1.0).abs() < 1e-3);
/// assert!(history.epochs[299].loss < 1e-6);
/// # Ok::<(), static_nn::train::TrainError>(())
/// ```
///
/// With more of it switched on:
///
/// ```
/// use static_nn::loss::CrossEntropy;
/// use static_nn::optim::Adam;
/// use static_nn::schedule::{CosineAnnealing, Schedule};
/// use static_nn::train::{EarlyStopping, Trainer};
/// use static_nn::{Dense, Parameters};
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
/// # Ok::<(), static_nn::train::TrainError>(())
/// ```
///
/// # The type
///
/// It is that of the loss, of the optimizer and, where [`validation`](Self::validation) gave some, of the samples to validate on. A function
/// may return a `Trainer<CrossEntropy, Adam>`, however much of it is switched on.
#[derive(Clone, Debug)]
#[must_use = "nothing is trained until `fit` is called"]
pub struct Trainer<L, O, V = NoValidation> {
    pub(super) loss: L,
    pub(super) optimizer: O,
    pub(super) validation: V,
    pub(super) settings: Settings,
}

impl<L, O: Optimizer> Trainer<L, O> {
    /// Training against `loss` by the steps of `optimizer`.
    pub const fn new(loss: L, optimizer: O) -> Self {
        Self { loss, optimizer, validation: NoValidation, settings: Settings::DEFAULT }
    }
}

impl<L, O, V> Trainer<L, O, V> {
    /// How many times to go through all samples.
    pub const fn epochs(mut self, epochs: usize) -> Self {
        self.settings.epochs = epochs;
        self
    }

    /// How many samples to average for one step. The last batch of an epoch has what is left over.
    ///
    /// 1 takes the samples one by one, `usize::MAX` all of them at once (a full batch). A batch takes no more memory for being large, unless the network
    /// normalises over it.
    pub const fn batch_size(mut self, samples: usize) -> Self {
        self.settings.batches.size = samples;
        self
    }

    /// Leaves out of every epoch the samples that do not fill a batch. With [`shuffle`](Self::shuffle) they are others each time.
    pub const fn drop_last(mut self) -> Self {
        self.settings.batches.drop_last = true;
        self
    }

    /// Takes one step for every `batches` batches, against the mean of their gradients, each batch weighing as much as it has
    /// samples; the last step of an epoch has what is left over.
    ///
    /// For layers that treat every sample by itself and draw no random numbers this is `batch_size` times `batches` samples in one batch,
    /// to rounding.
    pub const fn accumulate(mut self, batches: usize) -> Self {
        self.settings.batches.accumulate = batches;
        self
    }

    /// Takes the samples as signals of `windows` windows each, which are samples one behind the other: long signals are learned from short windows.
    ///
    /// A batch has one window of each of `batch_size` signals, and the next one the windows behind them: recurrent layers go on with the
    /// state in which the window before has left them, and the gradient ends with the window (truncated backpropagation through time; PyTorch's
    /// loop with a detached state, Keras's `stateful`). Each signal begins with a state of zeros. [`shuffle`](Self::shuffle) gives the signals a
    /// new order, never their windows. [`Workspace::stateful`](crate::network::Workspace::stateful) says which layers have a state, and what it costs.
    /// Samples to validate on are taken each by itself.
    ///
    /// # Examples
    ///
    /// ```
    /// use static_nn::loss::MeanSquaredError;
    /// use static_nn::optim::Adam;
    /// use static_nn::train::Trainer;
    /// use static_nn::network;
    ///
    /// network! {
    ///     struct Forecast { input: [8, 1], Gru(6), Dense(1) }
    /// }
    ///
    /// // One signal of 160 steps; each step is to tell the one before.
    /// let signal = |t: usize| (0.7 * t as f32).sin();
    /// let xs: Vec<[f32; 8]> = (0..20).map(|window| std::array::from_fn(|t| signal(8 * window + t))).collect();
    /// let ys: Vec<[[f32; 1]; 8]> =
    ///     (0..20_usize).map(|window| std::array::from_fn(|t| [signal((8 * window + t).saturating_sub(1))])).collect();
    /// let mut net = Forecast::boxed(1);
    /// let history = Trainer::new(MeanSquaredError, Adam::new(0.01)).epochs(60).stateful(20).fit(&mut net, &xs, &ys)?;
    /// assert!(history.epochs[59].loss < 0.1 * history.epochs[0].loss);
    /// # Ok::<(), static_nn::train::TrainError>(())
    /// ```
    #[doc(alias = "truncated backpropagation through time")]
    pub const fn stateful(mut self, windows: usize) -> Self {
        self.settings.batches.windows = windows;
        self
    }

    /// Takes the samples of each epoch in a new order, drawn from `seed`, which decides the random numbers of layers too; without it they are
    /// those of seed 0.
    pub const fn shuffle(mut self, seed: u64) -> Self {
        self.settings.seed = Some(seed);
        self
    }

    /// How many steps the optimizer takes in an epoch of `samples` training samples: what
    /// [`OneCycle`](crate::schedule::OneCycle) and other schedules by step are to be told.
    #[must_use]
    pub const fn steps_per_epoch(&self, samples: usize) -> usize {
        self.settings.batches.steps(samples)
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
        (self.settings.schedule, self.settings.pace) = (schedule, pace);
        self
    }

    /// Shrinks a gradient whose Euclidean norm is more than `max_norm` to that norm, before every step:
    /// [`clip_norm`](crate::optim::clip_norm), PyTorch's `clip_grad_norm_`.
    pub const fn clip_norm(mut self, max_norm: f64) -> Self {
        self.settings.clip.norm = Some(max_norm);
        self
    }

    /// Brings every value of the gradient between `-limit` and `limit`, before every step and before
    /// [`clip_norm`](Self::clip_norm): PyTorch's `clip_grad_value_`.
    pub const fn clip_value(mut self, limit: f64) -> Self {
        self.settings.clip.value = Some(limit);
        self
    }

    /// Scales the weights into each unit down to a Euclidean norm of `max`, after every step and where it is larger:
    /// [`MaxNorm`](crate::optim::MaxNorm), Keras's `kernel_constraint`.
    pub const fn max_norm(mut self, max: f64) -> Self {
        self.settings.max_norm = Some(MaxNorm::new(max));
        self
    }

    /// Ends training when nothing improves any more, and puts the best parameters back.
    pub const fn early_stopping(mut self, early_stopping: EarlyStopping) -> Self {
        self.settings.early_stopping = Some(early_stopping);
        self
    }

    /// Measures loss and accuracy on these samples after each epoch.
    pub fn validation<'v, X, Y>(mut self, xs: &'v [X], ys: &'v [Y]) -> Trainer<L, O, ValidationSet<'v, X, Y>> {
        self.settings.split = None;
        self.with_validation(ValidationSet::new(xs, ys))
    }

    /// Sets aside the last part of the samples, `fraction` of them, for validation, as Keras does.
    ///
    /// It is the last part as the samples come, before any shuffling: of data sorted by class it is a bad choice.
    pub fn validation_split(mut self, fraction: f64) -> Trainer<L, O> {
        self.settings.split = Some(fraction);
        self.with_validation(NoValidation)
    }

    fn with_validation<W>(self, validation: W) -> Trainer<L, O, W> {
        let Self { loss, optimizer, validation: _, settings } = self;
        Trainer { loss, optimizer, validation, settings }
    }

    /// How much each sample counts, one number for each that [`fit`](Self::fit) is given: scikit-learn's `sample_weight`.
    ///
    /// A sample of weight 2 counts as much as the same sample twice, one of weight 0 not at all: the loss of a batch is the weighted mean
    /// `sum(w loss) / sum(w)`, as [`Weighted`](crate::loss::Weighted) says it. What [`validation_split`](Self::validation_split) sets aside is
    /// measured with its weights too; samples of [`validation`](Self::validation) all count alike. Accuracy is counted without weights.
    ///
    /// # Examples
    ///
    /// ```
    /// use static_nn::loss::MeanSquaredError;
    /// use static_nn::optim::Sgd;
    /// use static_nn::train::Trainer;
    /// use static_nn::{Dense, Parameters};
    ///
    /// // A constant: the weighted mean of the targets.
    /// let mut constant = Dense::<f64, 1, 1>::zeroed_boxed();
    /// let trainer = Trainer::new(MeanSquaredError, Sgd::new(0.25)).epochs(100).sample_weights(&[3.0, 1.0]);
    /// trainer.fit(&mut constant, &[[0.0], [0.0]], &[[1.0], [5.0]])?;
    /// assert!((constant.bias[0] - 2.0).abs() < 1e-9);
    /// # Ok::<(), static_nn::train::TrainError>(())
    /// ```
    pub fn sample_weights(mut self, weights: &[f64]) -> Self {
        self.settings.sample_weights = Some(weights.into());
        self
    }

    /// Leaves the layer, block or tensor called `name` as it is, or all whose name it fits where it has a `*` for any letters: `fc1`,
    /// `encoder`, `fc1.weight`, `fc*`, `*.bias`. It may be called several times.
    ///
    /// What is frozen takes no step, does not decay, and running statistics in it stay; its gradient counts nothing when the
    /// gradient is clipped. (A batch normalisation that is frozen still normalises by the batch in training.) In a loop of one's own
    /// [`Workspace::freeze`](crate::network::Workspace::freeze) does the same.
    ///
    /// A name that nothing has is an error of [`fit`](Self::fit), before the first step.
    pub fn freeze(mut self, name: &str) -> Self {
        self.settings.freeze.push(name.into());
        self
    }

    /// Calls `callback` after every epoch with the history so far, the epoch that has ended the last one in it. It answers nothing, or a
    /// [`ControlFlow`](core::ops::ControlFlow) whose break ends the training.
    ///
    /// Every run begins with a copy of it. To look at the network too, or to change what is not the callback's own, there is
    /// [`fit_each`](Self::fit_each), which comes after it.
    ///
    /// # Examples
    ///
    /// ```
    /// use core::ops::ControlFlow;
    /// use static_nn::loss::MeanSquaredError;
    /// use static_nn::optim::Sgd;
    /// use static_nn::train::Trainer;
    /// use static_nn::{Dense, Parameters};
    ///
    /// // A trainer whose type is short, whatever it is told to do.
    /// fn trainer() -> Trainer<MeanSquaredError, Sgd> {
    ///     Trainer::new(MeanSquaredError, Sgd::new(0.25)).epochs(100).on_epoch(|history| match history.epochs.last() {
    ///         Some(epoch) if epoch.loss < 0.5 => ControlFlow::Break(()),
    ///         _ => ControlFlow::Continue(()),
    ///     })
    /// }
    ///
    /// let mut line = Dense::<f64, 1, 1>::zeroed_boxed();
    /// let history = trainer().fit(&mut line, &[[1.0], [-1.0]], &[[2.0], [-2.0]])?;
    /// assert_eq!(history.epochs.len(), 3);
    /// # Ok::<(), static_nn::train::TrainError>(())
    /// ```
    pub fn on_epoch<R: Answer>(mut self, callback: impl FnMut(&History) -> R + Clone + Send + Sync + 'static) -> Self {
        self.settings.on_epoch = Callback::new(callback);
        self
    }

    /// Writes files from which the run can be gone on with: see [`Checkpoint`](super::Checkpoint).
    #[cfg(feature = "std")]
    pub fn checkpoint(mut self, checkpoint: super::Checkpoint) -> Self {
        self.settings.checkpoint = Some(checkpoint);
        self
    }

    /// Goes on where the run that wrote this checkpoint stood: see [`Checkpoint`](super::Checkpoint).
    ///
    /// The network that is handed to `fit` gets the checkpoint's parameters. All settings must be those of that run, but for the number of
    /// epochs, which counts those that are done too, and for the checkpoints that this run writes.
    #[cfg(feature = "std")]
    pub fn resume(mut self, path: impl AsRef<std::path::Path>) -> Self {
        self.settings.resume = Some(path.as_ref().into());
        self
    }

    /// Shows a progress bar on the standard error stream: epoch, loss, accuracy, time left.
    #[cfg(feature = "progress")]
    pub const fn progress(mut self) -> Self {
        self.settings.progress = true;
        self
    }

    /// Shows a progress bar, with the feature `progress`, which this build is without.
    ///
    /// ```compile_fail,E0277
    /// # use static_nn::{CrossEntropy, Adam, train::Trainer};
    /// let trainer = Trainer::new(CrossEntropy, Adam::new(1e-3)).progress();
    /// ```
    #[cfg(not(feature = "progress"))]
    pub fn progress(self) -> Self
    where
        Self: ProgressBar,
    {
        self
    }
}

/// A trainer that has a progress bar: none, in a build without the feature `progress`.
#[cfg(not(feature = "progress"))]
#[diagnostic::on_unimplemented(
    message = "a progress bar needs the feature `progress`, which this build is without",
    label = "the feature `progress` is off",
    note = "in `Cargo.toml`: `static-nn = {{ .., features = [\"progress\"] }}`"
)]
pub trait ProgressBar {}

impl<L, O: Optimizer, V> Trainer<L, O, V> {
    /// Checks all settings, as far as that can be done without the samples.
    pub(super) fn check(&self) -> Result<(), SettingError> {
        self.optimizer.check()?;
        self.settings.check()
    }
}
