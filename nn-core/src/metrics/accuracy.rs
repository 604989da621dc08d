//! How often a classifier is right.

use super::check::{check_class, check_lengths, check_order};
use super::{MetricError, argmax};
use crate::class::Class;
use crate::scalar::Scalar;

/// The part of the outputs whose largest value is at the right class, 0 to 1; of equal values the first counts.
///
/// # Errors
///
/// [`MetricError`] if there are no outputs, not one class for each, a class outside `0..N`, or an output that is NaN.
///
/// # Examples
///
/// ```
/// use static_nn::metrics::accuracy;
///
/// let outputs = [[0.1_f32, 0.9], [0.8, 0.2], [0.4, 0.6], [0.3, 0.7]];
/// assert_eq!(accuracy(&outputs, &[1_u8, 0, 0, 1]), Ok(0.75));
/// ```
pub fn accuracy<T: Scalar, C: Class, const N: usize>(outputs: &[[T; N]], classes: &[C]) -> Result<f64, MetricError> {
    part(outputs, classes, |output, class| argmax(output) == class)
}

/// The part of the outputs in which the right class is among the `k` largest values, 0 to 1.
///
/// Of equal values the first ones count, so that with `k = 1` this is [`accuracy`]; scikit-learn takes the last ones.
///
/// # Errors
///
/// [`MetricError`] if `k` is not in `1..=N`, and as for [`accuracy`].
///
/// # Examples
///
/// ```
/// use static_nn::metrics::top_k_accuracy;
///
/// let outputs = [[0.1_f32, 0.7, 0.2], [0.5, 0.1, 0.4], [0.3, 0.6, 0.1]];
/// assert_eq!(top_k_accuracy(&outputs, &[2_u8, 0, 2], 2), Ok(2.0 / 3.0));
/// ```
pub fn top_k_accuracy<T: Scalar, C: Class, const N: usize>(
    outputs: &[[T; N]],
    classes: &[C],
    k: usize,
) -> Result<f64, MetricError> {
    if !(1..=N).contains(&k) {
        return Err(MetricError::TopK { k, outputs: N });
    }
    part(outputs, classes, |output, class| rank(output, class) < k)
}

/// How many values come before the one at `class` when the largest are first.
fn rank<T: Scalar>(output: &[T], class: usize) -> usize {
    let own = output[class];
    output.iter().enumerate().filter(|&(i, value)| *value > own || (*value == own && i < class)).count()
}

/// The part of the samples that are right.
fn part<T: Scalar, C: Class, const N: usize>(
    outputs: &[[T; N]],
    classes: &[C],
    right: impl Fn(&[T; N], usize) -> bool,
) -> Result<f64, MetricError> {
    check_lengths(outputs.len(), classes.len())?;
    let mut count = 0_usize;
    for (sample, (output, class)) in outputs.iter().zip(classes).enumerate() {
        check_order(sample, output)?;
        count += usize::from(right(output, check_class(sample, *class, N)?));
    }
    Ok(count as f64 / outputs.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::target::TargetError;

    #[test]
    fn there_is_one_class_an_output() {
        assert_eq!(accuracy(&[[0.0_f32, 1.0]], &[1_i64, 0]), Err(MetricError::Length { outputs: 1, targets: 2 }));
        assert_eq!(accuracy::<f32, u8, 2>(&[], &[]), Err(MetricError::Empty));
        let error = TargetError::Class { class: -1, classes: 2 };
        assert_eq!(
            accuracy(&[[0.0_f32, 1.0], [0.0, 1.0]], &[1_i64, -1]),
            Err(MetricError::Target { sample: 1, error })
        );
        assert_eq!(accuracy(&[[0.0, f64::NAN]], &[0_usize]), Err(MetricError::NotANumber { sample: 0, index: 1 }));
    }

    #[test]
    fn of_equals_the_first_count() {
        let outputs = [[1.0_f64, 2.0, 2.0, 2.0]];
        let hits = |class: u8| [1, 2, 3, 4].map(|k| top_k_accuracy(&outputs, &[class], k));
        assert_eq!(hits(1), [Ok(1.0); 4]);
        assert_eq!(hits(3), [Ok(0.0), Ok(0.0), Ok(1.0), Ok(1.0)]);
        assert_eq!(hits(0), [Ok(0.0), Ok(0.0), Ok(0.0), Ok(1.0)]);
        assert_eq!(top_k_accuracy(&outputs, &[0_u8], 0), Err(MetricError::TopK { k: 0, outputs: 4 }));
        assert_eq!(top_k_accuracy(&outputs, &[0_u8], 5), Err(MetricError::TopK { k: 5, outputs: 4 }));
    }

    #[test]
    fn infinite_logits_have_an_order() {
        assert_eq!(accuracy(&[[f32::NEG_INFINITY, f32::INFINITY]], &[1_u8]), Ok(1.0));
    }
}
