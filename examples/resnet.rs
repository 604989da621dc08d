//! Reads handwritten digits by residual blocks: what a block learns is added to what it was given.
//!
//! `cargo run --release --features plot --example resnet`
//!
//! The network is that of He, Zhang, Ren and Sun ("Deep Residual Learning for Image Recognition", CVPR 2016), made small for images of 8 x 8
//! pixels. Where a block halves the rows and columns and doubles the channels, its input goes through a projection (their option B), so that
//! both can be added. There is no dense layer but the last: every channel comes to its mean over the image.
//!
//! After the training each normalisation becomes a part of the convolution before it, which leaves the answers what they are.

mod support;

use std::error::Error;
use std::process::ExitCode;
use std::time::Instant;

use static_nn::metrics::argmax;
use static_nn::network::BatchError;
use static_nn::plot::{Chart, Grid};
use static_nn::prelude::*;
use support::{claim, pictures};

network! {
    /// 8 x 8 pixels in, a score for each digit out.
    #[derive(Clone, Debug, PartialEq)]
    pub struct ResNet {
        input: [1, 8, 8],
        stem: Conv2d(16, kernel = 3, padding = same), BatchNorm, Relu,
        block1: Residual {
            conv1: Conv2d(16, kernel = 3, padding = same), BatchNorm, Relu,
            conv2: Conv2d(16, kernel = 3, padding = same), BatchNorm,
        },
        Relu,
        block2: Add {
            {
                conv1: Conv2d(32, kernel = 3, stride = 2, padding = 1), BatchNorm, Relu,
                conv2: Conv2d(32, kernel = 3, padding = same), BatchNorm,
            },
            { projection: Conv2d(32, kernel = 1, stride = 2), BatchNorm },
        },
        Relu,
        block3: Add {
            {
                conv1: Conv2d(64, kernel = 3, stride = 2, padding = 1), BatchNorm, Relu,
                conv2: Conv2d(64, kernel = 3, padding = same), BatchNorm,
            },
            { projection: Conv2d(64, kernel = 1, stride = 2), BatchNorm },
        },
        Relu,
        GlobalAvgPool2d,
        digit: Dense(10),
    }
}

/// Decides the starting values and the order of the images.
const SEED: u64 = 42;

const EPOCHS: usize = 30;

/// Below this part of the test images the example fails.
const GOAL: f64 = 0.98;

/// A score of the folded network may be so far from that of the trained one: they are computed in another order, and are of about 10.
const FOLDED: f32 = 1e-3;

fn main() -> ExitCode {
    claim::exit(run())
}

fn run() -> Result<(), Box<dyn Error>> {
    let (train, test) = support::digits::load();
    println!("{}\n\n{} digits to learn from, {} to be tested on", ResNet::summary(), train.len(), test.len());

    let start = Instant::now();
    let mut net = ResNet::boxed(SEED);
    let history = Trainer::new(CrossEntropy, AdamW::new(3e-3))
        .epochs(EPOCHS)
        .batch_size(32)
        .shuffle(SEED)
        .validation_split(0.1) // to watch the training with: the test digits are for the very end
        .schedule(CosineAnnealing::new(EPOCHS as u64))
        .progress()
        .fit(&mut net, &train.images, &train.labels)?;
    println!("{EPOCHS} epochs in {:.2} s", start.elapsed().as_secs_f64());

    let scores = answers(&net, &test.images)?;
    let trained = net.clone();
    net.fold();
    let folded = answers(&net, &test.images)?;
    let distances =
        scores.as_flattened().iter().zip(folded.as_flattened()).map(|(score, folded)| (score - folded).abs());
    let distance = distances.fold(0.0, f32::max);
    println!("with the normalisations in the convolutions, the scores are off by {distance:.1e}");
    claim::check(distance < FOLDED && *net != *trained, || {
        "the folded network answers differently, or as trained".into()
    })?;

    let guesses: Vec<usize> = folded.iter().map(|scores| argmax(scores)).collect();
    let right = guesses.iter().zip(&test.labels).filter(|(guess, label)| guess == label).count();
    let accuracy = right as f64 / test.len() as f64;
    println!("{right} of {} test digits are right: {:.2} %", test.len(), 100.0 * accuracy);

    let picture = Grid::new(1)
        .panel(pictures::answers(8, &test, &guesses))
        .panel(Chart::accuracy(&history).title(format!("{:.2} % of the test digits are right", 100.0 * accuracy)))
        .picture()?;
    pictures::save("resnet", &picture)?;

    claim::check(accuracy >= GOAL, || {
        format!("{:.2} % is less than the {:.0} % that this example promises", 100.0 * accuracy, 100.0 * GOAL)
    })
}

/// The scores of every image.
fn answers(net: &ResNet, images: &[[f32; 64]]) -> Result<Vec<[f32; 10]>, BatchError> {
    let mut scores = vec![[0.0; 10]; images.len()];
    Workspace::new().forward_batch(net, images, &mut scores)?;
    Ok(scores)
}
