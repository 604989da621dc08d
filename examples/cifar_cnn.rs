//! Tells images in colour apart by two convolutions.
//!
//! `cargo run --release --features plot --example cifar_cnn` learns ten kinds of made images: stripes of five directions, in two pairs of
//! colours, with noise;
//! `cargo run --release --features plot --example cifar_cnn -- --data DIR` trains on CIFAR-10, whose binary files lie in `DIR`.
//!
//! Before that it compares the derivatives of a network of the same kind, small enough to do so for every parameter, with central
//! differences in double precision.

mod support;

use std::error::Error;
use std::process::ExitCode;
use std::time::Instant;

use static_nn::Number;
use static_nn::data::Images;
use static_nn::gradcheck;
use static_nn::init::Rng;
use static_nn::metrics::argmax;
use static_nn::plot::{Chart, Grid};
use static_nn::prelude::*;
use support::cifar::{Photographs, VALUES};
use support::{arguments, cifar, claim, pictures};

network! {
    /// 32 x 32 pixels in three colours in, a score for each class out.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Cifar {
        input: [3, 32, 32],
        conv1: Conv2d(32, kernel = 3, padding = same), Relu, MaxPool2d(2),
        conv2: Conv2d(64, kernel = 3, padding = same), Relu, MaxPool2d(2),
        Flatten,
        fc1: Dense(4096 -> 128), Relu,
        class: Dense(10),
    }
}

network! {
    /// The same with fewer of everything.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Small {
        input: [3, 8, 8],
        conv1: Conv2d(4, kernel = 3, padding = same), Relu, MaxPool2d(2),
        conv2: Conv2d(6, kernel = 3, padding = same), Relu, MaxPool2d(2),
        Flatten,
        fc1: Dense(24 -> 12), Relu,
        class: Dense(10),
    }
}

/// Decides the starting values, the made images and the order of the images.
const SEED: u64 = 42;

/// Derivatives agree with central differences to this relative error.
const AGREES: f64 = 1e-6;

/// How many made images there are to learn from and to be tested on.
const MADE: [usize; 2] = [640, 200];

fn main() -> ExitCode {
    claim::exit(run())
}

fn run() -> Result<(), Box<dyn Error>> {
    gradients()?;
    match arguments::data()? {
        None => {
            let mut rng = Rng::new(SEED);
            let [train, test] = MADE.map(|count| stripes(count, &mut rng));
            learn(&train, &test, Plan { epochs: 8, batch: 16, goal: 0.95 })
        }
        Some(directory) => {
            let (train, test) = cifar::load(&directory)?;
            learn(&train, &test, Plan { epochs: 10, batch: 64, goal: 0.6 })
        }
    }
}

/// Every derivative of the small network beside its central difference.
fn gradients() -> Result<(), Box<dyn Error>> {
    let mut rng = Rng::new(SEED);
    let images: Vec<[f64; 192]> = (0..5).map(|_| std::array::from_fn(|_| rng.normal())).collect();
    let mut net = <Small<f64> as Network<f64>>::boxed(SEED);
    let report = gradcheck::network(&mut *net, &images, &[0_u8, 3, 5, 8, 9], CrossEntropy)?;
    println!("tensor        relative error\n{report}\n");
    claim::check(report.worst() < AGREES, || format!("a derivative is off by {:.1e}", report.worst()))
}

/// How long the network learns, and which part of the test images it promises.
struct Plan {
    epochs: usize,
    batch: usize,
    goal: f64,
}

fn learn(train: &Photographs, test: &Photographs, Plan { epochs, batch, goal }: Plan) -> Result<(), Box<dyn Error>> {
    println!("{}\n\n{} images to learn from, {} to be tested on", Cifar::summary(), train.len(), test.len());
    let start = Instant::now();
    let mut net = Cifar::boxed(SEED);
    let history = Trainer::new(CrossEntropy, Adam::new(1e-3))
        .epochs(epochs)
        .batch_size(batch)
        .shuffle(SEED)
        .schedule(CosineAnnealing::new(epochs as u64))
        .progress()
        .fit(&mut net, &train.images, &train.labels)?;
    println!("{epochs} epochs in {:.2} s", start.elapsed().as_secs_f64());
    for (epoch, passed) in history.epochs.iter().enumerate() {
        println!("epoch {:2}: loss {:.4}", epoch + 1, passed.loss);
    }

    let mut scores = vec![[0.0; 10]; test.len()];
    Workspace::new().forward_batch(&*net, &test.images, &mut scores)?;
    let guesses: Vec<usize> = scores.iter().map(|scores| argmax(scores)).collect();
    let right = guesses.iter().zip(&test.labels).filter(|(guess, label)| guess == label).count();
    let accuracy = right as f64 / test.len() as f64;
    println!("{right} of {} test images are right: {:.2} %", test.len(), 100.0 * accuracy);

    let picture = Grid::new(1)
        .panel(pictures::answers(32, &grey(test), &guesses).light())
        .panel(Chart::accuracy(&history).title(format!("{:.2} % of the test images are right", 100.0 * accuracy)))
        .picture()?;
    pictures::save("cifar_cnn", &picture)?;

    claim::check(accuracy >= goal, || {
        format!("{:.2} % is less than the {:.0} % that this example promises", 100.0 * accuracy, 100.0 * goal)
    })
}

/// Images of the classes in turn. Class `c` has stripes in direction `c % 5` of five, the half of the classes in red against blue, the others
/// in green against both.
fn stripes(count: usize, rng: &mut Rng) -> Photographs {
    let stripes = |i: usize| {
        let class = i % 10;
        let (sin, cos) = (std::f32::consts::PI * (class % 5) as f32 / 5.0).sin_cos();
        let colours = if class < 5 { [1.0, 0.0, -1.0] } else { [-1.0, 1.0, -1.0] };
        let [width, start] = [2.0 + f32::from_f64(rng.uniform()), 6.0 * f32::from_f64(rng.uniform())];
        let mut image = [0.0; VALUES];
        for (place, value) in image.iter_mut().enumerate() {
            let (channel, row, column) = (place / 1024, place / 32 % 32, place % 32);
            let wave = ((row as f32 * sin + column as f32 * cos) / width + start).sin();
            *value = 0.5 + 0.3 * colours[channel] * wave + 0.1 * f32::from_f64(rng.normal());
        }
        (image, class)
    };
    (0..count).map(stripes).collect()
}

/// How bright the three colours are together (ITU-R BT.601), as pictures of one channel.
fn grey(images: &Photographs) -> Images<f32, 1024> {
    let bright = |image: &[f32; VALUES], i| 0.299 * image[i] + 0.587 * image[i + 1024] + 0.114 * image[i + 2048];
    images.iter().map(|(image, label)| (std::array::from_fn(|i| bright(image, i)), label)).collect()
}
