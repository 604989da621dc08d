//! The product `y = a x` for blocks, a tile of `R` rows by `V` vectors at a time: forward `a` is `W`, for the gradient of the input
//! it is `Wᵀ`. Lanes are samples, and the values of `a` are broadcast.
//!
//! A tile goes through the columns in runs, so that what it reads stays in the first-level cache; between two runs its sums lie
//! in `y`. Each sum takes the columns one after the other, whatever the tile.

#![expect(
    clippy::needless_range_loop,
    reason = "indices over const bounds unroll into registers; iterators over them need not"
)]

use fearless_simd::{Simd, SimdBase, SimdFloat};

use super::lanes::{by_lane, splats};
use super::{many_registers, plain, raise};
use crate::number::{Number, scalars};

/// The most columns of a run.
const RUN: usize = 128;

/// Rows that go through the runs together.
const GROUP: usize = 24;

/// Samples from which on the weights of a group are copied to a panel, in which they lie together.
const MANY: usize = 64;

/// `y = a x` for rows of `a` and vectors of `x`. The values of `a` lie column by column or, with `TRANSPOSED`, row by row.
#[derive(Clone, Copy)]
pub(super) struct Product<'a, T, const TRANSPOSED: bool> {
    /// Values out.
    pub(super) rows: usize,
    /// Products in each sum.
    pub(super) columns: usize,
    /// The matrix.
    pub(super) a: &'a [T],
    /// Blocks, each of as many lanes as there are columns.
    pub(super) x: &'a [T],
    /// Columns from one block of `x` to the next.
    pub(super) apart: usize,
    /// Vectors of `x`.
    pub(super) vectors: usize,
    /// What the sums begin with forward, if not with zero.
    pub(super) bias: &'a [T],
    /// What is less becomes this forward.
    pub(super) floor: T,
}

/// Columns of a product.
#[derive(Clone, Copy)]
struct Run<'a, T> {
    from: usize,
    columns: usize,
    /// The matrix from the run's first column on, and its first row there.
    a: &'a [T],
    first_row: usize,
    /// From one column, or row, to the next.
    step: usize,
}

impl<T: Number, const TRANSPOSED: bool> Product<'_, T, TRANSPOSED> {
    /// All rows: groups of them, run by run.
    #[inline(always)]
    pub(super) fn write<S: Simd>(&self, simd: S, y: &mut [T]) {
        // Two blocks of a run fill half a first-level cache. Of narrow vectors they are four.
        let is_wide = const { T::Native::<S>::LEN == T::LANES } && 2 * self.columns > RUN;
        let together = if is_wide { 2 } else { 4 };
        let columns =
            if self.columns <= RUN { self.columns } else { self.columns.div_ceil(self.columns.div_ceil(RUN)) };
        let mut room;
        let panel: &mut [T] = if self.wants_panel::<S>() {
            room = [T::ZERO; GROUP * RUN];
            &mut room
        } else {
            &mut []
        };
        let mut group = 0;
        while group < self.rows {
            let end = self.rows.min(group + GROUP);
            let mut from = 0;
            while from < self.columns {
                let columns = columns.min(self.columns - from);
                let mut run = if TRANSPOSED {
                    Run { from, columns, a: &self.a[from..], first_row: 0, step: self.columns }
                } else {
                    Run { from, columns, a: &self.a[from * self.rows..], first_row: 0, step: self.rows }
                };
                if !panel.is_empty() && end - group == GROUP {
                    for (to, column) in panel.chunks_exact_mut(GROUP).zip(run.a.chunks_exact(run.step).take(columns)) {
                        to.copy_from_slice(&column[group..group + GROUP]);
                    }
                    run = Run { from, columns, a: panel, first_row: group, step: GROUP };
                }
                for first in (0..self.vectors).step_by(together) {
                    self.rows(simd, [group, end], [first, self.vectors.min(first + together)], run, y);
                }
                from += columns;
            }
            group = end;
        }
    }

    /// Whether the columns lie so far apart that their lines drive each other from the first-level cache, and so many vectors need
    /// them that a copy is worth its time.
    #[inline(always)]
    fn wants_panel<S: Simd>(&self) -> bool {
        let lies_apart = const { !TRANSPOSED && !plain::<S, T>() };
        let groups = const { if T::Native::<S>::LEN < T::LANES { 2 } else { 4 } };
        lies_apart && self.rows >= groups * GROUP && self.vectors * T::Native::<S>::LEN >= MANY
    }

    /// Some rows and a run of columns. Eight rows are two tiles of four: six would leave two.
    #[inline(always)]
    fn rows<S: Simd>(&self, simd: S, [mut row, end]: [usize; 2], vectors: [usize; 2], run: Run<'_, T>, y: &mut [T]) {
        while row < end {
            let left = end - row;
            if const { many_registers::<S, T>() && !(TRANSPOSED && by_lane::<S, T>()) } && left >= 12 {
                self.vectors::<S, 12, 2>(simd, row, vectors, run, y);
                row += 12;
            } else if const { !many_registers::<S, T>() } && left >= 6 && left != 8 {
                self.vectors::<S, 6, 2>(simd, row, vectors, run, y);
                row += 6;
            } else if const { many_registers::<S, T>() } && left >= 8 {
                self.vectors::<S, 8, 2>(simd, row, vectors, run, y);
                row += 8;
            } else if left >= 4 {
                self.vectors::<S, 4, 2>(simd, row, vectors, run, y);
                row += 4;
            } else if const { many_registers::<S, T>() } && left == 3 {
                self.vectors::<S, 3, 2>(simd, row, vectors, run, y);
                row += 3;
            } else if const { !plain::<S, T>() } && left >= 2 {
                self.vectors::<S, 2, 4>(simd, row, vectors, run, y);
                row += 2;
            } else {
                if const { plain::<S, T>() } {
                    self.vectors::<S, 1, 2>(simd, row, vectors, run, y);
                } else {
                    self.vectors::<S, 1, 4>(simd, row, vectors, run, y);
                }
                row += 1;
            }
        }
    }

    /// `R` rows and a run of columns for all vectors, `V` of them at a time.
    #[inline(always)]
    fn vectors<S: Simd, const R: usize, const V: usize>(
        &self,
        simd: S,
        row: usize,
        [mut first, end]: [usize; 2],
        run: Run<'_, T>,
        y: &mut [T],
    ) {
        while first + V <= end {
            self.tile::<S, R, V>(simd, row, first, run, y);
            first += V;
        }
        if const { V > 2 } && first + 2 <= end {
            self.tile::<S, R, 2>(simd, row, first, run, y);
            first += 2;
        }
        if first < end {
            self.tile::<S, R, 1>(simd, row, first, run, y);
        }
    }

    /// `R` rows by the `V` vectors from `first` on, kept in registers over a run of columns.
    #[inline(always)]
    fn tile<S: Simd, const R: usize, const V: usize>(
        &self,
        simd: S,
        row: usize,
        first: usize,
        run: Run<'_, T>,
        y: &mut [T],
    ) {
        let len = T::Native::<S>::LEN;
        let per_block = T::LANES / len;
        // That all slices are of one length spares the loops a check of every place, which costs a processor that multiplies where
        // it branches.
        let mut xs: [&[T::Lanes]; V] = [&[]; V];
        let (mut parts, mut ys) = ([0; V], [0; V]);
        for v in 0..V {
            let (block, part) = ((first + v) / per_block, (first + v) % per_block);
            xs[v] = &bytemuck::cast_slice(self.x)[block * self.apart + run.from..][..run.columns];
            parts[v] = part * len;
            ys[v] = (block * self.rows + row) * T::LANES + parts[v];
        }
        let base = T::Native::<S>::splat(simd, T::BASE);
        // Outputs are what they are; of a gradient the smallest part is worth less than the time that it would take.
        let mut sums = [[if TRANSPOSED { base } else { T::Native::<S>::splat(simd, T::ZERO) }; V]; R];
        // From a tile's first value to its last one, in the block of a vector.
        let extent = const { (R - 1) * T::LANES + T::Native::<S>::LEN };
        if run.from > 0 {
            for v in 0..V {
                let y = &y[ys[v]..][..extent];
                for r in 0..R {
                    sums[r][v] = T::Native::<S>::from_slice(simd, &y[r * T::LANES..][..len]);
                }
            }
        } else if !TRANSPOSED && !self.bias.is_empty() {
            let bias = &self.bias[row..][..R];
            for r in 0..R {
                sums[r] = [T::Native::<S>::splat(simd, bias[r]); V];
            }
        }
        let row = row - run.first_row;
        if TRANSPOSED {
            let mut rows: [&[T]; R] = [&[]; R];
            for r in 0..R {
                rows[r] = &run.a[(row + r) * run.step..][..run.columns];
            }
            let mut done = 0;
            if const { by_lane::<S, T>() } {
                done = run.columns / 4 * 4;
                add_fours::<S, T, R, V>(simd, &rows, &xs, &parts, &mut sums);
            }
            for column in done..run.columns {
                let x = load::<S, T, V>(simd, &xs, &parts, column);
                for r in 0..R {
                    add::<S, T, V>(T::Native::<S>::splat(simd, rows[r][column]), &x, &mut sums[r]);
                }
            }
        } else {
            for (column, a) in run.a.chunks(run.step).take(run.columns).enumerate() {
                let (x, a) = (load::<S, T, V>(simd, &xs, &parts, column), &a[row..row + R]);
                let mut done = 0;
                if const { by_lane::<S, T>() } {
                    done = R / 4 * 4;
                    for (four, sums) in a.as_chunks().0.iter().zip(sums.as_chunks_mut::<4>().0) {
                        for (a, sum) in splats::<S, T>(simd, four).into_iter().zip(sums) {
                            add::<S, T, V>(a, &x, sum);
                        }
                    }
                }
                for r in done..R {
                    add::<S, T, V>(T::Native::<S>::splat(simd, a[r]), &x, &mut sums[r]);
                }
            }
        }
        let whole = run.from + run.columns == self.columns;
        let floor = if whole { self.floor } else { T::from_f64(f64::NEG_INFINITY) };
        let base = if whole { base } else { T::Native::<S>::splat(simd, T::ZERO) };
        for v in 0..V {
            let y = &mut y[ys[v]..][..extent];
            for r in 0..R {
                let sum = if TRANSPOSED { sums[r][v] - base } else { raise::<S, T>(simd, sums[r][v], floor) };
                sum.store_slice(&mut y[r * T::LANES..][..len]);
            }
        }
    }
}

/// Four columns at a time, of `a` row by row.
#[inline(always)]
fn add_fours<S: Simd, T: Number, const R: usize, const V: usize>(
    simd: S,
    rows: &[&[T]; R],
    xs: &[&[T::Lanes]; V],
    parts: &[usize; V],
    sums: &mut [[T::Native<S>; V]; R],
) {
    for four in 0..rows[0].len() / 4 {
        let mut a = [[T::Native::<S>::splat(simd, T::ZERO); 4]; R];
        for r in 0..R {
            a[r] = splats::<S, T>(simd, &rows[r].as_chunks().0[four]);
        }
        let mut xs = *xs;
        for v in 0..V {
            xs[v] = &xs[v].as_chunks::<4>().0[four];
        }
        for column in 0..4 {
            let x = load::<S, T, V>(simd, &xs, parts, column);
            for r in 0..R {
                add::<S, T, V>(a[r][column], &x, &mut sums[r]);
            }
        }
    }
}

/// `sum += a x`.
#[inline(always)]
fn add<S: Simd, T: Number, const V: usize>(a: T::Native<S>, x: &[T::Native<S>; V], sum: &mut [T::Native<S>; V]) {
    for v in 0..V {
        sum[v] = x[v].mul_add(a, sum[v]);
    }
}

/// A column's vectors.
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
