//! What can be wrong with an archive, and every text about it.

use std::fmt;

use crate::names::shown;

/// Why bytes are no archive of NumPy's arrays.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
#[expect(missing_docs, reason = "the texts say what the fields are")]
pub enum NpzError {
    /// There is no list of members at its end.
    NoDirectory,
    /// The list of members does not fit the file.
    Directory,
    /// A member does not lie where the list says.
    Member { member: String },
    /// A member is encrypted, or larger than 4 GiB.
    Beyond { member: String, what: &'static str },
    /// A member is packed in a way that NumPy does not use.
    Method { member: String, method: u16 },
    /// A member cannot be unpacked to the size that it should have.
    Packed { member: String },
    /// The members take more memory than allowed.
    TooLarge { most: usize },
    /// A member's bytes are not those that were written.
    Checksum { member: String },
    /// Two members have one name.
    Twice { member: String },
    /// A member is no array.
    Array { member: String, what: &'static str },
    /// A member has not as many bytes as its array takes.
    Size { member: String, dims: Vec<usize>, found: usize },
}

impl std::error::Error for NpzError {}

impl fmt::Display for NpzError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoDirectory => write!(f, "the archive has no list of its members at the end: the file is cut off"),
            Self::Directory => {
                write!(f, "the list of the archive's members is damaged: write or download the file again")
            }
            Self::Member { member } => {
                write!(f, "`{}` is not where the archive's list says: the file is damaged", shown(member))
            }
            Self::Beyond { member, what } => write!(f, "`{}` {what}: save it by `numpy.savez`", shown(member)),
            Self::Method { member, method } => {
                write!(
                    f,
                    "`{}` is packed by method {method}: save it by `numpy.savez` or `savez_compressed`",
                    shown(member)
                )
            }
            Self::Packed { member } => {
                write!(f, "`{}` cannot be unpacked: write or download the file again", shown(member))
            }
            Self::TooLarge { most } => {
                write!(f, "the arrays take more than {most} bytes, unpacked: this is the file of a larger network")
            }
            Self::Checksum { member } => {
                write!(
                    f,
                    "`{}` has another checksum than it was written with: write or download the file again",
                    shown(member)
                )
            }
            Self::Twice { member } => write!(f, "`{}` is in the archive twice", shown(member)),
            Self::Array { member, what } => write!(f, "`{}` is no array of NumPy: {what}", shown(member)),
            Self::Size { member, dims, found } => {
                write!(
                    f,
                    "`{}` should be an array of the shape {dims:?}, but has {found} bytes of values",
                    shown(member)
                )
            }
        }
    }
}
