//! The smooth L1 loss.

use fearless_simd::Simd;
use nalgebra::SVector;

use super::elementwise::Elementwise;
use super::values::{ValueLoss, value_loss};
use super::{Loss, Reduction, TargetError};
use crate::kernels::loss::term;
use crate::layer::Pass;
use crate::scalar::Scalar;
use crate::settings::{self, SettingError};
use crate::shape::{D1, D3, Shape};

/// The mean over the outputs of the distance from the target, made smooth nearer than `beta` (Girshick, 2015).
///
/// With `d = y - t`, each output costs `d^2 / 2 beta` where `|d| < beta` and `|d| - beta / 2` beyond; its gradient is `d / beta`
/// and `sign(d)`. With `n` outputs both are divided by `n`: PyTorch's `SmoothL1Loss`, once the mean over the batch is taken.
/// With `beta = 0` it is [`MeanAbsoluteError`](super::MeanAbsoluteError).
///
/// # Shapes
///
/// As for [`MeanSquaredError`](super::MeanSquaredError).
///
/// # Errors
///
/// A negative `beta` is an error before the first step.
///
/// # Examples
///
/// ```
/// use static_nn::loss::{Loss, SmoothL1};
/// use static_nn::D1;
///
/// // 0.5 * 0.5^2 / 2 near, 4 - 0.5 * 2 far.
/// let loss = Loss::<f32, D1<2>, [f32; 2]>::value(&SmoothL1::new(2.0), &[0.5, 0.0], &[0.0, 4.0]);
/// assert_eq!(loss, (0.0625 + 3.0) / 2.0);
/// ```
#[doc(alias = "SmoothL1Loss")]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct SmoothL1 {
    beta: f64,
}

#[cfg(feature = "serde")]
crate::serialize::checked! {
    SmoothL1 {
        beta: f64,
    }
    Loss::<f64, crate::shape::D1<1>, [f64; 1]>::check_settings
}

impl SmoothL1 {
    /// The loss that is smooth up to a difference of `beta`; PyTorch's default is 1.0.
    #[must_use]
    pub const fn new(beta: f64) -> Self {
        Self { beta }
    }
}

impl Default for SmoothL1 {
    fn default() -> Self {
        Self::new(1.0)
    }
}

impl Elementwise for SmoothL1 {
    type Term = term::SmoothL1;

    #[inline(always)]
    fn term(&self) -> term::SmoothL1 {
        term::SmoothL1 { beta: self.beta }
    }

    fn check_settings(&self) -> Result<(), SettingError> {
        settings::check_not_negative("beta", self.beta)
    }
}

value_loss! { numbers SmoothL1 }

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loss::{MeanAbsoluteError, testing};
    use crate::scalar::Number;

    #[test]
    fn values_are_those_of_pytorch() {
        let (y, target) = ([3.0, -1.0, 0.25, 2.0], [1.0, 2.0, 0.0, 2.5]);
        // 2 - 0.25, 3 - 0.25, 0.25^2, and the corner itself.
        let found = testing::gradient::<D1<4>, _>(&SmoothL1::new(0.5), &y, &target);
        assert_eq!(found, ((1.75 + 2.75 + 0.0625 + 0.25) / 4.0, [0.25, -0.25, 0.125, -0.25]));
    }

    #[test]
    fn without_beta_it_is_the_absolute_error() {
        let (y, target) = ([3.0, -1.0, 0.25, 2.0], [1.0, 2.0, 0.25, 2.5]);
        let expected = testing::gradient::<D1<4>, _>(&MeanAbsoluteError, &y, &target);
        assert_eq!(testing::gradient::<D1<4>, _>(&SmoothL1::new(0.0), &y, &target), expected);
    }

    #[test]
    fn gradient_and_block_agree_with_one_sample() {
        testing::check_loss::<f64, D1<11>, [f64; 11]>(&SmoothL1::default(), testing::normals);
        testing::check_loss::<f64, D3<2, 3, 2, 12>, [f64; 12]>(&SmoothL1::new(2.5), testing::normals);
        testing::check_block::<f32, D1<5>, [f32; 5]>(&SmoothL1::new(0.3), testing::normals);
        testing::check_block::<f32, D1<1>, _>(&SmoothL1::new(0.0), |rng| f32::from_f64(rng.normal()));
    }

    #[test]
    fn far_outputs_and_a_small_beta_do_not_overflow() {
        let (loss, [slope]) = testing::gradient::<D1<1>, _>(&SmoothL1::new(1e-300), &[1e300], &-5e299);
        assert!((loss / 1.5e300 - 1.0).abs() < testing::ROUNDING && (slope - 1.0).abs() < testing::ROUNDING);
    }

    #[test]
    fn a_negative_beta_is_refused() {
        let check = |beta: f64| Loss::<f32, D1<1>, f32>::check_settings(&SmoothL1::new(beta));
        assert_eq!([check(0.0), check(2.0)], [Ok(()), Ok(())]);
        for beta in [-1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(check(beta).unwrap_err().setting, "beta");
        }
    }
}
