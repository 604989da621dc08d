//! Random numbers for training: the same whoever draws them, and in whatever order.
//!
//! A number is a function of a key, of the place of the sample in its batch, and of the place of the value in the sample. So
//! it depends neither on the threads, nor on how a batch is cut, nor on which samples lie side by side in a block.
//!
//! Each sample has a stream of its own, that of `SplitMix64` (Steele, Lea and Flood, 2014), whose start is a hash of the key and
//! the sample.

/// The distance of the states of a stream: 2^64 divided by the golden ratio, odd.
const STEP: u64 = 0x9E37_79B9_7F4A_7C15;
/// Puts the samples in other places than the layers, which are hashed with the same function.
const SAMPLES: u64 = 0xD1B5_4A32_D192_ED03;

/// The output function of `SplitMix64`: every bit of the result depends on every bit of the state.
#[inline(always)]
const fn mix(state: u64) -> u64 {
    let z = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// Where the random numbers of a training pass come from.
///
/// A layer's training is handed one for its sample. A pass over blocks holds one for the first of its samples, and
/// [`at`](Self::at) leads to the others.
///
/// # Examples
///
/// ```
/// use nn_kernels::Noise;
///
/// let noise = Noise::new(42);
/// assert_eq!(noise.bits(0), noise.at(0).bits(0));
/// assert_eq!(noise.at(2).at(3), noise.at(5));
/// assert_ne!(noise.branch(1).bits(0), noise.branch(2).bits(0));
/// assert_eq!(noise.uniform(7), 0.6913620635427117);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noise {
    key: u64,
    sample: u64,
}

impl Noise {
    /// The numbers that belong to `seed`, at the first sample of a batch.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { key: mix(seed.wrapping_add(STEP)), sample: 0 }
    }

    /// Numbers for the layer at `place` of a list that have nothing to do with those for its neighbours.
    #[inline]
    #[must_use]
    pub const fn branch(self, place: u64) -> Self {
        Self { key: mix(self.key.wrapping_add(place.wrapping_add(1).wrapping_mul(STEP))), sample: self.sample }
    }

    /// The numbers of the sample that lies `samples` further on in the batch.
    #[inline(always)]
    #[must_use]
    pub const fn at(self, samples: usize) -> Self {
        Self { key: self.key, sample: self.sample.wrapping_add(samples as u64) }
    }

    /// 64 random bits for the value at `place` of the sample.
    #[inline(always)]
    #[must_use]
    pub const fn bits(self, place: usize) -> u64 {
        drawn(self.stream(), place)
    }

    /// A number from the uniform distribution over `[0, 1)` for the value at `place`.
    #[inline]
    #[must_use]
    pub const fn uniform(self, place: usize) -> f64 {
        /// The distance of neighbours: 2^-53.
        const UNIT: f64 = f64::EPSILON / 2.0;
        (self.bits(place) >> 11) as f64 * UNIT
    }

    /// A number from the normal distribution with mean 0 and variance 1 for the value at `place`, by the Box-Muller transform
    /// (Box and Muller, 1958) of the two halves of its bits.
    #[must_use]
    pub fn normal(self, place: usize) -> f64 {
        let (radius, turn) = halves(self.bits(place));
        libm::sqrt(-2.0 * libm::log(radius)) * libm::cos(core::f64::consts::TAU * turn)
    }

    /// Where the stream of the sample begins.
    #[inline(always)]
    pub(crate) const fn stream(self) -> u64 {
        mix(self.key ^ mix(self.sample.wrapping_add(SAMPLES)))
    }
}

/// The bits for the value at `place` in the stream that begins at `stream`.
#[inline(always)]
pub(crate) const fn drawn(stream: u64, place: usize) -> u64 {
    mix(stream.wrapping_add((place as u64).wrapping_add(1).wrapping_mul(STEP)))
}

/// Two uniform numbers, one from `(0, 1]` and one from `[-1/2, 1/2)`, in steps of 2^-32.
#[inline(always)]
#[expect(clippy::cast_possible_truncation, clippy::cast_possible_wrap, reason = "the two halves of 64 bits")]
pub(crate) const fn halves(bits: u64) -> (f64, f64) {
    const UNIT: f64 = 1.0 / (1_u64 << 32) as f64;
    let (high, low) = ((bits >> 32) as u32, bits as u32 as i32);
    ((high as f64 + 1.0) * UNIT, low as f64 * UNIT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_numbers_never_change() {
        // The stream of SplitMix64 that begins at 0, as its authors' program prints it.
        assert_eq!(
            [0, 1, 2].map(|i| drawn(0, i)),
            [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F]
        );
        let noise = Noise::new(1);
        assert_eq!(noise.bits(0), noise.bits(0));
    }

    #[test]
    fn keys_samples_and_places_share_no_number() {
        let mut seen = BTreeSet::new();
        for seed in 0..4 {
            for branch in 0..4 {
                for sample in 0..16 {
                    for place in 0..64 {
                        seen.insert(Noise::new(seed).branch(branch).at(sample).bits(place));
                    }
                }
            }
        }
        assert_eq!(seen.len(), 4 * 4 * 16 * 64);
    }

    /// The mean, the mean square, and the mean product of neighbours of 100,000 numbers.
    fn moments(draw: impl Fn(usize) -> f64) -> [f64; 3] {
        const DRAWS: usize = 100_000;
        let mut sums = [0.0; 3];
        for i in 0..DRAWS {
            let (value, next) = (draw(i), draw(i + 1));
            for (sum, term) in sums.iter_mut().zip([value, value * value, value * next]) {
                *sum += term / DRAWS as f64;
            }
        }
        sums
    }

    #[test]
    fn distributions_have_their_moments_along_samples_and_along_values() {
        let noise = Noise::new(3).branch(2);
        let close = |found: [f64; 3], expected: [f64; 3]| {
            // Five standard deviations of the widest of them, the square of a normal number, are 0.022.
            assert!(found.iter().zip(expected).all(|(found, expected)| (found - expected).abs() < 0.022), "{found:?}");
        };
        close(moments(|i| noise.uniform(i)), [0.5, 1.0 / 3.0, 0.25]);
        close(moments(|i| noise.at(i).uniform(5)), [0.5, 1.0 / 3.0, 0.25]);
        close(moments(|i| Noise::new(i as u64).uniform(5)), [0.5, 1.0 / 3.0, 0.25]);
        close(moments(|i| noise.branch(i as u64).uniform(5)), [0.5, 1.0 / 3.0, 0.25]);
        close(moments(|i| noise.normal(i)), [0.0, 1.0, 0.0]);
        close(moments(|i| noise.at(i).normal(5)), [0.0, 1.0, 0.0]);
    }
}
