//! The values of a tensor as a network of `f32` holds them.

use std::fmt;

use crate::Entry;
use crate::names::shown;

/// Why a tensor is not one of a network of `f32`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[expect(missing_docs, reason = "the texts say what the fields are")]
pub enum ValueError {
    /// It is made of something else.
    Dtype { tensor: String, found: &'static str },
    /// A value is infinite or NaN.
    NotFinite { tensor: String, index: Vec<usize>, value: f64 },
    /// A double-precision value is too large.
    Overflow { tensor: String, index: Vec<usize>, value: f64 },
}

impl Entry<'_> {
    /// The values row by row, narrower ones exact, double precision rounded to the nearest, ties to even.
    ///
    /// # Errors
    ///
    /// If the tensor is made of something else, or a value is infinite, NaN or beyond `f32`: the first such value.
    #[expect(clippy::cast_possible_truncation, reason = "rounding to the nearest f32 is what this function is for")]
    pub fn floats(&self) -> Result<Vec<f32>, ValueError> {
        let Some(numbers) = self.numbers() else {
            return Err(ValueError::Dtype { tensor: self.name.clone(), found: self.dtype.name() });
        };
        let narrow = |(at, value): (usize, f64)| {
            let single = value as f32;
            if single.is_finite() {
                return Ok(single);
            }
            let (tensor, index) = (self.name.clone(), self.coordinates(at));
            Err(if value.is_finite() {
                ValueError::Overflow { tensor, index, value }
            } else {
                ValueError::NotFinite { tensor, index, value }
            })
        };
        numbers.into_iter().enumerate().map(narrow).collect()
    }
}

impl std::error::Error for ValueError {}

impl ValueError {
    /// The name of the tensor.
    #[must_use]
    pub fn tensor(&self) -> &str {
        let (Self::Dtype { tensor, .. } | Self::NotFinite { tensor, .. } | Self::Overflow { tensor, .. }) = self;
        tensor
    }

    /// Whether another tensor cannot be used for the same reason.
    #[must_use]
    pub fn has_the_reason_of(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Dtype { found, .. }, Self::Dtype { found: other, .. }) => found == other,
            (Self::NotFinite { .. }, Self::NotFinite { .. }) | (Self::Overflow { .. }, Self::Overflow { .. }) => true,
            _ => false,
        }
    }
}

impl fmt::Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dtype { tensor, found } => {
                write!(f, "`{}` is made of {found}, expected F32, F64, F16 or BF16: ", shown(tensor))?;
                write!(f, "convert it first (`.float()` in PyTorch, `.astype(\"float32\")` in NumPy)")
            }
            Self::NotFinite { tensor, index, value } => {
                write!(f, "`{}{index:?}` is {value}, expected a finite value: ", shown(tensor))?;
                write!(f, "the network was saved after it had diverged")
            }
            Self::Overflow { tensor, index, value } => {
                write!(f, "`{}{index:?}` is {value:e}, which is beyond `f32`", shown(tensor))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Dtype, Entry};

    #[test]
    fn narrow_tensors_widen() {
        let entry = |dtype, data| Entry::new("w".to_owned(), dtype, vec![2], data);
        assert_eq!(entry(Dtype::F16, &[0x00, 0x3C, 0x00, 0xC1]).floats(), Ok(vec![1.0, -2.5]));
        assert_eq!(entry(Dtype::Bf16, &[0x80, 0x3F, 0x20, 0xC0]).floats(), Ok(vec![1.0, -2.5]));
        assert!(entry(Dtype::Bf16, &[0x80, 0x7F, 0x20, 0xC0]).floats().is_err(), "an infinity");
    }
}
