//! The mean absolute error.

use fearless_simd::Simd;
use nalgebra::SVector;

use super::elementwise::Elementwise;
use super::values::{ValueLoss, value_loss};
use super::{Loss, Reduction, TargetError};
use crate::kernels::loss::term;
use crate::layer::Pass;
use crate::scalar::Scalar;
use crate::settings::SettingError;
use crate::shape::{D1, D3, Shape};

/// The mean over the outputs of the distance from the target, for regression that outliers should not rule.
///
/// With `n` outputs, `loss = sum(|y - t|) / n` and `dy = sign(y - t) / n`, where `sign(0) = 0`: PyTorch's `L1Loss`, once the mean
/// over the batch is taken.
///
/// # Shapes
///
/// As for [`MeanSquaredError`](super::MeanSquaredError).
///
/// # Examples
///
/// ```
/// use static_nn::loss::{Loss, MeanAbsoluteError};
/// use static_nn::D1;
///
/// let loss = Loss::<f32, D1<2>, [f32; 2]>::value(&MeanAbsoluteError, &[1.0, 2.0], &[0.0, 4.0]);
/// assert_eq!(loss, 1.5);
/// ```
#[doc(alias = "L1Loss")]
#[doc(alias = "MAE")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct MeanAbsoluteError;

impl Elementwise for MeanAbsoluteError {
    type Term = term::Absolute;

    #[inline(always)]
    fn term(&self) -> term::Absolute {
        term::Absolute
    }
}

value_loss! { numbers MeanAbsoluteError }

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loss::testing;
    use crate::scalar::Number;

    #[test]
    fn values_are_those_of_the_formula() {
        let found = testing::gradient::<D1<4>, _>(&MeanAbsoluteError, &[3.0, -1.0, 0.5, 2.0], &[1.0, 2.0, 0.0, 2.0]);
        assert_eq!(found, (1.375, [0.25, -0.25, 0.25, 0.0]));
    }

    #[test]
    fn gradient_and_block_agree_with_one_sample() {
        testing::check_loss::<f64, D1<11>, [f64; 11]>(&MeanAbsoluteError, testing::normals);
        testing::check_loss::<f64, D3<2, 3, 2, 12>, [f64; 12]>(&MeanAbsoluteError, testing::normals);
        testing::check_block::<f32, D1<5>, [f32; 5]>(&MeanAbsoluteError, testing::normals);
        testing::check_block::<f32, D1<1>, _>(&MeanAbsoluteError, |rng| f32::from_f64(rng.normal()));
    }

    #[test]
    fn far_outputs_do_not_overflow() {
        let loss = Loss::<f32, D1<2>, [f32; 2]>::value(&MeanAbsoluteError, &[1e38, -1e38], &[0.0; 2]);
        assert_eq!(loss.to_bits(), 1e38_f32.to_bits());
    }

    #[test]
    fn a_target_that_is_not_finite_is_refused() {
        let checked = Loss::<f32, D1<1>, f32>::check(&MeanAbsoluteError, &f32::NEG_INFINITY);
        assert_eq!(checked, Err(TargetError::NotFinite { index: 0, value: f64::NEG_INFINITY }));
    }
}
