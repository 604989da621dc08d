//! The work of a program that trains 784-128-64-10: prints the microseconds of each part, one line each.

use std::hint::black_box;
use std::time::Instant;

use static_nn::prelude::*;

network! {
    pub struct Images { input: [784], Dense(128), Relu, Dense(64), Relu, Dense(10) }
}

/// Timings of which the median is taken.
const TIMINGS: usize = 15;
const BATCH: usize = 64;
const SAMPLES: usize = 640;

fn main() {
    let images: Vec<[f32; 784]> =
        (0..SAMPLES).map(|i| std::array::from_fn(|pixel| ((i * 7 + pixel * 13) % 17) as f32 / 17.0)).collect();
    let digits: Vec<u8> = (0..SAMPLES).map(|i| (i % 10) as u8).collect();
    let adam = Adam::new(1e-3);
    let mut workspace = Workspace::new();

    let (mut net, mut state) = (Images::boxed(1), State::new::<Images>(&adam));
    let (xs, ys) = (&images[..BATCH], &digits[..BATCH]);
    print("train_step, batch of 64, Adam", 20, || {
        net.train_step(&mut workspace, &adam, &mut state, black_box(xs), black_box(ys), CrossEntropy).unwrap();
    });

    let mut net = Images::boxed(1);
    let trainer = Trainer::new(CrossEntropy, adam).epochs(1).batch_size(BATCH).shuffle(1);
    print("Trainer::fit, 640 samples, 1 epoch", 2, || {
        trainer.fit(&mut net, black_box(&images), black_box(&digits)).unwrap();
    });

    let mut answers = vec![[0.0; 10]; SAMPLES];
    print("forward_batch_with, 640 samples", 2, || {
        net.forward_batch_with(&mut workspace, black_box(&images), black_box(&mut answers)).unwrap();
    });

    print("forward, one sample", 200, || {
        black_box(net.forward(black_box(&images[0])));
    });
}

/// Prints the median time of one of `runs` calls in a row.
fn print(what: &str, runs: u32, mut work: impl FnMut()) {
    let mut times: Vec<f64> = (0..=TIMINGS)
        .map(|_| {
            let start = Instant::now();
            for _ in 0..runs {
                work();
            }
            start.elapsed().as_secs_f64() * 1e6 / f64::from(runs)
        })
        .skip(1)
        .collect();
    times.sort_by(f64::total_cmp);
    println!("{:.3} {what}", times[TIMINGS / 2]);
}
