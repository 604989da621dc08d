use std::fs;
use std::io::{self, Read};
use std::prelude::rust_2024::*;
use std::string::ToString;

use super::{Csv, CsvError};

fn csv(text: &str) -> Csv<'_> {
    Csv::new(text.as_bytes())
}

/// What is said of a table that is to have two columns of numbers.
fn refusal(text: &str) -> String {
    csv(text).rows::<f32, 2>().unwrap_err().to_string()
}

#[test]
fn numbers_in_every_form() {
    let text = "a,b\n1,-2.5\n +.5 ,\"1e-3\"\r\n\n5.,7";
    assert_eq!(csv(text).rows::<f32, 2>().unwrap(), [[1.0, -2.5], [0.5, 1e-3], [5.0, 7.0]]);
    let text = "1;2\n3;4\n";
    assert_eq!(csv(text).without_header().delimiter(b';').rows::<f64, 2>().unwrap(), [[1.0, 2.0], [3.0, 4.0]]);
    // The mark that some editors put before a text is no part of the first name.
    let rows = csv("\u{feff}a,b\n1,2\n").columns(["b", "a"]).rows::<f32, 2>().unwrap();
    assert_eq!(rows, [[2.0, 1.0]]);
    assert_eq!(csv("a,b\n").rows::<f32, 2>().unwrap(), [[0.0; 2]; 0]);
    assert_eq!(csv("").rows::<f32, 2>().unwrap(), [[0.0; 2]; 0]);
}

/// Just above the middle of two neighbours in single precision, by less than double precision can tell.
#[test]
fn a_number_is_rounded_once() {
    let text = "1.000000059604644775390625000001";
    let once: f32 = text.parse().unwrap();
    #[expect(clippy::cast_possible_truncation, reason = "what rounding twice gives")]
    let twice = text.parse::<f64>().unwrap() as f32;
    assert_ne!(once.to_bits(), twice.to_bits());
    assert_eq!(csv(text).without_header().rows::<f32, 1>().unwrap(), [[once]]);
}

#[test]
fn inputs_and_targets() {
    let (xs, ys) = csv("a,b,y\n1,2,3\n4,5,6\n").samples::<f64, 2, 1>().unwrap();
    assert_eq!((xs, ys), (vec![[1.0, 2.0], [4.0, 5.0]], vec![[3.0], [6.0]]));
    let (xs, ys) = csv("y,b,a\n1,2,3\n").columns(["a", "b", "y"]).numbered::<f32, 2>(2).unwrap();
    assert_eq!((xs, ys), (vec![[3.0, 2.0]], vec![1]));
}

#[test]
fn a_cell_that_is_no_number_is_named() {
    assert_eq!(refusal("a,b\n1,2\n1,x\n"), "row 2 (line 3), column 2 (`b`): expected a number, found `x`");
    assert_eq!(refusal("a,b\n1,\n"), "row 1 (line 2), column 2 (`b`): expected a number, found an empty cell");
    // A quoted cell may go over several lines, and empty lines are none.
    assert_eq!(refusal("a,b\n\n\n\"1\n\",2\n3,2,\n"), "row 2 (line 6): expected 2 columns, found 3");
    let text = refusal(&std::format!("a,b\n1,{}\u{1b}\n", "9x".repeat(500)));
    assert!(text.len() < 300 && !text.contains('\u{1b}'), "{text}");
    let error = csv("1\nx\n").without_header().rows::<f32, 1>().unwrap_err();
    assert_eq!(error.to_string(), "row 2 (line 2), column 1: expected a number, found `x`");
    // Bytes that are no text are shown as far as they are.
    let error = Csv::new(&b"\xff1\n"[..]).without_header().rows::<f32, 1>().unwrap_err();
    assert_eq!(error.to_string(), "row 1 (line 1), column 1: expected a number, found `\u{fffd}1`");
}

#[test]
fn a_number_that_is_not_finite_is_named() {
    assert_eq!(refusal("a,b\n1,NaN\n"), "row 1 (line 2), column 2 (`b`): `NaN` is not a finite f32");
    assert_eq!(refusal("a,b\n-inf,1\n"), "row 1 (line 2), column 1 (`a`): `-inf` is not a finite f32");
    assert_eq!(refusal("a,b\n1e39,1\n"), "row 1 (line 2), column 1 (`a`): `1e39` is not a finite f32");
    assert_eq!(csv("a\n1e39\n").rows::<f64, 1>().unwrap(), [[1e39]]);
    let error = csv("a\n1e309\n").rows::<f64, 1>().unwrap_err();
    assert!(matches!(error, CsvError::NotFinite { scalar: "f64", .. }), "{error}");
}

#[test]
fn columns_that_are_not_there() {
    let text = "the header (line 1): expected 2 columns, found 3: choose those that are wanted with `columns`";
    assert_eq!(refusal("a,b,c\n1,2,3\n"), text);
    assert_eq!(refusal("a,b\n1,2\n1\n"), "row 2 (line 3): expected 2 columns, found 1");
    let choose = |text: &'static str, names: &[&str]| {
        csv(text).columns(names.iter().copied()).rows::<f32, 2>().unwrap_err().to_string()
    };
    assert_eq!(choose("a,b,c\n1,2,3\n", &["a", "d"]), "there is no column `d`: the header has `a`, `b`, `c`");
    assert_eq!(choose("a,b,c\n1,2,3\n", &["a"]), "1 columns are chosen, but the rows that are asked for have 2");
    assert_eq!(choose("a,b,c\n1,2\n", &["a", "b"]), "row 1 (line 2): expected 3 columns, found 2");
    let error = csv("1,2\n").without_header().columns(["a", "b"]).rows::<f32, 2>().unwrap_err();
    assert_eq!(error.to_string(), "there is no column `a`: the table is read without a header");
}

#[test]
fn a_class_that_there_is_not_is_named() {
    let error = csv("x,kind\n1,cat\n2,dgo\n").classified::<f32, 1>(&["cat", "dog"]).unwrap_err();
    let text = "row 2 (line 3), column 2 (`kind`): expected one of [\"cat\", \"dog\"], found `dgo`";
    assert_eq!(error.to_string(), text);
    for cell in ["3", "-1", "1.0", "x"] {
        let table = std::format!("x,digit\n1,{cell}\n");
        let error = csv(&table).numbered::<f32, 1>(3).unwrap_err();
        let text = "row 1 (line 2), column 2 (`digit`): expected the number of a class, below 3, found";
        assert_eq!(error.to_string(), std::format!("{text} `{cell}`"));
    }
}

#[test]
fn files() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("table.csv");
    let error = Csv::open(&path).unwrap_err().to_string();
    assert!(error.starts_with(&std::format!("cannot read `{}`: ", path.display())), "{error}");
    fs::write(&path, "a\n1\nx\n").unwrap();
    let error = Csv::open(&path).unwrap().rows::<f32, 1>().unwrap_err().to_string();
    let text = std::format!("`{}`, row 2 (line 3), column 1 (`a`): expected a number, found `x`", path.display());
    assert_eq!(error, text);
    assert!(matches!(Csv::open(directory.path()).and_then(Csv::rows::<f32, 1>), Err(CsvError::Io { .. })));
}

#[cfg(feature = "gzip")]
#[test]
fn packed_files() {
    use std::io::Write;

    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("table.csv.gz");
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(b"a\n1\n2\n").unwrap();
    let packed = packed.finish().unwrap();
    fs::write(&path, &packed).unwrap();
    assert_eq!(Csv::open(&path).unwrap().rows::<f32, 1>().unwrap(), [[1.0], [2.0]]);
    fs::write(&path, &packed[..packed.len() - 9]).unwrap();
    assert!(matches!(Csv::open(&path).unwrap().rows::<f32, 1>(), Err(CsvError::Io { .. })));
}

/// The same byte again and again, and how often it was asked for.
struct Endless<'a>(&'a mut u64);

impl Read for Endless<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        buffer.fill(b'7');
        *self.0 += buffer.len() as u64;
        Ok(buffer.len())
    }
}

#[test]
fn a_row_without_an_end_is_given_up() {
    let mut read = 0;
    let error = Csv::new(Endless(&mut read)).rows::<f32, 1>().unwrap_err();
    assert_eq!(error.to_string(), "cannot read the table: a row is longer than 16777216 bytes");
    assert!(read < 17 << 20, "{read}");
}
