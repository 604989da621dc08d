//! Samples and their targets, and the checks that they are fit to train or to validate on.

use super::{Set, TrainError};
use crate::loss::Loss;
use crate::optim::SettingError;
use crate::sample::Sample;
use crate::scalar::{Scalar, first_not_finite};
use crate::shape::Shape;

/// Samples and their targets, one for each.
pub(super) type Samples<'a, X, Y> = (&'a [X], &'a [Y]);

/// Checks the part of the samples that is set aside.
pub(super) fn check_split(fraction: f64) -> Result<(), SettingError> {
    if fraction > 0.0 && fraction < 1.0 {
        return Ok(());
    }
    let permitted = "more than 0 and less than 1";
    Err(SettingError { setting: "validation_split", value: fraction, permitted })
}

/// The first samples, and the last `fraction` of them; `xs` and `ys` are of one length.
pub(super) fn split<'a, X, Y>((xs, ys): Samples<'a, X, Y>, fraction: f64) -> [Samples<'a, X, Y>; 2] {
    let count = split_at(xs.len(), fraction);
    let ((xs, held_out_xs), (ys, held_out_ys)) = (xs.split_at(count), ys.split_at(count));
    [(xs, ys), (held_out_xs, held_out_ys)]
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

/// Checks the settings of the loss, every value of every sample and every target.
pub(super) fn check<T: Scalar, I: Shape, O: Shape, X: Sample<T, I>, Y>(
    set: Set,
    (xs, ys): Samples<'_, X, Y>,
    loss: &impl Loss<T, O, Y>,
) -> Result<(), TrainError> {
    loss.check_settings()?;
    if xs.is_empty() {
        return Err(TrainError::Empty { set });
    }
    if u32::try_from(xs.len()).is_err() {
        return Err(TrainError::TooMany { set, samples: xs.len() });
    }
    check_lengths(set, xs, ys)?;
    for (sample, (x, y)) in xs.iter().zip(ys).enumerate() {
        if x.values().len() != I::LEN {
            return Err(TrainError::Sample { set, sample, expected: I::LEN, found: x.values().len() });
        }
        if let Some((index, value)) = first_not_finite(x.values()) {
            return Err(TrainError::NotFinite { set, sample, index, value });
        }
        loss.check(y).map_err(|error| TrainError::Target { set, sample, error })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_split_takes_the_last_part() {
        let (xs, ys) = ([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], ["a"; 10]);
        let [train, held_out] = split((&xs, &ys), 0.2);
        assert_eq!((train.0, held_out.0), (&xs[..8], &xs[8..]));
        assert_eq!([split_at(10, 0.9), split_at(3, 0.5), split_at(1, 0.1)], [1, 2, 1]);
    }
}
