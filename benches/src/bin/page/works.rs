//! The works: the library beside everybody else, and beside the limit.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::criterion::{Groups, lines};
use crate::table::{Table, not_run, percent, time, times};
use crate::versions;

/// The works in order, and what they are.
const WORKS: [(&str, &str); 6] = [
    ("W1", "one sample, 4-10-10-3, ReLU, softmax"),
    ("WT", "one sample, 4-32-16-4, tanh"),
    ("W2", "one sample, 784-128-64-10, ReLU"),
    ("W3", "batch of 64, 784-128-64-10, ReLU"),
    ("W4", "training step, 2-64-32-3, batch of 32, Adam"),
    ("W5", "training step, 784-128-64-10, batch of 64, Adam"),
];

/// Networks of convolutions.
const IMAGES: [(&str, &str); 4] = [
    ("W6", "one image, LeNet-5"),
    ("W6B", "batch of 128, LeNet-5"),
    ("W7", "training step, LeNet-5, batch of 128, Adam"),
    ("W8", "one image, convolutions of 32, 64 and 64 channels, kernels of 3, then 64 and 10 outputs"),
];

/// Networks over sequences.
const SEQUENCES: [(&str, &str); 6] = [
    ("W9", "one step of a stream, LSTM 1-20, dense 1"),
    ("W9B", "a block of 64 steps of a stream, LSTM 1-16, dense 1"),
    ("W10", "one step of a stream, GRU 1-24, dense 1"),
    ("W11", "training step, LSTM 8-32 over 64 steps, dense 1, batch of 32, Adam"),
    (
        "W12",
        "one step of a stream, 8 causal convolutions of 8 channels, kernels of 3, dilations of 1, 2, .. 128, tanh, dense 1",
    ),
    ("W13", "one sample, transformer, 32 steps of 64 features, 4 heads, 2 blocks"),
];

/// Some works in order.
type List = [(&'static str, &'static str)];

/// Who is no library, but code written for one network.
const BY_HAND: [(&str, &str); 5] = [
    ("dynamic", "plain boxed layers"),
    ("nalgebra", "nalgebra by hand"),
    ("ndarray", "ndarray by hand"),
    ("Eigen", "Eigen by hand (C++, `-march=native`)"),
    ("NumPy", "NumPy by hand"),
];

/// Nanoseconds by work, then by contender.
type Times = BTreeMap<String, BTreeMap<String, f64>>;

pub(crate) fn section(results: &Path, groups: &Groups) -> String {
    let native =
        ("Everything compiled for this processor (`-C target-cpu=native`)", times_of(&lines(results, "peers_native")));
    let mut plain = ("Without compiler flags", times_of(&lines(results, "peers")));
    if plain.1.is_empty() {
        plain = ("Without compiler flags, and without the peers", from_criterion(groups));
    }
    let python = times_of(&lines(results, "python"));
    let mut text = format!("## Works\n\n{}", list(&WORKS));
    text += "\nAll start from the same parameters; answers and losses are compared before anything is timed. A training step is forward \
             pass, cross entropy, gradients of all parameters, Adam. The limit of W2 reads the parameters from the second-level \
             cache; that of W3 does the multiply-adds in registers; those of W4 and W5 do the multiply-adds, and read and write \
             what Adam must.\n\n";
    text += "The peers: ";
    text += &versions::line();
    text += "; burn with its Flex backend, everybody on one thread.\n\n";
    let ours = &plain.1;
    if ours.is_empty() {
        return text + &not_run("Summary", "ours peers");
    }
    text += &summary(&WORKS, ours, &[ours, &native.1, &python]);
    for (title, times) in [&plain, &native] {
        text += "\n";
        text += &if times.is_empty() { not_run_below(title, "peers") } else { matrix(&WORKS, title, times) };
    }
    text += "\n";
    text += &if python.is_empty() {
        not_run_below("Python's libraries", "python")
    } else {
        matrix(&WORKS, PYTHON, &python)
    };
    text
}

/// The title of what other processes have timed.
const PYTHON: &str = "Python's libraries, in a process of their own with the library";

fn list(works: &List) -> String {
    let lines: Vec<String> = works.iter().map(|(name, what)| format!("- **{name}**: {what}\n")).collect();
    lines.concat()
}

/// Networks of convolutions, beside the limit and the peers that were run.
pub(crate) fn images(results: &Path, groups: &Groups) -> String {
    let about = "LeNet-5 with rectifiers and the largest values of windows. The limit does the multiply-adds in registers; that of W7 also \
                 reads and writes what Adam must.";
    family(results, groups, ("images", "Images"), &IMAGES, about)
}

/// Networks over sequences, beside the same.
pub(crate) fn sequences(results: &Path, groups: &Groups) -> String {
    let about = "A stream takes one step at a time, or in W9B a block of them. The peers hand their state from call to call: in W12 what each \
                 convolution sees of the past. The limit does the multiply-adds in registers: of a step of one sample the gates and \
                 activations, which it leaves out, take more. That of W11 also reads and writes what Adam must.\n\n\
                 What others publish, on other processors: one step of RTNeural (`jatinchowdhury18/RTNeural-compare`, `results`, Core \
                 i7-8700B, the faster of its backends) takes 219 ns for GRU 16-16 and 669 ns for GRU 32-32, 320 ns for LSTM 16-16 and 884 ns \
                 for LSTM 32-32, and 51 ns for one causal convolution of 8 channels with a kernel of 7. A block as in W9B takes \
                 NeuralAmpModeler-rs 6.8 µs (Ryzen 7 5700U).";
    family(results, groups, ("sequences", "Sequences"), &SEQUENCES, about)
}

/// Works with a benchmark of their own.
fn family(results: &Path, groups: &Groups, (group, title): (&str, &str), works: &List, about: &str) -> String {
    let ours = groups.get(group).into_iter().flatten().map(|(work, by)| (work.clone(), by.clone())).collect::<Times>();
    if ours.is_empty() {
        return not_run(title, "ours");
    }
    let [plain, native, python] = ["peers", "peers_native", "python"].map(|name| times_of(&lines(results, name)));
    let mut text = format!("## {title}\n\n{}\n{about}\n\n", list(works));
    text += &summary(works, &ours, &[&plain, &native, &python]);
    let tables = [
        ("The library and the limit", &ours),
        ("Rust's libraries, without compiler flags", &plain),
        ("Rust's libraries, everything compiled for this processor (`-C target-cpu=native`)", &native),
        (PYTHON, &python),
    ];
    for (title, times) in tables {
        if works.iter().any(|(work, _)| times.contains_key(*work)) {
            text += "\n";
            text += &matrix(works, title, times);
        }
    }
    text
}

/// The works with other vector instructions, beside the limit and what is written by hand.
pub(crate) fn at_level(name: &str, groups: &Groups) -> String {
    let all = from_criterion(groups);
    let others: [(&str, &List); 2] = [("images", &IMAGES), ("sequences", &SEQUENCES)];
    let others = others.into_iter().filter(|(_, works)| works.iter().any(|(work, _)| all.contains_key(*work)));
    let others: Vec<String> =
        others.map(|(title, works)| format!("\n{}", matrix(works, &format!("{name}, {title}"), &all))).collect();
    format!("\n{}{}", matrix(&WORKS, name, &all), others.concat())
}

/// [`not_run`], a level down.
fn not_run_below(title: &str, step: &str) -> String {
    format!("#{}", not_run(title, step))
}

fn times_of(lines: &[Value]) -> Times {
    let mut times = Times::new();
    for line in lines {
        if let (Some(work), Some(who), Some(ns)) = (line["work"].as_str(), line["who"].as_str(), line["ns"].as_f64()) {
            times.entry(work.into()).or_default().insert(who.into(), ns);
        }
    }
    times
}

/// The works that criterion has timed, where the peers were not run.
fn from_criterion(groups: &Groups) -> Times {
    let groups = ["forward", "train_step", "images", "sequences"].iter().filter_map(|group| groups.get(*group));
    groups.flatten().map(|(work, by)| (work.clone(), by.clone())).collect()
}

/// The fastest of those that `wanted` names, with its ratio to the library in the same process.
fn fastest(work: &str, processes: &[&Times; 3], wanted: impl Fn(&str) -> bool) -> Option<(String, f64)> {
    let all = processes.iter().filter_map(|times| times.get(work));
    let ratios = all.filter_map(|times| Some((times, times.get("static")?)));
    let ratios = ratios.flat_map(|(times, own)| times.iter().map(move |(who, time)| (who.clone(), time / own)));
    ratios.filter(|(who, _)| wanted(who)).min_by(|a, b| a.1.total_cmp(&b.1))
}

fn is_by_hand(who: &str) -> bool {
    BY_HAND.iter().any(|(name, _)| *name == who)
}

fn summary(works: &List, ours: &Times, processes: &[&Times; 3]) -> String {
    let mut table = Table::new(["", "static-nn", "limit", "of the limit", "fastest by hand", "fastest library"]);
    for &(work, _) in works {
        let Some(times) = ours.get(work) else { continue };
        let (Some(&own), limit) = (times.get("static"), times.get("limit")) else { continue };
        let cell = |found: Option<(String, f64)>| {
            found.map_or(String::new(), |(who, ratio)| format!("{who}, {}", self::times(ratio)))
        };
        table.row([
            work.into(),
            time(own),
            limit.map_or(String::new(), |&limit| time(limit)),
            limit.map_or(String::new(), |&limit| percent(limit / own)),
            cell(fastest(work, processes, is_by_hand)),
            cell(fastest(work, processes, |who| !is_by_hand(who) && !["static", "limit"].contains(&who))),
        ]);
    }
    let note = "\"2 x\" takes twice the library's time in the same process; of those with and \
                without compiler flags, the better.\n";
    format!("{}\n{note}", table.finish())
}

/// Everybody's times, and their ratios to the library.
fn matrix(works: &List, title: &str, all: &Times) -> String {
    let mut table = Table::new([""].into_iter().chain(works.iter().map(|(work, _)| *work)));
    let wanted = works.iter().filter_map(|(work, _)| all.get(*work));
    let mut names: Vec<&String> = wanted.flat_map(BTreeMap::keys).collect();
    // The library, the limit, by hand, libraries.
    let place = |who: &str| match who {
        "static" => (0, 0),
        "limit" => (1, 0),
        _ => BY_HAND.iter().position(|(name, _)| *name == who).map_or((3, 0), |at| (2, at)),
    };
    names.sort_by_key(|who| (place(who), who.to_lowercase()));
    names.dedup();
    for who in names {
        let title = BY_HAND.iter().find(|(name, _)| name == who).map_or(who.as_str(), |(_, title)| title);
        let title = if who == "static" { "**static-nn**" } else { title };
        let cells = works.iter().map(|(work, _)| {
            let ns = all.get(*work).and_then(|times| times.get(who));
            let own = all.get(*work).and_then(|times| times.get("static"));
            match (ns, own) {
                (Some(&ns), Some(&own)) if who != "static" => format!("{} ({})", time(ns), times(ns / own)),
                (Some(&ns), _) => time(ns),
                _ => String::new(),
            }
        });
        table.row([title.to_string()].into_iter().chain(cells));
    }
    format!("### {title}\n\n{}", table.finish())
}
