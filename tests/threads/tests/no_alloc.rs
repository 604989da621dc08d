//! No thread allocates once training has begun: the allocations of all threads are counted.

#[path = "../../counting/mod.rs"]
mod counting;

use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::{ThreadPool, ThreadPoolBuilder};
use static_nn::optim::State;
use static_nn::schedule::{ReduceOnPlateau, Schedule};
use static_nn::train::{EarlyStopping, Trainer};
use static_nn::{Adam, CrossEntropy, D1, Network, Sample, Workspace, network};

use counting::Counting;

/// How often any thread has asked for memory. There is one test in this program, so that nothing else counts.
static ALLOCATIONS: AtomicUsize = AtomicUsize::new(0);

fn count() {
    ALLOCATIONS.fetch_add(1, Ordering::SeqCst);
}

#[global_allocator]
static ALLOCATOR: Counting = Counting(count);

fn allocations<R>(run: impl FnOnce() -> R) -> usize {
    let before = ALLOCATIONS.load(Ordering::SeqCst);
    let result = run();
    let after = ALLOCATIONS.load(Ordering::SeqCst);
    drop(result);
    after - before
}

network! {
    /// Large enough that its batches are divided.
    struct Wide { input: [96], Dense(320), Relu, Dense(320), Tanh, Dense(5) }
}

network! {
    /// Its batches are one group each, but what it is measured on is divided; with random numbers of its own.
    struct Regularised {
        input: [96],
        GaussianNoise,
        Dense(320), BatchNorm, Relu, Dropout,
        Dense(320), LayerNorm, RmsNorm, Tanh,
        Dense(5),
    }
}

network! {
    /// Images, in groups.
    struct LeNet5 {
        input: [1, 28, 28],
        Conv2d(6, kernel = 5), Relu, MaxPool2d(2),
        Conv2d(16, kernel = 5), Relu, MaxPool2d(2),
        Flatten,
        Dense(120), Relu,
        Dense(84), Relu,
        Dense(5),
    }
}

const SAMPLES: usize = 600;

fn targets() -> Vec<u8> {
    (0..5).cycle().take(SAMPLES).collect()
}

/// Answers, gradients and steps of so many rounds.
fn steps<N: Network<f32, Output = D1<5>>, const IN: usize>(pool: &ThreadPool, rounds: usize)
where
    [f32; IN]: Sample<f32, N::Input>,
{
    let (xs, targets) = (vec![[0.25_f32; IN]; SAMPLES], targets());
    let (mut net, adam, mut ys) = (N::boxed(1), Adam::new(1e-3), vec![[0.0_f32; 5]; SAMPLES]);
    let (mut state, mut workspace) = (State::new::<N>(&adam), pool.install(Workspace::<f32, N>::new));
    pool.install(|| {
        let mut round = || {
            workspace.forward_batch(&net, &xs, &mut ys).unwrap();
            network::gradient_batch(&*net, &mut workspace, &xs, &targets, &CrossEntropy).unwrap();
            network::train_step(&mut *net, &mut workspace, &adam, &mut state, &xs, &targets, &CrossEntropy).unwrap();
        };
        // What a thread of rayon's sets up when it is first idle or first takes work from another is none of ours.
        (0..10).for_each(|_| round());
        assert_eq!(allocations(|| (0..rounds).for_each(|_| round())), 0, "steps of {}", N::NAME);
    });
}

#[test]
fn threads_allocate_nothing() {
    let pool = ThreadPoolBuilder::new().num_threads(3).build().unwrap();
    steps::<Wide<f32>, 96>(&pool, 40);
    steps::<LeNet5<f32>, 784>(&pool, 5);
    pool.install(|| {
        // Other threads are counted, too: each of the three makes a network.
        assert!(allocations(|| rayon::broadcast(|_| drop(Wide::boxed(1)))) >= 3, "the counter counts");
    });

    let (xs, targets) = (vec![[0.25_f32; 96]; SAMPLES], targets());
    let fit = |epochs: usize| {
        let mut net = Wide::boxed(1);
        let trainer = Trainer::new(CrossEntropy, Adam::new(1e-3))
            .epochs(epochs)
            .batch_size(256)
            .shuffle(7)
            .validation(&xs, &targets);
        pool.install(|| allocations(|| trainer.fit(&mut net, &xs, &targets).unwrap()))
    };
    let (two, eight) = (fit(2), fit(8));
    assert!(two > 0, "a training run has memory of its own");
    assert_eq!(two, eight);

    assert_eq!(fit_with_everything::<Wide<f32>>(&pool, 2), fit_with_everything::<Wide<f32>>(&pool, 8));
    assert_eq!(fit_with_everything::<Regularised<f32>>(&pool, 2), fit_with_everything::<Regularised<f32>>(&pool, 8));
}

/// How often a training run of so many epochs with everything switched on asks for memory.
fn fit_with_everything<N: Network<f32, Input = D1<96>, Output = D1<5>>>(pool: &ThreadPool, epochs: usize) -> usize {
    let xs = vec![[0.25_f32; 96]; SAMPLES];
    let targets = targets();
    let mut net = N::boxed(1);
    let trainer = Trainer::new(CrossEntropy, Adam::new(1e-3))
        .epochs(epochs)
        .batch_size(256)
        .accumulate(2)
        .shuffle(7)
        .clip_value(0.5)
        .clip_norm(1.0)
        .max_norm(2.0)
        .schedule_steps(ReduceOnPlateau::new().patience(0).after_warm_up(3))
        .early_stopping(EarlyStopping::new(epochs))
        .validation(&xs, &targets);
    pool.install(|| allocations(|| trainer.fit(&mut net, &xs, &targets).unwrap()))
}
