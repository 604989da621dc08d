//! One pass over all parameters: what optimizers do with them.
//!
//! Multiplications and additions are not fused, so that a step gives the same bits with every instruction set.
//!
//! What is remembered of a parameter whose gradient has become zero, that of a unit that no sample reaches, shrinks step by
//! step into subnormal numbers, and multiplied by a factor near one it stays there for good, where roots and products take
//! longer. `flush` takes them for the zero that they are beside any other number of the step.

use core::array;

use fearless_simd::{Select, Simd, SimdBase, SimdFloat};

use crate::scalar::Scalar;

/// How an optimizer changes a vector of parameters that remembers `RUNS` numbers for each.
pub trait Rule<T: Scalar, const RUNS: usize>: Copy {
    /// The parameters after a step from `p` with the gradient `g`; `memory` is brought up to date.
    fn update<S: Simd>(
        &self,
        simd: S,
        p: T::Native<S>,
        g: T::Native<S>,
        memory: &mut [T::Native<S>; RUNS],
    ) -> T::Native<S>;
}

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
    /// The part of the velocity that is kept.
    pub momentum: T,
    /// Whether to look ahead by one step of the velocity.
    pub nesterov: bool,
}

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

/// Subnormal numbers become zero.
#[inline(always)]
fn flush<S: Simd, T: Scalar>(simd: S, x: T::Native<S>) -> T::Native<S> {
    x.abs().simd_lt(T::MIN_POSITIVE).select(T::Native::<S>::splat(simd, T::ZERO), x)
}

impl<T: Scalar> Rule<T, 0> for Descent<T> {
    #[inline(always)]
    fn update<S: Simd>(&self, _: S, p: T::Native<S>, g: T::Native<S>, _: &mut [T::Native<S>; 0]) -> T::Native<S> {
        p - (g + p * self.decay) * self.rate
    }
}

impl<T: Scalar> Rule<T, 1> for Momentum<T> {
    #[inline(always)]
    fn update<S: Simd>(&self, simd: S, p: T::Native<S>, g: T::Native<S>, [v]: &mut [T::Native<S>; 1]) -> T::Native<S> {
        let g = g + p * self.decay;
        *v = flush::<S, T>(simd, *v * self.momentum + g);
        let direction = if self.nesterov { g + *v * self.momentum } else { *v };
        p - direction * self.rate
    }
}

impl<T: Scalar> Rule<T, 2> for Adam<T> {
    #[inline(always)]
    fn update<S: Simd>(
        &self,
        simd: S,
        p: T::Native<S>,
        g: T::Native<S>,
        [m, v]: &mut [T::Native<S>; 2],
    ) -> T::Native<S> {
        let g = g + p * self.decay;
        *m = flush::<S, T>(simd, *m * self.mean[0] + g * self.mean[1]);
        *v = flush::<S, T>(simd, *v * self.square[0] + g * g * self.square[1]);
        p * self.keep - *m * self.rate / (v.sqrt() * self.root + self.eps)
    }
}

/// `sum += values`; both are of one length.
#[inline(always)]
pub fn accumulate<S: Simd, T: Scalar>(_: S, sum: &mut [T], values: &[T]) {
    for (sum, value) in sum.iter_mut().zip(values) {
        *sum += *value;
    }
}

/// One step of `rule`, which is taken by value so that its factors stay in registers; all slices are as long as `p`.
///
/// The loop is written with indices and without adapters, so that its vectors stay in registers even where the checks of a
/// debug build are on.
#[inline(always)]
pub fn step<S: Simd, T: Scalar, R: Rule<T, RUNS>, const RUNS: usize>(
    simd: S,
    rule: R,
    p: &mut [T],
    g: &[T],
    mut memory: [&mut [T]; RUNS],
) {
    let len = T::Native::<S>::LEN;
    let count = p.len();
    let g = &g[..count];
    for run in &mut memory {
        *run = &mut core::mem::take(run)[..count];
    }
    let mut start = 0;
    while count - start >= len {
        let end = start + len;
        let mut runs: [_; RUNS] = array::from_fn(|r| T::Native::<S>::from_slice(simd, &memory[r][start..end]));
        let (old, g) = (&mut p[start..end], T::Native::<S>::from_slice(simd, &g[start..end]));
        rule.update(simd, T::Native::<S>::from_slice(simd, old), g, &mut runs).store_slice(old);
        for r in 0..RUNS {
            runs[r].store_slice(&mut memory[r][start..end]);
        }
        start = end;
    }
    if start < count {
        let mut runs: [_; RUNS] = array::from_fn(|r| padded(simd, &memory[r][start..]));
        let new = rule.update(simd, padded(simd, &p[start..]), padded(simd, &g[start..]), &mut runs);
        p[start..].copy_from_slice(&new.as_slice()[..count - start]);
        for r in 0..RUNS {
            memory[r][start..].copy_from_slice(&runs[r].as_slice()[..count - start]);
        }
    }
}

/// The values, fewer than a vector has lanes; zero in the lanes behind them.
#[inline(always)]
fn padded<S: Simd, T: Scalar>(simd: S, values: &[T]) -> T::Native<S> {
    let mut vector = T::Native::<S>::splat(simd, T::ZERO);
    vector.as_mut_slice()[..values.len()].copy_from_slice(values);
    vector
}
