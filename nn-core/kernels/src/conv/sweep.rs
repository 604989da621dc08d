//! The product of a small matrix with every window, a tile of `R` channels by `V` vectors at a time.
//!
//! A tile goes through the taps in runs, so that the weights that it reads stay in the first-level cache; between two runs its sums lie in
//! `y`. Each sum takes the taps in one order, whatever the tile.

use core::hint::black_box;

use fearless_simd::{Simd, SimdBase, SimdFloat};

use super::Around;
use super::side::Side;
use super::table::{Clip, MOST_ROWS, Run, TAPS, Table};
use crate::dense::{many_registers, plain, raise};
use crate::number::Number;

/// Distances in memory, in values.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Steps {
    /// Of the first value.
    pub(super) origin: usize,
    pub(super) block: usize,
    pub(super) group: usize,
    pub(super) channel: usize,
    pub(super) row: usize,
    pub(super) column: usize,
}

/// The weights of a product: `values[place(t) + group + r * step]`, tap by tap and channel by channel of `y`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weights<'a, T> {
    pub(super) values: &'a [T],
    /// The place of the first tap.
    pub(super) origin: usize,
    /// Distances, in values.
    pub(super) group: usize,
    pub(super) channel: usize,
    pub(super) row: isize,
    pub(super) column: isize,
    pub(super) step: usize,
}

impl<T> Weights<'_, T> {
    /// Where a tap has its weight for the first channel.
    #[inline(always)]
    pub(super) const fn place(&self, channel: usize, row: usize, column: usize) -> usize {
        let window = self.row * row.cast_signed() + self.column * column.cast_signed();
        (self.origin + channel * self.channel).wrapping_add_signed(window)
    }
}

/// `y[r, p] = bias[r] + Σ_t w[t, r] x[start(p) + offset(t)]` for channels `r` and places `p`.
#[derive(Debug)]
pub struct Sweep<'a, T> {
    pub(super) x: &'a [T],
    pub(super) x_steps: Steps,
    pub(super) w: Weights<'a, T>,
    pub(super) y_steps: Steps,
    /// Rows and columns.
    pub(super) sides: [Side; 2],
    /// Channels of `x` in a group.
    pub(super) inputs: usize,
    /// Channels of `y` in a group.
    pub(super) outputs: usize,
    pub(super) groups: usize,
    pub(super) blocks: usize,
    /// The logarithm of the number of vectors of a place.
    pub(super) parts: u32,
    /// No place begins further from the first of its row: the last vector of a row then overlaps the one before it.
    pub(super) furthest: usize,
    /// For one sample: columns of `x` whose distance is no multiple of this are so far apart.
    pub(super) phases: usize,
    pub(super) phase: usize,
    pub(super) around: Around<'a, T>,
}

/// The channels of a plain tile.
const PLAIN_ROWS: usize = 6;

/// The most weights of a run that lie side by side on the stack, each as often as a vector of 16 bytes of the smaller scalar has lanes.
pub(super) const ROOM: usize = TAPS * PLAIN_ROWS * 4;

/// How often each weight stands side by side: as a whole vector where none can be filled from memory with one number. Without an operating
/// system vectors are mostly none, and a stack has no room for copies.
const fn repeats<S: Simd, T: Number>() -> usize {
    if plain::<S, T>() && size_of::<T::Native<S>>() == 16 && !cfg!(target_os = "none") {
        T::Native::<S>::LEN
    } else {
        1
    }
}

/// What the tiles of some channels have in common.
struct Rows<'a, T> {
    table: &'a Table,
    panel: &'a [T],
    /// What the sums of each channel begin with.
    begin: &'a [T; MOST_ROWS],
    /// Whether the run is the first one, and the last one.
    ends: [bool; 2],
}

/// Places that have the same taps, and where the next vector of them stands. Their rows follow each other, so that a tile may go from one
/// to the next.
#[derive(Clone, Copy)]
struct Places {
    /// Where the next vector stands in `x`, without its taps, and in `y`.
    x: usize,
    y: usize,
    /// Vectors of the row that are left.
    left: usize,
    /// Vectors of a row.
    wide: usize,
    /// The vectors of a place, less one.
    parts: usize,
    within: [usize; 2],
    between: [usize; 2],
    /// To the last vector of a row.
    last: [usize; 2],
    /// From there to the first one of the next row.
    turn: [usize; 2],
}

impl Places {
    /// Where the next vector stands in `x` and in `y`.
    #[inline(always)]
    fn take(&mut self) -> (usize, usize) {
        let at = (self.x, self.y);
        self.left -= 1;
        let mut step = if self.left & self.parts == 0 { self.between } else { self.within };
        step = if self.left == 1 { self.last } else { step };
        step = if self.left == 0 { self.turn } else { step };
        self.left = if self.left == 0 { self.wide } else { self.left };
        (self.x, self.y) = (self.x.wrapping_add(step[0]), self.y.wrapping_add(step[1]));
        at
    }
}

impl<T: Number> Sweep<'_, T> {
    /// All channels of all places.
    #[inline(always)]
    pub(super) fn write<S: Simd>(&self, simd: S, y: &mut [T]) {
        if const { repeats::<S, T>() > 1 } {
            self.runs(simd, &mut [T::ZERO; ROOM], y);
        } else {
            self.runs(simd, &mut [T::ZERO; TAPS * MOST_ROWS], y);
        }
    }

    /// The same, with room for the weights of a tile.
    #[inline(always)]
    fn runs<S: Simd>(&self, simd: S, panel: &mut [T], y: &mut [T]) {
        let mut table = Table::new();
        let taps = [self.sides[0].taps, self.sides[1].taps];
        let mut runs = Run::all(self.inputs, taps).peekable();
        let mut first = true;
        while let Some(run) = runs.next() {
            table.fill(run, self);
            let ends = [first, runs.peek().is_none()];
            for group in 0..self.groups {
                let mut row = 0;
                while row < self.outputs {
                    row += self.some_rows(simd, &table, ends, group, row, panel, y);
                }
            }
            first = false;
        }
    }

    /// As many channels as one tile takes, from `row` on: how many that were.
    #[inline(always)]
    #[expect(clippy::too_many_arguments, reason = "the state of one loop")]
    fn some_rows<S: Simd>(
        &self,
        simd: S,
        table: &Table,
        ends: [bool; 2],
        group: usize,
        row: usize,
        panel: &mut [T],
        y: &mut [T],
    ) -> usize {
        let left = self.outputs - row;
        let at = Position { table, ends, group, row };
        if const { plain::<S, T>() } {
            return match left {
                PLAIN_ROWS.. => self.rows::<S, PLAIN_ROWS, 2>(simd, at, panel, y),
                2.. => self.rows::<S, 2, 4>(simd, at, panel, y),
                _ => self.rows::<S, 1, 4>(simd, at, panel, y),
            };
        }
        if const { T::Native::<S>::LEN == T::LANES } {
            return match left {
                8.. => self.rows::<S, 8, 3>(simd, at, panel, y),
                6.. => self.rows::<S, 6, 4>(simd, at, panel, y),
                4.. => self.rows::<S, 4, 6>(simd, at, panel, y),
                3 => self.rows::<S, 3, 6>(simd, at, panel, y),
                2 => self.rows::<S, 2, 6>(simd, at, panel, y),
                _ => self.rows::<S, 1, 5>(simd, at, panel, y),
            };
        }
        if const { many_registers::<S, T>() } {
            return match left {
                6 => self.rows::<S, 6, 4>(simd, at, panel, y),
                4.. => self.rows::<S, 4, 4>(simd, at, panel, y),
                2.. => self.rows::<S, 2, 8>(simd, at, panel, y),
                _ => self.rows::<S, 1, 8>(simd, at, panel, y),
            };
        }
        // Eight rows are two tiles of four: six would leave two.
        match left {
            8 => self.rows::<S, 4, 2>(simd, at, panel, y),
            6.. => self.rows::<S, 6, 2>(simd, at, panel, y),
            4.. => self.rows::<S, 4, 2>(simd, at, panel, y),
            3 => self.rows::<S, 3, 3>(simd, at, panel, y),
            2 => self.rows::<S, 2, 4>(simd, at, panel, y),
            _ => self.rows::<S, 1, 6>(simd, at, panel, y),
        }
    }

    /// `R` channels of all places, `V` vectors at a time.
    #[inline(always)]
    fn rows<S: Simd, const R: usize, const V: usize>(
        &self,
        simd: S,
        Position { table, ends, group, row }: Position<'_>,
        panel: &mut [T],
        y: &mut [T],
    ) -> usize {
        let copies = const { repeats::<S, T>() };
        table.pack::<T, R>(&self.w, group * self.w.group + row * self.w.step, copies, panel);
        let mut begin = [self.around.base; MOST_ROWS];
        if !self.around.bias.is_empty() {
            begin[..R].copy_from_slice(&self.around.bias[group * self.outputs + row..][..R]);
        }
        let rows = Rows { table, panel, begin: &begin, ends };
        let [high, wide] = &self.sides;
        let (x_steps, y_steps) = (&self.x_steps, &self.y_steps);
        for block in 0..self.blocks {
            let x = (x_steps.origin + block * x_steps.block + group * x_steps.group).cast_signed();
            let y_at = y_steps.origin + block * y_steps.block + group * y_steps.group + row * y_steps.channel;
            for rows_alike in high.alike() {
                for columns in wide.alike() {
                    let clip = table.clip(high.range(rows_alike[0]), wide.range(columns[0]));
                    let x = x
                        + high.at(rows_alike[0]) * x_steps.row.cast_signed()
                        + wide.at(columns[0]) * x_steps.column.cast_signed();
                    let to = y_at + rows_alike[0] * y_steps.row + columns[0] * y_steps.column;
                    let places = self.places_from::<S>(x, to, columns[1] - columns[0]);
                    self.places::<S, R, V>(simd, &rows, places, rows_alike[1] - rows_alike[0], clip, y);
                }
            }
        }
        R
    }

    /// Rows of `count` places from this one on.
    #[inline(always)]
    fn places_from<S: Simd>(&self, x: isize, y: usize, count: usize) -> Places {
        let len = T::Native::<S>::LEN;
        let ([high, wide], parts) = (&self.sides, (1 << self.parts) - 1);
        let steps = [wide.stride * self.x_steps.column, self.y_steps.column];
        let row = [high.stride * self.x_steps.row, self.y_steps.row];
        let within = [len; 2];
        let between = steps.map(|step| step - parts * len);
        // From the last place but one to the last one, and from a row's last vector to the next row.
        let ends = [0, 1].map(|i| ((count - 1) * steps[i]).min(self.furthest));
        let last = [0, 1]
            .map(|i| if parts > 0 { len } else { ends[i].wrapping_sub(count.wrapping_sub(2).wrapping_mul(steps[i])) });
        let turn = [0, 1].map(|i| row[i].wrapping_sub(ends[i] + parts * len));
        let wide = count << self.parts;
        Places { x: x.cast_unsigned(), y, left: wide, wide, parts, within, between, last, turn }
    }

    /// `R` channels of some rows of places that have the same taps.
    #[inline(always)]
    fn places<S: Simd, const R: usize, const V: usize>(
        &self,
        simd: S,
        rows: &Rows<'_, T>,
        mut places: Places,
        high: usize,
        clip: Clip,
        y: &mut [T],
    ) {
        let mut left = high * places.wide;
        while left >= V {
            self.tile::<S, R, V>(simd, rows, &mut places, clip, y);
            left -= V;
        }
        while const { V > 2 } && left >= 2 {
            self.tile::<S, R, 2>(simd, rows, &mut places, clip, y);
            left -= 2;
        }
        while left > 0 {
            self.tile::<S, R, 1>(simd, rows, &mut places, clip, y);
            left -= 1;
        }
    }

    /// `R` channels by the next `V` vectors, kept in registers over a run of taps.
    #[inline(always)]
    fn tile<S: Simd, const R: usize, const V: usize>(
        &self,
        simd: S,
        rows: &Rows<'_, T>,
        places: &mut Places,
        clip: Clip,
        y: &mut [T],
    ) {
        let len = T::Native::<S>::LEN;
        // That all slices are of one length spares the loop all checks of places but one.
        let span = if clip.length == 0 { 0 } else { clip.span + len };
        let (mut xs, mut ys): ([&[T]; V], _) = ([&[]; V], [0; V]);
        for v in 0..V {
            let (x, y) = places.take();
            let at = if span == 0 { 0 } else { x.wrapping_add(clip.base) };
            xs[v] = &self.x[at..][..span];
            ys[v] = y;
        }
        let [first, last] = rows.ends;
        let mut sums = [[T::Native::<S>::splat(simd, T::ZERO); V]; R];
        if first {
            // What is the same for all tiles the compiler would have in registers, of which the loop needs all that there are.
            let begin = black_box(rows.begin);
            for r in 0..R {
                sums[r] = [T::Native::<S>::splat(simd, begin[r]); V];
            }
        } else {
            for r in 0..R {
                for v in 0..V {
                    sums[r][v] = T::Native::<S>::from_slice(simd, &y[ys[v] + r * self.y_steps.channel..][..len]);
                }
            }
        }
        let copies = const { repeats::<S, T>() };
        let width = R * copies;
        for outer in 0..clip.outer {
            for inner in 0..clip.inner {
                let from = clip.from + outer * clip.outer_step + inner * clip.inner_step;
                let panel = rows.panel[from * width..][..clip.length * width].chunks_exact(width);
                let taps = rows.table.offsets[from..from + clip.length].iter().zip(panel);
                for (offset, a) in taps {
                    let offset = *offset - clip.base;
                    let mut x = [T::Native::<S>::splat(simd, T::ZERO); V];
                    for v in 0..V {
                        x[v] = T::Native::<S>::from_slice(simd, &xs[v][offset..][..len]);
                    }
                    for r in 0..R {
                        let a = if const { repeats::<S, T>() > 1 } {
                            T::Native::<S>::from_slice(simd, &a[r * copies..][..copies])
                        } else {
                            T::Native::<S>::splat(simd, a[r])
                        };
                        for v in 0..V {
                            sums[r][v] = x[v].mul_add(a, sums[r][v]);
                        }
                    }
                }
            }
        }
        let Around { floor, base, .. } = self.around;
        let [floor, base] = black_box(if last { [floor, base] } else { [T::from_f64(f64::NEG_INFINITY), T::ZERO] });
        let base = T::Native::<S>::splat(simd, base);
        for r in 0..R {
            for v in 0..V {
                let sum = raise::<S, T>(simd, sums[r][v] - base, floor);
                sum.store_slice(&mut y[ys[v] + r * self.y_steps.channel..][..len]);
            }
        }
    }
}

/// Where some channels stand.
#[derive(Clone, Copy)]
struct Position<'a> {
    table: &'a Table,
    ends: [bool; 2],
    group: usize,
    row: usize,
}
