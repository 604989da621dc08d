//! Loss and accuracy summed over samples.

use crate::loss::Reduction;

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

    /// Adds `samples` samples with the sum of their losses and what they count.
    pub(super) fn add(&mut self, samples: usize, (loss, weight): (f64, f64), correct: Option<usize>) {
        self.samples += samples;
        self.loss += loss;
        self.weight += weight;
        self.correct = self.correct.zip(correct).map(|(sum, correct)| sum + correct);
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
