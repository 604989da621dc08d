//! Between samples, each contiguous, and blocks, whose lanes are samples.

use fearless_simd::{Level, Simd, SimdFloat};

use super::transpose::{ROWS, transpose};
use crate::number::{Number, scalars, scalars_mut};

kernels! {
    /// Samples into blocks, and back.
    trait PackKernels

    /// Fills a block from one to `LANES` samples; the lanes behind the last sample hold copies of it.
    fn pack(level: Level, samples: &[&[Self]], block: &mut [Self]) {
        dispatch!(plain Self: level, simd => to_block::<_, Self>(simd, samples, block));
    }

    /// Copies the first lanes of a block to as many samples.
    fn unpack(level: Level, block: &[Self], samples: &mut [&mut [Self]]) {
        dispatch!(plain Self: level, simd => from_block::<_, Self>(simd, block, samples));
    }
}

/// Fills one block from at most `LANES` samples of the block's length. The lanes behind the last sample hold copies of
/// it: ordinary numbers, so that no layer meets a value there which the data does not have.
pub fn pack<'a, T: PackKernels>(level: Level, samples: impl Iterator<Item = &'a [T]>, block: &mut [T::Lanes]) {
    let mut slices: [&[T]; ROWS] = [&[]; ROWS];
    let count = slices.iter_mut().zip(samples).map(|(slice, sample)| *slice = sample).count();
    T::pack(level, &slices[..count], scalars_mut::<T>(block));
}

/// Copies the first lanes of a block to samples of the block's length.
pub fn unpack_all<'a, T: PackKernels>(level: Level, block: &[T::Lanes], samples: impl Iterator<Item = &'a mut [T]>) {
    let mut slices: [&mut [T]; ROWS] = core::array::from_fn(|_| <&mut [T]>::default());
    let count = slices.iter_mut().zip(samples).map(|(slice, sample)| *slice = sample).count();
    T::unpack(level, scalars::<T>(block), &mut slices[..count]);
}

/// Copies one lane of a block to a sample of the block's length.
pub fn unpack<T: Number>(block: &[T::Lanes], lane: usize, sample: &mut [T]) {
    for (value, lanes) in sample.iter_mut().zip(scalars::<T>(block).chunks_exact(T::LANES)) {
        *value = lanes[lane];
    }
}

/// Copies a sample to one lane of a block of its length.
pub fn put<T: Number>(sample: &[T], lane: usize, block: &mut [T::Lanes]) {
    for (value, lanes) in sample.iter().zip(scalars_mut::<T>(block).chunks_exact_mut(T::LANES)) {
        lanes[lane] = *value;
    }
}

/// The kernel of [`pack()`].
#[inline(always)]
pub fn to_block<S: Simd, T: Number>(simd: S, samples: &[&[T]], block: &mut [T]) {
    // To shuffle across the halves of a vector of 256 bits takes longer than to shuffle two vectors of 128.
    if const { size_of::<T::Native<S>>() == 32 } {
        fill::<S, T, T::Quarter<S>>(simd, samples, block);
    } else {
        fill::<S, T, T::Native<S>>(simd, samples, block);
    }
}

/// Fills a block: squares of values by samples are transposed in registers, the last overlapping its neighbour.
#[inline(always)]
fn fill<S: Simd, T: Number, V: SimdFloat<S, Element = T>>(simd: S, samples: &[&[T]], block: &mut [T]) {
    let (len, values, last) = (V::LEN, block.len() / T::LANES, samples.len() - 1);
    if values < len {
        for (value, lanes) in block.chunks_exact_mut(T::LANES).enumerate() {
            for (lane, out) in lanes.iter_mut().enumerate() {
                *out = samples[lane.min(last)][value];
            }
        }
        return;
    }
    let mut sources: [&[T]; ROWS] = [&[]; ROWS];
    for (lane, source) in sources.iter_mut().enumerate().take(T::LANES) {
        *source = &samples[lane.min(last)][..values];
    }
    for from in (0..values).step_by(len) {
        let from = from.min(values - len);
        // All vectors of a line, one after the other: it is written while it is in the first-level cache.
        for lane in (0..T::LANES).step_by(len) {
            let mut rows = [V::splat(simd, T::ZERO); ROWS];
            for (row, source) in rows.iter_mut().zip(&sources[lane..lane + len]) {
                *row = V::from_slice(simd, &source[from..from + len]);
            }
            let rows = transpose(rows);
            for (row, lanes) in rows.iter().zip(block[from * T::LANES..].chunks_exact_mut(T::LANES)).take(len) {
                row.store_slice(&mut lanes[lane..lane + len]);
            }
        }
    }
}

/// The kernel of [`unpack_all`].
#[inline(always)]
pub fn from_block<S: Simd, T: Number>(simd: S, block: &[T], samples: &mut [&mut [T]]) {
    if const { size_of::<T::Native<S>>() == 32 } {
        take::<S, T, T::Quarter<S>>(simd, block, samples);
    } else {
        take::<S, T, T::Native<S>>(simd, block, samples);
    }
}

/// Copies a block to samples in the same squares.
#[inline(always)]
fn take<S: Simd, T: Number, V: SimdFloat<S, Element = T>>(simd: S, block: &[T], samples: &mut [&mut [T]]) {
    let (len, values) = (V::LEN, block.len() / T::LANES);
    if values < len {
        for (lane, sample) in samples.iter_mut().enumerate() {
            for (out, lanes) in sample.iter_mut().zip(block.chunks_exact(T::LANES)) {
                *out = lanes[lane];
            }
        }
        return;
    }
    for (part, samples) in samples.chunks_mut(len).enumerate() {
        for from in (0..values).step_by(len) {
            let from = from.min(values - len);
            let mut rows = [V::splat(simd, T::ZERO); ROWS];
            for (row, lanes) in rows.iter_mut().zip(block[from * T::LANES..].chunks_exact(T::LANES)).take(len) {
                *row = V::from_slice(simd, &lanes[part * len..][..len]);
            }
            let rows = transpose(rows);
            for (sample, row) in samples.iter_mut().zip(&rows) {
                row.store_slice(&mut sample[from..from + len]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::levels;
    use bytemuck::Zeroable;
    use std::vec::Vec;
    use std::{format, vec};

    /// Value `v` of sample `s`.
    fn value<T: PackKernels>(s: usize, v: usize) -> T {
        T::from_f64((s * 1000 + v) as f64)
    }

    fn there_and_back<T: PackKernels>() {
        for level in levels() {
            for values in [1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 33, 100] {
                for count in 1..=T::LANES {
                    let what = format!("{level:?}, {count} samples of {values}");
                    let samples: Vec<Vec<T>> = (0..count).map(|s| (0..values).map(|v| value(s, v)).collect()).collect();
                    let mut block = vec![T::Lanes::zeroed(); values];
                    pack::<T>(level, samples.iter().map(Vec::as_slice), &mut block);
                    for (v, lanes) in scalars::<T>(&block).chunks_exact(T::LANES).enumerate() {
                        for (lane, found) in lanes.iter().enumerate() {
                            assert_eq!(*found, value(lane.min(count - 1), v), "{what}");
                        }
                    }
                    let mut back = vec![vec![T::ZERO; values]; count];
                    unpack_all::<T>(level, &block, back.iter_mut().map(Vec::as_mut_slice));
                    assert_eq!(back, samples, "{what}");
                }
            }
        }
    }

    #[test]
    fn what_was_packed_is_unpacked() {
        there_and_back::<f32>();
        there_and_back::<f64>();
    }
}
