//! What can go wrong, and every text about it.

use std::format;
use std::path::PathBuf;
use std::string::String;

use thiserror::Error;

use crate::io::SaveError;
use crate::settings::SettingError;

/// Why a picture was not drawn, or not saved.
///
/// # Examples
///
/// ```
/// use static_nn::plot::Chart;
///
/// let error = Chart::new().line("loss", [1.0, 0.5]).save("loss.jpg").unwrap_err();
/// assert_eq!(error.to_string(), "`loss.jpg` does not end in `.svg` or `.png`, which are the formats of pictures");
/// ```
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum PlotError {
    /// The name of the file does not say in which of the two formats it should be; nothing was written.
    #[error("`{}` does not end in `.svg` or `.png`, which are the formats of pictures", path.display())]
    Extension {
        /// Where to.
        path: PathBuf,
    },
    /// There is nothing to draw.
    #[error("{what} is empty: give it {wanted}")]
    Empty {
        /// What is empty, as the caller named it.
        what: String,
        /// What it lacks.
        wanted: &'static str,
    },
    /// All values are infinite or NaN. If only some are, lines have gaps there.
    #[error("nothing of {what} can be drawn: its values are all infinite or NaN ({values} of {values})")]
    NotFinite {
        /// Whose values, as the caller named it.
        what: String,
        /// How many there are.
        values: usize,
    },
    /// A logarithmic axis shows positive values, and there are none.
    #[error(
        "nothing of {what} can be drawn on a logarithmic {axis} axis: none of its {values} values is positive there"
    )]
    NotPositive {
        /// Whose values, as the caller named it.
        what: String,
        /// `x` or `y`.
        axis: &'static str,
        /// How many there are.
        values: usize,
    },
    /// Two things that belong together differ in number.
    #[error("{what}: expected {expected}, found {found}")]
    Length {
        /// Which things.
        what: String,
        /// How many there should be.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// A class that has no name, or a negative one.
    #[error("{what} {sample} is class {class}, {}", why_not(*classes))]
    Class {
        /// `point` or `answer`: whose class it is.
        what: &'static str,
        /// Its place among the others, counted from 0.
        sample: usize,
        /// Its class.
        class: i128,
        /// How many classes have names.
        classes: usize,
    },
    /// A setting is out of its range.
    #[error(transparent)]
    Setting(#[from] SettingError),
    /// The pixels could not be packed as PNG.
    #[error("the picture cannot be written as PNG: {reason}")]
    Encode {
        /// Why not.
        reason: String,
    },
    /// The file system refused; a file that stood there is unchanged, unless the text says otherwise.
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// What is wrong with a class beside so many that have names.
fn why_not(classes: usize) -> String {
    match classes {
        0 => "but classes are counted from 0".into(),
        _ => format!("which is none of the {classes} classes that have names"),
    }
}
