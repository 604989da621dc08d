//! The squared difference.

use fearless_simd::prelude::*;

use super::Term;
use crate::number::Number;

/// `(y - t)²`
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Squared;

impl Term for Squared {
    #[inline(always)]
    fn terms<S: Simd, T: Number>(self, _: S, y: T::Native<S>, target: T::Native<S>) -> (T::Native<S>, T::Native<S>) {
        let difference = y - target;
        (difference * difference, difference + difference)
    }
}
