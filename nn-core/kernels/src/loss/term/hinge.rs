//! The distance to the margin of a side.

use fearless_simd::prelude::*;

use super::Term;
use crate::number::Number;

/// `max(0, 1 - side y)`, the side being 1 for a target above zero, else -1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hinge;

impl Term for Hinge {
    #[inline(always)]
    fn terms<S: Simd, T: Number>(self, simd: S, y: T::Native<S>, target: T::Native<S>) -> (T::Native<S>, T::Native<S>) {
        let (zero, one) = (T::Native::<S>::splat(simd, T::ZERO), T::Native::<S>::splat(simd, T::ONE));
        let side = target.simd_gt(zero).select(one, -one);
        let short = one - side * y;
        // A NaN is not at most zero, and so is never taken for enough.
        let enough = short.simd_le(zero);
        (enough.select(zero, short), enough.select(zero, -side))
    }
}
