//! How often a classifier is right, and what it confuses with what.

use core::fmt;

use crate::loss::{Class, TargetError};
use crate::scalar::Scalar;

/// The place of the largest value: the first of equals, and the first NaN if there is one, as in PyTorch; 0 if there are no
/// values.
///
/// # Examples
///
/// ```
/// use nn_core::metrics::argmax;
///
/// assert_eq!(argmax(&[0.1_f32, 2.5, -1.0, 2.5]), 1);
/// ```
#[must_use]
pub fn argmax<T: Scalar>(values: &[T]) -> usize {
    let mut best = 0;
    for (i, value) in values.iter().enumerate() {
        // A NaN is the only value that differs from itself.
        if *value > values[best] || (value.to_f64().is_nan() && !values[best].to_f64().is_nan()) {
            best = i;
        }
    }
    best
}

/// The part of the outputs whose largest value is at the right class, 0 to 1; `None` if there are none, or not as many classes
/// as outputs.
///
/// # Examples
///
/// ```
/// use nn_core::metrics::accuracy;
///
/// let outputs = [[0.1_f32, 0.9], [0.8, 0.2], [0.4, 0.6], [0.3, 0.7]];
/// assert_eq!(accuracy(&outputs, &[1_u8, 0, 0, 1]), Some(0.75));
/// ```
#[must_use]
pub fn accuracy<T: Scalar, C: Class, const N: usize>(outputs: &[[T; N]], classes: &[C]) -> Option<f64> {
    let hit = |(output, class): &(&[T; N], &C)| class.index() == Some(argmax(*output));
    let right = outputs.iter().zip(classes).filter(hit).count();
    (outputs.len() == classes.len()).then(|| ratio(right as u64, outputs.len() as u64)).flatten()
}

/// How often samples of each of `N` classes were taken for each of them.
///
/// # Examples
///
/// ```
/// use nn_core::metrics::ConfusionMatrix;
///
/// let mut confusion = ConfusionMatrix::<2>::new();
/// for (truth, prediction) in [(0, 0), (0, 1), (1, 1), (1, 1)] {
///     confusion.add(truth, prediction)?;
/// }
/// assert_eq!(confusion.accuracy(), Some(0.75));
/// assert_eq!(confusion.recall(0), Some(0.5));
/// assert_eq!(confusion.precision(1), Some(2.0 / 3.0));
/// # Ok::<(), nn_core::loss::TargetError>(())
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

    /// The part of all samples that was taken for what it is; `None` before the first.
    #[must_use]
    pub fn accuracy(&self) -> Option<f64> {
        let right = (0..N).map(|class| self.count(class, class)).sum();
        ratio(right, self.counts.as_flattened().iter().sum())
    }

    /// The part of the samples of `class` that was taken for it; `None` if there were none.
    #[must_use]
    pub fn recall(&self, class: usize) -> Option<f64> {
        ratio(self.count(class, class), (0..N).map(|prediction| self.count(class, prediction)).sum())
    }

    /// The part of the samples taken for `class` that is of it; `None` if none were.
    #[must_use]
    pub fn precision(&self, class: usize) -> Option<f64> {
        ratio(self.count(class, class), (0..N).map(|truth| self.count(truth, class)).sum())
    }
}

fn ratio(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// A row for each class, a column for each prediction, and the recall of the row.
impl<const N: usize> fmt::Display for ConfusionMatrix<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let largest = self.counts.as_flattened().iter().copied().fold(N as u64, u64::max);
        let width = largest.checked_ilog10().unwrap_or(0) as usize + 2;
        write!(f, "truth")?;
        for prediction in 0..N {
            write!(f, "{prediction:>width$}")?;
        }
        writeln!(f, "  recall")?;
        for (truth, row) in self.counts.iter().enumerate() {
            write!(f, "{truth:>5}")?;
            for count in row {
                write!(f, "{count:>width$}")?;
            }
            match self.recall(truth) {
                Some(recall) => writeln!(f, "{:>7.1}%", 100.0 * recall)?,
                None => writeln!(f, "{:>8}", "-")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::string::ToString;

    #[test]
    fn argmax_takes_the_first_of_equals_and_the_first_nan() {
        assert_eq!(argmax::<f32>(&[]), 0);
        assert_eq!(argmax(&[-1.0_f64, -1.0, -2.0]), 0);
        assert_eq!(argmax(&[1.0_f32, f32::NAN, f32::INFINITY, f32::NAN]), 1);
        assert_eq!(argmax(&[f32::NAN, 3.0]), 0);
    }

    #[test]
    fn accuracy_wants_one_class_an_output() {
        assert_eq!(accuracy(&[[0.0_f32, 1.0]], &[1_i64, 0]), None);
        assert_eq!(accuracy::<f32, u8, 2>(&[], &[]), None);
        assert_eq!(accuracy(&[[0.0_f32, 1.0]], &[-1_i64]), Some(0.0));
    }

    #[test]
    fn a_class_that_does_not_exist_is_refused() {
        let mut confusion = ConfusionMatrix::<3>::new();
        assert_eq!(confusion.add(3, 0), Err(TargetError::Class { class: 3, classes: 3 }));
        assert_eq!(confusion.add(0, 7), Err(TargetError::Class { class: 7, classes: 3 }));
        assert_eq!(confusion, ConfusionMatrix::default());
        assert_eq!(confusion.accuracy(), None);
        assert_eq!(confusion.recall(9), None);
    }

    #[test]
    fn the_table_has_a_row_for_each_class() {
        let mut confusion = ConfusionMatrix::<3>::new();
        for (truth, prediction, times) in [(0, 0, 12), (0, 2, 3), (1, 1, 8), (1, 0, 1)] {
            for _ in 0..times {
                confusion.add(truth, prediction).unwrap();
            }
        }
        let table = "truth  0  1  2  recall\n    0 12  0  3   80.0%\n    1  1  8  0   88.9%\n    2  0  0  0       -\n";
        assert_eq!(confusion.to_string(), table);
    }
}
