//! Why a run could not be gone on with, or not be written.

use std::path::PathBuf;
use std::string::{String, ToString};

use crate::io::{LoadError, ReadError};

/// Why a checkpoint could not be read, does not belong to the run, or could not be written.
///
/// Whatever is wrong with one to go on from is found before anything is changed.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum CheckpointError {
    /// The file system refused to read it.
    #[error("cannot read `{}`: {reason}", path.display())]
    Read {
        /// Where from.
        path: PathBuf,
        /// What the file system said.
        reason: String,
    },
    /// It is far larger than this run could ever need, so it was not read.
    #[error(
        "`{}` holds more than {limit} bytes, and a run with {parameters} parameters needs far fewer: \
         this is no checkpoint of it",
        path.display()
    )]
    TooLarge {
        /// Where from.
        path: PathBuf,
        /// The most that would have been read.
        limit: u64,
        /// The number of parameters.
        parameters: usize,
    },
    /// It is damaged, or that of another network.
    #[error("`{}`: {error}", path.display())]
    Content {
        /// Where from.
        path: PathBuf,
        /// What is wrong with it.
        error: ReadError,
    },
    /// It holds parameters, but no training run.
    #[error("`{}` is no checkpoint: it holds no training run. A network alone is loaded, not resumed", path.display())]
    NoRun {
        /// Where from.
        path: PathBuf,
    },
    /// It was written by a run with other settings.
    #[error("`{}` belongs to another run: its {setting} is {found}, but here it is {expected}", path.display())]
    AnotherRun {
        /// Where from.
        path: PathBuf,
        /// The first setting that differs.
        setting: String,
        /// What it is in the run that was to go on.
        expected: String,
        /// What it is in the file.
        found: String,
    },
    /// The latest and the best epoch were to go to the same file.
    #[error("`{}` is to hold both the latest and the best epoch: one of them goes to another file", path.display())]
    SamePlace {
        /// Where to.
        path: PathBuf,
    },
    /// More epochs are done than are asked for.
    #[error(
        "`{}` was written after epoch {done}, but there are to be {epochs} in all: `epochs` counts those that are done, too",
        path.display()
    )]
    Epochs {
        /// Where from.
        path: PathBuf,
        /// How many epochs are done.
        done: usize,
        /// How many are asked for.
        epochs: usize,
    },
    /// Its tensors contradict each other.
    #[error("`{}` is damaged: {what}", path.display())]
    Damaged {
        /// Where from.
        path: PathBuf,
        /// What is not as it should be.
        what: &'static str,
    },
    /// The path to write to ends with no file's name.
    #[error("`{}` names no file to write to: add the file's own name, as in `run.safetensors`", path.display())]
    NoFileName {
        /// Where to.
        path: PathBuf,
    },
    /// The directory to write to is not there.
    #[error("`{}` could not be written: its directory does not exist", path.display())]
    Directory {
        /// Where to.
        path: PathBuf,
    },
    /// It could not be written; a file that stood there is unchanged.
    #[error("after epoch {epoch}: {reason}")]
    Write {
        /// The epoch that is done, counted from 1.
        epoch: usize,
        /// What went wrong, and where.
        reason: String,
    },
}

impl From<LoadError> for CheckpointError {
    fn from(error: LoadError) -> Self {
        match error {
            LoadError::Io { path, error } => Self::Read { path, reason: error.to_string() },
            LoadError::TooLarge { path, limit, parameters } => Self::TooLarge { path, limit, parameters },
            LoadError::Content { path, error } => Self::Content { path, error },
        }
    }
}
