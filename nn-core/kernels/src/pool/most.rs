//! The largest value of a window. NaN stays NaN.

use fearless_simd::{Select, Simd, SimdBase};

use super::{Pooling, Window};
use crate::number::Number;

/// The largest value of each window of every channel.
#[inline(always)]
pub(super) fn blocks<S: Simd, T: Number>(simd: S, pool: &Pooling, x: &[T], y: &mut [T]) {
    let [inputs, outputs] = [pool.inputs() * T::LANES, pool.outputs() * T::LANES];
    for (x, y) in x.chunks_exact(inputs).zip(y.chunks_exact_mut(outputs)) {
        for window in pool.windows() {
            let y = &mut y[window.place * T::LANES..][..T::LANES];
            if pool.is_by_two() {
                most::<S, T, 2>(simd, pool, window, x, y);
            } else {
                most::<S, T, 0>(simd, pool, window, x, y);
            }
        }
    }
}

#[inline(always)]
fn most<S: Simd, T: Number, const N: usize>(simd: S, pool: &Pooling, window: Window, x: &[T], y: &mut [T]) {
    let len = T::Native::<S>::LEN;
    for part in (0..T::LANES).step_by(len) {
        let mut most = T::Native::<S>::splat(simd, T::from_f64(f64::NEG_INFINITY));
        for at in window.values::<N>(pool.input[1]) {
            let x = T::Native::<S>::from_slice(simd, &x[at * T::LANES + part..][..len]);
            // NaN is at most nothing, so it comes in; what came after it would go the same way.
            most = most.simd_eq(most).select(x.simd_le(most).select(most, x), most);
        }
        most.store_slice(&mut y[part..part + len]);
    }
}

/// The gradient of each window goes to the first of its largest values.
#[inline(always)]
pub(super) fn blocks_dx<S: Simd, T: Number>(simd: S, pool: &Pooling, x: &[T], y: &[T], dy: &[T], dx: &mut [T]) {
    let [inputs, outputs] = [pool.inputs() * T::LANES, pool.outputs() * T::LANES];
    let (images, answers) = (x.chunks_exact(inputs), y.chunks_exact(outputs));
    let gradients = dy.chunks_exact(outputs).zip(dx.chunks_exact_mut(inputs));
    let adds = !pool.is_partition();
    for ((x, y), (dy, dx)) in images.zip(answers).zip(gradients) {
        if adds {
            dx.fill(T::ZERO);
        }
        for window in pool.windows() {
            let at = window.place * T::LANES;
            let (y, dy) = (&y[at..at + T::LANES], &dy[at..at + T::LANES]);
            if pool.is_by_two() {
                first::<S, T, 2>(simd, pool, window, adds, x, y, dy, dx);
            } else {
                first::<S, T, 0>(simd, pool, window, adds, x, y, dy, dx);
            }
        }
    }
}

#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "what a kernel works on")]
fn first<S: Simd, T: Number, const N: usize>(
    simd: S,
    pool: &Pooling,
    window: Window,
    adds: bool,
    x: &[T],
    y: &[T],
    dy: &[T],
    dx: &mut [T],
) {
    let len = T::Native::<S>::LEN;
    let zero = T::Native::<S>::splat(simd, T::ZERO);
    for part in (0..T::LANES).step_by(len) {
        let y = T::Native::<S>::from_slice(simd, &y[part..part + len]);
        // What is left of the gradient: nothing, once it is given.
        let mut left = T::Native::<S>::from_slice(simd, &dy[part..part + len]);
        for at in window.values::<N>(pool.input[1]) {
            let range = at * T::LANES + part..at * T::LANES + part + len;
            let below = T::Native::<S>::from_slice(simd, &x[range.clone()]).simd_lt(y);
            let mut given = below.select(zero, left);
            left = below.select(left, zero);
            let dx = &mut dx[range];
            if adds {
                given += T::Native::<S>::from_slice(simd, dx);
            }
            given.store_slice(dx);
        }
    }
}

/// [`blocks`] for one sample.
pub(super) fn sample<T: Number>(pool: &Pooling, x: &[T], y: &mut [T]) {
    for (x, y) in x.chunks_exact(pool.inputs()).zip(y.chunks_exact_mut(pool.outputs())) {
        for window in pool.windows() {
            let most = |most: T, at: usize| if x[at] <= most || most.partial_cmp(&most).is_none() { most } else { x[at] };
            let most = if pool.is_by_two() {
                window.values::<2>(pool.input[1]).fold(T::from_f64(f64::NEG_INFINITY), most)
            } else {
                window.values::<0>(pool.input[1]).fold(T::from_f64(f64::NEG_INFINITY), most)
            };
            y[window.place] = most;
        }
    }
}

/// [`blocks_dx`] for one sample.
pub(super) fn sample_dx<T: Number>(pool: &Pooling, x: &[T], y: &[T], dy: &[T], dx: &mut [T]) {
    dx.fill(T::ZERO);
    let (images, answers) = (x.chunks_exact(pool.inputs()), y.chunks_exact(pool.outputs()));
    let gradients = dy.chunks_exact(pool.outputs()).zip(dx.chunks_exact_mut(pool.inputs()));
    for ((x, y), (dy, dx)) in images.zip(answers).zip(gradients) {
        for window in pool.windows() {
            let y = y[window.place];
            let below = |at: &usize| x[*at] < y;
            if let Some(at) = window.values::<0>(pool.input[1]).find(|at| !below(at)) {
                dx[at] += dy[window.place];
            }
        }
    }
}
