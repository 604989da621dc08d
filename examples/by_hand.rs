//! A gradient that anyone can check with pencil and paper, and one that only numbers can check.
//!
//! `cargo run --release --features plot --example by_hand`
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
//! `(L(p + h) - L(p - h)) / 2h` in double precision: tensor by tensor by [`static_nn::gradcheck`], and one by one for the picture.

mod support;

use std::error::Error;
use std::process::ExitCode;

use static_nn::gradcheck;
use static_nn::init::Rng;
use static_nn::parameters::Path;
use static_nn::plot::{Chart, Grid};
use static_nn::prelude::*;
use support::{claim, pictures};

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

/// The `h` of the differences, near the cube root of the machine epsilon, where truncation and rounding balance.
const STEP: f64 = 6e-6;

/// Decides the parameters, the samples and the targets.
const SEED: u64 = 42;
const SAMPLES: usize = 16;

fn main() -> ExitCode {
    claim::exit(run())
}

fn run() -> Result<(), Box<dyn Error>> {
    let by_hand = by_hand()?;
    println!();
    let by_differences = by_differences()?;
    pictures::save("by_hand", &Grid::new(2).panel(by_hand).panel(by_differences).picture()?)
}

#[expect(clippy::float_cmp, reason = "whole numbers and halves have no rounding here: equal means equal")]
fn by_hand() -> Result<Chart, Box<dyn Error>> {
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
    })?;

    Ok(Chart::new()
        .title("By hand: the loss and its slope at w = 3")
        .x_label("w")
        .y_label("loss")
        .function("(2 w + 1 − 10)² / 2", [1.0, 6.0], |w| (2.0 * w + 1.0 - 10.0).powi(2) / 2.0)
        .function("tangent, slope −6", [1.5, 4.5], |w| loss + dw * (w - 3.0))
        .dashed()
        .points("w = 3", [[3.0, loss]]))
}

fn by_differences() -> Result<Chart, Box<dyn Error>> {
    let mut rng = Rng::new(SEED);
    let xs: [[f64; 10]; SAMPLES] = std::array::from_fn(|_| std::array::from_fn(|_| rng.normal()));
    let targets: [f64; SAMPLES] = std::array::from_fn(|_| rng.normal());
    let mut net = Mlp::<f64>::boxed(SEED);
    let report = gradcheck::network(&mut *net, &xs, &targets, HalfMeanSquaredError)?;

    let (mut shapes, mut tensors) = (Vec::new(), Vec::new());
    Mlp::<f64>::tensors(&Path::ROOT, &mut |tensor| {
        tensors.extend(vec![shapes.len(); tensor.len()]);
        shapes.push(format!("{:?}", tensor.dims));
    });
    println!("{:14}{:>9}  relative error", "tensor", "shape");
    for (entry, shape) in report.entries.iter().zip(shapes) {
        println!("{:14}{shape:>9}  {:.1e}", entry.name, entry.error);
    }
    let worst = report.worst();
    claim::check(worst < TOLERANCE, || format!("a gradient differs from its central difference by {worst:.1e}"))?;
    println!("all {} derivatives agree with their central differences: below {TOLERANCE:.0e}", Mlp::PARAMETERS);

    let derivatives = derivatives(&mut net, &xs, &targets)?;
    let furthest = derivatives.iter().map(|[numeric, analytic]| (analytic - numeric).abs()).fold(0.0, f64::max);
    claim::check(furthest < TOLERANCE, || format!("a derivative is {furthest:.1e} from its central difference"))?;
    // Most are small: their sizes on logarithmic axes lie apart.
    let sizes = derivatives.into_iter().map(|pair| pair.map(f64::abs)).collect::<Vec<_>>();
    let all = sizes.iter().flatten().copied();
    let ends = [all.clone().fold(f64::INFINITY, f64::min), all.fold(0.0, f64::max)];
    Ok(Chart::new()
        .title(format!("By differences: {} derivatives", Mlp::PARAMETERS))
        .x_label("central difference, absolute")
        .y_label("backward, absolute")
        .log_x()
        .log_y()
        .classes(sizes, &tensors, report.entries.into_iter().map(|entry| entry.name))
        .curve("equal", ends.map(|end| [end, end]))
        .dashed())
}

/// For each parameter the central difference of the loss and the derivative by `backward`.
fn derivatives(net: &mut Mlp<f64>, xs: &[[f64; 10]], targets: &[f64]) -> Result<Vec<[f64; 2]>, Box<dyn Error>> {
    let mut workspace = Workspace::with_batch(SAMPLES);
    let analytic = net.gradient_batch(&mut workspace, xs, targets, HalfMeanSquaredError)?.as_slice().to_vec();
    let loss = |net: &Mlp<f64>| {
        let halves = xs.iter().zip(targets).map(|(x, t)| (net.forward(x)[0] - t).powi(2) / 2.0);
        halves.sum::<f64>() / xs.len() as f64
    };
    let pair = |(i, analytic)| {
        let value = net.as_slice()[i];
        let [above, below] = [value + STEP, value - STEP].map(|moved| {
            net.as_mut_slice()[i] = moved;
            loss(net)
        });
        net.as_mut_slice()[i] = value;
        [(above - below) / (2.0 * STEP), analytic]
    };
    Ok(analytic.into_iter().enumerate().map(pair).collect())
}
