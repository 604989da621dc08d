//! Between samples, each contiguous, and blocks, whose lanes are samples.

use crate::scalar::{Scalar, scalars, scalars_mut};

/// Fills one block from at most `LANES` samples of the block's length. The lanes behind the last sample hold copies of
/// it: ordinary numbers, so that no layer meets a value there which the data does not have.
pub fn pack<'a, T: Scalar>(samples: impl ExactSizeIterator<Item = &'a [T]>, block: &mut [T::Lanes]) {
    let count = samples.len();
    let block = scalars_mut::<T>(block);
    for (lane, sample) in samples.enumerate() {
        for (lanes, value) in block.chunks_exact_mut(T::LANES).zip(sample) {
            lanes[lane] = *value;
        }
    }
    if count < T::LANES {
        for lanes in block.chunks_exact_mut(T::LANES) {
            let last = lanes[count - 1];
            lanes[count..].fill(last);
        }
    }
}

/// Copies one lane of a block to a sample of the block's length.
pub fn unpack<T: Scalar>(block: &[T::Lanes], lane: usize, sample: &mut [T]) {
    for (value, lanes) in sample.iter_mut().zip(scalars::<T>(block).chunks_exact(T::LANES)) {
        *value = lanes[lane];
    }
}

/// Copies a sample to one lane of a block of its length.
pub fn put<T: Scalar>(sample: &[T], lane: usize, block: &mut [T::Lanes]) {
    for (value, lanes) in sample.iter().zip(scalars_mut::<T>(block).chunks_exact_mut(T::LANES)) {
        lanes[lane] = *value;
    }
}
