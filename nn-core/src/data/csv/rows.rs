//! The rows of a table, one after the other.

use std::borrow::Cow;
use std::boxed::Box;
use std::io::Read;
use std::path::PathBuf;
use std::string::{String, ToString};
use std::vec::Vec;

use ::csv::{ByteRecord, ReaderBuilder, Trim};

use super::limited::{Left, Limited};
use super::{Csv, CsvError, Place};
use crate::scalar::{Number, Scalar};

pub(super) struct Rows<'a> {
    reader: ::csv::Reader<Limited<Box<dyn Read + 'a>>>,
    left: Left,
    file: Option<PathBuf>,
    header: Vec<String>,
    /// How many columns every row has.
    width: usize,
    /// Which of them are wanted, in which order.
    wanted: Vec<usize>,
}

impl<'a> Rows<'a> {
    /// The rows of a table of which `count` columns are wanted.
    pub(super) fn new(csv: Csv<'a>, count: usize) -> Result<Self, CsvError> {
        let Csv { reader, file, header, delimiter, columns } = csv;
        let left = Left::new();
        let mut builder = ReaderBuilder::new();
        // Rows of another length are refused with their place, and the header is a row as every other.
        builder.has_headers(false).delimiter(delimiter).flexible(true).trim(Trim::All);
        let reader = builder.from_reader(Limited { reader, left: left.clone() });
        let mut rows = Self { reader, left, file, header: Vec::new(), width: count, wanted: (0..count).collect() };
        let mut names = ByteRecord::new();
        if header && rows.next(&mut names)? {
            rows.header = names.iter().map(|name| String::from_utf8_lossy(name).into_owned()).collect();
        }
        if let Some(columns) = columns {
            let places = columns.into_iter().map(|column| place(column, &rows.header));
            (rows.wanted, rows.width) = (places.collect::<Result<_, _>>()?, rows.header.len());
            if rows.wanted.len() != count {
                return Err(CsvError::Chosen { chosen: rows.wanted.len(), needed: count });
            }
        } else if header && !rows.header.is_empty() && rows.header.len() != count {
            let place = Box::new(Place { file: rows.file, row: 0, line: 1, column: None, name: None });
            return Err(CsvError::Columns { place, expected: count, found: rows.header.len() });
        }
        Ok(rows)
    }

    /// Shows every row to `take`.
    pub(super) fn each(mut self, mut take: impl FnMut(&Row<'_>) -> Result<(), CsvError>) -> Result<(), CsvError> {
        let mut record = ByteRecord::new();
        let mut number = 0;
        while self.next(&mut record)? {
            number += 1;
            let row = Row { rows: &self, record: &record, number };
            if record.len() != self.width {
                let (expected, found) = (self.width, record.len());
                return Err(CsvError::Columns { place: Box::new(row.place(None)), expected, found });
            }
            take(&row)?;
        }
        Ok(())
    }

    /// Reads one row, if there is one more.
    fn next(&mut self, record: &mut ByteRecord) -> Result<bool, CsvError> {
        let more = self
            .reader
            .read_byte_record(record)
            .map_err(|error| CsvError::Io { file: self.file.clone(), error: error.into() })?;
        self.left.refill();
        Ok(more)
    }
}

/// Where the header has a column.
fn place(column: String, header: &[String]) -> Result<usize, CsvError> {
    let place = header.iter().position(|name| *name == column);
    place.ok_or_else(|| CsvError::NoColumn { column, found: header.to_vec() })
}

/// One row; its wanted columns are counted from 0.
pub(super) struct Row<'a> {
    rows: &'a Rows<'a>,
    record: &'a ByteRecord,
    number: u64,
}

impl Row<'_> {
    /// What stands in a column.
    pub(super) fn text(&self, column: usize) -> Cow<'_, str> {
        String::from_utf8_lossy(self.record.get(self.rows.wanted[column]).unwrap_or_default())
    }

    /// `N` numbers, from the column `first` on.
    pub(super) fn numbers<T: Scalar, const N: usize>(&self, first: usize) -> Result<[T; N], CsvError> {
        let mut numbers = [T::ZERO; N];
        for (column, number) in (first..).zip(&mut numbers) {
            let text = self.text(column);
            let (single, scalar) = if T::DTYPE == f32::DTYPE { (true, "f32") } else { (false, "f64") };
            // Through `f64` an `f32` would be rounded twice.
            let parsed = if single { text.parse::<f32>().ok().map(f64::from) } else { text.parse().ok() };
            let found = || text.to_string();
            let value =
                parsed.ok_or_else(|| CsvError::Number { place: Box::new(self.place(Some(column))), found: found() })?;
            if !value.is_finite() {
                return Err(CsvError::NotFinite { place: Box::new(self.place(Some(column))), found: found(), scalar });
            }
            *number = T::from_f64(value);
        }
        Ok(numbers)
    }

    pub(super) fn not_a_class(&self, column: usize, expected: String) -> CsvError {
        CsvError::Class { place: Box::new(self.place(Some(column))), expected, found: self.text(column).into_owned() }
    }

    fn place(&self, column: Option<usize>) -> Place {
        let column = column.map(|column| self.rows.wanted[column]);
        Place {
            file: self.rows.file.clone(),
            row: self.number,
            line: self.record.position().map_or(0, ::csv::Position::line),
            column: column.map(|column| column + 1),
            name: column.and_then(|column| self.rows.header.get(column).cloned()),
        }
    }
}
