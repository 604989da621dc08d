//! How many instructions five small pieces of work take, and how often three large ones miss the first-level cache: a guard that no
//! noise of the machine reaches.
//!
//! `benches/instructions/check` runs it under valgrind, and fails if a count is more than 5 % above its reference;
//! `benches/instructions/check bless` makes today's counts the references. The compiler is pinned and valgrind counts exactly, so
//! the same code gives the same count; the 5 % are for another system's `memcpy`, and for changes that are worth more than they cost.
//!
//! Valgrind knows no AVX-512: it shows the program a processor with AVX2, so that is the level that is counted. The caches are those of
//! a processor that has little: 32 KiB and 512 KiB.

#![expect(missing_docs, clippy::must_use_candidate, reason = "the harness makes public items of its own")]

use std::hint::black_box;

use gungraun::{
    Callgrind, CallgrindMetrics, EventKind, LibraryBenchmarkConfig, library_benchmark, library_benchmark_group, main,
};
use static_nn::prelude::*;
use static_nn::{D1, Loss};

/// The references, a line each: the name of the work, and its count.
const REFERENCE: &str = include_str!("reference.txt");

/// A count may be above its reference by one part in this many.
const SLACK: u64 = 20;

network! {
    pub struct Flowers { input: [4], Dense(10), Relu, Dense(10), Relu, Dense(3), Softmax }
}

network! {
    pub struct Amplifier { input: [4], Dense(32), Tanh, Dense(16), Tanh, Dense(4) }
}

network! {
    pub struct Digits { input: [64], Dense(64), Relu, Dense(10) }
}

network! {
    pub struct Points { input: [2], Dense(8), Relu, Dense(3) }
}

/// The count that the work is held against.
fn reference(work: &str) -> u64 {
    REFERENCE
        .lines()
        .find_map(|line| line.strip_prefix(work)?.trim().parse().ok())
        .unwrap_or_else(|| panic!("reference.txt has no count for `{work}`"))
}

/// The most instructions that the work may take.
fn limit(work: &str) -> LibraryBenchmarkConfig {
    let count = reference(work);
    let mut config = LibraryBenchmarkConfig::default();
    config.tool(Callgrind::default().hard_limits([(EventKind::Ir, count + count / SLACK)]));
    config
}

/// The sizes of the caches, their ways, and the bytes of a line.
const CACHES: [&str; 3] = ["--cache-sim=yes", "--D1=32768,8,64", "--LL=524288,8,64"];

/// The most reads and writes that may miss the first-level cache.
fn misses(work: &str) -> LibraryBenchmarkConfig {
    let count = reference(work);
    let mut config = LibraryBenchmarkConfig::default();
    let mut callgrind = Callgrind::with_args(CACHES);
    callgrind.format([CallgrindMetrics::CacheMisses]);
    callgrind.hard_limits([(EventKind::D1mr, count + count / SLACK)]);
    config.tool(callgrind);
    config
}

/// Runs the work once before it is counted: the first call of all also finds out what the processor can do.
macro_rules! warm {
    ($net:ident, $x:expr) => {{
        let net = $net::boxed(1);
        black_box(net.forward(black_box(&$x)));
        (net, $x)
    }};
}

#[library_benchmark(config = limit("flowers"))]
#[bench::one_sample(warm!(Flowers, [0.1, 0.2, 0.3, 0.4]))]
fn flowers((net, x): (Boxed<Flowers>, [f32; 4])) -> (Boxed<Flowers>, [f32; 3]) {
    let y = black_box(&net).forward(black_box(&x));
    (net, y)
}

#[library_benchmark(config = limit("amplifier"))]
#[bench::one_sample(warm!(Amplifier, [0.1, 0.2, 0.3, 0.4]))]
fn amplifier((net, x): (Boxed<Amplifier>, [f32; 4])) -> (Boxed<Amplifier>, [f32; 4]) {
    let y = black_box(&net).forward(black_box(&x));
    (net, y)
}

#[library_benchmark(config = limit("digits"))]
#[bench::one_sample(warm!(Digits, [0.5; 64]))]
fn digits((net, x): (Boxed<Digits>, [f32; 64])) -> (Boxed<Digits>, [f32; 10]) {
    let y = black_box(&net).forward(black_box(&x));
    (net, y)
}

network! {
    pub struct Images { input: [784], Dense(128), Relu, Dense(64), Relu, Dense(10) }
}

/// Everything that a training step of a network with `INPUTS` inputs needs, made before it is counted.
struct Training<Net: Network<f32, Input = D1<INPUTS>>, const INPUTS: usize> {
    net: Boxed<Net>,
    workspace: Workspace<f32, Net>,
    adam: Adam,
    state: State<Box<[f32]>>,
    samples: Vec<[f32; INPUTS]>,
    classes: Vec<u8>,
}

impl<Net: Network<f32, Input = D1<INPUTS>>, const INPUTS: usize> Training<Net, INPUTS>
where
    CrossEntropy: Loss<f32, Net::Output, u8>,
{
    fn step(&mut self) {
        let Self { net, workspace, adam, state, samples, classes } = self;
        net.train_step(workspace, adam, state, black_box(samples), black_box(classes), CrossEntropy)
            .expect("usable data");
    }

    /// After its first step.
    fn begun(net: Boxed<Net>, samples: usize) -> Self {
        let adam = Adam::new(1e-3);
        let value = |sample: usize, i: usize| ((sample * 31 + i * 17) % 64) as f32 / 64.0;
        let mut training = Self {
            net,
            workspace: Workspace::new(),
            adam,
            state: State::new::<Net>(&adam),
            samples: (0..samples).map(|sample| std::array::from_fn(|i| value(sample, i))).collect(),
            classes: [0, 1, 2].into_iter().cycle().take(samples).collect(),
        };
        training.step();
        training
    }
}

type OfPoints = Training<Points, 2>;

#[library_benchmark(config = limit("points"))]
#[bench::train_step(Training::begun(Points::boxed(1), 32))]
fn points(mut training: OfPoints) -> OfPoints {
    training.step();
    training
}

type Batch = (Boxed<Flowers>, Vec<[f32; 4]>, Vec<[f32; 3]>);

fn flower_batch() -> Batch {
    let (net, x) = warm!(Flowers, [0.1, 0.2, 0.3, 0.4]);
    (net, vec![x; 64], vec![[0.0; 3]; 64])
}

#[library_benchmark(config = limit("batch"))]
#[bench::of_64(flower_batch())]
fn batch((net, xs, mut ys): Batch) -> Batch {
    black_box(&net).forward_batch(black_box(&xs), black_box(&mut ys)).expect("as many outputs as samples");
    (net, xs, ys)
}

#[library_benchmark(config = misses("image"))]
#[bench::one_sample(warm!(Images, [0.5; 784]))]
fn image((net, x): (Boxed<Images>, [f32; 784])) -> (Boxed<Images>, [f32; 10]) {
    let y = black_box(&net).forward(black_box(&x));
    (net, y)
}

type ImageBatch = (Boxed<Images>, Workspace<f32, Images>, Vec<[f32; 784]>, Vec<[f32; 10]>);

/// After the first batch.
fn image_batch() -> ImageBatch {
    answered((Images::boxed(1), Workspace::new(), vec![[0.5; 784]; 64], vec![[0.0; 10]; 64]))
}

fn answered((net, mut workspace, xs, mut ys): ImageBatch) -> ImageBatch {
    let answers = net.forward_batch_with(&mut workspace, black_box(&xs), black_box(&mut ys));
    answers.expect("as many outputs as samples");
    (net, workspace, xs, ys)
}

#[library_benchmark(config = misses("images"))]
#[bench::of_64(image_batch())]
fn images(batch: ImageBatch) -> ImageBatch {
    answered(batch)
}

type OfImages = Training<Images, 784>;

#[library_benchmark(config = misses("learning"))]
#[bench::step_of_64(Training::begun(Images::boxed(1), 64))]
fn learning(mut training: OfImages) -> OfImages {
    training.step();
    training
}

library_benchmark_group!(name = small, benchmarks = [flowers, amplifier, digits, points, batch]);
library_benchmark_group!(name = large, benchmarks = [image, images, learning]);
main!(library_benchmark_groups = small, large);
