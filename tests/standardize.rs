//! A scaler that is a layer: what it gives, that nothing in training changes it, and that it travels with its network.

#![expect(clippy::float_cmp, reason = "what is the same has the same bits")]
#![expect(clippy::cast_possible_truncation, reason = "samples in single precision")]

use std::fs;

use static_nn::gradcheck;
use static_nn::init::Rng;
use static_nn::io::{Bundle, BundleMut};
use static_nn::optim::Optimizer;
use static_nn::prelude::*;

network! {
    #[derive(Clone, Debug, PartialEq)]
    struct Scaled {
        input: [3],
        scaler: Standardize,
        fc1: Dense(6), Tanh,
        fc2: Dense(2),
    }
}

network! {
    #[derive(Clone, Debug, PartialEq)]
    struct Plain {
        input: [3],
        fc1: Dense(6), Tanh,
        fc2: Dense(2),
    }
}

network! {
    /// Not at the beginning, and inside of a block, without names.
    #[derive(Clone, Debug, PartialEq)]
    struct Within {
        input: [1, 3, 1],
        Flatten, Dense(4), Standardize, Tanh,
        Residual { Standardize, Dense(4), Standardize },
        Dense(2),
    }
}

/// Sums of six products of numbers near one, in another order.
const ROUNDING: f32 = 1e-6;

/// The relative error of a numerical gradient.
const GRADIENT: f64 = 1e-6;

/// Three features of very different sizes, one of which never changes.
fn samples() -> Vec<[f32; 3]> {
    let mut rng = Rng::new(1);
    (0..50).map(|_| [1e4 + 50.0 * rng.normal() as f32, 0.01 * rng.normal() as f32, 7.0]).collect()
}

fn targets(xs: &[[f32; 3]]) -> Vec<[f32; 2]> {
    xs.iter().map(|x| [x[0] * 0.02 - 200.0, x[1] * 100.0]).collect()
}

/// Both networks with the same weights, the samples as they are, and prepared.
fn pair() -> (Scaled, Plain, Vec<[f32; 3]>, Vec<[f32; 3]>) {
    let (xs, mut net, plain) = (samples(), Scaled::new(5), Plain::new(5));
    let scaler = StandardScaler::fit(&xs).unwrap();
    let mut prepared = xs.clone();
    scaler.transform_in_place(&mut prepared);
    net.scaler = Standardize::from(&scaler);
    assert_eq!((&net.fc1, &net.fc2), (&plain.fc1, &plain.fc2), "it draws no starting values");
    (net, plain, xs, prepared)
}

#[test]
fn it_computes_what_a_scaler_before_the_network_does() {
    let (net, plain, xs, prepared) = pair();
    let (mut ys, mut expected) = (vec![[0.0; 2]; 50], vec![[0.0; 2]; 50]);
    net.forward_batch(&xs, &mut ys).unwrap();
    plain.forward_batch(&prepared, &mut expected).unwrap();
    assert_eq!(ys, expected);
    for (x, prepared) in xs.iter().zip(&prepared) {
        // One of the two is small enough to go without vector instructions.
        let (y, expected) = (net.forward(x), plain.forward(prepared));
        assert!(y.iter().zip(expected).all(|(y, expected)| (y - expected).abs() < ROUNDING), "{y:?} {expected:?}");
    }
}

/// Trains both, and compares them bit by bit.
#[track_caller]
fn trained<O: Optimizer>(optimizer: &O) {
    let (mut net, mut plain, xs, prepared) = pair();
    let (ys, before) = (targets(&xs), net.clone());
    let trainer = || Trainer::new(MeanSquaredError, optimizer.clone()).epochs(5).batch_size(8).shuffle(3);
    let trainer = || trainer().clip_norm(0.5).max_norm(0.7);
    let history = trainer().fit(&mut net, &xs, &ys).unwrap();
    let expected = trainer().fit(&mut plain, &prepared, &ys).unwrap();
    let bits = |scaler: &Standardize<f32, 3>| scaler.as_slice().iter().map(|value| value.to_bits()).collect::<Vec<_>>();
    assert_eq!(bits(&net.scaler), bits(&before.scaler), "{optimizer:?}");
    assert_eq!((&net.fc1, &net.fc2), (&plain.fc1, &plain.fc2), "{optimizer:?}");
    assert_ne!(net.fc1, before.fc1);
    assert_eq!(history.epochs.last().unwrap().loss.to_bits(), expected.epochs.last().unwrap().loss.to_bits());
}

#[test]
fn training_learns_what_it_would_of_prepared_samples_and_leaves_it_alone() {
    trained(&Adam::new(0.01));
    trained(&Sgd::new(0.01).momentum(0.9).weight_decay(0.1));
    trained(&AdamW::new(0.01).weight_decay(0.3).l1(0.01));
    trained(&Lion::new(0.01).weight_decay(0.1));
}

#[test]
fn it_has_no_gradient_and_hands_one_on() {
    let (net, _, xs, _) = pair();
    let (ys, mut workspace) = (targets(&xs), Workspace::new());
    let gradient = net.gradient_batch(&mut workspace, &xs, &ys, MeanSquaredError).unwrap();
    assert!(gradient.scaler.as_slice().iter().all(|value| *value == 0.0));
    let of_sample = net.input_gradient(&mut workspace, &xs[0], &ys[0], MeanSquaredError).unwrap();
    assert!(of_sample.iter().all(|slope| slope.is_finite()) && of_sample[1].abs() > of_sample[0].abs());

    let (mut within, mut rng) = (Within::<f64>::boxed(1), Rng::new(2));
    within.as_mut_slice().iter_mut().for_each(|value| *value += rng.uniform());
    let xs: Vec<[f64; 3]> = (0..19).map(|_| core::array::from_fn(|_| rng.normal())).collect();
    let report = gradcheck::network(&mut *within, &xs, &vec![[0.3, -0.2]; 19], MeanSquaredError).unwrap();
    assert!(report.worst() < GRADIENT, "{report}");
    assert!(report.entries.iter().all(|entry| !entry.name.contains("standardize")), "{report}");
    let mut first = Scaled::<f64>::boxed(1);
    first.as_mut_slice().iter_mut().for_each(|value| *value += rng.uniform());
    let report = gradcheck::network(&mut *first, &xs, &vec![[0.3, -0.2]; 19], MeanSquaredError).unwrap();
    assert!(report.worst() < GRADIENT && report.entries.len() == 4, "{report}");
}

#[test]
fn it_travels_with_the_network() {
    let (net, plain, xs, _) = pair();
    let path = std::env::temp_dir().join(format!("static-nn-standardize-{}.safetensors", std::process::id()));
    net.save(&path).unwrap();
    let loaded = Scaled::load(&path).unwrap();
    assert_eq!(*loaded, net);
    assert_eq!(loaded.forward(&xs[3]), net.forward(&xs[3]));

    // The same file as that of a network and a scaler beside it, in both directions.
    let scaler = StandardScaler::fit(&xs).unwrap();
    let (mut other, mut beside) = (Plain::boxed(1), StandardScaler::default());
    BundleMut::new(&mut *other).with("scaler", &mut beside).load(&path).unwrap();
    assert_eq!((&*other, beside), (&plain, scaler));
    Bundle::new(&plain).with("scaler", &scaler).save(&path).unwrap();
    assert_eq!(*Scaled::load(&path).unwrap(), net);
    fs::remove_file(&path).unwrap();
}

#[test]
fn it_stands_in_the_table_of_layers() {
    let summary = Scaled::summary().to_string();
    assert!(summary.contains("Standardize"), "{summary}");
    assert_eq!(Scaled::PARAMETERS, 2 * 3 + (3 * 6 + 6) + (6 * 2 + 2));
}
