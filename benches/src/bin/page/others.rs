//! Pages that others have written.

use std::fs;
use std::path::Path;

use crate::table::not_run;

/// Every page in the folder, its headings one level down.
pub(crate) fn section(results: &Path) -> String {
    let mut paths: Vec<_> = fs::read_dir(results).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    paths.sort();
    if paths.is_empty() {
        return not_run("Compile time", "compile");
    }
    let pages = paths.iter().filter_map(|path| fs::read_to_string(path).ok());
    let lines = |page: String| page.lines().map(deeper).collect::<String>();
    pages.map(lines).collect::<Vec<_>>().join("\n")
}

fn deeper(line: &str) -> String {
    let mark = if line.starts_with('#') { "#" } else { "" };
    format!("{mark}{line}\n")
}
