//! What can be wrong with a file, and every text about it.

use std::fmt;
use std::str::Utf8Error;

use super::LONGEST_HEADER;
use super::json::JsonError;
use crate::Dtype;
use crate::names::shown;

/// Why bytes are no safetensors file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
#[expect(missing_docs, reason = "the texts say what the fields are")]
pub enum Error {
    /// There is not even the header's length.
    TooShort { found: usize },
    /// The header is said to be longer than the format allows.
    HeaderTooLarge { claimed: u64 },
    /// The header is said to be longer than what there is.
    HeaderLength { claimed: u64, available: usize },
    /// The header is no JSON object.
    NoObject,
    /// The header is no text.
    Utf8(Utf8Error),
    /// The header is no JSON, or names a tensor twice.
    Json(JsonError),
    /// A tensor lacks one of its three fields, or one is of the wrong kind.
    Fields { tensor: String },
    /// A tensor is made of something that the format does not know.
    UnknownDtype { tensor: String, found: String },
    /// A tensor's bytes are not as many as its type and extents need.
    Size { tensor: String, dtype: Dtype, dims: Vec<usize>, start: usize, end: usize },
    /// A tensor does not begin where the one before it ends.
    Offsets { tensor: String, expected: usize, found: usize },
    /// A tensor ends behind the end of the file.
    Truncated { tensor: String, end: usize, available: usize },
    /// There is more data than the tensors use.
    TrailingData { filled: usize, available: usize },
}

impl From<Utf8Error> for Error {
    fn from(error: Utf8Error) -> Self {
        Self::Utf8(error)
    }
}

impl From<JsonError> for Error {
    fn from(error: JsonError) -> Self {
        Self::Json(error)
    }
}

impl std::error::Error for Error {}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooShort { found } => {
                write!(f, "a safetensors file begins with 8 bytes, found {found}: the file is empty or cut off")
            }
            Self::HeaderTooLarge { claimed } => {
                write!(f, "the header should be {claimed} bytes long, but the format allows {LONGEST_HEADER}: ")?;
                write!(f, "this is no safetensors file")
            }
            Self::HeaderLength { claimed, available } => {
                write!(f, "the header should be {claimed} bytes long, but {available} follow: ")?;
                write!(f, "the file is cut off, or is no safetensors file")
            }
            Self::NoObject => write!(f, "the header is damaged: it should be a JSON object"),
            Self::Utf8(error) => write!(f, "the header is damaged: {error}"),
            Self::Json(error) => write!(f, "the header is damaged: {error}"),
            Self::Fields { tensor } => {
                write!(f, "the header is damaged: `{}` should have a `dtype`, a `shape` of sizes ", shown(tensor))?;
                write!(f, "and two `data_offsets`")
            }
            Self::UnknownDtype { tensor, found } => {
                write!(f, "`{}` is made of {}, which is no type of the format", shown(tensor), shown(found))
            }
            Self::Size { tensor, dtype, dims, start, end } => {
                write!(f, "the header is damaged: `{}` of {} and shape {dims:?} ", shown(tensor), dtype.name())?;
                write!(f, "cannot fill the bytes from {start} to {end}")
            }
            Self::Offsets { tensor, expected, found } => {
                write!(f, "the header is damaged: `{}` begins at byte {found} of the data, ", shown(tensor))?;
                write!(f, "but the tensor before it ends at {expected}")
            }
            Self::Truncated { tensor, end, available } => {
                write!(f, "`{}` ends at byte {end} of the data, but there are {available}: ", shown(tensor))?;
                write!(f, "the file is cut off")
            }
            Self::TrailingData { filled, available } => {
                write!(f, "the tensors end at byte {filled} of the data, but there are {available}: ")?;
                write!(f, "something was added to the file")
            }
        }
    }
}
