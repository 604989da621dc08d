//! Input that cannot be used: every case is a typed error that says what is wrong, and nothing has changed then.

use std::fs;
use std::path::{Path, PathBuf};

use safetensors::tensor::{Dtype, TensorView};
use static_nn::io::{LoadError, ReadError, load_into};
use static_nn::loss::TargetError;
use static_nn::network::{BatchError, StepError};
use static_nn::optim::{self, SettingError, State};
use static_nn::train::{Set, TrainError, Trainer, evaluate};
use static_nn::{
    Adagrad, Adam, AdamW, BinaryCrossEntropy, CrossEntropy, Lion, MeanSquaredError, Nadam, RmsProp, Sgd, Workspace,
    network,
};

network! {
    /// Three classes. With hyperbolic tangents an infinite input gives a finite loss, but no finite gradient.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Net {
        input: [4],
        hidden: Dense(5), Tanh,
        class: Dense(3),
        output: [3],
    }
}

/// 35 samples: two blocks and a part of a third.
const SAMPLES: usize = 35;

fn samples() -> (Vec<[f32; 4]>, Vec<usize>) {
    let x = |i: usize| std::array::from_fn(|j| ((3 * i + 5 * j) % 17) as f32 / 8.0 - 1.0);
    ((0..SAMPLES).map(x).collect(), (0..SAMPLES).map(|i| i % 3).collect())
}

/// The error of a training step on `xs` and `ys`, which leaves network, state and the network's answers as they were.
#[track_caller]
fn refused_step<Y: Sync>(
    optimizer: &impl optim::Optimizer,
    xs: &[[f32; 4]],
    ys: &[Y],
    loss: impl static_nn::Loss<f32, static_nn::D1<3>, Y>,
) -> StepError {
    let (good_xs, good_ys) = samples();
    let (mut net, mut workspace) = (Net::boxed(1), Workspace::new());
    let mut state = State::new::<Net>(&Adam::new(0.01));
    let adam = Adam::new(0.01);
    net.train_step(&mut workspace, &adam, &mut state, &good_xs, &good_ys, CrossEntropy).unwrap();
    let before = (net.clone(), state.clone());
    let error = net.train_step(&mut workspace, optimizer, &mut state, xs, ys, loss).unwrap_err();
    assert_eq!((net, state), before, "{error}");
    error
}

/// The error of a training run on `xs` and `ys`, which leaves the network as it was.
#[track_caller]
fn refused_fit<L: static_nn::Loss<f32, static_nn::D1<3>, Y>, Y: Sync>(
    trainer: &Trainer<L, impl optim::Optimizer, impl static_nn::train::Validation<f32, Net, L>>,
    xs: &[[f32; 4]],
    ys: &[Y],
) -> TrainError {
    let mut net = Net::boxed(1);
    let before = net.clone();
    let error = trainer.fit(&mut net, xs, ys).unwrap_err();
    assert_eq!(net, before, "{error}");
    error
}

#[test]
fn batches_of_two_lengths() {
    let (xs, ys) = samples();
    let net = Net::boxed(1);

    let mut out = [[7.0; 3]; 2];
    let error = net.forward_batch(&xs[..3], &mut out).unwrap_err();
    assert_eq!(error, BatchError::Length { samples: 3, others: 2, what: "outputs" });
    assert_eq!(error.to_string(), "3 samples come with 2 outputs: there must be one for each");
    assert_eq!(
        net.forward_batch::<[f32; 4]>(&[], &mut out).unwrap_err().to_string(),
        "0 samples come with 2 outputs: there must be one for each"
    );
    let mut workspace = Workspace::new();
    assert_eq!(workspace.forward_batch(&*net, &xs[..3], &mut out), Err(error));
    assert_eq!(out, [[7.0; 3]; 2]);

    net.gradient_batch(&mut workspace, &xs, &ys, CrossEntropy).unwrap();
    let before = (workspace.gradient().clone(), workspace.loss(), workspace.correct());
    let error = net.gradient_batch(&mut workspace, &xs, &ys[1..], CrossEntropy).unwrap_err();
    assert_eq!(error, BatchError::Length { samples: 35, others: 34, what: "targets" });
    assert_eq!(error.to_string(), "35 samples come with 34 targets: there must be one for each");
    assert_eq!((workspace.gradient().clone(), workspace.loss(), workspace.correct()), before);

    let error = refused_step(&Adam::new(0.01), &xs[..4], &ys[..5], CrossEntropy);
    assert_eq!(error, StepError::Batch(BatchError::Length { samples: 4, others: 5, what: "targets" }));
    assert_eq!(error.to_string(), "4 samples come with 5 targets: there must be one for each");

    let error = refused_fit(&Trainer::new(CrossEntropy, Adam::new(0.01)), &xs[..4], &ys[..5]);
    assert_eq!(error, TrainError::Length { set: Set::Training, samples: 4, targets: 5 });
    assert_eq!(error.to_string(), "the training set has 4 samples and 5 targets: there must be one for each");
    let trainer = Trainer::new(CrossEntropy, Adam::new(0.01)).validation(&xs[..2], &ys[..1]);
    let error = refused_fit(&trainer, &xs, &ys);
    assert_eq!(error.to_string(), "the validation set has 2 samples and 1 targets: there must be one for each");
}

#[test]
fn empty_batches() {
    let net = Net::boxed(1);
    let (no_xs, no_ys): ([[f32; 4]; 0], [usize; 0]) = ([], []);
    assert_eq!(net.forward_batch(&no_xs, &mut []), Ok(()), "no questions, no answers");

    let (xs, ys) = samples();
    let mut workspace = Workspace::new();
    net.gradient_batch(&mut workspace, &xs, &ys, CrossEntropy).unwrap();
    let before = (workspace.gradient().clone(), workspace.loss(), workspace.correct());
    let error = net.gradient_batch(&mut workspace, &no_xs, &no_ys, CrossEntropy).unwrap_err();
    assert_eq!(error, BatchError::Empty);
    assert_eq!(error.to_string(), "the batch is empty: a mean over no sample does not exist");
    assert_eq!((workspace.gradient().clone(), workspace.loss(), workspace.correct()), before);

    let error = refused_step(&Adam::new(0.01), &no_xs, &no_ys, CrossEntropy);
    assert_eq!(error, StepError::Batch(BatchError::Empty));

    let error = refused_fit(&Trainer::new(CrossEntropy, Adam::new(0.01)), &no_xs, &no_ys);
    assert_eq!(error, TrainError::Empty { set: Set::Training });
    assert_eq!(error.to_string(), "the training set has no samples");
    let trainer = Trainer::new(CrossEntropy, Adam::new(0.01)).validation(&no_xs, &no_ys);
    assert_eq!(refused_fit(&trainer, &xs, &ys).to_string(), "the validation set has no samples");
    // So small a part of so few samples rounds to none.
    let trainer = Trainer::new(CrossEntropy, Adam::new(0.01)).validation_split(0.01);
    assert_eq!(refused_fit(&trainer, &xs, &ys).to_string(), "the validation set has no samples");
    let error = evaluate(&*net, &no_xs, &no_ys, CrossEntropy).unwrap_err();
    assert_eq!(error.to_string(), "the evaluation set has no samples");
}

#[test]
fn impossible_targets() {
    const CLASS: &str = "the class is 3, but the output has 3 classes, numbered from 0";
    let (xs, mut ys) = samples();
    ys[33] = 3;
    let (net, mut workspace) = (Net::boxed(1), Workspace::new());
    let error = net.gradient_batch(&mut workspace, &xs, &ys, CrossEntropy).unwrap_err();
    assert_eq!(error, BatchError::Target { sample: 33, error: TargetError::Class { class: 3, classes: 3 } });
    assert_eq!(error.to_string(), format!("the target of sample 33 is impossible: {CLASS}"));
    assert!(workspace.gradient().as_slice().iter().all(|value| *value == 0.0), "nothing has been computed");
    let error = net.gradient(&mut workspace, &xs[0], &3, CrossEntropy).unwrap_err();
    assert_eq!(error.to_string(), format!("the target of sample 0 is impossible: {CLASS}"));

    let error = refused_step(&Adam::new(0.01), &xs, &ys, CrossEntropy);
    assert_eq!(error.to_string(), format!("the target of sample 33 is impossible: {CLASS}"));
    let error = refused_fit(&Trainer::new(CrossEntropy, Adam::new(0.01)).batch_size(4), &xs, &ys);
    assert_eq!(error.to_string(), format!("target 33 of the training set is impossible: {CLASS}"));
    let (good_xs, good_ys) = samples();
    let trainer = Trainer::new(CrossEntropy, Adam::new(0.01)).validation(&xs, &ys);
    let error = refused_fit(&trainer, &good_xs, &good_ys);
    assert_eq!(error.to_string(), format!("target 33 of the validation set is impossible: {CLASS}"));

    let error = refused_step(&Adam::new(0.01), &xs[..2], &[0, -1], CrossEntropy);
    let text = "the target of sample 1 is impossible: the class is -1, but the output has 3 classes, numbered from 0";
    assert_eq!(error.to_string(), text);
    let error = refused_step(&Adam::new(0.01), &xs[..2], &[[0.5, 0.5, 0.0], [0.5, 0.25, 0.0]], CrossEntropy);
    let text = "the target of sample 1 is impossible: the probabilities of all classes sum to 0.75, not to 1";
    assert_eq!(error.to_string(), text);
    let error = refused_step(&Adam::new(0.01), &xs[..1], &[[0.0, 1.5, 0.0]], BinaryCrossEntropy);
    let text = "the target of sample 0 is impossible: value 1 is 1.5, not a probability between 0 and 1";
    assert_eq!(error.to_string(), text);
    for (value, text) in [(f32::NAN, "NaN"), (f32::INFINITY, "inf"), (f32::NEG_INFINITY, "-inf")] {
        let error = refused_step(&Adam::new(0.01), &xs[..1], &[[0.0, 1.0, value]], MeanSquaredError);
        let text = format!("the target of sample 0 is impossible: value 2 is {text}, not a finite number");
        assert_eq!(error.to_string(), text);
    }
}

#[test]
fn samples_that_are_not_finite() {
    let (xs, ys) = samples();
    for (value, text, what) in [
        (f32::NAN, "NaN", "the loss is NaN"),
        (f32::INFINITY, "inf", "the gradient is NaN"),
        (f32::NEG_INFINITY, "-inf", "the gradient is NaN"),
    ] {
        let mut xs = xs.clone();
        xs[20][2] = value;
        let error = refused_step(&Adam::new(0.01), &xs, &ys, CrossEntropy);
        assert!(matches!(error, StepError::NotFinite { value, .. } if value.is_nan()), "{error}");
        let rest = "a sample is not finite, or training has diverged; a smaller learning rate may help";
        assert_eq!(error.to_string(), format!("{what}: {rest}"));

        let error = refused_fit(&Trainer::new(CrossEntropy, Adam::new(0.01)).batch_size(8), &xs, &ys);
        assert!(matches!(error, TrainError::NotFinite { set: Set::Training, sample: 20, index: 2, .. }), "{error}");
        assert_eq!(error.to_string(), format!("sample 20 of the training set is not finite: value 2 is {text}"));
        let (good_xs, good_ys) = samples();
        let trainer = Trainer::new(CrossEntropy, Adam::new(0.01)).validation(&xs, &ys);
        let error = refused_fit(&trainer, &good_xs, &good_ys);
        assert_eq!(error.to_string(), format!("sample 20 of the validation set is not finite: value 2 is {text}"));
        let error = evaluate(&*Net::boxed(1), &xs, &ys, CrossEntropy).unwrap_err();
        assert_eq!(error.to_string(), format!("sample 20 of the evaluation set is not finite: value 2 is {text}"));
    }
}

/// The optimizer's settings reach the same check by both ways.
#[track_caller]
fn refused_setting(optimizer: &(impl optim::Optimizer + Copy), setting: &str, text: &str) {
    let (xs, ys) = samples();
    let error = refused_step(optimizer, &xs, &ys, CrossEntropy);
    let StepError::Optimizer(optim::StepError::Setting(found)) = error else { panic!("{error}") };
    assert_eq!((found.setting, error.to_string().as_str()), (setting, text));
    let error = refused_fit(&Trainer::new(CrossEntropy, *optimizer), &xs, &ys);
    assert!(matches!(error, TrainError::Setting(SettingError { setting: found, .. }) if found == setting), "{error}");
    assert_eq!(error.to_string(), text);
}

#[test]
fn learning_rates() {
    for (rate, shown) in [(f64::NAN, "NaN"), (-0.1, "-0.1"), (f64::INFINITY, "inf"), (f64::NEG_INFINITY, "-inf")] {
        let text = format!("`learning_rate` is {shown}, but must be a finite number that is not negative");
        refused_setting(&Sgd::new(rate), "learning_rate", &text);
        refused_setting(&Sgd::new(rate).momentum(0.9), "learning_rate", &text);
        refused_setting(&Adam::new(rate), "learning_rate", &text);
        refused_setting(&AdamW::new(rate), "learning_rate", &text);
    }
    // `f32` would make infinity of it.
    let text = "`learning_rate` is 1e39, but must be at most 3.4e38, the largest number that `f32` holds";
    refused_setting(&Sgd::new(1e39), "learning_rate", text);
    refused_setting(&Adam::new(1e39), "learning_rate", text);
    refused_setting(&AdamW::new(1e39), "learning_rate", text);
    refused_setting(&Nadam::new(1e39), "learning_rate", text);
    refused_setting(&Lion::new(1e39), "learning_rate", text);
    refused_setting(&RmsProp::new(1e39), "learning_rate", text);
    refused_setting(&Adagrad::new(1e39), "learning_rate", text);
}

#[test]
fn other_settings() {
    let (xs, ys) = samples();
    refused_setting(
        &Sgd::new(0.1).momentum(1.0),
        "momentum",
        "`momentum` is 1, but must be at least 0 and less than 1",
    );
    let text = "`weight_decay` is -1, but must be a finite number that is not negative";
    refused_setting(&Sgd::new(0.1).weight_decay(-1.0), "weight_decay", text);
    let text = "`beta2` is NaN, but must be at least 0 and less than 1";
    refused_setting(&Adam::new(0.1).betas(0.9, f64::NAN), "beta2", text);
    refused_setting(&Nadam::new(0.1).betas(0.9, f64::NAN), "beta2", text);
    refused_setting(&Lion::new(0.1).betas(0.9, f64::NAN), "beta2", text);
    let text = "`alpha` is 1, but must be at least 0 and less than 1";
    refused_setting(&RmsProp::new(0.1).alpha(1.0), "alpha", text);
    let text = "`lr_decay` is -1, but must be a finite number that is not negative";
    refused_setting(&Adagrad::new(0.1).lr_decay(-1.0), "lr_decay", text);
    let text = "`l1` is inf, but must be a finite number that is not negative";
    refused_setting(&AdamW::new(0.1).l1(f64::INFINITY), "l1", text);

    let trainer = || Trainer::new(CrossEntropy, Sgd::new(0.1));
    for (trainer, text) in [
        (trainer().batch_size(0), "`batch_size` is 0, but must be at least 1"),
        (trainer().epochs(0), "`epochs` is 0, but must be at least 1"),
        (trainer().validation_split(1.0), "`validation_split` is 1, but must be more than 0 and less than 1"),
        (trainer().validation_split(f64::NAN), "`validation_split` is NaN, but must be more than 0 and less than 1"),
    ] {
        assert_eq!(refused_fit(&trainer, &xs, &ys).to_string(), text);
    }
}

/// A schedule may end at zero.
#[test]
fn a_learning_rate_of_zero_is_permitted_and_moves_nothing() {
    let (xs, ys) = samples();
    let (mut net, mut workspace) = (Net::boxed(1), Workspace::new());
    let before = net.clone();
    let adam = Adam::new(0.0);
    let mut state = State::new::<Net>(&adam);
    let loss = net.train_step(&mut workspace, &adam, &mut state, &xs, &ys, CrossEntropy).unwrap();
    assert!(loss > 0.0);
    assert_eq!((&net, state.steps()), (&before, 1));
    let history = Trainer::new(CrossEntropy, Sgd::new(0.0)).epochs(3).fit(&mut net, &xs, &ys).unwrap();
    assert_eq!(history.epochs.len(), 3);
    assert_eq!(net, before);
}

#[test]
fn the_state_of_another_optimizer() {
    let (xs, ys) = samples();
    let error = refused_step(&Sgd::new(0.1), &xs, &ys, CrossEntropy);
    assert_eq!(error, StepError::Optimizer(optim::StepError::Memory { needed: 0, found: 86 }));
    assert_eq!(
        error.to_string(),
        "the optimizer keeps 0 numbers for this network, but its state holds 86: make it with `State::new::<Net>(&optimizer)`"
    );
}

#[test]
fn training_that_diverges_is_stopped() {
    let (xs, ys) = samples();
    let ys: Vec<[f32; 3]> = ys.iter().map(|y| [*y as f32, 0.0, 1.0]).collect();
    let mut net = Net::boxed(1);
    let trainer = Trainer::new(MeanSquaredError, Sgd::new(1e6)).epochs(100).batch_size(5);
    let error = trainer.fit(&mut net, &xs, &ys).unwrap_err();
    let TrainError::Diverged { what, value, epoch, step } = error else { panic!("{error}") };
    assert!(!value.is_finite() && (1..=100).contains(&epoch) && (1..=7).contains(&step), "{error}");
    let place = format!("in step {step} of epoch {epoch}; a smaller learning rate may help");
    assert_eq!(error.to_string(), format!("{what} became {value} {place}"));
    // The step that would have spoilt them was not taken.
    assert!(what == "a parameter" || net.as_slice().iter().all(|value| value.is_finite()), "{error}");
}

#[test]
fn one_sample_does_not_touch_the_others() {
    let (xs, _) = samples();
    let net = Net::boxed(1);
    let mut clean = vec![[0.0; 3]; SAMPLES];
    net.forward_batch(&xs, &mut clean).unwrap();
    for bad in [0, 15, 16, SAMPLES - 1] {
        for value in [f32::NAN, f32::INFINITY] {
            let mut xs = xs.clone();
            xs[bad] = [value; 4];
            let (mut ys, mut by_workspace) = (vec![[0.0; 3]; SAMPLES], vec![[0.0; 3]; SAMPLES]);
            net.forward_batch(&xs, &mut ys).unwrap();
            Workspace::with_batch(SAMPLES).forward_batch(&*net, &xs, &mut by_workspace).unwrap();
            if value.is_nan() {
                assert!(ys[bad].iter().chain(&by_workspace[bad]).all(|y| y.is_nan()), "{:?}", ys[bad]);
            }
            (ys[bad], by_workspace[bad]) = (clean[bad], clean[bad]);
            assert_eq!(ys, clean, "sample {bad} is {value}");
            assert_eq!(by_workspace, clean, "sample {bad} is {value}");
        }
    }
}

/// Every activation passes a NaN on, so that none hides a broken sample.
#[test]
fn no_activation_swallows_a_nan() {
    macro_rules! check {
        ($($Name:ident: [$($layer:tt)+],)+) => {$({
            network! {
                /// A single activation between two layers.
                struct $Name {
                    input: [2],
                    first: Dense(2), $($layer)+,
                    last: Dense(1),
                }
            }
            let (mut net, mut workspace) = ($Name::boxed(1), Workspace::new());
            let sgd = Sgd::new(0.1);
            let mut state = State::new::<$Name>(&sgd);
            let batch: (&[[f32; 2]], &[[f32; 1]]) = (&[[1.0, 2.0], [f32::NAN, 1.0]], &[[1.0], [2.0]]);
            let error = net.train_step(&mut workspace, &sgd, &mut state, batch.0, batch.1, MeanSquaredError).unwrap_err();
            assert!(matches!(error, StepError::NotFinite { what: "the loss", .. }), "{}: {error}", stringify!($Name));
            assert!(net.forward(&batch.0[1])[0].is_nan(), "{}", stringify!($Name));
        })+};
    }
    check! {
        WithRelu: [Relu],
        WithLeakyRelu: [LeakyRelu(slope = 0.1)],
        WithElu: [Elu],
        WithGelu: [Gelu],
        WithGeluTanh: [Gelu(approximate = "tanh")],
        WithSilu: [Silu],
        WithSigmoid: [Sigmoid],
        WithTanh: [Tanh],
        WithSoftplus: [Softplus],
        WithHardSigmoid: [HardSigmoid],
        WithHardTanh: [HardTanh],
        WithStep: [Step],
        WithSoftmax: [Softmax],
        WithLogSoftmax: [LogSoftmax],
    }
}

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("bad_input.{name}.safetensors"))
}

/// The text of the error that `path` gives to a network to be loaded into, which it leaves as it was.
#[track_caller]
fn refused_load(path: &Path) -> (LoadError, String) {
    let text = Net::load(path).unwrap_err().to_string();
    let mut net = Net::boxed(3);
    let before = net.clone();
    let error = load_into(&mut *net, path).unwrap_err();
    assert_eq!(net, before, "{error}");
    assert_eq!(error.to_string(), text);
    let text = text.strip_prefix(&format!("`{}`: ", path.display())).unwrap_or(&text).to_owned();
    (error, text)
}

#[test]
fn files_that_are_missing_or_cut_off() {
    let path = file("missing");
    let (error, text) = refused_load(&path);
    assert!(matches!(&error, LoadError::Io { error, .. } if error.kind() == std::io::ErrorKind::NotFound), "{error}");
    assert!(text.starts_with(&format!("cannot read `{}`: ", path.display())), "{text}");

    let path = file("truncated");
    Net::boxed(1).save(&path).unwrap();
    let whole = fs::read(&path).unwrap();
    for (length, expected) in [
        (0, "a safetensors file begins with 8 bytes, found 0: the file is empty or cut off"),
        (
            whole.len() - 4,
            "the tensors that the header lists do not fill the 168 bytes behind it exactly: \
             the file is cut off or was added to; write or download it again",
        ),
    ] {
        fs::write(&path, &whole[..length]).unwrap();
        let (error, text) = refused_load(&path);
        assert!(matches!(error, LoadError::Content { .. }), "{error}");
        assert_eq!(text, expected);
    }
    for length in 1..whole.len() {
        fs::write(&path, &whole[..length]).unwrap();
        assert!(matches!(Net::load(&path), Err(LoadError::Content { .. })), "{length} bytes");
    }
}

/// A file with the tensors of `Net`, one of them changed.
fn write_changed(path: &Path, changed: &str, dims: &[usize], value: f32) {
    let tensors = [
        ("hidden.weight", vec![5, 4]),
        ("hidden.bias", vec![5]),
        ("class.weight", vec![3, 5]),
        ("class.bias", vec![3]),
    ];
    let tensors = tensors.map(|(name, own)| {
        let (dims, last) = if name == changed { (dims.to_vec(), value) } else { (own, 0.5) };
        let mut values = vec![0.25_f32; dims.iter().product()];
        *values.last_mut().unwrap() = last;
        (name, dims, values.iter().flat_map(|value| value.to_le_bytes()).collect::<Vec<u8>>())
    });
    let views =
        tensors.iter().map(|(name, dims, bytes)| (*name, TensorView::new(Dtype::F32, dims.clone(), bytes).unwrap()));
    safetensors::serialize_to_file(views, None, path).unwrap();
}

#[test]
fn files_of_other_tensors() {
    let path = file("changed");
    write_changed(&path, "class.weight", &[3, 5], 0.75);
    let net = Net::load(&path).unwrap();
    assert_eq!((net.class.weight[(2, 4)], net.class.weight[(2, 3)], net.class.bias[2]), (0.75, 0.25, 0.5));

    write_changed(&path, "class.weight", &[5, 3], 1.0);
    let (error, text) = refused_load(&path);
    let expected = "`class.weight` has the shape [5, 3], expected [3, 5]: \
                    transpose it first (PyTorch stores `[outputs, inputs]`, Keras and burn the reverse), \
                    or load a `kernel` of Keras's with `LoadOptions::new().layout(Layout::Keras)`";
    assert_eq!(text, expected);
    assert!(matches!(error, LoadError::Content { error: ReadError::Shape { .. }, .. }), "{error}");

    write_changed(&path, "hidden.bias", &[6], 1.0);
    assert_eq!(
        refused_load(&path).1,
        "`hidden.bias` has the shape [6], expected [5]: was it saved from another network?"
    );

    for (value, shown) in [(f32::NAN, "NaN"), (f32::INFINITY, "inf")] {
        write_changed(&path, "class.weight", &[3, 5], value);
        let text = format!(
            "`class.weight[2, 4]` is {shown}, expected a finite value: the network was saved after it had diverged"
        );
        assert_eq!(refused_load(&path).1, text);
    }
}

#[test]
fn a_network_that_is_not_finite_is_not_saved() {
    let path = file("kept");
    let mut net = Net::boxed(1);
    net.save(&path).unwrap();
    let before = fs::read(&path).unwrap();
    net.class.weight[(1, 3)] = f32::NAN;
    let error = net.save(&path).unwrap_err().to_string();
    let expected = format!(
        "nothing was saved to `{}`: `class.weight[1, 3]` is NaN, and only finite values are saved: \
         if this came out of training, try a lower learning rate or clip the gradient",
        path.display()
    );
    assert_eq!(error, expected);
    assert_eq!(fs::read(&path).unwrap(), before);
}
