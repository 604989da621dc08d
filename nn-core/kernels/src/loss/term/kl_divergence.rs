//! The terms of the Kullback-Leibler divergence.

use fearless_simd::prelude::*;

use super::Term;
use crate::number::Number;

/// `t (ln t - y)`
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KlDivergence;

impl Term for KlDivergence {
    #[inline(always)]
    fn terms<S: Simd, T: Number>(self, simd: S, y: T::Native<S>, target: T::Native<S>) -> (T::Native<S>, T::Native<S>) {
        let zero = T::Native::<S>::splat(simd, T::ZERO);
        let entropy = target.simd_gt(zero).select(target * T::ln(simd, target), zero);
        (entropy - target * y, -target)
    }
}
