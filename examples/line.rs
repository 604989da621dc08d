//! A line through noisy points, learned one point at a time by two linear layers.
//!
//! `cargo run --release --features plot --example line`
//!
//! Stochastic gradient descent takes a step for every single sample (Robbins and Monro, A stochastic approximation method, 1951), so its
//! path is ragged where that of a whole batch is smooth. Two layers without an activation are one line,
//! `w2 (w1 x + b1) + b2 = (w2 w1) x + (w2 b1 + b2)`: where the single weights end depends on the start, their product does not.

mod support;

use std::error::Error;
use std::process::ExitCode;

use static_nn::init::Rng;
use static_nn::plot::{Chart, Grid};
use static_nn::prelude::*;
use support::{claim, pictures};

network! {
    /// A line, written as two.
    pub struct Line {
        input: [1],
        first: Dense(1),
        second: Dense(1),
    }
}

/// What the points scatter about, with this standard deviation.
const SLOPE: f64 = 2.0;
const OFFSET: f64 = 1.0;
const NOISE: f64 = 0.3;

/// How far slope and offset may end from the truth. The best line through these points is itself off by `NOISE / sqrt(POINTS)` = 0.02
/// for the offset and by 0.04 for the slope, and every single point pulls the last steps towards itself.
const TOLERANCE: f64 = 0.1;

const POINTS: usize = 200;
const EPOCHS: usize = 5;
const LEARNING_RATE: f64 = 0.02;
/// Decides the points, their order and the starting values.
const SEED: u64 = 7;

fn main() -> ExitCode {
    claim::exit(run())
}

fn run() -> Result<(), Box<dyn Error>> {
    let mut rng = Rng::new(SEED);
    let points: [[f64; 2]; POINTS] = std::array::from_fn(|_| {
        let x = 2.0 * rng.uniform() - 1.0;
        [x, SLOPE * x + OFFSET + NOISE * rng.normal()]
    });

    let mut net = Line::<f64>::new(SEED);
    let (sgd, mut workspace) = (Sgd::new(LEARNING_RATE), Workspace::with_batch(1));
    let mut state = State::new::<Line<f64>>(&sgd);
    let (mut losses, mut parameters) = (Vec::new(), Vec::new());
    let mut order: [usize; POINTS] = std::array::from_fn(|i| i);
    for _ in 0..EPOCHS {
        rng.shuffle(&mut order);
        for [x, y] in order.map(|i| points[i]) {
            losses.push(net.train_step(&mut workspace, &sgd, &mut state, &[[x]], &[y], MeanSquaredError)?);
            parameters.push([net.first.weight[0], net.first.bias[0], net.second.weight[0], net.second.bias[0]]);
        }
    }

    let ([w1, b1, w2, b2], steps) = (parameters[parameters.len() - 1], losses.len());
    let (slope, offset) = (w2 * w1, w2 * b1 + b2);
    println!("{steps} steps, a point each, from y = {SLOPE} x + {OFFSET} with noise of {NOISE}");
    println!("w1 = {w1:.3}, b1 = {b1:.3}, w2 = {w2:.3}, b2 = {b2:.3}");
    println!("together y = {slope:.3} x + {offset:.3}");
    claim::check((slope - SLOPE).abs() < TOLERANCE && (offset - OFFSET).abs() < TOLERANCE, || {
        format!("slope {slope:.3} and offset {offset:.3} are not within {TOLERANCE} of {SLOPE} and {OFFSET}")
    })?;

    let trace = |name: &str, i: usize| {
        Chart::new().title(name).x_label("step").line("", parameters.iter().map(|parameters| parameters[i]))
    };
    let mean = |losses: &[f64]| losses.iter().sum::<f64>() / losses.len() as f64;
    let means = (50_u32..).zip(losses.windows(50).map(mean));
    let picture = Grid::new(3)
        .title("y = 2 x + 1 by two linear layers, one point at a time")
        .panel(
            Chart::new()
                .title("loss before the step")
                .x_label("step")
                .log_y()
                .line("of its point", &losses)
                .curve("mean of 50", means),
        )
        .panel(trace("first weight, w1", 0))
        .panel(trace("second weight, w2", 2))
        .panel(Chart::new().title("points and line").x_label("x").y_label("y").points("points", points).function(
            "learned",
            [-1.0, 1.0],
            |x| slope * x + offset,
        ))
        .panel(trace("first bias, b1", 1))
        .panel(trace("second bias, b2", 3))
        .picture()?;
    pictures::save("line", &picture)
}
