//! A run of blocks: lanes are samples, weights are broadcast, and a tile of `R` rows by `V` vectors stays in registers.

#![expect(
    clippy::needless_range_loop,
    reason = "indices over const bounds unroll into registers; iterators over them need not"
)]

use fearless_simd::{Select, Simd, SimdBase, SimdFloat};

use super::{Size, few, many_registers};
use crate::scalar::Scalar;

/// The product `w x` or, with `TRANSPOSED`, `wᵀ x`: rows and columns of the matrix, of which `w` holds column after column,
/// or row after row.
#[derive(Clone, Copy)]
struct Product<const TRANSPOSED: bool> {
    rows: usize,
    columns: usize,
}

/// `y = w x + b` for a run of blocks; the lanes behind the last sample become copies of it.
#[inline(always)]
pub fn blocks<S: Simd, T: Scalar>(simd: S, size: Size, w: &[T], b: &[T], x: &[T], y: &mut [T]) {
    let len = T::Native::<S>::LEN;
    let product = Product::<false> { rows: size.outputs, columns: size.inputs };
    let (whole, rest) = (size.samples / len, size.samples % len);
    // Up to three quarters of a vector are cheaper down the columns.
    if rest > 0 && 4 * rest <= 3 * len && size.outputs >= len {
        product.vectors(simd, whole, w, b, x, y);
        few::few(simd, size, whole * len, w, b, x, y);
    } else {
        product.vectors(simd, size.samples.div_ceil(len), w, b, x, y);
    }
    let padding = size.samples % T::LANES;
    if padding > 0 {
        let index = T::Native::<S>::from_fn(simd, |lane| T::from_f64(lane as f64));
        for lanes in y[size.samples / T::LANES * size.outputs * T::LANES..].chunks_exact_mut(T::LANES) {
            let last = T::Native::<S>::splat(simd, lanes[padding - 1]);
            for start in (padding / len * len..T::LANES).step_by(len) {
                let lanes = &mut lanes[start..start + len];
                let real = T::Native::<S>::splat(simd, T::from_f64(padding.saturating_sub(start) as f64));
                index.simd_lt(real).select(T::Native::<S>::from_slice(simd, lanes), last).store_slice(lanes);
            }
        }
    }
}

/// `dx = wᵀ dy` for a run of blocks, in all lanes.
#[inline(always)]
pub fn blocks_dx<S: Simd, T: Scalar>(simd: S, size: Size, w: &[T], dy: &[T], dx: &mut [T]) {
    let product = Product::<true> { rows: size.inputs, columns: size.outputs };
    product.vectors(simd, dx.len() / size.inputs / T::Native::<S>::LEN, w, &[], dy, dx);
}

impl<const TRANSPOSED: bool> Product<TRANSPOSED> {
    /// The first `vectors` vectors of samples: tiles of as many rows as the registers hold, then of fewer.
    #[inline(always)]
    fn vectors<S: Simd, T: Scalar>(self, simd: S, vectors: usize, w: &[T], b: &[T], x: &[T], y: &mut [T]) {
        let mut row = 0;
        if const { many_registers::<S, T>() } {
            while row + 8 <= self.rows {
                self.row_group::<S, T, 8, 2>(simd, row, vectors, w, b, x, y);
                row += 8;
            }
        }
        while row + 4 <= self.rows {
            self.row_group::<S, T, 4, 2>(simd, row, vectors, w, b, x, y);
            row += 4;
        }
        match self.rows - row {
            1 => self.row_group::<S, T, 1, 4>(simd, row, vectors, w, b, x, y),
            2 => self.row_group::<S, T, 2, 4>(simd, row, vectors, w, b, x, y),
            3 => self.row_group::<S, T, 3, 2>(simd, row, vectors, w, b, x, y),
            _ => {}
        }
    }

    /// `R` rows for all vectors, `V` of them at a time.
    #[inline(always)]
    #[expect(clippy::too_many_arguments, reason = "a product and where in it")]
    fn row_group<S: Simd, T: Scalar, const R: usize, const V: usize>(
        self,
        simd: S,
        row: usize,
        vectors: usize,
        w: &[T],
        b: &[T],
        x: &[T],
        y: &mut [T],
    ) {
        let mut first = 0;
        // Three left over are taken at once.
        while first + V <= vectors && vectors - first != 3 {
            self.tile::<S, T, R, V>(simd, row, first, w, b, x, y);
            first += V;
        }
        match vectors - first {
            1 => self.tile::<S, T, R, 1>(simd, row, first, w, b, x, y),
            2 => self.tile::<S, T, R, 2>(simd, row, first, w, b, x, y),
            3 => self.tile::<S, T, R, 3>(simd, row, first, w, b, x, y),
            _ => {}
        }
    }

    /// `R` rows by the `V` vectors of samples from `first` on, kept in registers over all columns.
    #[inline(always)]
    #[expect(clippy::too_many_arguments, reason = "a product and where in it")]
    fn tile<S: Simd, T: Scalar, const R: usize, const V: usize>(
        self,
        simd: S,
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
            starts[v] = block * self.columns * T::LANES + part * len;
        }
        let mut rows: [&[T]; R] = [&[]; R];
        if TRANSPOSED {
            for r in 0..R {
                rows[r] = &w[(row + r) * self.columns..][..self.columns];
            }
        }
        for column in 0..self.columns {
            let mut xs = [zero; V];
            for v in 0..V {
                xs[v] = T::Native::<S>::from_slice(simd, &x[starts[v] + column * T::LANES..][..len]);
            }
            let weights = if TRANSPOSED { w } else { &w[column * self.rows + row..][..R] };
            for r in 0..R {
                let weight = T::Native::<S>::splat(simd, if TRANSPOSED { rows[r][column] } else { weights[r] });
                for v in 0..V {
                    sums[r][v] = xs[v].mul_add(weight, sums[r][v]);
                }
            }
        }
        for v in 0..V {
            let (block, part) = ((first + v) / per_block, (first + v) % per_block);
            for r in 0..R {
                let at = (block * self.rows + row + r) * T::LANES + part * len;
                sums[r][v].store_slice(&mut y[at..at + len]);
            }
        }
    }
}
