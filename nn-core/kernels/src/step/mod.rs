//! One pass over all parameters: what optimizers do with them.
//!
//! Multiplications and additions are not fused, so that a step gives the same bits with every instruction set.
//!
//! What is remembered of a parameter whose gradient has become zero, that of a unit that no sample reaches, shrinks step by
//! step into subnormal numbers, and multiplied by a factor near one it stays there for good, where roots and products take
//! longer. `flush` takes them for the zero that they are beside any other number of the step.

mod adagrad;
mod adam;
mod descent;
mod lion;
mod rms_prop;

pub use adagrad::Adagrad;
pub use adam::{Adam, AmsGrad, Nadam};
pub use descent::{Descent, Momentum};
pub use lion::Lion;
pub use rms_prop::RmsProp;

use core::array;

use fearless_simd::{Level, Select, Simd, SimdBase};

use crate::number::{MOST_LANES, Number};
use crate::part::padded;

kernels! {
    /// An optimizer's step.
    trait StepKernels

    /// One step of an optimizer; as many runs of the memory as its rule asks for are as long as the parameters.
    fn step(level: Level, by: &Factors<Self>, p: &mut [Self], g: &[Self], memory: Memory<'_, Self>) {
        by.step(level, p, g, memory);
    }
}

/// How an optimizer changes a vector of parameters that remembers `RUNS` numbers for each.
pub trait Rule<T: Number, const RUNS: usize>: Copy {
    /// The parameters after a step from `p` with the gradient `g`; `memory` is brought up to date.
    fn update<S: Simd>(
        &self,
        simd: S,
        p: T::Native<S>,
        g: T::Native<S>,
        memory: &mut [T::Native<S>; RUNS],
    ) -> T::Native<S>;
}

/// The runs of numbers that are remembered, one after the other; those that a rule has no use for are empty.
pub type Memory<'a, T> = [&'a mut [T]; 3];

macro_rules! rules {
    ($($Name:ident($Rule:ident): $runs:literal),* $(,)?) => {
        /// Every rule, with the factors of one step.
        #[derive(Clone, Copy, Debug)]
        pub enum AnyRule<T> {
            $(#[doc = concat!("[`", stringify!($Rule), "`] with memory of this many runs: ", $runs, ".")] $Name($Rule<T>)),*
        }

        impl<T: Number> Factors<T> {
            /// One step, with the best vector instructions of `level`; all slices are as long as `p`.
            #[inline(always)]
            pub(crate) fn step(&self, level: Level, p: &mut [T], g: &[T], memory: Memory<'_, T>) {
                let l1 = self.l1;
                match self.rule {
                    $(AnyRule::$Name(rule) => {
                        let memory: [_; $runs] = first(memory);
                        dispatch!(plain T: level, simd => pass(simd, WithL1 { l1, rule }, p, g, memory));
                    })*
                }
            }
        }
    };
}

rules! {
    Descent(Descent): 0,
    Momentum(Momentum): 1,
    Adam(Adam): 2,
    AmsGrad(AmsGrad): 3,
    Nadam(Nadam): 2,
    RmsProp(RmsProp): 1,
    RmsPropOfTwo(RmsProp): 2,
    RmsPropOfThree(RmsProp): 3,
    Adagrad(Adagrad): 1,
    Lion(Lion): 1,
}

/// The first runs of a memory.
fn first<T, const RUNS: usize>(memory: Memory<'_, T>) -> [&mut [T]; RUNS] {
    let mut runs = memory.into_iter();
    array::from_fn(|_| runs.next().unwrap_or_default())
}

/// A rule, and the gradient of the absolute value in front of it.
#[derive(Clone, Copy, Debug)]
pub struct WithL1<T, R> {
    /// Added to the gradient, with the sign of the parameter.
    pub l1: T,
    /// What changes the parameter.
    pub rule: R,
}

/// What one step needs besides its slices.
pub type Factors<T> = WithL1<T, AnyRule<T>>;

impl<T: Number, R: Rule<T, RUNS>, const RUNS: usize> Rule<T, RUNS> for WithL1<T, R> {
    #[inline(always)]
    fn update<S: Simd>(
        &self,
        simd: S,
        p: T::Native<S>,
        g: T::Native<S>,
        memory: &mut [T::Native<S>; RUNS],
    ) -> T::Native<S> {
        self.rule.update(simd, p, g + sign::<S, T>(simd, p) * self.l1, memory)
    }
}

/// Subnormal numbers become zero.
#[inline(always)]
fn flush<S: Simd, T: Number>(simd: S, x: T::Native<S>) -> T::Native<S> {
    x.abs().simd_lt(T::MIN_POSITIVE).select(T::Native::<S>::splat(simd, T::ZERO), x)
}

/// 1 with the sign of `x`; zero and NaN stay what they are.
#[inline(always)]
fn sign<S: Simd, T: Number>(simd: S, x: T::Native<S>) -> T::Native<S> {
    let one = T::Native::<S>::splat(simd, T::ONE);
    x.simd_gt(T::ZERO).select(one, x.simd_lt(T::ZERO).select(-one, x))
}

/// `sum += values`; both are of one length.
#[inline(always)]
pub fn accumulate<S: Simd, T: Number>(_: S, sum: &mut [T], values: &[T]) {
    for (sum, value) in sum.iter_mut().zip(values) {
        *sum += *value;
    }
}

/// One step of `rule`, which is taken by value so that its factors stay in registers; all slices are as long as `p`.
///
/// The values behind the last whole vector take a second round, in a vector of their own with zeros behind them: so the rule is
/// compiled once. The loop is written with indices and without adapters, so that its vectors stay in registers even where the
/// checks of a debug build are on.
#[inline(always)]
fn pass<S: Simd, T: Number, R: Rule<T, RUNS>, const RUNS: usize>(
    simd: S,
    rule: R,
    p: &mut [T],
    g: &[T],
    mut memory: [&mut [T]; RUNS],
) {
    let len = T::Native::<S>::LEN;
    let whole = p.len() - p.len() % len;
    let rest = p.len() - whole;
    let (p, p_rest) = p.split_at_mut(whole);
    let (g, g_rest) = g[..whole + rest].split_at(whole);
    let mut last_p = padded(p_rest);
    let last_g = padded(g_rest);
    let mut last_memory = [[T::ZERO; MOST_LANES]; RUNS];
    for r in 0..RUNS {
        last_memory[r] = padded(&memory[r][whole..whole + rest]);
    }
    let mut last = false;
    loop {
        let (p, g) = if last { (&mut last_p[..len], &last_g[..len]) } else { (&mut *p, g) };
        let mut runs = memory.each_mut().map(|all| &mut all[..whole]);
        if last {
            for (run, some) in runs.iter_mut().zip(&mut last_memory) {
                *run = &mut some[..len];
            }
        }
        let mut start = 0;
        while start < p.len() {
            let end = start + len;
            let mut memory = [T::Native::<S>::splat(simd, T::ZERO); RUNS];
            for r in 0..RUNS {
                memory[r] = T::Native::<S>::from_slice(simd, &runs[r][start..end]);
            }
            let (old, g) = (&mut p[start..end], T::Native::<S>::from_slice(simd, &g[start..end]));
            rule.update(simd, T::Native::<S>::from_slice(simd, old), g, &mut memory).store_slice(old);
            for r in 0..RUNS {
                memory[r].store_slice(&mut runs[r][start..end]);
            }
            start = end;
        }
        if last || rest == 0 {
            break;
        }
        last = true;
    }
    if last {
        p_rest.copy_from_slice(&last_p[..rest]);
        for r in 0..RUNS {
            memory[r][whole..whole + rest].copy_from_slice(&last_memory[r][..rest]);
        }
    }
}
