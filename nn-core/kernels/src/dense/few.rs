//! The last samples of a run, too few to fill a vector: lanes run down the columns of the weights, and each column serves
//! several samples.
//!
//! Every sum runs over the inputs in the order in which [`blocks`](super::blocks) takes them, so that a sample has the same
//! output to the bit wherever it stands.

#![expect(
    clippy::needless_range_loop,
    reason = "indices over const bounds unroll into registers; iterators over them need not"
)]

use fearless_simd::{Simd, SimdBase, SimdFloat};

use super::{Size, raise};
use crate::number::Number;

/// `y = w x + b`, or `floor` where that is less, for the samples from `from` on, which lie in one block. There are at least as
/// many outputs as lanes.
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "a product and where in it")]
pub(super) fn few<S: Simd, T: Number>(
    simd: S,
    size: Size,
    from: usize,
    w: &[T],
    b: &[T],
    x: &[T],
    floor: T,
    y: &mut [T],
) {
    let (block, mut lane) = (from / T::LANES, from % T::LANES);
    let end = lane + size.samples - from;
    let x = &x[block * size.inputs * T::LANES..][..size.inputs * T::LANES];
    let y = &mut y[block * size.outputs * T::LANES..][..size.outputs * T::LANES];
    while lane + 4 <= end {
        outputs::<S, T, 4>(simd, lane, w, b, x, floor, y);
        lane += 4;
    }
    if lane + 2 <= end {
        outputs::<S, T, 2>(simd, lane, w, b, x, floor, y);
        lane += 2;
    }
    if lane < end {
        outputs::<S, T, 1>(simd, lane, w, b, x, floor, y);
    }
}

/// All outputs of the `N` samples from `lane` on. The last vector of outputs overlaps its neighbour and computes the same
/// values again.
#[inline(always)]
fn outputs<S: Simd, T: Number, const N: usize>(simd: S, lane: usize, w: &[T], b: &[T], x: &[T], floor: T, y: &mut [T]) {
    let len = T::Native::<S>::LEN;
    let outputs = y.len() / T::LANES;
    let mut at = 0;
    while at + 4 * len <= outputs {
        tile::<S, T, N, 4>(simd, lane, at, w, b, x, floor, y);
        at += 4 * len;
    }
    while at < outputs {
        tile::<S, T, N, 1>(simd, lane, at.min(outputs - len), w, b, x, floor, y);
        at += len;
    }
}

/// `V` vectors of outputs from `at` on of the `N` samples from `lane` on, kept in registers over all columns.
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "a product and where in it")]
fn tile<S: Simd, T: Number, const N: usize, const V: usize>(
    simd: S,
    lane: usize,
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
            let x = T::Native::<S>::splat(simd, x[lane + n]);
            for v in 0..V {
                sums[n][v] = x.mul_add(weights[v], sums[n][v]);
            }
        }
    }
    for v in 0..V {
        for n in 0..N {
            sums[n][v] = raise::<S, T>(simd, sums[n][v], floor);
        }
        for (i, lanes) in y[(at + v * len) * T::LANES..].chunks_exact_mut(T::LANES).take(len).enumerate() {
            for n in 0..N {
                lanes[lane + n] = sums[n][v][i];
            }
        }
    }
}
