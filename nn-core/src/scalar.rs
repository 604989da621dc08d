//! The two scalars of a network, `f32` and `f64`, with all that the kernels can do with them.

use nn_kernels::attention::AttentionKernels;
use nn_kernels::batch_norm::BatchNormKernels;
use nn_kernels::conv::ConvKernels;
use nn_kernels::dense::DenseKernels;
use nn_kernels::layer_norm::LayerNormKernels;
use nn_kernels::loss::LossKernels;
use nn_kernels::noise::NoiseKernels;
use nn_kernels::pack::PackKernels;
use nn_kernels::pointwise::PointwiseKernels;
use nn_kernels::pool::PoolKernels;
use nn_kernels::recurrent::RecurrentKernels;
use nn_kernels::response::ResponseKernels;
use nn_kernels::softmax::SoftmaxKernels;
use nn_kernels::step::StepKernels;
use nn_kernels::vectors::VectorKernels;

pub use nn_kernels::number::{Element, Lanes32, Lanes64, Number, scalars, scalars_mut};

/// A scalar that networks compute in: `f32` or `f64`.
///
/// Its constants and its lanes are those of [`Number`].
#[diagnostic::on_unimplemented(message = "`{Self}` is not a scalar of networks", label = "write `f32` or `f64`")]
pub trait Scalar:
    Number
    + PackKernels
    + VectorKernels
    + DenseKernels
    + ConvKernels
    + PoolKernels
    + RecurrentKernels
    + AttentionKernels
    + ResponseKernels
    + PointwiseKernels
    + SoftmaxKernels
    + NoiseKernels
    + LayerNormKernels
    + BatchNormKernels
    + LossKernels
    + StepKernels
{
}

impl Scalar for f32 {}
impl Scalar for f64 {}

/// The first value that is infinite or NaN, and its place.
pub(crate) fn first_not_finite<T: Scalar>(values: &[T]) -> Option<(usize, f64)> {
    if T::all_finite(nn_kernels::level(), values) {
        return None;
    }
    values.iter().position(|value| !value.is_finite()).map(|index| (index, values[index].to_f64()))
}

#[cfg(all(test, feature = "alloc"))]
mod tests {
    use super::*;

    #[test]
    fn the_first_value_that_is_not_finite_is_found() {
        assert_eq!(first_not_finite::<f32>(&[]), None);
        assert_eq!(first_not_finite(&[f32::MAX, -f32::MAX, 1.0]), None);
        assert_eq!(first_not_finite(&[1.0_f32, f32::INFINITY, f32::NAN]), Some((1, f64::INFINITY)));
        assert!(first_not_finite(&[f64::NAN]).is_some_and(|(index, value)| index == 0 && value.is_nan()));
    }
}
