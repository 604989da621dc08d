//! What is measured, and what it is measured against.
//!
//! [`works`] puts the library, the same thing written by hand ([`baselines`]) and the limit of the processor ([`roofline`]) side by
//! side, as [`Contender`]s; the programs beside this crate time them. `bash benches/run` does all of it and writes `RESULTS.md`.

pub mod baselines;
mod contender;
pub mod data;
mod record;
pub mod roofline;
pub mod works;

pub use contender::{Contender, alternate};
pub use record::record;

use static_nn::network;

network! {
    /// 4-10-10-3 with softmax: as small as networks get.
    pub struct Flowers { input: [4], Dense(10), Relu, Dense(10), Relu, Dense(3), Softmax }
}

network! {
    /// 4-32-16-4 with tanh: the activations cost more than the sums.
    pub struct Curves { input: [4], Dense(32), Tanh, Dense(16), Tanh, Dense(4) }
}

network! {
    /// 784-128-64-10: a classifier of small images.
    pub struct Images { input: [784], Dense(128), Relu, Dense(64), Relu, Dense(10) }
}

network! {
    /// 2-64-32-3: a classifier of points in the plane.
    pub struct Points { input: [2], Dense(64), Relu, Dense(32), Relu, Dense(3) }
}

network! {
    /// LeNet-5 on images of 28 x 28, with rectifiers and the largest values.
    pub struct LeNet5 {
        input: [1, 28, 28],
        Conv2d(6, kernel = 5), Relu, MaxPool2d(2),
        Conv2d(16, kernel = 5), Relu, MaxPool2d(2),
        Flatten, Dense(120), Relu, Dense(84), Relu, Dense(10),
    }
}

network! {
    /// Three convolutions of 32, 64 and 64 channels on images of 28 x 28.
    pub struct ThreeConvolutions {
        input: [1, 28, 28],
        Conv2d(32, kernel = 3), Relu, MaxPool2d(2),
        Conv2d(64, kernel = 3), Relu, MaxPool2d(2),
        Conv2d(64, kernel = 3), Relu,
        Flatten, Dense(64), Relu, Dense(10),
    }
}

network! {
    /// An LSTM of 20 units on one feature: an amplifier, as a model of one is usually sized.
    pub struct Amplifier { input: [64, 1], Lstm(20), Dense(1) }
}

network! {
    /// An LSTM of 16 units on one feature.
    pub struct SmallAmplifier { input: [64, 1], Lstm(16), Dense(1) }
}

network! {
    /// A GRU of 24 units on one feature.
    pub struct Gated { input: [64, 1], Gru(24), Dense(1) }
}

network! {
    /// An LSTM of 32 units on 8 features, over 64 steps, and one answer to each.
    pub struct Forecast { input: [64, 8], Lstm(32), Dense(1) }
}

network! {
    /// Eight causal convolutions of 8 channels on one feature, each of which looks twice as far back as the one before it: half a thousand steps.
    pub struct Dilated {
        input: [64, 1],
        Conv1d(8, kernel = 3, dilation = 1, causal = true), Tanh,
        Conv1d(8, kernel = 3, dilation = 2, causal = true), Tanh,
        Conv1d(8, kernel = 3, dilation = 4, causal = true), Tanh,
        Conv1d(8, kernel = 3, dilation = 8, causal = true), Tanh,
        Conv1d(8, kernel = 3, dilation = 16, causal = true), Tanh,
        Conv1d(8, kernel = 3, dilation = 32, causal = true), Tanh,
        Conv1d(8, kernel = 3, dilation = 64, causal = true), Tanh,
        Conv1d(8, kernel = 3, dilation = 128, causal = true), Tanh,
        Dense(1),
    }
}

network! {
    /// A transformer of two blocks over 32 steps of 64 features, with four heads.
    pub struct Transformer {
        input: [32, 64],
        Repeat(2) {
            Residual { LayerNorm, SelfAttention(heads = 4) },
            Residual { LayerNorm, Dense(256), Gelu, Dense(64) },
        },
    }
}
