//! Runs a trained network out of the program itself: no file, no allocation, no start-up work.
//!
//! `cargo run --release --example embedded`
//!
//! The weights were written by `cargo run --release --example digits -- --save examples/data/digits.safetensors`. They are checked
//! against the layer list when this file is compiled, and lie in the program's read-only memory.

mod support;

use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

use static_nn::metrics::argmax;
use static_nn::network;

network! {
    /// The network that the example `digits` trains.
    #[weights("examples/data/digits.safetensors")]
    pub struct Digits {
        input: [64],
        hidden: Dense(64), Relu,
        digit: Dense(10),
    }
}

static NET: &Digits = Digits::EMBEDDED;

/// Inferences that are watched for allocations.
const INFERENCES: usize = 1_000;

fn main() -> ExitCode {
    let (_, test) = support::digits::load();
    println!("{}\n", Digits::summary());

    let mut right = 0;
    let mut seconds = 0.0;
    let memory = allocation_counter::measure(|| {
        let start = Instant::now();
        for (image, label) in test.iter().cycle().take(INFERENCES) {
            let scores = NET.forward(black_box(image));
            right += usize::from(argmax(&scores) == label);
        }
        seconds = start.elapsed().as_secs_f64();
    });

    println!("{INFERENCES} inferences, {right} of them right, {:.0} ns each", seconds / INFERENCES as f64 * 1e9);
    println!("{} allocations, {} bytes", memory.count_total, memory.bytes_total);
    if memory.count_total == 0 && right > INFERENCES * 97 / 100 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
