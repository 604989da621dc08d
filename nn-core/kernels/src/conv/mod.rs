//! Convolution: the same small matrix on every window of an image.
//!
//! An image lies in memory channel by channel, row by row. In a block each of its values is a line of lanes, which are samples.
//!
//! One description serves all ways through a layer (`sweep`): `y[r, p] = Σ_t a[t, r] x[start(p) + offset(t)]`, where `p` is a place of the
//! output, `r` a channel of it, and a tap `t` a channel of the input with a place in the window. What differs is what a vector holds: in
//! blocks sixteen samples of one place, for one sample neighbours in a row. The gradient of the input is such a sum as well, over the
//! places of the output that a value of the input went to. For one sample of a layer with many channels and short rows the lanes are
//! channels of the output (`outputs`). The gradient of the weights is a sum over the places (`gradient`); where those are
//! few its lanes are channels, too (`few`).
//!
//! Of padding nothing is ever stored in blocks: a window that reaches over the border takes part of its taps (`side`).

mod blocks;
mod few;
mod geometry;
mod gradient;
mod outputs;
mod planes;
mod sample;
mod side;
mod small;
mod sums;
mod sweep;
mod table;
#[cfg(test)]
mod tests;

pub use geometry::Convolution;
#[doc(hidden)]
pub use gradient::Correlation;
pub(crate) use side::Side;
pub use small::{small, small_dw, small_dx};
#[doc(hidden)]
pub use sweep::Sweep;

use fearless_simd::{Level, Simd, SimdBase};

use crate::number::Number;

kernels! {
    /// Convolutions. `w` has a column of output channels for each value of a window.
    trait ConvKernels

    /// `y = w * x` for blocks, with what stands around it. Of a transposed convolution it is the gradient with respect to its input.
    fn conv_blocks(level: Level, conv: &Convolution, w: &[Self], around: Around<'_, Self>, x: &[Self], y: &mut [Self]) {
        blocks::forward(level, conv, w, around, x, y);
    }

    /// `dx = wᵀ * dy` for blocks: the gradient with respect to `x`, or the way forward of a transposed convolution.
    fn conv_blocks_dx(level: Level, conv: &Convolution, w: &[Self], around: Around<'_, Self>, dy: &[Self], dx: &mut [Self]) {
        blocks::backward(level, conv, w, around, dy, dx);
    }

    /// `dw += Σ dy x` for blocks, block after block; `=` if it is the `first` time.
    fn conv_blocks_dw(level: Level, conv: &Convolution, x: &[Self], dy: &[Self], first: bool, dw: &mut [Self]) {
        blocks::weights(level, conv, x, dy, first, dw);
    }

    /// [`conv_blocks`](Self::conv_blocks) for one sample. `scratch` holds [`Convolution::scratch`] values.
    fn conv(
        level: Level, conv: &Convolution, w: &[Self], around: Around<'_, Self>, x: &[Self], y: &mut [Self], scratch: &mut [Self],
    ) {
        sample::forward(level, conv, w, around, x, y, scratch);
    }

    /// [`conv_blocks_dx`](Self::conv_blocks_dx) for one sample.
    fn conv_dx(
        level: Level, conv: &Convolution, w: &[Self], around: Around<'_, Self>, dy: &[Self], dx: &mut [Self],
        scratch: &mut [Self],
    ) {
        sample::backward(level, conv, w, around, dy, dx, scratch);
    }

    /// [`conv_blocks_dw`](Self::conv_blocks_dw) for one sample: adds.
    fn conv_dw(level: Level, conv: &Convolution, x: &[Self], dy: &[Self], dw: &mut [Self], scratch: &mut [Self]) {
        sample::weights(level, conv, x, dy, dw, scratch);
    }

    /// `db += Σ dy` over the values of each of `db.len()` channels, block after block; `=` if it is the `first` time.
    fn channel_sums(level: Level, dy: &[Self], blocks: usize, first: bool, db: &mut [Self]) {
        dispatch!(plain Self: level, simd => gradient::bias::<_, Self>(simd, dy, blocks, first, db));
    }

    /// The one loop behind all ways through a layer.
    #[doc(hidden)]
    fn sweep(level: Level, sweep: &Sweep<'_, Self>, y: &mut [Self]) {
        dispatch!(plain Self: level, simd => sweep.write(simd, y));
    }

    /// The same with the channels of a place side by side.
    #[doc(hidden)]
    fn sweep_places(level: Level, sweep: &Sweep<'_, Self>, places: &mut [Self], y: &mut [Self]) {
        dispatch!(plain Self: level, simd => outputs::write(simd, sweep, places, y));
    }

    /// The one loop behind the gradient of weights.
    #[doc(hidden)]
    fn correlate(level: Level, correlation: &Correlation<'_, Self>, dw: &mut [Self]) {
        dispatch!(plain Self: level, simd => correlation.write(simd, dw));
    }
}

/// How many values a vector has.
fn vector_len<T: Number>(level: Level) -> usize {
    #[inline(always)]
    fn len<S: Simd, T: Number>(_: S) -> usize {
        T::Native::<S>::LEN
    }
    dispatch!(plain T: level, simd => len::<_, T>(simd))
}

/// What stands around a product: what its sums begin with, and what becomes of them.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a, T> {
    /// One number for each channel that comes out, or none.
    bias: &'a [T],
    /// What sums without a bias begin with, and give back.
    base: T,
    /// What is less becomes this.
    floor: T,
}

impl<'a, T: Number> Around<'a, T> {
    /// The way forward: `bias` is added, if there is any, and what is less than `floor` becomes that.
    #[inline]
    pub fn forward(bias: &'a [T], floor: T) -> Self {
        Self { bias, base: T::ZERO, floor }
    }

    /// A gradient, of which nothing is subnormal.
    #[inline]
    #[must_use]
    pub fn gradient() -> Self {
        Self { bias: &[], base: T::BASE, floor: T::from_f64(f64::NEG_INFINITY) }
    }
}
