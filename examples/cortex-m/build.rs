//! Computes on the host what the firmware should answer, and says where its memory is.

// The firmware has more uses for it.
#[allow(dead_code)]
#[path = "src/networks.rs"]
mod networks;

use std::env;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use networks::{Digits, Images, STEPS, Signal, Sine, XOR, Xor, signal};
use static_nn::data::Csv;
use static_nn::optim::State;
use static_nn::{MeanSquaredError, Sgd};

/// What the smallest of the machines has.
const MEMORY: &str = "MEMORY { FLASH : ORIGIN = 0x00000000, LENGTH = 256K  RAM : ORIGIN = 0x20000000, LENGTH = 16K }";

/// How many samples each network is asked about.
const SAMPLES: usize = 4;

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo says where output goes")?);
    fs::write(out.join("memory.x"), MEMORY)?;
    println!("cargo::rustc-link-search={}", out.display());
    fs::write(out.join("answers.rs"), answers()?)?;
    println!("cargo::rerun-if-changed=models");
    println!("cargo::rerun-if-changed=src/networks.rs");
    Ok(())
}

/// Constants with samples and their answers.
fn answers() -> Result<String, Box<dyn Error>> {
    let mut text = String::new();

    let angles: [f32; SAMPLES] = [0.5, 2.0, 3.5, 5.0];
    let sines = angles.map(|angle| ([angle], Sine::EMBEDDED.forward(&[angle])));
    writeln!(text, "pub const SINE: [([f32; 1], [f32; 1]); {SAMPLES}] = {sines:?};")?;

    let (pixels, _) = Csv::open("../data/digits.csv.gz")?.without_header().numbered::<f32, 64>(10)?;
    let pixels: [[f32; 64]; SAMPLES] = std::array::from_fn(|i| pixels[i].map(|pixel| pixel / 16.0));
    let digits = pixels.map(|pixels| (pixels, Digits::EMBEDDED.forward(&pixels)));
    writeln!(text, "pub const DIGITS: [([f32; 64], [f32; 10]); {SAMPLES}] = {digits:?};")?;
    let images = pixels.map(|pixels| (pixels, Images::EMBEDDED.forward(&pixels)));
    writeln!(text, "pub const IMAGES: [([f32; 64], [f32; 10]); {SAMPLES}] = {images:?};")?;

    let mut state = Signal::state();
    let steps = (0..32_u8).map(|step| [signal(step)]).map(|x| (x, Signal::EMBEDDED.step(&mut state, &x)));
    let steps: Vec<_> = steps.collect();
    writeln!(text, "pub const SIGNAL: [([f32; 1], [f32; 1]); {}] = {steps:?};", steps.len())?;

    let (mut net, mut gradient, mut room) = (Xor::new(1), Xor::zeros(), [0.0; Xor::TRAIN_ROOM]);
    let (sgd, mut state) = (Sgd::new(0.1).momentum(0.9), State::over([0.0; Xor::PARAMETERS]));
    let mut losses = [0.0; STEPS];
    for loss in &mut losses {
        let (xs, ys) = XOR;
        *loss = net.train_step_in(&mut gradient, &mut room, &sgd, &mut state, &xs, &ys, MeanSquaredError)?;
    }
    writeln!(text, "pub const LOSSES: [f32; {STEPS}] = {losses:?};")?;
    Ok(text)
}
