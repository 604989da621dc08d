//! Trains the networks that the firmware carries, and writes them to `models`.
//!
//! `cargo run --release --example models --target "$(rustc --print host-tuple)"`

#[path = "../src/networks.rs"]
mod networks;

use std::error::Error;
use std::f64::consts::TAU;

use networks::{Digits, Images, Signal, Sine};
use static_nn::data::Csv;
use static_nn::prelude::*;
use static_nn::{Loss, Sample};

/// Decides the starting values and the order of the samples.
const SEED: u64 = 7;

fn main() -> Result<(), Box<dyn Error>> {
    #[expect(clippy::cast_possible_truncation, reason = "the networks compute in single precision")]
    let sine = |angle: f64| angle.sin() as f32;
    let angles: Vec<[f32; 1]> = (0..1_000_u16).map(|i| [f32::from(i) / 1_000.0 * std::f32::consts::TAU]).collect();
    let sines: Vec<[f32; 1]> = angles.iter().map(|[angle]| [sine(f64::from(*angle))]).collect();
    let mut net = Sine::boxed(SEED);
    fit(&mut *net, MeanSquaredError, 600, &angles, &sines)?;
    let worst = angles.iter().zip(&sines).map(|(x, y)| (net.forward(x)[0] - y[0]).abs()).fold(0.0, f32::max);
    println!("sine: off by {worst:.3} at most");
    net.save("models/sine.safetensors")?;

    let (pixels, digits) = Csv::open("../data/digits.csv.gz")?.without_header().numbered::<f32, 64>(10)?;
    let pixels: Vec<_> = pixels.into_iter().map(|pixels| pixels.map(|pixel| pixel / 16.0)).collect();
    let mut net = Digits::boxed(SEED);
    fit(&mut *net, CrossEntropy, 40, &pixels, &digits)?;
    let right = pixels.iter().zip(&digits).filter(|(x, y)| net.predict(*x) == **y).count();
    println!("digits: {right} of {} right", digits.len());
    net.save("models/digits.safetensors")?;

    let mut net = Images::boxed(SEED);
    fit(&mut *net, CrossEntropy, 40, &pixels, &digits)?;
    let right = pixels.iter().zip(&digits).filter(|(x, y)| net.predict(*x) == **y).count();
    println!("images: {right} of {} right", digits.len());
    net.save("models/images.safetensors")?;

    // Two waves without a period in common.
    let wave = |step: u32| {
        let t = TAU * f64::from(step) / 25.0;
        0.7 * sine(t) + 0.3 * sine(2.3 * t + 1.0)
    };
    let window = |start: u32| -> [f32; 32] { std::array::from_fn(|i| wave(start + u32::try_from(i).unwrap_or(0))) };
    let heard: Vec<_> = (0..500).map(window).collect();
    let next: Vec<_> = (1..501).map(window).collect();
    let mut net = Signal::boxed(SEED);
    fit(&mut *net, MeanSquaredError, 60, &heard, &next)?;
    let worst = heard.iter().zip(&next).map(|(x, y)| (net.forward(x)[31][0] - y[31]).abs()).fold(0.0, f32::max);
    println!("signal: off by {worst:.3} at most behind 32 steps");
    net.save("models/signal.safetensors")?;
    Ok(())
}

fn fit<N, X, Y, L>(net: &mut N, loss: L, epochs: usize, xs: &[X], ys: &[Y]) -> Result<(), Box<dyn Error>>
where
    N: Network<f32>,
    X: Sample<f32, N::Input>,
    Y: Sync,
    L: Loss<f32, N::Output, Y>,
{
    Trainer::new(loss, Adam::new(5e-3))
        .epochs(epochs)
        .batch_size(32)
        .shuffle(SEED)
        .schedule(CosineAnnealing::new(epochs as u64))
        .fit(net, xs, ys)?;
    Ok(())
}
