//! The place of the largest value.

use crate::scalar::Scalar;

/// The place of the largest value: the first of equals, and the first NaN if there is one, as in PyTorch; 0 if there
/// are no values.
///
/// # Examples
///
/// ```
/// use static_nn::metrics::argmax;
///
/// assert_eq!(argmax(&[0.1_f32, 2.5, -1.0, 2.5]), 1);
/// ```
#[must_use]
pub fn argmax<T: Scalar>(values: &[T]) -> usize {
    let Some(&first) = values.first() else { return 0 };
    let (mut best, mut most) = (0, first);
    for (i, &value) in values.iter().enumerate() {
        // Selects, and no branch: the time does not tell which class it is.
        let better = (value > most) | (value.to_f64().is_nan() & !most.to_f64().is_nan());
        best = if better { i } else { best };
        most = if better { value } else { most };
    }
    best
}

#[cfg(test)]
mod tests {
    use super::argmax;

    #[test]
    fn it_is_the_first_of_equals_and_the_first_nan() {
        assert_eq!(argmax::<f32>(&[]), 0);
        assert_eq!(argmax(&[-1.0_f64, -1.0, -2.0]), 0);
        assert_eq!(argmax(&[1.0_f32, f32::NAN, f32::INFINITY, f32::NAN]), 1);
        assert_eq!(argmax(&[f32::NAN, 3.0]), 0);
    }
}
