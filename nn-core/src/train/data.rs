//! Samples and their targets, and the checks that they are fit to train or to validate on.

use super::{Set, TrainError};
use crate::layer::Layer;
use crate::loss::{Loss, check_weight};
use crate::network::{BatchError, UnknownWord, ends, unknown_word};
use crate::optim::SettingError;
use crate::sample::{Sample, Value};
use crate::scalar::Scalar;
use crate::shape::Shape;

/// Samples with their targets, one for each, and weights, if there are any.
#[derive(Debug)]
pub(super) struct Samples<'a, X, Y> {
    pub(super) xs: &'a [X],
    pub(super) ys: &'a [Y],
    pub(super) weights: Option<&'a [f64]>,
}

impl<X, Y> Clone for Samples<'_, X, Y> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<X, Y> Copy for Samples<'_, X, Y> {}

impl<'a, X, Y> Samples<'a, X, Y> {
    /// Samples that all count alike.
    pub(super) const fn alike(xs: &'a [X], ys: &'a [Y]) -> Self {
        Self { xs, ys, weights: None }
    }

    /// The first samples, and the last `fraction` of them.
    pub(super) fn split(self, fraction: f64) -> [Self; 2] {
        let count = split_at(self.xs.len(), fraction);
        let ((xs, last_xs), (ys, last_ys)) = (self.xs.split_at(count), self.ys.split_at(count));
        let (weights, last_weights) = self.weights.map(|weights| weights.split_at(count)).unzip();
        [Self { xs, ys, weights }, Self { xs: last_xs, ys: last_ys, weights: last_weights }]
    }
}

/// Checks the part of the samples that is set aside.
pub(super) fn check_split(fraction: f64) -> Result<(), SettingError> {
    if fraction > 0.0 && fraction < 1.0 {
        return Ok(());
    }
    let permitted = "more than 0 and less than 1";
    Err(SettingError { setting: "validation_split", value: fraction, permitted })
}

/// How many of `count` samples are left when `fraction` of them is taken off.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of a length is a length")]
fn split_at(count: usize, fraction: f64) -> usize {
    (libm::round((1.0 - fraction) * count as f64) as usize).min(count)
}

/// Checks that there are as many targets as samples.
pub(super) fn check_lengths<X, Y>(set: Set, xs: &[X], ys: &[Y]) -> Result<(), TrainError> {
    if xs.len() == ys.len() {
        return Ok(());
    }
    Err(TrainError::Length { set, samples: xs.len(), targets: ys.len() })
}

/// Checks that there are as many weights as samples, if there are any, and that they are possible ones.
pub(super) fn check_weights(samples: usize, weights: Option<&[f64]>) -> Result<(), TrainError> {
    let Some(weights) = weights else { return Ok(()) };
    if weights.len() != samples {
        return Err(TrainError::Weights { samples, weights: weights.len() });
    }
    match weights.iter().position(|weight| check_weight(*weight).is_err()) {
        Some(sample) => Err(TrainError::Weight { sample, weight: weights[sample] }),
        None => Ok(()),
    }
}

/// Checks the settings of the loss, every value of every sample and every target, and that something counts.
pub(super) fn check<T: Scalar, N: Layer<T>, X: Sample<T, N::Input>, Y>(
    set: Set,
    samples: Samples<'_, X, Y>,
    loss: &impl Loss<T, N::Output, Y>,
) -> Result<(), TrainError> {
    let Samples { xs, ys, weights } = samples;
    loss.check_settings()?;
    if X::ENDS && !heeds_ends::<T, N::Output, Y, _>(loss) {
        return Err(TrainError::Ends(BatchError::EndsOfLoss));
    }
    if xs.is_empty() {
        return Err(TrainError::Empty { set });
    }
    if u32::try_from(xs.len()).is_err() {
        return Err(TrainError::TooMany { set, samples: xs.len() });
    }
    check_lengths(set, xs, ys)?;
    if weights.is_some_and(|weights| weights.iter().all(|weight| *weight == 0.0)) {
        return Err(TrainError::NoWeight { set });
    }
    for (sample, (x, y)) in xs.iter().zip(ys).enumerate() {
        let expected = N::Input::LEN;
        if x.values().len() != expected {
            return Err(TrainError::Sample { set, sample, expected, found: x.values().len() });
        }
        ends::check::<T, N, X>(sample, x).map_err(|error| match error {
            BatchError::Steps { sample, length, steps } => TrainError::Steps { set, sample, length, steps },
            error => TrainError::Ends(error),
        })?;
        let values = ends::real(x);
        if let Some((index, value)) = X::Value::first_not_finite(values) {
            return Err(TrainError::NotFinite { set, sample, index, value });
        }
        if let Some(UnknownWord { place, value, vocabulary }) = unknown_word::<T, N, X::Value>(values) {
            return Err(TrainError::Vocabulary { set, sample, place, value, vocabulary });
        }
        loss.check_until(y, x.length()).map_err(|error| TrainError::Target { set, sample, error })?;
    }
    Ok(())
}

/// Whether a loss heeds where a sample ends.
const fn heeds_ends<T: Scalar, O: Shape, Y, L: Loss<T, O, Y>>(_: &L) -> bool {
    L::HEEDS_ENDS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_split_takes_the_last_part() {
        let (xs, ys, weights) = ([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], ["a"; 10], [0.5; 10]);
        let [first, last] = Samples { xs: &xs, ys: &ys, weights: Some(&weights) }.split(0.2);
        assert_eq!((first.xs, last.xs, last.ys.len(), last.weights), (&xs[..8], &xs[8..], 2, Some(&[0.5; 2][..])));
        assert_eq!(Samples::alike(&xs, &ys).split(0.5)[1].weights, None);
        assert_eq!([split_at(10, 0.9), split_at(3, 0.5), split_at(1, 0.1)], [1, 2, 1]);
    }
}
