//! What every metric asks of its arguments.

use super::MetricError;
use crate::class::Class;
use crate::scalar::Scalar;
use crate::target::TargetError;

/// Checks that there are samples, with one target for each.
pub(super) fn check_lengths(outputs: usize, targets: usize) -> Result<(), MetricError> {
    match (outputs, targets) {
        _ if outputs != targets => Err(MetricError::Length { outputs, targets }),
        (0, _) => Err(MetricError::Empty),
        _ => Ok(()),
    }
}

/// The class as an index below `classes`.
pub(super) fn check_class(sample: usize, class: impl Class, classes: usize) -> Result<usize, MetricError> {
    class
        .index()
        .filter(|index| *index < classes)
        .ok_or(MetricError::Target { sample, error: TargetError::Class { class: class.number(), classes } })
}

/// Checks that values can be compared with each other.
pub(super) fn check_order<T: Scalar>(sample: usize, values: &[T]) -> Result<(), MetricError> {
    match values.iter().position(|value| value.to_f64().is_nan()) {
        Some(index) => Err(MetricError::NotANumber { sample, index }),
        None => Ok(()),
    }
}

/// The outputs and their classes, checked sample by sample.
pub(super) fn check_classes<T: Scalar, C: Class, const N: usize>(
    outputs: &[[T; N]],
    classes: &[C],
) -> Result<(), MetricError> {
    check_lengths(outputs.len(), classes.len())?;
    for (sample, (output, class)) in outputs.iter().zip(classes).enumerate() {
        check_order(sample, output)?;
        check_class(sample, *class, N)?;
    }
    Ok(())
}
