//! The last samples of a run, too few to fill a vector: lanes run down the columns of the weights, and each column serves
//! several samples.
//!
//! Every sum runs over the inputs in the order in which [`product`](super::product) takes them, so that a sample has the same
//! output to the bit wherever it stands.

#![expect(
    clippy::needless_range_loop,
    reason = "indices over const bounds unroll into registers; iterators over them need not"
)]

use fearless_simd::{Select, Simd, SimdBase, SimdFloat};

use super::{Size, many_registers, plain, raise};
use crate::number::Number;

/// The end of a run whose last block is not full: `y = w x + b`, or `floor` where that is less, for the last `few` samples, if there are
/// any, and copies of the last sample in the lanes behind it. There are at least as many outputs as lanes if there are few.
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "a product and where in it")]
pub(super) fn last<S: Simd, T: Number>(
    simd: S,
    size: Size,
    few: usize,
    w: &[T],
    b: &[T],
    x: &[T],
    floor: T,
    y: &mut [T],
) {
    let block = size.samples / T::LANES;
    let end = size.samples % T::LANES;
    let x = &x[block * size.inputs * T::LANES..][..size.inputs * T::LANES];
    let y = &mut y[block * size.outputs * T::LANES..][..size.outputs * T::LANES];
    if const { !plain::<S, T>() } {
        let mut lane = end - few;
        while lane < end {
            match end - lane {
                1 => outputs::<S, T, 1>(simd, [lane], w, b, x, floor, y),
                2 => outputs::<S, T, 2>(simd, [lane, lane + 1], w, b, x, floor, y),
                _ => outputs::<S, T, 4>(simd, [0, 1, 2, 3].map(|n| (lane + n).min(end - 1)), w, b, x, floor, y),
            }
            lane += 4;
        }
    }
    let len = T::Native::<S>::LEN;
    let index = T::Native::<S>::from_fn(simd, |lane| T::from_f64(lane as f64));
    for lanes in y.chunks_exact_mut(T::LANES) {
        let last = T::Native::<S>::splat(simd, lanes[end - 1]);
        for start in (end / len * len..T::LANES).step_by(len) {
            let lanes = &mut lanes[start..start + len];
            let real = T::Native::<S>::splat(simd, T::from_f64(end.saturating_sub(start) as f64));
            index.simd_lt(real).select(T::Native::<S>::from_slice(simd, lanes), last).store_slice(lanes);
        }
    }
}

/// All outputs of the samples in `N` lanes, the last of which may be there several times. The last vector of outputs overlaps its
/// neighbour and computes the same values again.
#[inline(always)]
fn outputs<S: Simd, T: Number, const N: usize>(
    simd: S,
    lanes: [usize; N],
    w: &[T],
    b: &[T],
    x: &[T],
    floor: T,
    y: &mut [T],
) {
    let len = T::Native::<S>::LEN;
    let outputs = y.len() / T::LANES;
    let mut at = 0;
    // Four samples by four vectors are more sums than sixteen registers hold.
    if const { N > 2 && !many_registers::<S, T>() } {
        while at + 2 * len <= outputs {
            tile::<S, T, N, 2>(simd, lanes, at, w, b, x, floor, y);
            at += 2 * len;
        }
    } else {
        while at + 4 * len <= outputs {
            tile::<S, T, N, 4>(simd, lanes, at, w, b, x, floor, y);
            at += 4 * len;
        }
    }
    while at < outputs {
        tile::<S, T, N, 1>(simd, lanes, at.min(outputs - len), w, b, x, floor, y);
        at += len;
    }
}

/// `V` vectors of outputs from `at` on of the samples in `N` lanes, kept in registers over all columns.
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "a product and where in it")]
fn tile<S: Simd, T: Number, const N: usize, const V: usize>(
    simd: S,
    lanes: [usize; N],
    at: usize,
    w: &[T],
    b: &[T],
    x: &[T],
    floor: T,
    y: &mut [T],
) {
    let len = T::Native::<S>::LEN;
    let outputs = y.len() / T::LANES;
    let zero = T::Native::<S>::splat(simd, T::ZERO);
    let mut sums = [[zero; V]; N];
    if !b.is_empty() {
        for v in 0..V {
            let bias = T::Native::<S>::from_slice(simd, &b[at + v * len..][..len]);
            for n in 0..N {
                sums[n][v] = bias;
            }
        }
    }
    for (column, x) in w.chunks_exact(outputs).zip(x.chunks_exact(T::LANES)) {
        let mut weights = [zero; V];
        for v in 0..V {
            weights[v] = T::Native::<S>::from_slice(simd, &column[at + v * len..][..len]);
        }
        for n in 0..N {
            let x = T::Native::<S>::splat(simd, x[lanes[n]]);
            for v in 0..V {
                sums[n][v] = x.mul_add(weights[v], sums[n][v]);
            }
        }
    }
    for v in 0..V {
        for n in 0..N {
            sums[n][v] = raise::<S, T>(simd, sums[n][v], floor);
        }
        for (i, y) in y[(at + v * len) * T::LANES..].chunks_exact_mut(T::LANES).take(len).enumerate() {
            for n in 0..N {
                y[lanes[n]] = sums[n][v][i];
            }
        }
    }
}
