//! The gate before the `safetensors` crate's parser, and its errors in our words.
//!
//! The parser is strict about types and the order of offsets, but trusts the header in four ways, so each is checked
//! here first: of two tensors with one name it keeps the last; offsets near 2^64 overflow its sum of sizes, which
//! panics in debug builds; it holds every value of the header in memory at 16 times its length on disk; and a header
//! may begin with white space, which the format forbids.

use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use ::safetensors::{SafeTensorError, SafeTensors};

use super::ReadError;
use nn_files::names::shown;

/// The longest header that the format allows.
const LONGEST: u64 = 100_000_000;
/// The most values in a header: a hundred thousand tensors, of ten values each.
const MOST_VALUES: usize = 1 << 20;

/// The header's length, from the first eight bytes of a file.
pub(super) fn length(first: [u8; 8]) -> Result<u64, ReadError> {
    let claimed = u64::from_le_bytes(first);
    if claimed > LONGEST { Err(ReadError::HeaderTooLarge { claimed, limit: LONGEST }) } else { Ok(claimed) }
}

/// Checks how the header begins, which tells most of what is no safetensors file.
pub(super) fn begins(header: &[u8]) -> Result<(), ReadError> {
    match header.first() {
        Some(b'{') => Ok(()),
        _ => Err(ReadError::Header { reason: String::from("it does not begin with `{`") }),
    }
}

/// The tensors of a whole file.
pub(super) fn open(bytes: &[u8]) -> Result<SafeTensors<'_>, ReadError> {
    let Some((first, rest)) = bytes.split_first_chunk() else {
        return Err(ReadError::TooShort { found: bytes.len() });
    };
    let claimed = length(*first)?;
    let split = usize::try_from(claimed).ok().and_then(|length| rest.split_at_checked(length));
    let Some((header, data)) = split else {
        return Err(ReadError::HeaderLength { claimed, available: rest.len() });
    };
    let mut names = names(header, data.len())?;
    names.sort_unstable();
    let text = |name| String::from_utf8_lossy(name).into_owned();
    if let Some(twice) = names.windows(2).find(|pair| pair[0] == pair[1]) {
        return Err(ReadError::Duplicate { tensor: text(twice[0]) });
    }
    let file = SafeTensors::deserialize(bytes).map_err(|error| explain(error, data.len()))?;
    // Names that differ only in how they are escaped are one name to the parser.
    if file.len() != names.len() {
        let escaped = names.iter().copied().find(|name| name.contains(&b'\\')).unwrap_or_default();
        return Err(ReadError::Duplicate { tensor: text(escaped) });
    }
    Ok(file)
}

/// The names in the outermost object, as they are spelled, in a header that need not be valid.
fn names(header: &[u8], data: usize) -> Result<Vec<&[u8]>, ReadError> {
    begins(header)?;
    let (mut names, mut last) = (Vec::new(), &header[..0]);
    let (mut depth, mut values, mut at) = (0_usize, 0, 0);
    while let Some(&byte) = header.get(at) {
        let start = at;
        at += 1;
        match byte {
            b'"' => {
                at = string_end(header, at);
                last = &header[start + 1..at];
                at += 1;
            }
            b'{' | b'[' => {
                depth += 1;
                values += 1;
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            b',' => values += 1,
            b':' if depth == 1 && last != b"__metadata__" => names.push(last),
            b'0'..=b'9' => {
                at = start + header[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
                // The smallest types pack two values into a byte; nothing else in a header is larger than the data.
                if number(&header[start..at]) > 2 * data {
                    return Err(ReadError::DataLength { available: data });
                }
            }
            _ => {}
        }
        if values > MOST_VALUES {
            return Err(ReadError::Header { reason: format!("it has more than {MOST_VALUES} values") });
        }
    }
    Ok(names)
}

/// Where the string that begins at `at` ends, its closing quote left out.
fn string_end(header: &[u8], mut at: usize) -> usize {
    while let Some(&byte) = header.get(at) {
        match byte {
            b'"' => return at,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    header.len()
}

fn number(digits: &[u8]) -> usize {
    digits.iter().fold(0, |number: usize, digit| number.saturating_mul(10).saturating_add((digit - b'0').into()))
}

fn explain(error: SafeTensorError, available: usize) -> ReadError {
    match error {
        SafeTensorError::InvalidOffset(tensor) => ReadError::Offsets { tensor },
        SafeTensorError::MetadataIncompleteBuffer => ReadError::DataLength { available },
        error => ReadError::Header { reason: shown(&error.to_string()) },
    }
}
