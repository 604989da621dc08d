//! The binary cross entropy, from logits.

use fearless_simd::Simd;
use nalgebra::SVector;

use super::elementwise::{self, Elementwise, elementwise_loss};
use super::{Loss, TargetError, target};
use crate::kernels::loss::Comparison;
use crate::layer::Pass;
use crate::scalar::Scalar;
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
/// use nn_core::loss::{BinaryCrossEntropy, Loss};
/// use nn_core::D1;
///
/// let loss = Loss::<f32, D1<1>, bool>::value(&BinaryCrossEntropy, &[0.0], &true);
/// assert!((loss - core::f32::consts::LN_2).abs() < 1e-6);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BinaryCrossEntropy;

impl Elementwise for BinaryCrossEntropy {
    const COMPARISON: Comparison = Comparison::Binary;
    const ANY_FINITE: bool = false;

    fn check(index: usize, value: f64) -> Result<(), TargetError> {
        target::check_probability(index, value)
    }
}

/// Whether a lone logit lies on the target's side of one half.
fn correct<T: Scalar>(y: &[T], target: T) -> Option<bool> {
    match *y {
        [y] => Some((y > T::ZERO) == (target.to_f64() >= 0.5)),
        _ => None,
    }
}

elementwise_loss! { BinaryCrossEntropy, correct;
    (const N: usize) D1<N>: [T; N];
    (const N: usize) D1<N>: SVector<T, N>;
    (const N: usize) D1<N>: [bool; N];
    () D1<1>: T;
    () D1<1>: bool;
    (const C: usize, const H: usize, const W: usize, const N: usize) D3<C, H, W, N>: [[[T; W]; H]; C];
    (const C: usize, const H: usize, const W: usize, const N: usize) D3<C, H, W, N>: [T; N];
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
        testing::check_block::<f32, D1<6>, [bool; 6]>(&BinaryCrossEntropy, |rng| {
            core::array::from_fn(|_| rng.below(2) == 1)
        });
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
