//! Replacing a file as a whole or not at all.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::SaveError;
use super::staged::{self, stage};

/// Puts a file of these bytes at `path`.
///
/// The bytes reach the disk under another name in the same directory before that file is renamed, so there is no moment
/// at which `path` is cut off. Every error before the renaming takes the other file away again; what a process that was
/// killed has left goes with the next save to the same path.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    let name = file_name(path).ok_or_else(|| SaveError::NoFileName { path: path.into() })?;
    // Renaming over a symbolic link would replace the link, not the file that it leads to.
    let target = &follow(path);
    let name = target.file_name().unwrap_or(name);
    let failed = |step| move |error| SaveError::Io { path: target.clone(), step, error };
    let old = match fs::metadata(target) {
        Ok(old) if !old.is_file() => return Err(SaveError::NotAFile { path: path.into() }),
        // Renaming asks for no right to write the old file, but whoever protected it meant it.
        Ok(old) if old.permissions().readonly() => return Err(SaveError::ReadOnly { path: path.into() }),
        Ok(old) => Some(old.permissions()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(failed("look at")(error)),
    };
    let directory = match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    staged::sweep(directory, name);
    let staged = stage(directory, name, old, bytes).map_err(failed("write a new file beside"))?;
    staged.persist(target).map_err(|error| failed("replace")(error.error))?;
    flush(directory).map_err(|error| SaveError::Flush { path: path.into(), error })
}

/// The name of the file that `path` ends with, if it ends with one: `""`, `models/` and `..` do not.
pub(crate) fn file_name(path: &Path) -> Option<&std::ffi::OsStr> {
    let ends = |name: &std::ffi::OsStr| path.as_os_str().as_encoded_bytes().ends_with(name.as_encoded_bytes());
    path.file_name().filter(|name| path.is_dir() || ends(name))
}

/// The file that `path` leads to, whether it is there or not.
fn follow(path: &Path) -> PathBuf {
    /// As many links as Linux follows; what leads further is refused by whoever looks at the file.
    const MOST: usize = 40;
    let mut target = path.to_path_buf();
    for _ in 0..MOST {
        let Ok(link) = fs::read_link(&target) else { break };
        target = target.parent().unwrap_or(Path::new("")).join(link);
    }
    fs::canonicalize(&target).unwrap_or(target)
}

/// Makes the renaming itself outlast a power cut, where directories can be opened and flushed.
fn flush(directory: &Path) -> io::Result<()> {
    if cfg!(not(unix)) {
        return Ok(());
    }
    // A directory may allow files to be made in it and yet not to be opened itself.
    let Ok(directory) = File::open(directory) else { return Ok(()) };
    match directory.sync_all() {
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
        done => done,
    }
}
