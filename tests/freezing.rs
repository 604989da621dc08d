//! What is frozen stays to the bit, whatever an optimizer, a limit or a statistic would do to it, and all else learns as ever.

#![expect(clippy::case_sensitive_file_extension_comparisons, reason = "names of tensors, not of files")]

use std::fs;

use static_nn::Parameters;
use static_nn::optim::{Optimizer, State};
use static_nn::prelude::*;
use static_nn::train::TrainError;

network! {
    #[derive(Clone, Debug, PartialEq)]
    struct Net {
        input: [3],
        fc1: Dense(8), norm: BatchNorm, Tanh,
        block: Residual { inner: Dense(8), Relu },
        fc2: Dense(2),
    }
}

fn data() -> (Vec<[f32; 3]>, Vec<u8>) {
    (0..60_u8)
        .map(|i| {
            let x = f32::from(i);
            ([x.sin(), (2.0 * x).cos(), (3.0 * x).sin()], u8::from(x.sin() > 0.2))
        })
        .unzip()
}

fn trainer<O: Optimizer>(optimizer: O) -> Trainer<CrossEntropy, O> {
    Trainer::new(CrossEntropy, optimizer).epochs(3).shuffle(5).clip_norm(0.5).max_norm(0.7)
}

fn adamw() -> AdamW {
    AdamW::new(0.05).weight_decay(0.3).l1(0.01)
}

/// The values of one tensor.
fn tensor(net: &Net, name: &str) -> Vec<u32> {
    let (mut end, mut found) = (0, None);
    <Net as Parameters<f32>>::tensors(&static_nn::Path::ROOT, &mut |tensor| {
        let start = end;
        end += tensor.len();
        if tensor.name.to_string() == name {
            found = Some(start..end);
        }
    });
    net.as_slice()[found.unwrap()].iter().map(|value| value.to_bits()).collect()
}

fn names() -> Vec<String> {
    let mut names = vec![];
    <Net as Parameters<f32>>::tensors(&static_nn::Path::ROOT, &mut |tensor| names.push(tensor.name.to_string()));
    names
}

/// Trains with this frozen, and returns which tensors are what they were.
fn unchanged<O: Optimizer>(optimizer: O, accumulate: usize, freeze: &[&str]) -> Vec<String> {
    let (xs, ys) = data();
    let mut net = Net::boxed(1);
    // Biases that are not zero, so that decay would show.
    net.as_mut_slice().iter_mut().for_each(|value| *value += 0.125);
    let before = net.clone();
    let trainer = freeze.iter().fold(trainer(optimizer).accumulate(accumulate), |trainer, name| trainer.freeze(name));
    trainer.fit(&mut net, &xs, &ys).unwrap();
    names().into_iter().filter(|name| tensor(&net, name) == tensor(&before, name)).collect()
}

#[test]
fn what_is_frozen_stays_and_all_else_changes() {
    let fc1 = ["fc1.weight", "fc1.bias"];
    assert_eq!(unchanged(adamw(), 1, &[]), Vec::<String>::new());
    assert_eq!(unchanged(adamw(), 1, &["fc1"]), fc1);
    assert_eq!(unchanged(Sgd::new(0.1).momentum(0.9).weight_decay(0.1), 2, &["fc1"]), fc1);
    assert_eq!(unchanged(Lion::new(0.01).weight_decay(0.1), 1, &["fc1", "fc1.weight"]), fc1);
    assert_eq!(unchanged(RmsProp::new(0.01), 1, &["fc1.bias"]), ["fc1.bias"]);
    let norm: Vec<String> = names().into_iter().filter(|name| name.starts_with("norm.")).collect();
    assert_eq!(norm.len(), 4, "two parameters and two statistics");
    assert_eq!(unchanged(adamw(), 1, &["norm"]), norm);
    assert_eq!(unchanged(adamw(), 2, &["norm"]), norm);
    assert_eq!(unchanged(adamw(), 1, &["norm.running_*"]), norm[2..]);
    let biases: Vec<String> = names().into_iter().filter(|name| name.ends_with(".bias")).collect();
    assert_eq!(unchanged(adamw(), 1, &["*.bias"]), biases);
    let block: Vec<String> = names().into_iter().filter(|name| name.starts_with("block.")).collect();
    assert_eq!((block.len(), unchanged(adamw(), 1, &["block"])), (2, block));
    assert_eq!(unchanged(adamw(), 1, &["*"]), names());
}

#[test]
fn a_loop_of_ones_own_freezes_as_the_trainer_does() {
    let (xs, ys) = data();
    let (mut by_trainer, mut by_hand) = (Net::boxed(1), Net::boxed(1));
    Trainer::new(CrossEntropy, adamw()).epochs(2).freeze("fc1").freeze("norm").fit(&mut by_trainer, &xs, &ys).unwrap();
    let (mut workspace, adamw) = (Workspace::new(), adamw());
    workspace.freeze("fc1").unwrap();
    workspace.freeze("norm").unwrap();
    let mut state = State::new::<Net>(&adamw);
    for _ in 0..2 {
        for (xs, ys) in xs.chunks(32).zip(ys.chunks(32)) {
            by_hand.train_step(&mut workspace, &adamw, &mut state, xs, ys, CrossEntropy).unwrap();
        }
    }
    assert_eq!(by_trainer, by_hand);
    // Parameters of another network are not frozen to those of the first.
    let mut other = Net::boxed(2);
    other.train_step(&mut workspace, &adamw, &mut state, &xs, &ys, CrossEntropy).unwrap();
    assert_eq!(tensor(&other, "fc1.weight"), tensor(&Net::boxed(2), "fc1.weight"));
    assert_ne!(tensor(&other, "fc2.weight"), tensor(&Net::boxed(2), "fc2.weight"));
}

#[test]
fn clipping_counts_what_is_trained() {
    let (xs, ys) = data();
    let step = |freeze: bool| {
        let mut net = Net::boxed(1);
        let trainer = Trainer::new(CrossEntropy, Sgd::new(1.0)).batch_size(usize::MAX).clip_norm(1e-3);
        if freeze { trainer.freeze("fc1").freeze("norm").freeze("block") } else { trainer }
            .fit(&mut net, &xs, &ys)
            .unwrap();
        let before = Net::boxed(1);
        let moved = net.fc2.as_slice().iter().zip(before.fc2.as_slice()).map(|(a, b)| (a - b) * (a - b));
        moved.sum::<f32>().sqrt()
    };
    // The whole step is as long as the limit, to rounding of the parameters.
    assert!((step(true) - 1e-3).abs() < 1e-5, "{}", step(true));
    assert!(step(false) < 0.99e-3, "{}", step(false));
}

#[test]
fn a_name_that_nothing_has_is_an_error_with_the_nearest() {
    let (xs, ys) = data();
    let refused = |name: &str| {
        let mut net = Net::boxed(1);
        let error = trainer(adamw()).freeze("norm").freeze(name).fit(&mut net, &xs, &ys).unwrap_err();
        assert_eq!(net, Net::boxed(1));
        assert!(matches!(error, TrainError::Freeze(_)));
        error.to_string()
    };
    let text = "no layer and no tensor of the network is called `fc3`; the name most like it is `fc1`";
    assert_eq!(refused("fc3"), text);
    let text = "no layer and no tensor of the network is called `fc1.weigth`; the name most like it is `fc1.weight`";
    assert_eq!(refused("fc1.weigth"), text);
    assert_eq!(refused("encoder.*"), "no layer and no tensor of the network is called `encoder.*`");
    assert_eq!(refused(""), "no layer and no tensor of the network is called ``");
    let error = trainer(adamw()).freeze("x").find_learning_rate(&Net::boxed(1), &xs, &ys, 1e-3..=1.0, 5).unwrap_err();
    assert!(matches!(error, TrainError::Freeze(_)));
}

#[test]
fn a_checkpoint_knows_what_was_frozen() {
    let (xs, ys) = data();
    let directory = tempfile();
    let path = directory.join("run.safetensors");
    let frozen = || trainer(adamw()).freeze("fc1");
    let mut whole = Net::boxed(1);
    frozen().epochs(6).fit(&mut whole, &xs, &ys).unwrap();
    frozen().checkpoint(Checkpoint::every(3, &path)).fit(&mut Net::boxed(1), &xs, &ys).unwrap();
    let mut resumed = Net::boxed(2);
    frozen().epochs(6).resume(&path).fit(&mut resumed, &xs, &ys).unwrap();
    assert_eq!(resumed, whole);
    // By another name for the same.
    let mut resumed = Net::boxed(2);
    trainer(adamw()).freeze("fc1.*").epochs(6).resume(&path).fit(&mut resumed, &xs, &ys).unwrap();
    assert_eq!(resumed, whole);
    let error = trainer(adamw()).epochs(6).resume(&path).fit(&mut resumed, &xs, &ys).unwrap_err().to_string();
    let text = "its list of what is frozen is fc1.weight, fc1.bias, but here it is not told";
    assert!(error.ends_with(text), "{error}");
    let error =
        frozen().freeze("fc2.bias").epochs(6).resume(&path).fit(&mut resumed, &xs, &ys).unwrap_err().to_string();
    let text = "list of what is frozen is fc1.weight, fc1.bias, but here it is fc1.weight, fc1.bias, fc2.bias";
    assert!(error.ends_with(text), "{error}");
    fs::remove_dir_all(directory).unwrap();
}

fn tempfile() -> std::path::PathBuf {
    let directory = std::env::temp_dir().join(format!("freezing-{}", std::process::id()));
    fs::create_dir_all(&directory).unwrap();
    directory
}
