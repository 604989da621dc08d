//! Limits on gradients.

use super::SettingError;
use crate::kernels::level;
use crate::parameters::Parameters;
use crate::scalar::Scalar;
use crate::settings::check_positive;

/// What PyTorch adds to a norm before it divides by it.
const EPS: f64 = 1e-6;

/// Values whose squares are summed in one go.
const PIECE: usize = 4096;

/// Scales a gradient down to a Euclidean norm of `max_norm`, over all parameters together, if it has a larger one: PyTorch's
/// `clip_grad_norm_`. Returns the norm from before.
///
/// ```text
/// g = g min(1, max_norm / (|g| + 1e-6))
/// ```
///
/// The norm is computed in double precision, so that no square of an `f32` overflows or vanishes, and in an order that follows from the
/// number of parameters alone: it is the same, bit by bit, with every instruction set. A gradient whose norm is infinite or NaN is left
/// as it is. Nothing is allocated.
///
/// # Errors
///
/// If `max_norm` is not positive; nothing has changed then.
///
/// # Examples
///
/// ```
/// use static_nn::optim::clip_norm;
///
/// let mut gradient = [3.0_f32, -4.0];
/// assert_eq!(clip_norm(&mut gradient, 10.0)?, 5.0);
/// assert_eq!(gradient, [3.0, -4.0]);
/// clip_norm(&mut gradient, 1.0)?;
/// assert!((gradient[0] - 0.6).abs() < 1e-6 && (gradient[1] + 0.8).abs() < 1e-6);
/// # Ok::<(), static_nn::optim::SettingError>(())
/// ```
///
/// In a loop of one's own it stands between gradient and step:
///
/// ```
/// use static_nn::optim::{Sgd, State, clip_norm};
/// use static_nn::{Dense, MeanSquaredError, Parameters, Workspace, network};
///
/// let mut net = Dense::<f32, 1, 1>::zeroed();
/// let (mut workspace, sgd) = (Workspace::new(), Sgd::new(0.1));
/// let mut state = State::new::<Dense<f32, 1, 1>>(&sgd);
/// network::gradient_batch(&net, &mut workspace, &[[1.0]], &[[500.0]], &MeanSquaredError)?;
/// clip_norm(workspace.gradient_mut(), 1.0)?;
/// state.step(&sgd, workspace.gradient(), &mut net)?;
/// assert!((net.weight[0].hypot(net.bias[0]) - 0.1).abs() < 1e-6);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn clip_norm<T: Scalar, P: Parameters<T>>(gradient: &mut P, max_norm: f64) -> Result<f64, SettingError> {
    check_positive("max_norm", max_norm)?;
    Ok(limit_norm(gradient.as_mut_slice(), max_norm))
}

/// [`clip_norm`] to a limit that has been checked.
pub(crate) fn limit_norm<T: Scalar>(values: &mut [T], max_norm: f64) -> f64 {
    let norm = libm::sqrt(sum_of_squares(values));
    let factor = max_norm / (norm + EPS);
    if factor < 1.0 && norm.is_finite() {
        T::scale(level(), values, T::from_f64(factor));
    }
    norm
}

/// The sum of the squares, half by half down to short pieces: rounding grows with the logarithm of the length.
pub(super) fn sum_of_squares<T: Scalar>(values: &[T]) -> f64 {
    if values.len() <= PIECE {
        return T::dot(level(), values, values);
    }
    let (left, right) = values.split_at(values.len().div_ceil(2).next_multiple_of(PIECE));
    sum_of_squares(left) + sum_of_squares(right)
}

/// Brings every value of a gradient into `[-max, max]`: PyTorch's `clip_grad_value_`. NaN stays NaN. Nothing is allocated.
///
/// # Errors
///
/// If `max` is not positive; nothing has changed then.
///
/// # Examples
///
/// ```
/// use static_nn::optim::clip_value;
///
/// let mut gradient = [0.25_f32, -4.0, 7.0];
/// clip_value(&mut gradient, 0.5)?;
/// assert_eq!(gradient, [0.25, -0.5, 0.5]);
/// # Ok::<(), static_nn::optim::SettingError>(())
/// ```
pub fn clip_value<T: Scalar, P: Parameters<T>>(gradient: &mut P, max: f64) -> Result<(), SettingError> {
    check_positive("max_value", max)?;
    limit_values(gradient.as_mut_slice(), max);
    Ok(())
}

/// [`clip_value`] to a limit that has been checked.
pub(crate) fn limit_values<T: Scalar>(values: &mut [T], max: f64) {
    T::limit(level(), values, T::from_f64(max));
}

#[cfg(test)]
mod tests {
    #![expect(clippy::float_cmp, reason = "what is left alone is left to the bit")]

    use super::*;
    use crate::init::Rng;
    use crate::scalar::Number;

    /// Rounding of an `f32` that is near one, and of the epsilon beside a norm of one.
    const ROUNDING: f64 = 2e-6;

    /// More than two pieces, and a part of one.
    type Large = crate::layers::Dense<f32, 100, 99>;

    fn large(seed: u64) -> crate::Boxed<Large> {
        let (mut large, mut rng) = (Large::zeroed_boxed(), Rng::new(seed));
        large.as_mut_slice().fill_with(|| f32::from_f64(rng.normal()));
        large
    }

    #[test]
    fn a_large_gradient_is_scaled_to_the_norm() {
        let mut gradient = large(1);
        let before = gradient.clone();
        let plain: f64 = before.as_slice().iter().map(|g| f64::from(*g).powi(2)).sum::<f64>().sqrt();
        let norm = clip_norm(&mut *gradient, 1.0).unwrap();
        assert!((norm / plain - 1.0).abs() < 1e-12, "{norm} is not {plain}");
        for (after, before) in gradient.as_slice().iter().zip(before.as_slice()) {
            assert!((f64::from(*after) - f64::from(*before) / norm).abs() < ROUNDING);
        }
        let after = clip_norm(&mut *gradient, 1.0).unwrap();
        assert!((after - 1.0).abs() < ROUNDING, "{after}");
    }

    #[test]
    fn a_small_gradient_keeps_its_bits() {
        let mut gradient = large(2);
        let before = gradient.clone();
        let norm = clip_norm(&mut *gradient, 1e3).unwrap();
        assert!(norm < 1e3 && gradient == before);
    }

    #[test]
    fn norms_beyond_the_scalar_are_found() {
        let mut gradient = [3e38_f32, -3e38];
        assert!((clip_norm(&mut gradient, 1.0).unwrap() / 4.242_640_7e38 - 1.0).abs() < ROUNDING);
        assert!((gradient[0] - 0.5_f32.sqrt()).abs() < 1e-6);
        let mut gradient = [3e-30_f32, 4e-30];
        assert!((clip_norm(&mut gradient, 1.0).unwrap() / 5e-30 - 1.0).abs() < ROUNDING);
    }

    #[test]
    fn what_has_no_norm_is_left_alone() {
        for bad in [f32::NAN, f32::INFINITY] {
            let mut gradient = [1e3, bad, 2.0];
            assert!(!clip_norm(&mut gradient, 1.0).unwrap().is_finite());
            assert_eq!(gradient.map(f32::to_bits), [1e3, bad, 2.0].map(f32::to_bits));
        }
        let mut gradient = [f32::NAN, f32::NEG_INFINITY];
        clip_value(&mut gradient, 0.5).unwrap();
        assert!(gradient[0].is_nan() && gradient[1] == -0.5);
    }

    #[test]
    fn limits_out_of_range_are_refused() {
        let mut gradient = [3.0_f64, 4.0];
        for limit in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(clip_norm(&mut gradient, limit).unwrap_err().setting, "max_norm");
            assert_eq!(clip_value(&mut gradient, limit).unwrap_err().setting, "max_value");
        }
        assert_eq!(gradient, [3.0, 4.0]);
    }
}
