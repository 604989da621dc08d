//! The values of a tensor as a network of `f32` holds them.

use super::{Dtype, Entry, ValueError};

impl Entry<'_> {
    /// The values row by row, double precision rounded to the nearest.
    ///
    /// # Errors
    ///
    /// If the tensor is made of something else, or a value is infinite, NaN or beyond `f32`: the first such value.
    pub(crate) fn floats(&self) -> Result<Vec<f32>, ValueError> {
        match self.dtype {
            Dtype::F32 => self.finite(self.data.as_chunks().0.iter().map(|&bytes| f32::from_le_bytes(bytes).into())),
            Dtype::F64 => self.finite(self.data.as_chunks().0.iter().map(|&bytes| f64::from_le_bytes(bytes))),
            Dtype::Other(found) => Err(ValueError::Dtype { tensor: self.name.clone(), found }),
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "rounding to the nearest f32 is what this function is for")]
    fn finite(&self, values: impl Iterator<Item = f64>) -> Result<Vec<f32>, ValueError> {
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
        values.enumerate().map(narrow).collect()
    }

    /// The extents' indices of the value that stands at `index` when the tensor is read row by row.
    fn coordinates(&self, mut index: usize) -> Vec<usize> {
        let mut coordinates = self.dims.clone();
        for extent in coordinates.iter_mut().rev() {
            (index, *extent) = (index / *extent, index % *extent);
        }
        coordinates
    }
}
