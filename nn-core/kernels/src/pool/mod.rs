//! Pooling: the largest or the mean value of every window of an image, channel by channel.

mod mean;
mod most;
#[cfg(test)]
mod tests;

pub use most::{sample_by_windows, sample_dx};

use fearless_simd::{Level, Simd, SimdBase};

use crate::conv::Side;
use crate::number::{Number, scalars, scalars_mut};

kernels! {
    /// Pooling. Images lie as those of [`crate::conv`] do, channels of all samples or blocks one after the other.
    trait PoolKernels

    /// The largest value of each window, for blocks. What lies outside of the image does not count.
    fn max_pool_blocks(level: Level, pool: &Pooling, x: &[Self::Lanes], y: &mut [Self::Lanes]) {
        dispatch!(plain Self: level, simd => most::blocks::<_, Self>(simd, pool, x, y));
    }

    /// Its derivative: the gradient goes to the first of the largest values of a window.
    fn max_pool_blocks_dx(
        level: Level, pool: &Pooling, x: &[Self::Lanes], y: &[Self::Lanes], dy: &[Self::Lanes], dx: &mut [Self::Lanes],
    ) {
        dispatch!(plain Self: level, simd => most::blocks_dx::<_, Self>(simd, pool, x, y, dy, dx));
    }

    /// The mean of each window, for blocks.
    fn mean_pool_blocks(level: Level, pool: &Pooling, x: &[Self::Lanes], y: &mut [Self::Lanes]) {
        dispatch!(plain Self: level, simd => mean::blocks::<_, Self>(simd, pool, x, y));
    }

    /// Its derivative.
    fn mean_pool_blocks_dx(level: Level, pool: &Pooling, dy: &[Self::Lanes], dx: &mut [Self::Lanes]) {
        dispatch!(plain Self: level, simd => mean::blocks_dx::<_, Self>(simd, pool, dy, dx));
    }

    /// [`max_pool_blocks`](Self::max_pool_blocks) for one sample.
    fn max_pool(level: Level, pool: &Pooling, x: &[Self], y: &mut [Self]) {
        dispatch!(plain Self: level, simd => most::sample::<_, Self>(simd, pool, x, y));
    }

    /// [`max_pool_blocks_dx`](Self::max_pool_blocks_dx) for one sample.
    fn max_pool_dx(pool: &Pooling, x: &[Self], y: &[Self], dy: &[Self], dx: &mut [Self]) {
        most::sample_dx::<Self>(pool, x, y, dy, dx);
    }

    /// [`mean_pool_blocks`](Self::mean_pool_blocks) for one sample.
    fn mean_pool(pool: &Pooling, x: &[Self], y: &mut [Self]) {
        mean::sample::<Self>(pool, x, y);
    }

    /// [`mean_pool_blocks_dx`](Self::mean_pool_blocks_dx) for one sample.
    fn mean_pool_dx(pool: &Pooling, dy: &[Self], dx: &mut [Self]) {
        mean::sample_dx::<Self>(pool, dy, dx);
    }
}

/// Which windows of an image a pool takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pooling {
    /// Rows and columns of what goes in.
    pub input: [usize; 2],
    /// Rows and columns of what comes out.
    pub output: [usize; 2],
    /// What a window is.
    pub windows: Windows,
}

/// What the windows of a pool are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Windows {
    /// All of one size.
    Equal {
        /// Rows and columns of a window.
        kernel: [usize; 2],
        /// How far it lies from its neighbour.
        stride: [usize; 2],
        /// Rows and columns before the image that belong to windows.
        padding: [usize; 2],
        /// How far a window's rows and columns lie apart.
        dilation: [usize; 2],
        /// Whether a mean counts what lies outside of the image, as zeros.
        count_padding: bool,
    },
    /// As near to each other in size as the image permits: window `i` of `n` takes from `i / n` to `(i + 1) / n` of it, in whole values.
    Adaptive,
}

impl Pooling {
    /// The rows or columns that place `place` of the output takes: the first, their distance, and their number.
    #[inline(always)]
    const fn window(&self, side: usize, place: usize) -> [usize; 3] {
        let (extent, count) = (self.input[side], self.output[side]);
        match self.windows {
            Windows::Adaptive => {
                let from = place * extent / count;
                [from, 1, ((place + 1) * extent).div_ceil(count) - from]
            }
            Windows::Equal { kernel, stride, padding, dilation, .. } => {
                let side = Side {
                    count,
                    taps: kernel[side],
                    stride: stride[side],
                    dilation: dilation[side],
                    origin: -padding[side].cast_signed(),
                    extent,
                };
                let [from, to] = side.range(place);
                let first = side.at(place) + (from * side.dilation).cast_signed();
                [if to > from { first.cast_unsigned() } else { 0 }, side.dilation, to - from]
            }
        }
    }

    /// Whether each value of the image belongs to exactly one window.
    #[inline(always)]
    const fn is_partition(&self) -> bool {
        match self.windows {
            Windows::Adaptive => {
                self.input[0].is_multiple_of(self.output[0]) && self.input[1].is_multiple_of(self.output[1])
            }
            Windows::Equal { kernel, stride, padding, dilation, .. } => {
                let dense = dilation[0] == 1 && dilation[1] == 1 && padding[0] == 0 && padding[1] == 0;
                let alike = kernel[0] == stride[0] && kernel[1] == stride[1];
                let all = self.output[0] * stride[0] == self.input[0] && self.output[1] * stride[1] == self.input[1];
                dense && alike && all
            }
        }
    }

    /// Whether all windows are squares of two by two that lie inside of the image.
    #[inline(always)]
    const fn is_by_two(&self) -> bool {
        match self.windows {
            Windows::Adaptive => false,
            Windows::Equal { kernel, padding, dilation, .. } => {
                let square = kernel[0] == 2 && kernel[1] == 2 && dilation[0] == 1 && dilation[1] == 1;
                square && padding[0] == 0 && padding[1] == 0
            }
        }
    }

    /// The same, and each window begins where the one before it ends.
    #[inline(always)]
    const fn are_neighbours_by_two(&self) -> bool {
        match self.windows {
            Windows::Equal { stride, .. } => self.is_by_two() && stride[0] == 2 && stride[1] == 2,
            Windows::Adaptive => false,
        }
    }

    /// What a mean is divided by, for so many values of the image.
    #[inline(always)]
    const fn divisor(&self, values: usize) -> usize {
        match self.windows {
            Windows::Equal { kernel, count_padding: true, .. } => kernel[0] * kernel[1],
            _ => values,
        }
    }

    const fn inputs(&self) -> usize {
        self.input[0] * self.input[1]
    }

    const fn outputs(&self) -> usize {
        self.output[0] * self.output[1]
    }

    /// Calls `each` for every window. If `BY_TWO`, they are squares of two by two inside of the image, and nothing is asked of each.
    #[inline(always)]
    fn windows<const BY_TWO: bool>(&self, mut each: impl FnMut(Window<BY_TWO>)) {
        let [rows, columns] = self.output;
        let stride = match self.windows {
            Windows::Equal { stride, .. } => stride,
            Windows::Adaptive => [1; 2],
        };
        let window = |side: usize, place: usize| {
            if BY_TWO { [place * stride[side], 1, 2] } else { self.window(side, place) }
        };
        for row in 0..rows {
            let high = window(0, row);
            for column in 0..columns {
                each(Window { place: row * columns + column, high, wide: window(1, column) });
            }
        }
    }
}

/// One window.
#[derive(Clone, Copy)]
struct Window<const BY_TWO: bool> {
    place: usize,
    /// The first row, the distance of rows, their number; and so for columns.
    high: [usize; 3],
    wide: [usize; 3],
}

impl<const BY_TWO: bool> Window<BY_TWO> {
    /// Calls `each` with the place of each of its values in an image of so many columns.
    #[inline(always)]
    fn values(self, columns: usize, mut each: impl FnMut(usize)) {
        let ([top, down, rows], [left, right, count]) = (self.high, self.wide);
        if BY_TWO {
            let at = top * columns + left;
            each(at);
            each(at + 1);
            each(at + columns);
            each(at + columns + 1);
            return;
        }
        for row in 0..rows {
            let at = (top + row * down) * columns + left;
            for column in 0..count {
                each(at + column * right);
            }
        }
    }
}

/// A vector of a line of lanes.
#[inline(always)]
fn load<S: Simd, T: Number>(simd: S, lanes: &T::Lanes, part: usize) -> T::Native<S> {
    let len = T::Native::<S>::LEN;
    T::Native::<S>::from_slice(simd, &scalars::<T>(core::slice::from_ref(lanes))[part * len..][..len])
}

/// Writes a vector of a line of lanes.
#[inline(always)]
fn store<S: Simd, T: Number>(vector: T::Native<S>, lanes: &mut T::Lanes, part: usize) {
    let len = T::Native::<S>::LEN;
    vector.store_slice(&mut scalars_mut::<T>(core::slice::from_mut(lanes))[part * len..][..len]);
}

/// Vectors of a line of lanes.
const fn parts<S: Simd, T: Number>() -> usize {
    T::LANES / T::Native::<S>::LEN
}
