//! `RMSprop`, alone, centered, with momentum, and both.

use fearless_simd::{Simd, SimdBase, SimdFloat};

use super::{Rule, flush, flush_squares, square};
use crate::number::Number;

/// `RMSprop`. It remembers the average square; behind it the average gradient, if it is centered; and behind them the velocity, if it has
/// a momentum.
#[derive(Clone, Copy, Debug)]
pub struct RmsProp<T> {
    /// Added to the gradient, times the parameter.
    pub decay: T,
    /// What is left of a parameter before the step.
    pub keep: T,
    /// The part of the averages that is kept, and the part of the new gradient.
    pub average: [T; 2],
    /// What is subtracted, times the direction.
    pub rate: T,
    /// Added to the root.
    pub eps: T,
    /// The part of the velocity that is kept.
    pub momentum: T,
    /// Whether the average gradient is taken off before the square.
    pub centered: bool,
}

impl<T: Number> RmsProp<T> {
    /// The gradient, with its decay, over the root of its average square or variance.
    #[inline(always)]
    fn quotient<S: Simd>(
        &self,
        simd: S,
        p: T::Native<S>,
        g: T::Native<S>,
        v: &mut T::Native<S>,
        mean: Option<&mut T::Native<S>>,
    ) -> T::Native<S> {
        let g = g + p * self.decay;
        *v = flush_squares::<S, T>(simd, *v * self.average[0] + square::<S, T>(simd, g) * self.average[1]);
        let mut spread = *v;
        if let Some(mean) = mean {
            *mean = flush::<S, T>(simd, *mean * self.average[0] + g * self.average[1]);
            // Of a gradient that stays the same nothing is left but rounding, which may be below zero.
            spread = (spread - square::<S, T>(simd, *mean)).max(T::Native::<S>::splat(simd, T::ZERO));
        }
        g / (spread.sqrt() + self.eps)
    }

    /// The parameter after a step in the direction of `velocity`, which is brought up to date.
    #[inline(always)]
    fn move_on<S: Simd>(
        &self,
        simd: S,
        p: T::Native<S>,
        quotient: T::Native<S>,
        velocity: &mut T::Native<S>,
    ) -> T::Native<S> {
        *velocity = flush::<S, T>(simd, *velocity * self.momentum + quotient);
        p * self.keep - *velocity * self.rate
    }
}

impl<T: Number> Rule<T, 1> for RmsProp<T> {
    #[inline(always)]
    fn update<S: Simd>(&self, simd: S, p: T::Native<S>, g: T::Native<S>, [v]: &mut [T::Native<S>; 1]) -> T::Native<S> {
        p * self.keep - self.quotient(simd, p, g, v, None) * self.rate
    }
}

impl<T: Number> Rule<T, 2> for RmsProp<T> {
    #[inline(always)]
    fn update<S: Simd>(
        &self,
        simd: S,
        p: T::Native<S>,
        g: T::Native<S>,
        [v, other]: &mut [T::Native<S>; 2],
    ) -> T::Native<S> {
        if self.centered {
            return p * self.keep - self.quotient(simd, p, g, v, Some(other)) * self.rate;
        }
        let quotient = self.quotient(simd, p, g, v, None);
        self.move_on(simd, p, quotient, other)
    }
}

impl<T: Number> Rule<T, 3> for RmsProp<T> {
    #[inline(always)]
    fn update<S: Simd>(
        &self,
        simd: S,
        p: T::Native<S>,
        g: T::Native<S>,
        [v, mean, velocity]: &mut [T::Native<S>; 3],
    ) -> T::Native<S> {
        let quotient = self.quotient(simd, p, g, v, Some(mean));
        self.move_on(simd, p, quotient, velocity)
    }
}
