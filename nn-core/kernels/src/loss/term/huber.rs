//! The squared difference near, the absolute one far (Huber, 1964).

use fearless_simd::prelude::*;

use super::Term;
use super::absolute::sign;
use crate::math::product;
use crate::number::Number;

/// `d² / 2` for a difference `d` of at most `delta`, and `delta (|d| - delta / 2)` beyond.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Huber {
    /// See the formula.
    pub delta: f64,
}

impl Term for Huber {
    #[inline(always)]
    fn terms<S: Simd, T: Number>(self, simd: S, y: T::Native<S>, target: T::Native<S>) -> (T::Native<S>, T::Native<S>) {
        let (delta, half) = (T::Native::<S>::splat(simd, T::from_f64(self.delta)), T::from_f64(0.5));
        let difference = y - target;
        let distance = difference.abs();
        let near = distance.simd_le(delta);
        let loss = near.select(product::<S, T>(simd, difference * half, difference), (distance - delta * half) * delta);
        (loss, near.select(difference, sign::<S, T>(simd, difference) * delta))
    }
}
