//! Writes the page of results from what the programs have left.
//!
//! `page RESULTS CRITERION LEVELS`: the folder of the lines of JSON and of the pages that others have written, criterion's folder, and
//! one with a folder for each plainer level of vector instructions. What is missing there is missing on the page, by name.

mod criterion;
mod levels;
mod machine;
mod others;
mod table;
mod tables;
mod versions;
mod works;

use std::path::PathBuf;
use std::{env, process};

fn main() {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [results, criterion, levels] = &arguments[..] else {
        eprintln!("page RESULTS CRITERION LEVELS");
        process::exit(2);
    };
    let groups = criterion::read(criterion);
    let sections = [
        machine::section(results),
        works::section(results, &groups),
        works::images(results, &groups),
        works::sequences(results, &groups),
        levels::section(levels),
        tables::activations(&groups),
        tables::optimizers(&groups),
        tables::sizes(results),
        tables::convolutions(results),
        tables::values(results),
        tables::threads(&groups),
        others::section(results),
    ];
    print!("{}", sections.join("\n"));
}
