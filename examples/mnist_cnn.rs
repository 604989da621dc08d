//! Reads handwritten digits by convolutions, and shows what it read and what its kernels look for.
//!
//! `cargo run --release --features plot --example mnist_cnn` trains a small network on the 1,797 digits that travel with the source;
//! `cargo run --release --features plot --example mnist_cnn -- --data DIR` trains the large one on MNIST, whose four files lie in `DIR`.
//!
//! The large network is that of TensorFlow's tutorial "Convolutional Neural Network (CNN)"
//! (<https://www.tensorflow.org/tutorials/images/cnn>), which promises more than 99 % of the test images on MNIST.

mod support;

use std::error::Error;
use std::process::ExitCode;
use std::time::Instant;

use nalgebra::SMatrix;
use static_nn::data::mnist;
use static_nn::metrics::argmax;
use static_nn::plot::{Chart, Grid, Images};
use static_nn::prelude::*;
use static_nn::{D1, D3, Layer};
use support::{Digits, arguments, claim, pictures};

network! {
    /// 28 x 28 pixels in, a score for each digit out.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Mnist {
        input: [1, 28, 28],
        conv1: Conv2d(32, kernel = 3), Relu, MaxPool2d(2),
        conv2: Conv2d(64, kernel = 3), Relu, MaxPool2d(2),
        conv3: Conv2d(64, kernel = 3), Relu,
        Flatten,
        fc1: Dense(64), Relu,
        digit: Dense(10),
    }
}

network! {
    /// The same for 8 x 8 pixels, which padding keeps from shrinking. With so few images to learn from, half of what reaches the dense layers
    /// is left out in training.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Small {
        input: [1, 8, 8],
        conv1: Conv2d(16, kernel = 3, padding = same), Relu,
        conv2: Conv2d(32, kernel = 3, padding = same), Relu, MaxPool2d(2),
        conv3: Conv2d(32, kernel = 3, padding = same), Relu,
        Flatten, Dropout(p = 0.5),
        fc1: Dense(64), Relu,
        digit: Dense(10),
    }
}

/// Decides the starting values and the order of the images.
const SEED: u64 = 42;

/// The part of the training images that is held out, to watch the training with: the test images are for the very end.
const HELD_OUT: f64 = 0.1;

fn main() -> ExitCode {
    claim::exit(run())
}

fn run() -> Result<(), Box<dyn Error>> {
    match arguments::data()? {
        None => learn::<Small, 8, 64>(&support::digits::load(), Plan { epochs: 40, batch: 32, goal: 0.98 }, |net| {
            kernels(&net.conv1.weight)
        }),
        Some(directory) => {
            learn::<Mnist, 28, 784>(&mnist(directory)?, Plan { epochs: 5, batch: 64, goal: 0.99 }, |net| {
                kernels(&net.conv1.weight)
            })
        }
    }
}

/// How long the network learns, and which part of the test images it promises.
struct Plan {
    epochs: usize,
    batch: usize,
    goal: f64,
}

fn learn<N, const SIDE: usize, const PIXELS: usize>(
    (train, test): &(Digits<PIXELS>, Digits<PIXELS>),
    Plan { epochs, batch, goal }: Plan,
    kernels: impl Fn(&N) -> Images,
) -> Result<(), Box<dyn Error>>
where
    N: Network<f32> + Layer<f32, Input = D3<1, SIDE, SIDE, PIXELS>, Output = D1<10>>,
{
    println!("{}\n\n{} images to learn from, {} to be tested on", N::summary(), train.len(), test.len());
    let start = Instant::now();
    let mut net = N::boxed(SEED);
    let history = Trainer::new(CrossEntropy, Adam::new(1e-3))
        .epochs(epochs)
        .batch_size(batch)
        .shuffle(SEED)
        .validation_split(HELD_OUT)
        .schedule(CosineAnnealing::new(epochs as u64))
        .progress()
        .fit(&mut net, &train.images, &train.labels)?;
    println!("{epochs} epochs in {:.2} s", start.elapsed().as_secs_f64());

    let mut scores = vec![[0.0; 10]; test.len()];
    Workspace::new().forward_batch(&*net, &test.images, &mut scores)?;
    let guesses: Vec<usize> = scores.iter().map(|scores| argmax(scores)).collect();
    let right = guesses.iter().zip(&test.labels).filter(|(guess, label)| guess == label).count();
    let accuracy = right as f64 / test.len() as f64;
    println!("{right} of {} test images are right: {:.2} %", test.len(), 100.0 * accuracy);

    let picture = Grid::new(1)
        .panel(pictures::answers(SIDE, test, &guesses))
        .panel(kernels(&net))
        .panel(Chart::accuracy(&history).title(format!("{:.2} % of the test images are right", 100.0 * accuracy)))
        .picture()?;
    pictures::save("mnist_cnn", &picture)?;

    claim::check(accuracy >= goal, || {
        format!("{:.2} % is less than the {:.0} % that this example promises", 100.0 * accuracy, 100.0 * goal)
    })
}

/// The first sixteen kernels of a layer that sees one channel: ink is what they look for, paper what must not be there.
fn kernels<const CHANNELS: usize>(weight: &SMatrix<f32, CHANNELS, 9>) -> Images {
    let largest = f64::from(weight.amax());
    let picture = Images::new(3, 3).title("The first sixteen kernels of conv1").columns(16).range(-largest, largest);
    let kernels = weight.row_iter().take(16);
    kernels.fold(picture, |picture, kernel| picture.image(&kernel.iter().copied().collect::<Vec<f32>>(), ""))
}
