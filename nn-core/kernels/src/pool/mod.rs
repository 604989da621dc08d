//! Pooling: the largest or the mean value of every window of an image, channel by channel.

mod mean;
mod most;
#[cfg(test)]
mod tests;

use fearless_simd::Level;

use crate::conv::Side;

kernels! {
    /// Pooling. Images lie as those of [`crate::conv`] do, channels of all samples or blocks one after the other.
    trait PoolKernels

    /// The largest value of each window, for blocks. What lies outside of the image does not count.
    fn max_pool_blocks(level: Level, pool: &Pooling, x: &[Self], y: &mut [Self]) {
        dispatch!(plain Self: level, simd => most::blocks::<_, Self>(simd, pool, x, y));
    }

    /// Its derivative: the gradient goes to the first of the largest values of a window.
    fn max_pool_blocks_dx(level: Level, pool: &Pooling, x: &[Self], y: &[Self], dy: &[Self], dx: &mut [Self]) {
        dispatch!(plain Self: level, simd => most::blocks_dx::<_, Self>(simd, pool, x, y, dy, dx));
    }

    /// The mean of each window, for blocks.
    fn mean_pool_blocks(level: Level, pool: &Pooling, x: &[Self], y: &mut [Self]) {
        dispatch!(plain Self: level, simd => mean::blocks::<_, Self>(simd, pool, x, y));
    }

    /// Its derivative.
    fn mean_pool_blocks_dx(level: Level, pool: &Pooling, dy: &[Self], dx: &mut [Self]) {
        dispatch!(plain Self: level, simd => mean::blocks_dx::<_, Self>(simd, pool, dy, dx));
    }

    /// [`max_pool_blocks`](Self::max_pool_blocks) for one sample.
    fn max_pool(pool: &Pooling, x: &[Self], y: &mut [Self]) {
        most::sample::<Self>(pool, x, y);
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
            Windows::Adaptive => self.input[0].is_multiple_of(self.output[0]) && self.input[1].is_multiple_of(self.output[1]),
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

    /// Every window: its place in the output, and where it lies in the image.
    #[inline(always)]
    fn windows(&self) -> impl Iterator<Item = Window> {
        let [rows, columns] = self.output;
        (0..rows).flat_map(move |row| {
            let high = self.window(0, row);
            (0..columns).map(move |column| Window { place: row * columns + column, high, wide: self.window(1, column) })
        })
    }
}

/// One window.
#[derive(Clone, Copy)]
struct Window {
    place: usize,
    /// The first row, the distance of rows, their number; and so for columns.
    high: [usize; 3],
    wide: [usize; 3],
}

impl Window {
    /// Where its values lie in an image of so many columns. `N` rows and columns, if that is not 0.
    #[inline(always)]
    fn values<const N: usize>(self, columns: usize) -> impl Iterator<Item = usize> {
        let ([top, down, rows], [left, right, count]) = (self.high, self.wide);
        let (rows, count) = if N > 0 { (N, N) } else { (rows, count) };
        (0..rows).flat_map(move |row| (0..count).map(move |column| (top + row * down) * columns + left + column * right))
    }
}
