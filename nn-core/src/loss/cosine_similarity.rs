//! One minus the cosine similarity.

use fearless_simd::{Level, Simd};
use nalgebra::SVector;

use super::values::{ValueLoss, Values, value_loss};
use super::{Loss, Reduction, TargetError, target};
use crate::kernels::loss::SHORTEST;
use crate::layer::Pass;
use crate::scalar::Scalar;
use crate::settings::SettingError;
use crate::shape::{D1, D3, Shape};

/// How far the output points away from the target, whatever the lengths of the two: for embeddings.
///
/// `loss = 1 - cos(y, t)` with `cos(y, t) = y . t / (max(|y|, e) max(|t|, e))` and `e = 1e-8`, over all outputs at once: 0 for one
/// direction, 1 for a right angle, 2 for opposites. `dy = (cos(y, t) y / |y| - t / |t|) / |y|`, and `-t / |t| / e` where `y` is
/// shorter than `e`. It is 1 less PyTorch's `cosine_similarity`, once the mean over the batch is taken; the gradient
/// differs where `y` is shorter than `e` but not 0, since there PyTorch takes the derivative of the length all the same. A target of
/// zeros has no direction: it costs 1, and its gradient is zero.
///
/// Lengths are computed from values divided by the largest, so that no square overflows or vanishes.
///
/// # Shapes
///
/// As for [`MeanSquaredError`](super::MeanSquaredError).
///
/// # Examples
///
/// ```
/// use static_nn::loss::{CosineSimilarity, Loss};
/// use static_nn::D1;
///
/// // cos = (3 * 4 + 4 * 3) / (5 * 5)
/// let loss = Loss::<f64, D1<2>, [f64; 2]>::value(&CosineSimilarity, &[3.0, 4.0], &[4.0, 3.0]);
/// assert!((loss - (1.0 - 24.0 / 25.0)).abs() < 1e-12);
/// ```
#[doc(alias = "CosineEmbeddingLoss")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct CosineSimilarity;

/// A vector as a factor and its values over the largest of them: its direction, or less than that if it is short.
struct Direction<T> {
    largest: T,
    factor: T,
    length: T,
    short: bool,
}

impl<T: Scalar> Direction<T> {
    #[inline(always)]
    fn of(values: impl Iterator<Item = T> + Clone) -> Self {
        let mut largest = T::MIN_POSITIVE;
        for value in values.clone() {
            let value = if value < T::ZERO { -value } else { value };
            largest = if value > largest { value } else { largest };
        }
        let mut squares = T::ZERO;
        for value in values {
            squares += (value / largest) * (value / largest);
        }
        let (root, shortest) = (squares.scalar_sqrt(), T::from_f64(SHORTEST));
        let length = root * largest;
        let short = length < shortest;
        Self { largest, factor: if short { largest / shortest } else { T::ONE / root }, length, short }
    }

    #[inline(always)]
    fn at(&self, value: T) -> T {
        value / self.largest * self.factor
    }
}

impl<T: Scalar> ValueLoss<T> for CosineSimilarity {
    fn check_settings(&self) -> Result<(), SettingError> {
        Ok(())
    }

    fn reduction(&self) -> Reduction {
        Reduction::Mean
    }

    fn check(&self, target: &impl Values<T>, len: usize) -> Result<(), TargetError> {
        (0..len).try_for_each(|index| target::check_finite(index, target.value(index).to_f64()))
    }

    #[inline(always)]
    fn sample<S: Simd>(&self, _: S, y: &[T], target: &impl Values<T>, dy: &mut [T]) -> T {
        let from = Direction::of(y.iter().copied());
        let to = Direction::of((0..y.len()).map(|index| target.value(index)));
        let mut cosine = T::ZERO;
        for (index, &y) in y.iter().enumerate() {
            cosine += from.at(y) * to.at(target.value(index));
        }
        let slope = T::ONE / if from.short { T::from_f64(SHORTEST) } else { from.length };
        let along = if from.short { T::ZERO } else { cosine };
        for (index, (&y, dy)) in y.iter().zip(dy).enumerate() {
            *dy = (along * from.at(y) - to.at(target.value(index))) * slope;
        }
        T::ONE - cosine
    }

    fn block(&self, level: Level, y: &[T], scale: T, dy: &mut [T], losses: &mut [T]) {
        T::cosine(level, y, scale, dy, losses);
    }

    fn correct(&self, _: &[T], _: &impl Values<T>) -> Option<bool> {
        None
    }

    fn correct_in_block(&self, _: &[T::Lanes], _: &[&impl Values<T>]) -> Option<usize> {
        None
    }
}

value_loss! { numbers CosineSimilarity }

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loss::testing::{self, ROUNDING};

    #[test]
    fn values_are_those_of_the_formula() {
        let (loss, slope) = testing::gradient::<D1<2>, _>(&CosineSimilarity, &[3.0, 4.0], &[4.0, 3.0]);
        assert!((loss - 0.04).abs() < ROUNDING);
        // (0.96 * 0.6 - 0.8) / 5, (0.96 * 0.8 - 0.6) / 5
        assert!((slope[0] + 0.0448).abs() < ROUNDING && (slope[1] - 0.0336).abs() < ROUNDING, "{slope:?}");
        let far = testing::gradient::<D1<2>, _>(&CosineSimilarity, &[3e300, 4e300], &[4e-300, 3e-300]);
        // The target is shorter than 1e-8, and counts the less.
        assert!((far.0 - 1.0).abs() < ROUNDING && far.1[0].abs() < ROUNDING, "{far:?}");
    }

    #[test]
    fn lengths_do_not_matter_and_do_not_overflow() {
        let loss = |y: [f32; 2], t: [f32; 2]| Loss::<f32, D1<2>, [f32; 2]>::value(&CosineSimilarity, &y, &t);
        for scale in [1e-5, 1.0, 1e20, 8e37] {
            assert!((loss([3.0 * scale, 4.0 * scale], [4.0, 3.0]) - 0.04).abs() < 1e-6, "{scale}");
            assert!((loss([-3.0, -4.0], [3.0 * scale, 4.0 * scale]) - 2.0).abs() < 1e-6, "{scale}");
        }
    }

    #[test]
    fn what_has_no_direction_costs_one() {
        let (loss, slope) = testing::gradient::<D1<2>, _>(&CosineSimilarity, &[0.0, 0.0], &[4.0, 3.0]);
        assert!((loss - 1.0).abs() < ROUNDING);
        assert!((slope[0] / -8e7 - 1.0).abs() < ROUNDING && (slope[1] / -6e7 - 1.0).abs() < ROUNDING, "{slope:?}");
        assert_eq!(testing::gradient::<D1<2>, _>(&CosineSimilarity, &[4.0, 3.0], &[0.0, 0.0]), (1.0, [0.0, 0.0]));
    }

    #[test]
    fn gradient_and_block_agree_with_one_sample() {
        testing::check_loss::<f64, D1<11>, [f64; 11]>(&CosineSimilarity, testing::normals);
        testing::check_loss::<f64, D3<2, 3, 2, 12>, [f64; 12]>(&CosineSimilarity, testing::normals);
        testing::check_block::<f32, D1<5>, [f32; 5]>(&CosineSimilarity, testing::normals);
        // Shorter than what is taken to be the shortest.
        testing::check_block_at::<f64, D1<5>, [f64; 5]>(&CosineSimilarity, |rng| 1e-9 * rng.normal(), testing::normals);
    }

    #[test]
    fn a_target_that_is_not_finite_is_refused() {
        let checked = Loss::<f32, D1<2>, [f32; 2]>::check(&CosineSimilarity, &[0.0, f32::NAN]);
        assert!(matches!(checked, Err(TargetError::NotFinite { index: 1, .. })));
    }
}
