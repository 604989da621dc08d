//! Activations, optimizers, sizes, values, threads.

use std::path::Path;

use crate::criterion::{Groups, lines};
use crate::table::{Table, digits, not_run, percent, time, times};

/// A name and the count behind it: `Adam 2371`.
fn split(function: &str) -> Option<(&str, f64)> {
    let (name, count) = function.rsplit_once(' ')?;
    Some((name, count.parse().ok()?))
}

pub(crate) fn activations(groups: &Groups) -> String {
    let title = "Activations";
    let Some(functions) = groups.get("activations") else { return not_run(title, "ours") };
    let mut names: Vec<&str> = functions.keys().filter_map(|function| Some(split(function)?.0)).collect();
    names.sort_unstable_by_key(|name| name.to_lowercase());
    names.dedup();
    let mut table =
        Table::new(["", "64 values", "beside a loop", "4096 values", "beside a loop", "blocks of 4096 values"]);
    for name in names {
        let of =
            |count: usize, who: &str| functions.get(&format!("{name} {count}"))?.get(who).map(|ns| ns / count as f64);
        let cells =
            [(64, "static"), (64, "loop"), (4096, "static"), (4096, "loop"), (4096, "blocks")].map(|(count, who)| {
                let (Some(ns), Some(ours)) = (of(count, who), of(count, "static")) else { return String::new() };
                if who == "loop" { times(ns / ours) } else { format!("{ns:.3} ns") }
            });
        table.row([name.to_string()].into_iter().chain(cells));
    }
    format!(
        "## {title}\n\nNanoseconds a value, and how many times longer a plain loop over the standard library's function takes.\n\n{}",
        table.finish()
    )
}

pub(crate) fn optimizers(groups: &Groups) -> String {
    let title = "Optimizers";
    let Some(functions) = groups.get("optimizers") else { return not_run(title, "ours") };
    let mut rows: Vec<_> = functions.iter().filter_map(|(function, by)| Some((split(function)?, by))).collect();
    rows.sort_by(|((a, n), _), ((b, m), _)| n.total_cmp(m).then(a.cmp(b)));
    let mut table = Table::new(["parameters", "optimizer", "a step", "a parameter", "of the limit", "beside a loop"]);
    for ((name, count), by) in rows {
        let (Some(&ours), Some(&limit), Some(&plain)) = (by.get("static"), by.get("limit"), by.get("loop")) else {
            continue;
        };
        table.row([
            count.to_string(),
            name.to_string(),
            time(ours),
            format!("{} ps", digits(1e3 * ours / count)),
            percent(limit / ours),
            times(plain / ours),
        ]);
    }
    format!(
        "## {title}\n\nThe limit reads and writes what the optimizer must, and computes nothing.\n\n{}",
        table.finish()
    )
}

pub(crate) fn sizes(results: &Path) -> String {
    let (title, lines) = ("Sizes", lines(results, "sizes"));
    if lines.is_empty() {
        return not_run(title, "sizes");
    }
    let mut table = Table::new([
        "",
        "sizes",
        "largest ratio of n and n + 1",
        "above 1.5",
        "worst beside nalgebra by hand",
        "slower than it",
    ]);
    for line in &lines {
        let number = |key: &str| line[key].as_f64().unwrap_or(f64::NAN);
        let count = |key: &str| line[key].as_array().map_or(0, Vec::len).to_string();
        let at = |ratio: &str, n: &str| format!("{}, at {}", digits(number(ratio)), line[n]);
        table.row([
            line["chain"].as_str().unwrap_or_default().to_string(),
            line["sizes"].to_string(),
            at("cliff", "cliff_at"),
            count("cliffs"),
            at("nalgebra", "nalgebra_at"),
            count("behind"),
        ]);
    }
    format!(
        "## Sizes\n\nSizes of 1 to 300, batches of 1 to 200: how much the time of a size differs from its neighbour's, and from that of \
         nalgebra by hand (static for one sample, dynamic for batches; below 1 the library is faster).\n\n{}",
        table.finish()
    )
}

pub(crate) fn convolutions(results: &Path) -> String {
    let (title, lines) = ("Sizes of convolutions", lines(results, "convolutions"));
    if lines.is_empty() {
        return not_run(title, "sizes");
    }
    let mut table = Table::new(["", "pairs", "largest ratio of neighbours", "at", "of the worst 30, above 1.6"]);
    for line in &lines {
        let text = |key: &str| line[key].as_str().unwrap_or_default().to_string();
        let at = format!("{}, {}", line["at"], text("chain"));
        let ratio = digits(line["ratio"].as_f64().unwrap_or(f64::NAN));
        table.row([text("way"), line["pairs"].to_string(), ratio, at, line["cliffs"].to_string()]);
    }
    format!(
        "## {title}\n\nThe time of a multiply-add beside that of a neighbour in size: channels of 1 to 64, images of 4 to 40, kernels of 1, 3, 5 and \
         7, strides of 1 and 2.\n\n{}",
        table.finish()
    )
}

pub(crate) fn values(results: &Path) -> String {
    let (title, lines) = ("A step's time and its values", lines(results, "values"));
    if lines.is_empty() {
        return not_run(title, "values");
    }
    let mut table = Table::new(["", "worst state", "states", "beside an ordinary step"]);
    for line in &lines {
        let text = |key: &str| line[key].as_str().unwrap_or_default();
        table.row([
            format!("{} {}", text("kind"), text("what")),
            text("state").to_string(),
            line["states"].to_string(),
            times(line["ratio"].as_f64().unwrap_or(f64::NAN)),
        ]);
    }
    format!(
        "## {title}\n\nA training step of 8-64-32-3 on a batch of 32 whose numbers have become tiny, beside one on ordinary numbers: answers that \
         are nearly right, units that are far out, gradients that vanish. A step of a stream (W9, W10, W12, and an LSTM of 64 units) whose weights, \
         state or inputs are tiny or huge, in silence, and after 10,000 steps. Of each loss, activation, optimizer and stream the worst state.\n\n{}",
        table.finish()
    )
}

pub(crate) fn threads(groups: &Groups) -> String {
    let title = "Threads";
    let groups: Vec<_> = groups.iter().filter(|(group, _)| group.starts_with("threads")).collect();
    if groups.is_empty() {
        return not_run(title, "threads");
    }
    let mut rows = Vec::new();
    for (group, functions) in groups {
        let what = group.trim_start_matches("threads").trim_start_matches('/');
        let one = functions.get("1").and_then(|by| by.values().next());
        let two = functions.get("2").and_then(|by| by.values().next());
        if let (Some(&one), Some(&two)) = (one, two) {
            rows.push((what, one, two));
        }
    }
    rows.sort_by(|a, b| a.1.total_cmp(&b.1));
    let mut table = Table::new(["", "one thread", "two threads", "gain"]);
    for (what, one, two) in rows {
        table.row([what.to_string(), time(one), time(two), times(one / two)]);
    }
    format!("## {title}\n\n{}", table.finish())
}
