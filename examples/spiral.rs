//! Tells the three arms of a spiral apart, which no straight line does.
//!
//! `cargo run --release --features plot --example spiral`
//!
//! The arms are those of Stanford's course "Convolutional Neural Networks for Visual Recognition" ("Putting it together: Minimal
//! Neural Network Case Study", <https://cs231n.github.io/neural-networks-case-study/>). Arm `j` of 0, 1, 2 has the points
//!
//! ```text
//! (r sin t, r cos t),  r from 0 to 1,  t = 4 (j + r) + 0.2 n,  n drawn from the normal distribution
//! ```
//!
//! with the radii of an arm equally far apart. A fifth of the points is kept for validation. Their loss is least after some hundred
//! epochs and rises from there, though as many of them are right as before: the network grows surer of its answers, of the wrong
//! ones too.

mod support;

use std::error::Error;
use std::process::ExitCode;
use std::time::Instant;

use static_nn::Number;
use static_nn::init::Rng;
use static_nn::metrics::argmax;
use static_nn::plot::{Chart, Grid, Regions, around};
use static_nn::prelude::*;
use static_nn::split::stratified_split;
use support::{claim, pictures};

network! {
    /// A place in, a score for each arm out.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Spiral {
        input: [2],
        fc1: Dense(64), Relu,
        fc2: Dense(32), Relu,
        arm: Dense(3),
    }
}

/// Decides the points, which of them are for validation, the starting values and the order of the points.
const SEED: u64 = 42;

/// Points in each arm.
const POINTS: usize = 200;

const EPOCHS: usize = 1_000;

/// Below this part of the training points the example fails.
const GOAL: f64 = 0.98;

fn main() -> ExitCode {
    claim::exit(run())
}

fn run() -> Result<(), Box<dyn Error>> {
    let mut rng = Rng::new(SEED);
    let (points, arms) = spiral(&mut rng);
    let split = stratified_split(&arms, 0.2, &mut rng)?;
    let ((xs, test_xs), (ys, test_ys)) = (split.apply(&points)?, split.apply(&arms)?);
    println!("{}\n\n{} points to learn from, {} for validation", Spiral::summary(), xs.len(), test_xs.len());

    let start = Instant::now();
    let mut net = Spiral::boxed(SEED);
    let history = Trainer::new(CrossEntropy, Adam::new(1e-3))
        .epochs(EPOCHS)
        .batch_size(32)
        .shuffle(SEED)
        .validation(&test_xs, &test_ys)
        .fit(&mut net, &xs, &ys)?;
    println!("{EPOCHS} epochs in {:.2} s\n", start.elapsed().as_secs_f64());

    let training = evaluate(&net, &xs, &ys, CrossEntropy)?;
    let validation = evaluate(&net, &test_xs, &test_ys, CrossEntropy)?;
    for (part, result) in [("training", training), ("validation", validation)] {
        println!("{part:10}  loss {:.4}, {:.2} % right", result.loss, 100.0 * result.accuracy.unwrap_or(f64::NAN));
    }

    let regions = |title, points: &[[f32; 2]], arms: &[usize]| {
        Regions::classes(around(&xs), |point| argmax(&net.forward(&point)))
            .title(title)
            .x_label("x")
            .y_label("y")
            .names(["arm 0", "arm 1", "arm 2"])
            .points(points, arms)
    };
    let picture = Grid::new(2)
        .panel(regions("Training points", &xs, &ys))
        .panel(regions("Validation points", &test_xs, &test_ys))
        .panel(Chart::loss(&history).log_y())
        .panel(Chart::accuracy(&history))
        .picture()?;
    pictures::save("spiral", &picture)?;

    claim::check(training.accuracy >= Some(GOAL), || {
        let goal = 100.0 * GOAL;
        format!("less of the training points is right than the {goal:.0} % that this example promises")
    })
}

/// The points of all arms, and the arm of each.
fn spiral(rng: &mut Rng) -> (Vec<[f32; 2]>, Vec<usize>) {
    let places = (0..3).flat_map(|arm| (0..POINTS).map(move |i| (arm, i)));
    places
        .map(|(arm, i)| {
            let r = i as f64 / (POINTS - 1) as f64;
            let t = 4.0 * (arm as f64 + r) + 0.2 * rng.normal();
            ([r * t.sin(), r * t.cos()].map(f32::from_f64), arm)
        })
        .unzip()
}
