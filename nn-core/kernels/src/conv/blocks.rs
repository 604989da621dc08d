//! Convolutions of blocks: lanes are samples.

use fearless_simd::Level;

use super::geometry::Convolution;
use super::gradient::Correlation;
use super::sweep::{Steps, Sweep};
use super::{Around, ConvKernels, vector_len};
use crate::number::Number;

/// The distances in blocks of `channels` channels of `rows` by `columns`, in `groups` groups.
pub(super) const fn steps<T: Number>([channels, rows, columns]: [usize; 3], groups: usize) -> Steps {
    let (column, row) = (T::LANES, columns * T::LANES);
    let channel = rows * row;
    Steps { origin: 0, block: channels * channel, group: channels / groups * channel, channel, row, column }
}

/// The logarithm of the number of vectors in a block's lanes.
fn parts<T: Number>(level: Level) -> u32 {
    (T::LANES / vector_len::<T>(level)).ilog2()
}

/// `y = w * x`
pub(super) fn forward<T: ConvKernels>(
    level: Level,
    conv: &Convolution,
    w: &[T],
    around: Around<'_, T>,
    x: &[T],
    y: &mut [T],
) {
    let x_steps = steps::<T>(conv.input, conv.groups);
    let sweep = Sweep {
        x,
        x_steps,
        w: conv.forward(w),
        y_steps: steps::<T>(conv.output, conv.groups),
        sides: [conv.side(0), conv.side(1)],
        inputs: conv.inputs(),
        outputs: conv.outputs(),
        groups: conv.groups,
        blocks: x.len() / x_steps.block,
        parts: parts::<T>(level),
        furthest: usize::MAX,
        phases: 1,
        phase: 0,
        around,
    };
    T::sweep(level, &sweep, y);
}

/// `dx = wᵀ * dy`: what each value of `x` brought to `y`, one phase of the stride after the other.
pub(super) fn backward<T: ConvKernels>(
    level: Level,
    conv: &Convolution,
    w: &[T],
    around: Around<'_, T>,
    dy: &[T],
    dx: &mut [T],
) {
    let (x_steps, y_steps) = (steps::<T>(conv.output, conv.groups), steps::<T>(conv.input, conv.groups));
    for row in 0..conv.stride[0].min(conv.input[1]) {
        for column in 0..conv.stride[1].min(conv.input[2]) {
            let (rows, columns) = (conv.back(0, row), conv.back(1, column));
            let sweep = Sweep {
                x: dy,
                x_steps,
                w: conv.backward(w, &rows, &columns),
                y_steps: Steps {
                    origin: row * y_steps.row + column * y_steps.column,
                    row: y_steps.row * conv.stride[0],
                    column: y_steps.column * conv.stride[1],
                    ..y_steps
                },
                sides: [rows.side, columns.side],
                inputs: conv.outputs(),
                outputs: conv.inputs(),
                groups: conv.groups,
                blocks: dy.len() / x_steps.block,
                parts: parts::<T>(level),
                furthest: usize::MAX,
                phases: 1,
                phase: 0,
                around,
            };
            T::sweep(level, &sweep, dx);
        }
    }
}

/// `dw += Σ dy x`, block after block; `=` if it is the `first` time.
pub(super) fn weights<T: ConvKernels>(level: Level, conv: &Convolution, x: &[T], dy: &[T], first: bool, dw: &mut [T]) {
    let (x_steps, y_steps) = (steps::<T>(conv.input, conv.groups), steps::<T>(conv.output, conv.groups));
    let (xs, ys) = (x.chunks_exact(x_steps.block), dy.chunks_exact(y_steps.block));
    for (block, (x, dy)) in xs.zip(ys).enumerate() {
        let sides = [conv.side(0), conv.side(1)];
        let first = first && block == 0;
        let length = conv.output[2] * T::LANES;
        T::correlate(
            level,
            &Correlation { conv, x, x_steps, dy, y_steps, sides, phases: 1, phase: 0, length, first },
            dw,
        );
    }
}
