//! Losses of whole blocks, whose lanes are samples.

use fearless_simd::{Simd, SimdBase};

use crate::scalar::Scalar;

/// What one output and its target come to, in losses that are a mean of that over the outputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `(y - t)²`
    Squared,
    /// `-t ln p - (1 - t) ln(1 - p)` with `p = sigmoid(y)`, as `max(y, 0) - y t + softplus(-|y|)`.
    Binary,
}

impl Comparison {
    /// The loss and its derivative with respect to the output.
    #[inline(always)]
    pub fn terms<S: Simd, T: Scalar>(
        self,
        simd: S,
        y: T::Native<S>,
        target: T::Native<S>,
    ) -> (T::Native<S>, T::Native<S>) {
        match self {
            Self::Squared => {
                let difference = y - target;
                (difference * difference, difference + difference)
            }
            Self::Binary => {
                let zero = T::Native::<S>::splat(simd, T::ZERO);
                let loss = y.max(zero) - y * target + T::softplus(simd, -y.abs());
                (loss, T::sigmoid(simd, y) - target)
            }
        }
    }
}

/// Turns `dy`, which holds the targets of a block, into the gradient times `scale`; writes each lane's mean over the outputs to
/// `losses`.
#[inline(always)]
pub fn compare<S: Simd, T: Scalar>(simd: S, comparison: Comparison, y: &[T], scale: T, dy: &mut [T], losses: &mut [T]) {
    let len = T::Native::<S>::LEN;
    let mean = T::ONE / T::from_f64((y.len() / T::LANES).max(1) as f64);
    for lane in (0..T::LANES).step_by(len) {
        let mut sum = T::Native::<S>::splat(simd, T::ZERO);
        for (y, dy) in y.chunks_exact(T::LANES).zip(dy.chunks_exact_mut(T::LANES)) {
            let (y, dy) = (&y[lane..lane + len], &mut dy[lane..lane + len]);
            let target = T::Native::<S>::from_slice(simd, dy);
            let (loss, slope) = comparison.terms::<S, T>(simd, T::Native::<S>::from_slice(simd, y), target);
            (slope * (mean * scale)).store_slice(dy);
            sum += loss;
        }
        (sum * mean).store_slice(&mut losses[lane..lane + len]);
    }
}

/// Writes the softmax of every lane's logits, times `scale`, to `p`; the largest logit and the logarithm of the sum of
/// `exp(y - largest)` go to `largest` and `ln_sum`.
#[inline(always)]
pub fn softmax<S: Simd, T: Scalar>(simd: S, y: &[T], scale: T, p: &mut [T], largest: &mut [T], ln_sum: &mut [T]) {
    let len = T::Native::<S>::LEN;
    for start in (0..T::LANES).step_by(len) {
        let lanes = start..start + len;
        let mut top = T::Native::<S>::splat(simd, T::from_f64(f64::NEG_INFINITY));
        for y in y.chunks_exact(T::LANES) {
            top = top.max(T::Native::<S>::from_slice(simd, &y[lanes.clone()]));
        }
        let mut sum = T::Native::<S>::splat(simd, T::ZERO);
        for (y, p) in y.chunks_exact(T::LANES).zip(p.chunks_exact_mut(T::LANES)) {
            let power = T::exp(simd, T::Native::<S>::from_slice(simd, &y[lanes.clone()]) - top);
            power.store_slice(&mut p[lanes.clone()]);
            sum += power;
        }
        let factor = T::Native::<S>::splat(simd, scale) / sum;
        for p in p.chunks_exact_mut(T::LANES) {
            let p = &mut p[lanes.clone()];
            (T::Native::<S>::from_slice(simd, p) * factor).store_slice(p);
        }
        top.store_slice(&mut largest[lanes.clone()]);
        T::ln(simd, sum).store_slice(&mut ln_sum[lanes]);
    }
}

/// Writes to `places` where each lane has its largest value: the first of equals, and the first NaN if there is one.
pub fn argmax<T: Scalar>(y: &[T], places: &mut [usize]) {
    let (first, others) = y.split_at(T::LANES);
    let mut best = [T::ZERO; 16];
    best[..T::LANES].copy_from_slice(first);
    places.fill(0);
    for (place, lanes) in (1..).zip(others.chunks_exact(T::LANES)) {
        for ((&value, best), at) in lanes.iter().zip(&mut best).zip(&mut *places) {
            let better = value > *best || (value.to_f64().is_nan() && !best.to_f64().is_nan());
            *best = if better { value } else { *best };
            *at = if better { place } else { *at };
        }
    }
}
