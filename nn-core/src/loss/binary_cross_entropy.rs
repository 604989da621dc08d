//! The binary cross entropy, from logits.

use fearless_simd::Simd;
use nalgebra::SVector;

use super::elementwise::Elementwise;
use super::values::{self, ValueLoss, Values, value_loss};
use super::{Loss, Reduction, TargetError, target};
use crate::kernels::loss::term;
use crate::layer::Pass;
use crate::scalar::Scalar;
use crate::settings::{self, SettingError};
use crate::shape::{D1, D3, Shape};

/// The mean over the outputs of the cross entropy of a yes or a no, for outputs that are independent of each other.
///
/// The outputs are logits: a network that ends in a sigmoid must drop it. With `n` outputs and `p = sigmoid(y)`,
/// `loss = -sum(t ln p + (1 - t) ln(1 - p)) / n` and `dy = (p - t) / n`: PyTorch's `BCEWithLogitsLoss`, once the mean over the
/// batch is taken. It is computed as `max(y, 0) - y t + softplus(-|y|)`, which neither overflows nor loses small losses.
///
/// With one output, an output is correct if it is on the target's side of one half.
///
/// # Shapes
///
/// `y` of any shape; the target has a probability, 0 to 1, for every output: an array of that shape or of its flattened length,
/// an `SVector`, or, for one output, the number itself; `bool` and `[bool; N]` serve too.
///
/// # Examples
///
/// ```
/// use static_nn::loss::{BinaryCrossEntropy, Loss};
/// use static_nn::D1;
///
/// let loss = Loss::<f32, D1<1>, bool>::value(&BinaryCrossEntropy, &[0.0], &true);
/// assert!((loss - core::f32::consts::LN_2).abs() < 1e-6);
/// ```
#[doc(alias = "BCEWithLogitsLoss")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct BinaryCrossEntropy;

impl BinaryCrossEntropy {
    /// The loss whose positive part counts `weight` times: PyTorch's `pos_weight`, one for all outputs.
    ///
    /// With `w` the weight, `loss = -sum(w t ln p + (1 - t) ln(1 - p)) / n`: above 1 it is for targets that are seldom true, of
    /// which a network would rather miss none. The mean over the batch stays one over its samples.
    ///
    /// # Examples
    ///
    /// ```
    /// use static_nn::loss::{BinaryCrossEntropy, Loss};
    /// use static_nn::D1;
    ///
    /// let loss = BinaryCrossEntropy.positive_weight(3.0);
    /// let value = Loss::<f32, D1<1>, bool>::value(&loss, &[0.0], &true);
    /// assert!((value - 3.0 * core::f32::consts::LN_2).abs() < 1e-6);
    /// ```
    #[must_use]
    pub const fn positive_weight(self, weight: f64) -> BinaryCrossEntropyWith {
        BinaryCrossEntropyWith { positive_weight: weight }
    }
}

/// [`BinaryCrossEntropy`] with a [weight of the positive part](BinaryCrossEntropy::positive_weight).
///
/// # Errors
///
/// A weight that is negative or not finite is an error before the first step.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct BinaryCrossEntropyWith {
    positive_weight: f64,
}

#[cfg(feature = "serde")]
crate::serialize::checked! {
    BinaryCrossEntropyWith {
        positive_weight: f64,
    }
    Loss::<f64, crate::shape::D1<1>, [f64; 1]>::check_settings
}

macro_rules! elementwise {
    ($Name:ident, $self:ident => $term:expr, $settings:expr) => {
        impl Elementwise for $Name {
            type Term = term::$Name;

            const ANY_FINITE: bool = false;

            #[inline(always)]
            fn term(&$self) -> term::$Name {
                $term
            }

            fn check_value(index: usize, value: f64) -> Result<(), TargetError> {
                target::check_probability(index, value)
            }

            fn check_settings(&$self) -> Result<(), SettingError> {
                $settings
            }

            fn correct<T: Scalar>(y: &[T], target: &impl Values<T>) -> Option<bool> {
                if let [y] = *y { Some(correct(y, target.value(0))) } else { None }
            }

            fn correct_in_block<T: Scalar>(y: &[T::Lanes], targets: &[&impl Values<T>]) -> Option<usize> {
                values::correct_in_block(y, targets, correct::<T>)
            }
        }

        value_loss! { numbers_or_bools $Name }
    };
}

/// Whether a lone logit lies on the target's side of one half.
fn correct<T: Scalar>(y: T, target: T) -> bool {
    (y > T::ZERO) == (target.to_f64() >= 0.5)
}

elementwise! { BinaryCrossEntropy, self => term::BinaryCrossEntropy, Ok(()) }
elementwise! {
    BinaryCrossEntropyWith, self => term::BinaryCrossEntropyWith { positive_weight: self.positive_weight },
    settings::check_not_negative("positive_weight", self.positive_weight)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loss::testing;

    #[test]
    fn values_are_those_of_pytorch() {
        let (y, target) = ([-1.5, 0.3, 2.0], [0.0, 1.0, 0.25]);
        let loss = Loss::<f64, D1<3>, _>::value(&BinaryCrossEntropy, &y, &target);
        assert!((loss - 0.794_232_177_831_417_3).abs() < testing::ROUNDING, "{loss}");
    }

    #[test]
    fn large_logits_stay_exact() {
        let value = |y: f32, target: bool| Loss::<f32, D1<1>, bool>::value(&BinaryCrossEntropy, &[y], &target);
        assert!((value(200.0, false) - 200.0).abs() < 1e-4);
        assert!((value(-200.0, true) - 200.0).abs() < 1e-4);
        // ln(1 + exp(-20)), which one rounding of 20 would hide.
        assert!((value(20.0, true) / 2.061_153_6e-9 - 1.0).abs() < 1e-5);
        assert!((value(-20.0, false) / 2.061_153_6e-9 - 1.0).abs() < 1e-5);
    }

    #[test]
    fn gradient_and_block_agree_with_one_sample() {
        testing::check_loss::<f64, D1<11>, [f64; 11]>(&BinaryCrossEntropy, |rng| {
            core::array::from_fn(|_| rng.uniform())
        });
        testing::check_loss::<f64, D1<1>, bool>(&BinaryCrossEntropy, |rng| rng.below(2) == 1);
        let weighted = BinaryCrossEntropy.positive_weight(2.5);
        testing::check_loss::<f64, D1<11>, [f64; 11]>(&weighted, |rng| core::array::from_fn(|_| rng.uniform()));
        testing::check_block::<f32, D1<1>, bool>(&weighted, |rng| rng.below(2) == 1);
        testing::check_block::<f32, D1<6>, [bool; 6]>(&BinaryCrossEntropy, |rng| {
            core::array::from_fn(|_| rng.below(2) == 1)
        });
    }

    #[test]
    fn a_positive_weight_counts_where_the_target_is_true() {
        let value =
            |loss: BinaryCrossEntropyWith, y: f64, target: f64| Loss::<f64, D1<1>, f64>::value(&loss, &[y], &target);
        let plain = |y: f64, target: f64| Loss::<f64, D1<1>, f64>::value(&BinaryCrossEntropy, &[y], &target);
        let (three, one) = (BinaryCrossEntropy.positive_weight(3.0), BinaryCrossEntropy.positive_weight(1.0));
        assert!((value(three, 0.7, 0.3) - 1.135_097_678_216_732_6).abs() < testing::ROUNDING);
        assert!((value(three, 0.7, 1.0) - 3.0 * plain(0.7, 1.0)).abs() < testing::ROUNDING);
        for (y, target) in [(0.7, 0.3), (-2.0, 1.0), (5.0, 0.0)] {
            assert!((value(one, y, target) - plain(y, target)).abs() < testing::ROUNDING);
        }
        // ln(1 + exp(-30)), which one rounding of 30 would hide.
        assert!((value(three, -30.0, 0.0) / 9.357_622_968_839_298e-14 - 1.0).abs() < 1e-12);
        assert!((value(three, -800.0, 1.0) - 2400.0).abs() < testing::ROUNDING);
    }

    #[test]
    fn a_weight_out_of_range_is_refused() {
        let check = |weight| Loss::<f32, D1<1>, bool>::check_settings(&BinaryCrossEntropy.positive_weight(weight));
        assert_eq!([check(0.0), check(10.0)], [Ok(()), Ok(())]);
        for weight in [-1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(check(weight).unwrap_err().setting, "positive_weight");
        }
    }

    #[test]
    fn a_target_that_is_no_probability_is_refused() {
        let check = |target: f32| Loss::<f32, D1<1>, f32>::check(&BinaryCrossEntropy, &target);
        assert_eq!(check(1.0), Ok(()));
        assert_eq!(check(-0.5), Err(TargetError::NotAProbability { index: 0, value: -0.5 }));
        assert!(matches!(check(f32::NAN), Err(TargetError::NotFinite { index: 0, .. })));
    }

    #[test]
    fn one_output_is_right_or_wrong_and_several_are_neither() {
        let correct = |y: f32, target: bool| Loss::<f32, D1<1>, bool>::correct(&BinaryCrossEntropy, &[y], &target);
        assert_eq!([correct(0.1, true), correct(0.1, false)], [Some(true), Some(false)]);
        assert_eq!([correct(-0.1, true), correct(-0.1, false)], [Some(false), Some(true)]);
        assert_eq!(Loss::<f32, D1<2>, [bool; 2]>::correct(&BinaryCrossEntropy, &[1.0, 1.0], &[true; 2]), None);
    }
}
