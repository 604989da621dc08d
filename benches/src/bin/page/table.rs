//! Tables in Markdown, and how figures are written.

use std::fmt::Write;

/// A table; its first column is text, the others are figures.
pub(crate) struct Table(String);

impl Table {
    pub(crate) fn new<'a>(heads: impl IntoIterator<Item = &'a str>) -> Self {
        let heads: Vec<&str> = heads.into_iter().collect();
        let mut text = format!("| {} |\n|---|", heads.join(" | "));
        text.push_str(&"--:|".repeat(heads.len() - 1));
        text.push('\n');
        Self(text)
    }

    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        let cells: Vec<String> = cells.into_iter().collect();
        writeln!(self.0, "| {} |", cells.join(" | ")).expect("a string takes everything");
    }

    pub(crate) fn finish(self) -> String {
        self.0
    }
}

/// A section without figures.
pub(crate) fn not_run(title: &str, step: &str) -> String {
    format!("## {title}\n\nNot run: `bash benches/run {step}`.\n")
}

/// A time, with three digits.
pub(crate) fn time(ns: f64) -> String {
    match ns {
        _ if ns < 1e3 => format!("{} ns", digits(ns)),
        _ if ns < 1e6 => format!("{} µs", digits(ns / 1e3)),
        _ => format!("{} ms", digits(ns / 1e6)),
    }
}

/// A ratio, with three digits.
pub(crate) fn times(ratio: f64) -> String {
    format!("{} x", digits(ratio))
}

/// A part of a whole.
pub(crate) fn percent(part: f64) -> String {
    format!("{:.0} %", 100.0 * part)
}

/// Three digits, and no more behind the point than that takes.
pub(crate) fn digits(value: f64) -> String {
    match value {
        _ if value < 0.995 => format!("{value:.2}"),
        _ if value < 9.995 => format!("{value:.2}"),
        _ if value < 99.95 => format!("{value:.1}"),
        _ => format!("{value:.0}"),
    }
}
