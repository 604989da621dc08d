//! The way forward.

use fearless_simd::{Level, Simd, SimdBase, SimdFloatElement};

use super::cell::{GATES, KEPT, Kind, clean};
use super::{Recurrence, RecurrentKernels, Step, TOGETHER};
use crate::dense::DenseKernels;
use crate::math::Gates;
use crate::number::Number;
use crate::part::{load, load_at, store, store_at};

/// One step of a cell.
#[inline(always)]
pub fn step<S: Simd, T: Number, C: Kind>(simd: S, mut step: Step<'_, T>) {
    let (n, len) = (step.y.len(), T::Native::<S>::LEN);
    let whole = n / len * len;
    for at in (0..whole).step_by(len) {
        units::<S, T, C, true>(simd, &mut step, at, None);
    }
    if whole < n {
        units::<S, T, C, false>(simd, &mut step, whole, None);
    }
}

/// The vectors of a run of gates: so many stay in registers. Of ten the compiler makes a loop over memory.
const RUN: usize = 6;

/// Whether a step of so many units is [`step_flat`].
pub(super) const fn is_flat<S: Simd, T: Number, C: Kind>(units: usize) -> bool {
    let len = T::Native::<S>::LEN;
    let (flat, apart) = ((C::ACTIVATED * units).div_ceil(len), C::ACTIVATED * units.div_ceil(len));
    // One division for all gates pays for itself. Else what one run saves has to pay for taking the gates apart again.
    units <= 2 * len && flat <= RUN && (C::TOGETHER || 4 * flat <= 3 * apart)
}

/// The same for a few units, of two vectors at most, so few that the vectors of each gate would have many lanes to spare: the gates are one run
/// of values first. The run stays in registers: what is stored lies across what is read, and such a load waits for both stores. Of a loop over
/// its vectors, or over those of the units, the compiler would make one over memory. Nothing is kept.
#[inline(always)]
pub(super) fn step_flat<S: Simd, T: Number, C: Kind, const UNITS: usize>(simd: S, mut step: Step<'_, T>) {
    let Step { a, b, .. } = step;
    macro_rules! run {
        ($($v:literal)*) => { [$(of_run::<S, T, C, UNITS, $v>(simd, a, b)),*] };
    }
    let run: Run<S, T> = run!(0 1 2 3 4 5);
    flat_units::<S, T, C, UNITS, 0>(simd, &mut step, &run);
    flat_units::<S, T, C, UNITS, 1>(simd, &mut step, &run);
}

/// Each gate of a run, or its numerator and denominator.
type Run<S, T> = [[<T as SimdFloatElement>::Native<S>; 2]; RUN];

/// The vector `V` of a run, if it has so many.
#[inline(always)]
fn of_run<S: Simd, T: Number, C: Kind, const UNITS: usize, const V: usize>(
    simd: S,
    a: &[T],
    b: &[T],
) -> [T::Native<S>; 2] {
    let zero = T::Native::<S>::splat(simd, T::ZERO);
    if const { V * T::Native::<S>::LEN >= C::ACTIVATED * UNITS } {
        return [zero; 2];
    }
    let (at, len, count) = (V * T::Native::<S>::LEN, T::Native::<S>::LEN, C::ACTIVATED * UNITS);
    let sum = load_at::<S, T>(simd, &a[..count], at) + load_at::<S, T>(simd, &b[..count], at);
    let [first, last] = [at / UNITS, (at + len - 1).min(count - 1) / UNITS];
    let gates = match [C::is_tanh(first), C::is_tanh(last)] {
        [false, false] if last < first + 2 => Gates::Sigmoid,
        [true, true] if last < first + 2 => Gates::Tanh,
        _ => Gates::Each(T::Native::<S>::from_fn(
            simd,
            #[inline(always)]
            |lane| if C::is_tanh((at + lane) / UNITS) { T::ONE } else { T::ZERO },
        )),
    };
    if C::TOGETHER { T::gate_parts(simd, sum, gates) } else { [T::gate(simd, sum, gates), zero] }
}

/// The vector `V` of units, or what is left of it, given the run of all gates.
#[inline(always)]
fn flat_units<S: Simd, T: Number, C: Kind, const UNITS: usize, const V: usize>(
    simd: S,
    step: &mut Step<'_, T>,
    run: &Run<S, T>,
) {
    if const { V * T::Native::<S>::LEN >= UNITS } {
        return;
    }
    let at = V * T::Native::<S>::LEN;
    let zero = T::Native::<S>::splat(simd, T::ZERO);
    let (mut gates, mut denominators) = ([zero; GATES], [zero; GATES]);
    for gate in 0..C::ACTIVATED {
        gates[gate] = pick::<S, T>(simd, run, 0, gate * UNITS + at, UNITS - at);
        denominators[gate] = pick::<S, T>(simd, run, 1, gate * UNITS + at, UNITS - at);
    }
    if !C::TOGETHER {
        return units::<S, T, C, false>(simd, step, at, Some(gates));
    }
    let Step { h, memory, y, .. } = step;
    let memory = &mut memory[..UNITS];
    let before = clean::<S, T>(simd, load_at::<S, T>(simd, memory, at));
    let [new, c] = C::together::<S, T>(simd, &gates, &denominators, before, UNITS - at);
    store_at::<S, T>(c, memory, at);
    store_at::<S, T>(new, h, at);
    store_at::<S, T>(new, y, at);
}

/// `count` values of a part of a run from `from` on, or a vector of them. What is in the other lanes are values of the run too, those that are
/// there without a step more.
#[inline(always)]
fn pick<S: Simd, T: Number>(simd: S, run: &Run<S, T>, part: usize, from: usize, count: usize) -> T::Native<S> {
    let len = T::Native::<S>::LEN;
    let (vector, first) = (from / len, from % len);
    let fits = first + count <= len;
    T::Native::<S>::from_fn(
        simd,
        #[inline(always)]
        |lane| {
            let at = first + lane;
            run[if fits { vector } else { vector + at / len }][part][at % len]
        },
    )
}

/// The units from `at` on, a vector of them or what is left, unless they are `WHOLE`. The gates that are functions of `a + b` alone may be known.
#[inline(always)]
fn units<S: Simd, T: Number, C: Kind, const WHOLE: bool>(
    simd: S,
    step: &mut Step<'_, T>,
    at: usize,
    known: Option<[T::Native<S>; GATES]>,
) {
    let Step { a, b, h, memory, y, kept } = step;
    let n = y.len();
    let zero = T::Native::<S>::splat(simd, T::ZERO);
    let (mut of_a, mut of_b, mut gates, mut of_kept) = ([zero; GATES], [zero; GATES], [zero; GATES], [zero; KEPT]);
    for gate in 0..C::GATES {
        of_a[gate] = load::<S, T, WHOLE>(simd, &a[gate * n..][..n], at);
        of_b[gate] = load::<S, T, WHOLE>(simd, &b[gate * n..][..n], at);
    }
    if let Some(known) = known {
        gates = known;
    } else {
        for gate in 0..C::ACTIVATED {
            let function = if C::is_tanh(gate) { Gates::Tanh } else { Gates::Sigmoid };
            gates[gate] = T::gate(simd, of_a[gate] + of_b[gate], function);
        }
    }
    let before: &[T] = if C::MEMORIES > 0 { memory } else { h };
    let before = clean::<S, T>(simd, load::<S, T, WHOLE>(simd, before, at));
    let [new, c] = C::step::<S, T>(simd, &gates, &of_a, &of_b, before, &mut of_kept);
    if C::KEPT > 0 && !kept.is_empty() {
        for (i, value) in of_kept.into_iter().enumerate().take(C::KEPT) {
            store::<S, T, WHOLE>(value, kept.get_mut(i * n..(i + 1) * n).unwrap_or_default(), at);
        }
    }
    if C::MEMORIES > 0 {
        store::<S, T, WHOLE>(c, memory, at);
    }
    store::<S, T, WHOLE>(new, h, at);
    store::<S, T, WHOLE>(new, y, at);
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
    let Recurrence { cell, steps, blocks, .. } = *layer;
    let (units, gates, features) = (layer.units(), layer.gates(), layer.inputs * layer.lanes);
    let (h, memory) = state.split_at_mut(blocks * units);
    let together = (TOGETHER / blocks).min(steps);
    let (a, scratch) = scratch.split_at_mut(blocks * together * gates);
    let b = &mut scratch[..blocks * gates];
    let kept_of_a_step = if kept.is_empty() { 0 } else { cell.kept() * units };
    let mut done = 0;
    while done < steps {
        let count = together.min(steps - done);
        // In memory these steps are neighbours either way.
        let first = layer.step(done).min(layer.step(done + count - 1));
        for block in 0..blocks {
            let x = &x[(block * steps + first) * features..][..count * features];
            ih.forward(x, &mut a[block * count * gates..][..count * gates]);
        }
        for i in done..done + count {
            let step = layer.step(i);
            hh.forward(h, b);
            for block in 0..blocks {
                let from = block * layer.apart + step * kept_of_a_step;
                let step = Step {
                    a: &a[(block * count + step - first) * gates..][..gates],
                    b: &b[block * gates..][..gates],
                    h: &mut h[block * units..][..units],
                    memory: memory.get_mut(block * units..(block + 1) * units).unwrap_or_default(),
                    y: &mut y[(block * steps + step) * units..][..units],
                    kept: kept.get_mut(from..from + kept_of_a_step).unwrap_or_default(),
                };
                T::cell_step(level, cell, step);
            }
        }
        done += count;
    }
}
