//! The products of attention: `c[r] = Σ a[r, n] b[n]`, where `b` and `c` are lines. `a` is made of lines too, or of single values.

#![expect(
    clippy::needless_range_loop,
    reason = "indices over const bounds unroll into registers; iterators over them need not"
)]

use bytemuck::Pod;
use fearless_simd::{Simd, SimdBase, SimdFloat};

use crate::dense::{many_registers, plain};
use crate::number::{Number, scalars, scalars_mut};

/// What the factors of a product are.
pub(super) trait Factor<T: Number>: Copy {
    /// Whether each lane has one of its own.
    const LINES: bool;
    /// One of them in memory.
    type Value: Pod;
    /// A vector of it, from a lane on.
    fn load<S: Simd>(simd: S, value: &Self::Value, lane: usize) -> T::Native<S>;
}

/// One value for all lanes.
#[derive(Clone, Copy)]
pub(super) struct Single;

/// A value for each lane.
#[derive(Clone, Copy)]
pub(super) struct Line;

impl<T: Number> Factor<T> for Single {
    const LINES: bool = false;
    type Value = T;

    #[inline(always)]
    fn load<S: Simd>(simd: S, value: &T, _: usize) -> T::Native<S> {
        T::Native::<S>::splat(simd, *value)
    }
}

impl<T: Number> Factor<T> for Line {
    const LINES: bool = true;
    type Value = T::Lanes;

    #[inline(always)]
    fn load<S: Simd>(simd: S, value: &T::Lanes, lane: usize) -> T::Native<S> {
        part::<S, T>(simd, value, lane)
    }
}

/// The vector of a line from a lane on.
#[inline(always)]
pub(super) fn part<S: Simd, T: Number>(simd: S, line: &T::Lanes, lane: usize) -> T::Native<S> {
    T::Native::<S>::from_slice(simd, &scalars::<T>(core::slice::from_ref(line))[lane..][..T::Native::<S>::LEN])
}

/// Writes a vector of a line.
#[inline(always)]
pub(super) fn store<S: Simd, T: Number>(vector: T::Native<S>, line: &mut T::Lanes, lane: usize) {
    vector.store_slice(&mut scalars_mut::<T>(core::slice::from_mut(line))[lane..][..T::Native::<S>::LEN]);
}

/// What of a product is there, with rows and columns (or the terms of a sum) that are steps.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// All of it.
    All,
    /// The columns up to the row; others may be written.
    Columns,
    /// The rows up to the last step of a line of columns; others may be written.
    Rows,
    /// Of each sum the terms up to the row.
    Until,
    /// Of each sum the terms from the row on; those before it that are zero may be added.
    Since,
}

/// A product of some rows.
#[derive(Clone, Copy)]
pub(super) struct Product<'a, T: Number, F: Factor<T>> {
    /// The factors, row by row.
    pub(super) a: &'a [F::Value],
    /// How far its rows are apart, or, if it is turned, its terms.
    pub(super) a_step: usize,
    /// The lines, term by term.
    pub(super) b: &'a [T::Lanes],
    /// How far its terms are apart.
    pub(super) b_step: usize,
    /// The first row, which is where `a` and what is written begin.
    pub(super) first: usize,
    /// Rows.
    pub(super) rows: usize,
    /// Lines of a row.
    pub(super) columns: usize,
    /// Terms of a sum.
    pub(super) terms: usize,
    /// What of it is there.
    pub(super) wanted: Wanted,
}

impl<T: Number, F: Factor<T>> Product<'_, T, F> {
    /// Writes the lanes of a vector. With `TURNED` a term's factors lie beside each other, and not a row's.
    #[inline(always)]
    pub(super) fn write<S: Simd, const TURNED: bool>(&self, simd: S, lane: usize, c: &mut [T::Lanes], c_step: usize) {
        let lane = if T::Native::<S>::LEN == T::LANES { 0 } else { lane };
        let mut column = 0;
        while column < self.columns {
            let left = self.columns - column;
            // Each vector of a line has factors of its own, which a tile reads once for all of its columns.
            if const { F::LINES } && left >= 4 {
                if const { many_registers::<S, T>() } {
                    self.rows::<S, TURNED, 4, 4>(simd, lane, column, c, c_step);
                } else {
                    self.rows::<S, TURNED, 2, 4>(simd, lane, column, c, c_step);
                }
                column += 4;
            } else if const { !F::LINES && !plain::<S, T>() } && left >= 2 {
                if const { many_registers::<S, T>() } {
                    self.rows::<S, TURNED, 8, 2>(simd, lane, column, c, c_step);
                } else {
                    self.rows::<S, TURNED, 4, 2>(simd, lane, column, c, c_step);
                }
                column += 2;
            } else {
                self.rows::<S, TURNED, 4, 1>(simd, lane, column, c, c_step);
                column += 1;
            }
        }
    }

    /// `V` columns of all rows, `R` rows at a time; the last tile overlaps the one before it.
    #[inline(always)]
    fn rows<S: Simd, const TURNED: bool, const R: usize, const V: usize>(
        &self,
        simd: S,
        lane: usize,
        column: usize,
        c: &mut [T::Lanes],
        c_step: usize,
    ) {
        let mut row = 0;
        while row < self.rows {
            let at = row.min(self.rows.saturating_sub(R));
            let last = self.first + at + R - 1;
            let is_wanted = match self.wanted {
                Wanted::Columns => column <= last,
                Wanted::Rows => self.first + at < (column + V) * T::LANES,
                _ => true,
            };
            if is_wanted && self.rows >= R {
                self.tile::<S, TURNED, R, V>(simd, lane, [at, column], c, c_step);
            } else if is_wanted {
                for row in 0..self.rows {
                    self.tile::<S, TURNED, 1, V>(simd, lane, [row, column], c, c_step);
                }
            }
            row += R;
        }
    }

    /// `R` rows of `V` lines in registers. Sums begin with [`Number::BASE`].
    #[inline(always)]
    fn tile<S: Simd, const TURNED: bool, const R: usize, const V: usize>(
        &self,
        simd: S,
        lane: usize,
        [row, column]: [usize; 2],
        c: &mut [T::Lanes],
        c_step: usize,
    ) {
        let step = self.first + row;
        let (from, to) = match self.wanted {
            Wanted::Until => (0, step + 1),
            Wanted::Since => (step, self.terms),
            _ => (0, self.terms),
        };
        let count = to - from;
        let base = T::Native::<S>::splat(simd, T::BASE);
        let mut sums = [[base; V]; R];
        let terms = self.b[from * self.b_step + column..].chunks(self.b_step).take(count);
        if TURNED {
            let factors = self.a[from * self.a_step + row..].chunks(self.a_step);
            for (a, b) in factors.zip(terms) {
                let b = lines::<S, T, V>(simd, &b[..V], lane);
                let a = &a[..R];
                for r in 0..R {
                    add::<S, T, V>(F::load(simd, &a[r], lane), &b, &mut sums[r]);
                }
            }
        } else {
            let mut rows: [&[F::Value]; R] = [&[]; R];
            for r in 0..R {
                rows[r] = &self.a[(row + r) * self.a_step + from..][..count];
            }
            for (n, b) in terms.enumerate() {
                let b = lines::<S, T, V>(simd, &b[..V], lane);
                for r in 0..R {
                    add::<S, T, V>(F::load(simd, &rows[r][n], lane), &b, &mut sums[r]);
                }
            }
        }
        // The terms that not all rows of the tile have. Blocks need them of rows as they are, one sample of turned ones.
        if const { F::LINES != TURNED } && self.wanted == Wanted::Until {
            for n in 1..R {
                let b = lines::<S, T, V>(simd, &self.b[(step + n) * self.b_step + column..][..V], lane);
                for r in n..R {
                    let at =
                        if TURNED { (step + n) * self.a_step + row + r } else { (row + r) * self.a_step + step + n };
                    add::<S, T, V>(F::load(simd, &self.a[at], lane), &b, &mut sums[r]);
                }
            }
        }
        for r in 0..R {
            let c = &mut c[(row + r) * c_step + column..][..V];
            for v in 0..V {
                store::<S, T>(sums[r][v] - base, &mut c[v], lane);
            }
        }
    }
}

/// `sum += a b`
#[inline(always)]
fn add<S: Simd, T: Number, const V: usize>(a: T::Native<S>, b: &[T::Native<S>; V], sums: &mut [T::Native<S>; V]) {
    for v in 0..V {
        sums[v] = b[v].mul_add(a, sums[v]);
    }
}

/// The vectors of `V` lines.
#[inline(always)]
fn lines<S: Simd, T: Number, const V: usize>(simd: S, lines: &[T::Lanes], lane: usize) -> [T::Native<S>; V] {
    let mut vectors = [T::Native::<S>::splat(simd, T::ZERO); V];
    for v in 0..V {
        vectors[v] = part::<S, T>(simd, &lines[v], lane);
    }
    vectors
}
