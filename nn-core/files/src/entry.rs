//! A tensor of a file.

use std::borrow::Cow;

use crate::half;
use crate::places::Places;

/// A tensor of a file, as a network knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// What the network is to call it: `fc1.weight`.
    pub name: String,
    /// What the file calls it.
    pub written: String,
    /// Its extents, as PyTorch has them.
    pub dims: Vec<usize>,
    /// Its extents in the file.
    pub stored: Vec<usize>,
    /// What it is made of.
    pub dtype: Dtype,
    /// Its bytes in the file.
    pub(crate) data: Cow<'a, [u8]>,
    pub(crate) is_big_endian: bool,
    pub(crate) places: Places,
}

/// What a tensor is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dtype {
    /// Single precision.
    F32,
    /// Double precision.
    F64,
    /// Half precision.
    F16,
    /// The upper half of single precision.
    Bf16,
    /// What no network is made of, by its name.
    Other(&'static str),
}

impl Dtype {
    /// The name in messages, and in files of safetensors.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::F32 => "F32",
            Self::F64 => "F64",
            Self::F16 => "F16",
            Self::Bf16 => "BF16",
            Self::Other(name) => name,
        }
    }
}

impl<'a> Entry<'a> {
    /// A tensor whose values lie row by row, little-endian, as many as the extents say.
    #[must_use]
    pub fn new(name: String, dtype: Dtype, dims: Vec<usize>, data: &'a [u8]) -> Self {
        let (written, stored, places) = (name.clone(), dims.clone(), Places::rows(&dims));
        Self { name, written, dims, stored, dtype, data: Cow::Borrowed(data), is_big_endian: false, places }
    }

    /// The same with bytes that may be nobody else's, the values of which lie in another order.
    pub(crate) fn lying(self, data: Cow<'a, [u8]>, places: Places, is_big_endian: bool) -> Self {
        Self { data, is_big_endian, places, ..self }
    }

    /// Single precision, all zeros, in place of what `written` has nothing for.
    pub(crate) fn zeros(name: String, written: &Self, dims: Vec<usize>) -> Self {
        let (places, data) = (Places::same(dims.len()), Cow::Borrowed(&[0; 4][..]));
        Self { name, dims, dtype: Dtype::F32, data, is_big_endian: false, places, ..written.clone() }
    }

    /// The values row by row, narrower ones exact; `None` if the tensor is made of something else.
    #[must_use]
    pub fn numbers(&self) -> Option<Vec<f64>> {
        match self.dtype {
            Dtype::F32 => Some(self.read(|bytes| f32::from_le_bytes(bytes).into())),
            Dtype::F64 => Some(self.read(f64::from_le_bytes)),
            Dtype::F16 => Some(self.read(|bytes| half::f16(u16::from_le_bytes(bytes)).into())),
            Dtype::Bf16 => Some(self.read(|bytes| half::bf16(u16::from_le_bytes(bytes)).into())),
            Dtype::Other(_) => None,
        }
    }

    /// The value of a tensor that is one whole number of 64 bits without a sign.
    #[must_use]
    pub fn whole(&self) -> Option<u64> {
        let bytes = <[u8; 8]>::try_from(&*self.data).ok().filter(|_| self.dtype == Dtype::Other("U64"))?;
        Some(u64::from_le_bytes(bytes))
    }

    fn read<const BYTES: usize>(&self, number: impl Fn([u8; BYTES]) -> f64) -> Vec<f64> {
        let stored = self.data.as_chunks().0;
        let (places, mut numbers) = (self.places.list(&self.dims), vec![0.0; self.dims.iter().product()]);
        let (places, out, mut i) = (places.as_deref(), &mut numbers[..], 0);
        while i < out.len() {
            let mut bytes: [u8; BYTES] = stored[if let Some(places) = places { places[i] } else { i }];
            if self.is_big_endian {
                bytes.reverse();
            }
            out[i] = number(bytes);
            i += 1;
        }
        numbers
    }

    /// The bytes of the values, row by row, if these are finite numbers of single precision and little-endian: nothing is to be computed then.
    pub(crate) fn finite_bytes(&self) -> Option<Vec<u8>> {
        if self.dtype != Dtype::F32 || self.is_big_endian {
            return None;
        }
        let stored = self.data.as_chunks().0;
        let (places, mut bytes) = (self.places.list(&self.dims), vec![[0; 4]; self.dims.iter().product()]);
        let (places, out, mut i) = (places.as_deref(), &mut bytes[..], 0);
        while i < out.len() {
            out[i] = stored[if let Some(places) = places { places[i] } else { i }];
            // All bits of the exponent: infinite, or no number.
            if out[i][3] & 0x7F == 0x7F && out[i][2] & 0x80 == 0x80 {
                return None;
            }
            i += 1;
        }
        Some(bytes.into_flattened())
    }

    /// The tensor with its first extent behind the others: its values row by row are then those of this one column by column.
    #[must_use]
    pub fn by_columns(&self) -> Self {
        let count = self.dims.len();
        let order: Vec<usize> = (1..=count).map(|i| i % count).collect();
        let dims = order.iter().map(|&i| self.dims[i]).collect();
        Self { dims, places: self.places.permuted(&order), ..self.clone() }
    }

    /// The extents' indices of the value that stands at `index` when the tensor is read row by row.
    #[must_use]
    pub fn coordinates(&self, mut index: usize) -> Vec<usize> {
        let mut coordinates = self.dims.clone();
        for extent in coordinates.iter_mut().rev() {
            (index, *extent) = (index / *extent, index % *extent);
        }
        coordinates
    }

    /// The tensor as a message names it: with the name that the file has for it, if that is another.
    #[must_use]
    pub fn shown(&self) -> String {
        let name = crate::names::shown(&self.name);
        if self.name == self.written {
            return format!("`{name}`");
        }
        format!("`{name}` (`{}` in the file)", crate::names::shown(&self.written))
    }
}
