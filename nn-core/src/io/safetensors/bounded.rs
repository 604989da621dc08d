//! The bytes of a file, and no more of them than it can need.
//!
//! A path is whatever a user or a configuration says: a device without an end, a hole of gigabytes, the file of
//! something else. So what is read at all is what begins as a file of safetensors or of NumPy does and is no longer than that of these
//! parameters could ever be.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::vec::Vec;

use nn_files::npz;

use super::{LoadError, header};

/// How many numbers a file may have for each parameter: a checkpoint has what the optimizer remembers and the best
/// parameters besides, and of another run's file it is to be said what differs.
const TIMES: u64 = 16;
/// The numbers that the history has of an epoch.
const EPOCH: u64 = 6;
/// The bytes of data that any file may have: the history of more than a million epochs, or the tensors of another small
/// network, of which it is to be said that they do not fit.
const ROOM: u64 = 64 << 20;
/// The bytes of a header that any file may have, and those that it may have for each parameter, of which a tensor has
/// at least one.
const HEADER_ROOM: u64 = 16 << 20;
const HEADER_TIMES: u64 = 1 << 10;

/// The bytes of a file that may be that of `parameters` parameters, alone or in a training run of `epochs` epochs.
pub(crate) fn read(path: &Path, parameters: usize, epochs: usize) -> Result<Vec<u8>, LoadError> {
    let content = |error| LoadError::Content { path: path.into(), error };
    let failed = |error| LoadError::Io { path: path.into(), error };
    let too_large = |limit| LoadError::TooLarge { path: path.into(), limit, parameters };
    let mut file = File::open(path).map_err(failed)?;
    let mut bytes = Vec::new();
    read_up_to(9, &mut file, &mut bytes).map_err(failed)?;
    let Some((&first, begin @ [_])) = bytes.split_first_chunk() else { return Ok(bytes) };
    let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    let header = if npz::begins(&first) { 0 } else { header::length(first).map_err(content)? };
    if !npz::begins(&first) {
        header::begins(if header > 0 { begin } else { &[] }).map_err(content)?;
    }
    let header_limit = HEADER_ROOM.saturating_add(HEADER_TIMES.saturating_mul(count(parameters)));
    if header > header_limit {
        return Err(too_large(header_limit));
    }
    let numbers = TIMES.saturating_mul(count(parameters)).saturating_add(EPOCH.saturating_mul(count(epochs)));
    let limit = (8 + header + ROOM).saturating_add(numbers.saturating_mul(8));
    let metadata = file.metadata().map_err(failed)?;
    if metadata.is_file() && metadata.len() > limit {
        return Err(too_large(limit));
    }
    let known = usize::try_from(if metadata.is_file() { metadata.len() } else { 0 }).unwrap_or(usize::MAX);
    bytes.try_reserve_exact(known.saturating_sub(bytes.len())).map_err(io::Error::from).map_err(failed)?;
    // A file may grow while it is read, and a device has no length.
    read_up_to(limit.saturating_add(1), &mut file, &mut bytes).map_err(failed)?;
    if count(bytes.len()) > limit { Err(too_large(limit)) } else { Ok(bytes) }
}

/// Reads on, until there are `length` bytes in all or the file ends.
fn read_up_to(length: u64, file: &mut File, bytes: &mut Vec<u8>) -> io::Result<()> {
    file.take(length.saturating_sub(bytes.len() as u64)).read_to_end(bytes)?;
    Ok(())
}
