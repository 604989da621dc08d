//! One hidden layer approximates any continuous function, the better the more units it has.
//!
//! `cargo run --release --features plot --example functions`
//!
//! That it can come as close as one likes is a theorem (Cybenko, Approximation by superpositions of a sigmoidal function, 1989; Hornik,
//! Approximation capabilities of multilayer feedforward networks, 1991). It does not say how many units that takes, nor that
//! training finds them: here 1, 4, 16 and 64 units of `tanh` are fitted to a curve by L-BFGS.

mod support;

use std::error::Error;
use std::process::ExitCode;

use static_nn::plot::{Chart, Grid};
use static_nn::prelude::*;
use static_nn::{D1, Layer};
use support::{claim, pictures};

macro_rules! widths {
    ($($name:ident $units:literal),*) => {$(
        network! {
            #[doc = concat!("One hidden layer of ", $units, ".")]
            pub struct $name {
                input: [1],
                hidden: Dense($units), Tanh,
                value: Dense(1),
            }
        }
    )*};
}

widths! { Units1 1, Units4 4, Units16 16, Units64 64 }

/// What is to be learned, on -3 to 3: a slow wave and a fast one.
fn curve(x: f64) -> f64 {
    (2.0 * x).sin() + 0.4 * (8.0 * x).cos()
}

/// The curve is known at so many places, 0.02 from each other.
const PLACES: usize = 301;
/// 64 units have at most this root mean squared error; the curve itself has one of 0.78 about zero.
const BOUND: f64 = 0.02;
/// Decides the starting values.
const SEED: u64 = 1;

fn main() -> ExitCode {
    claim::exit(run())
}

fn run() -> Result<(), Box<dyn Error>> {
    println!("units  root mean squared error");
    let fits = [fit::<Units1<f64>>(1)?, fit::<Units4<f64>>(4)?, fit::<Units16<f64>>(16)?, fit::<Units64<f64>>(64)?];
    let errors = fits.each_ref().map(|(_, error)| *error);
    claim::check(errors.is_sorted_by(|narrow, wide| narrow > wide), || {
        format!("more units did not always help: {errors:.4?}")
    })?;
    claim::check(errors[3] <= BOUND, || format!("64 units are off by {:.4}, more than {BOUND}", errors[3]))?;

    let picture = fits.into_iter().map(|(chart, _)| chart).fold(Grid::new(2), Grid::panel).picture()?;
    pictures::save("functions", &picture)
}

/// A network of some units after its training: its picture and its error.
fn fit<N>(units: usize) -> Result<(Chart, f64), Box<dyn Error>>
where
    N: Network<f64> + Layer<f64, Input = D1<1>, Output = D1<1>>,
{
    let xs: [[f64; 1]; PLACES] = std::array::from_fn(|i| [i as f64 / 50.0 - 3.0]);
    let ys = xs.map(|[x]| curve(x));
    let (mut net, mut workspace) = (N::boxed(SEED), Workspace::with_batch(PLACES));
    let lbfgs = Lbfgs::new().max_iter(2_000).tolerance_change(1e-12);
    let report = lbfgs.minimize(&mut *net, &mut workspace, &xs, &ys, MeanSquaredError)?;
    let error = report.loss.sqrt();
    println!("{units:5}  {error:.5} after {} steps", report.iterations);

    let mut answers = [[0.0]; PLACES];
    workspace.forward_batch(&net, &xs, &mut answers)?;
    let chart = Chart::new()
        .title(format!("{units} {}: off by {error:.4}", if units == 1 { "unit" } else { "units" }))
        .x_label("x")
        .y_label("y")
        .function("curve", [-3.0, 3.0], curve)
        .curve("network", xs.iter().zip(&answers).map(|([x], [y])| (x, y)))
        .dashed();
    Ok((chart, error))
}
