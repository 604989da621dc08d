//! The cross entropy of a yes or a no, from logits.

use fearless_simd::prelude::*;

use super::Term;
use crate::math::{sigmoid_or_zero, softplus_or_zero};
use crate::number::Number;

/// `max(y, 0) - y t + softplus(-|y|)`
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BinaryCrossEntropy;

/// The same with a weight of the positive part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BinaryCrossEntropyWith {
    /// See the formula.
    pub positive_weight: f64,
}

impl Term for BinaryCrossEntropy {
    #[inline(always)]
    fn terms<S: Simd, T: Number>(self, simd: S, y: T::Native<S>, target: T::Native<S>) -> (T::Native<S>, T::Native<S>) {
        let zero = T::Native::<S>::splat(simd, T::ZERO);
        let loss = y.max(zero) - y * target + softplus_or_zero::<S, T>(simd, -y.abs());
        (loss, sigmoid_or_zero::<S, T>(simd, y) - target)
    }
}

impl Term for BinaryCrossEntropyWith {
    /// `(1 - t) max(y, 0) + w t max(-y, 0) + (1 - t + w t) softplus(-|y|)`, in which nothing cancels, and its derivative
    /// `(1 - t) sigmoid(y) - w t sigmoid(-y)`.
    #[inline(always)]
    fn terms<S: Simd, T: Number>(self, simd: S, y: T::Native<S>, target: T::Native<S>) -> (T::Native<S>, T::Native<S>) {
        let zero = T::Native::<S>::splat(simd, T::ZERO);
        let (negative, positive) = (-target + T::ONE, target * T::from_f64(self.positive_weight));
        let near = softplus_or_zero::<S, T>(simd, -y.abs());
        let loss = negative * y.max(zero) + positive * (-y).max(zero) + (negative + positive) * near;
        (loss, negative * sigmoid_or_zero::<S, T>(simd, y) - positive * sigmoid_or_zero::<S, T>(simd, -y))
    }
}
