//! Random numbers for every value of a sample, or of the samples of blocks.
//!
//! Each value's number follows from its sample's stream and its place, so that both paths, every instruction set and every cut
//! of a batch have the same. Values lie sample by sample within each place: `lanes` is one for a single sample.

use core::f64::consts::TAU;

use fearless_simd::{Level, Simd, SimdBase, SimdFloat};

use super::part::{load_part, store_part};
use crate::draws::{Noise, drawn, halves};
use crate::number::{MOST_LANES, Number};

kernels! {
    /// Random numbers in training.
    trait NoiseKernels

    /// `mask = 1 / (1 - p)`, or 0 with the probability `p`; `y = x * mask`.
    fn dropout(level: Level, noise: Noise, p: f64, x: &[Self], y: &mut [Self], mask: &mut [Self]) {
        dispatch!(plain Self: level, simd => dropout::<_, Self>(simd, noise, p, x, y, mask));
    }

    /// The same for blocks of `values` values.
    fn dropout_blocks(
        level: Level, noise: Noise, p: f64, values: usize, x: &[Self], y: &mut [Self], mask: &mut [Self],
    ) {
        dispatch!(plain Self: level, simd => dropout_blocks::<_, Self>(simd, noise, p, values, x, y, mask));
    }

    /// `y = x + deviation * n` with a normal number for each value.
    fn gaussian(level: Level, noise: Noise, deviation: f64, x: &[Self], y: &mut [Self]) {
        dispatch!(plain Self: level, simd => gaussian::<_, Self>(simd, noise, deviation, x, y));
    }

    /// The same for blocks of `values` values.
    fn gaussian_blocks(level: Level, noise: Noise, deviation: f64, values: usize, x: &[Self], y: &mut [Self]) {
        dispatch!(plain Self: level, simd => gaussian_blocks::<_, Self>(simd, noise, deviation, values, x, y));
    }
}

/// The streams of the samples of a block.
#[inline(always)]
fn streams(noise: Noise, first: usize) -> [u64; MOST_LANES] {
    let mut streams = [0; MOST_LANES];
    for (lane, stream) in streams.iter_mut().enumerate() {
        *stream = noise.at(first + lane).stream();
    }
    streams
}

/// `mask = 1 / (1 - p)`, or 0 with the probability `p`; `y = x * mask`. Runs of blocks of `values` values.
#[inline(always)]
pub fn dropout_blocks<S: Simd, T: Number>(
    simd: S,
    noise: Noise,
    p: f64,
    values: usize,
    x: &[T],
    y: &mut [T],
    mask: &mut [T],
) {
    let (least, scale) = (least(p), T::from_f64(1.0 / (1.0 - p)));
    for (block, mask) in mask.chunks_exact_mut((values * T::LANES).max(1)).enumerate() {
        let streams = streams(noise, block * T::LANES);
        for (place, mask) in mask.chunks_exact_mut(T::LANES).enumerate() {
            for lane in 0..T::LANES {
                mask[lane] = if drawn(streams[lane], place) >= least { scale } else { T::ZERO };
            }
        }
    }
    product(simd, x, mask, y);
}

/// [`dropout_blocks`] for one sample.
#[inline(always)]
pub fn dropout<S: Simd, T: Number>(simd: S, noise: Noise, p: f64, x: &[T], y: &mut [T], mask: &mut [T]) {
    let (least, scale, stream) = (least(p), T::from_f64(1.0 / (1.0 - p)), noise.stream());
    for (place, mask) in mask.iter_mut().enumerate() {
        *mask = if drawn(stream, place) >= least { scale } else { T::ZERO };
    }
    product(simd, x, mask, y);
}

/// The least of 2^64 numbers that keeps a value: a part `p` of them is less.
#[inline(always)]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`p` is from 0 to 1, below 1")]
fn least(p: f64) -> u64 {
    (p * 18_446_744_073_709_551_616.0) as u64
}

/// `y = a * b`, value by value.
#[inline(always)]
pub fn product<S: Simd, T: Number>(_: S, a: &[T], b: &[T], y: &mut [T]) {
    for ((y, &a), &b) in y.iter_mut().zip(a).zip(b) {
        *y = a * b;
    }
}

/// `y = x + deviation * n` with a normal number for each value, for runs of blocks of `values` values.
#[inline(always)]
pub fn gaussian_blocks<S: Simd, T: Number>(simd: S, noise: Noise, deviation: f64, values: usize, x: &[T], y: &mut [T]) {
    let size = (values * T::LANES).max(1);
    for (block, (x, y)) in x.chunks_exact(size).zip(y.chunks_exact_mut(size)).enumerate() {
        let streams = streams(noise, block * T::LANES);
        for (place, (x, y)) in x.chunks_exact(T::LANES).zip(y.chunks_exact_mut(T::LANES)).enumerate() {
            let mut bits = [0; MOST_LANES];
            for lane in 0..T::LANES {
                bits[lane] = drawn(streams[lane], place);
            }
            add_normal(simd, &bits, deviation, x, y);
        }
    }
}

/// [`gaussian_blocks`] for one sample.
#[inline(always)]
pub fn gaussian<S: Simd, T: Number>(simd: S, noise: Noise, deviation: f64, x: &[T], y: &mut [T]) {
    let stream = noise.stream();
    for (part, (x, y)) in x.chunks(MOST_LANES).zip(y.chunks_mut(MOST_LANES)).enumerate() {
        let mut bits = [0; MOST_LANES];
        for (i, bits) in bits.iter_mut().enumerate() {
            *bits = drawn(stream, part * MOST_LANES + i);
        }
        add_normal(simd, &bits, deviation, x, y);
    }
}

/// `y = x + deviation * sqrt(-2 ln u) * cos(2 pi t)` for at most [`MOST_LANES`] values (Box and Muller, 1958).
#[inline(always)]
fn add_normal<S: Simd, T: Number>(simd: S, bits: &[u64; MOST_LANES], deviation: f64, x: &[T], y: &mut [T]) {
    let (mut radii, mut turns) = ([T::ONE; MOST_LANES], [T::ZERO; MOST_LANES]);
    for i in 0..MOST_LANES {
        let (radius, turn) = halves(bits[i]);
        (radii[i], turns[i]) = (T::from_f64(radius), T::from_f64(turn));
    }
    let len = T::Native::<S>::LEN;
    let deviation = T::from_f64(deviation);
    for (part, (x, y)) in x.chunks(len).zip(y.chunks_mut(len)).enumerate() {
        let radius = T::Native::<S>::from_slice(simd, &radii[part * len..][..len]);
        let turn = T::Native::<S>::from_slice(simd, &turns[part * len..][..len]);
        let squared = T::ln(simd, radius) * T::from_f64(-2.0);
        let normal = squared.sqrt() * cos::<S, T>(simd, turn);
        if x.len() == len {
            (T::Native::<S>::from_slice(simd, x) + normal * deviation).store_slice(y);
        } else {
            let x: T::Native<S> = load_part(simd, x, T::ZERO);
            store_part::<S, T, _>(x + normal * deviation, y);
        }
    }
}

/// `cos(2 pi t)` for `t` from -1/2 to 1/2, as the sine of the quarter turn that is left: `-sin(2 pi (|t| - 1/4))`.
///
/// The sine of at most a quarter turn is its series up to the seventeenth power; what follows is less than 5e-14.
#[inline(always)]
fn cos<S: Simd, T: Number>(simd: S, t: T::Native<S>) -> T::Native<S> {
    let splat = |value: f64| T::Native::<S>::splat(simd, T::from_f64(value));
    let x = (t.abs() - splat(0.25)) * T::from_f64(TAU);
    let square = x * x;
    let mut sum = splat(1.0);
    for n in (1..=8_u8).rev() {
        let n = f64::from(n);
        sum = splat(1.0) - sum * square * T::from_f64(1.0 / (2.0 * n * (2.0 * n + 1.0)));
    }
    splat(0.0) - x * sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::levels;
    use crate::testing::Rng;
    use std::vec;
    use std::vec::Vec;

    /// A normal number by vectors against the same by `libm`: rounding of `f32` where numbers reach 6.7, and of the series.
    const NORMAL: f64 = 2e-6;

    fn random<T: NoiseKernels>(len: usize) -> Vec<T> {
        let mut rng = Rng::new(9);
        (0..len).map(|_| T::from_f64(rng.normal())).collect()
    }

    fn check<T: NoiseKernels>() {
        let noise = Noise::new(5).branch(3);
        for level in levels() {
            for values in [1, 7, 16, 33] {
                let x = random::<T>(3 * values * T::LANES);
                let (mut y, mut mask, mut noisy) = (x.clone(), x.clone(), x.clone());
                T::dropout_blocks(level, noise, 0.25, values, &x, &mut y, &mut mask);
                T::gaussian_blocks(level, noise, 0.5, values, &x, &mut noisy);
                for sample in 0..3 * T::LANES {
                    let at = |place| (sample / T::LANES * values + place) * T::LANES + sample % T::LANES;
                    let own: Vec<T> = (0..values).map(|place| x[at(place)]).collect();
                    let (mut own_y, mut own_mask, mut own_noisy) = (own.clone(), own.clone(), own.clone());
                    let noise = noise.at(sample);
                    T::dropout(level, noise, 0.25, &own, &mut own_y, &mut own_mask);
                    T::gaussian(level, noise, 0.5, &own, &mut own_noisy);
                    for place in 0..values {
                        let kept = noise.bits(place) >= 1 << 62;
                        let expected = if kept { T::from_f64(1.0 / 0.75) } else { T::ZERO };
                        assert_eq!((mask[at(place)], own_mask[place]), (expected, expected));
                        assert_eq!((y[at(place)], own_y[place]), (expected * own[place], expected * own[place]));
                        let expected = own[place].to_f64() + 0.5 * noise.normal(place);
                        assert!((noisy[at(place)].to_f64() - expected).abs() < NORMAL);
                        assert_eq!(noisy[at(place)], own_noisy[place]);
                    }
                }
            }
        }
    }

    #[test]
    fn both_paths_draw_the_same_numbers_at_every_level() {
        check::<f32>();
        check::<f64>();
    }

    #[test]
    fn nothing_is_dropped_with_probability_zero() {
        for level in levels() {
            let (x, mut y, mut mask) = (random::<f32>(40), vec![0.0; 40], vec![0.0; 40]);
            f32::dropout(level, Noise::new(1), 0.0, &x, &mut y, &mut mask);
            assert_eq!(y, x);
        }
    }
}
