//! Steps of optimizers, clipped gradients and L-BFGS as in PyTorch.

use static_nn::kernels::level;
use static_nn::optim::{Optimizer, State};
use static_nn::train::Trainer;
use static_nn::{
    Adagrad, Adam, AdamW, CrossEntropy, Lbfgs, Lion, MeanSquaredError, Nadam, Parameters, Path, RmsProp, Role, Scalar,
    Sgd, Workspace, clip_norm, clip_value, network,
};

use super::{ADAM, Small, Tensors, assert_close, classes, goldens};

/// `f64` parameters after ten steps, relative to those above 1: some hundred units of rounding.
const DOUBLE_STEPS: f64 = 1e-13;
/// The same in `f32`, whose steps against gradients of up to 100 lose the last digits of parameters near 1.
const SINGLE_STEPS: f64 = 1e-5;
/// The loss after up to 25 steps of L-BFGS, relative: every step depends on all before it, so that rounding grows.
const LBFGS: f64 = 1e-6;

/// The parameters after each of ten steps against gradients that are given.
fn check<T: Scalar>(golden: &Tensors, name: &str, optimizer: &impl Optimizer, tolerance: f64) {
    let (mut p, expected, gradients) = (golden.values::<T>("p"), golden.values::<T>(name), golden.values("gradients"));
    let mut memory = vec![T::ZERO; optimizer.runs() * p.len()];
    let steps = gradients.chunks(p.len()).zip(expected.chunks(p.len()));
    assert_eq!(steps.len(), 10);
    for (number, (gradient, expected)) in (1..).zip(steps) {
        optimizer.step(level(), &mut p, gradient, &mut memory, number);
        for (i, (found, expected)) in p.iter().zip(expected).enumerate() {
            let (found, expected) = (found.to_f64(), expected.to_f64());
            let distance = (found - expected).abs() / expected.abs().max(1.0);
            assert!(
                distance <= tolerance,
                "{name}[{i}] is {found}, not {expected} in step {number}: off by {distance:e}"
            );
        }
    }
}

/// Both scalars.
macro_rules! check {
    ($($name:literal: $optimizer:expr,)*) => {
        let golden = Tensors::golden("optimizers.golden.safetensors");
        $(
            check::<f64>(&golden, $name, &$optimizer, DOUBLE_STEPS);
            check::<f32>(&golden, $name, &$optimizer, SINGLE_STEPS);
        )*
    };
}

const RATE: f64 = 0.05;

#[test]
fn ten_steps_of_every_optimizer() {
    let momentum = Sgd::new(RATE).momentum(0.9);
    let (adagrad, rms_prop, adam) = (Adagrad::new(RATE), RmsProp::new(RATE), Adam::new(RATE));
    let (nadam, lion) = (Nadam::new(RATE), Lion::new(RATE));
    check! {
        "sgd": Sgd::new(RATE).weight_decay(0.1),
        "momentum": momentum,
        "nesterov": momentum.nesterov(true).weight_decay(0.1),
        "adagrad": adagrad,
        "adagrad.settings": adagrad.lr_decay(0.1).initial_accumulator_value(0.2).eps(1e-3).weight_decay(0.1),
        "rms_prop": rms_prop,
        "rms_prop.settings": rms_prop.alpha(0.9).eps(1e-3).weight_decay(0.1),
        "rms_prop.centered": rms_prop.centered(true),
        "rms_prop.momentum": rms_prop.momentum(0.9),
        "rms_prop.both": rms_prop.centered(true).momentum(0.9),
        "adam": adam.weight_decay(0.1),
        "adam.amsgrad": adam.amsgrad(true),
        "adamw": AdamW::new(RATE),
        "adamw.amsgrad": AdamW::new(RATE).amsgrad(true).weight_decay(0.2),
        "nadam": nadam,
        "nadam.settings": nadam.betas(0.8, 0.95).eps(1e-3).momentum_decay(0.5).weight_decay(0.1),
        "nadam.decoupled": nadam.decoupled_weight_decay(0.3),
        "lion": lion,
        "lion.settings": lion.betas(0.8, 0.95).weight_decay(0.3),
    }
}

/// Signs of parameters and decoupled decay, which these optimizers do not have in PyTorch.
#[test]
fn ten_steps_with_other_kinds_of_decay() {
    check! {
        "momentum.decay": Sgd::new(RATE).momentum(0.9).l1(0.02).decoupled_weight_decay(0.3),
        "adagrad.decay": Adagrad::new(RATE).l1(0.02).decoupled_weight_decay(0.3),
        "rms_prop.decay": RmsProp::new(RATE).l1(0.02).decoupled_weight_decay(0.3),
        "adam.decay": Adam::new(RATE).l1(0.02).decoupled_weight_decay(0.3),
        "adamw.l1": AdamW::new(RATE).l1(0.02).weight_decay(0.3),
        "nadam.l1": Nadam::new(RATE).l1(0.02),
        "lion.l1": Lion::new(RATE).l1(0.02).weight_decay(0.3),
    }
}

/// PyTorch has a group of parameters of its own for the biases.
#[test]
fn ten_steps_without_decay_of_biases() {
    let mut net = Small::load(goldens().join("small.model.safetensors")).unwrap();
    let mut trained = net.clone();
    let data = Tensors::golden("small.golden.safetensors");
    let (xs, targets) = (data.rows("x"), classes(&data, "target"));
    let adamw = AdamW::new(0.01).weight_decay(0.5).exclude_from_decay(&[Role::Bias]);
    let (mut workspace, mut state) = (Workspace::new(), State::new::<Small>(&adamw));
    for _ in 0..10 {
        net.train_step(&mut workspace, &adamw, &mut state, &xs, &targets, CrossEntropy).unwrap();
    }
    let golden = Tensors::golden("optimizers.golden.safetensors");
    golden.assert_parameters("weights_only.", &*net, ADAM);
    Trainer::new(CrossEntropy, adamw).epochs(10).batch_size(xs.len()).fit(&mut trained, &xs, &targets).unwrap();
    assert_eq!(trained, net);
}

#[test]
fn gradients_are_clipped() {
    let golden = Tensors::golden("optimizers.golden.safetensors");
    let gradient: [f64; 370] = golden.values("gradients").try_into().unwrap();
    let mut clipped = gradient;
    let norm = clip_norm(&mut clipped, 1.5).unwrap();
    assert_close("norm", &[norm / golden.values::<f64>("clip.norm.before")[0]], &[1.0], DOUBLE_STEPS);
    assert_close("clipped by norm", &clipped, &golden.values("clip.norm"), DOUBLE_STEPS);
    let mut clipped = gradient;
    clip_value(&mut clipped, 0.5).unwrap();
    assert_eq!(clipped.to_vec(), golden.values::<f64>("clip.value"));
}

network! {
    /// 21 parameters.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Tiny { input: [2], fc1: Dense(5), Tanh, fc2: Dense(1) }
}

/// The network whose tensors begin with `prefix`.
fn tiny(golden: &Tensors, prefix: &str) -> Tiny<f64> {
    let (mut net, mut from) = (Tiny::<f64>::zeroed(), 0);
    Tiny::<f64>::tensors(&Path::ROOT, &mut |tensor| {
        let values = golden.values(&format!("{prefix}{}", tensor.name));
        for (index, value) in values.iter().enumerate() {
            net.as_mut_slice()[from + tensor.place(index)] = *value;
        }
        from += values.len();
    });
    net
}

#[test]
fn lbfgs_has_the_same_loss_after_every_step() {
    let golden = Tensors::golden("lbfgs.golden.safetensors");
    let (xs, targets) = (golden.rows::<f64, 2>("x"), golden.rows::<f64, 1>("target"));
    let mut workspace = Workspace::new();
    for (name, history_size) in [("long", 10), ("short", 3)] {
        let losses = golden.values::<f64>(&format!("{name}.losses"));
        assert!(losses.len() == 25 && losses[24] < losses[0] / 2.0);
        let mut net = tiny(&golden, "model.");
        for (steps, expected) in (1..).zip(&losses) {
            net = tiny(&golden, "model.");
            let lbfgs = Lbfgs::new().max_iter(steps).max_eval(1000).history_size(history_size);
            let report = lbfgs.minimize(&mut net, &mut workspace, &xs, &targets, MeanSquaredError).unwrap();
            assert_eq!(report.iterations, steps);
            assert_close(&format!("{name}: loss after {steps} steps"), &[report.loss / expected], &[1.0], LBFGS);
        }
        let expected = tiny(&golden, &format!("{name}."));
        assert_close(&format!("{name}: parameters"), net.as_slice(), expected.as_slice(), LBFGS);
    }
}
