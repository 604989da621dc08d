//! The mean squared error.

use fearless_simd::Simd;
use nalgebra::SVector;

use super::elementwise::{self, Elementwise, elementwise_loss};
use super::{Loss, TargetError, target};
use crate::kernels::loss::Comparison;
use crate::layer::Pass;
use crate::scalar::Scalar;
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
/// use nn_core::loss::{Loss, MeanSquaredError};
/// use nn_core::D1;
///
/// let loss = Loss::<f32, D1<2>, [f32; 2]>::value(&MeanSquaredError, &[1.0, 2.0], &[0.0, 4.0]);
/// assert_eq!(loss, 2.5);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MeanSquaredError;

impl Elementwise for MeanSquaredError {
    const COMPARISON: Comparison = Comparison::Squared;
    const ANY_FINITE: bool = true;

    fn check(index: usize, value: f64) -> Result<(), TargetError> {
        target::check_finite(index, value)
    }
}

/// Numbers are near or far, not right or wrong.
fn correct<T>(_: &[T], _: T) -> Option<bool> {
    None
}

elementwise_loss! { MeanSquaredError, correct;
    (const N: usize) D1<N>: [T; N];
    (const N: usize) D1<N>: SVector<T, N>;
    () D1<1>: T;
    (const C: usize, const H: usize, const W: usize, const N: usize) D3<C, H, W, N>: [[[T; W]; H]; C];
    (const C: usize, const H: usize, const W: usize, const N: usize) D3<C, H, W, N>: [T; N];
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loss::testing;

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
    }

    #[test]
    fn gradient_and_block_agree_with_one_sample() {
        testing::check_loss::<f64, D1<11>, _>(&MeanSquaredError, |rng| core::array::from_fn(|_| 3.0 * rng.normal()));
        testing::check_loss::<f64, D3<2, 3, 2, 12>, [f64; 12]>(&MeanSquaredError, |rng| {
            core::array::from_fn(|_| rng.normal())
        });
        testing::check_block::<f32, D1<5>, _>(&MeanSquaredError, |rng| {
            core::array::from_fn(|_| f32::from_f64(rng.normal()))
        });
        testing::check_block::<f32, D1<1>, _>(&MeanSquaredError, |rng| f32::from_f64(rng.normal()));
    }

    #[test]
    fn a_target_that_is_not_finite_is_refused() {
        let checked = Loss::<f32, D1<3>, _>::check(&MeanSquaredError, &[0.0, 1.0, f32::INFINITY]);
        assert_eq!(checked, Err(TargetError::NotFinite { index: 2, value: f64::INFINITY }));
        assert_eq!(Loss::<f32, D1<3>, _>::check(&MeanSquaredError, &[0.0_f32, -1e30, 1e30]), Ok(()));
    }
}
