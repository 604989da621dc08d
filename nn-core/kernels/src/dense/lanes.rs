//! Factors that are the same in all lanes, where a multiply-add takes them from one lane of a vector: NEON.
//!
//! Four factors are then read as one vector. A factor that is read by itself, and multiplies more than one vector, the compiler
//! loads into all lanes. That takes a place in which a multiply-add could begin.

use fearless_simd::{Simd, SimdBase};

use super::plain;
use crate::number::Number;

/// Whether factors are read by fours.
pub(super) const fn by_lane<S: Simd, T: Number>() -> bool {
    !plain::<S, T>() && cfg!(target_arch = "aarch64")
}

/// Each of four factors in all lanes. Shuffles say so, which become part of the multiply-adds: what is taken out of a vector by its
/// index, the compiler would read by itself again.
#[inline(always)]
pub(super) fn splats<S: Simd, T: Number>(simd: S, factors: &[T; 4]) -> [T::Native<S>; 4] {
    let all = T::Native::<S>::from_slice(simd, factors);
    let (low, high) = all.interleave(all);
    let ((first, second), (third, fourth)) = (low.interleave(low), high.interleave(high));
    [first, second, third, fourth]
}
