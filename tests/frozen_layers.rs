//! `#[frozen]` in a list: what it stands before keeps its bits, its statistics too, and all else learns.

use static_nn::optim::State;
use static_nn::prelude::*;
use static_nn::{Parameters, Path};

network! {
    /// A network in a network.
    #[derive(Clone, Debug, PartialEq)]
    struct Encoder { input: [4], fc: Dense(6), norm: BatchNorm, Tanh }
}

network! {
    #[derive(Clone, Debug, PartialEq)]
    struct Net {
        input: [3],
        #[frozen]
        fc1: Dense(8),
        #[frozen]
        norm1: BatchNorm,
        Relu,
        /// With a name of its own for its tensors.
        #[frozen]
        #[name("skip")]
        block: Residual { Dense(8), Tanh },
        Residual {
            #[frozen]
            inner: Dense(8),
            Relu,
        },
        fc2: Dense(4), norm2: BatchNorm,
        #[frozen]
        encoder: self::Encoder,
        fc3: Dense(2),
    }
}

const FROZEN: [&str; 16] = [
    "fc1.weight",
    "fc1.bias",
    "norm1.weight",
    "norm1.bias",
    "norm1.running_mean",
    "norm1.running_var",
    "skip.dense1.weight",
    "skip.dense1.bias",
    "residual1.inner.weight",
    "residual1.inner.bias",
    "encoder.fc.weight",
    "encoder.fc.bias",
    "encoder.norm.weight",
    "encoder.norm.bias",
    "encoder.norm.running_mean",
    "encoder.norm.running_var",
];

fn data() -> (Vec<[f32; 3]>, Vec<u8>) {
    let sample = |i: u8| {
        let x = f32::from(i);
        ([x.sin(), (2.0 * x).cos(), (3.0 * x).sin()], u8::from(x.sin() > 0.2))
    };
    (0..60).map(sample).unzip()
}

/// A network whose biases are not zero, so that decay would show.
fn start() -> Boxed<Net> {
    let mut net = Net::boxed(1);
    net.as_mut_slice().iter_mut().for_each(|value| *value += 0.125);
    net
}

/// The tensors that have the same bits in both, and those that have not.
fn compare(a: &Net, b: &Net) -> (Vec<String>, Vec<String>) {
    let (mut end, mut same, mut others) = (0, vec![], vec![]);
    <Net as Parameters<f32>>::tensors(&Path::ROOT, &mut |tensor| {
        let start = end;
        end += tensor.len();
        let bits = |net: &Net| net.as_slice()[start..end].iter().map(|value| value.to_bits()).collect::<Vec<_>>();
        if bits(a) == bits(b) { &mut same } else { &mut others }.push(tensor.name.to_string());
    });
    (same, others)
}

#[test]
fn fit_leaves_what_is_frozen_and_trains_all_else() {
    let (xs, ys) = data();
    let mut net = start();
    let adamw = AdamW::new(0.05).weight_decay(0.3).l1(0.01);
    Trainer::new(CrossEntropy, adamw)
        .epochs(3)
        .shuffle(5)
        .clip_norm(0.5)
        .max_norm(0.7)
        .fit(&mut net, &xs, &ys)
        .unwrap();
    let (same, others) = compare(&net, &start());
    assert_eq!(same, FROZEN);
    let trained = ["fc2.weight", "fc2.bias", "norm2.weight", "norm2.bias", "norm2.running_mean", "norm2.running_var"];
    assert_eq!(others, [&trained[..], &["fc3.weight", "fc3.bias"]].concat());
}

#[test]
fn a_step_of_ones_own_leaves_what_is_frozen() {
    let (xs, ys) = data();
    let mut net = start();
    let sgd = Sgd::new(0.1).momentum(0.9).weight_decay(0.1);
    let (mut workspace, mut state) = (Workspace::new(), State::new::<Net>(&sgd));
    for _ in 0..3 {
        net.train_step(&mut workspace, &sgd, &mut state, &xs, &ys, CrossEntropy).unwrap();
    }
    assert_eq!(compare(&net, &start()).0, FROZEN);
}

#[test]
fn more_can_be_frozen_by_name() {
    let (xs, ys) = data();
    let mut net = start();
    Trainer::new(CrossEntropy, Sgd::new(0.1).weight_decay(0.1)).freeze("fc2").fit(&mut net, &xs, &ys).unwrap();
    let (same, _) = compare(&net, &start());
    assert_eq!(same, [&FROZEN[..10], &["fc2.weight", "fc2.bias"], &FROZEN[10..]].concat());
}
