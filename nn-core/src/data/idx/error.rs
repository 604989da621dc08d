//! Why an IDX file could not be read, or does not hold what it should.

use std::format;
use std::io;
use std::path::PathBuf;
use std::string::String;
use std::vec::Vec;

use thiserror::Error;

/// Why samples or labels could not be read from IDX files.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum IdxError {
    /// Neither the file nor its packed twin is there.
    #[error("expected `{0}` or `{0}.gz`, found neither", file.display())]
    Missing {
        /// The file.
        file: PathBuf,
    },
    /// The system would not read the file, or it is not the gzip stream that its name promises.
    #[error("cannot read `{}`: {error}", file.display())]
    Io {
        /// The file.
        file: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// The file does not begin as an IDX file does.
    #[error(
        "`{}` begins with {found:02x?}, but an IDX file with two zeros and the type of its values, \
         08, 09, 0b, 0c, 0d or 0e",
        file.display()
    )]
    Magic {
        /// The file.
        file: PathBuf,
        /// Its first bytes.
        found: [u8; 4],
    },
    /// The file, unpacked, is shorter or longer than its header says; lengths are in bytes.
    #[error("`{}` should hold {expected} bytes, but holds {}", file.display(), held(*expected, *found))]
    Length {
        /// The file.
        file: PathBuf,
        /// The length that the header asks for.
        expected: u128,
        /// The length, or one byte more than expected.
        found: u128,
    },
    /// Labels in place of images, or the other way round.
    #[error("`{}` has the extents {found:?}, expected {expected}", file.display())]
    Extents {
        /// The file.
        file: PathBuf,
        /// What is asked for.
        expected: String,
        /// The extents of the file.
        found: Vec<usize>,
    },
    /// The values are not bytes, which pixels are.
    #[error("`{}` holds other values than unsigned bytes, which pixels are", file.display())]
    Pixels {
        /// The file.
        file: PathBuf,
    },
    /// A label is no class.
    #[error("label {index} of `{}` is {found}, expected a whole number below {classes}", file.display())]
    Label {
        /// The file.
        file: PathBuf,
        /// The place of the label, counted from 0.
        index: usize,
        /// The label.
        found: f64,
        /// The number of classes.
        classes: usize,
    },
    /// There are not as many labels as images.
    #[error(
        "there are {images} images in `{}`, but {labels} labels in `{}`",
        images_file.display(), labels_file.display()
    )]
    Counts {
        /// Where the images are.
        images_file: PathBuf,
        /// How many there are.
        images: usize,
        /// Where the labels are.
        labels_file: PathBuf,
        /// How many there are.
        labels: usize,
    },
}

fn held(expected: u128, found: u128) -> String {
    if found > expected { String::from("more") } else { format!("{found}") }
}
