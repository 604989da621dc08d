//! The softmax of every lane, and what the cross entropy of a class needs besides.

use fearless_simd::{Simd, SimdBase};

use crate::math::{exp_or_zero, product};
use crate::number::Number;

/// Writes the softmax of every lane's logits, times `scale`, to `p`; the largest logit and the logarithm of the sum of
/// `exp(y - largest)` go to `largest` and `ln_sum`.
#[inline(always)]
pub fn softmax<S: Simd, T: Number>(simd: S, y: &[T], scale: T, p: &mut [T], largest: &mut [T], ln_sum: &mut [T]) {
    let len = T::Native::<S>::LEN;
    for start in (0..T::LANES).step_by(len) {
        let lanes = start..start + len;
        let mut top = T::Native::<S>::splat(simd, T::from_f64(f64::NEG_INFINITY));
        for y in y.chunks_exact(T::LANES) {
            top = top.max(T::Native::<S>::from_slice(simd, &y[lanes.clone()]));
        }
        let mut sum = T::Native::<S>::splat(simd, T::ZERO);
        for (y, p) in y.chunks_exact(T::LANES).zip(p.chunks_exact_mut(T::LANES)) {
            let power = exp_or_zero::<S, T>(simd, T::Native::<S>::from_slice(simd, &y[lanes.clone()]) - top);
            power.store_slice(&mut p[lanes.clone()]);
            sum += power;
        }
        let factor = T::Native::<S>::splat(simd, scale) / sum;
        for p in p.chunks_exact_mut(T::LANES) {
            let p = &mut p[lanes.clone()];
            product::<S, T>(simd, T::Native::<S>::from_slice(simd, p), factor).store_slice(p);
        }
        top.store_slice(&mut largest[lanes.clone()]);
        T::ln(simd, sum).store_slice(&mut ln_sum[lanes]);
    }
}
