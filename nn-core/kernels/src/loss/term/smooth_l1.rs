//! The Huber function over its border.

use fearless_simd::prelude::*;

use super::Term;
use super::absolute::sign;
use crate::math::product;
use crate::number::Number;

/// `d² / (2 beta)` for a difference `d` below `beta`, and `|d| - beta / 2` beyond.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SmoothL1 {
    /// See the formula.
    pub beta: f64,
}

impl Term for SmoothL1 {
    #[inline(always)]
    fn terms<S: Simd, T: Number>(self, simd: S, y: T::Native<S>, target: T::Native<S>) -> (T::Native<S>, T::Native<S>) {
        let (beta, half) = (T::Native::<S>::splat(simd, T::from_f64(self.beta)), T::from_f64(0.5));
        let difference = y - target;
        let distance = difference.abs();
        let near = distance.simd_lt(beta);
        let slope = near.select(difference / beta, sign::<S, T>(simd, difference));
        (near.select(product::<S, T>(simd, difference * half, slope), distance - beta * half), slope)
    }
}
