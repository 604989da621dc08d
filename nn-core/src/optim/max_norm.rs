//! A limit on the weights into each unit.

use super::SettingError;
use super::clip::sum_of_squares;
use crate::kernels::level;
use crate::parameters::{Order, Parameters, Path, Role};
use crate::scalar::Scalar;
use crate::settings::check_positive;

/// A limit on the weights into each unit (Srebro and Shraibman, 2005; with dropout, Srivastava et al., 2014): Keras' `MaxNorm`.
///
/// After a step, the weights `w` from all inputs to one output that have a larger Euclidean norm are scaled down to it:
///
/// ```text
/// w = w min(1, max / |w|)
/// ```
///
/// Weights within the limit keep their bits. It applies to tensors of the role [`Role::Weight`] with an extent of outputs and at least one
/// of inputs; biases and scales are left alone. Usual limits are 2 to 4.
///
/// # Examples
///
/// ```
/// use static_nn::optim::MaxNorm;
/// use static_nn::{Dense, Parameters};
///
/// let mut layer = Dense::<f32, 2, 2>::zeroed();
/// layer.weight.copy_from_slice(&[3.0, 0.1, 4.0, 0.2]); // 3 and 4 lead to the first output
/// layer.bias[0] = 9.0;
/// MaxNorm::new(1.0).apply(&mut layer)?;
/// assert!((layer.weight[(0, 0)] - 0.6).abs() < 1e-6 && (layer.weight[(0, 1)] - 0.8).abs() < 1e-6);
/// assert_eq!((layer.weight[(1, 0)], layer.weight[(1, 1)], layer.bias[0]), (0.1, 0.2, 9.0));
/// # Ok::<(), static_nn::optim::SettingError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct MaxNorm {
    max: f64,
}

#[cfg(feature = "serde")]
crate::serialize::checked! {
    MaxNorm {
        max: f64,
    }
    MaxNorm::check
}

impl MaxNorm {
    /// The limit `max` on the norm of the weights into each output.
    #[must_use]
    pub const fn new(max: f64) -> Self {
        Self { max }
    }

    /// Whether the limit is a positive number.
    ///
    /// # Errors
    ///
    /// If it is not.
    pub fn check(&self) -> Result<(), SettingError> {
        check_positive("max_norm", self.max)
    }

    /// Scales down the weights of a network that are beyond the limit. Nothing is allocated.
    ///
    /// # Errors
    ///
    /// If the limit is not positive; nothing has changed then.
    pub fn apply<T: Scalar, P: Parameters<T>>(&self, network: &mut P) -> Result<(), SettingError> {
        self.check()?;
        self.limit(network);
        Ok(())
    }

    /// [`apply`](Self::apply) where the limit has been checked.
    pub(crate) fn limit<T: Scalar, P: Parameters<T>>(self, network: &mut P) {
        let mut rest = network.as_mut_slice();
        P::tensors(&Path::ROOT, &mut |tensor| {
            let (values, behind) = core::mem::take(&mut rest).split_at_mut(tensor.len());
            rest = behind;
            match (tensor.role, tensor.order, tensor.dims) {
                (Role::Weight, Order::ColumnMajor, &[rows, _]) => T::limit_rows(level(), values, rows, self.max),
                (Role::Weight, _, &[rows, _, ..]) => limit_runs(values, rows, self.max),
                _ => {}
            }
        });
    }
}

/// Limits `rows` runs of values that lie one behind the other.
fn limit_runs<T: Scalar>(values: &mut [T], rows: usize, max: f64) {
    for row in values.chunks_exact_mut((values.len() / rows.max(1)).max(1)) {
        let norm = libm::sqrt(sum_of_squares(row));
        if norm > max {
            T::scale(level(), row, T::from_f64(max / norm));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::init::{Init, Rng, fill};
    use crate::layers::Dense;
    use crate::parameters::Tensor;

    /// A weight of two outputs by two by two inputs that lies row by row, as that of a convolution does, and a scale of two rows.
    #[derive(Clone, Copy, Debug, PartialEq)]
    #[repr(C)]
    struct Kernel {
        weight: [f64; 8],
        scale: [f64; 4],
    }

    // SAFETY: repr(C), twelve scalars and nothing else.
    #[expect(unsafe_code, reason = "what the derive writes for a struct of scalars")]
    unsafe impl Parameters<f64> for Kernel {
        const PARAMETERS: usize = 12;

        fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
            let (weight, scale) = (&name.join("weight"), &name.join("scale"));
            let (order, fan_in, fan_out) = (Order::RowMajor, 4, 2);
            visit(&Tensor { name: weight, dims: &[2, 2, 2], order, role: Role::Weight, fan_in, fan_out });
            visit(&Tensor { name: scale, dims: &[2, 2], order, role: Role::Scale, fan_in, fan_out });
        }
    }

    #[test]
    fn rows_that_lie_in_one_piece_are_limited_too() {
        let mut kernel = Kernel { weight: [2.0, -2.0, 2.0, 2.0, 0.5, 0.5, 0.5, 0.5], scale: [9.0; 4] };
        MaxNorm::new(1.0).apply(&mut kernel).unwrap();
        assert_eq!(kernel, Kernel { weight: [0.5, -0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5], scale: [9.0; 4] });
    }

    #[test]
    fn no_row_is_left_beyond_the_limit() {
        /// Rounding of an `f32`, relative to the norm.
        const ROUNDING: f64 = 1e-6;
        let mut layer = Dense::<f32, 30, 21>::zeroed_boxed();
        fill(&mut *layer, Init::HeNormal, &mut Rng::new(5));
        let before = layer.clone();
        MaxNorm::new(1.4).apply(&mut *layer).unwrap();
        let norm = |layer: &Dense<f32, 30, 21>, row: usize| f64::from(layer.weight.row(row).norm());
        let beyond = (0..21).filter(|row| norm(&before, *row) > 1.4).count();
        assert!(beyond > 3 && beyond < 18, "{beyond}");
        for row in 0..21 {
            assert!((norm(&layer, row) - norm(&before, row).min(1.4)).abs() < ROUNDING);
        }
    }

    #[test]
    fn limits_out_of_range_are_refused() {
        let mut layer = Dense::<f64, 1, 1>::zeroed();
        for max in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(MaxNorm::new(max).apply(&mut layer).unwrap_err().setting, "max_norm");
        }
        assert_eq!(MaxNorm::new(3.0).check(), Ok(()));
    }
}
