//! The sums over the lanes of many vectors.

use fearless_simd::{Simd, SimdBase};

use crate::number::{MOST_LANES, Number};

/// In each lane the sum over the lanes of one of `vectors`, of which there are at most as many as lanes. The order of the additions is
/// always the same.
///
/// Two vectors are interleaved and added: what comes out has partial sums of both in turns. Once one vector is left, every lane is a sum.
/// Those come out in order if those meet last that are neighbours.
#[inline(always)]
pub(super) fn sums<S: Simd, T: Number>(simd: S, vectors: &[T::Native<S>]) -> T::Native<S> {
    let mut level = [T::Native::<S>::splat(simd, T::ZERO); MOST_LANES];
    level[..vectors.len()].copy_from_slice(vectors);
    let mut count = T::Native::<S>::LEN;
    while count > 1 {
        count /= 2;
        for i in 0..count {
            let (low, high) = level[i].interleave(level[i + count]);
            level[i] = low + high;
        }
    }
    level[0]
}
