//! Normalisation over the samples of a batch, channel by channel. A vector has a channel for each value, a sequence for each feature.
//!
//! A channel of all samples is a run of cache lines in each block, one for each of its places; of a sequence it is one line in each step. Sums
//! run lane by lane and then over the lanes, and the blocks of an image, in double precision, so that the instruction set does not decide their
//! order.

use fearless_simd::{Level, Simd, SimdBase, SimdFloat};

use super::part::{load_part, store_part};
use crate::number::{MOST_LANES, Number};

kernels! {
    /// Normalisation over the samples of a batch.
    trait BatchNormKernels

    /// `y = w (x - m) / sqrt(v + eps) + b` with the mean and the variance of each value over the samples in the blocks, and over the `steps`
    /// of each, of which a vector and an image have one.
    fn batch_norm(
        level: Level, samples: usize, steps: usize, eps: f64, w: &[Self], b: &[Self], x: &[Self], y: &mut [Self], mean: &mut [Self],
        variance: &mut [Self],
    ) {
        dispatch!(plain Self: level, simd => train::<_, Self>(simd, samples, steps, eps, w, b, x, y, mean, variance));
    }

    /// The derivatives of [`batch_norm`](Self::batch_norm): adds to `dw` and `db`, writes `dx`.
    fn batch_norm_backward(
        level: Level, samples: usize, steps: usize, eps: f64, w: &[Self], mean: &[Self], variance: &[Self], x: &[Self],
        dy: &[Self], dx: Option<&mut [Self]>, dw: &mut [Self], db: &mut [Self],
    ) {
        dispatch!(plain Self: level, simd =>
            backward::<_, Self>(simd, samples, steps, eps, w, mean, variance, x, dy, dx, dw, db)
        );
    }

    /// [`batch_norm`](Self::batch_norm) with given means and variances, for channels of so many places. A step counts as a block.
    fn batch_norm_evaluate(
        level: Level, places: usize, eps: f64, w: &[Self], b: &[Self], mean: &[Self], variance: &[Self], x: &[Self], y: &mut [Self],
    ) {
        dispatch!(plain Self: level, simd => evaluate::<_, Self>(simd, places, eps, w, b, mean, variance, x, y));
    }

    /// The same for one sample, or one step of it.
    fn batch_norm_sample(
        level: Level, eps: f64, w: &[Self], b: &[Self], mean: &[Self], variance: &[Self], x: &[Self], y: &mut [Self],
    ) {
        dispatch!(plain Self: level, simd => sample::<_, Self>(simd, eps, w, b, mean, variance, x, y));
    }
}

/// The channels of a block, its steps, how many lines each channel has in one of them, and how many samples there are.
#[derive(Clone, Copy)]
struct Channels {
    count: usize,
    steps: usize,
    places: usize,
    samples: usize,
}

impl Channels {
    /// Of `x`, with `count` channels.
    fn of<T: Number>(count: usize, samples: usize, steps: usize, x: &[T]) -> Self {
        let blocks = samples.div_ceil(T::LANES).max(1);
        Self { count, steps, places: x.len() / (blocks * steps * count * T::LANES).max(1), samples }
    }

    /// How many values a channel has in all samples.
    fn values(self) -> f64 {
        (self.samples * self.steps * self.places) as f64
    }

    /// `Σ term(i)` over the values of one channel; `i` is a place in the blocks.
    #[inline(always)]
    fn sum<T: Number>(self, channel: usize, term: impl Fn(usize) -> T) -> f64 {
        let mut total = 0.0;
        let mut sums = [T::ZERO; MOST_LANES];
        let (runs, length) = self.runs::<T>(channel);
        for (from, lanes) in runs {
            if lanes == T::LANES {
                for at in (from..from + length).step_by(T::LANES) {
                    for (lane, sum) in sums.iter_mut().enumerate().take(T::LANES) {
                        *sum += term(at + lane);
                    }
                }
            } else {
                for at in (from..from + length).step_by(T::LANES) {
                    for (lane, sum) in sums.iter_mut().enumerate().take(lanes) {
                        *sum += term(at + lane);
                    }
                }
            }
            if self.places > 1 {
                total += sums.iter().map(|sum| sum.to_f64()).sum::<f64>();
                sums = [T::ZERO; MOST_LANES];
            }
        }
        total + sums.iter().map(|sum| sum.to_f64()).sum::<f64>()
    }

    /// Where a channel's lines begin in each step of each block, with the lanes that are samples there, and how many values they hold.
    #[inline(always)]
    fn runs<T: Number>(self, channel: usize) -> (impl Iterator<Item = (usize, usize)>, usize) {
        let Self { count, steps, places, samples } = self;
        let (run, step) = (places * T::LANES, count * places * T::LANES);
        let of_block = move |block: usize| {
            let lanes = T::LANES.min(samples - block * T::LANES);
            (block * steps..(block + 1) * steps).map(move |at| (at * step + channel * run, lanes))
        };
        ((0..samples.div_ceil(T::LANES)).flat_map(of_block), run)
    }
}

/// `y = w (x - m) / sqrt(v + eps) + b` with the mean and the variance of every value over the `samples` samples in the blocks, which
/// go into `mean` and `variance`.
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "what a normalisation has")]
pub fn train<S: Simd, T: Number>(
    simd: S,
    samples: usize,
    steps: usize,
    eps: f64,
    w: &[T],
    b: &[T],
    x: &[T],
    y: &mut [T],
    mean: &mut [T],
    variance: &mut [T],
) {
    let channels = Channels::of(w.len(), samples, steps, x);
    for channel in 0..w.len() {
        let middle = T::from_f64(channels.sum(channel, |i| x[i]) / channels.values());
        let square = channels.sum(channel, |i| (x[i] - middle) * (x[i] - middle)) / channels.values();
        (mean[channel], variance[channel]) = (middle, T::from_f64(square));
    }
    evaluate(simd, channels.places, eps, w, b, mean, variance, x, y);
}

/// `w / sqrt(v + eps)`
#[inline(always)]
fn factor<T: Number>(w: T, variance: T, eps: f64) -> T {
    w / (variance + T::from_f64(eps)).scalar_sqrt()
}

/// `y = w (x - m) / sqrt(v + eps) + b` for blocks, with given means and variances.
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "what a normalisation has")]
pub fn evaluate<S: Simd, T: Number>(
    _: S,
    places: usize,
    eps: f64,
    w: &[T],
    b: &[T],
    mean: &[T],
    variance: &[T],
    x: &[T],
    y: &mut [T],
) {
    let block = places * w.len() * T::LANES;
    for channel in 0..w.len() {
        let (factor, mean, shift) = (factor(w[channel], variance[channel], eps), mean[channel], b[channel]);
        for at in (channel * places * T::LANES..x.len()).step_by(block.max(1)) {
            let range = at..at + places * T::LANES;
            for (x, y) in x[range.clone()].chunks_exact(T::LANES).zip(y[range].chunks_exact_mut(T::LANES)) {
                for lane in 0..T::LANES {
                    y[lane] = (x[lane] - mean) * factor + shift;
                }
            }
        }
    }
}

/// [`evaluate`] for one sample.
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "what a normalisation has")]
pub fn sample<S: Simd, T: Number>(
    simd: S,
    eps: f64,
    w: &[T],
    b: &[T],
    mean: &[T],
    variance: &[T],
    x: &[T],
    y: &mut [T],
) {
    let places = x.len() / w.len().max(1);
    if places > 1 {
        for (channel, (x, y)) in x.chunks_exact(places).zip(y.chunks_exact_mut(places)).enumerate() {
            let (factor, mean, shift) = (factor(w[channel], variance[channel], eps), mean[channel], b[channel]);
            for (x, y) in x.iter().zip(y) {
                *y = (*x - mean) * factor + shift;
            }
        }
        return;
    }
    let len = T::Native::<S>::LEN;
    let eps = T::Native::<S>::splat(simd, T::from_f64(eps));
    for (part, y) in y.chunks_mut(len).enumerate() {
        let load = |values: &[T]| -> T::Native<S> {
            let values = &values[part * len..][..y.len()];
            if values.len() == len { T::Native::<S>::from_slice(simd, values) } else { load_part(simd, values, T::ONE) }
        };
        let factor = load(w) / (load(variance) + eps).sqrt();
        let value = (load(x) - load(mean)) * factor + load(b);
        if y.len() == len { value.store_slice(y) } else { store_part::<S, T, _>(value, y) }
    }
}

/// The derivatives of [`train`]: adds to `dw` and `db`, writes `dx`, zero behind the last sample.
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "what a normalisation has")]
pub fn backward<S: Simd, T: Number>(
    _: S,
    samples: usize,
    steps: usize,
    eps: f64,
    w: &[T],
    mean: &[T],
    variance: &[T],
    x: &[T],
    dy: &[T],
    mut dx: Option<&mut [T]>,
    dw: &mut [T],
    db: &mut [T],
) {
    let channels = Channels::of(w.len(), samples, steps, x);
    let count = channels.values();
    for channel in 0..w.len() {
        let (mean, inverse) = (mean[channel], factor(T::ONE, variance[channel], eps));
        let normal = |i: usize| (x[i] - mean) * inverse;
        let level = channels.sum(channel, |i| dy[i]);
        let along = channels.sum(channel, |i| dy[i] * normal(i));
        dw[channel] += T::from_f64(along);
        db[channel] += T::from_f64(level);
        let Some(dx) = &mut dx else { continue };
        let (level, along, factor) = (T::from_f64(level / count), T::from_f64(along / count), w[channel] * inverse);
        let (runs, length) = channels.runs::<T>(channel);
        for (at, real) in runs {
            for at in (at..at + length).step_by(T::LANES) {
                for i in at..at + T::LANES {
                    dx[i] = factor * (dy[i] - level - normal(i) * along);
                }
                dx[at + real..at + T::LANES].fill(T::ZERO);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::levels;
    use crate::reference;
    use crate::testing::Rng;
    use std::vec;
    use std::vec::Vec;

    /// Sums over fifty samples, in `f32` and in another order.
    const F32: f64 = 1e-4;
    /// The same in `f64`.
    const F64: f64 = 1e-12;

    fn random<T: BatchNormKernels>(rng: &mut Rng, len: usize) -> Vec<T> {
        (0..len).map(|_| T::from_f64(rng.normal() + 0.5)).collect()
    }

    #[track_caller]
    fn close<T: BatchNormKernels>(found: &[T], expected: &[f64]) {
        let tolerance = if size_of::<T>() == 4 { F32 } else { F64 };
        assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(expected) {
            assert!((found.to_f64() - expected).abs() < tolerance * expected.abs().max(1.0), "{found} {expected}");
        }
    }

    fn wide<T: BatchNormKernels>(values: &[T]) -> Vec<f64> {
        values.iter().map(|value| value.to_f64()).collect()
    }

    /// One value over the samples is, to normalise, what the values of one sample are to a layer norm with equal weights.
    fn check<T: BatchNormKernels>() {
        let mut rng = Rng::new(1);
        for level in levels() {
            for (values, steps, places, samples) in [
                (1_usize, 1_usize, 1_usize, 2_usize),
                (3, 1, 1, 8),
                (5, 1, 1, 16),
                (17, 1, 1, 17),
                (16, 1, 1, 50),
                (3, 1, 4, 8),
                (2, 1, 9, 21),
                (1, 1, 6, 2),
                (3, 4, 1, 8),
                (5, 7, 1, 21),
                (1, 3, 1, 2),
            ] {
                let (w, b) = (random::<T>(&mut rng, values), random::<T>(&mut rng, values));
                let lanes = samples.div_ceil(T::LANES) * steps * values * places * T::LANES;
                let (x, dy) = (random::<T>(&mut rng, lanes), random::<T>(&mut rng, lanes));
                let (mut y, mut dx, mut again) = (x.clone(), x.clone(), x.clone());
                let (mut mean, mut variance) = (w.clone(), w.clone());
                let (mut dw, mut db) = (vec![T::ZERO; values], vec![T::ZERO; values]);
                T::batch_norm(level, samples, steps, 1e-5, &w, &b, &x, &mut y, &mut mean, &mut variance);
                T::batch_norm_backward(
                    level,
                    samples,
                    steps,
                    1e-5,
                    &w,
                    &mean,
                    &variance,
                    &x,
                    &dy,
                    Some(&mut dx),
                    &mut dw,
                    &mut db,
                );
                T::batch_norm_evaluate(level, places, 1e-5, &w, &b, &mean, &variance, &x, &mut again);
                // A channel has its places one behind the other, or one in each step.
                let spots = steps * places;
                let at = |sample: usize, value: usize, spot: usize| {
                    let (step, place) = (spot / places, spot % places);
                    let block = sample / T::LANES * steps + step;
                    ((block * values + value) * places + place) * T::LANES + sample % T::LANES
                };
                for value in 0..values {
                    let of = |from: &[T]| {
                        (0..samples * spots).map(|i| from[at(i / spots, value, i % spots)]).collect::<Vec<T>>()
                    };
                    let count = samples * spots;
                    let (w, b) = (vec![w[value].to_f64(); count], vec![b[value].to_f64(); count]);
                    let (x, dy) = (wide(&of(&x)), wide(&of(&dy)));
                    let (expected, slopes) = reference::layer_norm(true, 1e-5, &w, &b, &x, &dy);
                    close(&of(&y), &expected);
                    close(&of(&again), &expected);
                    close(&of(&dx), &slopes);
                    let along = expected.iter().zip(&dy).map(|(y, dy)| (y - b[0]) / w[0] * dy).sum::<f64>();
                    close(&[dw[value], db[value]], &[along, dy.iter().sum()]);
                }
                let all = || (0..values).flat_map(|value| (0..spots).map(move |spot| (value, spot)));
                for sample in samples..samples.next_multiple_of(T::LANES) {
                    assert!(all().all(|(value, spot)| dx[at(sample, value, spot)] == T::ZERO));
                }
                for step in 0..steps {
                    let all = || all().filter(move |(_, spot)| spot / places == step);
                    let own: Vec<T> = all().map(|(value, spot)| x[at(1, value, spot)]).collect();
                    let mut alone = own.clone();
                    T::batch_norm_sample(level, 1e-5, &w, &b, &mean, &variance, &own, &mut alone);
                    close(&alone, &all().map(|(value, spot)| again[at(1, value, spot)].to_f64()).collect::<Vec<_>>());
                }
            }
        }
    }

    #[test]
    fn batch_norm_is_its_formula() {
        check::<f32>();
        check::<f64>();
    }
}
