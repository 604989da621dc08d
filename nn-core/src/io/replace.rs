//! Replacing a file as a whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use tempfile::{Builder, NamedTempFile};

use super::SaveError;

/// Puts a file of these bytes at `path`.
///
/// The bytes reach the disk under another name in the same directory before that file is renamed, so there is no moment
/// at which `path` is cut off. Every error before the renaming takes the other file away again.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    let failed = |step| move |error| SaveError::Io { path: path.into(), step, error };
    // Renaming over a symbolic link would replace the link, not the file that it leads to.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.into());
    let old = match fs::metadata(&target) {
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
    let staged = stage(directory, old, bytes).map_err(failed("write a new file beside"))?;
    staged.persist(&target).map_err(|error| failed("replace")(error.error))?;
    flush(directory).map_err(|error| SaveError::Flush { path: path.into(), error })
}

/// A file of these bytes, on the disk under a name of its own; dropping it takes it away.
pub(super) fn stage(directory: &Path, old: Option<fs::Permissions>, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".saving-");
    #[cfg(unix)]
    if old.is_none() {
        // Temporary files are private by default; a new file gets what the user's umask leaves.
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(directory)?;
    if let Some(old) = old {
        file.as_file().set_permissions(old)?;
    }
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
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
