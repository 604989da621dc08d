//! Normalisation over the values of a sample: across the values of one sample, or for a block in every lane at once.
//!
//! What is kept for backward is `2 / sqrt(v + eps)`, and behind it half of the mean where that is taken off: of two numbers that a
//! scalar holds, the halves have a difference that it holds too.
//!
//! Statistics of blocks are sums in the scalar itself. Where a square overflows or vanishes, those lanes take theirs from the double
//! precision sums of one sample, so that both give the same at every magnitude.

use fearless_simd::{Level, Simd, SimdBase, SimdFloat, SimdMask};

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

/// From here on values are scaled before they are squared, by [`SMALLER`]: only those of an `f64` come so far.
const LARGE: f64 = 1e140;
/// 2^-540: the largest `f64`, times this, is 5e145.
const SMALLER: f64 = f64::from_bits((1023 - 540) << 52);

/// `2 / sqrt(v + eps)`, `m / 2`, and the variance of `scale x`.
#[inline(always)]
fn scaled<T: Number>(norm: Norm, count: usize, x: impl Fn(usize) -> T, scale: f64) -> ([T; 2], f64) {
    let x = |i| x(i).to_f64() * scale;
    let mean = if norm.centered { sum(count, x) / count as f64 } else { 0.0 };
    let variance = sum(count, |i| (x(i) - mean) * (x(i) - mean)) / count as f64;
    let inverse = 2.0 * scale / (variance + norm.eps * scale * scale).scalar_sqrt();
    ([T::from_f64(inverse), T::from_f64(mean / 2.0 / scale)], variance)
}

/// `2 / sqrt(v + eps)` and `m / 2` of the values `x(0)`, `x(1)`, ..: see [`sample`].
#[inline(always)]
fn statistics<T: Number>(norm: Norm, count: usize, x: impl Fn(usize) -> T) -> [T; 2] {
    let mut scale = 1.0;
    loop {
        let (kept, variance) = scaled(norm, count, &x, scale);
        // A variance that is not a number comes from a value that is none, or from sums of values beyond `LARGE`. No `f32` is beyond, so that
        // nothing is asked of its values.
        if const { size_of::<T>() == size_of::<f32>() } || scale < 1.0 || variance <= LARGE * LARGE {
            return kept;
        }
        scale = SMALLER;
    }
}

/// [`statistics`] of the lanes of a block from `first` on.
#[cold]
#[inline(never)]
fn of_lanes<T: Number>(norm: Norm, count: usize, x: &[T], first: usize, inverse: &mut [T], middle: &mut [T]) {
    for (i, (inverse, middle)) in inverse.iter_mut().zip(middle).enumerate() {
        [*inverse, *middle] = statistics(norm, count, |value| x[value * T::LANES + first + i]);
    }
}

/// `y = w (x - m) / sqrt(v + eps) + b` with the mean `m` and the variance `v` of `x`, or with `m = 0` and its mean square; `b` may be
/// empty, and so may `kept`.
#[inline(always)]
pub fn sample<S: Simd, T: Number>(_: S, norm: Norm, w: &[T], b: &[T], x: &[T], y: &mut [T], kept: &mut [T]) {
    let half = T::from_f64(0.5);
    let [inverse, middle] = statistics(norm, x.len(), |i| x[i]);
    for i in 0..y.len() {
        y[i] = (x[i] * half - middle) * inverse * w[i];
    }
    for (y, &b) in y.iter_mut().zip(b) {
        *y += b;
    }
    for (kept, value) in kept.iter_mut().zip([inverse, middle]) {
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
    let (inverse, middle) = (kept[0], kept.get(1).copied().unwrap_or(T::ZERO));
    for i in 0..dw.len() {
        dw[i] += dy[i] * normal(x[i], middle, inverse);
    }
    for (db, &dy) in db.iter_mut().zip(dy) {
        *db += dy;
    }
    let Some(dx) = dx else { return };
    let count = x.len() as f64;
    let along = sum(
        x.len(),
        #[inline(always)]
        |i| (dy[i] * w[i]).to_f64() * normal(x[i], middle, inverse).to_f64(),
    );
    let level = if kept.len() > 1 {
        sum(
            x.len(),
            #[inline(always)]
            |i| (dy[i] * w[i]).to_f64(),
        )
    } else {
        0.0
    };
    let (along, level) = (T::from_f64(along / count), T::from_f64(level / count));
    for i in 0..dx.len() {
        let slope = dy[i] * w[i] - level - normal(x[i], middle, inverse) * along;
        dx[i] = inverse * T::from_f64(0.5) * slope;
    }
}

/// A value as it is normalised: of the mean only a half is kept, and of the inverse deviation the double.
#[inline(always)]
fn normal<T: Number>(x: T, middle: T, inverse: T) -> T {
    (x * T::from_f64(0.5) - middle) * inverse
}

/// How far above the smallest normal number a variance is, so that squares below that do not count: 2^40.
const LEAST: f64 = 1_099_511_627_776.0;

/// [`sample`] for every lane of blocks.
#[inline(always)]
pub fn blocks<S: Simd, T: Number>(simd: S, norm: Norm, w: &[T], b: &[T], x: &[T], y: &mut [T], kept: &mut [T]) {
    let len = T::Native::<S>::LEN;
    let size = (w.len() * T::LANES).max(1);
    let keeps = if kept.is_empty() { 0 } else { Norm::kept(norm.centered) * T::LANES };
    let part = T::from_f64(1.0 / w.len() as f64);
    let splat = |value: T| T::Native::<S>::splat(simd, value);
    let half = splat(T::from_f64(0.5));
    // Between these a sum of squares is neither infinite nor made of squares that lost digits.
    let (lowest, highest) = (splat(T::MIN_POSITIVE * T::from_f64(LEAST)), splat(T::ONE / T::MIN_POSITIVE));
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
            let variance = square * part + splat(T::from_f64(norm.eps));
            let mut inverse = splat(T::from_f64(2.0)) / variance.sqrt();
            let mut middle = mean * half;
            if !(variance.simd_ge(lowest) & variance.simd_le(highest)).all_true() {
                of_lanes(norm, w.len(), x, lane, inverse.as_mut_slice(), middle.as_mut_slice());
            }
            for i in 0..w.len() {
                let shift = splat(b.get(i).copied().unwrap_or(T::ZERO));
                let value = (load(i).mul_sub(half, middle) * inverse).mul_add(splat(w[i]), shift);
                value.store_slice(&mut y[i * T::LANES + lane..][..len]);
            }
            for (kept, value) in kept.chunks_exact_mut(T::LANES).zip([inverse, middle]) {
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
    let half = splat(T::from_f64(0.5));
    for (block, (x, dy)) in x.chunks_exact(size).zip(dy.chunks_exact(size)).enumerate() {
        let kept = &kept[block * keeps..][..keeps];
        let mut lane = 0;
        while lane < T::LANES {
            let load = |values: &[T], i: usize| T::Native::<S>::from_slice(simd, &values[i * T::LANES + lane..][..len]);
            let inverse = load(kept, 0);
            let middle = if db.is_empty() { splat(T::ZERO) } else { load(kept, 1) };
            let normal = |i: usize| load(x, i).mul_sub(half, middle) * inverse;
            let (mut level, mut along) = (splat(T::ZERO), splat(T::ZERO));
            for i in 0..w.len() {
                let (slope, normal) = (load(dy, i), normal(i));
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
                    let (pulled, normal) = (load(dy, i) * splat(w[i]), normal(i));
                    let value = inverse * half * (pulled - level - normal * along);
                    value.store_slice(&mut dx[i * T::LANES + lane..][..len]);
                }
            }
            lane += len;
        }
    }
}

#[cfg(test)]
mod tests;
