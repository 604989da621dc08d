//! The absolute difference.

use fearless_simd::prelude::*;

use super::Term;
use crate::number::Number;

/// `|y - t|`
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Absolute;

/// `sign(x)`, which is 0 at 0 and NaN at NaN.
#[inline(always)]
pub(super) fn sign<S: Simd, T: Number>(simd: S, x: T::Native<S>) -> T::Native<S> {
    let (zero, one) = (T::Native::<S>::splat(simd, T::ZERO), T::Native::<S>::splat(simd, T::ONE));
    x.simd_gt(zero).select(one, x.simd_lt(zero).select(-one, x))
}

impl Term for Absolute {
    #[inline(always)]
    fn terms<S: Simd, T: Number>(self, simd: S, y: T::Native<S>, target: T::Native<S>) -> (T::Native<S>, T::Native<S>) {
        let difference = y - target;
        (difference.abs(), sign::<S, T>(simd, difference))
    }
}
