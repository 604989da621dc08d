//! The way forward.

use fearless_simd::{Level, Simd, SimdBase};

use super::cell::{GATES, KEPT, Kind, clean};
use super::{Recurrence, RecurrentKernels, Step, TOGETHER};
use crate::dense::DenseKernels;
use crate::number::Number;
use crate::part::{load_at, store_at};

/// One step of a cell.
#[inline(always)]
pub fn step<S: Simd, T: Number, C: Kind>(simd: S, step: Step<'_, T>) {
    units::<S, T, C>(
        simd,
        step,
        #[inline(always)]
        |gate, of_a, of_b, _| activated::<S, T, C>(simd, gate, of_a + of_b),
    );
}

/// The value of a gate.
#[inline(always)]
fn activated<S: Simd, T: Number, C: Kind>(simd: S, gate: usize, sum: T::Native<S>) -> T::Native<S> {
    let kind = T::Native::<S>::splat(simd, if C::is_tanh(gate) { T::ONE } else { T::ZERO });
    T::gate(simd, sum, kind)
}

/// As many vectors of gates are one run of values at most: so few stay in registers. Of ten the compiler makes a loop over memory.
pub(super) const RUN: usize = 6;

/// The same for a few units, so few that the vectors of each gate would have many lanes to spare: the gates are one run of values first. The
/// run stays in registers: what is stored lies across what is read, and such a load waits for both stores. Nothing is kept.
#[inline(always)]
pub(super) fn step_flat<S: Simd, T: Number, C: Kind>(simd: S, step: Step<'_, T>) {
    let (n, len) = (step.y.len(), T::Native::<S>::LEN);
    let count = C::ACTIVATED * n;
    let zero = T::Native::<S>::splat(simd, T::ZERO);
    let (mut run, mut divisors) = ([zero; RUN], [zero; RUN]);
    for (v, at) in (0..count).step_by(len).enumerate() {
        let kind = T::Native::<S>::from_fn(
            simd,
            #[inline(always)]
            |lane| if C::is_tanh((at + lane) / n) { T::ONE } else { T::ZERO },
        );
        let sum = load_at::<S, T>(simd, &step.a[..count], at) + load_at::<S, T>(simd, &step.b[..count], at);
        if C::TOGETHER {
            [run[v], divisors[v]] = T::gate_parts(simd, sum, kind);
        } else {
            run[v] = T::gate(simd, sum, kind);
        }
    }
    if !C::TOGETHER {
        units::<S, T, C>(
            simd,
            step,
            #[inline(always)]
            |gate, _, _, at| pick::<S, T>(simd, &run, gate * n + at, n - at, T::ZERO),
        );
        return;
    }
    let Step { state, y, .. } = step;
    let (h, memory) = state.split_at_mut(n);
    for at in (0..n).step_by(len) {
        let (mut numerators, mut denominators) = ([zero; GATES], [zero; GATES]);
        for gate in 0..C::GATES {
            numerators[gate] = pick::<S, T>(simd, &run, gate * n + at, n - at, T::ZERO);
            denominators[gate] = pick::<S, T>(simd, &divisors, gate * n + at, n - at, T::ONE);
        }
        let before = clean::<S, T>(simd, load_at::<S, T>(simd, memory, at));
        let [new, c] = C::together::<S, T>(simd, &numerators, &denominators, before);
        store_at::<S, T>(c, memory, at);
        store_at::<S, T>(new, h, at);
        store_at::<S, T>(new, y, at);
    }
}

/// `count` values of a run from `from` on, or a vector of them, with `fill` behind them.
#[inline(always)]
fn pick<S: Simd, T: Number>(simd: S, run: &[T::Native<S>; RUN], from: usize, count: usize, fill: T) -> T::Native<S> {
    let len = T::Native::<S>::LEN;
    T::Native::<S>::from_fn(
        simd,
        #[inline(always)]
        |lane| if lane < count { run[(from + lane) / len][(from + lane) % len] } else { fill },
    )
}

/// All units, given what makes a gate of its two sums, and of where its units begin.
#[inline(always)]
fn units<S: Simd, T: Number, C: Kind>(
    simd: S,
    step: Step<'_, T>,
    gate_of: impl Fn(usize, T::Native<S>, T::Native<S>, usize) -> T::Native<S>,
) {
    let Step { a, b, state, y, kept } = step;
    let n = y.len();
    let (h, memory) = state.split_at_mut(n);
    let zero = T::Native::<S>::splat(simd, T::ZERO);
    for at in (0..n).step_by(T::Native::<S>::LEN) {
        let (mut of_a, mut of_b, mut gates, mut of_kept) = ([zero; GATES], [zero; GATES], [zero; GATES], [zero; KEPT]);
        for gate in 0..C::GATES {
            of_a[gate] = load_at::<S, T>(simd, &a[gate * n..][..n], at);
            of_b[gate] = load_at::<S, T>(simd, &b[gate * n..][..n], at);
        }
        for gate in 0..C::ACTIVATED {
            gates[gate] = gate_of(gate, of_a[gate], of_b[gate], at);
        }
        let before = load_at::<S, T>(simd, if C::MEMORIES > 0 { &*memory } else { &*h }, at);
        let before = clean::<S, T>(simd, before);
        let [new, c] = C::step::<S, T>(simd, &gates, &of_a, &of_b, before, &mut of_kept);
        if C::KEPT > 0 && !kept.is_empty() {
            for (i, value) in of_kept.into_iter().enumerate().take(C::KEPT) {
                store_at::<S, T>(value, kept.get_mut(i * n..(i + 1) * n).unwrap_or_default(), at);
            }
        }
        if C::MEMORIES > 0 {
            store_at::<S, T>(c, memory, at);
        }
        store_at::<S, T>(new, h, at);
        store_at::<S, T>(new, y, at);
    }
}

/// All steps.
pub(super) fn all<T: RecurrentKernels + DenseKernels>(
    level: Level,
    layer: &Recurrence<'_, T>,
    x: &[T],
    state: &mut [T],
    y: &mut [T],
    kept: &mut [T],
    scratch: &mut [T],
) {
    let [ih, hh] = layer.products(level);
    let (units, gates, features) = (layer.units(), layer.gates(), layer.inputs * layer.lanes);
    let (a, scratch) = scratch.split_at_mut(TOGETHER.min(layer.steps) * gates);
    let b = &mut scratch[..gates];
    let kept_of_a_step = if kept.is_empty() { 0 } else { layer.cell.kept() * units };
    let mut done = 0;
    while done < layer.steps {
        let count = TOGETHER.min(layer.steps - done);
        // In memory these steps are neighbours either way.
        let first = layer.step(done).min(layer.step(done + count - 1));
        ih.forward(&x[first * features..][..count * features], &mut a[..count * gates]);
        for i in done..done + count {
            let step = layer.step(i);
            hh.forward(&state[..units], b);
            let y = &mut y[step * units..][..units];
            let a = &a[(step - first) * gates..][..gates];
            let kept = &mut kept[step * kept_of_a_step..][..kept_of_a_step];
            T::cell_step(level, layer.cell, Step { a, b, state, y, kept });
        }
        done += count;
    }
}
