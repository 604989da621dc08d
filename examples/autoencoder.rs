//! Squeezes handwritten digits through a few numbers, and draws what is left of them.
//!
//! `cargo run --release --features plot --example autoencoder`
//!
//! An autoencoder learns to give back what it was given, through a layer that is too narrow for it (Hinton and Salakhutdinov,
//! "Reducing the Dimensionality of Data with Neural Networks", Science 313, 2006). Without activations the best that it could do
//! would be as many principal components (Baldi and Hornik, "Neural Networks and Principal Component Analysis", Neural Networks 2,
//! 1989). With them it promises to come nearer to digits that it has not seen.

mod support;

use std::error::Error;
use std::process::ExitCode;
use std::time::Instant;

use static_nn::plot::{Chart, Grid, Pairs};
use static_nn::prelude::*;
use support::{Digits, claim, pictures};

/// How many numbers are left of the 64 pixels.
const CODE: usize = 8;

network! {
    /// What a digit comes to.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Encoder {
        input: [64],
        fc1: Dense(64), Relu,
        code: Dense(CODE),
    }
}

network! {
    /// The digit that is behind a code.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Decoder {
        input: [CODE],
        fc1: Dense(64), Relu,
        pixels: Dense(64), Sigmoid,
    }
}

network! {
    /// Both in a row: they learn together, and can be used apart.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Autoencoder {
        input: [64],
        encoder: Encoder,
        decoder: Decoder,
    }
}

/// Decides the starting values and the order of the digits.
const SEED: u64 = 42;

const EPOCHS: usize = 200;

fn main() -> ExitCode {
    claim::exit(run())
}

fn run() -> Result<(), Box<dyn Error>> {
    let (train, test) = support::digits::load();
    // A tenth is held out, to watch the training with: the test digits are for the very end.
    let (learned, held_out) = train.images.split_at(train.len() - train.len() / 10);
    println!(
        "{}\n\n{} digits to learn from, {} to watch with, {} to be tested on",
        Autoencoder::summary(),
        learned.len(),
        held_out.len(),
        test.len()
    );

    let start = Instant::now();
    let mut net = Autoencoder::boxed(SEED);
    let history = Trainer::new(MeanSquaredError, Adam::new(2e-3))
        .epochs(EPOCHS)
        .batch_size(32)
        .shuffle(SEED)
        .validation(held_out, held_out)
        .fit(&mut net, learned, learned)?;
    println!("trained in {:.2} s\n", start.elapsed().as_secs_f64());

    let pca = Pca::<f32, 64, CODE>::fit(learned)?;
    let project = |images: &[[f32; 64]]| -> Vec<[f32; 64]> {
        images.iter().map(|image| pca.inverse_transform(&pca.transform(image))).collect()
    };
    let projected = project(&test.images);
    let watched = mean_squared_error(&project(held_out), held_out);
    let decoded: Vec<[f32; 64]> =
        test.images.iter().map(|image| net.decoder.forward(&net.encoder.forward(image))).collect();

    let [by_net, by_components] = [&decoded, &projected].map(|images| mean_squared_error(images, &test.images));
    println!("mean squared error of a pixel, which is 0 for paper and 1 for ink, through {CODE} numbers:");
    println!("autoencoder           {by_net:.5}\nprincipal components  {by_components:.5}");

    let picture = Grid::new(1)
        .panel(pairs("An autoencoder", &test, &decoded))
        .panel(pairs("Principal components", &test, &projected))
        .panel(
            Chart::loss(&history)
                .title(format!("Through {CODE} numbers for each digit"))
                .y_label("mean squared error")
                .log_y()
                .curve("principal components", [[1.0, watched], [EPOCHS as f64, watched]])
                .dashed(),
        )
        .picture()?;
    pictures::save("autoencoder", &picture)?;

    claim::check(by_net < by_components, || {
        format!("the autoencoder's error is no less than the components', {by_net:.5} and {by_components:.5}")
    })
}

/// The first digits of the test set, and what became of them.
fn pairs(title: &str, test: &Digits<64>, made: &[[f32; 64]]) -> Pairs {
    let pairs = test.images.iter().zip(made).take(10);
    pairs.fold(Pairs::new(8, 8).title(title), |picture, (image, made)| picture.pair(image, made))
}

/// The mean over all pixels of all images.
fn mean_squared_error(made: &[[f32; 64]], images: &[[f32; 64]]) -> f64 {
    let pixels = made.as_flattened().iter().zip(images.as_flattened());
    let squares = pixels.map(|(made, pixel)| f64::from(made - pixel).powi(2));
    squares.sum::<f64>() / images.as_flattened().len() as f64
}
