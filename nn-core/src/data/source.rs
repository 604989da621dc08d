//! What a file holds, packed or not.

use std::boxed::Box;
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

/// The content of a file, unpacked if its name ends with `.gz`.
pub(super) fn open(path: &Path) -> io::Result<Box<dyn Read>> {
    let file = BufReader::new(File::open(path)?);
    if path.extension().is_some_and(|extension| extension == "gz") { unpack(file) } else { Ok(Box::new(file)) }
}

#[cfg(feature = "gzip")]
#[expect(clippy::unnecessary_wraps, reason = "without the feature it is an error")]
fn unpack(file: BufReader<File>) -> io::Result<Box<dyn Read>> {
    Ok(Box::new(flate2::bufread::MultiGzDecoder::new(file)))
}

#[cfg(not(feature = "gzip"))]
fn unpack(_: BufReader<File>) -> io::Result<Box<dyn Read>> {
    Err(io::Error::new(io::ErrorKind::Unsupported, "it is packed: unpack it, or switch on the feature `gzip`"))
}

/// The file itself, or the packed one beside it.
pub(super) fn packed_or_not(path: &Path) -> Option<PathBuf> {
    let mut packed = OsString::from(path);
    packed.push(".gz");
    [path.to_path_buf(), packed.into()].into_iter().find(|path| path.exists())
}
