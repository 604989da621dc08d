//! Dropout, batch normalisation, weight decay and a learning rate that falls on a plateau, beside the same network without any of them, and
//! beside PyTorch.
//!
//! `cargo run --release --features plot --example regularised`
//!
//! 600 samples of 20 inputs are few for a network 20-64-32-3, and a tenth of them has a class drawn at random: left to itself the network
//! learns them by heart. Regularised (Srivastava et al., Dropout, 2014; Ioffe and Szegedy, Batch Normalization, 2015) it does so less. How its
//! losses, its accuracy and its learning rate go is compared with PyTorch, whose twenty runs of the same on the same data are in
//! `tests/goldens/regularised.csv`. The starting values and what is dropped are drawn in another way there, so that no run is the same; the
//! means over the runs have to agree, as far as chance allows, at every epoch.

mod support;

use std::error::Error;
use std::ops::Range;
use std::process::ExitCode;

use static_nn::plot::{Chart, Grid};
use static_nn::prelude::*;
use static_nn::train::{Epoch, History};
use static_nn::{D1, Layer};
use support::{claim, pictures};

network! {
    pub struct Regularised {
        input: [20],
        fc1: Dense(64), BatchNorm, Relu, Dropout(p = 0.2),
        fc2: Dense(32), BatchNorm, Relu, Dropout(p = 0.2),
        class: Dense(3),
    }
}

network! {
    pub struct Plain {
        input: [20],
        fc1: Dense(64), Relu,
        fc2: Dense(32), Relu,
        class: Dense(3),
    }
}

/// Samples to learn from, and behind them those to validate on.
const SAMPLES: [u64; 2] = [600, 1_000];
const EPOCHS: usize = 60;
/// Each decides the starting values, the order of the samples and what is dropped.
const SEEDS: Range<u64> = 0..20;
/// The means of both sides differ by no more than so many standard errors of their difference, at any epoch. Where both draw from
/// the same distribution it is exceeded in three of ten thousand comparisons.
const ERRORS: f64 = 4.0;
/// PyTorch's file has six digits: means are equal that are no further apart, as part of themselves.
const DIGITS: f64 = 1e-5;
/// What `examples/README.md` says of the last epoch: the validation loss, and the part of the validation samples that is right.
const ENDS: [(&str, f64, f64); 2] = [("regularised", 0.74, 0.765), ("plain", 1.97, 0.716)];
/// How far both may be from that, the loss as a part of itself. Sums round differently from processor to processor, after which every run
/// goes its own way; the means of twenty stay closer together than this.
const ROOM: [f64; 2] = [0.1, 0.02];

fn main() -> ExitCode {
    claim::exit(run())
}

fn run() -> Result<(), Box<dyn Error>> {
    let (samples, validation) = (data(0..SAMPLES[0]), data(SAMPLES[0]..SAMPLES[0] + SAMPLES[1]));
    let decayed = Adam::new(3e-3).weight_decay(1e-4);
    let plateau = ReduceOnPlateau::new().factor(0.5).patience(5);
    let regularised = learn::<Regularised>(&samples, &validation, decayed, Some(plateau))?;
    let plain = learn::<Plain>(&samples, &validation, Adam::new(3e-3), None)?;

    println!("network      quantity             here, epoch {EPOCHS}  PyTorch          most standard errors apart");
    for (network, runs) in [("regularised", &regularised), ("plain", &plain)] {
        for (quantity, of) in QUANTITIES {
            compare(network, quantity, &ours(runs, of))?;
        }
    }
    let last = |runs, of| ours(runs, of)[EPOCHS - 1];
    let [_, (_, loss), (_, accuracy), _] = QUANTITIES;
    for ((network, expected_loss, expected_accuracy), runs) in ENDS.into_iter().zip([&regularised, &plain]) {
        let (loss, accuracy) = (last(runs, loss).mean, last(runs, accuracy).mean);
        let near = [loss / expected_loss - 1.0, accuracy - expected_accuracy].map(f64::abs);
        claim::check(near[0] <= ROOM[0] && near[1] <= ROOM[1], || {
            format!(
                "{network} ended with a mean validation loss of {loss:.3} and {accuracy:.3} right, not near \
                 {expected_loss} and {expected_accuracy}"
            )
        })?;
    }
    claim::check(last(&regularised, loss).highest < last(&plain, loss).lowest, || {
        "a plain network ended with a smaller validation loss than a regularised one".into()
    })?;
    println!("every regularised run ends with a smaller validation loss than every plain one");
    pictures::save("regularised", &picture(&regularised, &plain).picture()?)
}

/// Inputs and classes.
type Data = (Vec<[f32; 20]>, Vec<u8>);

/// Samples by their numbers. `tests/goldens/regularised.py` makes the same ones, bit by bit: all of it is whole numbers but for the last
/// division, which is exact.
fn data(numbers: Range<u64>) -> Data {
    let sample = |number| {
        let draws: [u64; 22] = std::array::from_fn(|i| mixed(32 * number + i as u64));
        let x: [i32; 20] = std::array::from_fn(|i| (draws[i] >> 48) as i32 - (1 << 15));
        let scores = [x[0] + x[1], x[2] + x[3], 2 * x[4].abs() - (1 << 15) + x[5]];
        // The first of the largest.
        let best = (0..3).rev().max_by_key(|class| scores[usize::from(*class)]).unwrap_or(0);
        let class = if draws[20].is_multiple_of(10) { (draws[21] % 3) as u8 } else { best };
        (x.map(|x| x as f32 / 32_768.0), class)
    };
    numbers.map(sample).unzip()
}

/// Steele, Lea and Flood's `SplitMix64` (Fast splittable pseudorandom number generators, 2014) as a function of its counter.
fn mixed(counter: u64) -> u64 {
    let z = counter.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// One run for each seed.
fn learn<N>(
    (xs, ys): &Data,
    (valid_xs, valid_ys): &Data,
    adam: Adam,
    plateau: Option<ReduceOnPlateau>,
) -> Result<Vec<History>, Box<dyn Error>>
where
    N: Network<f32> + Layer<f32, Input = D1<20>, Output = D1<3>>,
{
    let run = |seed| {
        let trainer = Trainer::new(CrossEntropy, adam).epochs(EPOCHS).shuffle(seed).validation(valid_xs, valid_ys);
        let trainer = match plateau {
            Some(plateau) => trainer.schedule(plateau),
            None => trainer,
        };
        Ok(trainer.fit(&mut N::boxed(seed), xs, ys)?)
    };
    SEEDS.map(run).collect()
}

/// What is looked at, by its name in PyTorch's file.
type Quantity = (&'static str, fn(&Epoch) -> f64);

const QUANTITIES: [Quantity; 4] = [
    ("loss", |epoch| epoch.loss),
    ("validation_loss", |epoch| epoch.validation_loss.unwrap_or(f64::NAN)),
    ("validation_accuracy", |epoch| epoch.validation_accuracy.unwrap_or(f64::NAN)),
    ("learning_rate", |epoch| epoch.learning_rate),
];

/// A quantity after one epoch, over all runs.
#[derive(Clone, Copy)]
struct Spread {
    mean: f64,
    /// The standard deviation from run to run.
    deviation: f64,
    lowest: f64,
    highest: f64,
}

/// A quantity of our runs, epoch by epoch.
fn ours(runs: &[History], of: fn(&Epoch) -> f64) -> Vec<Spread> {
    let spread = |epoch: usize| {
        let values = runs.iter().map(|run| of(&run.epochs[epoch]));
        let mean = values.clone().sum::<f64>() / runs.len() as f64;
        let squares: f64 = values.clone().map(|value| (value - mean).powi(2)).sum();
        Spread {
            mean,
            deviation: (squares / (runs.len() - 1) as f64).sqrt(),
            lowest: values.clone().fold(f64::INFINITY, f64::min),
            highest: values.fold(f64::NEG_INFINITY, f64::max),
        }
    };
    (0..EPOCHS).map(spread).collect()
}

/// A quantity of PyTorch's runs, epoch by epoch.
fn pytorch(network: &str, quantity: &str) -> Vec<Spread> {
    let prefix = format!("{network},{quantity},");
    let rows = include_str!("../tests/goldens/regularised.csv").lines().filter_map(|line| line.strip_prefix(&prefix));
    let spread = |row: &str| {
        let mut numbers = row.split(',').skip(1).map(|number| number.parse().unwrap_or(f64::NAN));
        let mut next = || numbers.next().unwrap_or(f64::NAN);
        Spread { mean: next(), deviation: next(), lowest: next(), highest: next() }
    };
    rows.map(spread).collect()
}

/// Fails if our mean leaves PyTorch's runs or is further from their mean than chance allows, at any epoch.
fn compare(network: &str, quantity: &str, ours: &[Spread]) -> Result<(), Box<dyn Error>> {
    let theirs = pytorch(network, quantity);
    claim::check(theirs.len() == EPOCHS, || format!("PyTorch's file has {} epochs, not {EPOCHS}", theirs.len()))?;
    let mut furthest = 0.0;
    for (epoch, (ours, theirs)) in (1..).zip(ours.iter().zip(&theirs)) {
        let error = ours.deviation.hypot(theirs.deviation) / ((SEEDS.end - SEEDS.start) as f64).sqrt();
        let difference = (ours.mean - theirs.mean).abs();
        // Learning rates are all the same at first, without a deviation and without extremes.
        let apart = if difference <= DIGITS * theirs.mean { 0.0 } else { difference / error };
        let within = theirs.deviation == 0.0 || (theirs.lowest..=theirs.highest).contains(&ours.mean);
        claim::check(within && apart <= ERRORS, || {
            format!(
                "{network}, epoch {epoch}: a {quantity} of {:.4} here, {:.4} by PyTorch ({:.4} to {:.4}), {apart:.1} \
                 standard errors apart",
                ours.mean, theirs.mean, theirs.lowest, theirs.highest
            )
        })?;
        furthest = f64::max(furthest, apart);
    }
    let text = |Spread { mean, deviation, .. }: &Spread| {
        if *mean < 1e-3 { format!("{mean:.1e} ± {deviation:.1e}") } else { format!("{mean:.4} ± {deviation:.4}") }
    };
    let [here, there] = [ours, &theirs].map(|spreads| spreads.last().map(text).unwrap_or_default());
    println!("{network:11}  {quantity:19}  {here:15}  {there:15}  {furthest:.1}");
    Ok(())
}

fn picture(regularised: &[History], plain: &[History]) -> Grid {
    let panel = |title, what: &str| Chart::new().title(title).x_label("epoch").y_label(what);
    let [(_, training), (_, validation), _, (_, rate)] = QUANTITIES;
    let both = panel("Regularised and not", "loss")
        .log_y()
        .line("validation, regularised", means(&ours(regularised, validation)))
        .line("validation, plain", means(&ours(plain, validation)))
        .line("training, plain", means(&ours(plain, training)))
        .dashed();
    let rates = panel("Learning rate, regularised", "learning rate")
        .log_y()
        .line("here, mean", means(&ours(regularised, rate)))
        .line("PyTorch, mean", means(&pytorch("regularised", "learning_rate")))
        .line("here, a single run", regularised[0].epochs.iter().map(rate))
        .dashed();
    Grid::new(2)
        .panel(beside(panel("Training, regularised", "loss"), QUANTITIES[0], regularised))
        .panel(beside(panel("Validation, regularised", "loss"), QUANTITIES[1], regularised))
        .panel(both)
        .panel(rates)
}

/// The mean of our runs in the band of PyTorch's.
fn beside(chart: Chart, (name, of): Quantity, runs: &[History]) -> Chart {
    let theirs = pytorch("regularised", name);
    let edge = |of: fn(&Spread) -> f64| (1_u32..).map(f64::from).zip(theirs.iter().map(of)).collect::<Vec<_>>();
    let (lowest, highest) = (edge(|spread| spread.lowest), edge(|spread| spread.highest));
    // One line with a gap, where there is no place: both edges have one look and one name.
    let band = lowest.into_iter().chain([(f64::NAN, f64::NAN)]).chain(highest);
    chart.line("here, mean of twenty", means(&ours(runs, of))).curve("PyTorch, extremes of twenty", band)
}

fn means(spreads: &[Spread]) -> impl Iterator<Item = f64> {
    spreads.iter().map(|spread| spread.mean)
}
