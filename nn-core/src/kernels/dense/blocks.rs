//! A run of blocks: lanes are samples, weights are broadcast, and a tile of `R` rows by `V` vectors stays in registers.

#![expect(
    clippy::needless_range_loop,
    reason = "indices over const bounds unroll into registers; iterators over them need not"
)]

use fearless_simd::{Simd, SimdBase, SimdFloat};

use super::{Size, few, many_registers};
use crate::scalar::Scalar;

/// How a product walks through `w`: the weight of `row` and `column` lies at `row * row_step + column * column_step`.
#[derive(Clone, Copy)]
struct Walk {
    rows: usize,
    columns: usize,
    row_step: usize,
    column_step: usize,
}

/// `y = w x + b` for a run of blocks; the lanes behind the last sample become copies of it.
#[inline(always)]
pub fn blocks<S: Simd, T: Scalar>(simd: S, size: Size, w: &[T], b: &[T], x: &[T], y: &mut [T]) {
    let len = T::Native::<S>::LEN;
    let walk = Walk { rows: size.outputs, columns: size.inputs, row_step: 1, column_step: size.outputs };
    let (whole, rest) = (size.samples / len, size.samples % len);
    // Up to three quarters of a vector are cheaper down the columns.
    if rest > 0 && 4 * rest <= 3 * len && size.outputs >= len {
        product(simd, walk, whole, w, b, x, y);
        few::few(simd, size, whole * len, w, b, x, y);
    } else {
        product(simd, walk, size.samples.div_ceil(len), w, b, x, y);
    }
    let padding = size.samples % T::LANES;
    if padding > 0 {
        for lanes in y[size.samples / T::LANES * size.outputs * T::LANES..].chunks_exact_mut(T::LANES) {
            let last = lanes[padding - 1];
            lanes[padding..].fill(last);
        }
    }
}

/// `dx = wᵀ dy` for a run of blocks, in all lanes.
#[inline(always)]
pub fn blocks_dx<S: Simd, T: Scalar>(simd: S, size: Size, w: &[T], dy: &[T], dx: &mut [T]) {
    let walk = Walk { rows: size.inputs, columns: size.outputs, row_step: size.outputs, column_step: 1 };
    product(simd, walk, dx.len() / size.inputs / T::Native::<S>::LEN, w, &[], dy, dx);
}

/// The first `vectors` vectors of samples: tiles of as many rows as the registers hold, then of fewer.
#[inline(always)]
fn product<S: Simd, T: Scalar>(simd: S, walk: Walk, vectors: usize, w: &[T], b: &[T], x: &[T], y: &mut [T]) {
    let mut row = 0;
    if const { many_registers::<S, T>() } {
        while row + 8 <= walk.rows {
            rows::<S, T, 8, 2>(simd, walk, row, vectors, w, b, x, y);
            row += 8;
        }
    }
    while row + 4 <= walk.rows {
        rows::<S, T, 4, 2>(simd, walk, row, vectors, w, b, x, y);
        row += 4;
    }
    match walk.rows - row {
        1 => rows::<S, T, 1, 4>(simd, walk, row, vectors, w, b, x, y),
        2 => rows::<S, T, 2, 4>(simd, walk, row, vectors, w, b, x, y),
        3 => rows::<S, T, 3, 2>(simd, walk, row, vectors, w, b, x, y),
        _ => {}
    }
}

/// `R` rows for all vectors, `V` of them at a time.
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "a product and where in it")]
fn rows<S: Simd, T: Scalar, const R: usize, const V: usize>(
    simd: S,
    walk: Walk,
    row: usize,
    vectors: usize,
    w: &[T],
    b: &[T],
    x: &[T],
    y: &mut [T],
) {
    let mut first = 0;
    while first + V <= vectors {
        tile::<S, T, R, V>(simd, walk, row, first, w, b, x, y);
        first += V;
    }
    if V > 2 && first + 2 <= vectors {
        tile::<S, T, R, 2>(simd, walk, row, first, w, b, x, y);
        first += 2;
    }
    if first < vectors {
        tile::<S, T, R, 1>(simd, walk, row, first, w, b, x, y);
    }
}

/// `R` rows by the `V` vectors of samples from `first` on, kept in registers over all columns.
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "a product and where in it")]
fn tile<S: Simd, T: Scalar, const R: usize, const V: usize>(
    simd: S,
    walk: Walk,
    row: usize,
    first: usize,
    w: &[T],
    b: &[T],
    x: &[T],
    y: &mut [T],
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
    // Where each vector of samples begins.
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
