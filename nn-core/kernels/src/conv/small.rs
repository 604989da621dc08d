//! One sample of a small layer, whose sizes the compiler knows, on a processor without wide vectors: loops over rows, in which no place is
//! computed that could lie outside, so that nothing is checked. Inlined into the network.

use super::{Around, Convolution};
use crate::number::Number;

/// Where the rows or columns of a window's tap lie.
#[derive(Clone, Copy)]
struct Tap {
    /// The first place of the output that finds a value there, and the value that it finds.
    first: [usize; 2],
    /// How far the values of neighbours lie apart.
    stride: usize,
}

impl Convolution {
    #[inline(always)]
    const fn tap(&self, side: usize, tap: usize) -> Tap {
        let (at, padding, stride) = (tap * self.dilation[side], self.padding[side], self.stride[side]);
        let place = padding.saturating_sub(at).div_ceil(stride);
        Tap { first: [place, (place * stride + at).saturating_sub(padding)], stride }
    }

    /// The channels of the input that channel `o` of the output sees.
    #[inline(always)]
    fn seen<'a, T>(&self, x: &'a [T], o: usize) -> impl Iterator<Item = &'a [T]> {
        let (inputs, group) = (self.inputs(), o / self.outputs());
        x.chunks_exact(self.input[1] * self.input[2]).skip(group * inputs).take(inputs)
    }
}

/// The rows or columns of the input that a tap meets, each beside that of the output.
macro_rules! rows {
    ($tap:expr, $y:expr, $x:expr) => {{
        let Tap { first: [place, at], stride } = $tap;
        $y.skip(place).zip($x.skip(at).step_by(stride))
    }};
}

/// `y = w * x`, and `floor` where that is less.
#[inline(always)]
pub fn small<T: Number>(conv: &Convolution, w: &[T], around: Around<'_, T>, x: &[T], y: &mut [T]) {
    let [outputs, _, width] = conv.output;
    for (o, y) in y.chunks_exact_mut(conv.places()).enumerate() {
        y.fill(around.bias.get(o).copied().unwrap_or(T::ZERO));
        let mut columns = w.chunks_exact(outputs);
        for x in conv.seen(x, o) {
            for row in 0..conv.kernel[0] {
                for column in 0..conv.kernel[1] {
                    let Some(&w) = columns.next().and_then(|column| column.get(o)) else { return };
                    let (down, across) = (conv.tap(0, row), conv.tap(1, column));
                    for (y, x) in rows!(down, y.chunks_exact_mut(width), x.chunks_exact(conv.input[2])) {
                        for (y, x) in rows!(across, y.iter_mut(), x.iter()) {
                            *y += w * *x;
                        }
                    }
                }
            }
        }
        for y in y {
            *y = if *y <= around.floor { around.floor } else { *y };
        }
    }
}

/// `dx = wᵀ * dy`
#[inline(always)]
pub fn small_dx<T: Number>(conv: &Convolution, w: &[T], dy: &[T], dx: &mut [T]) {
    let [outputs, _, width] = conv.output;
    let [_, high, wide] = conv.input;
    let (inputs, each) = (conv.inputs(), conv.outputs());
    dx.fill(T::BASE);
    for (o, dy) in dy.chunks_exact(conv.places()).enumerate() {
        let mut columns = w.chunks_exact(outputs);
        for dx in dx.chunks_exact_mut(high * wide).skip(o / each * inputs).take(inputs) {
            for row in 0..conv.kernel[0] {
                for column in 0..conv.kernel[1] {
                    let Some(&w) = columns.next().and_then(|column| column.get(o)) else { return };
                    let (down, across) = (conv.tap(0, row), conv.tap(1, column));
                    for (dy, dx) in rows!(down, dy.chunks_exact(width), dx.chunks_exact_mut(wide)) {
                        for (dy, dx) in rows!(across, dy.iter(), dx.iter_mut()) {
                            *dx += w * *dy;
                        }
                    }
                }
            }
        }
    }
    for dx in dx {
        *dx -= T::BASE;
    }
}

/// `dw += Σ dy x`
#[inline(always)]
pub fn small_dw<T: Number>(conv: &Convolution, x: &[T], dy: &[T], dw: &mut [T]) {
    let [outputs, _, width] = conv.output;
    for (o, dy) in dy.chunks_exact(conv.places()).enumerate() {
        let mut columns = dw.chunks_exact_mut(outputs);
        for x in conv.seen(x, o) {
            for row in 0..conv.kernel[0] {
                for column in 0..conv.kernel[1] {
                    let Some(dw) = columns.next().and_then(|column| column.get_mut(o)) else { return };
                    let (down, across) = (conv.tap(0, row), conv.tap(1, column));
                    let mut sum = *dw + T::BASE;
                    for (dy, x) in rows!(down, dy.chunks_exact(width), x.chunks_exact(conv.input[2])) {
                        for (dy, x) in rows!(across, dy.iter(), x.iter()) {
                            sum += *dy * *x;
                        }
                    }
                    *dw = sum - T::BASE;
                }
            }
        }
    }
}
