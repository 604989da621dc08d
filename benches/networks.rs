//! What a call costs: one sample, a batch, a training step.
//!
//! `cargo bench -p benches`

use std::hint::black_box;

use benches::{Flowers, Images, Points};
use criterion::{Criterion, criterion_group, criterion_main};
use static_nn::prelude::*;

fn forward(c: &mut Criterion) {
    let mut group = c.benchmark_group("forward");
    let net = Flowers::boxed(1);
    group.bench_function("one sample, 4-10-10-3", |b| {
        b.iter(|| black_box(&*net).forward(black_box(&[0.1, 0.2, 0.3, 0.4])));
    });
    let net = Images::boxed(1);
    let image = [0.5; 784];
    group.bench_function("one sample, 784-128-64-10", |b| b.iter(|| black_box(&*net).forward(black_box(&image))));
    let images = vec![image; 64];
    let (mut workspace, mut answers) = (Workspace::new(), vec![[0.0; 10]; 64]);
    group.bench_function("batch of 64, 784-128-64-10", |b| {
        b.iter(|| net.forward_batch_with(&mut workspace, black_box(&images), black_box(&mut answers)));
    });
    group.finish();
}

fn train_step(c: &mut Criterion) {
    let mut group = c.benchmark_group("train_step");
    let adam = Adam::new(1e-3);
    let mut net = Points::boxed(1);
    let (mut workspace, mut state) = (Workspace::new(), State::new::<Points>(&adam));
    let (points, arms) = (vec![[0.3, 0.4]; 32], vec![1_u8; 32]);
    group.bench_function("batch of 32, 2-64-32-3, Adam", |b| {
        b.iter(|| net.train_step(&mut workspace, &adam, &mut state, black_box(&points), &arms, CrossEntropy));
    });
    let mut net = Images::boxed(1);
    let (mut workspace, mut state) = (Workspace::new(), State::new::<Images>(&adam));
    let (images, digits) = (vec![[0.5; 784]; 64], vec![1_u8; 64]);
    group.bench_function("batch of 64, 784-128-64-10, Adam", |b| {
        b.iter(|| net.train_step(&mut workspace, &adam, &mut state, black_box(&images), &digits, CrossEntropy));
    });
    group.finish();
}

criterion_group!(benches, forward, train_step);
criterion_main!(benches);
