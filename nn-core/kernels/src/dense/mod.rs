//! Matrix times vector, and matrix times block.
//!
//! `w` is column-major: a column of `outputs` weights for each input. For one sample ([`sample`]) the vector lanes run down a
//! column. For blocks the lanes are samples and the weights are broadcast (`blocks`, `product`); only the last few samples of a
//! run, which would leave most lanes idle, go down the columns too (`few`). The gradient of the weights is a sum over samples, so its
//! lanes are outputs (`gradient`).

mod blocks;
mod few;
mod gradient;
mod lanes;
mod product;
mod sample;
mod sample_backward;
mod steps;
mod tile;
mod transposed;

pub use sample::{sample, sized};
pub use sample_backward::sample_backward;
pub use steps::{OfLines, steps};

use fearless_simd::{Level, Select, Simd, SimdBase};

use crate::number::Number;
use crate::pointwise::Unchanged;

kernels! {
    /// Dense layers.
    trait DenseKernels

    /// `y = w x + b` for one sample; the parameters are a column of `y.len()` weights for each value of `x`, and behind them
    /// the bias, if there is one.
    fn dense(level: Level, parameters: &[Self], x: &[Self], y: &mut [Self]) {
        dispatch!(Self: level, simd => sample::<_, Self, _, 0, 0>(simd, parameters, x, y, Unchanged));
    }

    /// [`dense`](Self::dense) for as many of the first steps of one sample as go together; answers how many.
    fn dense_together(level: Level, parameters: &[Self], sizes: [usize; 2], x: &[Self], y: &mut [Self]) -> usize {
        dispatch!(plain Self: level, simd => steps::together::<_, Self>(simd, parameters, sizes, x, y))
    }

    /// The derivatives of [`dense`](Self::dense): adds to `dw` and `db` (which may be empty), writes `dx`.
    fn dense_backward(
        level: Level, w: &[Self], x: &[Self], dy: &[Self], dx: Option<&mut [Self]>, dw: &mut [Self], db: &mut [Self],
    ) {
        dispatch!(Self: level, simd => sample_backward::<_, Self>(simd, w, x, dy, dx, dw, db));
    }

    /// `y = w x + b` for blocks of `inputs` and `outputs` values, and `floor` where that is less; `b` may be empty. The lanes
    /// behind the last sample become copies of it.
    fn dense_blocks(level: Level, size: Size, w: &[Self], b: &[Self], x: &[Self], floor: Self, y: &mut [Self]) {
        dispatch!(Self: level, simd => blocks::blocks::<_, Self>(simd, size, w, b, x, floor, y));
    }

    /// `dx = wᵀ dy` for blocks. Those of `dy` are so many lines `apart`: as many as there are outputs, or more.
    fn dense_blocks_dx(level: Level, size: Size, w: &[Self], dy: &[Self], apart: usize, dx: &mut [Self]) {
        dispatch!(Self: level, simd => blocks::blocks_dx::<_, Self>(simd, size, w, dy, apart, dx));
    }

    /// `dw += dy xᵀ`, `db += dy` summed over the samples in their order; `db` may be empty. If it is the `first` time, it does not matter
    /// what they held before: `=`.
    fn dense_blocks_dw(
        level: Level, size: Size, x: &[Self], dy: &[Self], first: bool, dw: &mut [Self], db: &mut [Self],
    ) {
        dispatch!(Self: level, simd => gradient::weight_gradient::<_, Self>(simd, size, x, dy, first, dw, db));
    }
}

/// The sizes of a dense layer, and how many samples the blocks hold.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Values in.
    pub inputs: usize,
    /// Values out.
    pub outputs: usize,
    /// Samples; the lanes behind the last one are padding.
    pub samples: usize,
}

/// `floor` where `x` is less; NaN stays NaN. With a floor of 0 it is `ReLU`, with one of -∞ nothing.
#[inline(always)]
pub(crate) fn raise<S: Simd, T: Number>(simd: S, x: T::Native<S>, floor: T) -> T::Native<S> {
    let floor = T::Native::<S>::splat(simd, floor);
    x.simd_le(floor).select(floor, x)
}

/// Whether one plain tile is all that is compiled: for `f64`, which serves checks of gradients and science, and for SSE2, which few
/// processors stop at. What such tiles lose is written in ARCHITECTURE.md.
pub(crate) const fn plain<S: Simd, T: Number>() -> bool {
    size_of::<T>() == 8 || (size_of::<T::Native<S>>() == 16 && !cfg!(target_arch = "aarch64"))
}

/// Whether tiles are made for 32 vector registers, and not for 16: AVX-512 and NEON.
pub(crate) const fn many_registers<S: Simd, T: Number>() -> bool {
    !plain::<S, T>() && (size_of::<T::Native<S>>() == 64 || cfg!(target_arch = "aarch64"))
}
