//! What a network says of a sample besides its outputs, and what generic code can do with any network.

#![expect(clippy::float_cmp, reason = "probabilities that are exactly 0 and 1")]

use std::thread;

use static_nn::network::{self, StepError};
use static_nn::optim::State;
use static_nn::prelude::*;
use static_nn::{D1, Loss, Sample, Shape};

network! {
    #[derive(Clone, Debug, PartialEq)]
    struct Classifier {
        input: [4],
        fc1: Dense(7), Tanh,
        norm: LayerNorm,
        Residual { Dense(7), Gelu },
        noise: Dropout(p = 0.25),
        fc2: Dense(3),
    }
}

network! {
    struct Yes {
        input: [2],
        Dense(1),
    }
}

network! {
    struct Picture {
        input: [2, 3, 3],
        Sigmoid, Flatten,
        Dense(2),
    }
}

/// A step of central differences, and what its square and the rounding of a loss leave of the slope.
const STEP: f64 = 1e-5;
const SLOPE: f64 = 1e-8;

/// Compares with the change of the loss in each direction, with the same random numbers.
fn check_input_gradient<N, const IN: usize, Y, L>(net: &N, x: [f64; IN], target: &Y, loss: L)
where
    N: Network<f64>,
    [f64; IN]: Sample<f64, N::Input>,
    L: Loss<f64, N::Output, Y> + Copy,
{
    let workspace = || Workspace::new().seed(9);
    let value = |x: [f64; IN]| {
        let mut workspace = workspace();
        net.gradient(&mut workspace, &x, target, loss).unwrap();
        workspace.loss()
    };
    let mut used = workspace();
    let dx = N::Input::flat(net.input_gradient(&mut used, &x, target, loss).unwrap()).to_vec();
    assert_eq!(dx.len(), IN);
    assert!(dx.iter().any(|slope| slope.abs() > 1e-3), "{dx:?}");
    for (i, slope) in dx.iter().enumerate() {
        let (mut more, mut less) = (x, x);
        more[i] += STEP;
        less[i] -= STEP;
        let expected = (value(more) - value(less)) / (2.0 * STEP);
        assert!((slope - expected).abs() < SLOPE, "{i}: {slope} and {expected}");
    }
    // What a gradient leaves in the workspace is there as well.
    let mut plain = workspace();
    let gradient = net.gradient(&mut plain, &x, target, loss).unwrap();
    assert_eq!(gradient.as_slice(), used.gradient().as_slice());
    assert_eq!(plain.loss().to_bits(), used.loss().to_bits());
}

#[test]
fn the_gradient_of_the_input_is_the_change_of_the_loss() {
    let net = <Classifier<f64> as Network<f64>>::boxed(3);
    check_input_gradient(&*net, [0.5, -1.0, 0.25, 2.0], &2_u8, CrossEntropy);
    check_input_gradient(&*net, [0.5, -1.0, 0.25, 2.0], &[0.25, 0.5, -1.0], MeanSquaredError);
    let yes = <Yes<f64> as Network<f64>>::boxed(3);
    check_input_gradient(&*yes, [0.5, -1.0], &true, BinaryCrossEntropy);
    let picture = <Picture<f64> as Network<f64>>::boxed(3);
    let x: [f64; 18] = std::array::from_fn(|i| i as f64 / 9.0 - 1.0);
    check_input_gradient(&*picture, x, &1_usize, CrossEntropy);
    // As a method, and in the shape of the input.
    let picture = Picture::boxed(3);
    let dx: [[[f32; 3]; 3]; 2] =
        *picture.input_gradient(&mut Workspace::new(), &[0.5; 18], &1_u8, CrossEntropy).unwrap();
    assert!(dx[1][2][0] != 0.0);
    let error = picture.input_gradient(&mut Workspace::new(), &[0.5; 18], &2_u8, CrossEntropy).unwrap_err();
    assert!(error.to_string().contains("the class is 2"), "{error}");
}

#[test]
fn a_step_along_the_gradient_of_the_input_misleads() {
    let net = Classifier::boxed(3);
    let x = [0.5, -1.0, 0.25, 2.0];
    let class = net.predict(&x);
    let mut workspace = Workspace::new();
    let before = net.probabilities(&x)[class];
    let dx = net.input_gradient(&mut workspace, &x, &class, CrossEntropy).unwrap();
    let misled: [f32; 4] = std::array::from_fn(|i| x[i] + 0.1 * dx[i].signum());
    assert!(net.probabilities(&misled)[class] < before - 0.01);
}

#[test]
fn classes_and_probabilities_are_those_of_the_logits() {
    let net = Classifier::boxed(3);
    for i in 0..20_u8 {
        let x: [f32; 4] = std::array::from_fn(|j| (f32::from(i) + j as f32).sin() * 3.0);
        let (logits, chances) = (net.forward(&x), net.probabilities(&x));
        let sum: f32 = logits.iter().map(|logit| logit.exp()).sum();
        for (logit, chance) in logits.iter().zip(&chances) {
            assert!((logit.exp() / sum - chance).abs() < 1e-6);
        }
        assert!((chances.iter().sum::<f32>() - 1.0).abs() < 1e-6);
        let class = net.predict(&x);
        assert!(logits.iter().all(|logit| *logit <= logits[class]));
    }
    let yes = Yes::boxed(3);
    for x in [[0.5, -1.0], [-0.5, 1.0], [3.0, 2.0], [-3.0, 2.0]] {
        let logit = yes.forward(&x)[0];
        let [chance] = yes.probabilities(&x);
        assert!((1.0 / (1.0 + (-logit).exp()) - chance).abs() < 1e-6);
        assert_eq!(yes.predict(&x), usize::from(chance > 0.5));
    }
    // At the ends of the range, and what is no number.
    let one =
        |logit: f32| (network::probabilities_of::<f32, D1<1>>(&[logit])[0], network::class_of::<f32, D1<1>>(&[logit]));
    assert_eq!(
        [one(f32::INFINITY), one(f32::NEG_INFINITY), one(200.0), one(0.0)],
        [(1.0, 1), (0.0, 0), (1.0, 1), (0.5, 0)]
    );
    let (chance, class) = one(f32::NAN);
    assert!(chance.is_nan() && class == 0);
    assert_eq!(network::class_of::<f32, D1<3>>(&[1.0, f32::NAN, 2.0]), 1);
    assert_eq!(network::probabilities_of::<f32, D1<2>>(&[1000.0, 0.0]), [1.0, 0.0]);
}

/// Trains, saves, loads and asks any network with two classes.
fn learn<N: Network<f32>>(path: &std::path::Path) -> Result<f32, Box<dyn std::error::Error>>
where
    [f32; 2]: Sample<f32, N::Input>,
    BinaryCrossEntropy: Loss<f32, N::Output, bool>,
{
    let (xs, ys) = ([[1.0, 0.0], [0.0, 1.0]], [true, false]);
    let mut net = N::boxed(1);
    let (mut workspace, adam) = (Workspace::new(), Adam::new(0.1));
    let mut state = State::new::<N>(&adam);
    for _ in 0..200 {
        net.train_step(&mut workspace, &adam, &mut state, &xs, &ys, BinaryCrossEntropy)?;
    }
    net.save(path)?;
    let net = N::load(path)?;
    let mut scratch = N::scratch();
    let one = net.forward_with(&mut scratch, &xs[0]);
    let mut all = vec![one; 2];
    net.forward_batch_with(&mut workspace, &xs, &mut all)?;
    let answers: Vec<f32> = all.iter().map(|y| N::Output::flat(y)[0]).collect();
    assert!((answers[0] - N::Output::flat(&one)[0]).abs() < 1e-5);
    let gradient = net.gradient_batch(&mut workspace, &xs, &ys, BinaryCrossEntropy)?;
    assert!(gradient.as_slice().iter().all(|slope| slope.abs() < 0.1));
    let wrong: Result<f32, StepError> =
        N::boxed(2).train_step(&mut workspace, &adam, &mut state, &xs, &ys[..1], BinaryCrossEntropy);
    assert!(wrong.is_err());
    Ok(answers[0] - answers[1])
}

#[test]
fn generic_code_does_what_a_declared_network_can() {
    let path = std::env::temp_dir().join(format!("answers-{}.safetensors", std::process::id()));
    assert!(learn::<Yes>(&path).unwrap() > 4.0);
    std::fs::remove_file(path).unwrap();
}

// 250 KiB: nearly as much as may be made by value.
network! {
    struct Moderate {
        input: [250],
        Dense(256),
    }
}

#[test]
fn small_networks_have_a_default_of_zeros_and_a_table() {
    assert!(Classifier::default().as_slice().iter().all(|value| *value == 0.0));
    assert_eq!(Classifier::default().to_string(), Classifier::summary().to_string());
    assert!(Yes::boxed(1).to_string().starts_with("Yes\n  layer"));
    // On the stack of a test, without the help of an optimizing compiler.
    let run =
        || Moderate::new(1).as_slice() == Moderate::boxed(1).as_slice() && Moderate::default().as_slice()[0] == 0.0;
    assert!(thread::Builder::new().stack_size(2 << 20).spawn(run).unwrap().join().unwrap());
}
