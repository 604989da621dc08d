//! The mean of a window.

use fearless_simd::{Simd, SimdBase};

use super::{Pooling, Window};
use crate::number::Number;

/// What the values of a window are multiplied by.
fn factor<T: Number>(pool: &Pooling, window: Window) -> T {
    T::from_f64(1.0 / pool.divisor(window.high[2] * window.wide[2]).max(1) as f64)
}

/// The mean of each window of every channel.
#[inline(always)]
pub(super) fn blocks<S: Simd, T: Number>(simd: S, pool: &Pooling, x: &[T], y: &mut [T]) {
    let len = T::Native::<S>::LEN;
    let [inputs, outputs] = [pool.inputs() * T::LANES, pool.outputs() * T::LANES];
    for (x, y) in x.chunks_exact(inputs).zip(y.chunks_exact_mut(outputs)) {
        for window in pool.windows() {
            let factor = T::Native::<S>::splat(simd, factor(pool, window));
            for part in (0..T::LANES).step_by(len) {
                let mut sum = T::Native::<S>::splat(simd, T::ZERO);
                for at in window.values::<0>(pool.input[1]) {
                    sum += T::Native::<S>::from_slice(simd, &x[at * T::LANES + part..][..len]);
                }
                (sum * factor).store_slice(&mut y[window.place * T::LANES + part..][..len]);
            }
        }
    }
}

/// Each value of a window gets its part of the gradient.
#[inline(always)]
pub(super) fn blocks_dx<S: Simd, T: Number>(simd: S, pool: &Pooling, dy: &[T], dx: &mut [T]) {
    let len = T::Native::<S>::LEN;
    let [inputs, outputs] = [pool.inputs() * T::LANES, pool.outputs() * T::LANES];
    let adds = !pool.is_partition();
    for (dy, dx) in dy.chunks_exact(outputs).zip(dx.chunks_exact_mut(inputs)) {
        if adds {
            dx.fill(T::ZERO);
        }
        for window in pool.windows() {
            let factor = T::Native::<S>::splat(simd, factor(pool, window));
            for part in (0..T::LANES).step_by(len) {
                let dy = &dy[window.place * T::LANES + part..][..len];
                let share: T::Native<S> = crate::math::product::<S, T>(simd, T::Native::<S>::from_slice(simd, dy), factor);
                for at in window.values::<0>(pool.input[1]) {
                    let dx = &mut dx[at * T::LANES + part..][..len];
                    let mut share = share;
                    if adds {
                        share += T::Native::<S>::from_slice(simd, dx);
                    }
                    share.store_slice(dx);
                }
            }
        }
    }
}

/// [`blocks`] for one sample.
pub(super) fn sample<T: Number>(pool: &Pooling, x: &[T], y: &mut [T]) {
    for (x, y) in x.chunks_exact(pool.inputs()).zip(y.chunks_exact_mut(pool.outputs())) {
        for window in pool.windows() {
            let sum = window.values::<0>(pool.input[1]).fold(T::ZERO, |sum, at| sum + x[at]);
            y[window.place] = sum * factor::<T>(pool, window);
        }
    }
}

/// [`blocks_dx`] for one sample.
pub(super) fn sample_dx<T: Number>(pool: &Pooling, dy: &[T], dx: &mut [T]) {
    dx.fill(T::ZERO);
    for (dy, dx) in dy.chunks_exact(pool.outputs()).zip(dx.chunks_exact_mut(pool.inputs())) {
        for window in pool.windows() {
            let share = dy[window.place] * factor::<T>(pool, window);
            for at in window.values::<0>(pool.input[1]) {
                dx[at] += share;
            }
        }
    }
}
