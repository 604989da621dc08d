//! Why a table could not be read, and where in it.

use core::fmt;
use std::boxed::Box;
use std::format;
use std::io;
use std::path::{Path, PathBuf};
use std::string::String;
use std::vec::Vec;

use thiserror::Error;

use crate::io::shown;

/// Where in a table something stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file, if the table is one.
    pub file: Option<PathBuf>,
    /// The row, counted from 1; 0 is the header.
    pub row: u64,
    /// The line of the file on which it begins, counted from 1.
    pub line: u64,
    /// The column, counted from 1, if it is about one.
    pub column: Option<usize>,
    /// What the header calls that column, if there is a header.
    pub name: Option<String>,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            write!(f, "`{}`, ", file.display())?;
        }
        match self.row {
            0 => f.write_str("the header")?,
            row => write!(f, "row {row}")?,
        }
        write!(f, " (line {})", self.line)?;
        if let Some(column) = self.column {
            write!(f, ", column {column}")?;
        }
        match &self.name {
            Some(name) => write!(f, " (`{}`)", shown(name)),
            None => Ok(()),
        }
    }
}

/// Why a table could not be read as samples.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum CsvError {
    /// The system refused, or the file is not the gzip stream that its name promises.
    #[error("cannot read {}: {error}", table(file.as_deref()))]
    Io {
        /// The file, if the table is one.
        file: Option<PathBuf>,
        /// What the system said.
        error: io::Error,
    },
    /// A column was chosen that the header does not have.
    #[error("there is no column `{column}`: {}", columns(found))]
    NoColumn {
        /// What was asked for.
        column: String,
        /// The columns of the header; none if there is no header.
        found: Vec<String>,
    },
    /// Not as many columns were chosen as values are asked for.
    #[error("{chosen} columns are chosen, but the rows that are asked for have {needed}")]
    Chosen {
        /// How many were chosen.
        chosen: usize,
        /// How many are needed.
        needed: usize,
    },
    /// A row has more or fewer columns than it should.
    #[error("{place}: expected {expected} columns, found {found}{}", choose(place))]
    Columns {
        /// The row.
        place: Box<Place>,
        /// How many columns there should be.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// A cell is no number.
    #[error("{place}: expected a number, found {}", cell(found))]
    Number {
        /// The cell.
        place: Box<Place>,
        /// Its text.
        found: String,
    },
    /// A cell is infinite, NaN, or beyond the scalar.
    #[error("{place}: `{}` is not a finite {scalar}", shown(found))]
    NotFinite {
        /// The cell.
        place: Box<Place>,
        /// Its text.
        found: String,
        /// The scalar: `f32` or `f64`.
        scalar: &'static str,
    },
    /// A cell is no class.
    #[error("{place}: expected {expected}, found {}", cell(found))]
    Class {
        /// The cell.
        place: Box<Place>,
        /// What classes there are.
        expected: String,
        /// Its text.
        found: String,
    },
}

fn table(file: Option<&Path>) -> String {
    file.map_or_else(|| "the table".into(), |file| format!("`{}`", file.display()))
}

fn choose(place: &Place) -> &'static str {
    if place.row == 0 { ": choose those that are wanted with `columns`" } else { "" }
}

fn columns(found: &[String]) -> String {
    if found.is_empty() {
        return "the table is read without a header".into();
    }
    let names: Vec<String> = found.iter().map(|name| format!("`{}`", shown(name))).collect();
    format!("the header has {}", names.join(", "))
}

fn cell(text: &str) -> String {
    if text.is_empty() { "an empty cell".into() } else { format!("`{}`", shown(text)) }
}
