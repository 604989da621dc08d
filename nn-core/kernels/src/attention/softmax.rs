//! The softmax of scores and its derivative, down the lines: every lane has scores of its own.

use fearless_simd::{Select, Simd, SimdBase, SimdFloat};

use super::product::{part, store};
use crate::math::{product, zero_below};
use crate::number::Number;

/// Which lines a lane sees, up to a last one.
#[derive(Clone, Copy)]
pub(super) enum Lasts<'a, T> {
    /// All of them.
    All,
    /// Lanes are steps and see none behind them: the step of the first lane of the line.
    From(usize),
    /// Lanes are samples: the last step that each sees.
    Of(&'a [T]),
}

/// Every `step`-th line of some.
#[derive(Clone, Copy)]
pub(super) struct Down<'a, T> {
    /// How far the lines are apart.
    pub(super) step: usize,
    /// How many there are.
    pub(super) count: usize,
    /// How many of them are seen, by some lanes at least; the others are zero.
    pub(super) seen: usize,
    /// Which of these each lane sees.
    pub(super) lasts: Lasts<'a, T>,
}

impl<T: Number> Down<'_, T> {
    /// The lines that are seen.
    #[inline(always)]
    fn seen<L>(self, lines: &mut [L]) -> impl Iterator<Item = &mut L> {
        lines.iter_mut().step_by(self.step).take(self.seen)
    }

    /// Writes zeros to the others.
    #[inline(always)]
    fn clear<S: Simd>(self, simd: S, lane: usize, lines: &mut [T::Lanes]) {
        let zero = T::Native::<S>::splat(simd, T::ZERO);
        for line in lines.iter_mut().step_by(self.step).take(self.count).skip(self.seen) {
            store::<S, T>(zero, line, lane);
        }
    }

    /// The last step that each lane sees.
    #[inline(always)]
    fn steps<S: Simd>(self, simd: S, lane: usize) -> T::Native<S> {
        if let Lasts::Of(lasts) = self.lasts {
            return T::Native::<S>::from_slice(simd, &lasts[lane..][..T::Native::<S>::LEN]);
        }
        let first = lane + if let Lasts::From(first) = self.lasts { first } else { 0 };
        T::Native::<S>::from_fn(
            simd,
            #[inline(always)]
            |i| T::from_f64((first + i) as f64),
        )
    }

    /// The value of a step where it is seen.
    #[inline(always)]
    fn where_seen<S: Simd>(
        self,
        simd: S,
        steps: T::Native<S>,
        step: usize,
        value: T::Native<S>,
        otherwise: T,
    ) -> T::Native<S> {
        if matches!(self.lasts, Lasts::All) {
            return value;
        }
        let is_behind = steps.simd_lt(T::Native::<S>::splat(simd, T::from_f64(step as f64)));
        is_behind.select(T::Native::<S>::splat(simd, otherwise), value)
    }
}

/// `p = exp(scale (x - max)) / Σ`, in place. NaN in a lane makes all of it NaN, whatever the maximum makes of it.
#[inline(always)]
pub(super) fn forward<S: Simd, T: Number>(
    simd: S,
    lane: usize,
    down: Down<'_, T>,
    [scale, lowest]: [T; 2],
    lines: &mut [T::Lanes],
) {
    let (least, steps) = (T::from_f64(f64::NEG_INFINITY), down.steps(simd, lane));
    let mut max = T::Native::<S>::splat(simd, least);
    for (step, line) in down.seen(lines).enumerate() {
        max = max.max(down.where_seen(simd, steps, step, part::<S, T>(simd, line, lane), least));
    }
    let scale = T::Native::<S>::splat(simd, scale);
    let mut sum = T::Native::<S>::splat(simd, T::ZERO);
    for (step, line) in down.seen(lines).enumerate() {
        let shifted = (part::<S, T>(simd, line, lane) - max) * scale;
        let power = zero_below::<S, T>(
            simd,
            lowest,
            down.where_seen(simd, steps, step, shifted, least),
            #[inline(always)]
            |x| T::exp(simd, x),
        );
        sum += power;
        store::<S, T>(power, line, lane);
    }
    let share = T::Native::<S>::splat(simd, T::ONE) / sum;
    for line in down.seen(lines) {
        store::<S, T>(part::<S, T>(simd, line, lane) * share, line, lane);
    }
    down.clear(simd, lane, lines);
}

/// `ds = p (dp - Σ p dp) scale`, in place of `dp`; `p` gives its lines one by one.
#[inline(always)]
pub(super) fn backward<S: Simd, T: Number>(
    simd: S,
    lane: usize,
    down: Down<'_, T>,
    scale: T,
    p: impl Fn(usize) -> T::Native<S>,
    lines: &mut [T::Lanes],
) {
    let steps = down.steps(simd, lane);
    let base = T::Native::<S>::splat(simd, T::BASE);
    let mut sum = base;
    for (step, line) in down.seen(lines).enumerate() {
        let d = down.where_seen(simd, steps, step, part::<S, T>(simd, line, lane), T::ZERO);
        sum = p(step).mul_add(d, sum);
    }
    let (sum, scale) = (sum - base, T::Native::<S>::splat(simd, scale));
    for (step, line) in down.seen(lines).enumerate() {
        let d = down.where_seen(simd, steps, step, part::<S, T>(simd, line, lane) - sum, T::ZERO);
        store::<S, T>(product::<S, T>(simd, p(step), d * scale), line, lane);
    }
    down.clear(simd, lane, lines);
}
