//! Files on their way to their place, and those that never came there.
//!
//! Whoever writes one holds a lock on it, which the system takes away with the process. So a file without a lock is
//! nobody's.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use tempfile::{Builder, NamedTempFile};

/// How the names begin of files that are to become `name`.
fn prefix(name: &OsStr) -> OsString {
    /// With the letters before and behind, names stay shorter than the 255 bytes that file systems allow.
    const LONGEST: usize = 50;
    let name: std::string::String = name.to_string_lossy().chars().take(LONGEST).collect();
    std::format!(".saving-{name}-").into()
}

/// A file of these bytes, on the disk under a name of its own; dropping it takes it away.
pub(super) fn stage(
    directory: &Path,
    name: &OsStr,
    old: Option<fs::Permissions>,
    bytes: &[u8],
) -> io::Result<NamedTempFile> {
    let prefix = prefix(name);
    let mut builder = Builder::new();
    builder.prefix(&prefix);
    #[cfg(unix)]
    if old.is_none() {
        // Temporary files are private by default; a new file gets what the user's umask leaves.
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    }
    let mut file = loop {
        let file = builder.tempfile_in(directory)?;
        // Where there are no locks, nobody can have one, and nothing is swept away.
        let locked = file.as_file().lock().is_ok();
        // Somebody may have come across it before it had its lock.
        if !locked || fs::exists(file.path())? {
            break file;
        }
    };
    if let Some(old) = old {
        file.as_file().set_permissions(old)?;
    }
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Takes away the files that were to become `name` and that nobody holds any more. What cannot be taken away stays.
pub(super) fn sweep(directory: &Path, name: &OsStr) {
    let prefix = prefix(name);
    let Ok(entries) = fs::read_dir(directory) else { return };
    for entry in entries.flatten() {
        let left = entry.file_name().as_encoded_bytes().starts_with(prefix.as_encoded_bytes());
        if left && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            let _ = remove_abandoned(&entry.path());
        }
    }
}

fn remove_abandoned(path: &Path) -> io::Result<()> {
    let file = File::options().read(true).write(true).open(path)?;
    file.try_lock()?;
    fs::remove_file(path)
}
