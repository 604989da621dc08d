//! One pass over all parameters: what optimizers do with them.
//!
//! Multiplications and additions are not fused, so that a step gives the same bits with every instruction set.
//!
//! What is remembered of a parameter whose gradient has become zero, that of a unit that no sample reaches, shrinks step by
//! step into subnormal numbers, and multiplied by a factor near one it stays there for good, where roots and products take
//! longer. `flush` takes them for the zero that they are beside any other number of the step, and does so early enough that their
//! products with rates and factors are no subnormal numbers either; `square` does the same for squares. A parameter without a
//! gradient that decays goes the same way.

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

use crate::ONE_LEVEL;
use crate::number::{MOST_LANES, Number};
use crate::part::padded;

kernels! {
    /// An optimizer's step.
    trait StepKernels

    /// One step of an optimizer; as many runs of the memory as its rule asks for are as long as the parameters.
    fn step(level: Level, by: &Factors<Self>, p: &mut [Self], g: &[Self], memory: Memory<'_, Self>) {
        whole::<Self, ALL>(level, by, p, g, memory);
    }

    /// Parameters that have decayed so far that they are nearly subnormal become zero.
    fn flush_parameters(level: Level, p: &mut [Self]) {
        dispatch!(plain Self: level, _simd => flush_values::<Self>(p));
    }

    /// `to = g + factor * sign(p)`: the gradient of the sum of absolute values, added to another; whole vectors.
    fn add_sign(level: Level, factor: Self, p: &[Self], g: &[Self], to: &mut [Self]) {
        dispatch!(plain Self: level, simd => add_sign::<_, Self>(simd, factor, p, g, to));
    }
}

/// [`StepKernels::step`] by a rule of the `KINDS` that an optimizer may choose. Where the target alone decides on the instructions these alone
/// are compiled into a program: all of them would take more of a small machine's memory than its network.
#[inline]
pub fn step_of<T: StepKernels, const KINDS: u32>(
    level: Level,
    by: &Factors<T>,
    p: &mut [T],
    g: &[T],
    memory: Memory<'_, T>,
) {
    debug_assert!(KINDS & by.rule.kind().bit() > 0, "an optimizer steps by a rule that it does not name");
    if ONE_LEVEL {
        whole::<T, KINDS>(crate::level(), by, p, g, memory);
    } else {
        T::step(level, by, p, g, memory);
    }
}

/// [`StepKernels::flush_parameters`], inlined where the target alone decides on the instructions.
#[inline]
pub fn flush_all<T: StepKernels>(level: Level, p: &mut [T]) {
    if ONE_LEVEL {
        flush_values(p);
    } else {
        T::flush_parameters(level, p);
    }
}

/// The kinds of all rules.
const ALL: u32 = u32::MAX;

/// These kinds of rules, as a constant of a type.
#[must_use]
pub const fn kinds(kinds: &[RuleKind]) -> u32 {
    let (mut bits, mut i) = (0, 0);
    while i < kinds.len() {
        bits |= kinds[i].bit();
        i += 1;
    }
    bits
}

impl RuleKind {
    const fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// The step of all parameters, run by run and vector by vector.
#[inline(always)]
fn whole<T: StepKernels, const KINDS: u32>(level: Level, by: &Factors<T>, p: &mut [T], g: &[T], memory: Memory<'_, T>) {
    in_vectors(p, g, memory, |p, g, memory| {
        for_runs(by.l1, p, g, memory, |p, g, memory| {
            let mut signed;
            let g = if by.l1 == T::ZERO {
                g
            } else {
                signed = [T::ZERO; RUN];
                let signed = first_mut(&mut signed, g.len());
                T::add_sign(level, by.l1, p, g, signed);
                &*signed
            };
            by.rule.step::<KINDS>(level, p, g, memory);
        });
    });
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

        /// The kinds of rules.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum RuleKind {
            $(#[doc = concat!("[`AnyRule::", stringify!($Name), "`]")] $Name),*
        }

        impl<T: Number> AnyRule<T> {
            const fn kind(&self) -> RuleKind {
                match self {
                    $(AnyRule::$Name(_) => RuleKind::$Name),*
                }
            }

            /// One step, with the best vector instructions of `level`; all slices are as long as `p`, which is whole vectors.
            #[inline(always)]
            fn step<const KINDS: u32>(&self, level: Level, p: &mut [T], g: &[T], memory: Memory<'_, T>) {
                match *self {
                    $(AnyRule::$Name(rule) => if const { KINDS & RuleKind::$Name.bit() > 0 } {
                        let memory: [_; $runs] = first(memory);
                        dispatch!(plain T: level, simd => pass(simd, rule, p, g, memory));
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

/// What one step needs besides its slices.
#[derive(Clone, Copy, Debug)]
pub struct Factors<T> {
    /// Added to the gradient, with the sign of the parameter.
    pub l1: T,
    /// Whether parameters shrink that have no gradient.
    pub decays: bool,
    /// What changes the parameter.
    pub rule: AnyRule<T>,
}

/// Parameters whose gradient is added to before a rule sees it; fewer where a stack has no room for many.
const RUN: usize = if cfg!(target_os = "none") { 32 } else { 512 };

/// Calls `step` with all parameters or, if there is something to add to their gradient, run by run.
#[inline(always)]
fn for_runs<T: Number>(
    l1: T,
    p: &mut [T],
    g: &[T],
    [mut a, mut b, mut c]: Memory<'_, T>,
    mut step: impl FnMut(&mut [T], &[T], Memory<'_, T>),
) {
    let most = if l1 == T::ZERO { p.len().max(1) } else { RUN };
    for (p, g) in p.chunks_mut(most).zip(g.chunks(most)) {
        let (first_a, rest_a) = divide(a, p.len());
        let (first_b, rest_b) = divide(b, p.len());
        let (first_c, rest_c) = divide(c, p.len());
        step(p, g, [first_a, first_b, first_c]);
        (a, b, c) = (rest_a, rest_b, rest_c);
    }
}

/// The first values of a run, as many as there are at most.
#[inline(always)]
fn first_mut<T>(run: &mut [T], count: usize) -> &mut [T] {
    divide(run, count).0
}

/// So many values at the front of a run and the others, or twice none of an empty one.
#[inline(always)]
pub fn divide<T>(run: &mut [T], count: usize) -> (&mut [T], &mut [T]) {
    run.split_at_mut(count.min(run.len()))
}

/// `to = g + factor * sign(p)`, not fused; all are of one length, which is whole vectors.
#[inline(always)]
fn add_sign<S: Simd, T: Number>(simd: S, factor: T, p: &[T], g: &[T], to: &mut [T]) {
    let len = T::Native::<S>::LEN;
    for ((to, p), g) in to.chunks_exact_mut(len).zip(p.chunks_exact(len)).zip(g.chunks_exact(len)) {
        let sign = sign::<S, T>(simd, T::Native::<S>::from_slice(simd, p));
        (T::Native::<S>::from_slice(simd, g) + sign * factor).store_slice(to);
    }
}

/// What is nearly subnormal becomes zero, value by value.
#[inline(always)]
fn flush_values<T: Number>(p: &mut [T]) {
    for p in p {
        *p = if *p < T::BASE && *p > -T::BASE { T::ZERO } else { *p };
    }
}

/// `x`, and zero where it is less than `least`.
#[inline(always)]
fn at_least<S: Simd, T: Number>(simd: S, least: T, x: T::Native<S>) -> T::Native<S> {
    x.abs().simd_lt(least).select(T::Native::<S>::splat(simd, T::ZERO), x)
}

/// Numbers whose products with a rate may be subnormal become zero.
#[inline(always)]
fn flush<S: Simd, T: Number>(simd: S, x: T::Native<S>) -> T::Native<S> {
    at_least::<S, T>(simd, T::BASE, x)
}

/// Sums of squares that are subnormal become zero.
#[inline(always)]
fn flush_squares<S: Simd, T: Number>(simd: S, x: T::Native<S>) -> T::Native<S> {
    x.simd_lt(T::MIN_POSITIVE).select(T::Native::<S>::splat(simd, T::ZERO), x)
}

/// `x²`, or zero where that times a small factor may be subnormal.
#[inline(always)]
fn square<S: Simd, T: Number>(simd: S, x: T::Native<S>) -> T::Native<S> {
    let x = at_least::<S, T>(simd, T::ROOT, x);
    x * x
}

/// 1 with the sign of `x`; zero and NaN stay what they are.
#[inline(always)]
fn sign<S: Simd, T: Number>(simd: S, x: T::Native<S>) -> T::Native<S> {
    let one = T::Native::<S>::splat(simd, T::ONE);
    // Not `x` itself in the end: the compiler multiplies it by a rate before it selects, and a tiny `x` then takes long.
    x.simd_gt(T::ZERO).select(one, x.simd_lt(T::ZERO).select(-one, x * T::ZERO))
}

/// `sum += values`; both are of one length.
#[inline(always)]
pub fn accumulate<S: Simd, T: Number>(_: S, sum: &mut [T], values: &[T]) {
    for (sum, value) in sum.iter_mut().zip(values) {
        *sum += *value;
    }
}

/// Calls `step` with all that fills vectors, and once more with what is left, in vectors of their own with zeros behind it: so
/// each rule is compiled once.
#[inline(always)]
fn in_vectors<T: Number>(
    p: &mut [T],
    g: &[T],
    [a, b, c]: Memory<'_, T>,
    mut step: impl FnMut(&mut [T], &[T], Memory<'_, T>),
) {
    let rest = p.len() % MOST_LANES;
    let whole = p.len() - rest;
    let (p, last_p) = divide(p, whole);
    let (g, last_g) = g.split_at(whole.min(g.len()));
    let ((whole_a, a), (whole_b, b), (whole_c, c)) = (divide(a, whole), divide(b, whole), divide(c, whole));
    let padded_g = padded(last_g);
    let [mut padded_p, mut padded_a, mut padded_b, mut padded_c] = [padded(last_p), padded(a), padded(b), padded(c)];
    // One place of the call, so that the compiler has no reason for two copies of what is called.
    let rounds: [(&mut [T], &[T], Memory<'_, T>); 2] = [
        (p, g, [whole_a, whole_b, whole_c]),
        (&mut padded_p, &padded_g, [&mut padded_a, &mut padded_b, &mut padded_c]),
    ];
    for (p, g, memory) in rounds.into_iter().take(if rest > 0 { 2 } else { 1 }) {
        step(p, g, memory);
    }
    for (run, padded) in [(last_p, padded_p), (a, padded_a), (b, padded_b), (c, padded_c)] {
        for (value, padded) in run.iter_mut().zip(padded) {
            *value = padded;
        }
    }
}

/// One step of `rule`, which is taken by value so that its factors stay in registers; all slices are as long as `p`, which is
/// whole vectors.
#[inline(always)]
fn pass<S: Simd, T: Number, R: Rule<T, RUNS>, const RUNS: usize>(
    simd: S,
    rule: R,
    p: &mut [T],
    g: &[T],
    memory: [&mut [T]; RUNS],
) {
    let len = T::Native::<S>::LEN;
    let mut memory = memory.map(|run| run.chunks_exact_mut(len));
    for (p, g) in p.chunks_exact_mut(len).zip(g.chunks_exact(len)) {
        let mut runs = [T::Native::<S>::splat(simd, T::ZERO); RUNS];
        let mut places = memory.each_mut().map(|run| run.next().unwrap_or_default());
        for (run, place) in runs.iter_mut().zip(&places) {
            if place.len() == len {
                *run = T::Native::<S>::from_slice(simd, place);
            }
        }
        let g = T::Native::<S>::from_slice(simd, g);
        rule.update(simd, T::Native::<S>::from_slice(simd, p), g, &mut runs).store_slice(p);
        for (run, place) in runs.iter().zip(&mut places) {
            if place.len() == len {
                run.store_slice(place);
            }
        }
    }
}
