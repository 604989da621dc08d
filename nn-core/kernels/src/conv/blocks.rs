//! Convolutions of blocks: lanes are samples.

use fearless_simd::{Simd, SimdBase};

use super::Around;
use super::geometry::Convolution;
use super::sweep::{Steps, Sweep};
use crate::number::Number;

/// The distances in blocks of `channels` channels of `rows` by `columns`, in `groups` groups.
pub(super) const fn steps<T: Number>([channels, rows, columns]: [usize; 3], groups: usize) -> Steps {
    let (column, row) = (T::LANES, columns * T::LANES);
    let channel = rows * row;
    Steps { origin: 0, block: channels * channel, group: channels / groups * channel, channel, row, column }
}

/// The logarithm of the number of vectors in a block's lanes.
#[inline(always)]
pub(super) const fn parts<S: Simd, T: Number>() -> u32 {
    (T::LANES / T::Native::<S>::LEN).ilog2()
}

/// `y = w * x`
#[inline(always)]
pub(super) fn forward<S: Simd, T: Number>(
    simd: S,
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
        parts: parts::<S, T>(),
        phases: 1,
        phase: 0,
        around,
    };
    sweep.write(simd, y);
}

/// `dx = wᵀ * dy`: what each value of `x` brought to `y`, one phase of the stride after the other.
#[inline(always)]
pub(super) fn backward<S: Simd, T: Number>(
    simd: S,
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
                parts: parts::<S, T>(),
                phases: 1,
                phase: 0,
                around,
            };
            sweep.write(simd, dx);
        }
    }
}
