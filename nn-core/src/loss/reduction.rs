//! How the losses of many samples make one.

use super::Loss;
use crate::scalar::Scalar;
use crate::shape::Shape;

/// What becomes of the losses of a batch's samples: see [`Loss::reduction`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Reduction {
    /// Their mean: the sum divided by the number of samples.
    #[default]
    Mean,
    /// Their weighted mean: the sum divided by that of the samples' [weights](Loss::weight). If no sample has any weight, the loss
    /// and the gradient are zero.
    WeightedMean,
    /// Their sum.
    Sum,
}

impl Reduction {
    /// By what the sum of the losses is divided, if the samples count `weight` together.
    pub(crate) fn divisor(self, weight: f64) -> f64 {
        match self {
            Self::Sum => 1.0,
            _ if weight == 0.0 => f64::INFINITY,
            _ => weight,
        }
    }
}

/// How much the samples with these targets count together in a mean.
pub(crate) fn weight<'a, T: Scalar, Y: Shape, Target: 'a>(
    loss: &impl Loss<T, Y, Target>,
    targets: impl ExactSizeIterator<Item = &'a Target>,
) -> f64 {
    match loss.reduction() {
        Reduction::WeightedMean => targets.map(|target| loss.weight(target)).sum(),
        Reduction::Mean | Reduction::Sum => targets.len() as f64,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loss::CrossEntropy;
    use crate::shape::D1;

    #[test]
    fn samples_count_one_unless_they_are_weighted() {
        let targets = [0_usize, 1, 1];
        assert!((weight::<f32, D1<2>, _>(&CrossEntropy, targets.iter()) - 3.0).abs() < f64::EPSILON);
        let weighted = CrossEntropy.class_weights([0.5, 2.0]);
        assert!((weight::<f32, D1<2>, _>(&weighted, targets.iter()) - 4.5).abs() < f64::EPSILON);
    }

    #[test]
    fn what_counts_nothing_is_divided_away() {
        assert!((Reduction::Mean.divisor(4.0) - 4.0).abs() < f64::EPSILON);
        assert!((Reduction::Sum.divisor(4.0) - 1.0).abs() < f64::EPSILON);
        assert!((0.5 / Reduction::WeightedMean.divisor(0.0)).abs() < f64::EPSILON);
    }
}
