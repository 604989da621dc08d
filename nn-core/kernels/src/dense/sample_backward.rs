//! One sample, backward.

use fearless_simd::{Simd, SimdBase, SimdFloat};

use crate::number::Number;

/// The derivatives of [`sample`](super::sample).
#[inline(always)]
pub fn sample_backward<S: Simd, T: Number>(
    simd: S,
    w: &[T],
    x: &[T],
    dy: &[T],
    dx: Option<&mut [T]>,
    dw: &mut [T],
    db: &mut [T],
) {
    let outputs = dy.len();
    for (db, &dy) in db.iter_mut().zip(dy) {
        *db = (*db + dy + T::BASE) - T::BASE;
    }
    for (dw, &x) in dw.chunks_exact_mut(outputs).zip(x) {
        axpy::<S, T>(simd, x, dy, dw);
    }
    if let Some(dx) = dx {
        for (dx, w) in dx.iter_mut().zip(w.chunks_exact(outputs)) {
            *dx = dot::<S, T>(simd, w, dy);
        }
    }
}

/// `y += a x`, from [`Number::BASE`] on.
#[inline(always)]
fn axpy<S: Simd, T: Number>(simd: S, a: T, x: &[T], y: &mut [T]) {
    let len = T::Native::<S>::LEN;
    let (factor, base) = (T::Native::<S>::splat(simd, a), T::Native::<S>::splat(simd, T::BASE));
    let (mut xs, mut ys) = (x.chunks_exact(len), y.chunks_exact_mut(len));
    for (x, y) in (&mut xs).zip(&mut ys) {
        let sum = T::Native::<S>::from_slice(simd, x).mul_add(factor, T::Native::<S>::from_slice(simd, y) + base);
        (sum - base).store_slice(y);
    }
    for (&x, y) in xs.remainder().iter().zip(ys.into_remainder()) {
        *y = (*y + T::BASE + a * x) - T::BASE;
    }
}

/// `x · y`, in four sums: one alone would wait for itself.
#[inline(always)]
fn dot<S: Simd, T: Number>(simd: S, x: &[T], y: &[T]) -> T {
    let len = T::Native::<S>::LEN;
    let mut sums = [T::Native::<S>::splat(simd, T::ZERO); 4];
    let (mut xs, mut ys) = (x.chunks_exact(4 * len), y.chunks_exact(4 * len));
    for (x, y) in (&mut xs).zip(&mut ys) {
        for v in 0..4 {
            let x = T::Native::<S>::from_slice(simd, &x[v * len..][..len]);
            sums[v] = x.mul_add(T::Native::<S>::from_slice(simd, &y[v * len..][..len]), sums[v]);
        }
    }
    let (mut xs, mut ys) = (xs.remainder().chunks_exact(len), ys.remainder().chunks_exact(len));
    for (x, y) in (&mut xs).zip(&mut ys) {
        sums[0] = T::Native::<S>::from_slice(simd, x).mul_add(T::Native::<S>::from_slice(simd, y), sums[0]);
    }
    let mut sum = ((sums[0] + sums[1]) + (sums[2] + sums[3])).reduce_sum();
    for (&x, &y) in xs.remainder().iter().zip(ys.remainder()) {
        sum += x * y;
    }
    (sum + T::BASE) - T::BASE
}
