//! A gradient that anyone can check with pencil and paper, and one that only numbers can check.
//!
//! `cargo run --release --example by_hand`
//!
//! One unit without activation is `y = w x + b`. With `x = 2`, `w = 3`, `b = 1` it says 7; the target is 10. The half squared error and
//! its derivatives by the chain rule are
//!
//! ```text
//! L = (y - t)² / 2 = (7 - 10)² / 2 = 4.5
//! dL/dy = y - t = -3      dL/dw = dL/dy x = -6      dL/db = dL/dy = -3
//! ```
//!
//! For the 241 parameters of a network 10-20-1 each derivative is compared with the central difference
//! `(L(p + h) - L(p - h)) / 2h` in double precision: see [`static_nn::gradcheck`].

mod support;

use std::error::Error;
use std::process::ExitCode;

use static_nn::gradcheck;
use static_nn::init::Rng;
use static_nn::parameters::Path;
use static_nn::prelude::*;
use support::claim;

network! {
    /// `y = w x + b`
    pub struct Unit {
        input: [1],
        unit: Dense(1),
    }
}

network! {
    /// Small enough to move every parameter up and down.
    pub struct Mlp {
        input: [10],
        hidden: Dense(20), Tanh,
        value: Dense(1),
    }
}

/// What the numerical derivative leaves of precision: `gradcheck` says why. A wrong formula is wrong by far more.
const TOLERANCE: f64 = 1e-7;

/// Decides the parameters, the samples and the targets.
const SEED: u64 = 42;
const SAMPLES: usize = 16;

fn main() -> ExitCode {
    claim::exit(run())
}

fn run() -> Result<(), Box<dyn Error>> {
    by_hand()?;
    println!();
    by_differences()
}

#[expect(clippy::float_cmp, reason = "whole numbers and halves have no rounding here: equal means equal")]
fn by_hand() -> Result<(), Box<dyn Error>> {
    let (x, t) = ([2.0], 10.0);
    let mut net = Unit::zeroed();
    net.unit.weight[(0, 0)] = 3.0;
    net.unit.bias[0] = 1.0;

    let [y] = net.forward(&x);
    let mut workspace = Workspace::new();
    let gradient = net.gradient(&mut workspace, &x, &t, HalfMeanSquaredError)?;
    let (dw, db) = (gradient.unit.weight[(0, 0)], gradient.unit.bias[0]);
    let loss = workspace.loss();

    println!("x = 2, w = 3, b = 1, target 10");
    println!("y = {y}, loss = {loss}, dL/dw = {dw}, dL/db = {db}");
    claim::check([y, loss, dw, db] == [7.0, 4.5, -6.0, -3.0], || {
        format!("by hand it is y = 7, loss = 4.5, dL/dw = -6, dL/db = -3; found {y}, {loss}, {dw}, {db}")
    })
}

fn by_differences() -> Result<(), Box<dyn Error>> {
    let mut rng = Rng::new(SEED);
    let xs: [[f64; 10]; SAMPLES] = std::array::from_fn(|_| std::array::from_fn(|_| rng.normal()));
    let targets: [f64; SAMPLES] = std::array::from_fn(|_| rng.normal());
    let mut net = Mlp::<f64>::boxed(SEED);
    let report = gradcheck::network(&mut *net, &xs, &targets, &HalfMeanSquaredError)?;

    let mut shapes = Vec::new();
    Mlp::<f64>::tensors(&Path::ROOT, &mut |tensor| shapes.push(format!("{:?}", tensor.dims)));
    println!("{:14}{:>9}  relative error", "tensor", "shape");
    for (entry, shape) in report.entries.iter().zip(shapes) {
        println!("{:14}{shape:>9}  {:.1e}", entry.name, entry.error);
    }
    let worst = report.worst();
    claim::check(worst < TOLERANCE, || format!("a gradient differs from its central difference by {worst:.1e}"))?;
    println!("all {} derivatives agree with their central differences: below {TOLERANCE:.0e}", Mlp::PARAMETERS);
    Ok(())
}
