//! The values of a tensor as a network of `f32` holds them.

use super::{Dtype, Entry, ValueError};

/// A number of half precision: a sign, 5 bits of exponent, 10 of fraction (IEEE 754 `binary16`).
fn half(bits: u16) -> f64 {
    let (exponent, fraction) = (i32::from(bits >> 10 & 0x1F), f64::from(bits & 0x3FF));
    let size = match exponent {
        0 => fraction * 2.0_f64.powi(-24),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        exponent => (1024.0 + fraction) * 2.0_f64.powi(exponent - 25),
    };
    if bits >> 15 == 1 { -size } else { size }
}

impl Entry<'_> {
    /// The values row by row, narrower ones exact, double precision rounded to the nearest.
    ///
    /// # Errors
    ///
    /// If the tensor is made of something else, or a value is infinite, NaN or beyond `f32`: the first such value.
    pub(crate) fn floats(&self) -> Result<Vec<f32>, ValueError> {
        match self.dtype {
            Dtype::F32 => self.finite(self.data.as_chunks().0.iter().map(|&bytes| f32::from_le_bytes(bytes).into())),
            Dtype::F64 => self.finite(self.data.as_chunks().0.iter().map(|&bytes| f64::from_le_bytes(bytes))),
            Dtype::F16 => self.finite(self.data.as_chunks().0.iter().map(|&bytes| half(u16::from_le_bytes(bytes)))),
            Dtype::Bf16 => {
                let single = |&bytes| f32::from_bits(u32::from(u16::from_le_bytes(bytes)) << 16);
                self.finite(self.data.as_chunks().0.iter().map(|bytes| single(bytes).into()))
            }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_exact() {
        for (bits, value) in [
            (0x0000, 0.0),
            (0x0001, 5.960_464_477_539_063e-8),
            (0x03FF, 6.097_555_160_522_461e-5),
            (0x0400, 6.103_515_625e-5),
            (0x3C00, 1.0),
            (0x3555, 0.333_251_953_125),
            (0xC000, -2.0),
            (0x7BFF, 65504.0),
            (0xFC00, f64::NEG_INFINITY),
        ] {
            assert_eq!(half(bits).to_bits(), f64::to_bits(value), "{bits:#06x}");
        }
        assert!(half(0x8000).is_sign_negative() && half(0x7E00).is_nan());
    }

    #[test]
    fn narrow_tensors_widen() {
        let entry = |dtype, data| Entry { name: "w".to_owned(), dtype, dims: vec![2], data };
        assert_eq!(entry(Dtype::F16, &[0x00, 0x3C, 0x00, 0xC1]).floats(), Ok(vec![1.0, -2.5]));
        assert_eq!(entry(Dtype::Bf16, &[0x80, 0x3F, 0x20, 0xC0]).floats(), Ok(vec![1.0, -2.5]));
        assert!(entry(Dtype::Bf16, &[0x80, 0x7F, 0x20, 0xC0]).floats().is_err(), "an infinity");
    }
}
