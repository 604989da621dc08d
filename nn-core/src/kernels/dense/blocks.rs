//! A run of blocks: lanes are samples, weights are broadcast, and a tile of `R` rows by `V` vectors stays in registers.

#![expect(
    clippy::needless_range_loop,
    reason = "indices over const bounds unroll into registers; iterators over them need not"
)]

use fearless_simd::{Simd, SimdBase, SimdFloat};

use super::Walk;
use crate::scalar::Scalar;

/// `y = w x + b` for a run of blocks: four vectors of samples at a time, then two, then one.
#[inline(always)]
pub fn blocks<S: Simd, T: Scalar>(simd: S, walk: Walk, w: &[T], b: &[T], x: &[T], y: &mut [T]) {
    let vectors = y.len() / walk.rows / T::Native::<S>::LEN;
    let mut first = 0;
    while first + 4 <= vectors {
        rows::<S, T, 4, 4>(simd, walk, w, b, x, y, first);
        first += 4;
    }
    while first + 2 <= vectors {
        rows::<S, T, 6, 2>(simd, walk, w, b, x, y, first);
        first += 2;
    }
    while first < vectors {
        rows::<S, T, 8, 1>(simd, walk, w, b, x, y, first);
        first += 1;
    }
}

/// All rows for the `V` vectors from `first` on: `R` rows at a time, then two, then one.
#[inline(always)]
fn rows<S: Simd, T: Scalar, const R: usize, const V: usize>(
    simd: S,
    walk: Walk,
    w: &[T],
    b: &[T],
    x: &[T],
    y: &mut [T],
    first: usize,
) {
    let mut row = 0;
    while row + R <= walk.rows {
        tile::<S, T, R, V>(simd, walk, w, b, x, y, first, row);
        row += R;
    }
    while row + 2 <= walk.rows {
        tile::<S, T, 2, V>(simd, walk, w, b, x, y, first, row);
        row += 2;
    }
    while row < walk.rows {
        tile::<S, T, 1, V>(simd, walk, w, b, x, y, first, row);
        row += 1;
    }
}

/// `R` rows by `V` vectors of samples, kept in registers over all columns.
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "the coordinates of a tile")]
fn tile<S: Simd, T: Scalar, const R: usize, const V: usize>(
    simd: S,
    walk: Walk,
    w: &[T],
    b: &[T],
    x: &[T],
    y: &mut [T],
    first: usize,
    row: usize,
) {
    let len = T::Native::<S>::LEN;
    let per_block = T::LANES / len;
    let zero = T::Native::<S>::splat(simd, T::ZERO);
    let mut sums = [[zero; V]; R];
    if !b.is_empty() {
        for r in 0..R {
            sums[r] = [T::Native::<S>::splat(simd, b[row + r]); V];
        }
    }
    // Where each vector of samples begins, in a block of `size` values.
    let mut starts = [0; V];
    for v in 0..V {
        let (block, part) = ((first + v) / per_block, (first + v) % per_block);
        starts[v] = block * walk.columns * T::LANES + part * len;
    }
    for column in 0..walk.columns {
        let mut xs = [zero; V];
        for v in 0..V {
            xs[v] = T::Native::<S>::from_slice(simd, &x[starts[v] + column * T::LANES..][..len]);
        }
        for r in 0..R {
            let weight = T::Native::<S>::splat(simd, w[(row + r) * walk.row_step + column * walk.column_step]);
            for v in 0..V {
                sums[r][v] = xs[v].mul_add(weight, sums[r][v]);
            }
        }
    }
    for v in 0..V {
        let (block, part) = ((first + v) / per_block, (first + v) % per_block);
        for r in 0..R {
            let at = (block * walk.rows + row + r) * T::LANES + part * len;
            sums[r][v].store_slice(&mut y[at..at + len]);
        }
    }
}
