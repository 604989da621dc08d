//! The squared error: its mean, half of that, and its sum.

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

/// The mean over the outputs of the squared difference from the target, for regression.
///
/// With `n` outputs, `loss = sum((y - t)^2) / n` and `dy = 2 (y - t) / n`: PyTorch's `MSELoss` with its default reduction, once
/// the mean over the batch is taken.
///
/// # Shapes
///
/// `y` of any shape; the target is an array of that shape or of its flattened length, an `SVector`, or, for one output, the
/// number itself.
///
/// # Examples
///
/// ```
/// use static_nn::loss::{Loss, MeanSquaredError};
/// use static_nn::D1;
///
/// let loss = Loss::<f32, D1<2>, [f32; 2]>::value(&MeanSquaredError, &[1.0, 2.0], &[0.0, 4.0]);
/// assert_eq!(loss, 2.5);
/// ```
#[doc(alias = "MSELoss")]
#[doc(alias = "MSE")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct MeanSquaredError;

/// Half the mean over the outputs of the squared difference from the target, whose gradient has no factor 2.
///
/// With `n` outputs, `loss = sum((y - t)^2) / 2n` and `dy = (y - t) / n`, and the mean over the batch. PyTorch has no name for
/// it: it is half of its `MSELoss`, and `HuberLoss` far from its corner.
///
/// # Shapes
///
/// As for [`MeanSquaredError`].
///
/// # Examples
///
/// ```
/// use static_nn::loss::{HalfMeanSquaredError, Loss};
/// use static_nn::D1;
///
/// let loss = Loss::<f32, D1<2>, [f32; 2]>::value(&HalfMeanSquaredError, &[1.0, 2.0], &[0.0, 4.0]);
/// assert_eq!(loss, 1.25);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct HalfMeanSquaredError;

/// The sum over the outputs, and over the batch, of the squared difference from the target.
///
/// `loss = sum((y - t)^2)` and `dy = 2 (y - t)`: PyTorch's `MSELoss` with `reduction="sum"`. The gradient grows with the batch,
/// and with it the step of an optimizer like [`Sgd`](crate::optim::Sgd). What a history shows is the mean over the samples.
///
/// # Shapes
///
/// As for [`MeanSquaredError`].
///
/// # Examples
///
/// ```
/// use static_nn::loss::{Loss, SumSquaredError};
/// use static_nn::D1;
///
/// let loss = Loss::<f32, D1<2>, [f32; 2]>::value(&SumSquaredError, &[1.0, 2.0], &[0.0, 4.0]);
/// assert_eq!(loss, 5.0);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct SumSquaredError;

impl Elementwise for MeanSquaredError {
    type Term = term::Squared;

    #[inline(always)]
    fn term(&self) -> term::Squared {
        term::Squared
    }
}

impl Elementwise for HalfMeanSquaredError {
    type Term = term::Squared;

    #[inline(always)]
    fn term(&self) -> term::Squared {
        term::Squared
    }

    #[inline(always)]
    fn factor<T: Scalar>(outputs: usize) -> T {
        T::from_f64(0.5) * MeanSquaredError::factor::<T>(outputs)
    }
}

impl Elementwise for SumSquaredError {
    type Term = term::Squared;

    #[inline(always)]
    fn term(&self) -> term::Squared {
        term::Squared
    }

    fn reduction() -> Reduction {
        Reduction::Sum
    }

    #[inline(always)]
    fn factor<T: Scalar>(_: usize) -> T {
        T::ONE
    }
}

value_loss! { numbers MeanSquaredError }
value_loss! { numbers HalfMeanSquaredError }
value_loss! { numbers SumSquaredError }

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loss::testing;
    use crate::scalar::Number;
    use crate::shape::D2;

    #[test]
    fn values_are_those_of_the_formula() {
        let loss = Loss::<f64, D1<2>, _>::value(&MeanSquaredError, &[3.0, -1.0], &SVector::from([1.0, 2.0]));
        assert!((loss - 6.5).abs() < testing::ROUNDING);
        let loss = Loss::<f64, D1<1>, f64>::value(&MeanSquaredError, &[3.0], &1.5);
        assert!((loss - 2.25).abs() < testing::ROUNDING);
        let (image, flat) = ([[[1.0, 2.0]], [[3.0, 4.0]]], [0.0, 2.0, 3.0, 0.0]);
        let loss = Loss::<f64, D3<2, 1, 2, 4>, [f64; 4]>::value(&MeanSquaredError, &image, &flat);
        assert!((loss - 4.25).abs() < testing::ROUNDING);
        let loss = Loss::<f64, D3<2, 1, 2, 4>, _>::value(&MeanSquaredError, &image, &[[[1.0, 2.0]], [[3.0, 6.0]]]);
        assert!((loss - 1.0).abs() < testing::ROUNDING);
        let steps = [[1.0, 2.0], [3.0, 4.0]];
        let loss = Loss::<f64, D2<2, 2, 4>, [f64; 4]>::value(&MeanSquaredError, &steps, &flat);
        assert!((loss - 4.25).abs() < testing::ROUNDING);
        let loss = Loss::<f64, D2<2, 2, 4>, _>::value(&MeanSquaredError, &steps, &[[1.0, 2.0], [3.0, 6.0]]);
        assert!((loss - 1.0).abs() < testing::ROUNDING);
    }

    #[test]
    fn the_three_forms_differ_by_a_factor() {
        let (y, target) = ([3.0, -1.0, 0.5, 2.0], [1.0, 2.0, 0.0, 2.0]);
        let mean = testing::gradient::<D1<4>, _>(&MeanSquaredError, &y, &target);
        let half = testing::gradient::<D1<4>, _>(&HalfMeanSquaredError, &y, &target);
        let sum = testing::gradient::<D1<4>, _>(&SumSquaredError, &y, &target);
        assert_eq!(mean, (3.3125, [1.0, -1.5, 0.25, 0.0]));
        assert_eq!(half, (1.65625, [0.5, -0.75, 0.125, 0.0]));
        assert_eq!(sum, (13.25, [4.0, -6.0, 1.0, 0.0]));
        let reduction = Loss::<f32, D1<4>, [f32; 4]>::reduction;
        assert_eq!(reduction(&HalfMeanSquaredError), Reduction::Mean);
        assert_eq!(Loss::<f32, D1<4>, [f32; 4]>::reduction(&SumSquaredError), Reduction::Sum);
    }

    #[test]
    fn gradient_and_block_agree_with_one_sample() {
        testing::check_loss::<f64, D1<11>, _>(&MeanSquaredError, |rng| core::array::from_fn(|_| 3.0 * rng.normal()));
        testing::check_loss::<f64, D1<11>, [f64; 11]>(&HalfMeanSquaredError, testing::normals);
        testing::check_loss::<f64, D1<11>, [f64; 11]>(&SumSquaredError, testing::normals);
        testing::check_loss::<f64, D3<2, 3, 2, 12>, [f64; 12]>(&MeanSquaredError, testing::normals);
        testing::check_block::<f32, D1<5>, [f32; 5]>(&MeanSquaredError, testing::normals);
        testing::check_block::<f32, D1<5>, [f32; 5]>(&HalfMeanSquaredError, testing::normals);
        testing::check_block::<f32, D3<5, 1, 2, 10>, [f32; 10]>(&SumSquaredError, testing::normals);
        testing::check_block::<f32, D1<1>, _>(&MeanSquaredError, |rng| f32::from_f64(rng.normal()));
    }

    #[test]
    fn a_target_that_is_not_finite_is_refused() {
        let checked = Loss::<f32, D1<3>, _>::check(&MeanSquaredError, &[0.0, 1.0, f32::INFINITY]);
        assert_eq!(checked, Err(TargetError::NotFinite { index: 2, value: f64::INFINITY }));
        assert_eq!(Loss::<f32, D1<3>, _>::check(&MeanSquaredError, &[0.0_f32, -1e30, 1e30]), Ok(()));
    }
}
