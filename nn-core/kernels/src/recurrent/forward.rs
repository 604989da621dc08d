//! The way forward.

use fearless_simd::{Level, Simd, SimdBase};

use super::cell::{GATES, KEPT, Kind};
use super::{Recurrence, RecurrentKernels, Step, TOGETHER};
use crate::dense::DenseKernels;
use crate::number::Number;
use crate::part::{load_at, store_at, vectors};

/// One step of a cell.
#[inline(always)]
pub(super) fn step<S: Simd, T: Number, C: Kind>(simd: S, step: Step<'_, T>) {
    let Step { a, b, before, memory, y, kept } = step;
    let n = y.len();
    for at in vectors::<S, T>(simd, n) {
        let zero = T::Native::<S>::splat(simd, T::ZERO);
        let (mut of_a, mut of_b, mut of_kept) = ([zero; GATES], [zero; GATES], [zero; KEPT]);
        for gate in 0..C::GATES {
            of_a[gate] = load_at::<S, T>(simd, &a[gate * n..][..n], at);
            of_b[gate] = load_at::<S, T>(simd, &b[gate * n..][..n], at);
        }
        let before = load_at::<S, T>(simd, before, at);
        let [h, c] = C::step::<S, T>(simd, &of_a, &of_b, before, &mut of_kept);
        if C::KEPT > 0 && !kept.is_empty() {
            for i in 0..C::KEPT {
                store_at::<S, T>(of_kept[i], &mut kept[i * n..][..n], at);
            }
        }
        if C::MEMORIES > 0 {
            store_at::<S, T>(c, memory, at);
        }
        store_at::<S, T>(h, y, at);
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
    let (b, scratch) = scratch.split_at_mut(gates);
    let (h, c) = state.split_at_mut(units);
    let memory = &mut scratch[..c.len()];
    let kept_of_a_step = if kept.is_empty() { 0 } else { layer.cell.kept() * units };
    let mut done = 0;
    while done < layer.steps {
        let count = TOGETHER.min(layer.steps - done);
        // In memory these steps are neighbours either way.
        let first = layer.step(done).min(layer.step(done + count - 1));
        ih.forward(&x[first * features..][..count * features], &mut a[..count * gates]);
        for i in done..done + count {
            let step = layer.step(i);
            hh.forward(h, b);
            let y = &mut y[step * units..][..units];
            let a = &a[(step - first) * gates..][..gates];
            let kept = &mut kept[step * kept_of_a_step..][..kept_of_a_step];
            let before = if memory.is_empty() { &*h } else { &*c };
            T::cell_step(level, layer.cell, Step { a, b, before, memory, y, kept });
            c.copy_from_slice(memory);
            h.copy_from_slice(y);
        }
        done += count;
    }
}
