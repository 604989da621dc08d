//! Why samples cannot be divided.

/// Why samples cannot be divided like that.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum SplitError {
    /// The part to measure on is no part.
    #[error("the part to test on is {fraction} of the samples, but must be more than 0 and less than 1")]
    Fraction {
        /// How large it should be.
        fraction: f64,
    },
    /// A part would have no samples.
    #[error("of {samples} samples, {test} would be to test on: both parts need at least one")]
    TooFew {
        /// How many there are.
        samples: usize,
        /// How many would be to test on.
        test: usize,
    },
    /// A part would have fewer samples than there are classes.
    #[error("of {samples} samples, {test} would be to test on: both parts need one of each of the {classes} classes")]
    TooFewForClasses {
        /// How many there are.
        samples: usize,
        /// How many would be to test on.
        test: usize,
        /// How many classes there are.
        classes: usize,
    },
    /// There are too few folds, or more than samples.
    #[error(
        "{samples} samples cannot be divided into {folds} folds: there must be at least 2, and no more than samples"
    )]
    Folds {
        /// How many are wanted.
        folds: usize,
        /// How many samples there are.
        samples: usize,
    },
    /// A class has too few samples for all parts.
    #[error("class {class} has {members} of the {needed} samples that it needs to be in every part")]
    Class {
        /// The class.
        class: i128,
        /// How many samples it has.
        members: usize,
        /// How many it needs.
        needed: usize,
    },
    /// There is not one item for each sample.
    #[error("{samples} samples were divided, but there are {items} items: there must be one for each")]
    Length {
        /// How many samples there are.
        samples: usize,
        /// How many items there are.
        items: usize,
    },
}
