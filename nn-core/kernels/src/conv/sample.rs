//! Convolutions of one sample: lanes are neighbours in a row, or channels of the output.

use fearless_simd::Level;

use super::geometry::{Back, Convolution};
use super::gradient::Correlation;
use super::outputs;
use super::planes::Planes;
use super::side::Side;
use super::sweep::{ROOM, Steps, Sweep};
use super::table::TAPS;
use super::{Around, ConvKernels, vector_len};
use crate::number::{MOST_LANES, Number};

/// More columns than any image has: a copy with zeros around it has them all.
const ENDLESS: usize = usize::MAX / 8;

/// The rows of an image with `columns` columns each, in vectors of `len` values.
const fn whole(image: [usize; 3], len: usize) -> Planes {
    Planes { image, before: 0, phases: 1, columns: image[2].next_multiple_of(len) }
}

impl Convolution {
    /// The copy of `x` that the way forward reads, for so many columns of the output.
    const fn planes(&self, columns: usize) -> Planes {
        let columns = columns + self.reach(1) / self.stride[1];
        Planes { image: self.input, before: self.padding[1], phases: self.stride[1], columns }
    }

    /// The copy of `dy` that the way back reads.
    const fn planes_back(&self, len: usize) -> Planes {
        let (reach, padding, stride) = (self.reach(1), self.padding[1], self.stride[1]);
        let before = reach.saturating_sub(padding) / stride;
        let columns = before + (padding + self.input[2]) / stride + 1;
        Planes { image: self.output, before, phases: 1, columns: columns.next_multiple_of(len) + len }
    }

    /// One phase of `dx`, in whole vectors.
    const fn phase_back(&self, len: usize) -> Planes {
        let [channels, rows, columns] = self.input;
        whole([channels, rows.div_ceil(self.stride[0]), columns.div_ceil(self.stride[1])], len)
    }

    /// The same for one sample: a window of one value sees an image as one long row.
    #[inline(always)]
    const fn flat(&self) -> Self {
        let plain = self.kernel[0] * self.kernel[1] * self.stride[0] * self.stride[1] == 1;
        if plain
            && self.padding[0] + self.padding[1] == 0
            && self.input[1] == self.output[1]
            && self.input[2] == self.output[2]
        {
            let places = self.places();
            return Self { input: [self.input[0], 1, places], output: [self.output[0], 1, places], ..*self };
        }
        *self
    }

    /// Values that one sample needs while it is computed, forward or backward.
    #[must_use]
    pub const fn scratch(&self) -> usize {
        let (dy, dx) = (self.planes_back(MOST_LANES).len(), self.phase_back(MOST_LANES).len());
        let (forward, backward) = (self.forward_scratch(), dy + dx);
        if forward > backward { forward } else { backward }
    }

    /// Values that the way forward needs alone.
    #[must_use]
    pub const fn forward_scratch(&self) -> usize {
        let x = self.planes(self.output[2].next_multiple_of(MOST_LANES)).len();
        let y = whole(self.output, MOST_LANES).len();
        let (neighbours, outputs) = (x + y, outputs::scratch(self));
        if neighbours > outputs { neighbours } else { outputs }
    }

    /// Bytes of stack for the weights of a run of taps, and for the code around them.
    #[must_use]
    pub const fn frames<T: Number>(&self) -> usize {
        8 * 1024 + ROOM * size_of::<T>()
    }

    /// Columns by whole vectors of `len` neighbours.
    const fn vectors(side: Side, len: usize, origin: usize) -> Side {
        let Side { count, taps, dilation, .. } = side;
        Side { count: count.div_ceil(len), taps, stride: len, dilation, origin: origin.cast_signed(), extent: ENDLESS }
    }
}

/// The distances in a copy of an image in `groups` groups; a place is a vector.
const fn steps(planes: &Planes, groups: usize) -> Steps {
    let channel = planes.channel();
    Steps { origin: 0, block: 0, group: planes.image[0] / groups * channel, channel, row: planes.columns, column: 1 }
}

/// `x` where it can be read in whole vectors, or else a copy of it at the front of `scratch`; and the rest of that.
fn copied<'a, T: Number>(planes: &Planes, x: &'a [T], scratch: &'a mut [T]) -> (&'a [T], &'a mut [T]) {
    if planes.is_image() {
        return (x, scratch);
    }
    let (copy, rest) = scratch.split_at_mut(planes.len());
    planes.copy(x, T::ZERO, copy);
    (copy, rest)
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
    let conv = &conv.flat();
    let len = vector_len::<T>(level);
    if outputs::suits(conv, len) {
        return outputs::forward(level, conv, w, around, x, y, scratch);
    }
    // Where all taps are one run the last vector of a row may compute again what the one before it did: then no row is any longer than it is.
    let overlaps = conv.output[2] >= len && conv.patch() <= TAPS;
    let (columns, furthest) = if overlaps {
        (conv.output[2], conv.output[2] - len)
    } else {
        (conv.output[2].next_multiple_of(len), usize::MAX)
    };
    let planes = conv.planes(columns);
    let rows = Planes { columns, ..whole(conv.output, 1) };
    let (x, scratch) = copied(&planes, x, scratch);
    let to = if rows.is_image() { &mut *y } else { &mut scratch[..rows.len()] };
    let sweep = Sweep {
        x,
        x_steps: steps(&planes, conv.groups),
        w: conv.forward(w),
        y_steps: Steps { column: len, ..steps(&rows, conv.groups) },
        sides: [conv.side(0), Convolution::vectors(conv.side(1), len, 0)],
        inputs: conv.inputs(),
        outputs: conv.outputs(),
        groups: conv.groups,
        blocks: 1,
        parts: 0,
        furthest,
        phases: planes.phases,
        phase: planes.phase(),
        around,
    };
    T::sweep(level, &sweep, to);
    if !rows.is_image() {
        for (y, row) in y.chunks_exact_mut(conv.output[2]).zip(scratch.chunks_exact(rows.columns)) {
            y.copy_from_slice(&row[..y.len()]);
        }
    }
}

/// `dx = wᵀ * dy`: what each value of `x` brought to `y`, one phase of the stride after the other.
pub(super) fn backward<T: ConvKernels>(
    level: Level,
    conv: &Convolution,
    w: &[T],
    around: Around<'_, T>,
    dy: &[T],
    dx: &mut [T],
    scratch: &mut [T],
) {
    let len = vector_len::<T>(level);
    let (planes, phase) = (conv.planes_back(len), conv.phase_back(len));
    let (copy, rows) = scratch.split_at_mut(planes.len());
    planes.copy(dy, T::ZERO, copy);
    let rows = &mut rows[..phase.len()];
    let [_, high, wide] = conv.input;
    for row in 0..conv.stride[0].min(high) {
        for column in 0..conv.stride[1].min(wide) {
            let (down, across) = (conv.back(0, row), conv.back(1, column));
            let Back { side, .. } = across;
            let origin = (side.origin + planes.before.cast_signed()).cast_unsigned();
            let sweep = Sweep {
                x: copy,
                x_steps: steps(&planes, conv.groups),
                w: conv.backward(w, &down, &across),
                y_steps: Steps { column: len, ..steps(&phase, conv.groups) },
                sides: [down.side, Convolution::vectors(side, len, origin)],
                inputs: conv.outputs(),
                outputs: conv.inputs(),
                groups: conv.groups,
                blocks: 1,
                parts: 0,
                furthest: usize::MAX,
                phases: 1,
                phase: 0,
                around,
            };
            T::sweep(level, &sweep, rows);
            for (dx, rows) in dx.chunks_exact_mut(high * wide).zip(rows.chunks_exact(phase.channel())) {
                let dx = dx.chunks_exact_mut(wide).skip(row).step_by(conv.stride[0]);
                for (dx, values) in dx.zip(rows.chunks_exact(phase.columns)) {
                    for (dx, value) in dx.iter_mut().skip(column).step_by(conv.stride[1]).zip(values) {
                        *dx = *value;
                    }
                }
            }
        }
    }
}

/// `dw += Σ dy x`
pub(super) fn weights<T: ConvKernels>(
    level: Level,
    conv: &Convolution,
    x: &[T],
    dy: &[T],
    dw: &mut [T],
    scratch: &mut [T],
) {
    let conv = &conv.flat();
    let len = T::LANES;
    let (planes, rows) = (conv.planes(conv.output[2].next_multiple_of(len)), whole(conv.output, len));
    let (x, scratch) = copied(&planes, x, scratch);
    let (dy, _) = copied(&rows, dy, scratch);
    let correlation = Correlation {
        conv,
        x,
        x_steps: steps(&planes, conv.groups),
        dy,
        y_steps: Steps { column: len, ..steps(&rows, conv.groups) },
        sides: [conv.side(0), Convolution::vectors(conv.side(1), len, 0)],
        phases: planes.phases,
        phase: planes.phase(),
        length: conv.output[2],
        first: false,
    };
    T::correlate(level, &correlation, dw);
}
