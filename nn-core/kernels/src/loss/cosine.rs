//! The angle between outputs and targets.

use fearless_simd::prelude::*;

use crate::number::Number;

/// A shorter vector is taken to be as long as this.
pub const SHORTEST: f64 = 1e-8;

/// Turns `dy`, which holds the targets of a block, into the gradient times `scale` of `1 - cos(y, t)`; writes each lane's loss to
/// `losses`.
///
/// Both vectors are divided by their largest value first, so that no square overflows or vanishes.
#[inline(always)]
pub fn cosine<S: Simd, T: Number>(simd: S, y: &[T], scale: T, dy: &mut [T], losses: &mut [T]) {
    let len = T::Native::<S>::LEN;
    let (zero, shortest) = (T::Native::<S>::splat(simd, T::ZERO), T::from_f64(SHORTEST));
    for start in (0..T::LANES).step_by(len) {
        let lanes = start..start + len;
        let load = |values: &[T]| T::Native::<S>::from_slice(simd, &values[lanes.clone()]);
        let (mut top_y, mut top_t) =
            (T::Native::<S>::splat(simd, T::MIN_POSITIVE), T::Native::<S>::splat(simd, T::MIN_POSITIVE));
        for (y, t) in y.chunks_exact(T::LANES).zip(dy.chunks_exact(T::LANES)) {
            top_y = top_y.max(load(y).abs());
            top_t = top_t.max(load(t).abs());
        }
        let (mut yy, mut tt, mut yt) = (zero, zero, zero);
        for (y, t) in y.chunks_exact(T::LANES).zip(dy.chunks_exact(T::LANES)) {
            let (y, t) = (load(y) / top_y, load(t) / top_t);
            yy += y * y;
            tt += t * t;
            yt += y * t;
        }
        let (root_y, root_t) = (yy.sqrt(), tt.sqrt());
        let length = root_y * top_y;
        let short = length.simd_lt(shortest);
        // What makes a scaled vector one of length one, or less if it is short.
        let unit_y = short.select(top_y / shortest, T::Native::<S>::splat(simd, T::ONE) / root_y);
        let unit_t =
            (root_t * top_t).simd_lt(shortest).select(top_t / shortest, T::Native::<S>::splat(simd, T::ONE) / root_t);
        let cosine = yt * unit_y * unit_t;
        let slope = short
            .select(T::Native::<S>::splat(simd, T::ONE / shortest), T::Native::<S>::splat(simd, T::ONE) / length)
            * scale;
        let along = short.select(zero, cosine * slope);
        let (factor_y, factor_t) = (along * unit_y, slope * unit_t);
        for (y, dy) in y.chunks_exact(T::LANES).zip(dy.chunks_exact_mut(T::LANES)) {
            let slope = load(y) / top_y * factor_y - load(dy) / top_t * factor_t;
            slope.store_slice(&mut dy[lanes.clone()]);
        }
        (T::Native::<S>::splat(simd, T::ONE) - cosine).store_slice(&mut losses[lanes.clone()]);
    }
}
