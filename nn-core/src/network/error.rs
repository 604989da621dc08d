//! What can be wrong with a batch.

use thiserror::Error;

use crate::loss::TargetError;
use crate::optim::SettingError;

/// A batch that cannot be used. Nothing has been computed or written.
#[derive(Clone, Copy, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum BatchError {
    /// Two slices of one batch differ in length.
    #[error("{samples} samples come with {others} {what}: there must be one for each")]
    Length {
        /// How many samples.
        samples: usize,
        /// How many of the others.
        others: usize,
        /// What the others are.
        what: &'static str,
    },
    /// A sample has another number of values than the network takes.
    #[error("sample {sample} has {found} values, but the network takes {expected}")]
    Sample {
        /// The index of the sample in its slice.
        sample: usize,
        /// How many values the network takes.
        expected: usize,
        /// How many values the sample has.
        found: usize,
    },
    /// A value of a sample stands for no word: the network looks its input up in a table, whose rows are counted from 0.
    #[error("value {place} of sample {sample} is {value}, but the network takes whole numbers from 0 to {}", vocabulary - 1)]
    Vocabulary {
        /// The index of the sample in its slice.
        sample: usize,
        /// The place of the value in the sample, counted from 0.
        place: usize,
        /// The value.
        value: f64,
        /// How many words the network knows.
        vocabulary: usize,
    },
    /// A sample ends before its first step, or behind the last one.
    #[error("sample {sample} has {length} steps, but the network takes from 1 to {steps}")]
    Steps {
        /// The index of the sample in its slice.
        sample: usize,
        /// How many steps it has.
        length: usize,
        /// How many the network takes.
        steps: usize,
    },
    /// A layer does not heed where a sample ends.
    #[error(
        "samples that end early cannot pass `{layer}`, which takes all steps for real: leave it out, or hand on the values alone"
    )]
    Ends {
        /// What it is called in the list.
        layer: &'static str,
    },
    /// The loss does not heed where a sample ends.
    #[error(
        "the loss compares all steps, also those behind the end of a sample: write `EveryStep(..)` or `LastStep(..)` around it"
    )]
    EndsOfLoss,
    /// There is no sample at all.
    #[error("the batch is empty: a mean over no sample does not exist")]
    Empty,
    /// The network normalises over the batch, and one sample is no batch.
    #[error("a network that normalises over the batch cannot be trained on a single sample: it takes two or more")]
    Alone,
    /// The network normalises over the batch, so that the workspace must hold all of it at once.
    #[error(
        "this network normalises over the batch, so that all {samples} samples must fit the workspace, which takes {room} at a \
         time: make it with `Workspace::with_batch({samples})`"
    )]
    Room {
        /// How many samples the batch has.
        samples: usize,
        /// How many the workspace takes at a time.
        room: usize,
    },
    /// The states of a stateful workspace stay in it, so that it must hold all samples at once.
    #[error(
        "the states of all {samples} samples must stay in the workspace, which takes {room} at a time: make it with \
         `Workspace::with_batch({samples}).stateful()`"
    )]
    StateRoom {
        /// How many samples the batch has.
        samples: usize,
        /// How many the workspace takes at a time.
        room: usize,
    },
    /// Samples that go on where the ones before have ended are as many.
    #[error("{samples} samples cannot go on where {before} have ended: `reset_state` lets new ones begin")]
    Windows {
        /// How many samples the batch has.
        samples: usize,
        /// How many the one before had.
        before: usize,
    },
    /// A setting of the loss is out of its range.
    #[error("the loss cannot be used: {0}")]
    Setting(#[from] SettingError),
    /// A target cannot be what its sample should give.
    #[error("the target of sample {sample} is impossible: {error}")]
    Target {
        /// The index of the sample in its slice.
        sample: usize,
        /// What is wrong with it.
        error: TargetError,
    },
}
