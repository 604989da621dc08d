//! One sample of a layer with many channels and short rows: lanes are channels of the output.
//!
//! What comes out lies channel by channel for each place, and is turned at the end.

#![expect(
    clippy::needless_range_loop,
    reason = "indices over const bounds unroll into registers; iterators over them need not"
)]

use core::hint::black_box;

use fearless_simd::{Level, Simd, SimdBase, SimdFloat};

use super::geometry::Convolution;
use super::planes::Planes;
use super::side::Side;
use super::sweep::{Steps, Sweep};
use super::table::{Clip, Run, Table};
use super::{Around, ConvKernels};
use crate::dense::{many_registers, plain, raise};
use crate::number::Number;
use crate::transpose::{ROWS, transpose};

/// What turning a place's channels costs, in taps.
const TURNING: usize = 6;

/// Whether lanes are better filled by channels than by vectors of `len` neighbours in a row.
#[inline(always)]
pub(super) const fn suits(conv: &Convolution, len: usize) -> bool {
    let (columns, outputs, patch) = (conv.output[2], conv.output[0], conv.patch());
    // The vector behind the last whole one is alone in its tiles, which takes twice as long.
    let lanes = outputs / len * len + if outputs.is_multiple_of(len) { 0 } else { 2 * len };
    let channels = columns * (patch + TURNING) * lanes;
    conv.groups == 1 && outputs >= len && channels < patch * columns.next_multiple_of(len) * outputs
}

/// Values that a sample needs.
pub(super) const fn scratch(conv: &Convolution) -> usize {
    image(conv).len() + conv.output[0] * conv.places()
}

/// The copy of `x` that is read: the columns that neighbours take are neighbours.
const fn image(conv: &Convolution) -> Planes {
    let columns = conv.output[2] + conv.reach(1) / conv.stride[1];
    Planes { image: conv.input, before: conv.padding[1], phases: conv.stride[1], columns }
}

/// `y = w * x`
pub(super) fn forward<T: ConvKernels>(
    level: Level,
    conv: &Convolution,
    w: &[T],
    around: Around<'_, T>,
    x: &[T],
    y: &mut [T],
    scratch: &mut [T],
) {
    let image = image(conv);
    let (copy, turned) = scratch.split_at_mut(if image.is_image() { 0 } else { image.len() });
    let x = if image.is_image() {
        x
    } else {
        image.copy(x, T::ZERO, copy);
        copy
    };
    let (outputs, places) = (conv.output[0], conv.places());
    let turned = &mut turned[..outputs * places];
    let columns = Side { origin: 0, stride: 1, extent: image.columns, ..conv.side(1) };
    let x_steps = Steps { channel: image.channel(), row: image.columns, column: 1, ..Steps::default() };
    let sweep = Sweep {
        x,
        x_steps,
        w: conv.forward(w),
        y_steps: Steps { row: outputs * conv.output[2], column: outputs, ..Steps::default() },
        sides: [conv.side(0), columns],
        inputs: conv.inputs(),
        outputs,
        groups: 1,
        blocks: 1,
        parts: 0,
        furthest: usize::MAX,
        phases: image.phases,
        phase: image.phase(),
        around,
    };
    T::sweep_places(level, &sweep, turned, y);
}

/// All channels of all places: a place's channels side by side in `places`, and then turned.
#[inline(always)]
pub(super) fn write<S: Simd, T: Number>(simd: S, sweep: &Sweep<'_, T>, places: &mut [T], y: &mut [T]) {
    sweep.write_places(simd, places);
    turn::<S, T>(simd, places, sweep.outputs, y);
}

impl<T: Number> Sweep<'_, T> {
    /// All channels of all places, a place's channels side by side.
    #[inline(always)]
    fn write_places<S: Simd>(&self, simd: S, y: &mut [T]) {
        let mut table = Table::new();
        let (taps, len) = ([self.sides[0].taps, self.sides[1].taps], T::Native::<S>::LEN);
        let whole = self.outputs / len * len;
        // One vector more for the channels behind the last whole one: it overlaps that, and all its sums begin anew.
        let parts = [[0, whole], [self.outputs - len, self.outputs]];
        for part in &parts[..if whole < self.outputs { 2 } else { 1 }] {
            let mut runs = Run::all(self.inputs, taps).peekable();
            let mut first = true;
            while let Some(run) = runs.next() {
                table.fill(run, self);
                let ends = [first, runs.peek().is_none()];
                let mut channel = part[0];
                while channel < part[1] {
                    let left = (part[1] - channel) / len;
                    channel += if const { many_registers::<S, T>() } && left >= 4 {
                        self.some_channels::<S, 4, 6>(simd, &table, ends, channel, y)
                    } else if left >= 2 {
                        if const { many_registers::<S, T>() } {
                            self.some_channels::<S, 2, 8>(simd, &table, ends, channel, y)
                        } else if const { plain::<S, T>() } {
                            self.some_channels::<S, 2, 4>(simd, &table, ends, channel, y)
                        } else {
                            self.some_channels::<S, 2, 6>(simd, &table, ends, channel, y)
                        }
                    } else {
                        self.some_channels::<S, 1, 8>(simd, &table, ends, channel, y)
                    };
                }
                first = false;
            }
        }
    }

    /// `V` vectors of channels, of `P` places at a time: how many channels that are.
    #[inline(always)]
    fn some_channels<S: Simd, const V: usize, const P: usize>(
        &self,
        simd: S,
        table: &Table,
        ends: [bool; 2],
        channel: usize,
        y: &mut [T],
    ) -> usize {
        let [high, wide] = &self.sides;
        for rows in high.alike() {
            let clip = table.clip(high.range(rows[0]), [0, wide.taps]);
            let start = high.at(rows[0]) * self.x_steps.row.cast_signed();
            let y_at = rows[0] * self.y_steps.row + channel;
            let mut at = Place { table, clip, ends, channel, x: start.cast_unsigned(), y: y_at, left: wide.count };
            let mut left = (rows[1] - rows[0]) * wide.count;
            while left >= P {
                self.channels::<S, V, P>(simd, &mut at, y);
                left -= P;
            }
            while const { P > 4 } && left >= 3 {
                self.channels::<S, V, 3>(simd, &mut at, y);
                left -= 3;
            }
            while left > 0 {
                self.channels::<S, V, 1>(simd, &mut at, y);
                left -= 1;
            }
        }
        V * T::Native::<S>::LEN
    }

    /// The next `P` places by `V` vectors of channels, kept in registers over a run of taps.
    #[inline(always)]
    fn channels<S: Simd, const V: usize, const P: usize>(&self, simd: S, at: &mut Place<'_>, y: &mut [T]) {
        let Place { table, clip, ends: [first, last], channel, .. } = *at;
        let len = T::Native::<S>::LEN;
        // That all slices are of one length spares the loop all checks of places but one.
        let span = if clip.length == 0 { 0 } else { clip.span + 1 };
        let mut xs: [&[T]; P] = [&[]; P];
        let ys = at.y;
        for p in 0..P {
            let from = if span == 0 { 0 } else { at.x.wrapping_add(clip.base) };
            xs[p] = &self.x[from..][..span];
            at.take(self);
        }
        // What is the same for all tiles the compiler would have in registers, of which the loop needs all that there are.
        let around = black_box(&self.around);
        let mut sums = [[T::Native::<S>::splat(simd, around.base); V]; P];
        if !first {
            for p in 0..P {
                let y = &y[ys + p * self.y_steps.column..][..V * len];
                for v in 0..V {
                    sums[p][v] = T::Native::<S>::from_slice(simd, &y[v * len..][..len]);
                }
            }
        } else if !around.bias.is_empty() {
            let bias = &around.bias[channel..][..V * len];
            for v in 0..V {
                let bias = T::Native::<S>::from_slice(simd, &bias[v * len..][..len]);
                for p in 0..P {
                    sums[p][v] = bias;
                }
            }
        }
        let values = &self.w.values[channel..];
        for outer in 0..clip.outer {
            for inner in 0..clip.inner {
                let from = clip.from + outer * clip.outer_step + inner * clip.inner_step;
                for (offset, w) in table.taps(from, clip.length) {
                    let (offset, w) = (offset - clip.base, &values[w..][..V * len]);
                    let mut weights = [T::Native::<S>::splat(simd, T::ZERO); V];
                    for v in 0..V {
                        weights[v] = T::Native::<S>::from_slice(simd, &w[v * len..][..len]);
                    }
                    for p in 0..P {
                        let x = T::Native::<S>::splat(simd, xs[p][offset]);
                        for v in 0..V {
                            sums[p][v] = weights[v].mul_add(x, sums[p][v]);
                        }
                    }
                }
            }
        }
        let Around { floor, base, .. } = self.around;
        let [floor, base] = black_box(if last { [floor, base] } else { [T::from_f64(f64::NEG_INFINITY), T::ZERO] });
        let base = T::Native::<S>::splat(simd, base);
        for p in 0..P {
            for v in 0..V {
                let sum = raise::<S, T>(simd, sums[p][v] - base, floor);
                sum.store_slice(&mut y[ys + p * self.y_steps.column + v * len..][..len]);
            }
        }
    }
}

/// Places that have the same taps, and where the next one of them stands.
#[derive(Clone, Copy)]
struct Place<'a> {
    table: &'a Table,
    /// The taps that they have.
    clip: Clip,
    ends: [bool; 2],
    channel: usize,
    /// In `x`, without its taps, and in `y`.
    x: usize,
    y: usize,
    /// The places of the row that are left.
    left: usize,
}

impl Place<'_> {
    /// Goes to the next one.
    #[inline(always)]
    fn take<T>(&mut self, sweep: &Sweep<'_, T>) {
        let [high, wide] = &sweep.sides;
        self.left -= 1;
        let turns = self.left == 0;
        let turn = (high.stride * sweep.x_steps.row).wrapping_sub(wide.count - 1);
        self.x = self.x.wrapping_add(if turns { turn } else { 1 });
        self.left = if turns { wide.count } else { self.left };
        self.y += sweep.y_steps.column;
    }
}

/// Brings `x`, of `channels` values for each place, to `y`, of all places for each channel.
#[inline(always)]
fn turn<S: Simd, T: Number>(simd: S, x: &[T], channels: usize, y: &mut [T]) {
    let len = T::Native::<S>::LEN;
    let places = x.len() / channels;
    // What reaches behind the last place of a channel is written again with the next one.
    let wide = places.min(len);
    for place in (0..places).step_by(len) {
        let place = place.min(places - wide);
        for channel in (0..channels).step_by(len) {
            let channel = channel.min(channels - len);
            let mut rows = [T::Native::<S>::splat(simd, T::ZERO); ROWS];
            for r in 0..wide {
                rows[r] = T::Native::<S>::from_slice(simd, &x[(place + r) * channels + channel..][..len]);
            }
            let rows = transpose::<S, T::Native<S>>(rows);
            for r in 0..len {
                let y = &mut y[(channel + r) * places + place..];
                if y.len() >= len {
                    rows[r].store_slice(&mut y[..len]);
                } else {
                    y[..wide].copy_from_slice(&rows[r].as_slice()[..wide]);
                }
            }
        }
    }
}
