//! Trains a network on real handwritten digits, and shows what it learned.
//!
//! `cargo run --release --example digits` trains on the 1,797 digits that travel with the source;
//! `cargo run --release --example digits -- --data DIR` trains on MNIST, whose four files lie in `DIR`;
//! `--save FILE` keeps the trained network.

mod support;

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use static_nn::data::mnist;
use static_nn::metrics::{ConfusionMatrix, argmax};
use static_nn::network::BatchError;
use static_nn::prelude::*;
use static_nn::{D1, Layer, io};
use support::{Digits, draw};

network! {
    /// 8 x 8 pixels in, a score for each digit out.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Small {
        input: [64],
        hidden: Dense(64), Relu,
        digit: Dense(10),
    }
}

network! {
    /// 28 x 28 pixels in, a score for each digit out.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Mnist {
        input: [784],
        fc1: Dense(128), Relu,
        fc2: Dense(64), Relu,
        digit: Dense(10),
    }
}

/// Decides the starting values and the order of the images.
const SEED: u64 = 42;

/// The part of the training images that is held out, to watch the training with: the test images are for the very end.
const HELD_OUT: f64 = 0.1;

/// Below this part of the test images the example fails.
const GOAL: f64 = 0.97;

fn main() -> ExitCode {
    match run() {
        Ok(accuracy) if accuracy >= GOAL => ExitCode::SUCCESS,
        Ok(accuracy) => {
            eprintln!(
                "error: {:.2} % is less than the {:.0} % that this example promises",
                100.0 * accuracy,
                100.0 * GOAL
            );
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<f64, Box<dyn Error>> {
    let Arguments { data, save } = Arguments::parse()?;
    match data {
        None => learn::<Small, 64>(&support::digits::load(), [(40, 2e-3), (20, 2e-4)], save),
        Some(directory) => learn::<Mnist, 784>(&mnist(&directory)?, [(7, 1e-3), (3, 1e-4)], save),
    }
}

/// What stands behind the example's name.
#[derive(Default)]
struct Arguments {
    /// The directory of MNIST.
    data: Option<PathBuf>,
    /// Where the trained network goes.
    save: Option<PathBuf>,
}

impl Arguments {
    fn parse() -> Result<Self, lexopt::Error> {
        use lexopt::prelude::*;
        let (mut parser, mut arguments) = (lexopt::Parser::from_env(), Self::default());
        while let Some(argument) = parser.next()? {
            match argument {
                Long("data") => arguments.data = Some(parser.value()?.into()),
                Long("save") => arguments.save = Some(parser.value()?.into()),
                other => return Err(other.unexpected()),
            }
        }
        Ok(arguments)
    }
}

/// Trains a network in stages of some epochs at a learning rate, shows how it does on images that it has never seen, saves
/// it and reads it back.
fn learn<N, const PIXELS: usize>(
    (train, test): &(Digits<PIXELS>, Digits<PIXELS>),
    stages: [(usize, f64); 2],
    save: Option<PathBuf>,
) -> Result<f64, Box<dyn Error>>
where
    N: Network<f32> + Layer<f32, Input = D1<PIXELS>, Output = D1<10>>,
{
    let (held_out, tested) = (100.0 * HELD_OUT, test.len());
    println!("{}\n", N::summary());
    println!(
        "{} images to learn from, {held_out} % of them held out to watch with, {tested} to be tested on\n",
        train.len()
    );

    let start = Instant::now();
    let mut net = N::boxed(SEED);
    for (seed, (epochs, learning_rate)) in (SEED..).zip(stages) {
        let history = Trainer::new(CrossEntropy, Adam::new(learning_rate))
            .epochs(epochs)
            .batch_size(32)
            .shuffle(seed)
            .validation_split(HELD_OUT)
            .progress()
            .fit(&mut net, &train.images, &train.labels)?;
        let (first, last) = (history.epochs.first(), history.epochs.last());
        if let Some((first, last)) = first.zip(last) {
            let watched = 100.0 * last.validation_accuracy.unwrap_or(f64::NAN);
            println!("{epochs:2} epochs at rate {learning_rate}: loss from {:.4} to {:.4}", first.loss, last.loss);
            println!("          {watched:.1} % of the images held out are right");
        }
    }
    println!("trained in {:.2} s\n", start.elapsed().as_secs_f64());

    let scores = answers::<N, PIXELS>(&net, test)?;
    let accuracy = report(&test.labels, &scores)?;
    println!("{}", pictures(test, &scores));
    println!("{:.2} % of the test images are right", 100.0 * accuracy);

    let keep = save.is_some();
    let file = format!("{}-{}.safetensors", N::NAME, std::process::id());
    let path = save.unwrap_or_else(|| std::env::temp_dir().join(file));
    io::save(&*net, &path)?;
    let loaded = io::load::<f32, N>(&path)?;
    if !keep {
        std::fs::remove_file(&path)?;
    }
    if answers::<N, PIXELS>(&loaded, test)? != scores {
        return Err("the network answers differently after it was saved and loaded".into());
    }
    println!("saved, loaded, and the answers are the same");
    Ok(accuracy)
}

/// Prints what was taken for what; the part that is right.
fn report(labels: &[usize], scores: &[[f32; 10]]) -> Result<f64, Box<dyn Error>> {
    let mut confusion = ConfusionMatrix::<10>::new();
    for (&label, scores) in labels.iter().zip(scores) {
        confusion.add(label, argmax(scores))?;
    }
    println!("{confusion}");
    Ok(confusion.accuracy().ok_or("there are no test images")?)
}

/// The scores of every image.
fn answers<N, const PIXELS: usize>(net: &N, test: &Digits<PIXELS>) -> Result<Vec<[f32; 10]>, BatchError>
where
    N: Layer<f32, Input = D1<PIXELS>, Output = D1<10>>,
{
    let mut scores = vec![[0.0; 10]; test.len()];
    Workspace::new().forward_batch(net, &test.images, &mut scores)?;
    Ok(scores)
}

/// A few digits with what they were taken for: mistakes first.
fn pictures<const PIXELS: usize>(test: &Digits<PIXELS>, scores: &[[f32; 10]]) -> String {
    let shown = test.iter().zip(scores).map(|((image, label), scores)| (image, label, argmax(scores)));
    let (right, wrong): (Vec<_>, Vec<_>) = shown.partition(|(_, label, guess)| label == guess);
    let columns = if PIXELS > 256 { 2 } else { 4 };
    let drawn: Vec<_> = wrong
        .into_iter()
        .chain(right)
        .take(2 * columns)
        .map(|(image, label, guess)| {
            let caption = if guess == label { format!("{guess}, right") } else { format!("{guess}, wrong: {label}") };
            (image, caption)
        })
        .collect();
    draw::pictures(&drawn)
}
