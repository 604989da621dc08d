//! The works, each with the contenders that need nothing but this crate: `static` (the library), `dynamic` and `nalgebra` (by hand),
//! and `limit` (what the processor needs at the least), where there is one.

mod forward;
mod images;
mod limit;
mod sequences;
mod train_step;

pub use forward::{w1, w2, w3, wt};
pub use images::{w6, w6_batch, w7, w8};
pub use sequences::{w9, w9_block, w10, w11, w12, w13};
pub use train_step::{w4, w5};

use crate::Contender;

/// A piece of work and those who do it.
pub struct Work {
    /// The short name: `W1`.
    pub name: &'static str,
    /// What it is, in words.
    pub what: &'static str,
    /// Who does it; the library comes first.
    pub contenders: Vec<Contender<'static>>,
}

/// One sample or a batch, forward.
#[must_use]
pub fn forward() -> Vec<Work> {
    vec![w1(), wt(), w2(), w3()]
}

/// Training steps.
#[must_use]
pub fn train_step() -> Vec<Work> {
    vec![w4(), w5()]
}

/// Networks of convolutions.
#[must_use]
pub fn images() -> Vec<Work> {
    vec![w6(), w6_batch(), w7(), w8()]
}

/// Networks over sequences.
#[must_use]
pub fn sequences() -> Vec<Work> {
    vec![w9(), w9_block(), w10(), w11(), w12(), w13()]
}
