//! Precision, recall and F1, of one class or averaged over all of them.

/// How the scores of all classes become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Average {
    /// The mean over the classes that occur, be it in the truth or in a prediction: every class counts alike.
    Macro,
    /// From the counts of all classes together. With one class a sample, all three are then the accuracy.
    Micro,
    /// The mean over the classes, each weighted by its number of samples.
    Weighted,
}

/// Precision, recall and their harmonic mean.
///
/// A quotient without a denominator is 0, as with scikit-learn's `zero_division=0`: the precision of a class that is never
/// predicted, the recall of one that has no samples, the F1 of one of which both are true.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Scores {
    /// The part of the samples taken for a class that are of it: `tp / (tp + fp)`.
    pub precision: f64,
    /// The part of the samples of a class that are taken for it: `tp / (tp + fn)`.
    pub recall: f64,
    /// `2 tp / (2 tp + fp + fn)`. Its average is the mean of the classes' F1, not the F1 of the mean precision and recall.
    pub f1: f64,
}

/// What is counted of one class, or of all.
#[derive(Clone, Copy, Default)]
pub(super) struct Counts {
    /// Taken for the class, and of it.
    pub(super) right: u64,
    /// Taken for the class.
    pub(super) predicted: u64,
    /// Of the class.
    pub(super) members: u64,
}

impl Counts {
    pub(super) fn scores(self) -> Scores {
        let quotient = |part: u64, whole: u64| ratio(part, whole).unwrap_or(0.0);
        Scores {
            precision: quotient(self.right, self.predicted),
            recall: quotient(self.right, self.members),
            f1: quotient(2 * self.right, self.predicted + self.members),
        }
    }
}

/// The average over classes of these counts; `None` if nothing is counted.
pub(super) fn average(classes: impl Iterator<Item = Counts>, average: Average) -> Option<Scores> {
    let (mut sum, mut weights, mut all) = (Scores::default(), 0.0, Counts::default());
    for class in classes.filter(|class| class.members + class.predicted > 0) {
        let weight = if average == Average::Weighted { class.members as f64 } else { 1.0 };
        let Scores { precision, recall, f1 } = class.scores();
        sum.precision += weight * precision;
        sum.recall += weight * recall;
        sum.f1 += weight * f1;
        weights += weight;
        all.right += class.right;
        all.predicted += class.predicted;
        all.members += class.members;
    }
    (all.members > 0).then(|| match average {
        Average::Micro => all.scores(),
        Average::Macro | Average::Weighted => {
            Scores { precision: sum.precision / weights, recall: sum.recall / weights, f1: sum.f1 / weights }
        }
    })
}

/// `part / whole`; `None` of nothing.
pub(super) fn ratio(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}
