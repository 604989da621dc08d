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
