//! The hinge loss of support vector machines.

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

/// The mean over the outputs of how far each stays short of a margin of 1 on the target's side of zero.
///
/// With targets `t` of -1 and 1 and `n` outputs, `loss = sum(max(0, 1 - t y)) / n` and `dy = -t / n` where `t y < 1`, else 0, once
/// the mean over the batch is taken: the `Hinge` of Keras and the `hinge_loss` of scikit-learn. (PyTorch's `HingeEmbeddingLoss`
/// is another function.)
///
/// With one output, an output is correct if it is on the target's side of zero.
///
/// # Shapes
///
/// `y` of any shape; the target has -1 or 1 for every output: an array of that shape or of its flattened length, an `SVector`,
/// or, for one output, the number itself. 0 counts as -1, as in Keras, and so does `false` in `bool` and `[bool; N]`.
///
/// # Examples
///
/// ```
/// use static_nn::loss::{Hinge, Loss};
/// use static_nn::D1;
///
/// // 0.5 short of the margin; beyond it; on the wrong side.
/// let loss = Loss::<f32, D1<3>, [f32; 3]>::value(&Hinge, &[0.5, -2.0, 1.0], &[1.0, -1.0, -1.0]);
/// assert!((loss - (0.5 + 0.0 + 2.0) / 3.0).abs() < 1e-6);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Hinge;

/// Whether a lone output lies on the target's side of zero.
fn correct<T: Scalar>(y: T, target: T) -> bool {
    (y > T::ZERO) == (target > T::ZERO)
}

impl Elementwise for Hinge {
    type Term = term::Hinge;

    const ANY_FINITE: bool = false;

    #[inline(always)]
    fn term(&self) -> term::Hinge {
        term::Hinge
    }

    fn check_value(index: usize, value: f64) -> Result<(), TargetError> {
        target::check_side(index, value)
    }

    fn correct<T: Scalar>(y: &[T], target: &impl Values<T>) -> Option<bool> {
        if let [y] = *y { Some(correct(y, target.value(0))) } else { None }
    }

    fn correct_in_block<T: Scalar>(y: &[T::Lanes], targets: &[&impl Values<T>]) -> Option<usize> {
        values::correct_in_block(y, targets, correct::<T>)
    }
}

value_loss! { numbers_or_bools Hinge }

#[cfg(test)]
mod tests {
    use super::*;
    use crate::init::Rng;
    use crate::loss::testing;
    use crate::scalar::Number;

    fn side(rng: &mut Rng) -> f64 {
        if rng.below(2) == 1 { 1.0 } else { -1.0 }
    }

    #[test]
    fn values_are_those_of_the_formula() {
        let (y, target) = ([0.5, -2.0, 1.0, 1.0], [1.0, -1.0, -1.0, 1.0]);
        let found = testing::gradient::<D1<4>, _>(&Hinge, &y, &target);
        assert_eq!(found, (0.625, [-0.25, 0.0, 0.25, 0.0]));
        assert_eq!(testing::gradient::<D1<4>, _>(&Hinge, &y, &[1.0, 0.0, 0.0, 1.0]), found);
        assert_eq!(testing::gradient::<D1<4>, _>(&Hinge, &y, &[true, false, false, true]), found);
    }

    #[test]
    fn gradient_and_block_agree_with_one_sample() {
        testing::check_loss::<f64, D1<11>, [f64; 11]>(&Hinge, |rng| core::array::from_fn(|_| side(rng)));
        testing::check_loss::<f64, D1<1>, bool>(&Hinge, |rng| rng.below(2) == 1);
        testing::check_block::<f32, D3<2, 1, 3, 6>, [f32; 6]>(&Hinge, |rng| {
            core::array::from_fn(|_| f32::from_f64(side(rng)))
        });
        testing::check_block::<f32, D1<1>, f32>(&Hinge, |rng| f32::from_f64(side(rng)));
    }

    #[test]
    fn one_output_is_right_or_wrong() {
        let correct = |y: f32, target: f32| Loss::<f32, D1<1>, f32>::correct(&Hinge, &[y], &target);
        assert_eq!([correct(0.1, 1.0), correct(0.1, -1.0)], [Some(true), Some(false)]);
        assert_eq!([correct(-0.1, 1.0), correct(-0.1, 0.0)], [Some(false), Some(true)]);
    }

    #[test]
    fn a_target_on_no_side_is_refused() {
        let check = |target: f32| Loss::<f32, D1<1>, f32>::check(&Hinge, &target);
        assert_eq!([check(-1.0), check(0.0), check(1.0)], [Ok(()); 3]);
        assert_eq!(check(2.0), Err(TargetError::NotASide { index: 0, value: 2.0 }));
        assert!(matches!(check(f32::NAN), Err(TargetError::NotFinite { index: 0, .. })));
    }
}
