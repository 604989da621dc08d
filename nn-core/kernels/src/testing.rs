//! Random numbers for tests.

use crate::Noise;

/// The numbers of a seed, one after the other.
pub(crate) struct Rng {
    noise: Noise,
    place: usize,
}

impl Rng {
    pub(crate) fn new(seed: u64) -> Self {
        Self { noise: Noise::new(seed), place: 0 }
    }

    /// From the uniform distribution over `[0, 1)`.
    pub(crate) fn uniform(&mut self) -> f64 {
        self.place += 1;
        self.noise.uniform(self.place)
    }

    /// From the normal distribution with mean 0 and variance 1.
    pub(crate) fn normal(&mut self) -> f64 {
        self.place += 1;
        self.noise.normal(self.place)
    }
}
