//! Samples from files: tables of text ([`Csv`]), and images as MNIST has them ([`Idx`], [`Images`], [`mnist`]).
//!
//! Both give arrays, which is what networks, [`prepare`](crate::prepare) and [`split`](crate::split) take. A file is
//! judged as it is read: a mistake in it is an error that says where it is, in the terms of whoever opens the file in
//! an editor.
//!
//! With the feature `gzip`, a file whose name ends with `.gz` is unpacked on the way.

mod csv;
mod idx;
mod source;

pub use csv::{Csv, CsvError, Place};
pub use idx::{Idx, IdxError, Images, mnist};
