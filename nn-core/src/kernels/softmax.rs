//! Softmax and its logarithm: across the values of one sample, or for a block in every lane at once.

use fearless_simd::{Simd, SimdBase, SimdFloat};

use crate::scalar::Scalar;

/// One lane of a vector function.
#[inline(always)]
fn exp<S: Simd, T: Scalar>(simd: S, x: T) -> T {
    T::exp(simd, T::Native::<S>::splat(simd, x))[0]
}

/// One lane of a vector function.
#[inline(always)]
fn ln<S: Simd, T: Scalar>(simd: S, x: T) -> T {
    T::ln(simd, T::Native::<S>::splat(simd, x))[0]
}

/// `y = exp(x - max) / sum`, or `x - max - ln(sum)`.
#[inline(always)]
pub fn sample<S: Simd, T: Scalar>(simd: S, log: bool, x: &[T], y: &mut [T]) {
    let mut max = x[0];
    for &value in x {
        max = if value > max { value } else { max };
    }
    let len = T::Native::<S>::LEN;
    let mut sum = T::ZERO;
    for (x, y) in x.chunks(len).zip(y.chunks_mut(len)) {
        // Lanes behind a short tail hold -max's exponent of a copy of the first value: they are never read.
        let mut shifted = T::Native::<S>::splat(simd, x[0] - max);
        for (lane, &value) in shifted.as_mut_slice().iter_mut().zip(x) {
            *lane = value - max;
        }
        let power = T::exp(simd, shifted);
        for (i, y) in y.iter_mut().enumerate() {
            sum += power[i];
            *y = if log { shifted[i] } else { power[i] };
        }
    }
    if log {
        let ln_sum = ln::<S, T>(simd, sum);
        for y in y {
            *y -= ln_sum;
        }
    } else {
        for y in y {
            *y /= sum;
        }
    }
}

/// `dx = y (dy - Σ y dy)`, or `dy - exp(y) Σ dy`.
#[inline(always)]
pub fn sample_backward<S: Simd, T: Scalar>(simd: S, log: bool, y: &[T], dy: &[T], dx: &mut [T]) {
    let mut sum = T::ZERO;
    for (&y, &dy) in y.iter().zip(dy) {
        sum += if log { dy } else { y * dy };
    }
    for ((dx, &y), &dy) in dx.iter_mut().zip(y).zip(dy) {
        *dx = if log { dy - exp::<S, T>(simd, y) * sum } else { y * (dy - sum) };
    }
}

/// [`sample`] for every lane of blocks of `classes` values.
#[inline(always)]
pub fn blocks<S: Simd, T: Scalar>(simd: S, log: bool, classes: usize, x: &[T], y: &mut [T]) {
    let len = T::Native::<S>::LEN;
    let size = classes * T::LANES;
    for (x, y) in x.chunks_exact(size).zip(y.chunks_exact_mut(size)) {
        let mut lane = 0;
        while lane < T::LANES {
            let mut max = T::Native::<S>::from_slice(simd, &x[lane..lane + len]);
            let mut at = lane;
            while at < size {
                max = max.max(T::Native::<S>::from_slice(simd, &x[at..at + len]));
                at += T::LANES;
            }
            let mut sum = T::Native::<S>::splat(simd, T::ZERO);
            at = lane;
            while at < size {
                let shifted = T::Native::<S>::from_slice(simd, &x[at..at + len]) - max;
                let power = T::exp(simd, shifted);
                sum += power;
                if log { shifted } else { power }.store_slice(&mut y[at..at + len]);
                at += T::LANES;
            }
            let ln_sum = T::ln(simd, sum);
            at = lane;
            while at < size {
                let value = T::Native::<S>::from_slice(simd, &y[at..at + len]);
                if log { value - ln_sum } else { value / sum }.store_slice(&mut y[at..at + len]);
                at += T::LANES;
            }
            lane += len;
        }
    }
}

/// [`sample_backward`] for every lane of blocks of `classes` values.
#[inline(always)]
pub fn blocks_backward<S: Simd, T: Scalar>(simd: S, log: bool, classes: usize, y: &[T], dy: &[T], dx: &mut [T]) {
    let len = T::Native::<S>::LEN;
    let size = classes * T::LANES;
    for ((y, dy), dx) in y.chunks_exact(size).zip(dy.chunks_exact(size)).zip(dx.chunks_exact_mut(size)) {
        let mut lane = 0;
        while lane < T::LANES {
            let mut sum = T::Native::<S>::splat(simd, T::ZERO);
            let mut at = lane;
            while at < size {
                let dy = T::Native::<S>::from_slice(simd, &dy[at..at + len]);
                let y = T::Native::<S>::from_slice(simd, &y[at..at + len]);
                sum = if log { sum + dy } else { y.mul_add(dy, sum) };
                at += T::LANES;
            }
            at = lane;
            while at < size {
                let dy = T::Native::<S>::from_slice(simd, &dy[at..at + len]);
                let y = T::Native::<S>::from_slice(simd, &y[at..at + len]);
                if log { dy - T::exp(simd, y) * sum } else { y * (dy - sum) }.store_slice(&mut dx[at..at + len]);
                at += T::LANES;
            }
            lane += len;
        }
    }
}
