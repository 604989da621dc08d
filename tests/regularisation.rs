//! Layers that draw random numbers, and layers that normalise: in whole networks, as the macro writes them.
#![expect(clippy::float_cmp, reason = "the same computation gives the same numbers")]
#![expect(clippy::cast_possible_truncation, reason = "samples are drawn as f64 and rounded to f32")]

use std::ops::ControlFlow;

use static_nn::init::Rng;
use static_nn::io::ReadError;
use static_nn::network::BatchError;
use static_nn::optim::{Adagrad, Lion, Nadam, Optimizer, RmsProp, State};
use static_nn::schedule::ReduceOnPlateau;
use static_nn::train::{Checkpoint, EarlyStopping, History, TrainError, Trainer};
use static_nn::{
    Adam, AdamW, BatchNorm, Boxed, CrossEntropy, Dense, Loss, MeanSquaredError, Network, Parameters, Path, Role,
    Sample, Scalar, Sgd, Workspace, gradcheck, network,
};

#[path = "golden_file/mod.rs"]
mod golden_file;

use golden_file::{Golden, assert_close};

network! {
    /// What `normalise.py` makes.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Normal {
        input: [4],
        fc1: Dense(6), norm1: BatchNorm, Tanh,
        fc2: Dense(5), norm2: LayerNorm, Silu,
        norm3: RmsNorm,
        fc3: Dense(3), norm4: BatchNorm(eps = 1e-2, momentum = 0.25),
        output: [3],
    }
}

network! {
    #[derive(Clone, Debug, PartialEq)]
    pub struct Random {
        input: [4],
        GaussianNoise(deviation = 0.25),
        a: Dense(16), Dropout, Relu,
        Residual { Dense(16), Dropout(p = 0.25), Tanh },
        norm: LayerNorm(eps = 1e-3),
        Dropout(p = 0.1),
        b: Dense(3),
        output: [3],
    }
}

/// The same without the layers that only train.
mod bare {
    use static_nn::network;

    network! {
        #[derive(Clone, Debug, PartialEq)]
        pub struct Random {
            input: [4],
            a: Dense(16), Relu,
            Residual { Dense(16), Tanh },
            norm: LayerNorm(eps = 1e-3),
            b: Dense(3),
            output: [3],
        }
    }
}

network! {
    /// A normalisation inside a block, and in a network inside this one.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Nested {
        input: [4],
        normal: Normal,
        a: Dense(5), BatchNorm, Relu,
        Residual { Dense(5), BatchNorm, Dropout, Tanh },
        Dense(3, bias = false), BatchNorm,
        output: [3],
    }
}

/// Sums in another order than PyTorch's, in double precision.
const ROUNDING: f64 = 1e-12;
/// Analytic and numerical gradients agree to this relative error.
const GRADIENT: f64 = 1e-6;
/// Folding multiplies weights instead of outputs, in double precision.
const FOLDED: f64 = 1e-12;

fn samples<const N: usize>(count: usize, seed: u64) -> Vec<[f64; N]> {
    let mut rng = Rng::new(seed);
    (0..count).map(|_| std::array::from_fn(|_| rng.normal())).collect()
}

/// Every number drawn at random, those that are variances positive.
fn shaken<N: Network<f64>>(seed: u64) -> Boxed<N> {
    let (mut net, mut rng) = (N::boxed(seed), Rng::new(seed));
    net.as_mut_slice().iter_mut().for_each(|value| *value += 0.5 * rng.uniform());
    net
}

/// The values of one network, by their names and as files have them.
fn named<T: Scalar, N: Parameters<T>>(net: &N, mut visit: impl FnMut(String, Role, Vec<f64>)) {
    let mut from = 0;
    N::tensors(&Path::ROOT, &mut |tensor| {
        let values = &net.as_slice()[from..from + tensor.len()];
        visit(
            tensor.name.to_string(),
            tensor.role,
            (0..values.len()).map(|i| values[tensor.place(i)].to_f64()).collect(),
        );
        from += tensor.len();
    });
}

#[test]
fn three_batches_are_those_of_pytorch() {
    let golden = Golden::open("normalise");
    let mut net = Normal::<f64>::zeroed();
    let mut from = 0;
    <Normal<f64> as Parameters<f64>>::tensors(&Path::ROOT, &mut |tensor| {
        let values = golden.values(&format!("0.{}", tensor.name));
        for (i, value) in values.iter().enumerate() {
            net.as_mut_slice()[from + tensor.place(i)] = *value;
        }
        from += values.len();
    });
    let (xs, ys) = (golden.rows::<4>("x"), golden.rows::<3>("target"));
    let mut workspace = Workspace::with_batch(10);
    let sgd = Sgd::new(0.1);
    let mut state: State<Box<[f64]>> = State::new::<Normal<f64>>(&sgd);
    for step in 0..3 {
        let batch = step * 10..(step + 1) * 10;
        let (xs, ys) = (&xs[batch.clone()], &ys[batch]);
        let loss = net.train_step(&mut workspace, &sgd, &mut state, xs, ys, MeanSquaredError).unwrap();
        assert_close("loss", &[loss], &golden.values("losses")[step..=step], ROUNDING);
        named(workspace.gradient(), |name, role, values| {
            if role == Role::Statistic {
                assert!(values.iter().all(|value| *value == 0.0), "{name}");
            } else {
                assert_close(&name, &values, golden.values(&format!("grad.{}.{name}", step + 1)), ROUNDING);
            }
        });
        named(&net, |name, _, values| {
            assert_close(&name, &values, golden.values(&format!("{}.{name}", step + 1)), ROUNDING);
        });
    }
    let answers: Vec<f64> = xs[..10].iter().flat_map(|x| net.forward(x)).collect();
    assert_close("y", &answers, golden.values("y"), ROUNDING);
    let mut batch = [[0.0; 3]; 10];
    net.forward_batch(&xs[..10], &mut batch).unwrap();
    assert_close("y", batch.as_flattened(), golden.values("y"), ROUNDING);
}

/// Checks a network. The biases `without` do no more than shift all samples alike before a normalisation over the batch, which takes that
/// off: they have no gradient, and what is found of it is rounding.
#[track_caller]
fn check_gradients<N: Network<f64>>(without: &[&str])
where
    MeanSquaredError: Loss<f64, N::Output, [f64; 3]>,
    [f64; 4]: Sample<f64, N::Input>,
{
    let (xs, ys) = (samples::<4>(19, 1), samples::<3>(19, 2));
    let report = gradcheck::network(&mut *shaken::<N>(3), &xs, &ys, MeanSquaredError).unwrap();
    let checked = report.entries.iter().filter(|entry| !without.contains(&entry.name.as_str()));
    assert!(checked.clone().all(|entry| entry.error < GRADIENT), "{report}");
    assert_eq!(checked.count() + without.len(), report.entries.len());
}

#[test]
fn gradients_are_derivatives_with_the_numbers_held_fixed() {
    check_gradients::<Random<f64>>(&[]);
    check_gradients::<Normal<f64>>(&["fc1.bias", "fc3.bias"]);
    let without = ["normal.fc1.bias", "normal.fc3.bias", "normal.norm4.bias", "a.bias", "residual1.dense1.bias"];
    check_gradients::<Nested<f64>>(&without);
}

#[test]
fn evaluation_knows_nothing_of_what_only_trains() {
    let net = Random::new(1);
    let mut plain = bare::Random::new(2);
    plain.as_mut_slice().copy_from_slice(net.as_slice());
    let x = [0.5, -1.0, 2.0, 0.25];
    assert_eq!(net.forward(&x), plain.forward(&x));
    let (mut ys, mut others) = ([[0.0; 3]; 20], [[0.0; 3]; 20]);
    net.forward_batch(&[x; 20], &mut ys).unwrap();
    plain.forward_batch(&[x; 20], &mut others).unwrap();
    assert_eq!(ys, others);
}

#[test]
fn numbers_depend_on_the_seed_and_on_nothing_else() {
    let net = Random::new(1);
    let xs: Vec<[f32; 4]> = samples::<4>(700, 1).iter().map(|x| x.map(|x| x as f32)).collect();
    let classes: Vec<usize> = (0..700).map(|i| i % 3).collect();
    let gradients = |mut workspace: Workspace<f32, Random>| {
        let mut of = || net.gradient_batch(&mut workspace, &xs, &classes, CrossEntropy).unwrap().clone();
        [of(), of()]
    };
    let [first, second] = gradients(Workspace::new().seed(5));
    assert_ne!(first, second);
    for samples in [1, 33, 700] {
        assert_eq!(gradients(Workspace::with_batch(samples).seed(5)), [first.clone(), second.clone()]);
    }
    assert_ne!(gradients(Workspace::new().seed(6))[0], first);
    // One sample on its own draws what it would as the first of a batch.
    let mut workspace = Workspace::new().seed(5);
    let single = net.gradient(&mut workspace, &xs[0], &classes[0], CrossEntropy).unwrap().clone();
    let batch =
        net.gradient_batch(&mut Workspace::new().seed(5), &xs[..1], &classes[..1], CrossEntropy).unwrap().clone();
    let close = |(a, b): (&f32, &f32)| (a - b).abs() < 1e-5;
    assert!(single.as_slice().iter().zip(batch.as_slice()).all(close));
}

#[test]
fn training_is_reproducible_and_learns() {
    let xs: Vec<[f32; 4]> = samples::<4>(200, 1).iter().map(|x| x.map(|x| x as f32)).collect();
    let classes: Vec<usize> = xs.iter().map(|x| usize::from(x[0] > 0.0) + usize::from(x[1] > 0.0)).collect();
    let train = |seed| {
        let mut net = Random::new(1);
        let trainer = Trainer::new(CrossEntropy, Adam::new(3e-3)).epochs(20).shuffle(seed);
        let history = trainer.fit(&mut net, &xs, &classes).unwrap();
        (net, history.epochs[19].loss)
    };
    let (net, loss) = train(1);
    assert!(loss < 0.8, "{loss}");
    assert_eq!(train(1).0, net);
    assert_ne!(train(2).0, net);
    let mut net = Normal::new(1);
    let ys: Vec<[f32; 3]> = xs.iter().map(|x| [x[0] * x[1], x[2], 1.0]).collect();
    let trainer = Trainer::new(MeanSquaredError, Adam::new(1e-2)).epochs(30).batch_size(100).shuffle(1);
    let history = trainer.fit(&mut net, &xs, &ys).unwrap();
    assert!(history.epochs[29].loss < 0.5 * history.epochs[0].loss, "{:?}", history.epochs[29]);
    assert!(net.norm1.running_mean.iter().any(|mean| *mean != 0.0));
}

#[test]
fn no_optimizer_touches_statistics() {
    let (xs, ys) = (samples::<4>(20, 1), samples::<3>(20, 2));
    let mut net = shaken::<Nested<f64>>(1);
    let mut by_hand = net.clone();
    let optimizer = AdamW::new(0.1).weight_decay(0.5);
    let (mut workspace, mut state) = (Workspace::new(), State::<Box<[f64]>>::new::<Nested<f64>>(&optimizer));
    net.train_step(&mut workspace, &optimizer, &mut state, &xs, &ys, MeanSquaredError).unwrap();

    let (mut workspace, mut state) = (Workspace::new(), State::<Box<[f64]>>::new::<Nested<f64>>(&optimizer));
    let before = by_hand.clone();
    let gradient = by_hand.gradient_batch(&mut workspace, &xs, &ys, MeanSquaredError).unwrap();
    state.step(&optimizer, gradient, &mut *before.clone()).unwrap();
    workspace.update_statistics(&mut by_hand);
    let updated = by_hand.clone();
    workspace.update_statistics(&mut by_hand);
    assert_eq!(by_hand, updated);
    let mut expected = Vec::new();
    named(&*by_hand, |name, role, values| {
        if role == Role::Statistic {
            expected.push((name, values));
        }
    });
    assert_eq!(
        expected.iter().map(|(_, values)| values.len()).sum::<usize>(),
        <Nested<f64> as Parameters<f64>>::STATISTICS
    );
    let mut found = Vec::new();
    named(&*net, |name, role, values| {
        if role == Role::Statistic {
            found.push((name, values));
        }
    });
    assert_eq!(found, expected);
    assert_ne!(net, before);
}

/// Without a gradient nothing but decay moves a parameter, whichever kind of it an optimizer has.
#[test]
fn scales_and_shifts_of_norms_can_be_kept_from_decay() {
    const KEPT: [Role; 2] = [Role::Scale, Role::Bias];

    /// Whether the values of each tensor with a role of `KEPT`, and of each of the others, have all changed.
    #[track_caller]
    fn check(optimizer: &impl Optimizer, kept_change: bool) {
        let mut net = shaken::<Normal<f64>>(1);
        let (zero, mut state) = (Normal::<f64>::zeroed_boxed(), State::<Box<[f64]>>::new::<Normal<f64>>(optimizer));
        let mut before = Vec::new();
        named(&*net, |_, _, values| before.push(values));
        for _ in 0..3 {
            state.step(optimizer, &*zero, &mut *net).unwrap();
        }
        let (mut before, mut seen) = (before.into_iter(), [0, 0]);
        named(&*net, |name, role, values| {
            let before = before.next().unwrap();
            let changed = values.iter().zip(&before).filter(|(now, before)| now.to_bits() != before.to_bits()).count();
            // Running statistics are the workspace's matter.
            if role != Role::Statistic {
                let change = kept_change || !KEPT.contains(&role);
                assert_eq!(changed, if change { values.len() } else { 0 }, "{name} under {optimizer:?}");
                seen[usize::from(KEPT.contains(&role))] += 1;
            }
        });
        // Three dense layers with weight and bias; three norms with a shift, and one without.
        assert_eq!(seen, [3, 3 + 3 + 4]);
    }

    /// Every kind of decay by itself, with those roles excluded and without.
    macro_rules! check {
        ($($optimizer:expr => $($decay:ident)*;)*) => {
            $($(
                check(&$optimizer.$decay(0.1).exclude_from_decay(&KEPT), false);
                check(&$optimizer.$decay(0.1), true);
            )*)*
        };
    }
    check! {
        Sgd::new(0.05) => weight_decay l1 decoupled_weight_decay;
        Sgd::new(0.05).momentum(0.9).nesterov(true) => weight_decay l1 decoupled_weight_decay;
        Adagrad::new(0.05) => weight_decay l1 decoupled_weight_decay;
        RmsProp::new(0.05) => weight_decay l1 decoupled_weight_decay;
        RmsProp::new(0.05).centered(true).momentum(0.9) => weight_decay l1 decoupled_weight_decay;
        Adam::new(0.05) => weight_decay l1 decoupled_weight_decay;
        Nadam::new(0.05) => weight_decay l1 decoupled_weight_decay;
        AdamW::new(0.05) => weight_decay;
        AdamW::new(0.05).weight_decay(0.0) => l1;
        Lion::new(0.05) => weight_decay;
        Lion::new(0.05).weight_decay(0.0) => l1;
    }
}

network! {
    /// A normalisation of the input itself, whose statistics no weight has a part in.
    #[derive(Clone, Debug, PartialEq)]
    pub struct First {
        input: [4],
        norm: BatchNorm,
        Dense(3),
    }
}

#[test]
fn statistics_go_on_from_batch_to_batch_whatever_makes_a_step() {
    let (xs, ys) = (samples::<4>(32, 5), samples::<3>(32, 6));
    let after = |accumulate| {
        let mut net: Boxed<First<f64>> = Network::boxed(3);
        let trainer = Trainer::new(MeanSquaredError, AdamW::new(0.1).weight_decay(0.5)).batch_size(8);
        trainer.accumulate(accumulate).fit(&mut net, &xs, &ys).unwrap();
        (net.norm.running_mean, net.norm.running_var)
    };
    assert_eq!(after(1), after(2));
    assert_eq!(after(1), after(4));
    assert_ne!(after(1).0, First::<f64>::zeroed().norm.running_mean);
}

#[test]
fn a_batch_that_cannot_be_normalised_is_an_error() {
    let mut net = Normal::new(1);
    let (xs, ys) = (vec![[0.5_f32; 4]; 65], vec![[0.0_f32; 3]; 65]);
    let before = net.clone();
    let mut workspace = Workspace::new();
    let error = net.gradient(&mut workspace, &xs[0], &ys[0], MeanSquaredError).unwrap_err();
    assert_eq!(error, BatchError::Alone);
    let error = net.gradient_batch(&mut workspace, &xs[..1], &ys[..1], MeanSquaredError).unwrap_err();
    assert_eq!(error, BatchError::Alone);
    let mut small = Workspace::with_batch(16);
    let room = match net.gradient_batch(&mut small, &xs, &ys, MeanSquaredError) {
        Err(BatchError::Room { samples: 65, room }) => room,
        other => panic!("{other:?}"),
    };
    assert!((16..65).contains(&room));
    assert!(net.gradient_batch(&mut Workspace::with_batch(65), &xs, &ys, MeanSquaredError).is_ok());
    for batch_size in [1, 32, 64] {
        let trainer = Trainer::new(MeanSquaredError, Sgd::new(0.1)).batch_size(batch_size);
        let error = trainer.fit(&mut net, &xs, &ys).unwrap_err();
        assert_eq!(error, TrainError::Alone { samples: 65, batch_size });
    }
    assert_eq!(net, before);
    Trainer::new(MeanSquaredError, Sgd::new(0.1)).batch_size(63).fit(&mut net, &xs, &ys).unwrap();
}

#[test]
fn folded_equals_unfolded() {
    let mut net = shaken::<Nested<f64>>(4);
    let unfolded = net.clone();
    let xs = samples::<4>(30, 5);
    net.fold();
    assert_ne!(net, unfolded);
    let mut answers = [vec![[0.0; 3]; 30], vec![[0.0; 3]; 30]];
    net.forward_batch(&xs, &mut answers[0]).unwrap();
    unfolded.forward_batch(&xs, &mut answers[1]).unwrap();
    assert_close("blocks", answers[0].as_flattened(), answers[1].as_flattened(), FOLDED);
    for x in &xs {
        assert_close("one sample", &net.forward(x), &unfolded.forward(x), FOLDED);
    }
    // What is left behind is the identity, to the bit, at every place of the network that could be folded.
    let identity = |norm: &BatchNorm<f64, 6>| {
        let x = std::array::from_fn(|i| 0.1 + i as f64);
        assert_eq!(static_nn::network::forward_with(norm, &mut [], &x), x);
    };
    identity(&net.normal.norm1);
    let again = net.clone();
    net.fold();
    assert_eq!(net, again);
    // Without a bias there is no room for a shift.
    assert_eq!(net.batch_norm2, unfolded.batch_norm2);
}

#[test]
fn starting_values_and_names() {
    network! {
        struct Begun {
            input: [3],
            #[init(auto)] fc: Dense(4),
            #[init(he_normal)] norm: BatchNorm,
            Relu,
            #[init(xavier_normal)] Residual { Dense(4), BatchNorm },
            LayerNorm, RmsNorm,
        }
    }
    let net = Begun::new(1);
    for norm in [&net.norm, &net.residual1.batch_norm1] {
        assert!(norm.weight.iter().all(|value| *value == 1.0) && norm.bias.iter().all(|value| *value == 0.0));
        assert!(
            norm.running_mean.iter().all(|value| *value == 0.0) && norm.running_var.iter().all(|value| *value == 1.0)
        );
    }
    assert!(net.layer_norm1.weight[0] == 1.0 && net.layer_norm1.bias[0] == 0.0 && net.rms_norm1.weight[3] == 1.0);
    let mut names = Vec::new();
    named(&net, |name, _, _| names.push(name));
    assert_eq!(names[2..6], ["norm.weight", "norm.bias", "norm.running_mean", "norm.running_var"]);
    assert_eq!(names[names.len() - 3..], ["layer_norm1.weight", "layer_norm1.bias", "rms_norm1.weight"]);
    assert!(Begun::summary().to_string().contains("BatchNorm"));
}

#[test]
fn files_hold_statistics() {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("regularisation.safetensors");
    let mut net = Normal::new(1);
    net.norm1.running_mean[2] = 0.75;
    net.save(&path).unwrap();
    assert_eq!(*Normal::load(&path).unwrap(), net);
}

/// PyTorch's state dict of a normalisation counts the batches that it has seen, which nobody asks here.
#[test]
fn a_file_of_pytorch_may_count_its_batches() {
    network! {
        struct Counted { input: [3], fc1: Dense(2), norm: BatchNorm, fc2: Dense(1) }
    }
    /// Rounding of single precision, relative.
    const SINGLE: f32 = 1e-6;
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui/pass/batch_norm.safetensors");
    let bytes = std::fs::read(&path).unwrap();
    let file = safetensors::SafeTensors::deserialize(&bytes).unwrap();
    let counter = file.tensor("norm.num_batches_tracked").unwrap();
    assert_eq!((counter.dtype(), counter.shape()), (safetensors::Dtype::I64, &[][..]));

    let net = Counted::load(&path).unwrap();
    assert_eq!(net.norm.weight[0], 2.0);
    // What PyTorch answers in evaluation.
    assert!((net.forward(&[1.0; 3])[0] / 613.225_3 - 1.0).abs() < SINGLE);
    let mut read = Counted::boxed(1);
    static_nn::io::read_into(&mut *read, &bytes).unwrap();
    assert_eq!(read.as_slice(), net.as_slice());

    // No other tensor is passed over.
    for extra in ["norm.batches", "num_batches_tracked", "norm.num_batches_tracked2"] {
        let tensors = file.tensors();
        let more = tensors.iter().map(|(name, view)| (name.as_str(), view)).chain([(extra, &counter)]);
        let bytes = safetensors::serialize(more, None).unwrap();
        let error = static_nn::io::read_into(&mut *read, &bytes).unwrap_err();
        assert!(matches!(&error, ReadError::Extra { tensors } if tensors == &[extra]), "{error}");
    }
}

/// What is drawn and what is measured after an epoch do not depend on when the run began.
#[test]
fn a_resumed_run_is_one_that_was_never_stopped() {
    network! {
        #[derive(Clone, Debug, PartialEq)]
        struct Both {
            input: [4],
            a: Dense(16), BatchNorm, Relu, Dropout(p = 0.2),
            b: Dense(16), GaussianNoise, BatchNorm, Relu, Dropout,
            c: Dense(3),
        }
    }
    let xs: Vec<[f32; 4]> = samples::<4>(230, 1).iter().map(|x| x.map(|x| x as f32)).collect();
    let classes: Vec<u8> = xs.iter().map(|x| u8::from(x[0] > 0.0) + u8::from(x[1] > 0.0)).collect();
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("resumed.safetensors");
    for accumulate in [1, 2] {
        let trainer = Trainer::new(CrossEntropy, Adam::new(1e-2).weight_decay(1e-4))
            .epochs(8)
            .accumulate(accumulate)
            .shuffle(7)
            .schedule(ReduceOnPlateau::new().patience(0))
            .validation_split(0.2);
        let mut whole = Both::new(1);
        let history = trainer.fit(&mut whole, &xs, &classes).unwrap();
        let losses = |history: &History| -> Vec<_> {
            history.epochs.iter().map(|epoch| (epoch.loss, epoch.validation_loss, epoch.learning_rate)).collect()
        };
        let bits = |net: &Both| -> Vec<_> { net.as_slice().iter().map(|value| value.to_bits()).collect() };
        for end in 1..8 {
            let stopped = trainer.clone().epochs(end).checkpoint(Checkpoint::every(100, &path));
            stopped.fit(&mut Both::new(1), &xs, &classes).unwrap();
            // From other starting values: the file has them all, the running statistics too.
            let mut resumed = Both::new(2);
            let resumed_history = trainer.clone().resume(&path).fit(&mut resumed, &xs, &classes).unwrap();
            assert_eq!(losses(&resumed_history), losses(&history), "resumed after epoch {end}");
            assert_eq!(bits(&resumed), bits(&whole), "resumed after epoch {end}");
        }
    }
}

/// The best network has the statistics of its own epoch, and so it is in a checkpoint.
#[test]
fn early_stopping_restores_statistics_too() {
    network! {
        #[derive(Clone, Debug, PartialEq)]
        struct Normalised { input: [4], a: Dense(16), norm: BatchNorm, Relu, Dropout(p = 0.2), b: Dense(3) }
    }
    let xs: Vec<[f32; 4]> = samples::<4>(120, 1).iter().map(|x| x.map(|x| x as f32)).collect();
    let classes: Vec<u8> = xs.iter().map(|x| u8::from(x[0] > 0.0) + u8::from(x[1] > 0.0)).collect();
    let valid_xs: Vec<[f32; 4]> = samples::<4>(30, 2).iter().map(|x| x.map(|x| x as f32)).collect();
    // Another rule: what is learned beyond its beginnings does harm.
    let valid_classes: Vec<u8> = valid_xs.iter().map(|x| u8::from(x[0] > 0.5) + u8::from(x[2] > 0.0)).collect();
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("early_stopping.safetensors");
    let trainer = Trainer::new(CrossEntropy, Adam::new(1e-2))
        .epochs(100)
        .batch_size(40)
        .shuffle(7)
        .validation(&valid_xs, &valid_classes)
        .early_stopping(EarlyStopping::new(4));
    let (mut whole, mut after) = (Normalised::new(1), Vec::new());
    let history = trainer
        .fit_each(&mut whole, &xs, &classes, |_, net: &Normalised| {
            after.push(net.clone());
            ControlFlow::Continue(())
        })
        .unwrap();
    let (best, done) = (history.restored.unwrap(), history.epochs.len());
    assert!(best > 1 && done == best + 4 && done < 100, "{history}");
    assert_eq!(whole, after[best - 1]);
    assert_ne!(whole.norm.running_mean, after[done - 1].norm.running_mean);
    let losses = |history: &History| -> Vec<_> {
        history.epochs.iter().map(|epoch| (epoch.loss, epoch.validation_loss, epoch.validation_accuracy)).collect()
    };
    for end in 1..=done {
        let stopped = trainer.clone().checkpoint(Checkpoint::every(1000, &path));
        let stop = |history: &History, _: &Normalised| {
            if history.epochs.len() == end { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        stopped.fit_each(&mut Normalised::new(1), &xs, &classes, stop).unwrap();
        let mut resumed = Normalised::new(2);
        let resumed_history = trainer.clone().resume(&path).fit(&mut resumed, &xs, &classes).unwrap();
        assert_eq!(resumed, whole, "resumed after epoch {end}");
        assert_eq!(resumed_history.restored, history.restored, "resumed after epoch {end}");
        assert_eq!(losses(&resumed_history), losses(&history), "resumed after epoch {end}");
    }
}

/// A dense layer that is folded by hand.
#[test]
fn folding_is_its_formula() {
    let (mut dense, mut norm) = (Dense::<f64, 2, 1>::zeroed(), BatchNorm::<f64, 1, { 1.0_f64.to_bits() }>::zeroed());
    (dense.weight[0], dense.weight[1], dense.bias[0]) = (1.0, 2.0, 3.0);
    (norm.weight[0], norm.bias[0], norm.running_mean[0], norm.running_var[0]) = (4.0, 1.0, 5.0, 3.0);
    dense.fold(&mut norm);
    assert_eq!((dense.weight[0], dense.weight[1], dense.bias[0]), (2.0, 4.0, -3.0));
}

/// Values that lie further apart than 1.8e19 have a variance that `f32` does not hold: a run ends with an error, and the network
/// is that of before.
#[test]
fn a_variance_beyond_the_scalar_is_an_error() {
    network! {
        #[derive(Clone, Debug, PartialEq)]
        struct Large { input: [2], norm: BatchNorm, fc: Dense(1) }
    }
    let mut net = Large::boxed(1);
    let before = net.clone_boxed();
    let (xs, ys) = ([[1e25, 1.0], [-2e25, 2.0], [3e24, 4.0]], [[0.0], [1.0], [2.0]]);
    let result = Trainer::new(MeanSquaredError, Adam::new(1e-2)).epochs(3).fit(&mut net, &xs, &ys);
    assert!(matches!(result, Err(TrainError::Diverged { .. })), "{result:?}");
    assert_eq!(net, before);
}
