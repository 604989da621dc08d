//! The gradient of the weights where there are few places.
//!
//! To add up lanes would take longer than to sum over so few places. Here lanes are channels of the output, as in a dense layer: the lines
//! of `dy` are turned, and each of their values meets one number of `x`.

#![expect(
    clippy::needless_range_loop,
    reason = "indices over const bounds unroll into registers; iterators over them need not"
)]

use fearless_simd::{Simd, SimdBase, SimdFloat};

use super::Around;
use super::gradient::Correlation;
use super::sweep::Sweep;
use super::table::{Clip, Run, TAPS, Table};
use crate::dense::many_registers;
use crate::number::{MOST_LANES, Number};
use crate::transpose::{ROWS, transpose};

/// Places that are summed before the weights are written.
const TOGETHER: usize = 4;

/// Taps that some places have: where each finds its value, and its weight for the first channel.
struct Taps {
    offsets: [usize; TAPS],
    weights: [usize; TAPS],
    count: usize,
}

/// Some places in turn: their lines of `dy`, for some channels, and where they begin in `x`.
struct Lines<V, const N: usize> {
    columns: [[V; N]; TOGETHER * MOST_LANES],
    starts: [usize; TOGETHER],
    /// How many values of each line there are.
    lengths: [usize; TOGETHER],
    count: usize,
}

impl<T: Number> Correlation<'_, T> {
    /// Whether this way takes less time.
    #[inline(always)]
    pub(super) fn has_few_places<S: Simd>(&self) -> bool {
        let ([high, wide], patch, outputs) = (&self.sides, self.conv.patch(), self.conv.outputs());
        let (lines, values) = (high.count * wide.count, high.count * self.length);
        // What it takes to turn a line, and to add up the lanes of a sum, in multiply-adds. Over the border sums are of fewer taps.
        let adding = if high.is_whole() && wide.is_whole() { 80 } else { 240 };
        let len = T::Native::<S>::LEN;
        let few = (values * patch + lines * (patch + 100)) * outputs.next_multiple_of(len);
        outputs >= len && few < (lines * T::LANES + adding) * patch * outputs
    }

    /// All weights.
    #[inline(always)]
    pub(super) fn write_few<S: Simd>(&self, simd: S, dw: &mut [T]) {
        let sweep = Sweep {
            x: self.x,
            x_steps: self.x_steps,
            w: self.conv.forward(&[]),
            y_steps: self.y_steps,
            sides: self.sides,
            inputs: self.conv.inputs(),
            outputs: self.conv.outputs(),
            groups: self.conv.groups,
            blocks: 1,
            parts: 0,
            furthest: usize::MAX,
            phases: self.phases,
            phase: self.phase,
            around: Around::gradient(),
        };
        if self.first {
            dw.fill(T::ZERO);
        }
        let mut table = Table::new();
        for run in Run::all(sweep.inputs, self.conv.kernel) {
            table.fill(run, &sweep);
            for group in 0..sweep.groups {
                // The last vector overlaps its neighbour, which must be of the same piece: both are read before either is written.
                let (mut at, mut left) = (0, sweep.outputs.div_ceil(T::Native::<S>::LEN));
                while left > 0 {
                    let vectors = if left % 2 > 0 {
                        self.piece::<S, 1>(simd, &table, group, at, dw)
                    } else if const { !many_registers::<S, T>() } || left % 4 > 0 {
                        self.piece::<S, 2>(simd, &table, group, at, dw)
                    } else {
                        self.piece::<S, 4>(simd, &table, group, at, dw)
                    };
                    at += vectors;
                    left -= vectors;
                }
            }
        }
    }

    /// `V` vectors of channels from the one numbered `at` on: `V`.
    #[inline(always)]
    fn piece<S: Simd, const V: usize>(&self, simd: S, table: &Table, group: usize, at: usize, dw: &mut [T]) -> usize {
        let (len, outputs) = (T::Native::<S>::LEN, self.conv.outputs());
        let mut channels = [0; V];
        for v in 0..V {
            channels[v] = group * outputs + ((at + v) * len).min(outputs - len);
        }
        let zero = T::Native::<S>::splat(simd, T::ZERO);
        let mut taps = Taps { offsets: [0; TAPS], weights: [0; TAPS], count: 0 };
        let mut lines = Lines {
            columns: [[zero; V]; TOGETHER * MOST_LANES],
            starts: [0; TOGETHER],
            lengths: [0; TOGETHER],
            count: 0,
        };
        let ([high, wide], x_steps, y_steps) = (&self.sides, &self.x_steps, &self.y_steps);
        let x = (group * x_steps.group).cast_signed();
        for rows in high.alike() {
            for columns in wide.alike() {
                taps.find(table, table.clip(high.range(rows[0]), wide.range(columns[0])));
                for row in rows[0]..rows[1] {
                    for column in columns[0]..columns[1] {
                        let start =
                            high.at(row) * x_steps.row.cast_signed() + wide.at(column) * x_steps.column.cast_signed();
                        let at = row * y_steps.row + column * y_steps.column;
                        self.turn::<S, V>(simd, channels, at, &mut lines);
                        lines.starts[lines.count] = (x + start).cast_unsigned();
                        lines.lengths[lines.count] = T::LANES.min(self.length - column * T::LANES);
                        lines.count += 1;
                        let ends = row + 1 == rows[1] && column + 1 == columns[1];
                        if ends || lines.count == TOGETHER {
                            self.all_taps::<S, V>(simd, &taps, &mut lines, channels, dw);
                        }
                    }
                }
            }
        }
        V
    }

    /// Brings the line at `at` of `V` vectors of channels to the next columns.
    #[inline(always)]
    fn turn<S: Simd, const V: usize>(
        &self,
        simd: S,
        channels: [usize; V],
        at: usize,
        lines: &mut Lines<T::Native<S>, V>,
    ) {
        let len = T::Native::<S>::LEN;
        let columns = &mut lines.columns[lines.count * T::LANES..][..T::LANES];
        for v in 0..V {
            for part in 0..const { T::LANES / T::Native::<S>::LEN } {
                let mut rows = [T::Native::<S>::splat(simd, T::ZERO); ROWS];
                for r in 0..len {
                    let from = at + (channels[v] + r) * self.y_steps.channel + part * len;
                    rows[r] = T::Native::<S>::from_slice(simd, &self.dy[from..][..len]);
                }
                let rows = transpose::<S, T::Native<S>>(rows);
                for r in 0..len {
                    columns[part * len + r][v] = rows[r];
                }
            }
        }
    }

    /// Adds what the lines bring to all taps, and forgets them.
    #[inline(always)]
    fn all_taps<S: Simd, const V: usize>(
        &self,
        simd: S,
        taps: &Taps,
        lines: &mut Lines<T::Native<S>, V>,
        channels: [usize; V],
        dw: &mut [T],
    ) {
        let mut tap = 0;
        while tap < taps.count {
            tap += match taps.count - tap {
                6.. => self.some_taps::<S, V, 6>(simd, taps, tap, lines, channels, dw),
                2.. => self.some_taps::<S, V, 2>(simd, taps, tap, lines, channels, dw),
                _ => self.some_taps::<S, V, 1>(simd, taps, tap, lines, channels, dw),
            };
        }
        lines.count = 0;
    }

    /// `R` taps by `V` vectors of channels, kept in registers over all lines: `R`.
    #[inline(always)]
    fn some_taps<S: Simd, const V: usize, const R: usize>(
        &self,
        simd: S,
        taps: &Taps,
        tap: usize,
        lines: &Lines<T::Native<S>, V>,
        channels: [usize; V],
        dw: &mut [T],
    ) -> usize {
        let len = T::Native::<S>::LEN;
        let base = T::Native::<S>::splat(simd, T::BASE);
        let (offsets, weights) = (&taps.offsets[tap..][..R], &taps.weights[tap..][..R]);
        let mut sums = [[base; V]; R];
        for r in 0..R {
            let dw = &dw[weights[r]..];
            for v in 0..V {
                sums[r][v] += T::Native::<S>::from_slice(simd, &dw[channels[v]..][..len]);
            }
        }
        for line in 0..lines.count {
            let (start, length) = (lines.starts[line], lines.lengths[line]);
            let columns = &lines.columns[line * T::LANES..][..length];
            let mut xs: [&[T]; R] = [&[]; R];
            for r in 0..R {
                xs[r] = &self.x[start.wrapping_add(offsets[r])..][..length];
            }
            for (s, column) in columns.iter().enumerate() {
                for r in 0..R {
                    let x = T::Native::<S>::splat(simd, xs[r][s]);
                    for v in 0..V {
                        sums[r][v] = column[v].mul_add(x, sums[r][v]);
                    }
                }
            }
        }
        for r in 0..R {
            let dw = &mut dw[weights[r]..];
            for v in 0..V {
                (sums[r][v] - base).store_slice(&mut dw[channels[v]..][..len]);
            }
        }
        R
    }
}

impl Taps {
    /// Those of the table that `clip` names.
    #[inline(always)]
    fn find(&mut self, table: &Table, clip: Clip) {
        self.count = 0;
        for outer in 0..clip.outer {
            for inner in 0..clip.inner {
                let from = clip.from + outer * clip.outer_step + inner * clip.inner_step;
                for (offset, weight) in table.taps(from, clip.length) {
                    (self.offsets[self.count], self.weights[self.count]) = (offset, weight);
                    self.count += 1;
                }
            }
        }
    }
}
