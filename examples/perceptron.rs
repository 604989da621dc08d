//! The perceptron and its rule: it learns AND, and can never learn XOR.
//!
//! `cargo run --release --features plot --example perceptron`
//!
//! A perceptron answers 1 where `w1 x1 + w2 x2 + b >= 0`, on one side of a line. Its rule changes nothing for a right answer `y`; for a
//! wrong one it adds `(t - y) x` to the weights and `t - y` to the bias, where `t` is the target (Rosenblatt, The perceptron, 1958). If
//! any line has the points on their sides, the rule finds one after finitely many mistakes (Novikoff, On convergence proofs on
//! perceptrons, 1962). The points of XOR have no such line (Minsky and Papert, Perceptrons, 1969): the weights then go in a circle.

mod support;

use std::error::Error;
use std::process::ExitCode;

use static_nn::plot::{Chart, Grid, Regions};
use static_nn::prelude::*;
use support::{claim, pictures};

network! {
    /// 1 where the weighted sum reaches 0, else 0.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Perceptron {
        input: [2],
        unit: Dense(1), Step,
    }
}

const POINTS: [[f32; 2]; 4] = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]];
const AND: [u8; 4] = [0, 0, 0, 1];
const XOR: [u8; 4] = [0, 1, 1, 0];

/// Epochs after which the example gives up: AND needs five.
const EPOCHS: usize = 1_000;

fn main() -> ExitCode {
    claim::exit(run())
}

fn run() -> Result<(), Box<dyn Error>> {
    let and = learn(AND);
    println!("AND, by the perceptron rule\n\nepoch  mistakes    w1    w2     b");
    for (epoch, net) in (1..).zip(&and) {
        let ([w1, w2], b) = line(net);
        println!("{epoch:5}{:10}{w1:6}{w2:6}{b:6}", mistakes(net, AND));
    }
    let learned = and.last().ok_or("there was no epoch")?;
    claim::check(mistakes(learned, AND) == 0, || format!("AND still has mistakes after {EPOCHS} epochs"))?;
    let ([w1, w2], b) = line(learned);
    println!("\nno mistake is left: the line {w1} x1 + {w2} x2 {b:+} = 0 has the points on their sides\n");

    let xor = learn(XOR);
    let fewest = xor.iter().map(|net| mistakes(net, XOR)).min().unwrap_or(0);
    claim::check(xor.len() == EPOCHS && fewest > 0, || {
        format!("XOR was learned in {} epochs, which no line can", xor.len())
    })?;
    println!("XOR: at least {fewest} of 4 points wrong after each of {EPOCHS} epochs");
    // The rule knows nothing but the weights: once they return, so does all that follows.
    let circle = (1..xor.len()).find_map(|i| Some((xor[..i].iter().position(|net| *net == xor[i])?, i)));
    let (first, again) = circle.ok_or("the weights never returned to where they were")?;
    println!(
        "the weights after epoch {} are those after epoch {}: it goes in a circle for ever\n",
        again + 1,
        first + 1
    );

    draw(&and, &xor)
}

/// The perceptron after each epoch: until none of the points is wrong, or for [`EPOCHS`].
fn learn(targets: [u8; 4]) -> Vec<Perceptron> {
    let mut net = Perceptron::zeroed();
    let mut epochs = Vec::new();
    while epochs.len() < EPOCHS && (epochs.is_empty() || mistakes(&net, targets) > 0) {
        for (x, target) in POINTS.iter().zip(targets) {
            let [y] = net.forward(x);
            let error = f32::from(target) - y;
            for (i, x) in x.iter().enumerate() {
                net.unit.weight[(0, i)] += error * x;
            }
            net.unit.bias[0] += error;
        }
        epochs.push(net.clone());
    }
    epochs
}

fn answer(net: &Perceptron, x: [f32; 2]) -> u8 {
    u8::from(net.forward(&x)[0] > 0.5)
}

fn mistakes(net: &Perceptron, targets: [u8; 4]) -> usize {
    POINTS.iter().zip(targets).filter(|&(x, target)| answer(net, *x) != target).count()
}

/// The weights and the bias.
fn line(net: &Perceptron) -> ([f32; 2], f32) {
    ([net.unit.weight[(0, 0)], net.unit.weight[(0, 1)]], net.unit.bias[0])
}

fn draw(and: &[Perceptron], xor: &[Perceptron]) -> Result<(), Box<dyn Error>> {
    const AREA: [[f64; 2]; 2] = [[-0.5, 1.5]; 2];
    let mut lines = Chart::new().title("AND: the line after each epoch").x_label("x1").y_label("x2");
    lines = lines.classes(POINTS, &AND, ["false", "true"]).x_range(-0.5, 1.5).y_range(-0.5, 1.5);
    for (epoch, net) in (1..).zip(and) {
        let ([w1, w2], b) = line(net);
        lines = lines.function(format!("{epoch}"), AREA[0], |x| -(f64::from(w1) * x + f64::from(b)) / f64::from(w2));
        if epoch < and.len() {
            lines = lines.dashed();
        }
    }

    let wrong =
        |nets: &[Perceptron], targets| nets.iter().take(20).map(|net| mistakes(net, targets)).collect::<Vec<_>>();
    let regions = |title: &str, net: &Perceptron, targets: &[u8]| {
        let regions = Regions::classes(AREA, |x| answer(net, x)).names(["false", "true"]).points(POINTS, targets);
        regions.title(title).x_label("x1").y_label("x2")
    };
    let picture = Grid::new(2)
        .panel(lines)
        .panel(regions("AND, learned", &and[and.len() - 1], &AND))
        .panel(
            Chart::new()
                .title("Wrong points in the first epochs")
                .x_label("epoch")
                .y_label("of 4")
                .line("AND", wrong(and, AND))
                .line("XOR", wrong(xor, XOR)),
        )
        .panel(regions("XOR, after 1,000 epochs", &xor[xor.len() - 1], &XOR))
        .picture()?;
    pictures::save("perceptron", &picture)
}
