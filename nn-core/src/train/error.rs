//! Why training could not start, or had to stop.

use core::fmt;

use crate::loss::TargetError;
use crate::network::{BatchError, FreezeError};
use crate::optim::SettingError;
use crate::schedule::Monitor;

/// Which samples an error is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Set {
    /// Those to learn from.
    Training,
    /// Those to be measured on after each epoch.
    Validation,
    /// Those of [`evaluate`](super::evaluate).
    Evaluation,
}

impl fmt::Display for Set {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Set::Training => "training",
            Set::Validation => "validation",
            Set::Evaluation => "evaluation",
        })
    }
}

/// Why training could not start, or had to stop.
///
/// [`Diverged`](Self::Diverged), a checkpoint that cannot be written and a schedule of one's own that comes to an impossible learning rate
/// come up on the way; before any other error the network has not been changed.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum TrainError {
    /// A setting of the trainer, the optimizer or the loss is out of its range.
    #[error(transparent)]
    Setting(#[from] SettingError),
    /// There are no samples.
    #[error("the {set} set has no samples")]
    Empty {
        /// Which samples.
        set: Set,
    },
    /// There is not one target for each sample.
    #[error("the {set} set has {samples} samples and {targets} targets: there must be one for each")]
    Length {
        /// Which samples.
        set: Set,
        /// How many there are.
        samples: usize,
        /// How many targets there are.
        targets: usize,
    },
    /// There is not one weight for each sample.
    #[error("there are {samples} samples and {weights} sample weights: there must be one for each")]
    Weights {
        /// How many samples `fit` was given.
        samples: usize,
        /// How many weights the trainer has.
        weights: usize,
    },
    /// The weight of a sample is negative, infinite or NaN.
    #[error("the weight of sample {sample} is {weight}, but must be a number from 0 to 3.4e38")]
    Weight {
        /// The place of the sample, counted from 0.
        sample: usize,
        /// Its weight.
        weight: f64,
    },
    /// No sample counts anything.
    #[error("the weights of all samples of the {set} set are 0: at least one must be more")]
    NoWeight {
        /// Which samples.
        set: Set,
    },
    /// What is to be frozen is not there.
    #[error(transparent)]
    Freeze(#[from] FreezeError),
    /// There are more samples than an order of them can count.
    #[error("the {set} set has {samples} samples, more than 2^32 - 1")]
    TooMany {
        /// Which samples.
        set: Set,
        /// How many there are.
        samples: usize,
    },
    /// A sample has another number of values than the network takes.
    #[error("sample {sample} of the {set} set has {found} values, but the network takes {expected}")]
    Sample {
        /// Which samples.
        set: Set,
        /// The place of the sample among them, counted from 0.
        sample: usize,
        /// How many values the network takes.
        expected: usize,
        /// How many values the sample has.
        found: usize,
    },
    /// A value of a sample is infinite or NaN.
    #[error("sample {sample} of the {set} set is not finite: value {index} is {value}")]
    NotFinite {
        /// Which samples.
        set: Set,
        /// The place of the sample among them, counted from 0.
        sample: usize,
        /// The place of the value in the sample, counted from 0.
        index: usize,
        /// The value.
        value: f64,
    },
    /// A value of a sample stands for no word: the network looks its input up in a table, whose rows are counted from 0.
    #[error(
        "value {place} of sample {sample} of the {set} set is {value}, but the network takes whole numbers from 0 to {}",
        vocabulary - 1
    )]
    Vocabulary {
        /// Which samples.
        set: Set,
        /// The place of the sample among them, counted from 0.
        sample: usize,
        /// The place of the value in the sample, counted from 0.
        place: usize,
        /// The value.
        value: f64,
        /// How many words the network knows.
        vocabulary: usize,
    },
    /// A sample ends before its first step, or behind the last one.
    #[error("sample {sample} of the {set} set has {length} steps, but the network takes from 1 to {steps}")]
    Steps {
        /// Which samples.
        set: Set,
        /// The place of the sample among them, counted from 0.
        sample: usize,
        /// How many steps it has.
        length: usize,
        /// How many the network takes.
        steps: usize,
    },
    /// A layer, the loss, or windows that go on do not heed where a sample ends.
    #[error(transparent)]
    Ends(BatchError),
    /// A target is impossible.
    #[error("target {sample} of the {set} set is impossible: {error}")]
    Target {
        /// Which samples.
        set: Set,
        /// The place of the sample among them, counted from 0.
        sample: usize,
        /// What is wrong with its target.
        error: TargetError,
    },
    /// The samples are no whole signals.
    #[error(
        "{samples} training samples are no whole signals of {windows} windows: with `stateful({windows})` all windows of a signal stand one behind the other"
    )]
    Windows {
        /// How many samples there are to learn from.
        samples: usize,
        /// The windows of a signal.
        windows: usize,
    },
    /// A batch would be a single sample, and the network normalises over the batch.
    #[error(
        "{samples} samples in batches of {batch_size} leave a batch of one, but the network normalises over the batch, which takes two \
         samples or more: choose another `batch_size`, or `drop_last`"
    )]
    Alone {
        /// How many samples there are to learn from.
        samples: usize,
        /// The size of the batches.
        batch_size: usize,
    },
    /// What decides is not measured.
    #[error("{by} monitors the {monitor}, but {missing}")]
    Unmeasured {
        /// What monitors it.
        by: &'static str,
        /// What it monitors.
        monitor: Monitor,
        /// Why it is not measured.
        missing: &'static str,
    },
    /// A checkpoint cannot be read, belongs to another run, or cannot be written. What was trained until then stays in the network.
    #[cfg(feature = "std")]
    #[error(transparent)]
    Checkpoint(alloc::boxed::Box<super::CheckpointError>),
    /// The loss of [`evaluate`](super::evaluate) is infinite or NaN: the network's answers are, or they are too far from the targets.
    #[error("the loss on the {set} set is {value}: the network's answers are not finite, or too far from the targets")]
    LossNotFinite {
        /// Which samples.
        set: Set,
        /// The loss.
        value: f64,
    },
    /// Something became infinite or NaN. The network has the parameters of before the step, or, if these are not finite themselves, those
    /// after the last epoch that ended well, at first those that the run began with.
    #[error("{what} became {value} in step {step} of epoch {epoch}; a smaller learning rate may help")]
    Diverged {
        /// What did: `the loss`, `the gradient`, `a parameter` or `the validation loss`.
        what: &'static str,
        /// Its value.
        value: f64,
        /// The epoch, counted from 1.
        epoch: usize,
        /// The step of the epoch, counted from 1.
        step: usize,
    },
}
