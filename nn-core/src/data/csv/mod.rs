//! Tables of text: a row for each sample, a column for each value.

mod error;
mod limited;
mod rows;
#[cfg(test)]
mod tests;

pub use error::{CsvError, Place};

use core::fmt;
use std::boxed::Box;
use std::format;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::string::String;
use std::vec::Vec;

use super::source;
use crate::scalar::Scalar;
use rows::{Row, Rows};

/// A table to be read: how it is written, and which of its columns are wanted.
///
/// Columns are separated by commas and the first row names them, unless it is said otherwise. Cells may be quoted, as
/// spreadsheets do (RFC 4180), and have blanks around them. Every number is read to the nearest that the scalar has,
/// and must be finite.
///
/// # Examples
///
/// ```
/// use static_nn::data::Csv;
///
/// let text = "id, width, species, length\n7, 0.2, setosa, 1.4\n8, 1.8, virginica, 5.9\n";
/// let (flowers, species) = Csv::new(text.as_bytes())
///     .columns(["length", "width", "species"])
///     .classified::<f32, 2>(&["setosa", "versicolor", "virginica"])?;
/// assert_eq!(flowers, [[1.4, 0.2], [5.9, 1.8]]);
/// assert_eq!(species, [0, 2]);
///
/// let error = Csv::new(text.as_bytes()).columns(["length", "species"]).rows::<f32, 2>().unwrap_err();
/// assert_eq!(error.to_string(), "row 1 (line 2), column 3 (`species`): expected a number, found `setosa`");
/// # Ok::<(), static_nn::data::CsvError>(())
/// ```
#[must_use = "nothing is read until the rows are asked for"]
pub struct Csv<'a> {
    reader: Box<dyn Read + 'a>,
    file: Option<PathBuf>,
    header: bool,
    delimiter: u8,
    columns: Option<Vec<String>>,
}

impl fmt::Debug for Csv<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, header, delimiter, columns, .. } = self;
        let mut shown = f.debug_struct("Csv");
        shown.field("file", file).field("header", header).field("delimiter", &char::from(*delimiter));
        shown.field("columns", columns).finish_non_exhaustive()
    }
}

impl Csv<'static> {
    /// The table in a file, unpacked if its name ends with `.gz` (feature `gzip`).
    ///
    /// # Errors
    ///
    /// [`CsvError::Io`] if the file cannot be opened.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, CsvError> {
        let path = path.as_ref();
        let reader = source::open(path).map_err(|error| CsvError::Io { file: Some(path.into()), error })?;
        Ok(Self { file: Some(path.into()), ..Csv::new(reader) })
    }
}

impl<'a> Csv<'a> {
    /// The table that `reader` gives.
    pub fn new(reader: impl Read + 'a) -> Self {
        Self { reader: Box::new(reader), file: None, header: true, delimiter: b',', columns: None }
    }

    /// The first row is a sample already.
    pub fn without_header(mut self) -> Self {
        self.header = false;
        self
    }

    /// What separates the columns: `b';'` or `b'\t'`, say.
    pub fn delimiter(mut self, delimiter: u8) -> Self {
        self.delimiter = delimiter;
        self
    }

    /// The columns that are wanted, by their names in the header and in this order; all of them in the order of the
    /// table, unless set.
    pub fn columns<S: Into<String>>(mut self, names: impl IntoIterator<Item = S>) -> Self {
        self.columns = Some(names.into_iter().map(Into::into).collect());
        self
    }

    /// Every row as `N` numbers.
    ///
    /// # Errors
    ///
    /// [`CsvError`], with row and column: other numbers of columns, a cell that is no finite number.
    pub fn rows<T: Scalar, const N: usize>(self) -> Result<Vec<[T; N]>, CsvError> {
        let mut samples = Vec::new();
        Rows::new(self, N)?.each(|row| {
            samples.push(row.numbers(0)?);
            Ok(())
        })?;
        Ok(samples)
    }

    /// Every row as `IN` numbers that a network takes, and the `OUT` behind them that it is to answer.
    ///
    /// # Errors
    ///
    /// [`CsvError`], with row and column: other numbers of columns, a cell that is no finite number.
    #[expect(clippy::type_complexity, reason = "samples, and targets beside them")]
    pub fn samples<T: Scalar, const IN: usize, const OUT: usize>(
        self,
    ) -> Result<(Vec<[T; IN]>, Vec<[T; OUT]>), CsvError> {
        self.pairs(OUT, |row| row.numbers(IN))
    }

    /// Every row as `N` numbers, and behind them the name of a class; its number is its place among `classes`.
    ///
    /// # Errors
    ///
    /// [`CsvError`], with row and column: other numbers of columns, a cell that is no finite number, a name that is no
    /// class.
    pub fn classified<T: Scalar, const N: usize>(
        self,
        classes: &[&str],
    ) -> Result<(Vec<[T; N]>, Vec<usize>), CsvError> {
        self.pairs(1, |row| {
            let name = row.text(N);
            let class = classes.iter().position(|class| *class == name);
            class.ok_or_else(|| row.not_a_class(N, format!("one of {classes:?}")))
        })
    }

    /// Every row as `N` numbers, and behind them the number of a class, `0..classes`.
    ///
    /// # Errors
    ///
    /// [`CsvError`], with row and column: other numbers of columns, a cell that is no finite number, a class that there
    /// is not.
    pub fn numbered<T: Scalar, const N: usize>(self, classes: usize) -> Result<(Vec<[T; N]>, Vec<usize>), CsvError> {
        self.pairs(1, |row| {
            let class = row.text(N).parse().ok().filter(|class| *class < classes);
            class.ok_or_else(|| row.not_a_class(N, format!("the number of a class, below {classes}")))
        })
    }

    fn pairs<T: Scalar, const N: usize, Y>(
        self,
        more: usize,
        target: impl Fn(&Row<'_>) -> Result<Y, CsvError>,
    ) -> Result<(Vec<[T; N]>, Vec<Y>), CsvError> {
        let (mut samples, mut targets) = (Vec::new(), Vec::new());
        Rows::new(self, N + more)?.each(|row| {
            samples.push(row.numbers(0)?);
            targets.push(target(row)?);
            Ok(())
        })?;
        Ok((samples, targets))
    }
}
