//! Classes as vectors, and back.

use crate::class::Class;
use crate::scalar::Scalar;
use crate::target::TargetError;

/// Why a vector is no class.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum OneHotError {
    /// A value is neither 0 nor 1.
    #[error("value {index} is {value}, not 0 or 1: for probabilities or logits use `metrics::argmax`")]
    Value {
        /// Its place, counted from 0.
        index: usize,
        /// The value.
        value: f64,
    },
    /// There is not exactly one 1.
    #[error("{ones} of the values are 1, but a class is exactly one of them")]
    Ones {
        /// How many there are.
        ones: usize,
    },
}

/// The vector of `N` values that is 1 at the class and 0 elsewhere.
///
/// [`CrossEntropy`](crate::CrossEntropy) takes the class itself, which is faster; [`MeanSquaredError`](crate::MeanSquaredError) wants the
/// vector.
///
/// # Errors
///
/// [`TargetError::Class`] if there is no such class.
///
/// # Examples
///
/// ```
/// use static_nn::prepare::{from_one_hot, one_hot};
///
/// let vector = one_hot::<f32, 3>(2_u8)?;
/// assert_eq!(vector, [0.0, 0.0, 1.0]);
/// assert_eq!(from_one_hot(&vector), Ok(2));
/// let all = [1_u8, 0].map(one_hot::<f32, 2>);
/// assert_eq!(all, [Ok([0.0, 1.0]), Ok([1.0, 0.0])]);
/// # Ok::<(), static_nn::loss::TargetError>(())
/// ```
pub fn one_hot<T: Scalar, const N: usize>(class: impl Class) -> Result<[T; N], TargetError> {
    let mut vector = [T::ZERO; N];
    let hot = class.index().and_then(|index| vector.get_mut(index));
    *hot.ok_or(TargetError::Class { class: class.number(), classes: N })? = T::ONE;
    Ok(vector)
}

/// The class of a vector that is 1 at it and 0 elsewhere.
///
/// # Errors
///
/// [`OneHotError`] if the vector is anything else.
///
/// # Examples
///
/// ```
/// use static_nn::prepare::{OneHotError, from_one_hot};
///
/// assert_eq!(from_one_hot(&[0.0_f64, 1.0]), Ok(1));
/// assert_eq!(from_one_hot(&[1.0_f64, 1.0]), Err(OneHotError::Ones { ones: 2 }));
/// assert_eq!(from_one_hot(&[0.0_f64, 0.9]), Err(OneHotError::Value { index: 1, value: 0.9 }));
/// ```
pub fn from_one_hot<T: Scalar, const N: usize>(vector: &[T; N]) -> Result<usize, OneHotError> {
    if let Some(index) = vector.iter().position(|value| *value != T::ZERO && *value != T::ONE) {
        return Err(OneHotError::Value { index, value: vector[index].to_f64() });
    }
    let mut ones = (0..N).filter(|index| vector[*index] == T::ONE);
    match (ones.next(), ones.count()) {
        (Some(class), 0) => Ok(class),
        (first, more) => Err(OneHotError::Ones { ones: usize::from(first.is_some()) + more }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_comes_back() {
        for class in 0..5_usize {
            assert_eq!(from_one_hot(&one_hot::<f64, 5>(class).unwrap()), Ok(class));
        }
    }

    #[test]
    fn what_is_no_class_is_refused() {
        assert_eq!(one_hot::<f32, 3>(3_u8), Err(TargetError::Class { class: 3, classes: 3 }));
        assert_eq!(one_hot::<f32, 3>(-1_i8), Err(TargetError::Class { class: -1, classes: 3 }));
        assert_eq!(from_one_hot::<f32, 3>(&[0.0; 3]), Err(OneHotError::Ones { ones: 0 }));
        assert!(matches!(from_one_hot(&[f32::NAN, 1.0]), Err(OneHotError::Value { index: 0, .. })));
    }
}
