//! A run of blocks: lanes are samples, weights are broadcast, and a tile of `R` rows by `V` vectors stays in registers.

#![expect(
    clippy::needless_range_loop,
    reason = "indices over const bounds unroll into registers; iterators over them need not"
)]

use fearless_simd::{Select, Simd, SimdBase, SimdFloat};

use super::{Size, few, many_registers, plain, raise};
use crate::number::{Number, scalars};

/// The product `w x` or, with `TRANSPOSED`, `wᵀ x`: rows and columns of the matrix, of which `w` holds column after column,
/// or row after row.
#[derive(Clone, Copy)]
struct Product<T, const TRANSPOSED: bool> {
    rows: usize,
    columns: usize,
    /// What is less becomes this.
    floor: T,
}

/// `y = w x + b` for a run of blocks, and `floor` where that is less; the lanes behind the last sample become copies of it.
#[inline(always)]
pub fn blocks<S: Simd, T: Number>(simd: S, size: Size, w: &[T], b: &[T], x: &[T], floor: T, y: &mut [T]) {
    let len = T::Native::<S>::LEN;
    let product = Product::<T, false> { rows: size.outputs, columns: size.inputs, floor };
    let (whole, rest) = (size.samples / len, size.samples % len);
    // Up to three quarters of a vector are cheaper down the columns.
    if const { !plain::<S, T>() } && rest > 0 && 4 * rest <= 3 * len && size.outputs >= len {
        product.vectors(simd, whole, w, b, x, y);
        few::few(simd, size, whole * len, w, b, x, floor, y);
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
pub fn blocks_dx<S: Simd, T: Number>(simd: S, size: Size, w: &[T], dy: &[T], dx: &mut [T]) {
    let floor = T::from_f64(f64::NEG_INFINITY);
    let product = Product::<T, true> { rows: size.inputs, columns: size.outputs, floor };
    product.vectors(simd, dx.len() / size.inputs / T::Native::<S>::LEN, w, &[], dy, dx);
}

impl<T: Number, const TRANSPOSED: bool> Product<T, TRANSPOSED> {
    /// The first `vectors` vectors of samples: tiles of as many rows as the registers hold, then of fewer.
    #[inline(always)]
    fn vectors<S: Simd>(self, simd: S, vectors: usize, w: &[T], b: &[T], x: &[T], y: &mut [T]) {
        let mut row = 0;
        if const { many_registers::<S, T>() } {
            while row + 12 <= self.rows {
                self.row_group::<S, 12, 2>(simd, row, vectors, w, b, x, y);
                row += 12;
            }
            if row + 8 <= self.rows {
                self.row_group::<S, 8, 2>(simd, row, vectors, w, b, x, y);
                row += 8;
            }
        }
        while row + 4 <= self.rows {
            self.row_group::<S, 4, 2>(simd, row, vectors, w, b, x, y);
            row += 4;
        }
        if const { plain::<S, T>() } {
            while row < self.rows {
                self.row_group::<S, 1, 2>(simd, row, vectors, w, b, x, y);
                row += 1;
            }
            return;
        }
        match self.rows - row {
            1 => self.row_group::<S, 1, 4>(simd, row, vectors, w, b, x, y),
            2 => self.row_group::<S, 2, 4>(simd, row, vectors, w, b, x, y),
            3 => self.row_group::<S, 3, 2>(simd, row, vectors, w, b, x, y),
            _ => {}
        }
    }

    /// `R` rows for all vectors, `V` of them at a time.
    #[inline(always)]
    #[expect(clippy::too_many_arguments, reason = "a product and where in it")]
    fn row_group<S: Simd, const R: usize, const V: usize>(
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
        while first + V <= vectors {
            self.tile::<S, R, V>(simd, row, first, w, b, x, y);
            first += V;
        }
        if const { V > 2 } && first + 2 <= vectors {
            self.tile::<S, R, 2>(simd, row, first, w, b, x, y);
            first += 2;
        }
        if first < vectors {
            self.tile::<S, R, 1>(simd, row, first, w, b, x, y);
        }
    }

    /// `R` rows by the `V` vectors of samples from `first` on, kept in registers over all columns.
    #[inline(always)]
    #[expect(clippy::too_many_arguments, reason = "a product and where in it")]
    fn tile<S: Simd, const R: usize, const V: usize>(
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
        let mut sums = [[T::Native::<S>::splat(simd, T::ZERO); V]; R];
        if !b.is_empty() {
            for r in 0..R {
                sums[r] = [T::Native::<S>::splat(simd, b[row + r]); V];
            }
        }
        // The block of each vector of samples, and the vector's place in its lanes. That all of them are slices of one length
        // spares the loop a check of every place, which costs a processor that multiplies where it branches.
        let mut xs: [&[T::Lanes]; V] = [&[]; V];
        let mut parts = [0; V];
        for v in 0..V {
            let (block, part) = ((first + v) / per_block, (first + v) % per_block);
            xs[v] = &bytemuck::cast_slice(x)[block * self.columns..][..self.columns];
            parts[v] = part * len;
        }
        if TRANSPOSED {
            let mut rows: [&[T]; R] = [&[]; R];
            for r in 0..R {
                rows[r] = &w[(row + r) * self.columns..][..self.columns];
            }
            for column in 0..self.columns {
                let x = load::<S, T, V>(simd, &xs, &parts, column);
                for r in 0..R {
                    add::<S, T, V>(simd, rows[r][column], &x, &mut sums[r]);
                }
            }
        } else {
            for (column, weights) in w.chunks_exact(self.rows).take(self.columns).enumerate() {
                let (x, weights) = (load::<S, T, V>(simd, &xs, &parts, column), &weights[row..row + R]);
                for r in 0..R {
                    add::<S, T, V>(simd, weights[r], &x, &mut sums[r]);
                }
            }
        }
        for v in 0..V {
            let block = (first + v) / per_block;
            for r in 0..R {
                let at = (block * self.rows + row + r) * T::LANES + parts[v];
                raise::<S, T>(simd, sums[r][v], self.floor).store_slice(&mut y[at..at + len]);
            }
        }
    }
}

/// `sum += w x`.
#[inline(always)]
fn add<S: Simd, T: Number, const V: usize>(simd: S, w: T, x: &[T::Native<S>; V], sum: &mut [T::Native<S>; V]) {
    let w = T::Native::<S>::splat(simd, w);
    for v in 0..V {
        sum[v] = x[v].mul_add(w, sum[v]);
    }
}

/// A column's vectors of samples.
#[inline(always)]
fn load<S: Simd, T: Number, const V: usize>(
    simd: S,
    xs: &[&[T::Lanes]; V],
    parts: &[usize; V],
    column: usize,
) -> [T::Native<S>; V] {
    let mut vectors = [T::Native::<S>::splat(simd, T::ZERO); V];
    for v in 0..V {
        let lanes = scalars::<T>(core::slice::from_ref(&xs[v][column]));
        vectors[v] = T::Native::<S>::from_slice(simd, &lanes[parts[v]..][..T::Native::<S>::LEN]);
    }
    vectors
}
