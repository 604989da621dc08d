//! What can go wrong, and every text about it.
//!
//! `Display` tells the whole story, the file's path and the cause included, so these errors have no `source`.

use std::format;
use std::io;
use std::path::PathBuf;
use std::string::String;
use std::vec::Vec;

use thiserror::Error;

use nn_files::OptionError;
use nn_files::npz::NpzError;

use super::names::{self, shown};

/// Why parameters were not saved.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum SaveError {
    /// The file system refused; the file that stood there is unchanged.
    #[error("cannot {step} `{}`: {error}; a file that stood there is unchanged", path.display())]
    Io {
        /// Where to.
        path: PathBuf,
        /// What was tried.
        step: &'static str,
        /// What the file system said.
        error: io::Error,
    },
    /// The path ends with no file's name; nothing was written.
    #[error("`{}` names no file: add the file's own name, as in `model.safetensors`", path.display())]
    NoFileName {
        /// Where to.
        path: PathBuf,
    },
    /// Something that is no file stands in the way.
    #[error("`{}` is a directory or a device: name a file to save to", path.display())]
    NotAFile {
        /// Where to.
        path: PathBuf,
    },
    /// A file that may not be written stands in the way.
    #[error("`{}` is write-protected: save elsewhere, or make it writable", path.display())]
    ReadOnly {
        /// Where to.
        path: PathBuf,
    },
    /// The new file is in place, but the directory could not be flushed: a power cut may still undo the save.
    #[error("`{}` was saved, but its directory could not be flushed to the disk: {error}", path.display())]
    Flush {
        /// Where to.
        path: PathBuf,
        /// What the file system said.
        error: io::Error,
    },
    /// The parameters themselves cannot be saved; nothing was written.
    #[error("nothing was saved to `{}`: {error}", path.display())]
    Content {
        /// Where to.
        path: PathBuf,
        /// Why not.
        error: WriteError,
    },
}

/// Why parameters cannot be written as safetensors.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum WriteError {
    /// A value is infinite or NaN, so the file could not be loaded again.
    #[error(
        "`{tensor}{index:?}` is {value}, and only finite values are saved: \
         if this came out of training, try a lower learning rate or clip the gradient"
    )]
    NotFinite {
        /// The tensor's name.
        tensor: String,
        /// Where in the tensor, one index for each extent.
        index: Vec<usize>,
        /// The value.
        value: f64,
    },
    /// The header would be larger than the format allows.
    #[error("the header cannot be written: {reason}")]
    Header {
        /// What the format has against it.
        reason: String,
    },
    /// The tensors do not describe the parameters.
    #[error(transparent)]
    Tensors(#[from] TensorsError),
}

/// Why parameters were not loaded from a file; they are what they were.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum LoadError {
    /// The file system refused.
    #[error("cannot read `{}`: {error}", path.display())]
    Io {
        /// Where from.
        path: PathBuf,
        /// What the file system said.
        error: io::Error,
    },
    /// The file is far larger than these parameters could ever be, so it was not read.
    #[error(
        "`{}` holds more than {limit} bytes, and {parameters} parameters need far fewer: this is the file of a larger network",
        path.display()
    )]
    TooLarge {
        /// Where from.
        path: PathBuf,
        /// The most that would have been read.
        limit: u64,
        /// The number of parameters to load.
        parameters: usize,
    },
    /// The file's content cannot be loaded.
    #[error("`{}`: {error}", path.display())]
    Content {
        /// Where from.
        path: PathBuf,
        /// Why not.
        error: ReadError,
    },
}

/// Why parameters were not read from bytes; they are what they were.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum ReadError {
    /// There is not even the header's length.
    #[error("a safetensors file begins with 8 bytes, found {found}: the file is empty or cut off")]
    TooShort {
        /// The number of bytes there are.
        found: usize,
    },
    /// The header is said to be longer than what there is.
    #[error(
        "the header should be {claimed} bytes long, but {available} follow: the file is cut off, or is no safetensors file"
    )]
    HeaderLength {
        /// The header's length as the first eight bytes have it.
        claimed: u64,
        /// The number of bytes behind those.
        available: usize,
    },
    /// The header is said to be longer than the format allows.
    #[error("the header should be {claimed} bytes long, but the format allows {limit}: this is no safetensors file")]
    HeaderTooLarge {
        /// The header's length as the first eight bytes have it.
        claimed: u64,
        /// The longest header.
        limit: u64,
    },
    /// The header is not what the format asks for.
    #[error("the header is damaged: {reason}; write or download the file again")]
    Header {
        /// What is wrong with it.
        reason: String,
    },
    /// The tensors do not fill the data exactly.
    #[error(
        "the tensors that the header lists do not fill the {available} bytes behind it exactly: \
         the file is cut off or was added to; write or download it again"
    )]
    DataLength {
        /// The number of bytes behind the header.
        available: usize,
    },
    /// A tensor's bytes overlap those of another, or leave a hole.
    #[error(
        "the bytes of `{}` overlap another tensor's or leave a hole: write or download the file again",
        shown(tensor)
    )]
    Offsets {
        /// The tensor's name.
        tensor: String,
    },
    /// Two tensors have one name.
    #[error("`{}` is in the file twice: write or download the file again", shown(tensor))]
    Duplicate {
        /// The tensor's name.
        tensor: String,
    },
    /// The file lacks a tensor.
    #[error("`{tensor}` is missing from the file{}", instead(tensor, nearest.as_deref(), unused))]
    Missing {
        /// The tensor's name.
        tensor: String,
        /// What the file probably has in its place: a name that is alike, or the first tensor of that shape in such a
        /// place.
        nearest: Option<String>,
        /// All tensors of the file that the network lacks.
        unused: Vec<String>,
    },
    /// The file has tensors that the network lacks.
    #[error("the file has {}, which this network lacks: leave {} out when saving, or add {}", names::listed(tensors),
        if tensors.len() == 1 { "it" } else { "them" }, if tensors.len() == 1 { "its layer" } else { "their layers" })]
    Extra {
        /// Their names.
        tensors: Vec<String>,
    },
    /// A tensor is made of other numbers than it should be: in a network, those of floating point with at least 16
    /// bits.
    #[error(
        "`{tensor}` is made of {found}, expected F16, BF16, F32 or F64: \
         convert it first (`.float()` in PyTorch, `.astype(\"float32\")` in NumPy)"
    )]
    Dtype {
        /// The tensor's name.
        tensor: String,
        /// What it is made of, as the file has it.
        found: String,
    },
    /// A tensor has other extents than the network's.
    #[error("`{tensor}` has the shape {found:?}, expected {expected:?}{}", transposed(expected, found))]
    Shape {
        /// The tensor's name.
        tensor: String,
        /// The extents that the network has.
        expected: Vec<usize>,
        /// The extents that the file has.
        found: Vec<usize>,
    },
    /// A value is infinite or NaN.
    #[error("`{tensor}{index:?}` is {value}, expected a finite value: the network was saved after it had diverged")]
    NotFinite {
        /// The tensor's name.
        tensor: String,
        /// Where in the tensor, one index for each extent.
        index: Vec<usize>,
        /// The value.
        value: f64,
    },
    /// A double-precision value is too large for the network's scalar.
    #[error("`{tensor}{index:?}` is {value:e}, which is beyond `f32`: load into the `f64` network")]
    Overflow {
        /// The tensor's name.
        tensor: String,
        /// Where in the tensor, one index for each extent.
        index: Vec<usize>,
        /// The value.
        value: f64,
    },
    /// The file is one of NumPy's, and damaged.
    #[error(transparent)]
    Npz(#[from] NpzError),
    /// The options do not suit the file.
    #[error(transparent)]
    Options(#[from] OptionError),
    /// More than one thing is wrong.
    #[error("{}", several(errors, unused, help.as_deref()))]
    Several {
        /// All of them.
        errors: Vec<ReadError>,
        /// If tensors are missing, those of the file that the network lacks.
        unused: Vec<String>,
        /// What to write so that these are read as those that are missing, if that is known.
        help: Option<String>,
    },
    /// The tensors do not describe the parameters.
    #[error(transparent)]
    Tensors(#[from] TensorsError),
}

impl ReadError {
    /// All that is wrong, one by one.
    #[must_use]
    pub fn mistakes(&self) -> &[Self] {
        match self {
            Self::Several { errors, .. } => errors,
            one => std::slice::from_ref(one),
        }
    }
}

/// How an implementation of [`Parameters`](crate::Parameters) by hand contradicts itself.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum TensorsError {
    /// Two tensors have one name.
    #[error("two tensors are called `{tensor}`: rename one of their layers")]
    DuplicateName {
        /// The name.
        tensor: String,
    },
    /// A tensor has the one name that the format keeps to itself.
    #[error("no tensor can be called `__metadata__`, the format keeps that name to itself: rename it")]
    ReservedName,
    /// The tensors are not as many values as the parameters.
    #[error(
        "the tensors are {tensors} values in all, but `PARAMETERS` is {parameters}: make `tensors` visit every field"
    )]
    Length {
        /// The number of values in all tensors.
        tensors: usize,
        /// The number of parameters.
        parameters: usize,
    },
}

fn instead(tensor: &str, nearest: Option<&str>, unused: &[String]) -> String {
    if unused.is_empty() {
        return String::from(": was it saved from another network?");
    }
    let fix = match nearest {
        _ if unused.iter().any(|name| nn_files::is_of_keras(name)) => String::from(names::KERAS),
        Some(nearest) => names::help(tensor, nearest),
        None => String::from("it was saved from another network, or its tensors are to be renamed"),
    };
    format!(", which has {} that nothing takes\nhelp: {fix}", names::listed(unused))
}

fn several(errors: &[ReadError], unused: &[String], help: Option<&str>) -> String {
    /// More are not told one by one.
    const MOST: usize = 12;
    let told = errors.iter().take(MOST).map(|error| match error {
        ReadError::Missing { tensor, nearest: Some(near), .. } => {
            format!("`{tensor}` is missing; the nearest that nothing takes is `{}`", shown(near))
        }
        ReadError::Missing { tensor, .. } => format!("`{tensor}` is missing"),
        error => format!("{error}"),
    });
    let mut lines = Vec::from([format!("{} mistakes in this file, or in what it is loaded into:", errors.len())]);
    lines.extend(told);
    if errors.len() > MOST {
        lines.push(format!("and {} more", errors.len() - MOST));
    }
    if !unused.is_empty() {
        lines.push(format!("nothing takes {} of the file", names::listed(unused)));
    }
    lines.extend(help.map(|help| format!("help: {help}")));
    lines.join("\n")
}

fn transposed(expected: &[usize], found: &[usize]) -> &'static str {
    if expected.len() == 2 && expected.iter().eq(found.iter().rev()) {
        ": transpose it first (PyTorch stores `[outputs, inputs]`, Keras and burn the reverse), or load a `kernel` of Keras's with \
         `LoadOptions::new().layout(Layout::Keras)`"
    } else {
        ": was it saved from another network?"
    }
}
