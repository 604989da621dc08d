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
        let tensor = || self.name.clone();
        let numbers = self.numbers().ok_or_else(|| ValueError::Dtype { tensor: tensor(), found: self.dtype.name() })?;
        let mut floats = vec![0.0; numbers.len()];
        let (numbers, out, mut i) = (&numbers[..], &mut floats[..], 0);
        while i < numbers.len() {
            let value = numbers[i];
            out[i] = value as f32;
            if !out[i].is_finite() {
                let (tensor, index) = (tensor(), self.coordinates(i));
                return Err(if value.is_finite() {
                    ValueError::Overflow { tensor, index, value }
                } else {
                    ValueError::NotFinite { tensor, index, value }
                });
            }
            i += 1;
        }
        Ok(floats)
    }

    /// The bytes of the same values, little-endian, in the order of memory: column by column, or row by row.
    ///
    /// # Errors
    ///
    /// As those of [`floats`](Self::floats).
    pub fn in_memory(&self, by_columns: bool) -> Result<Vec<u8>, ValueError> {
        let as_they_lie = if by_columns { self.by_columns().finite_bytes() } else { self.finite_bytes() };
        if let Some(bytes) = as_they_lie {
            return Ok(bytes);
        }
        let floats = if by_columns { self.by_columns().floats().map_err(ValueError::by_rows)? } else { self.floats()? };
        let mut bytes = vec![[0; 4]; floats.len()];
        let (floats, out, mut i) = (&floats[..], &mut bytes[..], 0);
        while i < floats.len() {
            out[i] = floats[i].to_le_bytes();
            i += 1;
        }
        Ok(bytes.into_flattened())
    }
}

impl std::error::Error for ValueError {}

impl ValueError {
    /// The same of a tensor whose last extent is to stand before the others.
    fn by_rows(mut self) -> Self {
        if let Self::NotFinite { index, .. } | Self::Overflow { index, .. } = &mut self {
            index.rotate_right(1);
        }
        self
    }

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
    use crate::{Dtype, Entry, ValueError};

    #[test]
    fn narrow_tensors_widen() {
        let entry = |dtype, data| Entry::new("w".to_owned(), dtype, vec![2], data);
        assert_eq!(entry(Dtype::F16, &[0x00, 0x3C, 0x00, 0xC1]).floats(), Ok(vec![1.0, -2.5]));
        assert_eq!(entry(Dtype::Bf16, &[0x80, 0x3F, 0x20, 0xC0]).floats(), Ok(vec![1.0, -2.5]));
        assert!(entry(Dtype::Bf16, &[0x80, 0x7F, 0x20, 0xC0]).floats().is_err(), "an infinity");
    }

    #[test]
    fn memory_goes_down_the_columns() {
        let mut data: Vec<u8> = (0..12_u8).flat_map(|value| f32::from(value).to_le_bytes()).collect();
        let of = |data: &[u8], by_columns| {
            let bytes = Entry::new("w".to_owned(), Dtype::F32, vec![3, 2, 2], data).in_memory(by_columns)?;
            Ok(bytes.as_chunks().0.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect::<Vec<_>>())
        };
        assert_eq!(of(&data, true), Ok(vec![0.0, 4.0, 8.0, 1.0, 5.0, 9.0, 2.0, 6.0, 10.0, 3.0, 7.0, 11.0]));
        assert_eq!(of(&data, false).map(|values| values[..3].to_vec()), Ok(vec![0.0, 1.0, 2.0]));
        data[4 * 9..][..4].copy_from_slice(&f32::INFINITY.to_le_bytes());
        for by_columns in [false, true] {
            let (tensor, index, value) = ("w".to_owned(), vec![2, 0, 1], f64::INFINITY);
            assert_eq!(of(&data, by_columns), Err(ValueError::NotFinite { tensor, index, value }));
        }
    }
}
