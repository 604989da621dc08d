//! The Kullback-Leibler divergence.

use fearless_simd::Simd;
use nalgebra::SVector;

use super::elementwise::Elementwise;
use super::values::{ValueLoss, Values, value_loss};
use super::{Loss, Reduction, TargetError, classes_in_block, target};
use crate::argmax::argmax;
use crate::kernels::loss::term;
use crate::layer::Pass;
use crate::scalar::Scalar;
use crate::settings::SettingError;
use crate::shape::{D1, Shape};

/// The Kullback-Leibler divergence of the target from the output: how much is lost when one distribution stands for another, as
/// in learning from a larger network's probabilities.
///
/// The outputs are logarithms of probabilities: the network ends in a [`LogSoftmax`](crate::LogSoftmax). The target is the
/// probabilities themselves. `loss = sum(t (ln t - y))`, where `0 ln 0 = 0`, and `dy = -t`, summed over the classes, and the mean over
/// the batch: PyTorch's `KLDivLoss` with `reduction="batchmean"`. (Its default, `mean`, also divides by the number of classes,
/// and so is no divergence.)
///
/// An output is correct if it is largest where the target is.
///
/// # Shapes
///
/// `y: [N]`; the target is `[T; N]` or `SVector<T, N>`, each value 0 to 1, in sum 1 (to 0.01, so that rounded percentages pass).
///
/// # Examples
///
/// ```
/// use static_nn::loss::{KlDivergence, Loss};
/// use static_nn::D1;
///
/// // The whole of one class, for which the output has one half: ln 1 - ln 0.5.
/// let y = [-core::f64::consts::LN_2; 2];
/// let loss = Loss::<f64, D1<2>, [f64; 2]>::value(&KlDivergence, &y, &[1.0, 0.0]);
/// assert!((loss - core::f64::consts::LN_2).abs() < 1e-12);
/// ```
#[doc(alias = "KLDivLoss")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct KlDivergence;

impl Elementwise for KlDivergence {
    type Term = term::KlDivergence;

    const ANY_FINITE: bool = false;

    #[inline(always)]
    fn term(&self) -> term::KlDivergence {
        term::KlDivergence
    }

    fn check_value(index: usize, value: f64) -> Result<(), TargetError> {
        target::check_probability(index, value)
    }

    fn check_sum(sum: f64) -> Result<(), TargetError> {
        target::check_sum(sum)
    }

    #[inline(always)]
    fn factor<T: Scalar>(_: usize) -> T {
        T::ONE
    }

    fn correct<T: Scalar>(y: &[T], target: &impl Values<T>) -> Option<bool> {
        Some(argmax(y) == argmax(target.values()?))
    }

    fn correct_in_block<T: Scalar>(y: &[T::Lanes], targets: &[&impl Values<T>]) -> Option<usize> {
        Some(classes_in_block::<T>(y, targets.iter().map(|target| target.values().map(argmax))))
    }
}

value_loss! { KlDivergence;
    (const N: usize) D1<N>: [T; N];
    (const N: usize) D1<N>: SVector<T, N>;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loss::testing::{self, ROUNDING, probabilities};

    #[test]
    fn a_distribution_is_no_distance_from_itself() {
        let target = [0.125, 0.5, 0.375, 0.0];
        let y = [0.125_f64.ln(), 0.5_f64.ln(), 0.375_f64.ln(), -1000.0];
        let (loss, slope) = testing::gradient::<D1<4>, _>(&KlDivergence, &y, &target);
        assert!(loss.abs() < ROUNDING, "{loss}");
        assert!(slope.iter().zip(target).all(|(slope, t)| (slope + t).abs() < ROUNDING), "{slope:?}");
    }

    #[test]
    fn gradient_and_block_agree_with_one_sample() {
        testing::check_loss::<f64, D1<11>, [f64; 11]>(&KlDivergence, probabilities);
        testing::check_loss::<f64, D1<3>, SVector<f64, 3>>(&KlDivergence, |rng| {
            SVector::from(probabilities::<_, 3>(rng))
        });
        testing::check_block::<f32, D1<7>, [f32; 7]>(&KlDivergence, probabilities);
        testing::check_block::<f32, D1<20>, [f32; 20]>(&KlDivergence, probabilities);
    }

    #[test]
    fn the_largest_probability_decides_what_is_correct() {
        let correct = |y: [f32; 3]| Loss::<f32, D1<3>, [f32; 3]>::correct(&KlDivergence, &y, &[0.2, 0.5, 0.3]);
        assert_eq!([correct([-2.0, -0.3, -2.0]), correct([-0.3, -2.0, -2.0])], [Some(true), Some(false)]);
    }

    #[test]
    fn what_is_no_distribution_is_refused() {
        let check = |target: [f32; 2]| Loss::<f32, D1<2>, [f32; 2]>::check(&KlDivergence, &target);
        assert_eq!(check([0.25, 0.75]), Ok(()));
        assert_eq!(check([0.25, 0.5]), Err(TargetError::Sum { sum: 0.75 }));
        assert_eq!(check([1.5, -0.5]), Err(TargetError::NotAProbability { index: 0, value: 1.5 }));
        assert!(matches!(check([f32::NAN, 1.0]), Err(TargetError::NotFinite { index: 0, .. })));
    }
}
