//! Gradient descent.

use fearless_simd::Simd;

use super::{Rule, flush};
use crate::number::Number;

/// Gradient descent.
#[derive(Clone, Copy, Debug)]
pub struct Descent<T> {
    /// What is subtracted, times the gradient.
    pub rate: T,
    /// Added to the gradient, times the parameter.
    pub decay: T,
}

/// Gradient descent with momentum.
#[derive(Clone, Copy, Debug)]
pub struct Momentum<T> {
    /// What is subtracted, times the direction.
    pub rate: T,
    /// Added to the gradient, times the parameter.
    pub decay: T,
    /// What is left of a parameter before the step.
    pub keep: T,
    /// The part of the velocity that is kept.
    pub momentum: T,
    /// Whether to look ahead by one step of the velocity.
    pub nesterov: bool,
}

impl<T: Number> Rule<T, 0> for Descent<T> {
    #[inline(always)]
    fn update<S: Simd>(&self, simd: S, p: T::Native<S>, g: T::Native<S>, _: &mut [T::Native<S>; 0]) -> T::Native<S> {
        p - flush::<S, T>(simd, g + p * self.decay) * self.rate
    }
}

impl<T: Number> Rule<T, 1> for Momentum<T> {
    #[inline(always)]
    fn update<S: Simd>(&self, simd: S, p: T::Native<S>, g: T::Native<S>, [v]: &mut [T::Native<S>; 1]) -> T::Native<S> {
        let g = g + p * self.decay;
        *v = flush::<S, T>(simd, *v * self.momentum + g);
        let direction = if self.nesterov { g + *v * self.momentum } else { *v };
        p * self.keep - direction * self.rate
    }
}
