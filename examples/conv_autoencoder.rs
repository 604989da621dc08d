//! Squeezes handwritten digits through a few numbers by convolutions, and draws digits from such numbers.
//!
//! `cargo run --release --features plot --example conv_autoencoder`
//!
//! The encoder halves the image twice by convolutions with a stride of 2; the decoder doubles it twice by transposed convolutions (Zeiler et
//! al., "Deconvolutional Networks", CVPR 2010). Their kernels of 4 are a multiple of the stride, so that every pixel is reached by as many
//! values of the kernel: with one of 3 they would differ, and the images would show it (Odena et al., "Deconvolution and Checkerboard
//! Artifacts", Distill, 2016). The example promises to come nearer to digits that it has not seen than as many principal components.

mod support;

use std::error::Error;
use std::process::ExitCode;
use std::time::Instant;

use static_nn::plot::{Chart, Grid, Images, Pairs};
use static_nn::prelude::*;
use support::{Digits, claim, pictures};

/// How many numbers are left of the 64 pixels.
const CODE: usize = 8;

network! {
    /// What a digit comes to.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Encoder {
        input: [1, 8, 8],
        conv1: Conv2d(16, kernel = 3, stride = 2, padding = 1), Relu,
        conv2: Conv2d(32, kernel = 3, stride = 2, padding = 1), Relu,
        Flatten,
        code: Dense(CODE),
    }
}

network! {
    /// The digit that is behind a code.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Decoder {
        input: [CODE],
        fc1: Dense(128), Relu,
        Reshape([32, 2, 2]),
        up1: ConvTranspose2d(16, kernel = 4, stride = 2, padding = 1), Relu,
        up2: ConvTranspose2d(1, kernel = 4, stride = 2, padding = 1), Sigmoid,
    }
}

network! {
    /// Both in a row: they learn together, and can be used apart.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Autoencoder {
        input: [1, 8, 8],
        encoder: Encoder,
        decoder: Decoder,
        output: [1, 8, 8],
    }
}

/// Decides the starting values and the order of the digits.
const SEED: u64 = 42;

const EPOCHS: usize = 120;

/// How many images there are on the way from one digit to another.
const STEPS: usize = 10;

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
    let history = Trainer::new(MeanSquaredError, Adam::new(3e-3))
        .epochs(EPOCHS)
        .batch_size(32)
        .shuffle(SEED)
        .schedule(CosineAnnealing::new(EPOCHS as u64))
        .validation(held_out, held_out)
        .progress()
        .fit(&mut net, learned, learned)?;
    println!("{EPOCHS} epochs in {:.2} s\n", start.elapsed().as_secs_f64());

    let pca = Pca::<f32, 64, CODE>::fit(learned)?;
    let project = |images: &[[f32; 64]]| -> Vec<[f32; 64]> {
        images.iter().map(|image| pca.inverse_transform(&pca.transform(image))).collect()
    };
    let projected = project(&test.images);
    let watched = mean_squared_error(&project(held_out), held_out);
    let decoded: Vec<[f32; 64]> = test.images.iter().map(|image| flat(&net.forward(image))).collect();

    let [by_net, by_components] = [&decoded, &projected].map(|images| mean_squared_error(images, &test.images));
    println!("mean squared error of a pixel, which is 0 for paper and 1 for ink, through {CODE} numbers:");
    println!("autoencoder           {by_net:.5}\nprincipal components  {by_components:.5}");

    let picture = Grid::new(1)
        .panel(pairs("A convolutional autoencoder", &test, &decoded))
        .panel(pairs("Principal components", &test, &projected))
        .panel(ways(&net, &test))
        .panel(
            Chart::loss(&history)
                .title(format!("Through {CODE} numbers for each digit"))
                .y_label("mean squared error")
                .log_y()
                .curve("principal components", [[1.0, watched], [EPOCHS as f64, watched]])
                .dashed(),
        )
        .picture()?;
    pictures::save("conv_autoencoder", &picture)?;

    claim::check(by_net < by_components, || {
        format!("the autoencoder's error is no less than the components', {by_net:.5} and {by_components:.5}")
    })
}

/// The first digits of the test set, and what became of them.
fn pairs(title: &str, test: &Digits<64>, made: &[[f32; 64]]) -> Pairs {
    let pairs = test.images.iter().zip(made).take(10);
    pairs.fold(Pairs::new(8, 8).title(title), |picture, (image, made)| picture.pair(image, made))
}

/// What the decoder makes of the codes in between: from the first 3 of the test set to its first 0, and from there to its first 6.
fn ways(net: &Autoencoder, test: &Digits<64>) -> Images {
    let first = |digit| {
        test.iter().find(|(_, label)| *label == digit).map_or([0.0; CODE], |(image, _)| net.encoder.forward(image))
    };
    let [three, zero, six] = [3, 0, 6].map(first);
    let picture = Images::new(8, 8).columns(STEPS).title("On the way from one code to another");
    [(three, zero), (zero, six)].into_iter().fold(picture, |picture, (from, to)| {
        (0..STEPS).fold(picture, |picture, step| {
            let part = step as f32 / (STEPS - 1) as f32;
            let code: [f32; CODE] = std::array::from_fn(|i| from[i] + part * (to[i] - from[i]));
            picture.image(&flat(&net.decoder.forward(&code)), "")
        })
    })
}

/// The pixels of an image of one channel, row by row.
fn flat(image: &[[[f32; 8]; 8]; 1]) -> [f32; 64] {
    let pixels = image.as_flattened().as_flattened();
    std::array::from_fn(|i| pixels[i])
}

/// The mean over all pixels of all images.
fn mean_squared_error(made: &[[f32; 64]], images: &[[f32; 64]]) -> f64 {
    let pixels = made.as_flattened().iter().zip(images.as_flattened());
    let squares = pixels.map(|(made, pixel)| f64::from(made - pixel).powi(2));
    squares.sum::<f64>() / images.as_flattened().len() as f64
}
