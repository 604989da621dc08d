//! The mean of a window.

use fearless_simd::{Simd, SimdBase};

use super::{Pooling, Window, load, parts, store};
use crate::math::product;
use crate::number::Number;

/// What the values of a window are multiplied by.
#[inline(always)]
fn factor<T: Number>(pool: &Pooling, window: Window<false>) -> T {
    T::from_f64(1.0 / pool.divisor(window.high[2] * window.wide[2]).max(1) as f64)
}

/// The mean of each window of every channel.
#[inline(always)]
pub(super) fn blocks<S: Simd, T: Number>(simd: S, pool: &Pooling, x: &[T::Lanes], y: &mut [T::Lanes]) {
    for (x, y) in x.chunks_exact(pool.inputs()).zip(y.chunks_exact_mut(pool.outputs())) {
        pool.windows::<false>(
            #[inline(always)]
            |window| {
                let factor = T::Native::<S>::splat(simd, factor(pool, window));
                for part in 0..parts::<S, T>() {
                    let mut sum = T::Native::<S>::splat(simd, T::ZERO);
                    window.values(
                        pool.input[1],
                        #[inline(always)]
                        |at| sum += load::<S, T>(simd, &x[at], part),
                    );
                    store::<S, T>(sum * factor, &mut y[window.place], part);
                }
            },
        );
    }
}

/// Each value of a window gets its part of the gradient.
#[inline(always)]
pub(super) fn blocks_dx<S: Simd, T: Number>(simd: S, pool: &Pooling, dy: &[T::Lanes], dx: &mut [T::Lanes]) {
    let adds = !pool.is_partition();
    for (dy, dx) in dy.chunks_exact(pool.outputs()).zip(dx.chunks_exact_mut(pool.inputs())) {
        if adds {
            dx.fill(bytemuck::Zeroable::zeroed());
        }
        pool.windows::<false>(
            #[inline(always)]
            |window| {
                let factor = T::Native::<S>::splat(simd, factor(pool, window));
                for part in 0..parts::<S, T>() {
                    let share = product::<S, T>(simd, load::<S, T>(simd, &dy[window.place], part), factor);
                    window.values(
                        pool.input[1],
                        #[inline(always)]
                        |at| {
                            let dx = &mut dx[at];
                            let all = if adds { share + load::<S, T>(simd, dx, part) } else { share };
                            store::<S, T>(all, dx, part);
                        },
                    );
                }
            },
        );
    }
}

/// [`blocks`] for one sample.
pub(super) fn sample<T: Number>(pool: &Pooling, x: &[T], y: &mut [T]) {
    for (x, y) in x.chunks_exact(pool.inputs()).zip(y.chunks_exact_mut(pool.outputs())) {
        pool.windows::<false>(
            #[inline(always)]
            |window| {
                let mut sum = T::ZERO;
                window.values(
                    pool.input[1],
                    #[inline(always)]
                    |at| sum += x[at],
                );
                y[window.place] = sum * factor::<T>(pool, window);
            },
        );
    }
}

/// [`blocks_dx`] for one sample.
pub(super) fn sample_dx<T: Number>(pool: &Pooling, dy: &[T], dx: &mut [T]) {
    dx.fill(T::ZERO);
    for (dy, dx) in dy.chunks_exact(pool.outputs()).zip(dx.chunks_exact_mut(pool.inputs())) {
        pool.windows::<false>(
            #[inline(always)]
            |window| {
                let share = dy[window.place] * factor::<T>(pool, window);
                window.values(
                    pool.input[1],
                    #[inline(always)]
                    |at| dx[at] += share,
                );
            },
        );
    }
}
