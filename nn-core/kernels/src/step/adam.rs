//! Adam and what was made of it.

use fearless_simd::{Simd, SimdBase, SimdFloat};

use super::{Rule, flush, flush_squares, square};
use crate::number::Number;

/// Adam, with weight decay of both kinds.
#[derive(Clone, Copy, Debug)]
pub struct Adam<T> {
    /// Added to the gradient, times the parameter.
    pub decay: T,
    /// What is left of a parameter before the step.
    pub keep: T,
    /// The part of the average gradient that is kept, and the part of the new one.
    pub mean: [T; 2],
    /// The part of the average square that is kept, and the part of the new one.
    pub square: [T; 2],
    /// What is subtracted, times the quotient.
    pub rate: T,
    /// The factor of the square root.
    pub root: T,
    /// Added to the root.
    pub eps: T,
}

/// Adam over the largest average square so far, which is remembered behind the two averages.
#[derive(Clone, Copy, Debug)]
pub struct AmsGrad<T>(pub Adam<T>);

/// Adam that looks ahead by one step of the average gradient.
#[derive(Clone, Copy, Debug)]
pub struct Nadam<T> {
    /// The averages; what is subtracted there is the quotient of the average gradient.
    pub adam: Adam<T>,
    /// What is subtracted, times the quotient of the gradient itself.
    pub rate: T,
}

impl<T: Number> Adam<T> {
    /// Brings both averages up to date; returns the gradient with its decay.
    #[inline(always)]
    fn average<S: Simd>(
        &self,
        simd: S,
        p: T::Native<S>,
        g: T::Native<S>,
        m: &mut T::Native<S>,
        v: &mut T::Native<S>,
    ) -> T::Native<S> {
        let g = g + p * self.decay;
        *m = flush::<S, T>(simd, *m * self.mean[0] + g * self.mean[1]);
        *v = flush_squares::<S, T>(simd, *v * self.square[0] + square::<S, T>(simd, g) * self.square[1]);
        g
    }
}

impl<T: Number> Rule<T, 2> for Adam<T> {
    #[inline(always)]
    fn update<S: Simd>(
        &self,
        simd: S,
        p: T::Native<S>,
        g: T::Native<S>,
        [m, v]: &mut [T::Native<S>; 2],
    ) -> T::Native<S> {
        self.average(simd, p, g, m, v);
        p * self.keep - *m * self.rate / (v.sqrt() * self.root + self.eps)
    }
}

impl<T: Number> Rule<T, 3> for AmsGrad<T> {
    #[inline(always)]
    fn update<S: Simd>(
        &self,
        simd: S,
        p: T::Native<S>,
        g: T::Native<S>,
        [m, v, largest]: &mut [T::Native<S>; 3],
    ) -> T::Native<S> {
        let adam = &self.0;
        adam.average(simd, p, g, m, v);
        *largest = largest.max(*v);
        p * adam.keep - *m * adam.rate / (largest.sqrt() * adam.root + adam.eps)
    }
}

impl<T: Number> Rule<T, 2> for Nadam<T> {
    #[inline(always)]
    fn update<S: Simd>(
        &self,
        simd: S,
        p: T::Native<S>,
        g: T::Native<S>,
        [m, v]: &mut [T::Native<S>; 2],
    ) -> T::Native<S> {
        let adam = &self.adam;
        let g = flush::<S, T>(simd, adam.average(simd, p, g, m, v));
        p * adam.keep - (g * self.rate + *m * adam.rate) / (v.sqrt() * adam.root + adam.eps)
    }
}
