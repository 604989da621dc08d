//! Why something cannot be measured.

use crate::target::TargetError;

/// Why there is no such number.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum MetricError {
    /// There are no samples, or samples without values.
    #[error("there is nothing to measure: a mean over no value does not exist")]
    Empty,
    /// There is not one target for each output.
    #[error("{outputs} outputs come with {targets} targets: there must be one for each")]
    Length {
        /// How many outputs there are.
        outputs: usize,
        /// How many targets there are.
        targets: usize,
    },
    /// A target is no class of the network.
    #[error("target {sample} is impossible: {error}")]
    Target {
        /// The place of the sample, counted from 0.
        sample: usize,
        /// What is wrong with its target.
        error: TargetError,
    },
    /// An output is NaN, and so has no place among the others.
    #[error("value {index} of output {sample} is NaN: the network has diverged, or its input was not finite")]
    NotANumber {
        /// The place of the sample, counted from 0.
        sample: usize,
        /// The place of the value in its output, counted from 0.
        index: usize,
    },
    /// A number of a regression is infinite or NaN.
    #[error("value {index} of {what} {sample} is {value}, not a finite number")]
    NotFinite {
        /// `output` or `target`.
        what: &'static str,
        /// The place of the sample, counted from 0.
        sample: usize,
        /// The place of the value in it, counted from 0.
        index: usize,
        /// The value.
        value: f64,
    },
    /// There are not that many outputs to choose from.
    #[error("`k` is {k}, but must be at least 1 and at most {outputs}, the number of outputs")]
    TopK {
        /// How many were to be looked at.
        k: usize,
        /// How many there are.
        outputs: usize,
    },
    /// There are too few samples to compare with their mean.
    #[error("the coefficient of determination needs at least 2 samples, found {samples}")]
    TooFew {
        /// How many there are.
        samples: usize,
    },
    /// All samples are of one class, or none is, so there is no pair to rank.
    #[error(
        "{members} of {samples} samples are of class {class}: \
         the area under the curve needs samples that are of it and samples that are not"
    )]
    OneSided {
        /// The class; 1 is that of the positive samples.
        class: usize,
        /// How many samples are of it.
        members: usize,
        /// How many there are.
        samples: usize,
    },
}
