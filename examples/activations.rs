//! Draws every activation of the library with its derivative, and compares the derivatives with finite differences.
//!
//! `cargo run --release --features plot --example activations`
//!
//! Values and derivatives are what the layers themselves compute: `y` by `forward`, `dy/dx` by `backward` from a gradient of 1. Of
//! `Softmax` and `LogSoftmax`, which look at several values at once, it is the first of two outputs while the second input is 0.
//!
//! A derivative is compared with `(f(x + h) - f(x - h)) / 2h` in double precision.

mod support;

use std::error::Error;
use std::process::ExitCode;

use static_nn::fearless_simd::dispatch;
use static_nn::kernels::{for_each_function, level};
use static_nn::plot::{Chart, Grid};
use static_nn::{D1, Identity, Layer, LogSoftmax, Record, Softmax};
use support::{claim, pictures};

/// Curves go from minus to plus this number.
const END: f64 = 4.0;

/// Places on a curve. They lie 0.02 apart and 0.01 from the whole numbers, so that none is at a corner of a function.
const PLACES: u32 = 400;

/// The `h` of the differences, near the cube root of the machine epsilon, where truncation and rounding balance.
const STEP: f64 = 6e-6;

/// A derivative may be this far from the difference, which itself is good to some 1e-10.
const TOLERANCE: f64 = 1e-8;

/// What an activation makes of one value.
struct Place {
    x: f64,
    y: f64,
    /// The derivative by `backward`.
    slope: f64,
    /// The derivative by a finite difference.
    difference: f64,
}

fn main() -> ExitCode {
    claim::exit(run())
}

fn run() -> Result<(), Box<dyn Error>> {
    let mut curves = vec![("Identity".to_owned(), curve(Identity::<D1<1>>::new()))];
    macro_rules! every_function {
        ($(
            $(#[$doc:meta])*
            $file:ident::$Name:ident { $($constructor:ident($($setting:ident: $Type:ty = $default:expr)?))* }
        )*) => {
            $($(curves.push((
                name(stringify!($Name), stringify!($constructor)),
                curve(static_nn::$Name::<D1<1>>::$constructor($($default)?)),
            ));)*)*
        };
    }
    for_each_function! { every_function }
    curves.push(("Softmax of (x, 0)".to_owned(), curve(Softmax::<D1<2>>::new())));
    curves.push(("LogSoftmax of (x, 0)".to_owned(), curve(LogSoftmax::<D1<2>>::new())));

    let mut grid = Grid::new(3).panel_size(340, 300).title("Activations and their derivatives");
    let mut wrong = Vec::new();
    println!("{:20}  derivative off by", "activation");
    for (name, places) in curves {
        let off = places.iter().map(|place| (place.slope - place.difference).abs()).fold(0.0, f64::max);
        println!("{name:20}  {off:.1e}");
        if !places.iter().all(|place| (place.slope - place.difference).abs() <= TOLERANCE) {
            wrong.push(name.clone());
        }
        let chart = Chart::new()
            .title(&name)
            .x_label("x")
            .y_label("y, dy/dx")
            .curve("value", places.iter().map(|place| [place.x, place.y]))
            .curve("derivative", places.iter().map(|place| [place.x, place.slope]));
        grid = grid.panel(chart);
    }
    pictures::save("activations", &grid.picture()?)?;
    claim::check(wrong.is_empty(), || {
        format!("derivatives are further off than the {TOLERANCE:e} that this example promises: {}", wrong.join(", "))
    })
}

/// A layer's name, with that of its constructor where it says more.
fn name(layer: &str, constructor: &str) -> String {
    if constructor == "new" { layer.to_owned() } else { format!("{layer}, {constructor}") }
}

/// What `layer` makes of values from `-END` to `END`.
fn curve<const N: usize>(layer: impl Layer<f64, Input = D1<N>, Output = D1<N>> + Copy) -> Vec<Place> {
    let place = |i| {
        let x = END * (2.0 * (f64::from(i) + 0.5) / f64::from(PLACES) - 1.0);
        let [(y, slope), (above, _), (below, _)] = [x, x + STEP, x - STEP].map(|x| value_and_slope(layer, x));
        Place { x, y, slope, difference: (above - below) / (2.0 * STEP) }
    };
    (0..PLACES).map(place).collect()
}

/// The first output for the inputs `x, 0, ..`, and its derivative with respect to `x`.
fn value_and_slope<const N: usize, L>(layer: L, x: f64) -> (f64, f64)
where
    L: Layer<f64, Input = D1<N>, Output = D1<N>> + Copy,
{
    let first = |value| std::array::from_fn(|i| if i == 0 { value } else { 0.0 });
    let (x, dy): ([f64; N], [f64; N]) = (first(x), first(1.0));
    let (mut y, mut dx, mut no_parameters) = ([0.0; N], [0.0; N], layer);
    dispatch!(level(), simd => {
        layer.forward(simd, &x, &mut y, &mut []);
        let record = Record { x: &x, y: &y, cache: &[] };
        layer.backward(simd, record, &dy, Some(&mut dx), &mut no_parameters, &mut []);
    });
    (y[0], dx[0])
}
