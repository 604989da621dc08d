//! A random stream that is the same on every target.

use rand::rngs::Xoshiro256PlusPlus;
use rand::{Rng as _, SeedableRng};

/// A seeded stream of random numbers.
///
/// The generator is xoshiro256++ (Blackman and Vigna, 2019), its state filled from the seed by `SplitMix64`. Everything drawn
/// from it is computed in software, so a seed gives the same numbers on every target.
///
/// # Examples
///
/// ```
/// use static_nn::init::Rng;
///
/// let mut rng = Rng::new(42);
/// assert_eq!(rng.uniform(), 0.8143051451229099);
/// assert_eq!(rng.below(6), 1);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rng(Xoshiro256PlusPlus);

impl Rng {
    /// The stream that belongs to `seed`.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(Xoshiro256PlusPlus::seed_from_u64(seed))
    }

    /// The next 64 random bits.
    #[inline]
    pub fn next_u64(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// A number from the uniform distribution over `[0, 1)`: the top 53 bits of one draw.
    #[inline]
    pub fn uniform(&mut self) -> f64 {
        /// The distance of neighbours: 2^-53.
        const STEP: f64 = f64::EPSILON / 2.0;
        (self.next_u64() >> 11) as f64 * STEP
    }

    /// A number from the normal distribution with mean 0 and variance 1, by the cosine half of the Box-Muller transform of two
    /// draws (Box and Muller, 1958): `sqrt(-2 ln u) * cos(2 pi v)`.
    #[inline]
    pub fn normal(&mut self) -> f64 {
        // (0, 1] instead of [0, 1): the logarithm stays finite.
        let u = 1.0 - self.uniform();
        let v = self.uniform();
        libm::sqrt(-2.0 * libm::log(u)) * libm::cos(core::f64::consts::TAU * v)
    }

    /// One of `0..n`, each equally likely (Lemire, 2019); 0 if `n` is 0.
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "the halves of a 128-bit product; the upper is below `n`")]
    pub fn below(&mut self, n: usize) -> usize {
        let n = n as u64;
        loop {
            let product = u128::from(self.next_u64()) * u128::from(n);
            let low = product as u64;
            // Of the 2^64 draws, the first `2^64 mod n` of each result's share are one too many.
            if low >= n || low >= n.wrapping_neg().checked_rem(n).unwrap_or(0) {
                return (product >> 64) as usize;
            }
        }
    }

    /// Puts `items` in an order of which all are equally likely (Fisher and Yates).
    pub fn shuffle<E>(&mut self, items: &mut [E]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::float_cmp, reason = "the stream is exact")]

    use super::*;

    #[test]
    fn the_stream_never_changes() {
        let mut rng = Rng::new(42);
        assert_eq!(
            [rng.next_u64(), rng.next_u64(), rng.next_u64()],
            [15_021_278_609_987_233_951, 5_881_210_131_331_364_753, 18_149_643_915_985_481_100]
        );
        assert_eq!([rng.uniform(), rng.uniform()], [0.701_135_598_134_755_6, 0.793_504_489_691_729]);
        assert_eq!(
            [rng.normal(), rng.normal(), rng.normal()],
            [0.939_703_488_376_042_2, 0.357_921_530_140_389_5, -2.166_376_520_152_627_8]
        );
        assert_eq!([rng.below(10), rng.below(1000), rng.below(1 << 20)], [8, 680, 72_907]);
        let mut order = [0, 1, 2, 3, 4, 5, 6, 7];
        rng.shuffle(&mut order);
        assert_eq!(order, [6, 4, 5, 2, 0, 1, 7, 3]);
    }

    #[test]
    fn below_covers_its_range_evenly() {
        let mut rng = Rng::new(1);
        let mut counts = [0_u32; 7];
        for _ in 0..70_000 {
            counts[rng.below(7)] += 1;
        }
        // Five standard deviations of a count of 10,000 draws.
        assert!(counts.iter().all(|&count| count.abs_diff(10_000) < 463), "{counts:?}");
        assert_eq!(rng.below(0), 0);
        assert_eq!(rng.below(1), 0);
    }

    #[test]
    fn distributions_have_their_moments() {
        const DRAWS: u32 = 100_000;
        let mut rng = Rng::new(3);
        let moments = |draw: &mut dyn FnMut() -> f64| {
            let (mut sum, mut squares) = (0.0, 0.0);
            for _ in 0..DRAWS {
                let value = draw();
                sum += value;
                squares += value * value;
            }
            (sum / f64::from(DRAWS), squares / f64::from(DRAWS))
        };
        let (mean, square) = moments(&mut || rng.uniform());
        assert!((mean - 0.5).abs() < 0.005 && (square - 1.0 / 3.0).abs() < 0.005, "{mean} {square}");
        let (mean, square) = moments(&mut || rng.normal());
        assert!(mean.abs() < 0.02 && (square - 1.0).abs() < 0.03, "{mean} {square}");
    }
}
