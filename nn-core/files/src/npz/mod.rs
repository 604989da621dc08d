//! NumPy's archives: `numpy.savez` and `numpy.savez_compressed`.
//!
//! An archive is a zip file with one member `NAME.npy` for each array: a line of Python that says what is in it, and its values. As of any file,
//! nothing in it is believed. The values of members that are not packed are not copied; of a packed one no more is unpacked
//! than its array takes.

mod error;
mod header;
mod zip;

pub use error::NpzError;

use std::borrow::Cow;
use std::collections::HashSet;

use crate::Entry;
use crate::places::Places;
use header::Header;

/// Whether bytes begin as an archive does, and not as a file of safetensors.
#[must_use]
pub fn begins(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// The arrays of an archive, in its order.
///
/// # Errors
///
/// If the bytes are no such archive, or its arrays take more than `most` bytes, unpacked.
pub fn parse(bytes: &[u8], most: usize) -> Result<Vec<Entry<'_>>, NpzError> {
    let members = zip::members(bytes)?;
    let mut left = most;
    let (mut entries, mut names) = (Vec::with_capacity(members.len()), HashSet::new());
    for member in members {
        if !member.is_stored() {
            left = left.checked_sub(member.size).ok_or(NpzError::TooLarge { most })?;
        }
        let content = member.content(bytes)?;
        let name = member.name.strip_suffix(".npy").unwrap_or(&member.name).to_owned();
        if !names.insert(name.clone()) {
            return Err(NpzError::Twice { member: name });
        }
        let (header, start) = Header::parse(&content).map_err(|what| NpzError::Array { member: name.clone(), what })?;
        let data = match content {
            Cow::Borrowed(bytes) => Cow::Borrowed(&bytes[start..]),
            Cow::Owned(mut bytes) => {
                bytes.drain(..start);
                Cow::Owned(bytes)
            }
        };
        if !header.takes(data.len()) {
            return Err(NpzError::Size { member: name, dims: header.dims, found: data.len() });
        }
        let Header { dtype, dims, by_columns, is_big_endian, .. } = header;
        let places = if by_columns { Places::columns(&dims) } else { Places::rows(&dims) };
        entries.push(Entry::new(name, dtype, dims, &[]).lying(data, places, is_big_endian));
    }
    Ok(entries)
}

#[cfg(test)]
mod tests;
