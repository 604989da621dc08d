//! Loss and accuracy summed over samples.

use crate::loss::Reduction;
use crate::network::Outcome;

/// The sum of the losses of some samples, and how many were right, where the loss can say so.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tally {
    samples: usize,
    loss: f64,
    /// What the samples count together: their number, or the sum of their weights.
    weight: f64,
    correct: Option<usize>,
}

impl Tally {
    pub(super) const EMPTY: Self = Self { samples: 0, loss: 0.0, weight: 0.0, correct: Some(0) };

    /// Adds a batch of `samples` samples.
    pub(super) fn add<T>(&mut self, samples: usize, batch: &Outcome<T>) {
        self.samples += samples;
        self.loss += batch.sum;
        self.weight += batch.weight;
        self.correct = self.correct.zip(batch.correct).map(|(sum, correct)| sum + correct);
    }

    /// The mean loss over the samples, of losses that are summed too: so that sets of different sizes can be compared.
    pub(super) fn loss(&self) -> f64 {
        self.loss / Reduction::WeightedMean.divisor(self.weight)
    }

    /// The part of the samples that was right.
    pub(super) fn accuracy(&self) -> Option<f64> {
        self.correct.map(|correct| correct as f64 / self.samples as f64)
    }
}
