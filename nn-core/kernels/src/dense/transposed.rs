//! Gradients with respect to outputs, turned so that lanes run across outputs: one vector for each sample.

use fearless_simd::{Simd, SimdBase};

use super::Size;
use crate::number::Number;
use crate::transpose::{ROWS, transpose};

/// Samples that are turned at a time.
pub(super) const SAMPLES: usize = 64;

/// Fills `columns`, one for each sample and up to the next whole vector of samples, with the vectors of outputs beginning at `starts`,
/// from the blocks `dy`. Lanes behind the last output of a layer narrower than a vector are zero.
#[inline(always)]
pub(super) fn transpose_into<S: Simd, T: Number, const V: usize>(
    simd: S,
    size: Size,
    starts: [usize; V],
    dy: &[T],
    columns: &mut [[T::Native<S>; V]],
) {
    let len = T::Native::<S>::LEN;
    for (group, columns) in columns[..size.samples.next_multiple_of(len)].chunks_exact_mut(len).enumerate() {
        let (block, lane) = (group * len / T::LANES, group * len % T::LANES);
        let block = &dy[block * size.outputs * T::LANES..][..size.outputs * T::LANES];
        for (v, start) in starts.into_iter().enumerate() {
            let mut rows = [T::Native::<S>::splat(simd, T::ZERO); ROWS];
            for (row, lanes) in rows.iter_mut().zip(block[start * T::LANES..].chunks_exact(T::LANES)).take(len) {
                *row = T::Native::<S>::from_slice(simd, &lanes[lane..lane + len]);
            }
            let rows = transpose::<S, T::Native<S>>(rows);
            for (column, row) in columns.iter_mut().zip(rows) {
                column[v] = row;
            }
        }
    }
}
