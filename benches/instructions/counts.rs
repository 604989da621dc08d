//! How many instructions five small pieces of work take: a guard that no noise of the machine reaches.
//!
//! `benches/instructions/check` runs it under valgrind, and fails if a count is more than 5 % above its reference;
//! `benches/instructions/check bless` makes today's counts the references. The compiler is pinned and valgrind counts exactly, so
//! the same code gives the same count; the 5 % are for another system's `memcpy`, and for changes that are worth more than they cost.
//!
//! Valgrind knows no AVX-512: it shows the program a processor with AVX2, so that is the level that is counted.

#![expect(missing_docs, clippy::must_use_candidate, reason = "the harness makes public items of its own")]

use std::hint::black_box;

use gungraun::{Callgrind, EventKind, LibraryBenchmarkConfig, library_benchmark, library_benchmark_group, main};
use static_nn::prelude::*;

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

/// The most instructions that the work may take.
fn limit(work: &str) -> LibraryBenchmarkConfig {
    let count: u64 = REFERENCE
        .lines()
        .find_map(|line| line.strip_prefix(work)?.trim().parse().ok())
        .unwrap_or_else(|| panic!("reference.txt has no count for `{work}`"));
    let mut config = LibraryBenchmarkConfig::default();
    config.tool(Callgrind::default().hard_limits([(EventKind::Ir, count + count / SLACK)]));
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

/// Everything that a training step needs, made before it is counted.
struct Training {
    net: Boxed<Points>,
    workspace: Workspace<f32, Points>,
    adam: Adam,
    state: State<Box<[f32]>>,
    points: Vec<[f32; 2]>,
    classes: Vec<u8>,
}

impl Training {
    fn step(&mut self) {
        let Self { net, workspace, adam, state, points, classes } = self;
        net.train_step(workspace, adam, state, black_box(points), black_box(classes), CrossEntropy)
            .expect("usable data");
    }

    /// After its first step.
    fn begun() -> Self {
        let adam = Adam::new(1e-3);
        let mut training = Self {
            net: Points::boxed(1),
            workspace: Workspace::new(),
            adam,
            state: State::new::<Points>(&adam),
            points: (0..32).map(|i| [i as f32 / 32.0, 1.0 - i as f32 / 16.0]).collect(),
            classes: (0..32).map(|i| i % 3).collect(),
        };
        training.step();
        training
    }
}

#[library_benchmark(config = limit("points"))]
#[bench::train_step(Training::begun())]
fn points(mut training: Training) -> Training {
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

library_benchmark_group!(name = small, benchmarks = [flowers, amplifier, digits, points, batch]);
main!(library_benchmark_groups = small);
