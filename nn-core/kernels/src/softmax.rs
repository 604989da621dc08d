//! Softmax and its logarithm: across the values of one sample, or for a block in every lane at once.

use fearless_simd::{Level, Simd, SimdBase, SimdFloat};

use super::math::{exp_or_zero, product, zero_below};
use super::part::{load_part, store_part};
use crate::number::Number;

kernels! {
    /// Softmax and its logarithm.
    trait SoftmaxKernels

    /// Softmax or its logarithm of one sample.
    fn softmax(level: Level, log: bool, x: &[Self], y: &mut [Self]) {
        // Inlined into networks too, whose instructions must give the same bits.
        dispatch!(Self: level, simd => sample::<_, Self>(simd, log, x, y));
    }

    /// The derivative of [`softmax`](Self::softmax).
    fn softmax_backward(level: Level, log: bool, y: &[Self], dy: &[Self], dx: &mut [Self]) {
        dispatch!(plain Self: level, simd => sample_backward::<_, Self>(simd, log, y, dy, dx));
    }

    /// Softmax or its logarithm of blocks of `classes` values; powers below `e` to the `lowest` are zero.
    fn softmax_blocks(level: Level, log: bool, classes: usize, lowest: Self, x: &[Self], y: &mut [Self]) {
        dispatch!(plain Self: level, simd => blocks::<_, Self>(simd, log, classes, lowest, x, y));
    }

    /// The derivative of [`softmax_blocks`](Self::softmax_blocks).
    fn softmax_blocks_backward(level: Level, log: bool, classes: usize, y: &[Self], dy: &[Self], dx: &mut [Self]) {
        dispatch!(plain Self: level, simd => blocks_backward::<_, Self>(simd, log, classes, y, dy, dx));
    }
}

/// One lane of a vector function.
#[inline(always)]
fn exp<S: Simd, T: Number>(simd: S, x: T) -> T {
    T::exp(simd, T::Native::<S>::splat(simd, x))[0]
}

/// `y = exp(x - max) / sum`, or `x - max - ln(sum)`.
///
/// A NaN in `x` makes its own power NaN and so the sum, whatever the maximum makes of it.
#[inline(always)]
pub fn sample<S: Simd, T: Number>(simd: S, log: bool, x: &[T], y: &mut [T]) {
    let len = T::Native::<S>::LEN;
    let max = T::Native::<S>::splat(simd, max::<S, T>(simd, x));
    if x.len() <= len {
        let shifted = load::<S, T>(simd, x) - max;
        let power = T::exp(simd, shifted);
        let sum = T::Native::<S>::splat(simd, sum::<S, T>(simd, &power.as_slice()[..y.len()]));
        store::<S, T>(if log { shifted - T::ln(simd, sum) } else { power / sum }, y);
        return;
    }
    let mut sum = T::Native::<S>::splat(simd, T::ZERO);
    for (x, y) in x.chunks(len).zip(y.chunks_mut(len)) {
        let shifted = load::<S, T>(simd, x) - max;
        let power = T::exp(simd, shifted);
        sum += if y.len() == len { power } else { load_part::<S, T, _>(simd, &power.as_slice()[..y.len()], T::ZERO) };
        store::<S, T>(if log { shifted } else { power }, y);
    }
    let sum = T::Native::<S>::splat(simd, sum.reduce_sum());
    let ln_sum = if log { T::ln(simd, sum) } else { sum };
    for y in y.chunks_mut(len) {
        let value = load::<S, T>(simd, y);
        store::<S, T>(if log { value - ln_sum } else { value / sum }, y);
    }
}

/// At most a vector of values. The lanes behind the last one hold the first once more: with -∞ there, powers so small that
/// they are subnormal would slow the others down.
#[inline(always)]
fn load<S: Simd, T: Number>(simd: S, x: &[T]) -> T::Native<S> {
    if x.len() == T::Native::<S>::LEN {
        T::Native::<S>::from_slice(simd, x)
    } else {
        load_part::<S, T, _>(simd, x, x[0])
    }
}

/// As many lanes as there is room for.
#[inline(always)]
fn store<S: Simd, T: Number>(vector: T::Native<S>, y: &mut [T]) {
    if y.len() == T::Native::<S>::LEN {
        vector.store_slice(y);
    } else {
        store_part::<S, T, _>(vector, y);
    }
}

/// Values that are compared or added one after the other: of so few that takes less than folding a vector.
const FEW: usize = 4;

/// The largest value; anything if one is NaN.
#[inline(always)]
fn max<S: Simd, T: Number>(simd: S, x: &[T]) -> T {
    let len = T::Native::<S>::LEN;
    if x.len() <= FEW {
        let mut max = x[0];
        for &value in &x[1..] {
            max = if value > max { value } else { max };
        }
        return max;
    }
    if x.len() < len {
        return load_part::<S, T, T::Native<S>>(simd, x, x[0]).reduce_max();
    }
    let mut max = T::Native::<S>::from_slice(simd, &x[x.len() - len..]);
    for x in x.chunks_exact(len) {
        max = max.max(T::Native::<S>::from_slice(simd, x));
    }
    max.reduce_max()
}

/// The sum of at most a vector's lanes.
#[inline(always)]
fn sum<S: Simd, T: Number>(simd: S, x: &[T]) -> T {
    if x.len() <= FEW {
        let mut sum = x[0];
        for &value in &x[1..] {
            sum += value;
        }
        return sum;
    }
    load_part::<S, T, T::Native<S>>(simd, x, T::ZERO).reduce_sum()
}

/// `dx = y (dy - Σ y dy)`, or `dy - exp(y) Σ dy`.
#[inline(always)]
pub fn sample_backward<S: Simd, T: Number>(simd: S, log: bool, y: &[T], dy: &[T], dx: &mut [T]) {
    let mut sum = T::ZERO;
    for (&y, &dy) in y.iter().zip(dy) {
        sum += if log { dy } else { y * dy };
    }
    for ((dx, &y), &dy) in dx.iter_mut().zip(y).zip(dy) {
        *dx = if log { dy - exp::<S, T>(simd, y) * sum } else { y * (dy - sum) };
    }
}

/// [`sample`] for every lane of blocks of `classes` values, with no power below `e` to the `lowest`.
#[inline(always)]
pub fn blocks<S: Simd, T: Number>(simd: S, log: bool, classes: usize, lowest: T, x: &[T], y: &mut [T]) {
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
                let power = zero_below::<S, T>(
                    simd,
                    lowest,
                    shifted,
                    #[inline(always)]
                    |x| T::exp(simd, x),
                );
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
pub fn blocks_backward<S: Simd, T: Number>(simd: S, log: bool, classes: usize, y: &[T], dy: &[T], dx: &mut [T]) {
    let len = T::Native::<S>::LEN;
    let size = classes * T::LANES;
    for ((y, dy), dx) in y.chunks_exact(size).zip(dy.chunks_exact(size)).zip(dx.chunks_exact_mut(size)) {
        let mut lane = 0;
        while lane < T::LANES {
            let base = T::Native::<S>::splat(simd, T::BASE);
            let mut sum = base;
            let mut at = lane;
            while at < size {
                let dy = T::Native::<S>::from_slice(simd, &dy[at..at + len]);
                let y = T::Native::<S>::from_slice(simd, &y[at..at + len]);
                sum = if log { sum + dy } else { y.mul_add(dy, sum) };
                at += T::LANES;
            }
            sum -= base;
            at = lane;
            while at < size {
                let dy = T::Native::<S>::from_slice(simd, &dy[at..at + len]);
                let y = T::Native::<S>::from_slice(simd, &y[at..at + len]);
                let (power, slope) = if log { (exp_or_zero::<S, T>(simd, y), sum) } else { (y, dy - sum) };
                let product = product::<S, T>(simd, power, slope);
                if log { dy - product } else { product }.store_slice(&mut dx[at..at + len]);
                at += T::LANES;
            }
            lane += len;
        }
    }
}
