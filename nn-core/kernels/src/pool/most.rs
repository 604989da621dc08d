//! The largest value of a window. NaN stays NaN.

use fearless_simd::{Select, Simd, SimdBase, SimdFloat};

use super::{Pooling, Window, load, parts, store};
use crate::number::Number;

/// The largest value of each window of every channel.
#[inline(always)]
pub(super) fn blocks<S: Simd, T: Number>(simd: S, pool: &Pooling, x: &[T::Lanes], y: &mut [T::Lanes]) {
    if pool.is_by_two() {
        most::<S, T, true>(simd, pool, x, y);
    } else {
        most::<S, T, false>(simd, pool, x, y);
    }
}

#[inline(always)]
fn most<S: Simd, T: Number, const BY_TWO: bool>(simd: S, pool: &Pooling, x: &[T::Lanes], y: &mut [T::Lanes]) {
    for (x, y) in x.chunks_exact(pool.inputs()).zip(y.chunks_exact_mut(pool.outputs())) {
        pool.windows::<BY_TWO>(
            #[inline(always)]
            |window| {
                for part in 0..parts::<S, T>() {
                    let mut most = T::Native::<S>::splat(simd, T::from_f64(f64::NEG_INFINITY));
                    let mut ordered = most.simd_eq(most);
                    window.values(
                        pool.input[1],
                        #[inline(always)]
                        |at| {
                            let x = load::<S, T>(simd, &x[at], part);
                            // What this is beside NaN differs between processors.
                            most = x.max(most);
                            ordered &= x.simd_eq(x);
                        },
                    );
                    let nan = T::Native::<S>::splat(simd, T::from_f64(f64::NAN));
                    store::<S, T>(ordered.select(most, nan), &mut y[window.place], part);
                }
            },
        );
    }
}

/// The gradient of each window goes to the first of its largest values.
#[inline(always)]
pub(super) fn blocks_dx<S: Simd, T: Number>(
    simd: S,
    pool: &Pooling,
    x: &[T::Lanes],
    y: &[T::Lanes],
    dy: &[T::Lanes],
    dx: &mut [T::Lanes],
) {
    let [inputs, outputs] = [pool.inputs(), pool.outputs()];
    let (images, answers) = (x.chunks_exact(inputs), y.chunks_exact(outputs));
    let gradients = dy.chunks_exact(outputs).zip(dx.chunks_exact_mut(inputs));
    for ((x, y), (dy, dx)) in images.zip(answers).zip(gradients) {
        if pool.is_partition() && pool.is_by_two() {
            pool.windows::<true>(
                #[inline(always)]
                |window| give::<S, T, true>(simd, pool, window, false, x, y, dy, dx),
            );
        } else {
            dx.fill(bytemuck::Zeroable::zeroed());
            pool.windows::<false>(
                #[inline(always)]
                |window| give::<S, T, false>(simd, pool, window, true, x, y, dy, dx),
            );
        }
    }
}

/// One window's gradient.
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "what a kernel works on")]
fn give<S: Simd, T: Number, const BY_TWO: bool>(
    simd: S,
    pool: &Pooling,
    window: Window<BY_TWO>,
    adds: bool,
    x: &[T::Lanes],
    y: &[T::Lanes],
    dy: &[T::Lanes],
    dx: &mut [T::Lanes],
) {
    let zero = T::Native::<S>::splat(simd, T::ZERO);
    for part in 0..parts::<S, T>() {
        let y = load::<S, T>(simd, &y[window.place], part);
        // What is left of the gradient: nothing, once it is given.
        let mut left = load::<S, T>(simd, &dy[window.place], part);
        window.values(
            pool.input[1],
            #[inline(always)]
            |at| {
                let below = load::<S, T>(simd, &x[at], part).simd_lt(y);
                let mut given = below.select(zero, left);
                left = below.select(left, zero);
                if adds {
                    given += load::<S, T>(simd, &dx[at], part);
                }
                store::<S, T>(given, &mut dx[at], part);
            },
        );
    }
}

/// Which of two values is larger; NaN stays NaN.
#[inline(always)]
fn larger<S: Simd, V: SimdFloat<S>>(a: V, b: V) -> V {
    a.simd_eq(a).select(b.simd_le(a).select(a, b), a)
}

/// [`blocks`] for one sample.
#[inline(always)]
pub(super) fn sample<S: Simd, T: Number>(simd: S, pool: &Pooling, x: &[T], y: &mut [T]) {
    let columns = pool.output[1];
    if !pool.are_neighbours_by_two() || columns < T::Quarter::<S>::LEN {
        sample_by_windows::<T>(pool, x, y);
    } else if columns < T::Half::<S>::LEN {
        pairs::<S, T, T::Quarter<S>>(simd, pool, x, y);
    } else if columns < T::Native::<S>::LEN {
        pairs::<S, T, T::Half<S>>(simd, pool, x, y);
    } else {
        pairs::<S, T, T::Native<S>>(simd, pool, x, y);
    }
}

/// Windows of two by two side by side. Lanes are neighbours in a row: two rows become one, and then its pairs.
#[inline(always)]
fn pairs<S: Simd, T: Number, V: SimdFloat<S, Element = T>>(simd: S, pool: &Pooling, x: &[T], y: &mut [T]) {
    let (width, [rows, columns]) = (pool.input[1], pool.output);
    for (x, y) in x.chunks_exact(pool.inputs()).zip(y.chunks_exact_mut(rows * columns)) {
        for (x, y) in x.chunks(2 * width).zip(y.chunks_exact_mut(columns)) {
            let (above, below) = x.split_at(width);
            for at in (0..columns).step_by(V::LEN) {
                // The last vector overlaps the one before it.
                let at = at.min(columns - V::LEN);
                let (above, below) = (&above[2 * at..][..2 * V::LEN], &below[2 * at..][..2 * V::LEN]);
                let first = larger(V::from_slice(simd, &above[..V::LEN]), V::from_slice(simd, &below[..V::LEN]));
                let second = larger(V::from_slice(simd, &above[V::LEN..]), V::from_slice(simd, &below[V::LEN..]));
                let (left, right) = first.deinterleave(second);
                larger(left, right).store_slice(&mut y[at..at + V::LEN]);
            }
        }
    }
}

/// The largest value of each window of one sample, inlined with sizes that the compiler knows.
#[inline(always)]
pub fn sample_by_windows<T: Number>(pool: &Pooling, x: &[T], y: &mut [T]) {
    if pool.is_by_two() {
        most_of_sample::<T, true>(pool, x, y);
    } else {
        most_of_sample::<T, false>(pool, x, y);
    }
}

#[inline(always)]
fn most_of_sample<T: Number, const BY_TWO: bool>(pool: &Pooling, x: &[T], y: &mut [T]) {
    for (x, y) in x.chunks_exact(pool.inputs()).zip(y.chunks_exact_mut(pool.outputs())) {
        pool.windows::<BY_TWO>(|window| {
            let mut most = T::from_f64(f64::NEG_INFINITY);
            window.values(pool.input[1], |at| {
                let Some(&x) = x.get(at) else { return };
                let is_nan = most.partial_cmp(&most).is_none();
                // A select: both are computed.
                most = if (x <= most) | is_nan { most } else { x };
            });
            if let Some(y) = y.get_mut(window.place) {
                *y = most;
            }
        });
    }
}

/// Its derivative.
#[inline(always)]
pub fn sample_dx<T: Number>(pool: &Pooling, x: &[T], y: &[T], dy: &[T], dx: &mut [T]) {
    dx.fill(T::ZERO);
    let (images, answers) = (x.chunks_exact(pool.inputs()), y.chunks_exact(pool.outputs()));
    let gradients = dy.chunks_exact(pool.outputs()).zip(dx.chunks_exact_mut(pool.inputs()));
    for ((x, y), (dy, dx)) in images.zip(answers).zip(gradients) {
        pool.windows::<false>(|window| {
            let (Some(&y), mut left) = (y.get(window.place), dy.get(window.place)) else { return };
            window.values(pool.input[1], |at| {
                let Some((x, dx)) = x.get(at).zip(dx.get_mut(at)) else { return };
                let below = *x < y;
                if let Some(dy) = left.take_if(|_| !below) {
                    *dx += *dy;
                }
            });
        });
    }
}
