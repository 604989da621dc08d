//! Figures as lines of JSON, for the page.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;

use serde_json::Value;

/// Appends a line to `NAME.jsonl` in the folder that `BENCH_RESULTS` names; without that variable, does nothing.
///
/// # Panics
///
/// If the file cannot be written.
pub fn record(name: &str, line: &Value) {
    let Some(folder) = std::env::var_os("BENCH_RESULTS") else { return };
    let path = PathBuf::from(folder).join(name).with_extension("jsonl");
    let file = OpenOptions::new().create(true).append(true).open(&path);
    let written = file.and_then(|mut file| writeln!(file, "{line}"));
    written.unwrap_or_else(|error| panic!("cannot write {}: {error}", path.display()));
}
