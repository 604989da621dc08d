//! How well outputs rank: the area under the receiver operating characteristic.

use alloc::vec::Vec;

use super::MetricError;
use super::check::{check_class, check_classes, check_lengths, check_order};
use crate::class::Class;
use crate::scalar::Scalar;

/// The area under the curve of true against false positives, 0 to 1: how likely a positive sample has a larger score than a
/// negative one, where a tie counts half.
///
/// A score may be a probability or a logit: only the order counts.
///
/// # Errors
///
/// [`MetricError`] if there are no scores, not one `bool` for each, a score that is NaN, or all samples are positive or none is.
///
/// # Examples
///
/// ```
/// use static_nn::metrics::roc_auc;
///
/// assert_eq!(roc_auc(&[0.1_f32, 0.4, 0.35, 0.8], &[false, false, true, true]), Ok(0.75));
/// ```
pub fn roc_auc<T: Scalar>(scores: &[T], positive: &[bool]) -> Result<f64, MetricError> {
    check_lengths(scores.len(), positive.len())?;
    for (sample, score) in scores.iter().enumerate() {
        check_order(sample, core::slice::from_ref(score))?;
    }
    let mut ranking = scores.iter().copied().zip(positive.iter().copied()).collect::<Vec<_>>();
    area(&mut ranking, 1)
}

/// The mean over the classes of the area under the curve of that class's output, its samples against all others.
///
/// It is scikit-learn's `multi_class="ovr"`, `average="macro"`; the outputs need not sum to 1.
///
/// # Errors
///
/// [`MetricError`] if there are no outputs, not one class for each, a class outside `0..N`, an output that is NaN, or a class
/// without samples or without others.
///
/// # Examples
///
/// ```
/// use static_nn::metrics::roc_auc_one_vs_rest;
///
/// let outputs = [[0.8_f32, 0.1, 0.1], [0.3, 0.4, 0.3], [0.2, 0.2, 0.6], [0.1, 0.4, 0.5]];
/// assert_eq!(roc_auc_one_vs_rest(&outputs, &[0_u8, 1, 2, 1]), Ok(1.0));
/// ```
pub fn roc_auc_one_vs_rest<T: Scalar, C: Class, const N: usize>(
    outputs: &[[T; N]],
    classes: &[C],
) -> Result<f64, MetricError> {
    check_classes(outputs, classes)?;
    let mut ranking = Vec::with_capacity(outputs.len());
    let mut sum = 0.0;
    for class in 0..N {
        ranking.clear();
        for (sample, (output, truth)) in outputs.iter().zip(classes).enumerate() {
            ranking.push((output[class], check_class(sample, *truth, N)? == class));
        }
        sum += area(&mut ranking, class)?;
    }
    Ok(sum / N as f64)
}

/// The area for scores that are not NaN, each with whether its sample is of `class`.
fn area<T: Scalar>(ranking: &mut [(T, bool)], class: usize) -> Result<f64, MetricError> {
    let (samples, members) = (ranking.len(), ranking.iter().filter(|(_, member)| *member).count());
    if members == 0 || members == samples {
        return Err(MetricError::OneSided { class, members, samples });
    }
    ranking.sort_unstable_by(|(a, _), (b, _)| a.to_f64().total_cmp(&b.to_f64()));
    // Twice the number of pairs in their right order, ties once: whole numbers, so nothing is rounded before the end.
    let (mut pairs, mut others_below) = (0_u128, 0);
    for ties in ranking.chunk_by(|(a, _), (b, _)| a == b) {
        let members = ties.iter().filter(|(_, member)| *member).count();
        let others = ties.len() - members;
        pairs += members as u128 * (2 * others_below + others) as u128;
        others_below += others;
    }
    Ok(pairs as f64 / (2.0 * members as f64 * (samples - members) as f64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tie_counts_half() {
        assert_eq!(roc_auc(&[0.5_f64; 4], &[true, false, true, false]), Ok(0.5));
        // Zeros of both signs are one score.
        assert_eq!(roc_auc(&[0.0_f32, -0.0], &[false, true]), Ok(0.5));
        assert_eq!(roc_auc(&[-1.0_f32, f32::INFINITY], &[false, true]), Ok(1.0));
        assert_eq!(roc_auc(&[1.0_f32, 0.0], &[false, true]), Ok(0.0));
    }

    #[test]
    fn arguments_are_checked() {
        assert_eq!(roc_auc::<f32>(&[], &[]), Err(MetricError::Empty));
        assert_eq!(roc_auc(&[0.0_f32], &[true, true]), Err(MetricError::Length { outputs: 1, targets: 2 }));
        assert_eq!(roc_auc(&[0.0, f32::NAN], &[true, false]), Err(MetricError::NotANumber { sample: 1, index: 0 }));
        assert_eq!(
            roc_auc(&[0.0_f32, 1.0], &[false, false]),
            Err(MetricError::OneSided { class: 1, members: 0, samples: 2 })
        );
        assert_eq!(
            roc_auc_one_vs_rest(&[[0.0_f32, 1.0, 2.0], [1.0, 0.0, 2.0]], &[0_u8, 1]),
            Err(MetricError::OneSided { class: 2, members: 0, samples: 2 })
        );
        assert_eq!(roc_auc_one_vs_rest::<f32, u8, 3>(&[], &[]), Err(MetricError::Empty));
    }
}
