//! Slices as vectors, the last one filled up with zeros.

use crate::scalar::Scalar;
use fearless_simd::{Simd, SimdBase};

/// The values of `slice` from `start` on, as far as they go.
#[inline(always)]
pub(super) fn load<T: Scalar, S: Simd>(simd: S, slice: &[T], start: usize) -> T::Native<S> {
    let rest = &slice[start..];
    if rest.len() >= T::Native::<S>::LEN {
        return T::Native::<S>::from_slice(simd, &rest[..T::Native::<S>::LEN]);
    }
    let mut vector = T::Native::<S>::splat(simd, T::ZERO);
    vector.as_mut_slice()[..rest.len()].copy_from_slice(rest);
    vector
}

/// Writes `vector` to `slice` from `start` on, as far as it goes.
#[inline(always)]
pub(super) fn store<T: Scalar, S: Simd>(vector: T::Native<S>, slice: &mut [T], start: usize) {
    let rest = &mut slice[start..];
    if rest.len() >= T::Native::<S>::LEN {
        vector.store_slice(&mut rest[..T::Native::<S>::LEN]);
    } else {
        rest.copy_from_slice(&vector.as_slice()[..rest.len()]);
    }
}
