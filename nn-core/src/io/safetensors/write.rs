//! Parameters into a safetensors file.

use std::borrow::Cow;
use std::path::Path;
use std::string::ToString;
use std::vec::Vec;

use ::safetensors::tensor::{Dtype, View};

use super::layout::{self, Part, Slot};
use super::{Bundle, SaveError, WriteError};
use crate::parameters::Parameters;
use crate::scalar::{Number, Scalar};

/// Saves the parameters as a safetensors file.
///
/// The file is written beside `path`, flushed to the disk and only then put in its place, so that at any moment, a
/// power cut included, `path` is either the old file or the new one. A new file gets the usual permissions; one that
/// replaces another keeps that one's. If `path` is a symbolic link, the file that it leads to is replaced, or made if
/// it is not there. A process that is killed in between leaves a file whose name begins with `.saving-`; the next save
/// to the same path takes it away.
///
/// # Errors
///
/// A [`SaveError`] if a value is not finite, or the file system refuses; the old file is then unchanged.
///
/// # Examples
///
/// See the [module](super).
pub fn save<T: Scalar, P: Parameters<T>>(parameters: &P, path: impl AsRef<Path>) -> Result<(), SaveError> {
    Bundle::new(parameters).save(path)
}

/// The parameters as the bytes of a safetensors file. Equal parameters give equal bytes.
///
/// # Errors
///
/// A [`WriteError`] if a value is not finite, or the type describes its tensors wrongly.
///
/// # Examples
///
/// See the [module](super).
pub fn to_bytes<T: Scalar, P: Parameters<T>>(parameters: &P) -> Result<Vec<u8>, WriteError> {
    Bundle::new(parameters).to_bytes()
}

/// All tensors of `parts` as the bytes of one file.
pub(super) fn write<T: Scalar>(parts: &[Part<&[T]>]) -> Result<Vec<u8>, WriteError> {
    layout::check_names(parts)?;
    let rows = || {
        let tensors = parts.iter().flat_map(|part| part.slots.iter().map(|slot| (slot, part.values)));
        tensors.map(|(slot, values)| Rows { slot, values: &values[slot.range.clone()] })
    };
    if let Some(error) = rows().find_map(|rows| rows.not_finite()) {
        return Err(error);
    }
    ::safetensors::serialize(rows().map(|rows| (&rows.slot.name, rows)), None)
        .map_err(|error| WriteError::Header { reason: error.to_string() })
}

/// One tensor, read row by row.
pub(super) struct Rows<'a, T> {
    pub(super) slot: &'a Slot,
    pub(super) values: &'a [T],
}

impl<T: Scalar> Rows<'_, T> {
    fn iter(&self) -> impl Iterator<Item = T> {
        (0..self.values.len()).map(|index| self.values[self.slot.place(index)])
    }

    fn not_finite(&self) -> Option<WriteError> {
        let (index, value) = self.iter().enumerate().find(|(_, value)| !Number::is_finite(*value))?;
        let (tensor, index) = (self.slot.name.clone(), self.slot.coordinates(index));
        Some(WriteError::NotFinite { tensor, index, value: value.to_f64() })
    }
}

impl<T: Scalar> View for Rows<'_, T> {
    fn dtype(&self) -> Dtype {
        if T::DTYPE == f32::DTYPE { Dtype::F32 } else { Dtype::F64 }
    }

    fn shape(&self) -> &[usize] {
        &self.slot.dims
    }

    fn data(&self) -> Cow<'_, [u8]> {
        let mut bytes = Vec::with_capacity(self.data_len());
        for value in self.iter().map(T::to_f64) {
            match self.dtype() {
                Dtype::F32 => bytes.extend_from_slice(&f32::from_f64(value).to_le_bytes()),
                _ => bytes.extend_from_slice(&value.to_le_bytes()),
            }
        }
        Cow::Owned(bytes)
    }

    fn data_len(&self) -> usize {
        size_of_val(self.values)
    }
}
