//! Networks of convolutions: forward passes and a training step.

use std::hint::black_box;

use static_nn::{Adam, CrossEntropy, Workspace, optim::State};

use super::{Work, limit};
use crate::data::{RATE, SEED, classes, samples};
use crate::roofline::MultiplyAdds;
use crate::{Contender, LeNet5, ThreeConvolutions};

/// Images of a batch.
const BATCH: usize = 128;

/// One image through LeNet-5. The limit does the multiply-adds, in registers.
#[must_use]
pub fn w6() -> Work {
    let (net, mut scratch) = (LeNet5::boxed(SEED), LeNet5::scratch());
    let x = samples::<784>(1)[0];
    let limit = MultiplyAdds::new(LeNet5::MACS);
    Work {
        name: "W6",
        what: "one image, LeNet-5",
        contenders: vec![
            Contender::new("static", move || black_box(&*net).forward_with(&mut scratch, black_box(&x))),
            Contender::new("limit", move || limit.run()),
        ],
    }
}

/// A batch of 128 images through LeNet-5. The limit does the multiply-adds, in registers.
#[must_use]
#[expect(clippy::missing_panics_doc, reason = "there are as many answers as samples")]
pub fn w6_batch() -> Work {
    let net = LeNet5::boxed(SEED);
    let xs = samples::<784>(BATCH);
    let (mut workspace, mut answers) = (Workspace::new(), vec![[0.0; 10]; BATCH]);
    let limit = MultiplyAdds::new(BATCH * LeNet5::MACS);
    Work {
        name: "W6B",
        what: "batch of 128, LeNet-5",
        contenders: vec![
            Contender::new("static", move || {
                black_box(&*net).forward_batch_with(&mut workspace, black_box(&xs), &mut answers).expect("a batch");
                black_box(&answers);
            }),
            Contender::new("limit", move || limit.run()),
        ],
    }
}

/// A training step of LeNet-5 on a batch of 128. The limit does the multiply-adds in registers, and Adam's traffic.
#[must_use]
#[expect(clippy::missing_panics_doc, reason = "the loss is finite")]
pub fn w7() -> Work {
    /// Multiply-adds of the first convolution, whose input has no gradient.
    const FIRST: usize = 6 * 24 * 24 * 25;
    let mut net = LeNet5::boxed(SEED);
    let (xs, classes) = (samples::<784>(BATCH), classes(BATCH, 10));
    let adam = Adam::new(RATE);
    let (mut workspace, mut state) = (Workspace::new(), State::new::<LeNet5>(&adam));
    let mut limit = limit::TrainStep::of(BATCH * (3 * LeNet5::MACS - FIRST), LeNet5::PARAMETERS);
    Work {
        name: "W7",
        what: "training step, LeNet-5, batch of 128, Adam",
        contenders: vec![
            Contender::new("static", move || {
                let (xs, classes) = (black_box(&xs), black_box(&classes));
                net.train_step(&mut workspace, &adam, &mut state, xs, classes, CrossEntropy).expect("a step")
            }),
            Contender::new("limit", move || limit.run()),
        ],
    }
}

/// One image through three convolutions. The limit does the multiply-adds, in registers.
#[must_use]
pub fn w8() -> Work {
    let (net, mut scratch) = (ThreeConvolutions::boxed(SEED), ThreeConvolutions::scratch());
    let x = samples::<784>(1)[0];
    let limit = MultiplyAdds::new(ThreeConvolutions::MACS);
    Work {
        name: "W8",
        what: "one image, convolutions of 32, 64 and 64 channels",
        contenders: vec![
            Contender::new("static", move || black_box(&*net).forward_with(&mut scratch, black_box(&x))),
            Contender::new("limit", move || limit.run()),
        ],
    }
}
