//! Adagrad.

use fearless_simd::{Simd, SimdFloat};

use super::{Rule, flush, flush_squares, square};
use crate::number::Number;

/// Adagrad, which remembers the sum of the squares.
#[derive(Clone, Copy, Debug)]
pub struct Adagrad<T> {
    /// Added to the gradient, times the parameter.
    pub decay: T,
    /// What is left of a parameter before the step.
    pub keep: T,
    /// What the sum begins with: zero after the first step.
    pub begin: T,
    /// What is subtracted, times the quotient.
    pub rate: T,
    /// Added to the root.
    pub eps: T,
}

impl<T: Number> Rule<T, 1> for Adagrad<T> {
    #[inline(always)]
    fn update<S: Simd>(
        &self,
        simd: S,
        p: T::Native<S>,
        g: T::Native<S>,
        [sum]: &mut [T::Native<S>; 1],
    ) -> T::Native<S> {
        let g = flush::<S, T>(simd, g + p * self.decay);
        *sum = flush_squares::<S, T>(simd, *sum + self.begin + square::<S, T>(simd, g));
        p * self.keep - g * self.rate / (sum.sqrt() + self.eps)
    }
}
