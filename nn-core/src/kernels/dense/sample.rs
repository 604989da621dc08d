//! One sample: vector lanes run down the columns of the weights.

use fearless_simd::{Simd, SimdBase, SimdFloat};

use crate::scalar::Scalar;

/// `y = w x + b` for one sample.
#[inline(always)]
pub fn sample<S: Simd, T: Scalar>(simd: S, w: &[T], b: &[T], x: &[T], y: &mut [T]) {
    let (len, outputs) = (T::Native::<S>::LEN, y.len());
    if outputs < len {
        narrow(w, b, x, y);
        return;
    }
    let mut at = 0;
    while at + 8 * len <= outputs {
        column_tile::<S, T, 8>(simd, w, b, x, y, at);
        at += 8 * len;
    }
    while at + 2 * len <= outputs {
        column_tile::<S, T, 2>(simd, w, b, x, y, at);
        at += 2 * len;
    }
    while at < outputs {
        // The last vector overlaps its neighbour and computes the same values again.
        column_tile::<S, T, 1>(simd, w, b, x, y, at.min(outputs - len));
        at += len;
    }
}

/// Fewer outputs than a vector has lanes.
#[inline(always)]
fn narrow<T: Scalar>(w: &[T], b: &[T], x: &[T], y: &mut [T]) {
    if b.is_empty() {
        y.fill(T::ZERO);
    } else {
        y.copy_from_slice(b);
    }
    let outputs = y.len();
    for (column, &x) in w.chunks_exact(outputs).zip(x) {
        for (y, &w) in y.iter_mut().zip(column) {
            *y += w * x;
        }
    }
}

/// `V` vectors of outputs from `at` on, in two sums over the columns: one vector add alone would wait for itself.
#[inline(always)]
fn column_tile<S: Simd, T: Scalar, const V: usize>(simd: S, w: &[T], b: &[T], x: &[T], y: &mut [T], at: usize) {
    let (len, outputs) = (T::Native::<S>::LEN, y.len());
    let zero = T::Native::<S>::splat(simd, T::ZERO);
    let (mut even, mut odd) = ([zero; V], [zero; V]);
    if !b.is_empty() {
        for v in 0..V {
            even[v] = T::Native::<S>::from_slice(simd, &b[at + v * len..][..len]);
        }
    }
    let half = x.len() / 2;
    for i in 0..half {
        let x0 = T::Native::<S>::splat(simd, x[i]);
        let x1 = T::Native::<S>::splat(simd, x[half + i]);
        let (w0, w1) = (&w[i * outputs + at..], &w[(half + i) * outputs + at..]);
        for v in 0..V {
            even[v] = T::Native::<S>::from_slice(simd, &w0[v * len..][..len]).mul_add(x0, even[v]);
            odd[v] = T::Native::<S>::from_slice(simd, &w1[v * len..][..len]).mul_add(x1, odd[v]);
        }
    }
    if x.len() % 2 == 1 {
        let i = x.len() - 1;
        let x0 = T::Native::<S>::splat(simd, x[i]);
        for v in 0..V {
            even[v] = T::Native::<S>::from_slice(simd, &w[i * outputs + at + v * len..][..len]).mul_add(x0, even[v]);
        }
    }
    for v in 0..V {
        (even[v] + odd[v]).store_slice(&mut y[at + v * len..][..len]);
    }
}

/// The derivatives of [`sample`].
#[inline(always)]
pub fn sample_backward<S: Simd, T: Scalar>(
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
        *db += dy;
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

/// `y += a x`.
#[inline(always)]
fn axpy<S: Simd, T: Scalar>(simd: S, a: T, x: &[T], y: &mut [T]) {
    let len = T::Native::<S>::LEN;
    let factor = T::Native::<S>::splat(simd, a);
    let (mut xs, mut ys) = (x.chunks_exact(len), y.chunks_exact_mut(len));
    for (x, y) in (&mut xs).zip(&mut ys) {
        T::Native::<S>::from_slice(simd, x).mul_add(factor, T::Native::<S>::from_slice(simd, y)).store_slice(y);
    }
    for (&x, y) in xs.remainder().iter().zip(ys.into_remainder()) {
        *y += a * x;
    }
}

/// `x · y`, in four sums: one alone would wait for itself.
#[inline(always)]
fn dot<S: Simd, T: Scalar>(simd: S, x: &[T], y: &[T]) -> T {
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
    sum
}
