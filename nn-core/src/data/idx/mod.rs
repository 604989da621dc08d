//! IDX, the format of MNIST's files.
//!
//! ```text
//! 00 00 08 03  count  28  28  pixels: count x 28 x 28 bytes
//! 00 00 08 01  count          labels: count bytes
//! ```
//!
//! `08` stands for unsigned bytes, `03` and `01` for the number of extents; each is 32 bits, big end first.

mod error;
mod images;
#[cfg(test)]
mod tests;

pub use error::IdxError;
pub use images::{Images, mnist};

use std::format;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::vec::Vec;

use super::source;
use crate::scalar::Scalar;

/// An IDX file: values with extents, the first of which counts the samples.
///
/// # Examples
///
/// ```
/// use static_nn::data::Idx;
///
/// // Two samples of three signed bytes.
/// let path = std::env::temp_dir().join(format!("idx-{}", std::process::id()));
/// std::fs::write(&path, [0, 0, 9, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 255])?;
/// let idx = Idx::open(&path)?;
/// assert_eq!(idx.extents(), [2, 3]);
/// assert_eq!(idx.samples::<f32, 3>()?, [[1.0, 2.0, 3.0], [4.0, 5.0, -1.0]]);
/// # std::fs::remove_file(path)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Idx {
    file: PathBuf,
    kind: Kind,
    extents: Vec<usize>,
    bytes: Vec<u8>,
}

/// What the values are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    U8,
    I8,
    I16,
    I32,
    F32,
    F64,
}

impl Kind {
    fn new(code: u8) -> Option<Self> {
        Some(match code {
            0x08 => Self::U8,
            0x09 => Self::I8,
            0x0b => Self::I16,
            0x0c => Self::I32,
            0x0d => Self::F32,
            0x0e => Self::F64,
            _ => return None,
        })
    }

    const fn size(self) -> usize {
        match self {
            Self::U8 | Self::I8 => 1,
            Self::I16 => 2,
            Self::I32 | Self::F32 => 4,
            Self::F64 => 8,
        }
    }
}

impl Idx {
    /// Reads a file; if it is not there, the one of that name with `.gz` behind it (feature `gzip`).
    ///
    /// # Errors
    ///
    /// [`IdxError`] if it cannot be read, or is not exactly as long as its header says. No more of it is read than
    /// that.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, IdxError> {
        let path = path.as_ref();
        let file = source::packed_or_not(path).ok_or_else(|| IdxError::Missing { file: path.into() })?;
        let unreadable = |error| IdxError::Io { file: file.clone(), error };
        let mut reader = source::open(&file).map_err(unreadable)?;
        let (mut header, mut bytes) = (Vec::new(), Vec::new());
        let mut read = |bytes: &mut Vec<u8>, count| reader.by_ref().take(count).read_to_end(bytes).map_err(unreadable);

        read(&mut header, 4)?;
        let length = |expected, found| IdxError::Length { file: file.clone(), expected, found };
        let Some(&magic) = header.first_chunk() else { return Err(length(8, header.len() as u128)) };
        let magic_error = || IdxError::Magic { file: file.clone(), found: magic };
        let [0, 0, code, dimensions] = magic else { return Err(magic_error()) };
        let kind = Kind::new(code).ok_or_else(magic_error)?;
        let end = 4 + 4 * usize::from(dimensions);
        read(&mut header, end as u64 - 4)?;
        if header.len() != end {
            return Err(length(end as u128, header.len() as u128));
        }
        let extents: Vec<u32> = header[4..].as_chunks().0.iter().map(|extent| u32::from_be_bytes(*extent)).collect();
        // So many extents that even this is too small a number, no file has.
        let count = extents.iter().fold(1_u128, |count, extent| count.saturating_mul((*extent).into()));
        let expected = count.saturating_mul(kind.size() as u128);
        read(&mut bytes, u64::try_from(expected).unwrap_or(u64::MAX).saturating_add(1))?;
        if bytes.len() as u128 != expected {
            return Err(length(expected.saturating_add(end as u128), (bytes.len() + end) as u128));
        }
        Ok(Self { file, kind, extents: extents.into_iter().map(|extent| extent as usize).collect(), bytes })
    }

    /// The extents; the first counts the samples.
    #[must_use]
    pub fn extents(&self) -> &[usize] {
        &self.extents
    }

    /// Every sample as its `N` values, the nearest that the scalar has: pixels from 0 to 255.
    ///
    /// # Errors
    ///
    /// [`IdxError::Extents`] if the samples have another number of values.
    pub fn samples<T: Scalar, const N: usize>(&self) -> Result<Vec<[T; N]>, IdxError> {
        match &self.extents[..] {
            [count, sample @ ..] if sample.iter().product::<usize>() == N => {
                let sample = |sample| core::array::from_fn(|value| T::from_f64(self.value(sample * N + value)));
                Ok((0..*count).map(sample).collect())
            }
            _ => Err(self.extents_error(&format!("a count and samples of {N} values"))),
        }
    }

    /// Every value as a class from 0 to `classes - 1`.
    ///
    /// # Errors
    ///
    /// [`IdxError`] if there is more than one value for a sample, or one is no class.
    pub fn labels(&self, classes: usize) -> Result<Vec<usize>, IdxError> {
        let &[count] = &self.extents[..] else { return Err(self.extents_error("a count alone, of labels")) };
        let label = |index| {
            let found = self.value(index);
            // A count of classes that a double cannot hold is larger than any label.
            let valid = found >= 0.0 && found < classes as f64 && found % 1.0 == 0.0;
            let error = IdxError::Label { file: self.file.clone(), index, found, classes };
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "it is a whole number below a count"
            )]
            if valid { Ok(found as usize) } else { Err(error) }
        };
        (0..count).map(label).collect()
    }

    fn extents_error(&self, expected: &str) -> IdxError {
        IdxError::Extents { file: self.file.clone(), expected: expected.into(), found: self.extents.clone() }
    }

    fn value(&self, index: usize) -> f64 {
        fn at<const B: usize>(bytes: &[u8], index: usize) -> [u8; B] {
            bytes.as_chunks().0[index]
        }
        match self.kind {
            Kind::U8 => self.bytes[index].into(),
            Kind::I8 => i8::from_be_bytes(at(&self.bytes, index)).into(),
            Kind::I16 => i16::from_be_bytes(at(&self.bytes, index)).into(),
            Kind::I32 => i32::from_be_bytes(at(&self.bytes, index)).into(),
            Kind::F32 => f32::from_be_bytes(at(&self.bytes, index)).into(),
            Kind::F64 => f64::from_be_bytes(at(&self.bytes, index)),
        }
    }
}
