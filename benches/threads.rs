//! What a second thread gains: the same work in a pool of one thread and in a pool of two.
//!
//! `cargo bench -p benches --features rayon --bench threads`

use std::hint::black_box;
use std::time::{Duration, Instant};

use benches::data::RATE;
use benches::{Images, LeNet5};
use criterion::{Criterion, criterion_group, criterion_main};
use rayon::{ThreadPool, ThreadPoolBuilder};
use static_nn::Number;
use static_nn::init::Rng;
use static_nn::prelude::*;

/// Pools of one and of two threads.
fn pools() -> [(usize, ThreadPool); 2] {
    [1, 2].map(|threads| (threads, ThreadPoolBuilder::new().num_threads(threads).build().expect("threads")))
}

/// How long `rounds` rounds take inside the pool, which is entered once.
fn time(pool: &ThreadPool, rounds: u64, mut round: impl FnMut() + Send) -> Duration {
    pool.install(|| {
        let start = Instant::now();
        for _ in 0..rounds {
            round();
        }
        start.elapsed()
    })
}

fn images(count: usize) -> Vec<[f32; 784]> {
    let mut rng = Rng::new(1);
    let mut images = vec![[0.0; 784]; count];
    images.as_flattened_mut().iter_mut().for_each(|value| *value = f32::from_f64(rng.normal()));
    images
}

fn train_step(c: &mut Criterion) {
    let adam = Adam::new(RATE);
    for batch in [64, 128, 256, 512, 1024, 2048] {
        let (images, digits) = (images(batch), (0..10_u8).cycle().take(batch).collect::<Vec<_>>());
        let mut group = c.benchmark_group(format!("threads/step of 784-128-64-10, Adam, batch of {batch}"));
        for (threads, pool) in &pools() {
            let mut net = Images::boxed(1);
            let (mut workspace, mut state) = (pool.install(Workspace::new), State::new::<Images>(&adam));
            group.bench_function(format!("{threads}"), |b| {
                b.iter_custom(|rounds| {
                    time(pool, rounds, || {
                        let (images, digits) = (black_box(&images), black_box(&digits));
                        let loss = net.train_step(&mut workspace, &adam, &mut state, images, digits, CrossEntropy);
                        black_box(loss.expect("the loss is finite"));
                    })
                });
            });
        }
        group.finish();
    }
}

fn forward(c: &mut Criterion) {
    let net = Images::boxed(1);
    for count in [64, 128, 256, 4096] {
        let images = images(count);
        let mut answers = vec![[0.0; 10]; images.len()];
        let mut group = c.benchmark_group(format!("threads/answers of 784-128-64-10 to {count} samples"));
        for (threads, pool) in &pools() {
            let mut workspace = pool.install(Workspace::new);
            group.bench_function(format!("{threads}"), |b| {
                b.iter_custom(|rounds| {
                    time(pool, rounds, || {
                        let (images, answers) = (black_box(&images), black_box(&mut answers));
                        net.forward_batch_with(&mut workspace, images, answers).expect("an answer for each");
                    })
                });
            });
        }
        group.finish();
    }
}

fn convolutions(c: &mut Criterion) {
    let adam = Adam::new(RATE);
    for batch in [64, 128, 256] {
        let (images, digits) = (images(batch), (0..10_u8).cycle().take(batch).collect::<Vec<_>>());
        let mut group = c.benchmark_group(format!("threads/step of LeNet-5, Adam, batch of {batch}"));
        for (threads, pool) in &pools() {
            let mut net = LeNet5::boxed(1);
            let (mut workspace, mut state) = (pool.install(Workspace::new), State::new::<LeNet5>(&adam));
            group.bench_function(format!("{threads}"), |b| {
                b.iter_custom(|rounds| {
                    time(pool, rounds, || {
                        let (images, digits) = (black_box(&images), black_box(&digits));
                        let loss = net.train_step(&mut workspace, &adam, &mut state, images, digits, CrossEntropy);
                        black_box(loss.expect("the loss is finite"));
                    })
                });
            });
        }
        group.finish();
    }
}

criterion_group!(benches, train_step, convolutions, forward);
criterion_main!(benches);
