//! The taps of a sum: where each finds its value, and its weights.

use super::sweep::{Sweep, Weights};
use crate::number::Number;

/// The most taps of a run. Their weights for some channels, and where they find their values, stay in the first-level cache, and without an
/// operating system in what such machines have of a stack.
pub(super) const TAPS: usize = if cfg!(target_os = "none") { 32 } else { 256 };

/// The most channels whose weights lie together.
pub(super) const MOST_ROWS: usize = 8;

/// Some channels with some rows and columns of the window, each from the first to before the last.
#[derive(Clone, Copy)]
pub(super) struct Run {
    pub(super) channels: [usize; 2],
    pub(super) rows: [usize; 2],
    pub(super) columns: [usize; 2],
}

const fn length([from, to]: [usize; 2]) -> usize {
    to - from
}

/// The part of `range` that `whole` has, counted from where that begins.
#[inline(always)]
const fn within(range: [usize; 2], whole: [usize; 2]) -> [usize; 2] {
    let from = if range[0] > whole[0] { range[0] } else { whole[0] };
    let to = if range[1] < whole[1] { range[1] } else { whole[1] };
    if from < to { [from - whole[0], to - whole[0]] } else { [0, 0] }
}

impl Run {
    pub(super) const fn taps(&self) -> usize {
        length(self.channels) * length(self.rows) * length(self.columns)
    }

    /// All taps of `channels` channels with a window of `rows` by `columns`, in runs of at most [`TAPS`].
    pub(super) fn all(channels: usize, [rows, columns]: [usize; 2]) -> impl Iterator<Item = Self> {
        // A window without taps is a run, too: somebody must write what its sums begin with.
        let wide = columns.clamp(1, TAPS);
        let high = rows.clamp(1, TAPS / wide);
        let deep = channels.clamp(1, TAPS / (wide * high));
        // Runs of one length, nearly.
        let deep = channels.div_ceil(channels.div_ceil(deep).max(1)).max(1);
        let parts =
            |all: usize, part: usize| (0..all.max(1)).step_by(part).map(move |from| [from, all.min(from + part)]);
        parts(channels, deep).flat_map(move |channels| {
            parts(rows, high)
                .flat_map(move |rows| parts(columns, wide).map(move |columns| Self { channels, rows, columns }))
        })
    }
}

/// The taps of a run.
pub(super) struct Table {
    pub(super) run: Run,
    /// Where each finds its value, from that of the first place on.
    pub(super) offsets: [usize; TAPS],
    /// Where each has its weight for the first channel.
    places: [usize; TAPS],
    /// The smallest and the largest of the offsets.
    ends: [usize; 2],
}

/// Which taps of a table a place has: some for each channel and row of the window.
#[derive(Clone, Copy)]
pub(super) struct Clip {
    pub(super) from: usize,
    pub(super) outer: usize,
    pub(super) outer_step: usize,
    pub(super) inner: usize,
    pub(super) inner_step: usize,
    pub(super) length: usize,
    /// The smallest offset among them, and the distance of the largest from it.
    pub(super) base: usize,
    pub(super) span: usize,
}

impl Table {
    pub(super) const fn new() -> Self {
        let run = Run { channels: [0; 2], rows: [0; 2], columns: [0; 2] };
        Self { run, offsets: [0; TAPS], places: [0; TAPS], ends: [0; 2] }
    }

    /// Fills it with the taps of `run`.
    #[inline(always)]
    pub(super) fn fill<T: Number>(&mut self, run: Run, sweep: &Sweep<'_, T>) {
        self.run = run;
        let (x, w, [rows, columns]) = (&sweep.x_steps, &sweep.w, &sweep.sides);
        // As signed numbers: to compare others would take a vector register from all tiles.
        let (mut tap, mut ends) = (0, [isize::MAX, 0]);
        for channel in run.channels[0]..run.channels[1] {
            for row in run.rows[0]..run.rows[1] {
                let x_row = channel * x.channel + row * rows.dilation * x.row;
                let place = w.place(channel, row, run.columns[0]);
                for (i, column) in (run.columns[0]..run.columns[1]).enumerate() {
                    let at = column * columns.dilation;
                    let [phase, at] = if sweep.phases == 1 { [0, at] } else { [at % sweep.phases, at / sweep.phases] };
                    let offset = x_row + phase * sweep.phase + at * x.column;
                    self.offsets[tap] = offset;
                    self.places[tap] = place.wrapping_add_signed(w.column * i.cast_signed());
                    let offset = offset.cast_signed();
                    ends = [ends[0].min(offset), ends[1].max(offset)];
                    tap += 1;
                }
            }
        }
        self.ends = ends.map(isize::cast_unsigned);
    }

    /// The weights of `R` channels from the one that begins at `at`, tap by tap, each `copies` times.
    #[inline(always)]
    pub(super) fn pack<T: Number, const R: usize>(
        &self,
        w: &Weights<'_, T>,
        at: usize,
        copies: usize,
        panel: &mut [T],
    ) {
        let Weights { values: w, step, .. } = *w;
        for (to, place) in panel.chunks_exact_mut(R * copies).zip(&self.places[..self.run.taps()]) {
            let from = at + *place;
            if copies == 1 && step == 1 {
                to.copy_from_slice(&w[from..from + R]);
            } else {
                for (r, to) in to.chunks_exact_mut(copies).enumerate() {
                    to.fill(w[from + r * step]);
                }
            }
        }
    }

    /// The `count` taps from `from` on: where each finds its value, and its weight for the first channel.
    #[inline(always)]
    pub(super) fn taps(&self, from: usize, count: usize) -> impl Iterator<Item = (usize, usize)> {
        let range = from..from + count;
        self.offsets[range.clone()].iter().copied().zip(self.places[range].iter().copied())
    }

    /// The taps that have these rows and columns of the window.
    #[inline(always)]
    pub(super) fn clip(&self, rows: [usize; 2], columns: [usize; 2]) -> Clip {
        let run = &self.run;
        let [channels, high, wide] = [length(run.channels), length(run.rows), length(run.columns)];
        let (rows, columns) = (within(rows, run.rows), within(columns, run.columns));
        let (r, c) = (length(rows), length(columns));
        if channels * r * c == 0 {
            return Clip { from: 0, outer: 0, outer_step: 0, inner: 0, inner_step: 0, length: 0, base: 0, span: 0 };
        }
        if r == high && c == wide {
            let [base, last] = self.ends;
            let length = channels * high * wide;
            return Clip { from: 0, outer: 1, outer_step: 0, inner: 1, inner_step: 0, length, base, span: last - base };
        }
        let from = rows[0] * wide + columns[0];
        let (outer, outer_step) = (channels, high * wide);
        let (inner, inner_step, length) = if c == wide { (1, 0, r * wide) } else { (r, wide, c) };
        let last = from + (outer - 1) * outer_step + (r - 1) * wide + c - 1;
        // In a row of the window they need not be in order: a stride takes the columns apart.
        let first = self.offsets[from..from + c].iter().map(|offset| offset.cast_signed());
        let behind = self.offsets[last + 1 - c..=last].iter().map(|offset| offset.cast_signed());
        let base = first.fold(isize::MAX, isize::min).cast_unsigned();
        let most = behind.fold(0, isize::max).cast_unsigned();
        Clip { from, outer, outer_step, inner, inner_step, length, base, span: most - base }
    }
}
