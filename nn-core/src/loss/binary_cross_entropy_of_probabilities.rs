//! The binary cross entropy, from probabilities.

use fearless_simd::Simd;
use nalgebra::SVector;

use super::elementwise::Elementwise;
use super::values::{self, ValueLoss, Values, value_loss};
use super::{Loss, Reduction, TargetError, target};
use crate::kernels::loss::term;
use crate::layer::Pass;
use crate::scalar::Scalar;
use crate::settings::SettingError;
use crate::shape::{D1, D3, Shape};

/// The mean over the outputs of the cross entropy of a yes or a no, for a network that ends in a sigmoid.
///
/// The outputs are probabilities `p`, and with `n` of them `loss = -sum(t ln p + (1 - t) ln(1 - p)) / n`: PyTorch's `BCELoss`, once
/// the mean over the batch is taken. [`BinaryCrossEntropy`](super::BinaryCrossEntropy) on the logits is the same in exact
/// arithmetic, and in every other sense better.
///
/// As in PyTorch, both logarithms are at least -100, so that a wrong certainty costs 100, and the gradient is
/// `dp = (p - t) / max(p (1 - p), 1e-12) / n`: the derivative of the unclamped formula, with its divisor kept from 0. An output
/// outside 0 to 1 gives NaN, where PyTorch stops.
///
/// With one output, an output is correct if it is on the target's side of one half.
///
/// # Shapes
///
/// As for [`BinaryCrossEntropy`](super::BinaryCrossEntropy).
///
/// # Examples
///
/// ```
/// use static_nn::loss::{BinaryCrossEntropyOfProbabilities, Loss};
/// use static_nn::D1;
///
/// let loss = Loss::<f32, D1<2>, [bool; 2]>::value(&BinaryCrossEntropyOfProbabilities, &[0.5, 0.0], &[true, true]);
/// assert!((loss - (core::f32::consts::LN_2 + 100.0) / 2.0).abs() < 1e-4);
/// ```
#[doc(alias = "BCELoss")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct BinaryCrossEntropyOfProbabilities;

/// Whether a lone probability lies on the target's side of one half.
fn correct<T: Scalar>(p: T, target: T) -> bool {
    (p.to_f64() > 0.5) == (target.to_f64() >= 0.5)
}

impl Elementwise for BinaryCrossEntropyOfProbabilities {
    type Term = term::BinaryCrossEntropyOfProbabilities;

    const ANY_FINITE: bool = false;

    #[inline(always)]
    fn term(&self) -> term::BinaryCrossEntropyOfProbabilities {
        term::BinaryCrossEntropyOfProbabilities
    }

    fn check_value(index: usize, value: f64) -> Result<(), TargetError> {
        target::check_probability(index, value)
    }

    fn correct<T: Scalar>(y: &[T], target: &impl Values<T>) -> Option<bool> {
        if let [y] = *y { Some(correct(y, target.value(0))) } else { None }
    }

    fn correct_in_block<T: Scalar>(y: &[T::Lanes], targets: &[&impl Values<T>]) -> Option<usize> {
        values::correct_in_block(y, targets, correct::<T>)
    }
}

value_loss! { numbers_or_bools BinaryCrossEntropyOfProbabilities }

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loss::testing::{self, ROUNDING};

    const LOSS: BinaryCrossEntropyOfProbabilities = BinaryCrossEntropyOfProbabilities;

    fn gradient(p: f64, target: f64) -> (f64, f64) {
        let (loss, [slope]) = testing::gradient::<D1<1>, _>(&LOSS, &[p], &target);
        (loss, slope)
    }

    #[test]
    fn values_and_clamps_are_those_of_pytorch() {
        let steepest = 1_000_000_003_995.802_9;
        assert_eq!(gradient(0.0, 1.0), (100.0, -steepest));
        assert_eq!(gradient(0.0, 0.0), (0.0, 0.0));
        assert_eq!(gradient(1.0, 0.0), (100.0, steepest));
        assert_eq!(gradient(1.0, 1.0), (0.0, 0.0));
        assert_eq!(gradient(1e-50, 1.0), (100.0, -steepest));
        let (loss, slope) = gradient(1e-9, 0.3);
        assert!((loss - 6.216_979_751_783_923).abs() < ROUNDING && (slope / -3e8 - 1.0).abs() < 1e-7, "{loss} {slope}");
    }

    #[test]
    fn small_probabilities_keep_small_losses() {
        let value = |p: f32| Loss::<f32, D1<1>, bool>::value(&LOSS, &[p], &false);
        for p in [1e-30, 3e-10, 1e-7, 2e-4, 0.1] {
            let expected = -libm::log1p(-f64::from(p));
            assert!((f64::from(value(p)) / expected - 1.0).abs() < 1e-6, "{p}: {} {expected}", value(p));
        }
    }

    #[test]
    fn gradient_and_block_agree_with_one_sample() {
        let uniform = |rng: &mut crate::init::Rng| 0.02 + 0.96 * rng.uniform();
        testing::check_loss_at::<f64, D1<11>, [f64; 11]>(&LOSS, uniform, |rng| core::array::from_fn(|_| rng.uniform()));
        testing::check_loss_at::<f64, D1<1>, bool>(&LOSS, uniform, |rng| rng.below(2) == 1);
        testing::check_block_at::<f32, D1<6>, [bool; 6]>(&LOSS, uniform, |rng| {
            core::array::from_fn(|_| rng.below(2) == 1)
        });
    }

    #[test]
    fn one_output_is_right_or_wrong() {
        let correct = |p: f32, target: bool| Loss::<f32, D1<1>, bool>::correct(&LOSS, &[p], &target);
        assert_eq!([correct(0.6, true), correct(0.6, false)], [Some(true), Some(false)]);
        assert_eq!([correct(0.4, true), correct(0.4, false)], [Some(false), Some(true)]);
    }

    #[test]
    fn what_is_no_probability_is_refused() {
        let checked = Loss::<f32, D1<1>, f32>::check(&LOSS, &1.5);
        assert_eq!(checked, Err(TargetError::NotAProbability { index: 0, value: 1.5 }));
        assert!(Loss::<f32, D1<1>, f32>::value(&LOSS, &[-0.1], &0.5).is_nan());
        assert!(Loss::<f32, D1<1>, f32>::value(&LOSS, &[1.1], &0.5).is_nan());
    }
}
