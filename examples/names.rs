//! Learns letter by letter how given names are spelled, and makes up others.
//!
//! `cargo run --release --features plot --example names`
//!
//! After each letter the network tells how probable each next one is (Sutskever, Martens and Hinton, Generating text with recurrent neural
//! networks, 2011). How well it knows names that it has not seen is measured by its perplexity: among how many letters, all equally probable,
//! the choice would be as hard. It promises less than tables of pairs and of triples of letters, made of the same names, can reach. Then it
//! spells: a letter is drawn by the probabilities and goes back in, through `step`.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::process::ExitCode;
use std::time::Instant;

use static_nn::init::Rng;
use static_nn::plot::{Chart, Grid, Images};
use static_nn::prelude::*;
use support::{claim, pictures};

network! {
    /// The letters of a name so far, and a score for each that may be next.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Speller {
        input: [STEPS],
        sign: Embedding(SIGNS -> 16),
        gru: Gru(96),
        Dropout(p = 0.4),
        next: Dense(SIGNS),
    }
}

/// Given names, one a line, of the letters `a` to `z`.
static NAMES: &str = include_str!("data/names.txt");

/// The letters, and before them the sign for the beginning and the end of a name.
const SIGNS: usize = 27;
/// As many letters as a name may have, and the sign behind them.
const STEPS: usize = 12;

/// So many names are only for the test.
const HELD_OUT: usize = 200;
/// The most that the perplexity may be on those.
const PERPLEXITY: f64 = 9.5;

/// Names that are made up, and how many of them must be in no list.
const MADE_UP: usize = 100;
const NEW: usize = 50;
/// Scores are divided by it before a letter is drawn: below 1, what is probable becomes more so.
const TEMPERATURE: f32 = 0.7;

const EPOCHS: usize = 30;
/// Decides the names that are held out, their order, the starting values and the letters that are drawn.
const SEED: u64 = 1;

fn main() -> ExitCode {
    claim::exit(run())
}

fn run() -> Result<(), Box<dyn Error>> {
    let mut rng = Rng::new(SEED);
    let mut names: Vec<&str> = NAMES.lines().collect();
    let fits = |name: &&str| name.len() < STEPS && name.bytes().all(|letter| letter.is_ascii_lowercase());
    claim::check(names.iter().all(fits), || format!("a name has other letters, or more than {}", STEPS - 1))?;
    rng.shuffle(&mut names);
    let (held_out, learned) = names.split_at(HELD_OUT);
    let samples = |names: &[&str]| names.iter().map(|name| sample(name)).unzip::<_, _, Vec<_>, Vec<_>>();
    let ((xs, ys), (held_xs, held_ys)) = (samples(learned), samples(held_out));
    println!("{}\n\n{} names to learn from, {HELD_OUT} held out", Speller::summary(), xs.len());

    let start = Instant::now();
    let mut net = Speller::boxed(SEED);
    let history = Trainer::new(EveryStep(CrossEntropy), Adam::new(5e-3))
        .epochs(EPOCHS)
        .batch_size(32)
        .shuffle(SEED)
        .schedule(CosineAnnealing::new(EPOCHS as u64))
        .clip_norm(1.0)
        .validation(&held_xs, &held_ys)
        .progress()
        .fit(&mut net, &xs, &ys)?;
    println!("{EPOCHS} epochs in {:.2} s\n", start.elapsed().as_secs_f64());

    let by_net = perplexity(held_out, |name| {
        let mut state = Speller::<f32>::state();
        signs(name).map(|sign| probabilities(&net.step(&mut state, &[sign.into()]), 1.0)).collect()
    });
    let [by_pairs, by_triples] = [1, 2].map(|before| table(learned, held_out, before));
    println!("perplexity on names that were held out:");
    println!("network  {by_net:.2}\npairs    {by_pairs:.2}\ntriples  {by_triples:.2}\n");
    claim::check(by_net <= PERPLEXITY, || format!("a perplexity of {by_net:.2} is more than {PERPLEXITY}"))?;
    claim::check(by_net < by_pairs && by_net < by_triples, || "a table of letters knows names as well".to_owned())?;

    let made: Vec<String> = (0..MADE_UP).map(|_| spell(&net, &mut rng)).collect();
    let known: BTreeSet<&str> = names.iter().copied().collect();
    let new: BTreeSet<&str> =
        made.iter().map(String::as_str).filter(|name| !name.is_empty() && !known.contains(name)).collect();
    println!("{} of {MADE_UP} made-up names are in no list, such as:", new.len());
    for line in new.iter().copied().collect::<Vec<_>>().chunks(8).take(5) {
        println!("  {}", line.join(" "));
    }
    claim::check(new.len() >= NEW, || format!("only {} of {MADE_UP} names are made up, not {NEW}", new.len()))?;

    let shown = ["maximilian", "bernadette", "stephanie", "alexandra", "woodrow"];
    let picture = Grid::new(1)
        .panel(Chart::loss(&history).title("Learning to spell").y_label("cross entropy of a letter"))
        .panel(
            shown.into_iter().fold(
                Images::new(STEPS, SIGNS)
                    .columns(shown.len())
                    .title("What may come next: a (above) to z, and the end (below)"),
                |picture, name| picture.image(&next_letters(&net, name), name),
            ),
        )
        .picture()?;
    pictures::save("names", &picture)
}

/// The sign before a name, and its letters.
fn signs(name: &str) -> impl Iterator<Item = u8> {
    [0].into_iter().chain(name.bytes().map(|letter| letter - b'a' + 1))
}

/// The signs of a name, and what is next after each of them.
fn sample(name: &str) -> (Padded<[u8; STEPS]>, [u8; STEPS]) {
    let (mut x, mut y) = (Padded { values: [0; STEPS], length: name.len() + 1 }, [0; STEPS]);
    for (x, sign) in x.values.iter_mut().zip(signs(name)) {
        *x = sign;
    }
    for (y, sign) in y.iter_mut().zip(signs(name).skip(1)) {
        *y = sign;
    }
    (x, y)
}

/// How probable each sign is, by its score.
fn probabilities(scores: &[f32; SIGNS], temperature: f32) -> [f32; SIGNS] {
    let parts = scores.map(|score| (score / temperature).exp());
    let sum: f32 = parts.iter().sum();
    parts.map(|part| part / sum)
}

/// The perplexity of names, of which `forecast` tells the probabilities of each sign but the first.
fn perplexity(names: &[&str], forecast: impl Fn(&str) -> Vec<[f32; SIGNS]>) -> f64 {
    let surprises: Vec<f64> = names
        .iter()
        .flat_map(|name| {
            let next = signs(name).skip(1).chain([0]);
            forecast(name)
                .into_iter()
                .zip(next)
                .map(|(probabilities, sign)| -f64::from(probabilities[usize::from(sign)]).ln())
        })
        .collect();
    (surprises.iter().sum::<f64>() / surprises.len() as f64).exp()
}

/// The perplexity by how often each sign follows the ones before it. What is added to all counts, so that none is zero, is what serves the
/// names that were held out best: an advantage that the network does not have.
fn table(learned: &[&str], held_out: &[&str], before: usize) -> f64 {
    // What stands before each sign of a name.
    let places = |name: &str| -> Vec<Vec<u8>> {
        let all: Vec<u8> = std::iter::repeat_n(0, before - 1).chain(signs(name)).collect();
        all.windows(before).map(<[u8]>::to_vec).collect()
    };
    let mut counts: BTreeMap<Vec<u8>, [f32; SIGNS]> = BTreeMap::new();
    for name in learned {
        for (place, sign) in places(name).into_iter().zip(signs(name).skip(1).chain([0])) {
            counts.entry(place).or_insert([0.0; SIGNS])[usize::from(sign)] += 1.0;
        }
    }
    let with = |added: f32| {
        perplexity(held_out, |name| {
            let counts = places(name).into_iter().map(|place| counts.get(&place).copied().unwrap_or([0.0; SIGNS]));
            counts.map(|counts| probabilities(&counts.map(|count| (count + added).ln()), 1.0)).collect()
        })
    };
    [0.03, 0.1, 0.3, 1.0, 3.0].into_iter().map(with).fold(f64::INFINITY, f64::min)
}

/// A name, letter by letter, to its end or to as many letters as there may be.
fn spell(net: &Speller, rng: &mut Rng) -> String {
    let (mut state, mut sign, mut name) = (Speller::<f32>::state(), 0, String::new());
    while name.len() < STEPS - 1 {
        let probabilities = probabilities(&net.step(&mut state, &[f32::from(sign)]), TEMPERATURE);
        let mut left = rng.uniform();
        let letters = ('a'..='z').zip(1_u8..).zip(&probabilities[1..]);
        let drawn =
            letters.map(|((letter, sign), probability)| (letter, sign, f64::from(*probability))).find(|drawn| {
                left -= drawn.2;
                left < 0.0
            });
        // What no letter has is the end's.
        let Some((letter, drawn, _)) = drawn else { break };
        sign = drawn;
        name.push(letter);
    }
    name
}

/// The probabilities along a name, a column for each of its letters.
fn next_letters(net: &Speller, name: &str) -> Vec<f32> {
    let mut state = Speller::<f32>::state();
    let columns: Vec<_> = signs(name).map(|sign| probabilities(&net.step(&mut state, &[sign.into()]), 1.0)).collect();
    let rows = (1..SIGNS).chain([0]);
    rows.flat_map(|sign| (0..STEPS).map(move |i| (i, sign)))
        .map(|(i, sign)| columns.get(i).map_or(0.0, |column| column[sign]))
        .collect()
}
