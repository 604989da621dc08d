//! What one step works on, and how it is shared out.

use fearless_simd::Level;

use super::Roles;
use super::roles::ByRole;
use crate::kernels::ONE_LEVEL;
use crate::kernels::step::{self, Factors, Memory};
use crate::scalar::Scalar;
use crate::threads;

/// From step to step parameters decay by little. Once in so many steps those that are nearly subnormal are found soon enough.
const FLUSH_EVERY: u64 = 64;

/// What one step works on.
#[derive(Debug)]
pub struct Step<'a, T> {
    /// The parameters to be changed.
    pub parameters: &'a mut [T],
    /// Their gradient: as many numbers.
    pub gradient: &'a [T],
    /// What the optimizer remembers: [`runs`](super::Optimizer::runs) times as many numbers, run after run; all zero before
    /// the first step.
    pub memory: &'a mut [T],
    /// What each parameter is to its layer.
    pub roles: Roles,
    /// The number of the step, counted from 1.
    pub number: u64,
    /// The vector instructions to use.
    pub level: Level,
    /// How many threads have computed the gradient and may share the step.
    pub threads: usize,
}

impl<T: Scalar> Step<'_, T> {
    /// Takes it by these factors, whose rules are of these [`kinds`](step::kinds). Of slices that are longer than the shortest only the front is used.
    #[cfg_attr(not(feature = "std"), inline(always))]
    pub(super) fn by<const KINDS: u32>(self, runs: usize, factors: &ByRole<Factors<T>>) {
        let Self { parameters, gradient, memory: mut rest, roles, number, level, threads } = self;
        let mut count = parameters.len().min(gradient.len());
        let mut memory = Memory::default();
        if let Some(run) = rest.len().checked_div(runs) {
            count = count.min(run);
            for slot in memory.iter_mut().take(runs) {
                let (front, behind) = step::divide(rest, run);
                (*slot, rest) = (step::divide(front, count).0, behind);
            }
        }
        let part = Part { start: 0, p: &mut parameters[..count], g: &gradient[..count], memory };
        let take = |part: Part<'_, T>| part.take::<KINDS>(roles, number, level, factors);
        if ONE_LEVEL { part.take::<KINDS>(roles, number, level, factors) } else { part.divide(threads, &take) }
    }
}

/// A range of the parameters with what belongs to it.
struct Part<'a, T> {
    /// The place of the first among all parameters.
    start: usize,
    p: &'a mut [T],
    g: &'a [T],
    memory: Memory<'a, T>,
}

impl<T: Scalar> Part<'_, T> {
    /// The step of this part.
    #[cfg_attr(not(feature = "std"), inline(always))]
    fn take<const KINDS: u32>(self, roles: Roles, number: u64, level: Level, factors: &ByRole<Factors<T>>) {
        let Self { start, p, g, mut memory } = self;
        factors.visit(roles, start..start + p.len(), |by, places| {
            let range = places.start - start..places.end - start;
            let memory = memory.each_mut().map(|run| run.get_mut(range.clone()).unwrap_or_default());
            let p = p.get_mut(range.clone()).unwrap_or_default();
            step::step_of::<T, KINDS>(level, &by, p, g.get(range).unwrap_or_default(), memory);
            if by.decays && number.is_multiple_of(FLUSH_EVERY) {
                step::flush_all::<T>(level, p);
            }
        });
    }

    /// Hands a range to each of `threads` threads. Each parameter is computed by itself, so the result is the same.
    fn divide(self, threads: usize, step: &(impl Fn(Part<'_, T>) + Sync)) {
        if threads <= 1 {
            return step(self);
        }
        let Self { start, p, g, memory } = self;
        let (here, middle) = threads::halve(threads, p.len());
        let ((left_p, right_p), (left_g, right_g)) = (p.split_at_mut(middle), g.split_at(middle));
        let (mut left, mut right) = (Memory::default(), Memory::default());
        for (run, halves) in memory.into_iter().zip(left.iter_mut().zip(&mut right)) {
            let middle = middle.min(run.len());
            (*halves.0, *halves.1) = run.split_at_mut(middle);
        }
        let left = Part { start, p: left_p, g: left_g, memory: left };
        let right = Part { start: start + middle, p: right_p, g: right_g, memory: right };
        threads::join(|| left.divide(here, step), || right.divide(threads - here, step));
    }
}
