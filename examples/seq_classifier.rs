//! Judges strings of different lengths: were they made by the rules of a grammar, or spoilt?
//!
//! `cargo run --release --features plot --example seq_classifier`
//!
//! The rules are those of the embedded Reber grammar (Fahlman, The recurrent cascade-correlation architecture, 1991), on which long short-term
//! memory was first shown (Hochreiter and Schmidhuber, 1997): a walk through a graph of letters, and around it a letter `T` or `P` that must come
//! again behind the walk, however long that was. Half of the strings are spoilt: in one letter, or in nothing but that pair, which only a memory
//! can tell. Strings of 9 to 24 letters make one batch (`Padded`); the network is then asked letter by letter.
//!
//! ```text
//! B T  B T S S X X T V V E  T E     by the rules
//! B T  B T S S X X T V V E  P E     the pair is spoilt: T and P
//! B P  B P V P X T V S E    P E     a letter is spoilt: no S behind V
//! ```

mod support;

use std::collections::BTreeSet;
use std::error::Error;
use std::process::ExitCode;
use std::time::Instant;

use static_nn::init::Rng;
use static_nn::metrics::argmax;
use static_nn::plot::{Chart, Grid};
use static_nn::prelude::*;
use support::{claim, pictures};

network! {
    /// A string, and scores for `spoilt` and `by the rules`.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Judge {
        input: [MOST],
        letter: Embedding(LETTERS.len() -> 8),
        lstm: Lstm(UNITS),
        Last,
        verdict: Dense(2),
    }
}

/// The letters by their numbers.
const LETTERS: [char; 7] = ['B', 'T', 'P', 'S', 'X', 'V', 'E'];
const B: u8 = 0;
const T: u8 = 1;
const P: u8 = 2;
const S: u8 = 3;
const X: u8 = 4;
const V: u8 = 5;
const E: u8 = 6;

/// From each place of the walk: letters, and the places that they lead to.
const WALK: [&[(u8, usize)]; 7] = [
    &[(B, 1)],
    &[(T, 2), (P, 3)],
    &[(S, 2), (X, 4)],
    &[(T, 3), (V, 5)],
    &[(X, 3), (S, 6)],
    &[(P, 4), (V, 6)],
    &[(E, 7)],
];

/// Of the LSTM; its gates lie in the order `i f g o`.
const UNITS: usize = 32;
/// The most letters of a string; longer ones are drawn again.
const MOST: usize = 24;
/// What becomes of every fourth string each.
const KINDS: [&str; 4] = ["by the rules", "by the rules", "a letter is spoilt", "the pair is spoilt"];

/// How many strings there are to learn from, and how many to be tested on.
const STRINGS: [usize; 2] = [3_000, 1_000];
/// The part of the test strings that is judged rightly.
const GOAL: f64 = 0.95;
/// The lengths of fewer strings are not in the picture.
const FEW: usize = 10;
/// How far the scores of a stream may be from those in a batch, by rounding.
const ROUNDING: f32 = 1e-3;

const EPOCHS: usize = 30;
/// Decides the strings, their order and the starting values.
const SEED: u64 = 1;

type Text = Padded<[u8; MOST]>;

fn main() -> ExitCode {
    claim::exit(run())
}

fn run() -> Result<(), Box<dyn Error>> {
    let mut rng = Rng::new(SEED);
    let [(learned, verdicts), (tested, truth)] = STRINGS.map(|count| {
        let strings = (0..count).map(|i| (draw(&mut rng, KINDS[i % 4]), i % 4 < 2));
        strings.map(|(text, by_rules)| (text, u8::from(by_rules))).unzip::<Text, u8, Vec<_>, Vec<_>>()
    });
    println!("{}\n\n{} strings to learn from, {} to be tested on", Judge::summary(), learned.len(), tested.len());
    let start = Instant::now();
    let mut net = Judge::boxed(SEED);
    // The gate that keeps the memory is open at first, so that the pair is not forgotten before anything is learned of it (Jozefowicz,
    // Zaremba and Sutskever, An empirical exploration of recurrent network architectures, 2015).
    net.lstm.bias_ih.rows_mut(UNITS, UNITS).fill(1.0);
    let history = Trainer::new(CrossEntropy, Adam::new(1e-2))
        .epochs(EPOCHS)
        .batch_size(32)
        .shuffle(SEED)
        .schedule(CosineAnnealing::new(EPOCHS as u64))
        .clip_norm(1.0)
        .progress()
        .fit(&mut net, &learned, &verdicts)?;
    println!("{EPOCHS} epochs in {:.2} s\n", start.elapsed().as_secs_f64());

    let mut scores = vec![[0.0; 2]; tested.len()];
    Workspace::new().forward_batch(&*net, &tested, &mut scores)?;
    let right: Vec<bool> =
        scores.iter().zip(&truth).map(|(scores, truth)| argmax(scores) == usize::from(*truth)).collect();
    let part = |right: &[bool]| right.iter().filter(|right| **right).count() as f64 / right.len() as f64;
    for (kind, name) in KINDS.iter().enumerate().skip(1) {
        let right: Vec<bool> = right.iter().skip(kind).step_by(4).copied().collect();
        println!("{name:18}  {:.1} % judged rightly", 100.0 * part(&right));
    }
    let accuracy = part(&right);
    println!("all                 {:.1} %", 100.0 * accuracy);

    // Who knows which letters may follow which, and nothing of those farther away.
    let neighbours: BTreeSet<&[u8]> = learned
        .iter()
        .zip(&verdicts)
        .filter(|(_, by_rules)| **by_rules == 1)
        .flat_map(|(text, _)| text.values[..text.length].windows(2))
        .collect();
    let by_neighbours: Vec<bool> = tested
        .iter()
        .zip(&truth)
        .map(|(text, truth)| {
            text.values[..text.length].windows(2).all(|pair| neighbours.contains(pair)) == (*truth == 1)
        })
        .collect();
    println!("by neighbours alone {:.1} %", 100.0 * part(&by_neighbours));

    println!();
    for text in ["BTBTSSXXTVVETE", "BTBTSSXXTVVEPE", "BPBPVPXTVSEPE"] {
        let scores = follow(&net, &letters(text)).last().copied().unwrap_or_default();
        println!("{text}: {}", ["spoilt", "by the rules"][argmax(&scores)]);
    }
    for (text, scores) in tested.iter().zip(&scores) {
        let last = follow(&net, &text.values[..text.length]).last().copied().unwrap_or_default();
        let off = (last[0] - scores[0]).abs().max((last[1] - scores[1]).abs());
        claim::check(off <= ROUNDING, || format!("letter by letter the scores are others, by {off:.1e}"))?;
    }

    let by_length = |length: usize| {
        let of_length = tested.iter().zip(&right).filter(|(text, _)| text.length == length);
        of_length.map(|(_, right)| *right).collect::<Vec<_>>()
    };
    let lengths = (9..=MOST).map(|length| (length, by_length(length))).filter(|(_, right)| right.len() >= FEW);
    let picture = Grid::new(1)
        .panel(Chart::accuracy(&history).title("Learning to judge"))
        .panel(
            Chart::new()
                .title("Judged rightly, by length")
                .x_label("letters")
                .y_label("part of the strings")
                .y_range(0.0, 1.05)
                .points("", lengths.map(|(length, right)| (length, part(&right)))),
        )
        .panel(memory(&net, "BTSSSXXTTTVPXTVVE"))
        .picture()?;
    pictures::save("seq_classifier", &picture)?;

    claim::check(accuracy >= GOAL, || {
        format!("{:.1} % is less than the {:.0} % that this example promises", 100.0 * accuracy, 100.0 * GOAL)
    })?;
    claim::check(part(&by_neighbours) < accuracy, || "neighbours tell as much".to_owned())
}

/// The scores after each letter.
fn follow(net: &Judge, letters: &[u8]) -> Vec<[f32; 2]> {
    let mut state = Judge::<f32>::state();
    letters.iter().map(|letter| net.step(&mut state, &[f32::from(*letter)])).collect()
}

/// A string of this kind.
fn draw(rng: &mut Rng, kind: &str) -> Text {
    loop {
        let pair = [T, P][rng.below(2)];
        let mut letters = vec![B, pair];
        let mut place = 0;
        while let Some(ways) = WALK.get(place) {
            let (letter, next) = ways[rng.below(ways.len())];
            letters.push(letter);
            place = next;
        }
        letters.extend([pair, E]);
        let behind = letters.len() - 2;
        match kind {
            "the pair is spoilt" => letters[behind] = if pair == T { P } else { T },
            // Not that pair, and not the letters at the ends.
            "a letter is spoilt" => {
                letters[2 + rng.below(behind - 2)] = [B, T, P, S, X, V, E][rng.below(LETTERS.len())];
            }
            _ => {}
        }
        // Another letter may make another string by the rules.
        if let Some(text) = Text::of(&letters)
            && is_by_rules(&letters) == (kind == "by the rules")
        {
            return text;
        }
    }
}

/// Whether the rules allow a string.
fn is_by_rules(letters: &[u8]) -> bool {
    let [B, pair @ (T | P), walk @ .., behind, E] = letters else { return false };
    let end = walk.iter().try_fold(0, |place, letter| {
        let ways = WALK.get(place)?;
        ways.iter().find(|(way, _)| way == letter).map(|(_, next)| *next)
    });
    pair == behind && end == Some(WALK.len())
}

/// The letters of a text.
fn letters(text: &str) -> Vec<u8> {
    let number = |letter: char| (0..).zip(LETTERS).find(|(_, other)| *other == letter).map(|(number, _)| number);
    text.chars().filter_map(number).collect()
}

/// What a unit remembers along two strings that differ in nothing but their pair: the one that still does most at the end of the walk.
fn memory(net: &Judge, walk: &str) -> Chart {
    let along = |pair: &str| -> Vec<[f32; UNITS]> {
        let mut state = Judge::<f32>::state();
        let remembers = |letter: u8| {
            net.step(&mut state, &[f32::from(letter)]);
            // Behind the table of letters, which remembers nothing: the hidden state, and then the memory.
            state.1.0.1
        };
        letters(&format!("B{pair}{walk}")).into_iter().map(remembers).collect()
    };
    let (t, p) = (along("T"), along("P"));
    let apart = |unit: usize| t.last().zip(p.last()).map_or(0.0, |(t, p)| (t[unit] - p[unit]).abs());
    let unit = (0..UNITS).max_by(|a, b| apart(*a).total_cmp(&apart(*b))).unwrap_or(0);
    let line = |along: &[[f32; UNITS]]| along.iter().map(|memory| memory[unit]).collect::<Vec<_>>();
    Chart::new()
        .title(format!("The memory of unit {unit} along {walk}"))
        .x_label("letters")
        .y_label("memory")
        .line("BT..", line(&t))
        .line("BP..", line(&p))
}
