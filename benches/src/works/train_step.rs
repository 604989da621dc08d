//! Training steps: cross entropy, Adam.

use std::hint::black_box;

use static_nn::{Adam, CrossEntropy, Workspace, optim::State};

use super::{Work, limit};
use crate::baselines::dynamic::{self, Activation, Matrix};
use crate::baselines::nalgebra::Batch;
use crate::data::{RATE, SEED, classes, samples};
use crate::{Contender, Images, Points};

/// Writes the function for one network.
macro_rules! train_step {
    ($(#[$doc:meta])* $function:ident, $name:literal, $what:literal, $Net:ident, $sizes:expr, $samples:literal) => {
        $(#[$doc])*
        #[must_use]
        #[expect(clippy::cast_possible_truncation, reason = "a handful of classes, and a learning rate")]
        pub fn $function() -> Work {
            const SIZES: [usize; 4] = $sizes;
            let mut net = $Net::boxed(SEED);
            let mut dynamic = dynamic::Network::new(&SIZES, Activation::Relu, net.as_slice());
            let mut by_hand = Batch::new(&SIZES, $samples, net.as_slice());
            let mut limit = limit::TrainStep::new(&SIZES, $samples);
            let (xs, classes) = (samples::<{ SIZES[0] }>($samples), classes($samples, SIZES[3] as u8));
            let rows = Matrix::from_rows(&xs);
            let (columns, classes_too, classes_again) = (xs.clone(), classes.clone(), classes.clone());
            let adam = Adam::new(RATE);
            let (mut workspace, mut state) = (Workspace::new(), State::new::<$Net>(&adam));
            Work {
                name: $name,
                what: $what,
                contenders: vec![
                    Contender::new("static", move || {
                        let (xs, classes) = (black_box(&xs), black_box(&classes));
                        net.train_step(&mut workspace, &adam, &mut state, xs, classes, CrossEntropy).expect("a step")
                    }),
                    Contender::new("dynamic", move || {
                        dynamic.train_step(black_box(&rows), black_box(&classes_too), RATE as f32)
                    }),
                    Contender::new("nalgebra", move || {
                        by_hand.train_step(black_box(&columns), black_box(&classes_again), RATE as f32)
                    }),
                    Contender::new("limit", move || limit.run()),
                ],
            }
        }
    };
}

train_step!(
    /// A batch of 32 through 2-64-32-3. The limit does the multiply-adds in registers, and Adam's traffic.
    w4, "W4", "training step, 2-64-32-3, batch of 32, Adam", Points, [2, 64, 32, 3], 32
);
train_step!(
    /// A batch of 64 through 784-128-64-10. The limit does the multiply-adds in registers, and Adam's traffic.
    w5, "W5", "training step, 784-128-64-10, batch of 64, Adam", Images, [784, 128, 64, 10], 64
);
