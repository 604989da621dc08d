//! The squared difference.

use fearless_simd::prelude::*;

use super::Term;
use crate::math::product;
use crate::number::Number;

/// `(y - t)²`
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Squared;

impl Term for Squared {
    #[inline(always)]
    fn terms<S: Simd, T: Number>(self, simd: S, y: T::Native<S>, target: T::Native<S>) -> (T::Native<S>, T::Native<S>) {
        let difference = y - target;
        (product::<S, T>(simd, difference, difference), difference + difference)
    }
}
