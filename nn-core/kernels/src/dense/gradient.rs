//! The gradient of the weights: a sum over samples, which are lanes.
//!
//! A sum over samples wants them one after the other: `dy` is transposed, by pieces that stay in the first-level cache, and
//! lanes then run across outputs. Each sum goes on from where the gradient stands, so that its rounding does not depend
//! on how a batch is cut.

#![expect(
    clippy::needless_range_loop,
    reason = "indices over const bounds unroll into registers; iterators over them need not"
)]

use fearless_simd::{Select, Simd, SimdBase, SimdFloat};

use super::lanes::{by_lane, splats};
use super::transposed::{SAMPLES, transpose_into};
use super::{Size, many_registers, plain};
use crate::number::Number;

/// `dw += dy xᵀ` and `db += dy`, sample after sample for each weight; `=` if it is the `first` time.
#[inline(always)]
pub(super) fn weight_gradient<S: Simd, T: Number>(
    simd: S,
    size: Size,
    x: &[T],
    dy: &[T],
    first: bool,
    dw: &mut [T],
    db: &mut [T],
) {
    let len = T::Native::<S>::LEN;
    // The weights of one output are a row of inputs and a column of outputs at once: inputs fill the lanes, one output would not.
    let (size, x, dy, db) = if size.outputs == 1 && size.inputs >= len {
        if let [db] = db {
            let before = if first { T::ZERO } else { *db };
            *db = dy[..size.samples].iter().fold(before + T::BASE, |sum, dy| sum + *dy) - T::BASE;
        }
        (Size { inputs: 1, outputs: size.inputs, ..size }, dy, x, &mut [][..])
    } else {
        (size, x, dy, db)
    };
    let most = const { if many_registers::<S, T>() { 4 } else { 2 } };
    for from in (0..size.samples).step_by(SAMPLES) {
        let samples = SAMPLES.min(size.samples - from);
        let x = &x[from * size.inputs..];
        let dy = &dy[from * size.outputs..];
        let part = Part { size: Size { samples, ..size }, x, dy, first: first && from == 0 };
        let (mut at, mut left) = (0, size.outputs.div_ceil(len));
        while left > 0 {
            // The last vector overlaps its neighbour, which must be of the same piece: both are read before either is written.
            let vectors = if left == most + 1 { most - 1 } else { most.min(left) };
            if vectors == 1 {
                part.piece::<S, 1>(simd, at, dw, db);
            } else if vectors == 2 {
                part.piece::<S, 2>(simd, at, dw, db);
            } else if const { many_registers::<S, T>() } {
                if vectors == 3 {
                    part.piece::<S, 3>(simd, at, dw, db);
                } else {
                    part.piece::<S, 4>(simd, at, dw, db);
                }
            }
            at += vectors * len;
            left -= vectors;
        }
    }
}

/// Up to [`SAMPLES`] samples.
struct Part<'a, T> {
    size: Size,
    x: &'a [T],
    dy: &'a [T],
    /// Whether nothing is added to.
    first: bool,
}

impl<T: Number> Part<'_, T> {
    /// `V` vectors of outputs from `at` on.
    #[inline(always)]
    fn piece<S: Simd, const V: usize>(&self, simd: S, at: usize, dw: &mut [T], db: &mut [T]) {
        let (len, outputs) = (T::Native::<S>::LEN, self.size.outputs);
        let mut starts = [0; V];
        for v in 0..V {
            starts[v] = (at + v * len).min(outputs.saturating_sub(len));
        }
        let zero = [T::Native::<S>::splat(simd, T::ZERO); V];
        // Half of the room is enough for small batches, whose time it would be to make the other half.
        let (mut half, mut all);
        let columns: &mut [_] = if self.size.samples <= SAMPLES / 2 {
            half = [zero; SAMPLES / 2];
            &mut half
        } else {
            all = [zero; SAMPLES];
            &mut all
        };
        transpose_into::<S, T, V>(simd, self.size, starts, self.dy, columns);
        let columns = &columns[..self.size.samples];
        if !db.is_empty() {
            self.bias::<S, V>(simd, starts, columns, db);
        }
        // As many rows as registers hold, then fewer.
        if const { plain::<S, T>() || V > 2 } {
            self.inputs::<S, V, 4>(simd, starts, columns, dw);
        } else if const { V == 1 || many_registers::<S, T>() } {
            self.inputs::<S, V, 8>(simd, starts, columns, dw);
        } else {
            self.inputs::<S, V, 6>(simd, starts, columns, dw);
        }
    }

    /// The gradients of the weights of every input, of `R` inputs at a time.
    #[inline(always)]
    fn inputs<S: Simd, const V: usize, const R: usize>(
        &self,
        simd: S,
        starts: [usize; V],
        columns: &[[T::Native<S>; V]],
        dw: &mut [T],
    ) {
        let mut input = 0;
        while input + R <= self.size.inputs {
            self.tile::<S, V, R>(simd, starts, columns, input, dw);
            input += R;
        }
        while const { R > 4 } && input + 2 <= self.size.inputs {
            self.tile::<S, V, 2>(simd, starts, columns, input, dw);
            input += 2;
        }
        while input < self.size.inputs {
            self.tile::<S, V, 1>(simd, starts, columns, input, dw);
            input += 1;
        }
    }

    /// `R` inputs by `V` vectors of outputs, kept in registers over all samples.
    #[inline(always)]
    fn tile<S: Simd, const V: usize, const R: usize>(
        &self,
        simd: S,
        starts: [usize; V],
        columns: &[[T::Native<S>; V]],
        input: usize,
        dw: &mut [T],
    ) {
        let (len, Size { inputs, outputs, .. }) = (T::Native::<S>::LEN, self.size);
        let dw = &mut dw[input * outputs..];
        // Fewer outputs than lanes.
        let narrow = const { V == 1 } && outputs < len;
        let zero = T::Native::<S>::splat(simd, T::ZERO);
        let mut before = [[zero; V]; R];
        if !self.first || narrow {
            for r in 0..R {
                let row = if narrow { &dw[r * outputs..] } else { &dw[r * outputs..][..outputs] };
                for v in 0..V {
                    before[r][v] = if narrow {
                        load(simd, row)
                    } else {
                        T::Native::<S>::from_slice(simd, &row[starts[v]..][..len])
                    };
                }
            }
        }
        let base = T::Native::<S>::splat(simd, T::BASE);
        let mut sums = [[base; V]; R];
        if !self.first {
            for r in 0..R {
                for v in 0..V {
                    sums[r][v] += before[r][v];
                }
            }
        }
        for (block, columns) in columns.chunks(T::LANES).enumerate() {
            let mut x: [&[T]; R] = [&[]; R];
            for (r, x) in x.iter_mut().enumerate() {
                *x = &self.x[(block * inputs + input + r) * T::LANES..][..columns.len()];
            }
            let mut columns = columns;
            if const { by_lane::<S, T>() && V > 1 && R > 2 } {
                let (fours, rest) = columns.as_chunks::<4>();
                for (four, columns) in fours.iter().enumerate() {
                    let mut factors = [[zero; 4]; R];
                    for r in 0..R {
                        factors[r] = splats::<S, T>(simd, &x[r].as_chunks().0[four]);
                    }
                    for s in 0..4 {
                        for r in 0..R {
                            for v in 0..V {
                                sums[r][v] = columns[s][v].mul_add(factors[r][s], sums[r][v]);
                            }
                        }
                    }
                }
                for r in 0..R {
                    x[r] = x[r].as_chunks::<4>().1;
                }
                columns = rest;
            }
            for (s, column) in columns.iter().enumerate() {
                for r in 0..R {
                    let x = T::Native::<S>::splat(simd, x[r][s]);
                    for v in 0..V {
                        sums[r][v] = column[v].mul_add(x, sums[r][v]);
                    }
                }
            }
        }
        for r in 0..R {
            for v in 0..V {
                sums[r][v] -= base;
            }
            if !narrow {
                let row = &mut dw[r * outputs..][..outputs];
                for v in 0..V {
                    sums[r][v].store_slice(&mut row[starts[v]..][..len]);
                }
                continue;
            }
            let row = &mut dw[r * outputs..];
            if row.len() >= len {
                // The lanes behind the last output belong to the inputs that follow, and stay as they are.
                let outputs = T::Native::<S>::splat(simd, T::from_f64(outputs as f64));
                let index = T::Native::<S>::from_fn(simd, |lane| T::from_f64(lane as f64));
                index.simd_lt(outputs).select(sums[r][0], before[r][0]).store_slice(&mut row[..len]);
            } else {
                row[..outputs].copy_from_slice(&sums[r][0].as_slice()[..outputs]);
            }
        }
    }

    /// The gradient of the bias: `db += dy`.
    #[inline(always)]
    fn bias<S: Simd, const V: usize>(&self, simd: S, starts: [usize; V], columns: &[[T::Native<S>; V]], db: &mut [T]) {
        let len = T::Native::<S>::LEN;
        let base = T::Native::<S>::splat(simd, T::BASE);
        let mut sums = [base; V];
        if !self.first {
            for v in 0..V {
                sums[v] += load::<S, T>(simd, &db[starts[v]..]);
            }
        }
        for column in columns {
            for v in 0..V {
                sums[v] += column[v];
            }
        }
        for v in 0..V {
            let db = &mut db[starts[v]..];
            let count = len.min(db.len());
            db[..count].copy_from_slice(&(sums[v] - base).as_slice()[..count]);
        }
    }
}

/// The first values of a slice; lanes behind its end are zero.
#[inline(always)]
fn load<S: Simd, T: Number>(simd: S, values: &[T]) -> T::Native<S> {
    let len = T::Native::<S>::LEN;
    if values.len() >= len {
        return T::Native::<S>::from_slice(simd, &values[..len]);
    }
    let mut vector = T::Native::<S>::splat(simd, T::ZERO);
    vector.as_mut_slice()[..values.len()].copy_from_slice(values);
    vector
}
