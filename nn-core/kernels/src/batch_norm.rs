//! Normalisation over the samples of a batch, value by value.
//!
//! A value of all samples is one cache line in each block, `values` lines apart. Sums run lane by lane and then over the lanes in
//! double precision, so that the instruction set does not decide their order.

use fearless_simd::{Level, Simd, SimdBase, SimdFloat};

use super::part::{load_part, store_part};
use crate::number::{MOST_LANES, Number};

kernels! {
    /// Normalisation over the samples of a batch.
    trait BatchNormKernels

    /// `y = w (x - m) / sqrt(v + eps) + b` with the mean and the variance of each value over the samples in the blocks.
    fn batch_norm(
        level: Level, samples: usize, eps: f64, w: &[Self], b: &[Self], x: &[Self], y: &mut [Self], mean: &mut [Self],
        variance: &mut [Self],
    ) {
        dispatch!(plain Self: level, simd => train::<_, Self>(simd, samples, eps, w, b, x, y, mean, variance));
    }

    /// The derivatives of [`batch_norm`](Self::batch_norm): adds to `dw` and `db`, writes `dx`.
    fn batch_norm_backward(
        level: Level, samples: usize, eps: f64, w: &[Self], mean: &[Self], variance: &[Self], x: &[Self], dy: &[Self],
        dx: Option<&mut [Self]>, dw: &mut [Self], db: &mut [Self],
    ) {
        dispatch!(plain Self: level, simd =>
            backward::<_, Self>(simd, samples, eps, w, mean, variance, x, dy, dx, dw, db)
        );
    }

    /// [`batch_norm`](Self::batch_norm) with given means and variances.
    fn batch_norm_evaluate(
        level: Level, eps: f64, w: &[Self], b: &[Self], mean: &[Self], variance: &[Self], x: &[Self], y: &mut [Self],
    ) {
        dispatch!(plain Self: level, simd => evaluate::<_, Self>(simd, eps, w, b, mean, variance, x, y));
    }

    /// The same for one sample.
    fn batch_norm_sample(
        level: Level, eps: f64, w: &[Self], b: &[Self], mean: &[Self], variance: &[Self], x: &[Self], y: &mut [Self],
    ) {
        dispatch!(plain Self: level, simd => sample::<_, Self>(simd, eps, w, b, mean, variance, x, y));
    }
}

/// `Σ term(i)` over the places in `x` of one value of the samples; `i` is a place in the blocks.
#[inline(always)]
fn sum<T: Number>(values: usize, value: usize, samples: usize, term: impl Fn(usize) -> T) -> f64 {
    let mut sums = [T::ZERO; MOST_LANES];
    let (whole, rest) = (samples / T::LANES, samples % T::LANES);
    let line = |block: usize| (block * values + value) * T::LANES;
    for block in 0..whole {
        let at = line(block);
        for (lane, sum) in sums.iter_mut().enumerate().take(T::LANES) {
            *sum += term(at + lane);
        }
    }
    for (lane, sum) in sums.iter_mut().enumerate().take(rest) {
        *sum += term(line(whole) + lane);
    }
    sums.iter().map(|sum| sum.to_f64()).sum()
}

/// `y = w (x - m) / sqrt(v + eps) + b` with the mean and the variance of every value over the `samples` samples in the blocks, which
/// go into `mean` and `variance`.
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "what a normalisation has")]
pub fn train<S: Simd, T: Number>(
    simd: S,
    samples: usize,
    eps: f64,
    w: &[T],
    b: &[T],
    x: &[T],
    y: &mut [T],
    mean: &mut [T],
    variance: &mut [T],
) {
    let (values, count) = (w.len(), samples as f64);
    for value in 0..values {
        let middle = T::from_f64(sum(values, value, samples, |i| x[i]) / count);
        let square = sum(values, value, samples, |i| (x[i] - middle) * (x[i] - middle)) / count;
        (mean[value], variance[value]) = (middle, T::from_f64(square));
    }
    evaluate(simd, eps, w, b, mean, variance, x, y);
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
    eps: f64,
    w: &[T],
    b: &[T],
    mean: &[T],
    variance: &[T],
    x: &[T],
    y: &mut [T],
) {
    let size = (w.len() * T::LANES).max(1);
    for value in 0..w.len() {
        let (factor, mean, shift) = (factor(w[value], variance[value], eps), mean[value], b[value]);
        for at in (value * T::LANES..x.len()).step_by(size) {
            let (x, y) = (&x[at..at + T::LANES], &mut y[at..at + T::LANES]);
            for lane in 0..T::LANES {
                y[lane] = (x[lane] - mean) * factor + shift;
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
    let (values, count) = (w.len(), samples as f64);
    for value in 0..values {
        let (mean, inverse) = (mean[value], factor(T::ONE, variance[value], eps));
        let normal = |i: usize| (x[i] - mean) * inverse;
        let level = sum(values, value, samples, |i| dy[i]);
        let along = sum(values, value, samples, |i| dy[i] * normal(i));
        dw[value] += T::from_f64(along);
        db[value] += T::from_f64(level);
        let Some(dx) = &mut dx else { continue };
        let (level, along, factor) = (T::from_f64(level / count), T::from_f64(along / count), w[value] * inverse);
        for (block, at) in (value * T::LANES..x.len()).step_by(values * T::LANES).enumerate() {
            for i in at..at + T::LANES {
                dx[i] = factor * (dy[i] - level - normal(i) * along);
            }
            let real = samples.saturating_sub(block * T::LANES).min(T::LANES);
            dx[at + real..at + T::LANES].fill(T::ZERO);
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
            for (values, samples) in [(1_usize, 2_usize), (3, 8), (5, 16), (17, 17), (16, 50)] {
                let (w, b) = (random::<T>(&mut rng, values), random::<T>(&mut rng, values));
                let lanes = samples.div_ceil(T::LANES) * values * T::LANES;
                let (x, dy) = (random::<T>(&mut rng, lanes), random::<T>(&mut rng, lanes));
                let (mut y, mut dx, mut again) = (x.clone(), x.clone(), x.clone());
                let (mut mean, mut variance) = (w.clone(), w.clone());
                let (mut dw, mut db) = (vec![T::ZERO; values], vec![T::ZERO; values]);
                T::batch_norm(level, samples, 1e-5, &w, &b, &x, &mut y, &mut mean, &mut variance);
                T::batch_norm_backward(
                    level,
                    samples,
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
                T::batch_norm_evaluate(level, 1e-5, &w, &b, &mean, &variance, &x, &mut again);
                let at =
                    |sample: usize, value: usize| (sample / T::LANES * values + value) * T::LANES + sample % T::LANES;
                for value in 0..values {
                    let of = |from: &[T]| (0..samples).map(|i| from[at(i, value)]).collect::<Vec<T>>();
                    let (w, b) = (vec![w[value].to_f64(); samples], vec![b[value].to_f64(); samples]);
                    let (x, dy) = (wide(&of(&x)), wide(&of(&dy)));
                    let (expected, slopes) = reference::layer_norm(true, 1e-5, &w, &b, &x, &dy);
                    close(&of(&y), &expected);
                    close(&of(&again), &expected);
                    close(&of(&dx), &slopes);
                    let along = expected.iter().zip(&dy).map(|(y, dy)| (y - b[0]) / w[0] * dy).sum::<f64>();
                    close(&[dw[value], db[value]], &[along, dy.iter().sum()]);
                }
                for sample in samples..lanes / values {
                    assert!((0..values).all(|value| dx[at(sample, value)] == T::ZERO));
                }
                let own: Vec<T> = (0..values).map(|value| x[at(1, value)]).collect();
                let mut alone = own.clone();
                T::batch_norm_sample(level, 1e-5, &w, &b, &mean, &variance, &own, &mut alone);
                close(&alone, &(0..values).map(|value| again[at(1, value)].to_f64()).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn batch_norm_is_its_formula() {
        check::<f32>();
        check::<f64>();
    }
}
