//! The sizes of a convolution, and what follows from them.

use super::side::Side;
use super::sweep::Weights;

/// The sizes of a convolution. Its windows may reach over the image's border: what is there counts as zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Convolution {
    /// Channels, rows and columns of what goes in.
    pub input: [usize; 3],
    /// Channels, rows and columns of what comes out.
    pub output: [usize; 3],
    /// Rows and columns of a window.
    pub kernel: [usize; 2],
    /// How far a window lies from its neighbour, in rows and columns.
    pub stride: [usize; 2],
    /// Rows and columns of zeros before the image.
    pub padding: [usize; 2],
    /// How far a window's rows and columns lie apart in the image.
    pub dilation: [usize; 2],
    /// Parts of the channels that do not see each other.
    pub groups: usize,
}

impl Convolution {
    /// Values of a window in all channels that it sees.
    #[must_use]
    pub const fn patch(&self) -> usize {
        self.inputs() * self.kernel[0] * self.kernel[1]
    }

    /// Channels of a group that go in.
    pub(super) const fn inputs(&self) -> usize {
        self.input[0] / self.groups
    }

    /// Channels of a group that come out.
    pub(super) const fn outputs(&self) -> usize {
        self.output[0] / self.groups
    }

    /// The values of a channel of the output.
    pub(super) const fn places(&self) -> usize {
        self.output[1] * self.output[2]
    }

    /// How far the last value of a window lies from its first, along one side.
    pub(super) const fn reach(&self, side: usize) -> usize {
        (self.kernel[side] - 1) * self.dilation[side]
    }

    /// Where the output's places along one side find their window.
    #[inline(always)]
    pub(super) const fn side(&self, side: usize) -> Side {
        Side {
            count: self.output[1 + side],
            taps: self.kernel[side],
            stride: self.stride[side],
            dilation: self.dilation[side],
            origin: -self.padding[side].cast_signed(),
            extent: self.input[1 + side],
        }
    }

    /// Where the places of the input along one side went to, of those whose distance from place `phase` is a multiple of the stride.
    #[inline(always)]
    pub(super) const fn back(&self, side: usize, phase: usize) -> Back {
        let (stride, dilation, kernel) = (self.stride[side], self.dilation[side], self.kernel[side]);
        let (extent, places) = (self.output[1 + side], self.input[1 + side]);
        let at = phase + self.padding[side];
        // The first tap that meets these places, and how many taps lie between two such.
        let mut first = 0;
        while first < kernel && !(at + stride * dilation * kernel - first * dilation).is_multiple_of(stride) {
            first += 1;
        }
        let mut step = 1;
        while step * dilation % stride > 0 {
            step += 1;
        }
        let taps = if first < kernel { (kernel - 1 - first) / step + 1 } else { 0 };
        let count = if phase < places { (places - 1 - phase) / stride + 1 } else { 0 };
        // In the order of the output's places the last tap comes first.
        let last = first + taps.saturating_sub(1) * step;
        let origin = (at.cast_signed() - (last * dilation).cast_signed()) / stride.cast_signed();
        Back { side: Side { count, taps, stride: 1, dilation: step * dilation / stride, origin, extent }, last, step }
    }

    /// The weights on the way forward.
    #[inline(always)]
    pub(super) const fn forward<'a, T>(&self, values: &'a [T]) -> Weights<'a, T> {
        let column = self.output[0];
        let row = self.kernel[1] * column;
        let channel = self.kernel[0] * row;
        let (row, column) = (row.cast_signed(), column.cast_signed());
        Weights { values, origin: 0, group: self.outputs(), channel, row, column, step: 1 }
    }

    /// The weights on the way back.
    #[inline(always)]
    pub(super) const fn backward<'a, T>(&self, values: &'a [T], rows: &Back, columns: &Back) -> Weights<'a, T> {
        let forward = self.forward(values);
        Weights {
            values,
            origin: if rows.side.taps * columns.side.taps == 0 { 0 } else { forward.place(0, rows.last, columns.last) },
            group: self.outputs(),
            channel: 1,
            row: -forward.row * rows.step.cast_signed(),
            column: -forward.column * columns.step.cast_signed(),
            step: forward.channel,
        }
    }
}

/// The way back along one side.
#[derive(Clone, Copy)]
pub(super) struct Back {
    pub(super) side: Side,
    /// The tap of the window that comes first.
    pub(super) last: usize,
    /// From there on every so many, downwards.
    pub(super) step: usize,
}
