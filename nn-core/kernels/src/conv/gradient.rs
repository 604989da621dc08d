//! The gradient of the weights: a sum over places and samples.
//!
//! Lanes are samples, or neighbours in a row, and are summed in the end. A block is summed for itself: so the gradient does not depend on
//! how a batch is cut.

#![expect(
    clippy::needless_range_loop,
    reason = "indices over const bounds unroll into registers; iterators over them need not"
)]

use fearless_simd::{Simd, SimdBase, SimdFloat};

use super::geometry::Convolution;
use super::side::Side;
use super::sums::sums;
use super::sweep::Steps;
use crate::dense::{many_registers, plain};
use crate::number::{MOST_LANES, Number};

/// The most sums of a tile.
const MOST: usize = 24;

/// `dw[r, t] += Σ dy[r, p] x[start(p) + offset(t)]` over the places `p`, each of which is a line of as many values as a block has lanes.
#[derive(Debug)]
pub struct Correlation<'a, T> {
    pub(super) conv: &'a Convolution,
    pub(super) x: &'a [T],
    pub(super) x_steps: Steps,
    pub(super) dy: &'a [T],
    pub(super) y_steps: Steps,
    /// Rows and columns.
    pub(super) sides: [Side; 2],
    /// For one sample: columns of `x` whose distance is no multiple of this are so far apart.
    pub(super) phases: usize,
    pub(super) phase: usize,
    /// The values of a row of `dy`: in its last line may be fewer than a block has lanes.
    pub(super) length: usize,
    /// Whether nothing is added to.
    pub(super) first: bool,
}

/// Taps that meet the same places: where each has its values, without those places, and the column of its weights.
struct Taps<const N: usize> {
    offsets: [isize; N],
    columns: [usize; N],
    /// The places, from the first to before the last.
    rows: [usize; 2],
    range: [usize; 2],
}

impl<T: Number> Correlation<'_, T> {
    /// All weights.
    #[inline(always)]
    pub(super) fn write<S: Simd>(&self, simd: S, dw: &mut [T]) {
        if const { !plain::<S, T>() } && self.has_few_places::<S>() {
            return self.write_few(simd, dw);
        }
        let conv = self.conv;
        let whole = self.sides[0].is_whole() && self.sides[1].is_whole();
        let window = conv.kernel[0] * conv.kernel[1];
        // Taps of any kind together, or one place of the window after the other.
        let (sets, count) = if whole { (1, conv.patch()) } else { (window, conv.inputs()) };
        for group in 0..conv.groups {
            for at in 0..sets {
                self.taps(simd, group, [at, sets], count, dw);
            }
        }
    }

    /// `count` taps, which meet the same places: from which on, and how far apart.
    #[inline(always)]
    fn taps<S: Simd>(&self, simd: S, group: usize, [from, step]: [usize; 2], count: usize, dw: &mut [T]) {
        let mut done = 0;
        while done < count {
            let at = [from + done * step, step];
            done += match count - done {
                6.. => self.channels::<S, 6>(simd, group, at, dw),
                3.. => self.channels::<S, 3>(simd, group, at, dw),
                _ => self.channels::<S, 1>(simd, group, at, dw),
            };
        }
    }

    /// `N` taps of all channels of `dy`: `N`.
    #[inline(always)]
    fn channels<S: Simd, const N: usize>(&self, simd: S, group: usize, at: [usize; 2], dw: &mut [T]) -> usize {
        let taps = self.find::<N>(at);
        let outputs = self.conv.outputs();
        let mut row = 0;
        while row < outputs {
            let left = outputs - row;
            // As many sums as registers hold beside a factor for each channel: 24, or 12.
            row += if const { N == 1 } && left >= 8 {
                self.tile::<S, 8, N>(simd, group, row, &taps, dw)
            } else if const { many_registers::<S, T>() || N == 1 } && left >= 4 {
                self.tile::<S, 4, N>(simd, group, row, &taps, dw)
            } else if const { N == 3 && !many_registers::<S, T>() } && left >= 3 {
                self.tile::<S, 3, N>(simd, group, row, &taps, dw)
            } else if const { N == 6 } && left >= 2 {
                self.tile::<S, 2, N>(simd, group, row, &taps, dw)
            } else {
                self.tile::<S, 1, N>(simd, group, row, &taps, dw)
            };
        }
        N
    }

    /// Adds the sums over the lanes, tap by tap for each of `rows` channels.
    #[inline(always)]
    fn add<S: Simd>(
        &self,
        simd: S,
        columns: &[usize],
        channel: usize,
        rows: usize,
        vectors: &[T::Native<S>; MOST],
        dw: &mut [T],
    ) {
        let (len, taps) = (T::Native::<S>::LEN, columns.len());
        let mut each = [T::ZERO; MOST];
        for (vectors, each) in vectors[..rows * taps].chunks(len).zip(each.chunks_mut(len)) {
            let sums = sums::<S, T>(simd, vectors);
            each[..vectors.len()].copy_from_slice(&sums.as_slice()[..vectors.len()]);
        }
        for (n, column) in columns.iter().enumerate() {
            let dw = &mut dw[column * self.conv.output[0] + channel..][..rows];
            for (r, dw) in dw.iter_mut().enumerate() {
                let sum = each[r * taps + n];
                *dw = if self.first { sum } else { *dw + sum };
            }
        }
    }

    /// Where `N` taps find their values.
    #[inline(always)]
    fn find<const N: usize>(&self, [from, step]: [usize; 2]) -> Taps<N> {
        let [high, wide] = &self.sides;
        let [rows, columns] = self.conv.kernel;
        let mut taps = Taps { offsets: [0; N], columns: [0; N], rows: [0, high.count], range: [0, wide.count] };
        for n in 0..N {
            let tap = from + n * step;
            let (channel, row, column) = (tap / (rows * columns), tap / columns % rows, tap % columns);
            (taps.rows, taps.range) = (high.of_tap(row), wide.of_tap(column));
            let at = column * wide.dilation;
            let place =
                channel * self.x_steps.channel + at % self.phases * self.phase + at / self.phases * self.x_steps.column;
            taps.offsets[n] = place.cast_signed()
                + (high.origin + (row * high.dilation).cast_signed()) * self.x_steps.row.cast_signed()
                + wide.origin * self.x_steps.column.cast_signed();
            taps.columns[n] = tap;
        }
        taps
    }

    /// `R` channels of `dy` by `N` taps, kept in registers over all places.
    #[inline(always)]
    fn tile<S: Simd, const R: usize, const N: usize>(
        &self,
        simd: S,
        group: usize,
        row: usize,
        taps: &Taps<N>,
        dw: &mut [T],
    ) -> usize {
        let len = T::Native::<S>::LEN;
        let [high, wide] = &self.sides;
        let (x_steps, y_steps) = (&self.x_steps, &self.y_steps);
        let base = T::Native::<S>::splat(simd, T::BASE);
        let mut all = [[base; N]; R];
        let places = taps.range[1] - taps.range[0];
        let (x_step, y_step) = (wide.stride * x_steps.column, y_steps.column);
        if places > 0 {
            let [x_span, y_span] = [x_step, y_step].map(|step| (places - 1) * step + T::LANES);
            for j in taps.rows[0]..taps.rows[1] {
                // That all slices are of one length spares the loop all checks of places but one.
                let (mut xs, mut ys): ([&[T]; N], [&[T]; R]) = ([&[]; N], [&[]; R]);
                let x_at = group * x_steps.group + j * high.stride * x_steps.row + taps.range[0] * x_step;
                let y_at = group * y_steps.group + row * y_steps.channel + j * y_steps.row + taps.range[0] * y_step;
                for n in 0..N {
                    xs[n] = &self.x[x_at.wrapping_add_signed(taps.offsets[n])..][..x_span];
                }
                for r in 0..R {
                    ys[r] = &self.dy[y_at + r * y_steps.channel..][..y_span];
                }
                let (mut x_at, mut y_at) = (0, 0);
                let (mut x_lines, mut y_lines) = (xs, ys);
                for _ in 0..places {
                    for n in 0..N {
                        x_lines[n] = &xs[n][x_at..][..T::LANES];
                    }
                    for r in 0..R {
                        y_lines[r] = &ys[r][y_at..][..T::LANES];
                    }
                    for part in 0..const { T::LANES / T::Native::<S>::LEN } {
                        let mut dy = [base; R];
                        for r in 0..R {
                            dy[r] = T::Native::<S>::from_slice(simd, &y_lines[r][part * len..][..len]);
                        }
                        for n in 0..N {
                            let x = T::Native::<S>::from_slice(simd, &x_lines[n][part * len..][..len]);
                            for r in 0..R {
                                all[r][n] = x.mul_add(dy[r], all[r][n]);
                            }
                        }
                    }
                    (x_at, y_at) = (x_at + x_step, y_at + y_step);
                }
            }
        }
        let mut sums = [T::Native::<S>::splat(simd, T::ZERO); MOST];
        for r in 0..R {
            for n in 0..N {
                sums[r * N + n] = all[r][n] - base;
            }
        }
        self.add(simd, &taps.columns, group * self.conv.outputs() + row, R, &sums, dw);
        R
    }
}

/// `db += Σ dy` over the places of each channel, block after block; `=` if it is the `first` time.
#[inline(always)]
pub(super) fn bias<S: Simd, T: Number>(simd: S, dy: &[T], blocks: usize, first: bool, db: &mut [T]) {
    /// Channels that are summed side by side, since an addition waits for the one before it.
    const TOGETHER: usize = 4;
    let len = T::Native::<S>::LEN;
    let channel = dy.len() / blocks / db.len();
    let base = T::Native::<S>::splat(simd, T::BASE);
    for (block, dy) in dy.chunks_exact(channel * db.len()).enumerate() {
        for (db, dy) in db.chunks_mut(len).zip(dy.chunks(channel * len)) {
            let mut vectors = [base; MOST_LANES];
            for (vectors, dy) in vectors[..db.len()].chunks_mut(TOGETHER).zip(dy.chunks(channel * TOGETHER)) {
                let mut ys: [&[T]; TOGETHER] = [&dy[..channel]; TOGETHER];
                for (ys, dy) in ys.iter_mut().zip(dy.chunks_exact(channel)) {
                    *ys = dy;
                }
                let mut all = [base; TOGETHER];
                for at in (0..channel / len).map(|i| i * len) {
                    for i in 0..TOGETHER {
                        all[i] += T::Native::<S>::from_slice(simd, &ys[i][at..at + len]);
                    }
                }
                for (vector, sum) in vectors.iter_mut().zip(all) {
                    *vector = sum - base;
                }
            }
            let sums = sums::<S, T>(simd, &vectors[..db.len()]);
            for (db, sum) in db.iter_mut().zip(sums.as_slice()) {
                *db = if first && block == 0 { *sum } else { *db + *sum };
            }
        }
    }
}
