//! Loss and accuracy summed over samples.

/// The sum of the losses of some samples, and how many were right, where the loss can say so.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tally {
    samples: usize,
    loss: f64,
    correct: Option<usize>,
}

impl Tally {
    pub(super) const EMPTY: Self = Self { samples: 0, loss: 0.0, correct: Some(0) };

    /// Adds `samples` samples with this mean loss.
    pub(super) fn add(&mut self, samples: usize, mean_loss: f64, correct: Option<usize>) {
        self.samples += samples;
        self.loss += mean_loss * samples as f64;
        self.correct = self.correct.zip(correct).map(|(sum, correct)| sum + correct);
    }

    /// The mean loss.
    pub(super) fn loss(&self) -> f64 {
        self.loss / self.samples as f64
    }

    /// The part of the samples that was right.
    pub(super) fn accuracy(&self) -> Option<f64> {
        self.correct.map(|correct| correct as f64 / self.samples as f64)
    }
}
