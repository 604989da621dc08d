//! Where the figures come from, and what that machine can do at best.

use std::fs;
use std::path::Path;
use std::process::Command;

use static_nn::kernels;

use crate::criterion::lines;
use crate::table::{Table, not_run};

pub(crate) fn section(results: &Path) -> String {
    let (cpu, level, rustc) = (cpu(), level(), rustc());
    format!(
        "# Results\n\n\
         Written by `bash benches/run`, which runs everything on this page again.\n\n\
         {cpu}; {level}; {rustc}, the default release profile. One thread unless stated. Times are medians; \
         a ratio is of two times from one process, except where the page says otherwise.\n\n{}",
        limits(results)
    )
}

/// What the probe has found.
fn limits(results: &Path) -> String {
    let lines = lines(results, "roofline");
    if lines.is_empty() {
        return not_run("What this processor can do", "ours");
    }
    let rate = |start: &str| {
        let rates = lines.iter().filter(|line| line["name"].as_str().is_some_and(|name| name.starts_with(start)));
        rates.filter_map(|line| line["rate"].as_f64()).fold(0.0, f64::max)
    };
    let mut table = Table::new(["limit", "measured"]);
    table.row(["`f32` multiply-adds in registers".into(), format!("{:.0} GFLOP/s", rate("multiply-add"))]);
    table.row(["reading the first-level cache, best pattern".into(), format!("{:.0} GB/s", rate("read L1"))]);
    table.row([
        "reading 438 KB from the second-level cache, best pattern".into(),
        format!("{:.0} GB/s", rate("read L2")),
    ]);
    for count in [2371, 109_386] {
        let name = format!("Adam's traffic, {count} parameters");
        table.row([format!("what Adam reads and writes for {count} parameters"), format!("{:.0} GB/s", rate(&name))]);
    }
    format!("## What this processor can do\n\n{}", table.finish())
}

/// The processor's name, and how many there are.
fn cpu() -> String {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let names: Vec<&str> =
        info.lines().filter_map(|line| Some(line.strip_prefix("model name")?.split_once(": ")?.1)).collect();
    names
        .first()
        .map_or_else(|| "An unnamed processor".into(), |name| format!("{}, {} processors", name.trim(), names.len()))
}

/// The vector level that dispatch chooses.
fn level() -> String {
    let level = format!("{:?}", kernels::level());
    let name = level.split('(').next().unwrap_or_default();
    format!("vector level {name}")
}

fn rustc() -> String {
    let output = Command::new("rustc").arg("--version").output();
    output.map_or_else(|_| "rustc".into(), |output| String::from_utf8_lossy(&output.stdout).trim().to_string())
}
