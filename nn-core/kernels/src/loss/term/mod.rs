//! What one output and its target come to, for losses that are a sum of that over the outputs.

mod absolute;
mod binary_cross_entropy;
mod binary_cross_entropy_of_probabilities;
mod hinge;
mod huber;
mod kl_divergence;
mod smooth_l1;
mod squared;

pub use absolute::Absolute;
pub use binary_cross_entropy::{BinaryCrossEntropy, BinaryCrossEntropyWith};
pub use binary_cross_entropy_of_probabilities::BinaryCrossEntropyOfProbabilities;
pub use hinge::Hinge;
pub use huber::Huber;
pub use kl_divergence::KlDivergence;
pub use smooth_l1::SmoothL1;
pub use squared::Squared;

use fearless_simd::Simd;

use crate::number::Number;

pub(super) mod sealed {
    /// The functions of this crate.
    pub trait Sealed {}
}

/// What one output and its target come to.
pub trait Term: Copy + sealed::Sealed {
    /// The loss and its derivative with respect to the output.
    fn terms<S: Simd, T: Number>(self, simd: S, y: T::Native<S>, target: T::Native<S>) -> (T::Native<S>, T::Native<S>);
}
