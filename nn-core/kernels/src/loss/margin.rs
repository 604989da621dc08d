//! The margin between the right class and the others.

use fearless_simd::prelude::*;

use crate::number::Number;

/// Writes to `dy` the gradient times `scale` of the mean over the classes of `max(0, margin - y[k] + y[j])`, the class `k` itself
/// left out, and each lane's loss to `losses`. `classes` has the class of every lane; one that is none gives NaN.
#[inline(always)]
pub fn margin<S: Simd, T: Number>(
    simd: S,
    margin: T,
    y: &[T],
    classes: &[T],
    scale: T,
    dy: &mut [T],
    losses: &mut [T],
) {
    let len = T::Native::<S>::LEN;
    let count = T::from_f64((y.len() / T::LANES).max(1) as f64);
    let (zero, step) = (T::Native::<S>::splat(simd, T::ZERO), T::Native::<S>::splat(simd, scale / count));
    for start in (0..T::LANES).step_by(len) {
        let lanes = start..start + len;
        let class = T::Native::<S>::from_slice(simd, &classes[lanes.clone()]);
        let mut right = T::Native::<S>::splat(simd, T::from_f64(f64::NAN));
        for (index, y) in y.chunks_exact(T::LANES).enumerate() {
            let y = T::Native::<S>::from_slice(simd, &y[lanes.clone()]);
            right = class.simd_eq(T::from_f64(index as f64)).select(y, right);
        }
        let limit = -right + margin;
        // Of a single class nothing else would show a NaN.
        let (mut sum, mut steps) = (right.simd_eq(right).select(zero, right), zero);
        for (index, (y, dy)) in y.chunks_exact(T::LANES).zip(dy.chunks_exact_mut(T::LANES)).enumerate() {
            let own = class.simd_eq(T::from_f64(index as f64));
            let short = own.select(zero, limit + T::Native::<S>::from_slice(simd, &y[lanes.clone()]));
            // A NaN is not at most zero, and so is never taken for enough.
            let enough = short.simd_le(zero);
            let slope = enough.select(zero, step);
            sum += enough.select(zero, short);
            steps += slope;
            slope.store_slice(&mut dy[lanes.clone()]);
        }
        for (index, dy) in dy.chunks_exact_mut(T::LANES).enumerate() {
            let dy = &mut dy[lanes.clone()];
            let slope = T::Native::<S>::from_slice(simd, dy);
            class.simd_eq(T::from_f64(index as f64)).select(-steps, slope).store_slice(dy);
        }
        (sum / count).store_slice(&mut losses[lanes]);
    }
}
