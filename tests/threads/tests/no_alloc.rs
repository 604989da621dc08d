//! No thread allocates once training has begun: the allocations of all threads are counted.

#[path = "../../counting/mod.rs"]
mod counting;

use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::{ThreadPool, ThreadPoolBuilder};
use static_nn::optim::State;
use static_nn::schedule::{ReduceOnPlateau, Schedule};
use static_nn::train::{EarlyStopping, Trainer};
use static_nn::{Adam, CrossEntropy, D1, Network, Workspace, network};

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

const SAMPLES: usize = 600;

#[test]
fn threads_allocate_nothing() {
    let xs = vec![[0.25_f32; 96]; SAMPLES];
    let targets: Vec<u8> = (0..5).cycle().take(SAMPLES).collect();
    let mut ys = vec![[0.0_f32; 5]; SAMPLES];
    let mut net = Wide::boxed(1);
    let adam = Adam::new(1e-3);
    let pool = ThreadPoolBuilder::new().num_threads(3).build().unwrap();

    let mut state = State::new::<Wide>(&adam);
    let mut workspace = pool.install(Workspace::new);
    pool.install(|| {
        let mut round = || {
            net.forward_batch_with(&mut workspace, &xs, &mut ys).unwrap();
            net.gradient_batch(&mut workspace, &xs, &targets, CrossEntropy).unwrap();
            net.train_step(&mut workspace, &adam, &mut state, &xs, &targets, CrossEntropy).unwrap();
        };
        // What a thread of rayon's sets up when it is first idle or first takes work from another is none of ours.
        (0..10).for_each(|_| round());
        assert_eq!(allocations(|| (0..40).for_each(|_| round())), 0, "steps");
        // Other threads are counted, too: each of the three makes a network.
        assert!(allocations(|| rayon::broadcast(|_| drop(Wide::boxed(1)))) >= 3, "the counter counts");
    });

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
    let targets: Vec<u8> = (0..5).cycle().take(SAMPLES).collect();
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
