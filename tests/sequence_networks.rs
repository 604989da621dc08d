//! 100 random networks over sequences, as the macro writes them: their answers beside the formulas, step by step, and their gradients beside
//! finite differences, by one sample and by blocks, in double precision.
//!
//! They are declared in `random_networks/sequences/networks.rs`. What one can do with such a network is shown in `sequences.rs`.

use std::collections::VecDeque;

use static_nn::init::Rng;
use static_nn::{Network, Sample, gradcheck};

mod compact;
mod plain;
mod random_networks;

#[path = "random_networks/sequences/mod.rs"]
mod sequences;

use compact::Compact;
use random_networks::paths::{by_blocks, one_by_one};
use sequences::{Cell, Conv, Join, Over, Padding, Piece, Spec, generator, source, twin};

/// Wraps [`check`] of one network.
macro_rules! check {
    ($Net:ident, $inputs:literal) => {
        check::<$Net<f64>, $inputs>
    };
}

#[path = "random_networks/sequences/networks.rs"]
mod networks;

/// The seed of the networks.
const SEED: u64 = 5;
/// How many there are.
const COUNT: usize = 100;

/// Analytic and numerical gradients of every tensor, and of the input, agree to this relative error.
const TOLERANCE: f64 = 1e-6;
/// The library and the formulas differ by rounding alone.
const ROUNDING: f64 = 1e-12;
/// No value lies nearer than this to a kink of its activation, nor two steps of which the larger is taken to each other: see
/// `gradients.rs`.
const KINK_MARGIN: f64 = 1e-3;

/// A check of one network.
type Check = fn(&Spec);

/// A seed with which no value comes near a kink, and what the network of it says to the samples, one behind the other, by the formulas.
fn suited(spec: &Spec, first: u64, xs: &[f64], tensors: &dyn Fn(u64) -> VecDeque<plain::Tensor>) -> (u64, Vec<f64>) {
    'seeds: for seed in first..first + 1000 {
        let (tensors, mut ys) = (tensors(seed), Vec::new());
        for x in xs.chunks(spec.input.iter().product()) {
            let answer = twin::answer(spec, &tensors, x);
            if answer.distance_to_kink < KINK_MARGIN {
                continue 'seeds;
            }
            ys.extend(answer.y);
        }
        println!("{}: {} seeds passed over", spec.name, seed - first);
        return (seed, ys);
    }
    panic!("no seed suits\n{}", source::declaration(spec));
}

/// Checks one network: its answers and its gradients, on both paths. What needs not know its type stands elsewhere, where it is compiled once.
fn check<N: Network<f64> + Clone, const IN: usize>(spec: &Spec)
where
    [f64; IN]: Sample<f64, N::Input>,
{
    assert_eq!(spec.name, N::NAME);
    let index: usize = spec.name.trim_start_matches("Sequence").parse().unwrap();
    let mut rng = Rng::new(index as u64);
    // One sample, a part of a block, and more than a block.
    let samples = [1, 3, 10][index % 3];
    let xs: Vec<[f64; IN]> = (0..samples).map(|_| core::array::from_fn(|_| rng.normal())).collect();
    // Signals neither vanish nor grow: the starting values have a third of the variance of one over the fan-in.
    let make = |seed: u64| {
        let mut net = N::new(seed);
        net.as_mut_slice().iter_mut().for_each(|value| *value *= 3_f64.sqrt());
        net
    };
    let tensors = |seed| plain::tensors::<f64, N>(&make(seed));
    let (seed, expected) = suited(spec, 1000 * index as u64, xs.as_flattened(), &tensors);
    let net = &mut Compact(make(seed));
    assert_near(spec, "one sample", &one_by_one(net, xs.as_flattened()), &expected);
    assert_near(spec, "blocks", &by_blocks(net, xs.as_flattened()), &expected);
    assert_right(spec, &gradcheck::layer(net, &xs, index as u64));
}

fn assert_near(spec: &Spec, path: &str, found: &[f64], expected: &[f64]) {
    let difference = plain::relative_error(found, expected);
    assert!(difference < ROUNDING, "{path}: {difference:e}\n{}", source::declaration(spec));
}

fn assert_right(spec: &Spec, report: &gradcheck::Report) {
    assert!(report.worst() < TOLERANCE, "{report}\n{}", source::declaration(spec));
}

/// The pieces of a network, those within its blocks too.
fn all_pieces(pieces: &[Piece]) -> Vec<&Piece> {
    pieces.iter().flat_map(|piece| [vec![piece], inside(piece)].concat()).collect()
}

fn inside(piece: &Piece) -> Vec<&Piece> {
    match piece {
        Piece::Residual(pieces) => all_pieces(pieces),
        Piece::Branches(_, branches) => branches.iter().flat_map(|branch| all_pieces(branch)).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn no_layer_of_sequences_is_left_out() {
    let specs = generator::sequences(SEED, COUNT);
    let pieces: Vec<&Piece> = specs.iter().flat_map(|spec| all_pieces(&spec.pieces)).collect();
    let at_least = |least: usize, what: &str, is: &dyn Fn(&&&Piece) -> bool| {
        let count = pieces.iter().filter(is).count();
        assert!(count >= least, "{what}: {count}");
    };
    for (least, cell) in [(20, Cell::Lstm), (20, Cell::Gru), (8, Cell::Tanh), (8, Cell::Relu)] {
        at_least(
            least,
            &format!("{cell:?}"),
            &|piece| matches!(piece, Piece::Recurrent { cell: kind, .. } if *kind == cell),
        );
    }
    at_least(20, "several layers", &|piece| matches!(piece, Piece::Recurrent { layers: 2.., .. }));
    at_least(20, "both directions", &|piece| matches!(piece, Piece::Recurrent { both: true, .. }));
    at_least(5, "both", &|piece| matches!(piece, Piece::Recurrent { layers: 2.., both: true, .. }));
    at_least(10, "no bias", &|piece| matches!(piece, Piece::Recurrent { bias: false, .. }));
    let conv = |least: usize, what: &str, is: &dyn Fn(&Conv) -> bool| {
        at_least(least, what, &|piece| matches!(piece, Piece::Conv(conv) if is(conv)));
    };
    conv(5, "causal convolution", &|conv| conv.padding == Padding::Causal);
    conv(5, "causal convolution of distant steps", &|conv| conv.padding == Padding::Causal && conv.dilation > 1);
    conv(5, "convolution that keeps the steps", &|conv| conv.padding == Padding::Same);
    conv(5, "convolution with a stride", &|conv| conv.stride > 1);
    conv(5, "convolution with padding", &|conv| matches!(conv.padding, Padding::Both(1..)));
    conv(3, "convolution of distant steps", &|conv| matches!(conv.padding, Padding::Both(_)) && conv.dilation > 1);
    conv(5, "convolution without bias", &|conv| !conv.bias);
    conv(5, "convolution of groups", &|conv| conv.groups > 1);
    let attention = |least: usize, what: &str, wanted: bool| {
        at_least(least, what, &|piece| matches!(piece, Piece::Attention { causal, .. } if *causal == wanted));
    };
    attention(5, "attention", false);
    attention(5, "causal attention", true);
    at_least(3, "attention of several heads", &|piece| matches!(piece, Piece::Attention { heads: 2.., .. }));
    for wanted in [true, false] {
        at_least(2, "pools", &|piece| matches!(piece, Piece::Pool { largest, .. } if *largest == wanted));
    }
    at_least(50, "dense", &|piece| matches!(piece, Piece::Dense { .. }));
    at_least(5, "layer normalisation", &|piece| matches!(piece, Piece::LayerNorm));
    at_least(5, "root mean squares", &|piece| matches!(piece, Piece::RmsNorm));
    at_least(20, "activations", &|piece| matches!(piece, Piece::Activation(_)));
    for over in [Over::Last, Over::Mean, Over::Max] {
        at_least(15, &format!("{over:?}"), &|piece| matches!(piece, Piece::Over(kind) if *kind == over));
    }
    at_least(5, "flatten", &|piece| matches!(piece, Piece::Flatten));
    at_least(3, "reshape", &|piece| matches!(piece, Piece::Reshape(_)));
    at_least(10, "residual", &|piece| matches!(piece, Piece::Residual(_)));
    for join in [Join::Add, Join::Multiply, Join::Concat] {
        at_least(5, &format!("{join:?}"), &|piece| matches!(piece, Piece::Branches(kind, _) if *kind == join));
    }
}

#[test]
fn the_file_is_what_the_generator_gives() {
    let text = source::file(SEED, &generator::sequences(SEED, COUNT));
    random_networks::source::check_text("sequences/networks.rs", &text);
}

/// Checks half of the networks; the halves run side by side.
fn half(half: usize) {
    let specs = generator::sequences(SEED, COUNT);
    for (check, spec) in networks::CHECKS.iter().zip(&specs).skip(half).step_by(2) {
        check(spec);
    }
}

#[test]
fn random_networks_first_half() {
    half(0);
}

#[test]
fn random_networks_second_half() {
    half(1);
}
