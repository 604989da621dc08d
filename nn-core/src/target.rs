//! What can be wrong with a target.

use crate::class::Class;

/// Why a target is impossible.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum TargetError {
    /// The class is not one of the network's.
    #[error("the class is {class}, but the output has {classes} classes, numbered from 0")]
    Class {
        /// The class that was given.
        class: i128,
        /// How many classes there are.
        classes: usize,
    },
    /// A value is infinite or NaN.
    #[error("value {index} is {value}, not a finite number")]
    NotFinite {
        /// Its place in the target, counted from 0.
        index: usize,
        /// The value.
        value: f64,
    },
    /// A probability is outside 0 to 1.
    #[error("value {index} is {value}, not a probability between 0 and 1")]
    NotAProbability {
        /// Its place in the target, counted from 0.
        index: usize,
        /// The value.
        value: f64,
    },
    /// A side is neither -1 nor 1.
    #[error("value {index} is {value}, not a side: -1 or 1")]
    NotASide {
        /// Its place in the target, counted from 0.
        index: usize,
        /// The value.
        value: f64,
    },
    /// A weight is negative, infinite or NaN.
    #[error("its weight is {weight}, but must be a number from 0 to 3.4e38")]
    Weight {
        /// The weight.
        weight: f64,
    },
    /// The probabilities of all classes together are not 1.
    #[error("the probabilities of all classes sum to {sum}, not to 1")]
    Sum {
        /// Their sum.
        sum: f64,
    },
}

/// A class checked against the number of classes.
pub(crate) fn check_class(class: impl Class, classes: usize) -> Result<(), TargetError> {
    match class.index() {
        Some(index) if index < classes => Ok(()),
        _ => Err(TargetError::Class { class: class.number(), classes }),
    }
}

/// A probability checked to be one.
pub(crate) fn check_probability(index: usize, value: f64) -> Result<(), TargetError> {
    check_finite(index, value)?;
    if (0.0..=1.0).contains(&value) { Ok(()) } else { Err(TargetError::NotAProbability { index, value }) }
}

/// How far from 1 the sum of a target's probabilities may be.
const SUM_TOLERANCE: f64 = 0.01;

/// The sum of all probabilities checked to be 1.
pub(crate) fn check_sum(sum: f64) -> Result<(), TargetError> {
    if (sum - 1.0).abs() <= SUM_TOLERANCE { Ok(()) } else { Err(TargetError::Sum { sum }) }
}

/// A side checked to be one: -1 or 1, or 0 for -1.
pub(crate) fn check_side(index: usize, value: f64) -> Result<(), TargetError> {
    check_finite(index, value)?;
    if [-1.0, 0.0, 1.0].contains(&value) { Ok(()) } else { Err(TargetError::NotASide { index, value }) }
}

/// A number checked to be finite.
pub(crate) fn check_finite(index: usize, value: f64) -> Result<(), TargetError> {
    if value.is_finite() { Ok(()) } else { Err(TargetError::NotFinite { index, value }) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::string::ToString;

    #[test]
    fn classes_are_checked_against_their_number() {
        assert_eq!(check_class(9_u8, 10), Ok(()));
        assert_eq!(check_class(10_usize, 10), Err(TargetError::Class { class: 10, classes: 10 }));
        assert_eq!(check_class(-1_i32, 10), Err(TargetError::Class { class: -1, classes: 10 }));
        assert_eq!(check_class(u64::MAX, 10), Err(TargetError::Class { class: u64::MAX.into(), classes: 10 }));
    }

    #[test]
    fn texts_say_what_was_given_and_what_is_permitted() {
        for (error, text) in [
            (check_class(12_u8, 10), "the class is 12, but the output has 10 classes, numbered from 0"),
            (check_finite(3, f64::NAN), "value 3 is NaN, not a finite number"),
            (check_probability(0, 1.5), "value 0 is 1.5, not a probability between 0 and 1"),
            (check_side(1, 0.5), "value 1 is 0.5, not a side: -1 or 1"),
            (Err(TargetError::Sum { sum: 0.5 }), "the probabilities of all classes sum to 0.5, not to 1"),
        ] {
            assert_eq!(error.unwrap_err().to_string(), text);
        }
    }
}
