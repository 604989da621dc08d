//! What a classifier confuses with what.

use super::average::{Counts, average, ratio};
use super::check::{check_class, check_classes};
use super::{Average, MetricError, Scores, argmax};
use crate::class::Class;
use crate::scalar::Scalar;
use crate::target::TargetError;

/// How often samples of each of `N` classes were taken for each of them.
///
/// Printed, it is a table: a row for each class, a column for each prediction, the recall at the end of a row, the precision
/// below a column, and the accuracy in the corner.
///
/// # Examples
///
/// ```
/// use static_nn::metrics::{Average, ConfusionMatrix};
///
/// let outputs = [[0.9_f32, 0.1], [0.2, 0.8], [0.3, 0.7], [0.4, 0.6]];
/// let confusion = ConfusionMatrix::of(&outputs, &[0_u8, 0, 1, 1])?;
/// assert_eq!(confusion.accuracy(), Some(0.75));
/// assert_eq!(confusion.recall(0), Some(0.5));
/// assert_eq!(confusion.precision(1), Some(2.0 / 3.0));
/// assert_eq!(confusion.f1(1), Some(0.8));
/// assert_eq!(confusion.average(Average::Macro).unwrap().recall, 0.75);
/// # Ok::<(), static_nn::metrics::MetricError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConfusionMatrix<const N: usize> {
    /// `counts[truth][prediction]`.
    counts: [[u64; N]; N],
}

impl<const N: usize> Default for ConfusionMatrix<N> {
    fn default() -> Self {
        Self::new()
    }
}

impl<const N: usize> ConfusionMatrix<N> {
    /// Nothing counted yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { counts: [[0; N]; N] }
    }

    /// The outputs of a network, each taken for the class of its largest value, against the true classes.
    ///
    /// # Errors
    ///
    /// [`MetricError`] if there are no outputs, not one class for each, a class outside `0..N`, or an output that is NaN.
    pub fn of<T: Scalar, C: Class>(outputs: &[[T; N]], classes: &[C]) -> Result<Self, MetricError> {
        check_classes(outputs, classes)?;
        let mut confusion = Self::new();
        for (sample, (output, class)) in outputs.iter().zip(classes).enumerate() {
            confusion.counts[check_class(sample, *class, N)?][argmax(output)] += 1;
        }
        Ok(confusion)
    }

    /// Counts one sample of class `truth` that was taken for `prediction`.
    ///
    /// # Errors
    ///
    /// [`TargetError::Class`] if one of them is not in `0..N`; nothing is counted then.
    pub fn add(&mut self, truth: usize, prediction: usize) -> Result<(), TargetError> {
        let wrong = |class: usize| TargetError::Class { class: class as i128, classes: N };
        let row = self.counts.get_mut(truth).ok_or(wrong(truth))?;
        *row.get_mut(prediction).ok_or(wrong(prediction))? += 1;
        Ok(())
    }

    /// How often a sample of class `truth` was taken for `prediction`; 0 for classes that do not exist.
    #[must_use]
    pub fn count(&self, truth: usize, prediction: usize) -> u64 {
        self.counts.get(truth).and_then(|row| row.get(prediction)).copied().unwrap_or(0)
    }

    /// The number of samples counted.
    #[must_use]
    pub fn samples(&self) -> u64 {
        self.counts.as_flattened().iter().sum()
    }

    /// The part of all samples that was taken for what it is; `None` before the first.
    #[must_use]
    pub fn accuracy(&self) -> Option<f64> {
        ratio((0..N).map(|class| self.count(class, class)).sum(), self.samples())
    }

    /// The part of the samples of `class` that was taken for it; `None` if there were none.
    #[must_use]
    pub fn recall(&self, class: usize) -> Option<f64> {
        let Counts { right, members, .. } = self.counts(class);
        ratio(right, members)
    }

    /// The part of the samples taken for `class` that is of it; `None` if none were.
    #[must_use]
    pub fn precision(&self, class: usize) -> Option<f64> {
        let Counts { right, predicted, .. } = self.counts(class);
        ratio(right, predicted)
    }

    /// The harmonic mean of precision and recall of `class`; `None` if no sample was of it or taken for it.
    #[must_use]
    pub fn f1(&self, class: usize) -> Option<f64> {
        let Counts { right, predicted, members } = self.counts(class);
        ratio(2 * right, predicted + members)
    }

    /// Precision, recall and F1 of `class`, with 0 for those that do not exist.
    #[must_use]
    pub fn scores(&self, class: usize) -> Scores {
        self.counts(class).scores()
    }

    /// Precision, recall and F1 over all classes, as [`Average`] says; `None` before the first sample.
    ///
    /// Where one class's quotient has no denominator it counts as 0. A class that occurs neither in the truth nor in a
    /// prediction does not count at all.
    #[must_use]
    pub fn average(&self, average: Average) -> Option<Scores> {
        self::average((0..N).map(|class| self.counts(class)), average)
    }

    fn counts(&self, class: usize) -> Counts {
        Counts {
            right: self.count(class, class),
            predicted: (0..N).map(|truth| self.count(truth, class)).sum(),
            members: (0..N).map(|prediction| self.count(class, prediction)).sum(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_that_does_not_exist_is_refused() {
        let mut confusion = ConfusionMatrix::<3>::new();
        assert_eq!(confusion.add(3, 0), Err(TargetError::Class { class: 3, classes: 3 }));
        assert_eq!(confusion.add(0, 7), Err(TargetError::Class { class: 7, classes: 3 }));
        assert_eq!(confusion, ConfusionMatrix::default());
        assert_eq!(confusion.accuracy(), None);
        assert_eq!(confusion.recall(9), None);
        assert_eq!(confusion.average(Average::Micro), None);
        assert_eq!(confusion.scores(9), Scores::default());
    }

    #[test]
    fn outputs_are_all_checked_before_any_is_counted() {
        let error = TargetError::Class { class: 2, classes: 2 };
        assert_eq!(
            ConfusionMatrix::of(&[[0.0_f32, 1.0], [1.0, 0.0]], &[0_u8, 2]),
            Err(MetricError::Target { sample: 1, error })
        );
        assert_eq!(ConfusionMatrix::<2>::of::<f32, u8>(&[], &[]), Err(MetricError::Empty));
    }

    #[test]
    fn what_cannot_be_divided_is_zero_and_what_does_not_occur_does_not_count() {
        // Class 0 is never predicted, class 2 has no samples, class 3 does not occur.
        let mut confusion = ConfusionMatrix::<4>::new();
        for (truth, prediction) in [(0, 1), (0, 2), (1, 1), (1, 1)] {
            confusion.add(truth, prediction).unwrap();
        }
        assert_eq!(confusion.precision(0), None);
        assert_eq!(confusion.scores(0), Scores { precision: 0.0, recall: 0.0, f1: 0.0 });
        assert_eq!(confusion.scores(1), Scores { precision: 2.0 / 3.0, recall: 1.0, f1: 0.8 });
        assert_eq!(confusion.f1(3), None);
        let thirds = Scores { precision: 2.0 / 9.0, recall: 1.0 / 3.0, f1: 0.8 / 3.0 };
        assert_eq!(confusion.average(Average::Macro), Some(thirds));
        assert_eq!(confusion.average(Average::Weighted).map(|scores| scores.f1), Some(0.4));
        assert_eq!(confusion.average(Average::Micro).map(|scores| scores.f1), confusion.accuracy());
    }
}
