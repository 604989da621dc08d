//! The Huber loss.

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

/// The mean over the outputs of a squared error that grows no faster than a line beyond `delta` (Huber, 1964).
///
/// With `d = y - t`, each output costs `d^2 / 2` where `|d| <= delta` and `delta (|d| - delta / 2)` beyond; its gradient is
/// `clamp(d, -delta, delta)`. With `n` outputs both are divided by `n`: PyTorch's `HuberLoss`, once the mean over the batch is
/// taken. It is `delta` times [`SmoothL1`](super::SmoothL1) with `beta = delta`.
///
/// # Shapes
///
/// As for [`MeanSquaredError`](super::MeanSquaredError).
///
/// # Errors
///
/// A `delta` that is not positive is an error before the first step.
///
/// # Examples
///
/// ```
/// use static_nn::loss::{Huber, Loss};
/// use static_nn::D1;
///
/// // 0.5 * 0.5^2 near, 1 * (2 - 0.5) far.
/// let loss = Loss::<f32, D1<2>, [f32; 2]>::value(&Huber::new(1.0), &[0.5, 2.0], &[0.0, 4.0]);
/// assert_eq!(loss, (0.125 + 1.5) / 2.0);
/// ```
#[doc(alias = "HuberLoss")]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Huber {
    delta: f64,
}

#[cfg(feature = "serde")]
crate::serialize::checked! {
    Huber {
        delta: f64,
    }
    Loss::<f64, crate::shape::D1<1>, [f64; 1]>::check_settings
}

impl Huber {
    /// The loss whose square goes over into a line at a difference of `delta`; PyTorch's default is 1.0.
    #[must_use]
    pub const fn new(delta: f64) -> Self {
        Self { delta }
    }
}

impl Default for Huber {
    fn default() -> Self {
        Self::new(1.0)
    }
}

impl Elementwise for Huber {
    type Term = term::Huber;

    #[inline(always)]
    fn term(&self) -> term::Huber {
        term::Huber { delta: self.delta }
    }

    fn check_settings(&self) -> Result<(), SettingError> {
        settings::check_positive("delta", self.delta)
    }
}

value_loss! { numbers Huber }

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loss::testing;
    use crate::scalar::Number;

    #[test]
    fn values_are_those_of_pytorch() {
        let (y, target) = ([3.0, -1.0, 0.5, 2.0], [1.0, 2.0, 0.0, 2.75]);
        // 0.75 (2 - 0.375), 0.75 (3 - 0.375), 0.5 0.5^2, and the corner itself.
        let found = testing::gradient::<D1<4>, _>(&Huber::new(0.75), &y, &target);
        assert_eq!(found, ((1.21875 + 1.96875 + 0.125 + 0.28125) / 4.0, [0.1875, -0.1875, 0.125, -0.1875]));
    }

    #[test]
    fn gradient_and_block_agree_with_one_sample() {
        testing::check_loss::<f64, D1<11>, [f64; 11]>(&Huber::default(), testing::normals);
        testing::check_loss::<f64, D3<2, 3, 2, 12>, [f64; 12]>(&Huber::new(2.5), testing::normals);
        testing::check_block::<f32, D1<5>, [f32; 5]>(&Huber::new(0.3), testing::normals);
        testing::check_block::<f32, D1<1>, _>(&Huber::new(0.3), |rng| f32::from_f64(rng.normal()));
    }

    #[test]
    fn far_outputs_do_not_overflow() {
        let (loss, [slope]) = testing::gradient::<D1<1>, _>(&Huber::new(1.0), &[1e300], &-1e300);
        assert!((loss / 2e300 - 1.0).abs() < testing::ROUNDING && (slope - 1.0).abs() < testing::ROUNDING);
    }

    #[test]
    fn a_delta_that_is_not_positive_is_refused() {
        let check = |delta: f64| Loss::<f32, D1<1>, f32>::check_settings(&Huber::new(delta));
        assert_eq!(check(1e-3), Ok(()));
        for delta in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(check(delta).unwrap_err().setting, "delta");
        }
    }
}
