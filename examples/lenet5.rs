//! LeNet-5 (LeCun et al., 1998) reads handwritten digits: convolutions and pools, then three dense layers.
//!
//! `cargo run --release --example lenet5` trains a small form of it on the 1,797 digits that travel with the source;
//! `cargo run --release --features rayon --example lenet5 -- --data DIR` trains the network itself on MNIST, whose four files lie in `DIR`,
//! on all cores.

mod support;

use std::error::Error;
use std::process::ExitCode;
use std::time::Instant;

use static_nn::data::mnist;
use static_nn::metrics::argmax;
use static_nn::prelude::*;
use static_nn::{D1, Layer, Sample};
use support::{Digits, arguments, claim, draw};

network! {
    /// 28 x 28 pixels in, a score for each digit out; rectifiers and the largest values, as it is built today.
    #[derive(Clone, Debug, PartialEq)]
    pub struct LeNet5 {
        input: [1, 28, 28],
        conv1: Conv2d(6, kernel = 5), Relu, MaxPool2d(2),
        conv2: Conv2d(16, kernel = 5), Relu, MaxPool2d(2),
        Flatten,
        fc1: Dense(256 -> 120), Relu,
        fc2: Dense(84), Relu,
        digit: Dense(10),
    }
}

network! {
    /// The same kind for 8 x 8 pixels, and for so few images that some of what it sees is left out at random.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Small {
        input: [1, 8, 8],
        conv1: Conv2d(16, kernel = 3), Relu,
        conv2: Conv2d(32, kernel = 3), Relu, MaxPool2d(2),
        Flatten,
        Dropout(p = 0.4),
        fc1: Dense(128 -> 120), Relu,
        Dropout(p = 0.4),
        fc2: Dense(84), Relu,
        digit: Dense(10),
    }
}

/// Decides the starting values and the order of the images.
const SEED: u64 = 42;

/// Below this part of the test images the example fails.
const GOAL: f64 = 0.985;

/// Some epochs at a learning rate.
type Stage = (usize, f64);

fn main() -> ExitCode {
    claim::exit(run())
}

fn run() -> Result<(), Box<dyn Error>> {
    match arguments::data()? {
        None => learn::<Small, 64>(&support::digits::load(), 32, &[(30, 2e-3), (20, 4e-4)]),
        Some(directory) => learn::<LeNet5, 784>(&mnist(&directory)?, 128, &[(7, 2e-3), (3, 2e-4)]),
    }
}

/// Trains a network, and shows how it does on images that it has never seen.
fn learn<N, const PIXELS: usize>(
    (train, test): &(Digits<PIXELS>, Digits<PIXELS>),
    batch: usize,
    stages: &[Stage],
) -> Result<(), Box<dyn Error>>
where
    N: Network<f32> + Layer<f32, Output = D1<10>>,
    [f32; PIXELS]: Sample<f32, N::Input>,
{
    println!("{}\n", N::summary());
    println!("{} images to learn from, {} to be tested on\n", train.len(), test.len());
    let start = Instant::now();
    let mut net = N::boxed(SEED);
    for (seed, &(epochs, learning_rate)) in (SEED..).zip(stages) {
        let history = Trainer::new(CrossEntropy, AdamW::new(learning_rate))
            .epochs(epochs)
            .batch_size(batch)
            .shuffle(seed)
            .progress()
            .fit(&mut net, &train.images, &train.labels)?;
        let (first, last) = (history.epochs.first(), history.epochs.last());
        if let Some((first, last)) = first.zip(last) {
            println!("{epochs:2} epochs at rate {learning_rate}: loss from {:.4} to {:.4}", first.loss, last.loss);
        }
    }
    let seconds = start.elapsed().as_secs_f64();

    let mut scores = vec![[0.0; 10]; test.len()];
    Workspace::new().forward_batch(&*net, &test.images, &mut scores)?;
    let guesses: Vec<usize> = scores.iter().map(|scores| argmax(scores)).collect();
    let wrong: Vec<_> = test.iter().zip(&guesses).filter(|((_, label), guess)| label != *guess).collect();
    let drawn: Vec<_> = wrong
        .iter()
        .take(if PIXELS > 256 { 2 } else { 4 })
        .map(|((image, label), guess)| (*image, format!("{guess}, wrong: {label}")))
        .collect();
    println!("{}", draw::pictures(&drawn));
    let accuracy = 1.0 - wrong.len() as f64 / test.len() as f64;
    println!("trained in {seconds:.2} s; {:.2} % of the test images are right", 100.0 * accuracy);
    claim::check(accuracy >= GOAL, || format!("{accuracy:.4} is less than the {GOAL} that this example promises"))
}
