//! How far numbers are from what they should be.

use super::check::check_lengths;
use super::{MetricError, Numbers};
use crate::scalar::Number;

/// The mean distance of the outputs from the targets, over all samples and all outputs of a sample: `mean(|y - t|)`.
///
/// # Errors
///
/// [`MetricError`] if there are no outputs, not one target for each, or a number that is not finite.
///
/// # Examples
///
/// ```
/// use static_nn::metrics::mean_absolute_error;
///
/// assert_eq!(mean_absolute_error(&[2.5_f32, 0.0, 2.0, 8.0], &[3.0, -0.5, 2.0, 7.0]), Ok(0.5));
/// assert_eq!(mean_absolute_error(&[[1.0_f64, 2.0]], &[[0.0, 4.0]]), Ok(1.5));
/// ```
pub fn mean_absolute_error<Y: Numbers>(outputs: &[Y], targets: &[Y]) -> Result<f64, MetricError> {
    mean_over_outputs(outputs, targets, |column| column.mean(|y, t| (y - t).abs()))
}

/// The root of the mean squared distance of the outputs from the targets: `sqrt(mean((y - t)^2))`.
///
/// Where a sample has several outputs it is the mean of their roots, as in scikit-learn, not the root of the mean over all.
///
/// # Errors
///
/// As for [`mean_absolute_error`].
///
/// # Examples
///
/// ```
/// use static_nn::metrics::root_mean_squared_error;
///
/// assert_eq!(root_mean_squared_error(&[1.0_f32, 2.0], &[4.0, 5.0]), Ok(3.0));
/// ```
pub fn root_mean_squared_error<Y: Numbers>(outputs: &[Y], targets: &[Y]) -> Result<f64, MetricError> {
    mean_over_outputs(outputs, targets, |column| libm::sqrt(column.mean(|y, t| (y - t) * (y - t))))
}

/// The coefficient of determination, `1 - sum((y - t)^2) / sum((t - mean(t))^2)`: 1 for outputs that are the targets, 0 for the
/// targets' mean whatever the sample, less for worse.
///
/// Where a sample has several outputs it is the mean of theirs. Of targets that are all the same it is 1 if the outputs are
/// they, and 0 if not, as in scikit-learn.
///
/// # Errors
///
/// As for [`mean_absolute_error`], and if there is one sample only.
///
/// # Examples
///
/// ```
/// use static_nn::metrics::r2;
///
/// let score = r2(&[2.5_f64, 0.0, 2.0, 8.0], &[3.0, -0.5, 2.0, 7.0])?;
/// assert!((score - 0.948_608_137).abs() < 1e-9);
/// assert_eq!(r2(&[1.0_f32, 2.0], &[2.0, 2.0]), Ok(0.0));
/// # Ok::<(), static_nn::metrics::MetricError>(())
/// ```
pub fn r2<Y: Numbers>(outputs: &[Y], targets: &[Y]) -> Result<f64, MetricError> {
    if outputs.len() == targets.len() && outputs.len() == 1 {
        return Err(MetricError::TooFew { samples: 1 });
    }
    mean_over_outputs(outputs, targets, |column| {
        // From the first target on, so that targets that are all the same differ from their mean by nothing at all.
        let first = column.targets.first().map_or(0.0, |target| column.value(target));
        let mean = column.mean(|_, t| t - first);
        let total = column.mean(|_, t| (t - first - mean) * (t - first - mean));
        match column.mean(|y, t| (y - t) * (y - t)) {
            rest if total > 0.0 => 1.0 - rest / total,
            0.0 => 1.0,
            _ => 0.0,
        }
    })
}

/// One output of every sample, and its target.
struct Column<'a, Y> {
    outputs: &'a [Y],
    targets: &'a [Y],
    index: usize,
}

impl<Y: Numbers> Column<'_, Y> {
    fn value(&self, of: &Y) -> f64 {
        of.values()[self.index].to_f64()
    }

    /// The mean of a function of outputs and targets.
    fn mean(&self, f: impl Fn(f64, f64) -> f64) -> f64 {
        let sum: f64 = self.outputs.iter().zip(self.targets).map(|(y, t)| f(self.value(y), self.value(t))).sum();
        sum / self.outputs.len() as f64
    }
}

/// The mean of `score` over the outputs of a sample.
fn mean_over_outputs<Y: Numbers>(
    outputs: &[Y],
    targets: &[Y],
    score: impl Fn(&Column<'_, Y>) -> f64,
) -> Result<f64, MetricError> {
    check_lengths(outputs.len(), targets.len())?;
    if Y::COUNT == 0 {
        return Err(MetricError::Empty);
    }
    for (what, numbers) in [("output", outputs), ("target", targets)] {
        for (sample, numbers) in numbers.iter().enumerate() {
            if let Some(index) = numbers.values().iter().position(|value| !Number::is_finite(*value)) {
                let value = numbers.values()[index].to_f64();
                return Err(MetricError::NotFinite { what, sample, index, value });
            }
        }
    }
    let sum: f64 = (0..Y::COUNT).map(|index| score(&Column { outputs, targets, index })).sum();
    Ok(sum / Y::COUNT as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_checked() {
        assert_eq!(mean_absolute_error::<f32>(&[], &[]), Err(MetricError::Empty));
        assert_eq!(mean_absolute_error::<[f64; 0]>(&[[]], &[[]]), Err(MetricError::Empty));
        assert_eq!(r2(&[1.0_f32], &[1.0, 2.0]), Err(MetricError::Length { outputs: 1, targets: 2 }));
        assert_eq!(r2(&[1.0_f32], &[1.0]), Err(MetricError::TooFew { samples: 1 }));
        let (what, value) = ("target", f64::INFINITY);
        assert_eq!(
            root_mean_squared_error(&[[1.0, 2.0], [1.0, 2.0]], &[[1.0, 2.0], [1.0, f32::INFINITY]]),
            Err(MetricError::NotFinite { what, sample: 1, index: 1, value })
        );
        let error = mean_absolute_error(&[f64::NAN], &[0.0]).unwrap_err();
        assert!(matches!(error, MetricError::NotFinite { what: "output", sample: 0, index: 0, .. }));
    }

    #[test]
    fn targets_that_are_all_the_same_are_hit_or_not() {
        // 0.1 three times sums to no multiple of 0.1.
        assert_eq!(r2(&[0.1_f64; 3], &[0.1; 3]), Ok(1.0));
        assert_eq!(r2(&[0.1_f64, 0.1, 0.2], &[0.1; 3]), Ok(0.0));
    }

    #[test]
    fn several_outputs_are_averaged_after_the_root() {
        assert_eq!(root_mean_squared_error(&[[3.0_f32, 4.0], [3.0, 4.0]], &[[0.0, 0.0], [0.0, 0.0]]), Ok(3.5));
    }
}
