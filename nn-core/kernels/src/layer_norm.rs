//! Normalisation over the values of a sample: across the values of one sample, or for a block in every lane at once.
//!
//! What is kept for backward is `1 / sqrt(v + eps)`, and behind it the mean where that is taken off.

use fearless_simd::{Level, Simd, SimdBase, SimdFloat};

use super::math::VectorMath;
use crate::number::Number;

kernels! {
    /// Normalisation over the values of a sample.
    trait LayerNormKernels

    /// `y = w (x - m) / sqrt(v + eps) + b` over the values of one sample; what backward wants goes into `kept`, which may be empty.
    fn layer_norm(level: Level, norm: Norm, w: &[Self], b: &[Self], x: &[Self], y: &mut [Self], kept: &mut [Self]) {
        dispatch!(plain Self: level, simd => sample::<_, Self>(simd, norm, w, b, x, y, kept));
    }

    /// The derivatives of [`layer_norm`](Self::layer_norm): adds to `dw` and `db` (which is empty if the mean is not taken off), writes `dx`.
    fn layer_norm_backward(
        level: Level, w: &[Self], x: &[Self], kept: &[Self], dy: &[Self], dx: Option<&mut [Self]>, dw: &mut [Self],
        db: &mut [Self],
    ) {
        dispatch!(plain Self: level, simd => sample_backward::<_, Self>(simd, w, x, kept, dy, dx, dw, db));
    }

    /// [`layer_norm`](Self::layer_norm) for blocks.
    fn layer_norm_blocks(
        level: Level, norm: Norm, w: &[Self], b: &[Self], x: &[Self], y: &mut [Self], kept: &mut [Self],
    ) {
        dispatch!(plain Self: level, simd => blocks::<_, Self>(simd, norm, w, b, x, y, kept));
    }

    /// The derivatives of [`layer_norm_blocks`](Self::layer_norm_blocks).
    fn layer_norm_blocks_backward(
        level: Level, w: &[Self], x: &[Self], kept: &[Self], dy: &[Self], dx: Option<&mut [Self]>, dw: &mut [Self],
        db: &mut [Self],
    ) {
        dispatch!(plain Self: level, simd => blocks_backward::<_, Self>(simd, w, x, kept, dy, dx, dw, db));
    }
}

/// How values are normalised: by their deviation from the mean, or by their size as they are.
#[derive(Clone, Copy, Debug)]
pub struct Norm {
    /// Whether the mean is taken off.
    pub centered: bool,
    /// What is added to the variance, or to the mean square.
    pub eps: f64,
}

impl Norm {
    /// How many numbers a sample keeps for backward.
    #[must_use]
    pub const fn kept(centered: bool) -> usize {
        if centered { 2 } else { 1 }
    }
}

/// The partial sums of one sample: enough that no addition waits for the one before it.
const SUMS: usize = 16;

/// `Σ term(i)` over `0..count` in double precision, in an order that `count` alone decides.
#[inline(always)]
fn sum(count: usize, term: impl Fn(usize) -> f64) -> f64 {
    let mut sums = [0.0; SUMS];
    for start in (0..count / SUMS * SUMS).step_by(SUMS) {
        for (i, sum) in sums.iter_mut().enumerate() {
            *sum += term(start + i);
        }
    }
    for i in count / SUMS * SUMS..count {
        sums[i % SUMS] += term(i);
    }
    sums.iter().sum()
}

/// `y = w (x - m) / sqrt(v + eps) + b` with the mean `m` and the variance `v` of `x`, or with `m = 0` and its mean square; `b` may be
/// empty, and so may `kept`.
#[inline(always)]
pub fn sample<S: Simd, T: Number>(_: S, norm: Norm, w: &[T], b: &[T], x: &[T], y: &mut [T], kept: &mut [T]) {
    let count = x.len() as f64;
    let mean = if norm.centered { sum(x.len(), |i| x[i].to_f64()) / count } else { 0.0 };
    let variance = sum(x.len(), |i| (x[i].to_f64() - mean) * (x[i].to_f64() - mean)) / count;
    let inverse = T::from_f64(1.0 / (variance + norm.eps).scalar_sqrt());
    let mean = T::from_f64(mean);
    for i in 0..y.len() {
        y[i] = (x[i] - mean) * inverse * w[i];
    }
    for (y, &b) in y.iter_mut().zip(b) {
        *y += b;
    }
    for (kept, value) in kept.iter_mut().zip([inverse, mean]) {
        *kept = value;
    }
}

/// The derivatives of [`sample`]: adds to `dw` and `db` (which may be empty), writes `dx`.
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "what a normalisation has")]
pub fn sample_backward<S: Simd, T: Number>(
    _: S,
    w: &[T],
    x: &[T],
    kept: &[T],
    dy: &[T],
    dx: Option<&mut [T]>,
    dw: &mut [T],
    db: &mut [T],
) {
    let (inverse, mean) = (kept[0], kept.get(1).copied().unwrap_or(T::ZERO));
    for i in 0..dw.len() {
        dw[i] += dy[i] * (x[i] - mean) * inverse;
    }
    for (db, &dy) in db.iter_mut().zip(dy) {
        *db += dy;
    }
    let Some(dx) = dx else { return };
    let count = x.len() as f64;
    let pulled = |i: usize| (dy[i] * w[i]).to_f64();
    let along = sum(x.len(), |i| pulled(i) * ((x[i] - mean) * inverse).to_f64()) / count;
    let level = if kept.len() > 1 { sum(x.len(), pulled) / count } else { 0.0 };
    let (along, level) = (T::from_f64(along), T::from_f64(level));
    for i in 0..dx.len() {
        dx[i] = inverse * (dy[i] * w[i] - level - (x[i] - mean) * inverse * along);
    }
}

/// [`sample`] for every lane of blocks.
#[inline(always)]
pub fn blocks<S: Simd, T: Number>(simd: S, norm: Norm, w: &[T], b: &[T], x: &[T], y: &mut [T], kept: &mut [T]) {
    let len = T::Native::<S>::LEN;
    let size = (w.len() * T::LANES).max(1);
    let keeps = if kept.is_empty() { 0 } else { Norm::kept(norm.centered) * T::LANES };
    let part = T::from_f64(1.0 / w.len() as f64);
    let splat = |value: T| T::Native::<S>::splat(simd, value);
    for (block, (x, y)) in x.chunks_exact(size).zip(y.chunks_exact_mut(size)).enumerate() {
        let kept = &mut kept[block * keeps..][..keeps];
        let mut lane = 0;
        while lane < T::LANES {
            let load = |at: usize| T::Native::<S>::from_slice(simd, &x[at * T::LANES + lane..][..len]);
            let mut mean = splat(T::ZERO);
            if norm.centered {
                for i in 0..w.len() {
                    mean += load(i);
                }
                mean *= part;
            }
            let mut square = splat(T::ZERO);
            for i in 0..w.len() {
                let distance = load(i) - mean;
                square = distance.mul_add(distance, square);
            }
            let inverse = splat(T::ONE) / (square * part + splat(T::from_f64(norm.eps))).sqrt();
            for i in 0..w.len() {
                let shift = splat(b.get(i).copied().unwrap_or(T::ZERO));
                let value = ((load(i) - mean) * inverse).mul_add(splat(w[i]), shift);
                value.store_slice(&mut y[i * T::LANES + lane..][..len]);
            }
            for (kept, value) in kept.chunks_exact_mut(T::LANES).zip([inverse, mean]) {
                value.store_slice(&mut kept[lane..lane + len]);
            }
            lane += len;
        }
    }
}

/// [`sample_backward`] for every lane of blocks, with the parameters' gradients summed over the samples, block by block.
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "what a normalisation has")]
pub fn blocks_backward<S: Simd, T: Number>(
    simd: S,
    w: &[T],
    x: &[T],
    kept: &[T],
    dy: &[T],
    mut dx: Option<&mut [T]>,
    dw: &mut [T],
    db: &mut [T],
) {
    let len = T::Native::<S>::LEN;
    let size = (w.len() * T::LANES).max(1);
    let keeps = if db.is_empty() { T::LANES } else { 2 * T::LANES };
    let part = T::from_f64(1.0 / w.len() as f64);
    let splat = |value: T| T::Native::<S>::splat(simd, value);
    for (block, (x, dy)) in x.chunks_exact(size).zip(dy.chunks_exact(size)).enumerate() {
        let kept = &kept[block * keeps..][..keeps];
        let mut lane = 0;
        while lane < T::LANES {
            let load = |values: &[T], i: usize| T::Native::<S>::from_slice(simd, &values[i * T::LANES + lane..][..len]);
            let inverse = load(kept, 0);
            let mean = if db.is_empty() { splat(T::ZERO) } else { load(kept, 1) };
            let (mut level, mut along) = (splat(T::ZERO), splat(T::ZERO));
            for i in 0..w.len() {
                let (slope, normal) = (load(dy, i), (load(x, i) - mean) * inverse);
                let pulled = slope * splat(w[i]);
                level += pulled;
                along = pulled.mul_add(normal, along);
                dw[i] += (slope * normal).reduce_sum();
                if let Some(db) = db.get_mut(i) {
                    *db += slope.reduce_sum();
                }
            }
            let (level, along) = (if db.is_empty() { splat(T::ZERO) } else { level * part }, along * part);
            if let Some(dx) = &mut dx {
                let dx = &mut dx[block * size..][..size];
                for i in 0..w.len() {
                    let (pulled, normal) = (load(dy, i) * splat(w[i]), (load(x, i) - mean) * inverse);
                    let value = inverse * (pulled - level - normal * along);
                    value.store_slice(&mut dx[i * T::LANES + lane..][..len]);
                }
            }
            lane += len;
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

    /// Sums over a hundred values and three blocks, in `f32` and in another order.
    const F32: f64 = 1e-4;
    /// The same in `f64`.
    const F64: f64 = 1e-12;

    fn random<T: LayerNormKernels>(rng: &mut Rng, len: usize) -> Vec<T> {
        (0..len).map(|_| T::from_f64(rng.normal() + 0.5)).collect()
    }

    #[track_caller]
    fn close<T: LayerNormKernels>(found: &[T], expected: &[f64]) {
        let tolerance = if size_of::<T>() == 4 { F32 } else { F64 };
        assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(expected) {
            assert!((found.to_f64() - expected).abs() < tolerance * expected.abs().max(1.0), "{found} {expected}");
        }
    }

    fn wide<T: LayerNormKernels>(values: &[T]) -> Vec<f64> {
        values.iter().map(|value| value.to_f64()).collect()
    }

    fn check<T: LayerNormKernels>(centered: bool) {
        let mut rng = Rng::new(1);
        let norm = Norm { centered, eps: 1e-5 };
        for level in levels() {
            for values in [1, 2, 15, 16, 17, 100] {
                let (w, bias) = (random::<T>(&mut rng, values), random::<T>(&mut rng, values));
                let b = if centered { &bias[..] } else { &[] };
                let lanes = 3 * values * T::LANES;
                // Neighbours differ by a half at least: the slope of values that hardly differ is mostly rounding.
                let place = |i: usize| (i / T::LANES % values % 5) as f64;
                let x: Vec<T> = (0..lanes).map(|i| T::from_f64(place(i) + 0.5 * rng.uniform())).collect();
                let dy = random::<T>(&mut rng, lanes);
                let (mut y, mut dx) = (vec![T::ZERO; lanes], vec![T::ZERO; lanes]);
                let mut kept = vec![T::ZERO; 3 * T::LANES * Norm::kept(centered)];
                let (mut dw, mut db) = (vec![T::ONE; values], vec![T::ONE; b.len()]);
                T::layer_norm_blocks(level, norm, &w, b, &x, &mut y, &mut kept);
                T::layer_norm_blocks_backward(level, &w, &x, &kept, &dy, Some(&mut dx), &mut dw, &mut db);
                let (mut own_dw, mut own_db) = (vec![T::ONE; values], vec![T::ONE; b.len()]);
                for sample in 0..3 * T::LANES {
                    let at = |i: usize| (sample / T::LANES * values + i) * T::LANES + sample % T::LANES;
                    let of = |from: &[T]| (0..values).map(|i| from[at(i)]).collect::<Vec<T>>();
                    let (x, dy) = (of(&x), of(&dy));
                    let (mut own_y, mut own_dx) = (x.clone(), x.clone());
                    let mut kept = vec![T::ZERO; Norm::kept(centered)];
                    T::layer_norm(level, norm, &w, b, &x, &mut own_y, &mut kept);
                    T::layer_norm_backward(level, &w, &x, &kept, &dy, Some(&mut own_dx), &mut own_dw, &mut own_db);
                    let (expected, slopes) =
                        reference::layer_norm(centered, 1e-5, &wide(&w), &wide(b), &wide(&x), &wide(&dy));
                    close(&own_y, &expected);
                    close(&of(&y), &expected);
                    close(&own_dx, &slopes);
                    close(&of(&dx), &slopes);
                }
                close(&dw, &wide(&own_dw));
                close(&db, &wide(&own_db));
            }
        }
    }

    #[test]
    fn layer_norm_is_its_formula() {
        check::<f32>(true);
        check::<f64>(true);
    }

    #[test]
    fn rms_norm_is_its_formula() {
        check::<f32>(false);
        check::<f64>(false);
    }
}
