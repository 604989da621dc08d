//! Samples and targets: the same for everybody.

use static_nn::init::Rng;

/// The seed of every network.
pub const SEED: u64 = 1;

/// The learning rate while time is taken: so small that the weights stay where they are, however often a step is repeated. Every step
/// then does the same work on ordinary numbers, where a net that has learnt its batch by heart would run into denormal ones.
pub const RATE: f64 = 1e-9;

/// `count` samples of normal numbers.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "a sample needs no double precision")]
pub fn samples<const N: usize>(count: usize) -> Vec<[f32; N]> {
    let mut rng = Rng::new(SEED + 1);
    (0..count).map(|_| std::array::from_fn(|_| rng.normal() as f32)).collect()
}

/// `count` classes, all below `of`.
#[must_use]
pub fn classes(count: usize, of: u8) -> Vec<u8> {
    (0..of).cycle().take(count).collect()
}
