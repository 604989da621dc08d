//! Networks over sequences: streams, a training step and a transformer.

use std::hint::black_box;

use static_nn::{Adam, MeanSquaredError, Workspace, optim::State};

use super::{Work, limit};
use crate::data::{RATE, SEED, samples};
use crate::roofline::MultiplyAdds;
use crate::{Amplifier, Contender, Dilated, Forecast, Gated, SmallAmplifier, Transformer};

/// Steps of a block of sound.
const BLOCK: usize = 64;
/// Sequences of a batch.
const BATCH: usize = 32;

/// Frames of one feature.
fn frames() -> Vec<[f32; 1]> {
    samples::<1>(BLOCK)
}

/// One step of an LSTM of 20 units and a dense layer. The limit does the multiply-adds, in registers.
#[must_use]
pub fn w9() -> Work {
    let (net, xs) = (Amplifier::boxed(SEED), frames());
    let (mut state, mut next) = (Amplifier::<f32>::state(), 0);
    let limit = MultiplyAdds::new(Amplifier::MACS / BLOCK);
    Work {
        name: "W9",
        what: "one step, LSTM 1-20, dense 1",
        contenders: vec![
            Contender::new("static", move || {
                next = (next + 1) % BLOCK;
                black_box(&*net).step(&mut state, black_box(&xs[next]))
            }),
            Contender::new("limit", move || limit.run()),
        ],
    }
}

/// A block of 64 steps of an LSTM of 16 units and a dense layer. The limit does the multiply-adds, in registers.
#[must_use]
pub fn w9_block() -> Work {
    let (net, xs) = (SmallAmplifier::boxed(SEED), frames());
    let (mut state, mut ys) = (SmallAmplifier::<f32>::state(), [[0.0; 1]; BLOCK]);
    let limit = MultiplyAdds::new(SmallAmplifier::MACS);
    Work {
        name: "W9B",
        what: "a block of 64 steps, LSTM 1-16, dense 1",
        contenders: vec![
            Contender::new("static", move || {
                black_box(&*net).stream(&mut state, black_box(&xs), &mut ys);
                black_box(&ys);
            }),
            Contender::new("limit", move || limit.run()),
        ],
    }
}

/// One step of a GRU of 24 units and a dense layer. The limit does the multiply-adds, in registers.
#[must_use]
pub fn w10() -> Work {
    let (net, xs) = (Gated::boxed(SEED), frames());
    let (mut state, mut next) = (Gated::<f32>::state(), 0);
    let limit = MultiplyAdds::new(Gated::MACS / BLOCK);
    Work {
        name: "W10",
        what: "one step, GRU 1-24, dense 1",
        contenders: vec![
            Contender::new("static", move || {
                next = (next + 1) % BLOCK;
                black_box(&*net).step(&mut state, black_box(&xs[next]))
            }),
            Contender::new("limit", move || limit.run()),
        ],
    }
}

/// A training step of an LSTM of 32 units over 64 steps of 8 features, on a batch of 32. The limit does the multiply-adds in registers, and
/// Adam's traffic.
#[must_use]
#[expect(clippy::missing_panics_doc, reason = "the loss is finite")]
pub fn w11() -> Work {
    /// Multiply-adds of the first product, whose input has no gradient.
    const FIRST: usize = BLOCK * 8 * 128;
    let mut net = Forecast::boxed(SEED);
    let xs = samples::<{ BLOCK * 8 }>(BATCH);
    let ys: Vec<[[f32; 1]; BLOCK]> = samples::<BLOCK>(BATCH).into_iter().map(|y| y.map(|value| [value])).collect();
    let adam = Adam::new(RATE);
    let (mut workspace, mut state) = (Workspace::new(), State::new::<Forecast>(&adam));
    let mut limit = limit::TrainStep::of(BATCH * (3 * Forecast::MACS - FIRST), Forecast::PARAMETERS);
    Work {
        name: "W11",
        what: "training step, LSTM 8-32 over 64 steps, dense 1, batch of 32, Adam",
        contenders: vec![
            Contender::new("static", move || {
                let (xs, ys) = (black_box(&xs), black_box(&ys));
                net.train_step(&mut workspace, &adam, &mut state, xs, ys, MeanSquaredError).expect("a step")
            }),
            Contender::new("limit", move || limit.run()),
        ],
    }
}

/// One step of eight causal convolutions and a dense layer. The limit does the multiply-adds, in registers.
#[must_use]
pub fn w12() -> Work {
    let (net, xs) = (Dilated::boxed(SEED), frames());
    let (mut state, mut next) = (Dilated::<f32>::state(), 0);
    let limit = MultiplyAdds::new(Dilated::MACS / BLOCK);
    Work {
        name: "W12",
        what: "one step, 8 causal convolutions of 8 channels, dense 1",
        contenders: vec![
            Contender::new("static", move || {
                next = (next + 1) % BLOCK;
                black_box(&*net).step(&mut state, black_box(&xs[next]))
            }),
            Contender::new("limit", move || limit.run()),
        ],
    }
}

/// One sample through a transformer of two blocks. The limit does the multiply-adds, in registers.
#[must_use]
#[expect(clippy::missing_panics_doc, reason = "there are as many steps as samples")]
pub fn w13() -> Work {
    let (net, mut scratch) = (Transformer::boxed(SEED), Transformer::scratch());
    let x: [[f32; 64]; 32] = samples::<64>(32).try_into().expect("as many steps");
    let limit = MultiplyAdds::new(Transformer::MACS);
    Work {
        name: "W13",
        what: "one sample, transformer, 32 steps of 64 features, 4 heads, 2 blocks",
        contenders: vec![
            Contender::new("static", move || black_box(&*net).forward_with(&mut scratch, black_box(&x))),
            Contender::new("limit", move || limit.run()),
        ],
    }
}
