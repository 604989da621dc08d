//! What a batch came to.

use crate::scalar::Scalar;

/// What a batch came to besides its gradient.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Outcome<T> {
    /// The mean of the losses, or what the [`Reduction`](crate::loss::Reduction) of the loss says.
    pub(crate) loss: T,
    /// The sum of the losses.
    pub(crate) sum: f64,
    /// What the samples count together in a mean.
    pub(crate) weight: f64,
    /// How many samples the network had right, where the loss can say so.
    pub(crate) correct: Option<usize>,
}

impl<T: Scalar> Outcome<T> {
    /// Before the first batch.
    pub(super) const NONE: Self = Self { loss: T::ZERO, sum: 0.0, weight: 0.0, correct: None };

    /// A single sample that counts so many times as much.
    pub(crate) fn times(self, weight: f64) -> Self {
        Self { sum: self.sum * weight, weight: self.weight * weight, ..self }
    }
}
