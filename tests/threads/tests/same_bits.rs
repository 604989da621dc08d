//! However many threads share a batch, the results are the same, bit by bit, and are what the groups of the batch say.

use rayon::{ThreadPool, ThreadPoolBuilder};
use static_nn::init::Rng;
use static_nn::network::{BatchError, StepError};
use static_nn::optim::{Report, State};
use static_nn::schedule::{CosineAnnealing, ReduceOnPlateau, Schedule};
use static_nn::train::{Checkpoint, EarlyStopping, Epoch, History, TrainError, Trainer, evaluate};
use static_nn::{Adam, CrossEntropy, D1, Lbfgs, Loss, Network, Sample, Scalar, Workspace, network};

network! {
    /// Large enough that every batch of more than one group is divided.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Wide {
        input: [96],
        a: Dense(160), Relu,
        Residual { b: Dense(160), Tanh },
        c: Dense(5),
    }
}

network! {
    /// So small that no batch is worth a second thread.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Narrow { input: [96], a: Dense(7), Gelu, b: Dense(5) }
}

network! {
    /// Large enough to be divided, and every sample with random numbers of its own.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Noisy {
        input: [96],
        a: Dense(160), Dropout, Relu,
        GaussianNoise,
        Residual { b: Dense(160), LayerNorm, Dropout(p = 0.2), Tanh },
        c: Dense(5),
    }
}

network! {
    /// Never divided in training, but where it is measured.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Batched { input: [96], a: Dense(160), BatchNorm, Relu, c: Dense(5) }
}

network! {
    /// Samples with random numbers of their own that depend on each other.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Regularised {
        input: [96],
        a: Dense(160), BatchNorm, Relu, Dropout(p = 0.2),
        b: Dense(160), BatchNorm, Relu, Dropout(p = 0.2),
        c: Dense(5),
    }
}

network! {
    /// Images of so many values; its gradient is that of groups of its own size.
    #[derive(Clone, Debug, PartialEq)]
    pub struct LeNet5 {
        input: [1, 28, 28],
        conv1: Conv2d(6, kernel = 5), Relu, MaxPool2d(2),
        conv2: Conv2d(16, kernel = 5), Relu, MaxPool2d(2),
        Flatten,
        fc1: Dense(120), Relu,
        fc2: Dense(84), Relu,
        digit: Dense(5),
    }
}

network! {
    /// Residual blocks and branches, with channels that are dropped by random numbers of their own.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Residuals {
        input: [1, 12, 8],
        stem: Conv2d(12, kernel = 3, padding = same, bias = false), GroupNorm(3), Relu,
        Residual { Conv2d(12, kernel = 3, padding = same), Dropout2d, Relu, Conv2d(12, kernel = 3, padding = same) },
        Add { { Conv2d(16, kernel = 3, stride = 2, padding = 1), Silu }, { Conv2d(16, kernel = 1, stride = 2) } },
        GlobalAvgPool2d,
        class: Dense(5),
    }
}

const THREADS: [usize; 6] = [1, 2, 3, 4, 5, 7];

/// Sizes of batches at and around the borders of one, two, four and more groups.
const BATCHES: [usize; 8] = [1, 127, 128, 129, 256, 300, 512, 1000];

fn pool(threads: usize) -> ThreadPool {
    ThreadPoolBuilder::new().num_threads(threads).build().unwrap()
}

fn data<T: Scalar, const IN: usize>(count: usize) -> (Vec<[T; IN]>, Vec<u8>) {
    let mut rng = Rng::new(1);
    (0..5).cycle().take(count).map(|class| (core::array::from_fn(|_| T::from_f64(rng.normal())), class)).unzip()
}

fn bits<T: Scalar>(values: &[T]) -> Vec<u64> {
    values.iter().map(|value| value.to_f64().to_bits()).collect()
}

/// Checks that `run` gives the same in every pool; it is also called from outside, where the global pool serves.
fn same<R: PartialEq + Send>(what: &str, run: impl Fn() -> R + Sync) -> R {
    let result = run();
    for threads in THREADS {
        assert!(pool(threads).install(&run) == result, "{what} with {threads} threads");
    }
    result
}

/// Every way to use a batch of `count` samples.
fn check<T: Scalar, N: Network<T, Output = D1<5>> + PartialEq, const IN: usize>(count: usize)
where
    [T; IN]: Sample<T, N::Input>,
{
    let net = N::boxed(7);
    let (xs, targets) = data::<T, IN>(count);
    let text = |what: &str| format!("{what} of {count} samples by {}", core::any::type_name::<N>());

    same(&text("answers"), || {
        let mut ys = vec![[T::ZERO; 5]; count];
        Workspace::<T, N>::new().forward_batch(&net, &xs, &mut ys).unwrap();
        bits(ys.as_flattened())
    });
    for capacity in [64, 1000] {
        same(&text("gradient"), || {
            let mut workspace = Workspace::<T, N>::with_batch(capacity);
            let gradient =
                bits(network::gradient_batch(&*net, &mut workspace, &xs, &targets, &CrossEntropy).unwrap().as_slice());
            (gradient, workspace.loss().to_f64().to_bits(), workspace.correct())
        });
    }
    same(&text("steps"), || {
        let (mut net, mut workspace) = (net.clone_boxed(), Workspace::<T, N>::new());
        let adam = Adam::new(1e-3);
        let mut state: State<Box<[T]>> = State::new::<N>(&adam);
        for _ in 0..2 {
            network::train_step(&mut *net, &mut workspace, &adam, &mut state, &xs, &targets, &CrossEntropy).unwrap();
        }
        (bits(net.as_slice()), bits(state.memory()))
    });
    same(&text("evaluation"), || {
        let result = evaluate(&*net, &xs, &targets, &CrossEntropy).unwrap();
        (result.loss.to_bits(), result.accuracy)
    });
}

#[test]
fn every_number_of_threads_gives_the_same_bits() {
    for count in BATCHES {
        check::<f32, Wide<f32>, 96>(count);
        check::<f64, Wide<f64>, 96>(count);
        check::<f32, Narrow<f32>, 96>(count);
    }
}

#[test]
fn every_number_of_threads_gives_the_same_bits_for_images() {
    for count in [17, 129, 300] {
        check::<f32, LeNet5<f32>, 784>(count);
        check::<f32, Residuals<f32>, 96>(count);
    }
    check::<f64, Residuals<f64>, 96>(300);
}

#[test]
fn random_numbers_and_statistics_are_the_same_bits() {
    for count in [129, 300, 1000] {
        check::<f32, Noisy<f32>, 96>(count);
    }
    let (xs, targets) = data::<f32, 96>(600);
    same("statistics", || {
        let mut net = Batched::boxed(7);
        let trainer = Trainer::new(CrossEntropy, Adam::new(1e-3)).epochs(2).batch_size(300).validation(&xs, &targets);
        let history = trainer.fit(&mut net, &xs, &targets).unwrap();
        (history.epochs[1].validation_loss, bits(net.as_slice()))
    });
    same("dropout between statistics", || {
        let mut net = Regularised::boxed(7);
        let adam = Adam::new(1e-3).weight_decay(1e-4);
        let trainer = Trainer::new(CrossEntropy, adam).epochs(2).batch_size(300).shuffle(5).validation(&xs, &targets);
        let history = trainer.fit(&mut net, &xs, &targets).unwrap();
        (history.epochs[1].validation_loss, bits(net.as_slice()))
    });
}

#[test]
fn a_workspace_serves_in_another_pool_than_its_own() {
    let net = Wide::boxed(7);
    let (xs, targets) = data::<f32, 96>(1000);
    let mut workspaces: Vec<_> = THREADS.iter().map(|threads| pool(*threads).install(Workspace::new)).collect();
    let mut results = vec![];
    for workspace in &mut workspaces {
        for threads in THREADS {
            let gradient = pool(threads)
                .install(|| bits(net.gradient_batch(workspace, &xs, &targets, CrossEntropy).unwrap().as_slice()));
            results.push(gradient);
        }
    }
    assert!(results.windows(2).all(|pair| pair[0] == pair[1]));
}

/// Training with two groups and a shorter last batch, in another order every epoch, with validation.
fn check_training(loss: impl Loss<f32, D1<5>, u8> + Copy) {
    let (xs, targets) = data::<f32, 96>(1100);
    let (valid_xs, valid_targets) = data::<f32, 96>(600);
    let (losses, _) = same("training", || {
        let mut net = Wide::boxed(7);
        let history = Trainer::new(loss, Adam::new(1e-3))
            .epochs(3)
            .batch_size(400)
            .shuffle(5)
            .validation(&valid_xs, &valid_targets)
            .fit(&mut net, &xs, &targets)
            .unwrap();
        let losses: Vec<_> = history.epochs.iter().map(|epoch| (epoch.loss.to_bits(), epoch.validation_loss)).collect();
        (losses, bits(net.as_slice()))
    });
    assert_eq!(losses.len(), 3);
}

#[test]
fn training_gives_the_same_bits() {
    check_training(CrossEntropy);
    check_training(CrossEntropy.class_weights([0.1, 0.7, 3.0, 0.3, 1.1]).label_smoothing(0.1));
}

/// The same with everything switched on: the last step of an epoch has a batch of one group only.
#[test]
fn training_with_everything_switched_on_gives_the_same_bits() {
    let (xs, targets) = data::<f32, 96>(1300);
    let (history, _) = same("training", || {
        let mut net = Wide::boxed(7);
        let history = Trainer::new(CrossEntropy, Adam::new(3e-3))
            .epochs(6)
            .batch_size(300)
            .accumulate(2)
            .drop_last()
            .shuffle(5)
            .clip_value(0.02)
            .clip_norm(0.1)
            .schedule_steps(CosineAnnealing::new(12).after_warm_up(2).times(ReduceOnPlateau::new().patience(0)))
            .early_stopping(EarlyStopping::new(2))
            .validation_split(0.25)
            .fit(&mut net, &xs, &targets)
            .unwrap();
        ((history.epochs.iter().map(row).collect::<Vec<_>>(), history.restored), bits(net.as_slice()))
    });
    assert!(history.1.is_some());
}

/// What an epoch came to, to the bit and without the seconds.
fn row(epoch: &Epoch) -> [Option<u64>; 5] {
    let Epoch { loss, accuracy, validation_loss, validation_accuracy, learning_rate, .. } = *epoch;
    [Some(loss), accuracy, validation_loss, validation_accuracy, Some(learning_rate)].map(|x| x.map(f64::to_bits))
}

/// A run may be gone on with on another machine, with other cores.
#[test]
fn a_run_goes_on_with_another_number_of_threads() {
    fn check<N: Network<f32, Input = D1<96>, Output = D1<5>>>(name: &str) {
        let (xs, targets) = data::<f32, 96>(700);
        let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let trainer = Trainer::new(CrossEntropy, Adam::new(1e-3))
            .epochs(4)
            .batch_size(300)
            .shuffle(5)
            .clip_norm(0.5)
            .schedule_steps(CosineAnnealing::new(12).after_warm_up(2))
            .early_stopping(EarlyStopping::new(3))
            .validation_split(0.25);
        let result = |net: &N, history: &History| {
            (history.epochs.iter().map(row).collect::<Vec<_>>(), history.restored, bits(net.as_slice()))
        };
        let whole = pool(1).install(|| {
            let mut net = N::boxed(7);
            let history = trainer.fit(&mut net, &xs, &targets).unwrap();
            result(&net, &history)
        });
        for (before, after) in [(1, 5), (5, 1), (2, 3)] {
            let writing = trainer.clone().epochs(2).checkpoint(Checkpoint::every(2, &path));
            pool(before).install(|| writing.fit(&mut N::boxed(7), &xs, &targets).unwrap());
            let resumed = pool(after).install(|| {
                let mut net = N::boxed(8);
                let history = trainer.clone().resume(&path).fit(&mut net, &xs, &targets).unwrap();
                result(&net, &history)
            });
            assert!(resumed == whole, "{name}: {before} threads, then {after}");
        }
    }
    check::<Wide<f32>>("threads_wide.safetensors");
    check::<Noisy<f32>>("threads_noisy.safetensors");
    check::<Regularised<f32>>("threads_regularised.safetensors");
}

/// L-BFGS takes its gradients over all samples at once, which are divided.
#[test]
fn lbfgs_gives_the_same_bits() {
    fn check<N: Network<f32, Input = D1<96>, Output = D1<5>>>() {
        let (xs, targets) = data::<f32, 96>(600);
        let (report, _) = same(core::any::type_name::<N>(), || {
            let (mut net, mut workspace) = (N::boxed(7), Workspace::with_batch(600));
            let lbfgs = Lbfgs::new().max_iter(6).history_size(3);
            let report = lbfgs.minimize(&mut *net, &mut workspace, &xs, &targets, CrossEntropy).unwrap();
            let Report { loss, gradient, iterations, evaluations, stop } = report;
            ((loss.to_bits(), gradient.to_bits(), iterations, evaluations, stop), bits(net.as_slice()))
        });
        assert!(report.2 > 3, "{report:?}");
    }
    check::<Wide<f32>>();
    check::<Noisy<f32>>();
    check::<Regularised<f32>>();
}

/// A sweep of learning rates, too.
#[test]
fn a_sweep_gives_the_same_bits() {
    let (xs, targets) = data::<f32, 96>(1100);
    let net = Wide::boxed(7);
    let (rates, _) = same("a sweep", || {
        let trainer = Trainer::new(CrossEntropy, Adam::new(1e-3)).batch_size(512).shuffle(5).clip_norm(1.0);
        let sweep = trainer.find_learning_rate(&net, &xs, &targets, 1e-5..=1.0, 20).unwrap();
        (bits(&sweep.rates), bits(&sweep.losses))
    });
    assert!(rates.len() > 5);
}

/// Sums of single gradients, added without regard to groups, agree to the rounding of a sum of as many terms.
#[test]
fn a_gradient_of_groups_is_the_mean_of_single_gradients() {
    let net = Wide::<f64>::boxed(7);
    let (xs, targets) = data::<f64, 96>(300);
    let mut workspace = Workspace::new();
    let mut mean = vec![0.0; Wide::PARAMETERS];
    for (x, target) in xs.iter().zip(&targets) {
        let gradient = net.gradient(&mut workspace, x, target, CrossEntropy).unwrap();
        mean.iter_mut().zip(gradient.as_slice()).for_each(|(sum, g)| *sum += g / 300.0);
    }
    let gradient = net.gradient_batch(&mut workspace, &xs, &targets, CrossEntropy).unwrap();
    let norm = |values: &mut dyn Iterator<Item = f64>| values.map(|value| value * value).sum::<f64>().sqrt();
    let error = norm(&mut mean.iter().zip(gradient.as_slice()).map(|(a, b)| a - b));
    let relative = error / norm(&mut mean.iter().copied());
    // 300 terms of either sum are rounded, and each term is itself a sum of some hundred.
    assert!(relative < 300.0 * f64::EPSILON, "{relative:e}");
}

#[test]
fn errors_change_nothing() {
    let (mut xs, mut targets) = data::<f32, 96>(512);
    let adam = Adam::new(1e-3);
    for threads in THREADS {
        pool(threads).install(|| {
            let mut net = Wide::boxed(7);
            let (mut workspace, mut state) = (Workspace::new(), State::new::<Wide>(&adam));
            net.train_step(&mut workspace, &adam, &mut state, &xs, &targets, CrossEntropy).unwrap();
            let (before, remembered) = (net.clone_boxed(), state.clone());
            let mut refused = |xs: &[[f32; 96]], targets: &[u8]| {
                let error = net.train_step(&mut workspace, &adam, &mut state, xs, targets, CrossEntropy).unwrap_err();
                assert!(net == before && state == remembered, "{error}");
                error
            };
            assert!(matches!(refused(&xs, &targets[1..]), StepError::Batch(BatchError::Length { .. })));
            let (mut bad_xs, mut bad_targets) = (xs.clone(), targets.clone());
            bad_targets[400] = 5;
            assert!(matches!(refused(&xs, &bad_targets), StepError::Batch(BatchError::Target { sample: 400, .. })));
            bad_xs[511][95] = f32::NAN;
            assert!(matches!(refused(&bad_xs, &targets), StepError::NotFinite { what: "the loss", .. }));

            let trainer = Trainer::new(CrossEntropy, Adam::new(1e-3)).batch_size(512);
            let error = trainer.fit(&mut net, &bad_xs, &targets).unwrap_err();
            assert!(matches!(error, TrainError::NotFinite { sample: 511, index: 95, .. }));
            let error = trainer.fit(&mut net, &xs, &bad_targets).unwrap_err();
            assert!(matches!(error, TrainError::Target { sample: 400, .. }));
            assert_eq!(net, before);
            let mut ys = [[f32::NAN; 5]; 511];
            assert!(workspace.forward_batch(&net, &xs, &mut ys).is_err());
            assert!(ys.as_flattened().iter().all(|y| y.is_nan()));
        });
    }
    // A loss that is not finite comes up on the way: finite samples, but a sum that is too large for the scalar.
    xs[300] = [f32::MAX; 96];
    targets.truncate(512);
    for threads in THREADS {
        let mut net = Wide::boxed(7);
        let before = net.clone_boxed();
        let trainer = Trainer::new(CrossEntropy, Adam::new(1e-3)).batch_size(512);
        let error = pool(threads).install(|| trainer.fit(&mut net, &xs, &targets).unwrap_err());
        assert!(matches!(error, TrainError::Diverged { what: "the loss", epoch: 1, step: 1, .. }), "{error}");
        assert_eq!(net, before);
    }
}
