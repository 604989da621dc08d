//! Nothing allocates after construction: every allocation of a thread is counted.

mod counting;

use std::cell::Cell;
use std::ops::ControlFlow;

use static_nn::metrics::{Average, ConfusionMatrix, accuracy, r2};
use static_nn::optim::{
    Adagrad, Adam, AdamW, Lbfgs, Lion, MaxNorm, Nadam, Optimizer, RmsProp, Sgd, State, clip_norm, clip_value,
};
use static_nn::prepare::{MinMaxScaler, Pca, StandardScaler};
use static_nn::schedule::{CosineAnnealing, ReduceOnPlateau, Schedule};
use static_nn::train::{EarlyStopping, Trainer};
use static_nn::{
    BinaryCrossEntropy, BinaryCrossEntropyOfProbabilities, CosineSimilarity, CrossEntropy, D1, EveryStep,
    HalfMeanSquaredError, Hinge, Huber, KlDivergence, Loss, MeanAbsoluteError, MeanSquaredError, MultiMargin, Network,
    Padded, Role, SmoothL1, SumSquaredError, Workspace, network,
};

use counting::Counting;

thread_local! {
    /// How often this thread has asked for memory. Other threads of the test run do not disturb it.
    static ALLOCATIONS: Cell<usize> = const { Cell::new(0) };
}

fn count() {
    // While a thread ends, its counter is gone already; nothing is measured then.
    let _ = ALLOCATIONS.try_with(|count| count.set(count.get() + 1));
}

#[global_allocator]
static ALLOCATOR: Counting = Counting(count);

/// How often `run` asks for memory.
fn allocations<R>(run: impl FnOnce() -> R) -> usize {
    let before = ALLOCATIONS.get();
    let result = run();
    let after = ALLOCATIONS.get();
    drop(result);
    after - before
}

network! {
    struct Small {
        input: [4], Standardize,
        Dense(10), Tanh,
        Residual { Dense(10), Gelu },
        Dense(3),
    }
}

network! {
    struct Branched {
        input: [4],
        Add { { Dense(6), Tanh }, { Dense(6) } },
        Concat { {}, { Multiply { {}, { Dense(6), Sigmoid } } }, { Dense(3) } },
        Dense(3),
    }
}

network! {
    struct Large {
        input: [784],
        Dense(128), Relu,
        Dense(64), Silu,
        Dense(10),
    }
}

network! {
    struct LeNet5 {
        input: [1, 28, 28],
        Conv2d(6, kernel = 5), Relu, MaxPool2d(2),
        Conv2d(16, kernel = 5), Relu, MaxPool2d(2),
        Flatten,
        Dense(120), Relu,
        Dense(84), Relu,
        Dense(10),
    }
}

network! {
    /// Every other layer of images.
    struct Pictures {
        input: [3, 8, 7],
        Conv2d(6, kernel = 3, stride = 2, padding = 1, bias = false), GroupNorm(2), Silu,
        Residual { Conv2d(6, kernel = 3, padding = same, groups = 6), Dropout2d, LocalResponseNorm(3) },
        Add { { ConvTranspose2d(4, kernel = 2, stride = 2), Relu }, { Upsample(2), Conv2d(4, kernel = 1) } },
        ZeroPad2d(1), AvgPool2d(3, padding = 1), LayerNorm,
        Concat { { GlobalMaxPool2d }, { GlobalAvgPool2d }, { AdaptiveAvgPool2d(2), Flatten } },
        Dense(3),
    }
}

network! {
    /// Layers of sequences.
    struct Sequences {
        input: [7, 4],
        Dense(6), Relu, PositionalEncoding, SelfAttention(heads = 2), Lstm(5), LayerNorm, PositionalEncoding(learned = true),
        Conv1d(6, kernel = 3, padding = same), Tanh, Conv1d(5, kernel = 2, causal = true, bias = false),
        Residual { Gru(5), Dropout, Dense(5) },
        Concat { {}, { Rnn(3, nonlinearity = relu, bias = false) } }, Softmax,
        Add { { Last }, { MeanOverTime }, { MaxOverTime } },
        Dense(3),
    }
}

network! {
    struct Words { input: [6], Embedding(9 -> 4), Gru(5), Last, Dense(3) }
}

network! {
    struct Tagger { input: [6, 4], Gru(4, bidirectional = true), SelfAttention(heads = 2), Conv1d(3, kernel = 3, padding = same) }
}

network! {
    struct Regularised {
        input: [4],
        GaussianNoise,
        Dense(10), BatchNorm, Relu, Dropout,
        Dense(10), LayerNorm, RmsNorm,
        Dense(3),
    }
}

network! {
    /// Its outputs are probabilities.
    struct Certain { input: [4], Dense(3), Sigmoid }
}

/// More than one run of blocks of a workspace, and a last block that is not full.
const SAMPLES: usize = 150;

/// Every function of a network after construction, with and without momentum in the optimizer.
macro_rules! allocates_nothing {
    ($test:ident, $Net:ident, $inputs:literal, $outputs:literal $(, $batch:ident)?) => {
        #[test]
        fn $test() {
            let mut net = $Net::boxed(1);
            let mut scratch = $Net::scratch();
            let mut workspace = Workspace::<f32, $Net>::new();
            let xs = vec![[0.25_f32; $inputs]; SAMPLES];
            let targets: Vec<usize> = (0..SAMPLES).map(|i| i % $outputs).collect();
            let mut ys = vec![[0.0_f32; $outputs]; SAMPLES];

            assert_eq!(allocations(|| net.forward(&xs[0])), 0, "forward");
            assert_eq!(allocations(|| net.forward_with(&mut scratch, &xs[0])), 0, "forward_with");
            $(assert_eq!(allocations(|| net.$batch(&xs, &mut ys).unwrap()), 0, "forward_batch");)?
            assert_eq!(allocations(|| workspace.forward_batch(&net, &xs, &mut ys).unwrap()), 0, "with a workspace");
            let count = allocations(|| {
                net.gradient(&mut workspace, &xs[0], &targets[0], CrossEntropy).unwrap();
            });
            assert_eq!(count, 0, "gradient");
            let count = allocations(|| {
                net.gradient_batch(&mut workspace, &xs, &targets, CrossEntropy).unwrap();
            });
            assert_eq!(count, 0, "gradient_batch");

            let (sgd, momentum, adam) = (Sgd::new(0.01), Sgd::new(0.01).momentum(0.9), Adam::new(1e-3));
            let mut states: [State<Box<[f32]>>; 3] =
                [State::new::<$Net>(&sgd), State::new::<$Net>(&momentum), State::new::<$Net>(&adam)];
            let [plain, velocity, moments] = &mut states;
            for _ in 0..2 {
                let count = allocations(|| {
                    net.train_step(&mut workspace, &sgd, plain, &xs, &targets, CrossEntropy).unwrap();
                    net.train_step(&mut workspace, &momentum, velocity, &xs, &targets, CrossEntropy).unwrap();
                    net.train_step(&mut workspace, &adam, moments, &xs, &targets, CrossEntropy).unwrap();
                });
                assert_eq!(count, 0, "train_step");
            }
        }
    };
}

allocates_nothing!(a_small_network, Small, 4, 3, forward_batch);
allocates_nothing!(a_network_with_branches, Branched, 4, 3, forward_batch);
allocates_nothing!(a_large_network, Large, 784, 10, forward_batch);
// A block of its activations is more than `forward_batch` may put on the stack.
allocates_nothing!(lenet5, LeNet5, 784, 10);
allocates_nothing!(layers_of_images, Pictures, 168, 3, forward_batch);
allocates_nothing!(layers_of_sequences, Sequences, 28, 3, forward_batch);

/// Whole numbers become scalars on the stack or in the workspace.
#[test]
fn words_of_whole_numbers() {
    let (mut net, mut workspace, adam) = (Words::boxed(1), Workspace::<f32, Words>::new(), Adam::new(1e-3));
    let mut state: State<Box<[f32]>> = State::new::<Words>(&adam);
    let xs: Vec<[u16; 6]> = (0..9).cycle().take(SAMPLES).map(|word| [word; 6]).collect();
    let (targets, mut ys) = (vec![1_u8; SAMPLES], vec![[0.0; 3]; SAMPLES]);
    let count = allocations(|| {
        ys[0] = net.forward(&xs[1]);
        net.forward_batch(&xs, &mut ys).unwrap();
        workspace.forward_batch(&net, &xs, &mut ys).unwrap();
        net.gradient(&mut workspace, &xs[0], &targets[0], CrossEntropy).unwrap();
        net.train_step(&mut workspace, &adam, &mut state, &xs, &targets, CrossEntropy).unwrap();
        assert!(net.gradient(&mut workspace, &[9_u16; 6], &targets[0], CrossEntropy).is_err());
    });
    assert_eq!(count, 0);
}

/// Where samples end is written into the workspace.
#[test]
fn samples_of_different_lengths() {
    let (mut net, mut workspace, adam) = (Tagger::boxed(1), Workspace::<f32, Tagger>::new(), Adam::new(1e-3));
    let mut state: State<Box<[f32]>> = State::new::<Tagger>(&adam);
    let xs: Vec<_> = (0..6).cycle().take(SAMPLES).map(|i| Padded { values: [[0.25; 4]; 6], length: i + 1 }).collect();
    let (targets, mut ys) = (vec![[1_u8; 6]; SAMPLES], vec![[[0.0; 3]; 6]; SAMPLES]);
    let count = allocations(|| {
        net.forward_batch(&xs, &mut ys).unwrap();
        workspace.forward_batch(&net, &xs, &mut ys).unwrap();
        net.gradient(&mut workspace, &xs[1], &targets[0], EveryStep(CrossEntropy)).unwrap();
        net.train_step(&mut workspace, &adam, &mut state, &xs, &targets, EveryStep(CrossEntropy)).unwrap();
    });
    assert_eq!(count, 0);
}

/// Every optimizer, role by role too, and what limits gradients and weights.
#[test]
fn no_optimizer_allocates() {
    fn check(optimizer: &impl Optimizer) {
        let (mut net, gradient) = (Small::boxed(1), Small::boxed(2));
        let mut state = State::new::<Small>(optimizer);
        for _ in 0..2 {
            assert_eq!(allocations(|| state.step(optimizer, &*gradient, &mut *net).unwrap()), 0);
        }
    }
    const ROLES: [Role; 2] = [Role::Bias, Role::Scale];
    check(&Sgd::new(0.01).momentum(0.9).l1(0.1).exclude_from_decay(&ROLES));
    check(&Adagrad::new(0.01).weight_decay(0.1).exclude_from_decay(&ROLES));
    check(&RmsProp::new(0.01).centered(true).momentum(0.9).weight_decay(0.1).exclude_from_decay(&ROLES));
    check(&Adam::new(0.01).amsgrad(true).weight_decay(0.1).exclude_from_decay(&ROLES));
    check(&AdamW::new(0.01).exclude_from_decay(&ROLES));
    check(&Nadam::new(0.01).weight_decay(0.1).exclude_from_decay(&ROLES));
    check(&Lion::new(0.01).weight_decay(0.1).exclude_from_decay(&ROLES));

    let mut gradient = Large::boxed(3);
    assert_eq!(allocations(|| clip_norm(&mut *gradient, 0.1).unwrap()), 0);
    assert_eq!(allocations(|| clip_value(&mut *gradient, 1e-4).unwrap()), 0);
    assert_eq!(allocations(|| MaxNorm::new(1e-3).apply(&mut *gradient).unwrap()), 0);
}

/// L-BFGS allocates before its first step, and not again.
#[test]
fn lbfgs_allocates_nothing_after_it_has_begun() {
    let xs: Vec<[f32; 4]> = (0..60_u16).map(|i| core::array::from_fn(|k| f32::from(i) / 30.0 - k as f32)).collect();
    let targets: Vec<u8> = (0..3).cycle().take(xs.len()).collect();
    let mut workspace = Workspace::new();
    let mut allocations_of = |steps: usize| {
        let mut net = Small::boxed(1);
        let lbfgs = Lbfgs::new().max_iter(steps);
        let mut taken = 0;
        let count = allocations(|| {
            taken = lbfgs.minimize(&mut *net, &mut workspace, &xs, &targets, CrossEntropy).unwrap().iterations;
        });
        (taken, count)
    };
    let [(few, before), (many, after)] = [allocations_of(4), allocations_of(40)];
    assert!(few < 5 && many > 20, "{few} {many}");
    assert_eq!(before, after);
}

#[test]
fn the_counter_counts() {
    assert_eq!(allocations(|| Small::new(1)), 0);
    assert_eq!(allocations(|| Small::boxed(1)), 1);
    assert_eq!(allocations(|| Large::boxed(1)), 1);
    let net = Large::boxed(1);
    assert_eq!(allocations(|| net.clone_boxed()), 1);
    assert_eq!(allocations(|| net.clone()), 1);
    let mut numbers = vec![1_u8];
    assert_eq!(allocations(|| numbers.reserve(1000)), 1);
    assert_eq!(allocations(|| vec![0_u8; 1000]), 1);
}

#[test]
fn an_error_allocates_nothing() {
    let net = Small::new(1);
    let mut workspace = Workspace::new();
    let xs = [[0.0_f32; 4]; 3];
    let failures = allocations(|| {
        assert!(net.forward_batch(&xs, &mut [[0.0; 3]; 2]).is_err());
        assert!(net.gradient_batch(&mut workspace, &xs, &[0_usize, 1, 3], CrossEntropy).is_err());
    });
    assert_eq!(failures, 0);
}

/// A training run allocates before its first epoch, and not again: what it allocates does not depend on the epochs.
fn allocations_of_fit(optimizer: impl Optimizer, epochs: usize) -> usize {
    let (xs, targets) = data();
    let mut net = Small::boxed(1);
    let trainer = Trainer::new(CrossEntropy, optimizer)
        .epochs(epochs)
        .batch_size(48)
        .shuffle(7)
        .validation(&xs[..90], &targets[..90]);
    let mut result = None;
    let count = allocations(|| result = Some(trainer.fit(&mut net, &xs, &targets)));
    assert_eq!(result.unwrap().unwrap().epochs.len(), epochs);
    count
}

#[test]
fn regularisation_allocates_nothing() {
    let (mut net, mut workspace, adam) = (Regularised::boxed(1), Workspace::with_batch(SAMPLES), Adam::new(1e-3));
    let mut state: State<Box<[f32]>> = State::new::<Regularised>(&adam);
    let (xs, targets) = (vec![[0.25; 4]; SAMPLES], vec![1_u8; SAMPLES]);
    let count = allocations(|| {
        net.train_step(&mut workspace, &adam, &mut state, &xs, &targets, CrossEntropy).unwrap();
        workspace.update_statistics(&mut net);
        net.fold();
    });
    assert_eq!(count, 0);
}

#[test]
fn training_allocates_nothing_after_the_first_epoch_has_begun() {
    let (two, twelve) = (allocations_of_fit(Sgd::new(0.01), 2), allocations_of_fit(Sgd::new(0.01), 12));
    assert!(two > 0, "a training run has memory of its own");
    assert_eq!(two, twelve);
    assert_eq!(allocations_of_fit(Adam::new(1e-3), 2), allocations_of_fit(Adam::new(1e-3), 12));
    let by_role = AdamW::new(1e-3).exclude_from_decay(&[Role::Bias]);
    assert_eq!(allocations_of_fit(by_role, 2), allocations_of_fit(by_role, 12));
}

/// Both paths of a loss, and a step against it.
fn check_loss_of<N, Y>(loss: &impl Loss<f32, D1<3>, Y>, target: Y)
where
    N: Network<f32, Input = D1<4>, Output = D1<3>>,
    Y: Clone + Sync,
{
    let (mut net, mut workspace, adam) = (N::boxed(1), Workspace::new(), Adam::new(1e-3));
    let mut state: State<Box<[f32]>> = State::new::<N>(&adam);
    let (xs, targets) = (vec![[0.25; 4]; SAMPLES], vec![target; SAMPLES]);
    let count = allocations(|| {
        network::gradient(&*net, &mut workspace, &xs[0], &targets[0], loss).unwrap();
        network::train_step(&mut *net, &mut workspace, &adam, &mut state, &xs, &targets, loss).unwrap();
    });
    assert_eq!(count, 0);
}

fn check_loss<Y: Clone + Sync>(loss: impl Loss<f32, D1<3>, Y> + Copy, target: Y) {
    check_loss_of::<Small<f32>, Y>(&loss, target);
}

#[test]
fn no_loss_allocates() {
    let (numbers, probabilities) = ([0.3, -1.0, 2.0], [0.25, 0.25, 0.5]);
    check_loss(CrossEntropy, probabilities);
    check_loss(CrossEntropy.class_weights([1.0, 2.0, 0.5]), 2_u8);
    check_loss(CrossEntropy.class_weights([1.0, 2.0, 0.5]).label_smoothing(0.1), probabilities);
    check_loss(MultiMargin::default(), 1_usize);
    check_loss(KlDivergence, probabilities);
    check_loss(BinaryCrossEntropy.positive_weight(2.0), [true, false, true]);
    check_loss_of::<Certain<f32>, _>(&BinaryCrossEntropyOfProbabilities, [true, false, true]);
    check_loss_of::<Certain<f32>, _>(&BinaryCrossEntropyOfProbabilities, probabilities);
    check_loss(Hinge, [true, false, true]);
    check_loss(MeanSquaredError, numbers);
    check_loss(HalfMeanSquaredError, numbers);
    check_loss(SumSquaredError, numbers);
    check_loss(MeanAbsoluteError, numbers);
    check_loss(Huber::default(), numbers);
    check_loss(SmoothL1::default(), numbers);
    check_loss(CosineSimilarity, numbers);
}

#[test]
fn preparing_and_measuring() {
    let samples = [[0.5_f32, 1.0, -2.0], [1.5, 3.0, 0.0], [2.5, -1.0, 4.0]];
    let (mut prepared, mut places) = (samples, [[0.0; 2]; 3]);
    let pca = Pca::<f32, 3, 2>::fit(&samples).unwrap();
    let count = allocations(|| {
        let scaler = StandardScaler::fit(&samples).unwrap();
        scaler.transform_in_place(&mut prepared);
        scaler.inverse_transform_in_place(&mut prepared);
        MinMaxScaler::fit(&samples).unwrap().transform_in_place(&mut prepared);
        pca.transform_batch(&prepared, &mut places).unwrap();
        pca.inverse_transform_batch(&places, &mut prepared).unwrap();
        assert!(accuracy(&prepared, &[0_u8, 1, 2]).is_ok() && r2(&prepared, &samples).is_ok());
        ConfusionMatrix::of(&prepared, &[0_u8, 1, 2]).unwrap().average(Average::Macro)
    });
    assert_eq!(count, 0);
}

/// A thousand samples on a line, and their classes in turn.
fn data() -> (Vec<[f32; 4]>, Vec<u8>) {
    let xs: Vec<[f32; 4]> = (0..1000_u16).map(|i| core::array::from_fn(|k| f32::from(i) / 500.0 - k as f32)).collect();
    let targets = (0..3).cycle().take(xs.len()).collect();
    (xs, targets)
}

/// How often a training run with everything switched on asks for memory.
fn allocations_of_all<N: Network<f32, Input = D1<4>, Output = D1<3>>>(accumulate: usize, epochs: usize) -> usize {
    let (xs, targets) = data();
    let mut net = N::boxed(1);
    let trainer = Trainer::new(CrossEntropy, Adam::new(1e-3))
        .epochs(epochs)
        .batch_size(48)
        .accumulate(accumulate)
        .drop_last()
        .shuffle(7)
        .clip_value(0.5)
        .clip_norm(1.0)
        .max_norm(0.5)
        .schedule_steps(CosineAnnealing::new(200).after_warm_up(20).times(ReduceOnPlateau::new().patience(0)))
        .early_stopping(EarlyStopping::new(epochs))
        .validation_split(0.1);
    let mut result = None;
    let mut seen = 0;
    let count = allocations(|| {
        result = Some(trainer.fit_each(&mut net, &xs, &targets, |_, _| {
            seen += 1;
            ControlFlow::Continue(())
        }));
    });
    assert_eq!((result.unwrap().unwrap().epochs.len(), seen), (epochs, epochs));
    count
}

#[test]
fn training_with_everything_switched_on_allocates_nothing_either() {
    for accumulate in [1, 2] {
        let small = |epochs| allocations_of_all::<Small<f32>>(accumulate, epochs);
        assert_eq!(small(2), small(12));
        let regularised = |epochs| allocations_of_all::<Regularised<f32>>(accumulate, epochs);
        assert_eq!(regularised(2), regularised(12));
    }
}

/// A sweep of learning rates allocates before its first step, and not again.
#[test]
fn a_sweep_allocates_nothing_between_its_steps() {
    let (xs, targets) = data();
    let net = Regularised::boxed(1);
    for accumulate in [1, 2] {
        let trainer = Trainer::new(CrossEntropy, Adam::new(1e-3)).batch_size(48).accumulate(accumulate).shuffle(7);
        let trainer = trainer.clip_value(0.5).clip_norm(1.0).max_norm(0.5);
        let allocations_of = |steps: usize| {
            let mut taken = 0;
            let count = allocations(|| {
                let sweep = trainer.find_learning_rate(&net, &xs, &targets, 1e-6..=1e-3, steps).unwrap();
                taken = sweep.losses.len();
                sweep
            });
            assert_eq!(taken, steps);
            count
        };
        let (few, many) = (allocations_of(50), allocations_of(100));
        assert!(few > 0, "a sweep has memory of its own");
        assert_eq!(few, many);
    }
}
