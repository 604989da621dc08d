//! Back through time.

use fearless_simd::{Level, Simd, SimdBase};

use super::cell::{Back, KEPT, Kind};
use super::{Gradient, Recurrence, RecurrentKernels, Seen, StepBack};
use crate::dense::DenseKernels;
use crate::number::Number;
use crate::part::{load, store};
use crate::vectors::VectorKernels;

/// Back through one step of a cell.
#[inline(always)]
pub fn step<S: Simd, T: Number, C: Kind>(simd: S, mut step: StepBack<'_, T>) {
    let (n, len) = (step.y.len(), T::Native::<S>::LEN);
    let whole = n / len * len;
    for at in (0..whole).step_by(len) {
        units::<S, T, C, true>(simd, &mut step, at);
    }
    if whole < n {
        units::<S, T, C, false>(simd, &mut step, whole);
    }
}

/// The units from `at` on, a vector of them or what is left, unless they are `WHOLE`.
#[inline(always)]
fn units<S: Simd, T: Number, C: Kind, const WHOLE: bool>(simd: S, step: &mut StepBack<'_, T>, at: usize) {
    let StepBack { kept, before, y, dy, dh, dc, d_before, da, db } = step;
    let n = y.len();
    let zero = T::Native::<S>::splat(simd, T::ZERO);
    let mut of_kept = [zero; KEPT];
    for (i, of_kept) in of_kept.iter_mut().enumerate().take(C::KEPT) {
        *of_kept = load::<S, T, WHOLE>(simd, kept.get(i * n..(i + 1) * n).unwrap_or_default(), at);
    }
    let before = if C::MEMORIES > 0 || C::GATES > 1 { load::<S, T, WHOLE>(simd, before, at) } else { zero };
    let from_next = if C::MEMORIES > 0 { load::<S, T, WHOLE>(simd, dc, at) } else { zero };
    let d = load::<S, T, WHOLE>(simd, dy, at) + load::<S, T, WHOLE>(simd, dh, at);
    let y = load::<S, T, WHOLE>(simd, y, at);
    let Back { a, b, before } = C::back::<S, T>(simd, &of_kept, before, y, d, from_next);
    for gate in 0..C::GATES {
        store::<S, T, WHOLE>(a[gate], &mut da[gate * n..][..n], at);
        if !C::ONE_GRADIENT {
            store::<S, T, WHOLE>(b[gate], &mut db[gate * n..][..n], at);
        }
    }
    store::<S, T, WHOLE>(before, d_before, at);
}

/// Back through all steps.
#[expect(clippy::too_many_arguments, reason = "what a kernel works on")]
pub(super) fn all<T: RecurrentKernels + DenseKernels + VectorKernels>(
    level: Level,
    layer: &Recurrence<'_, T>,
    seen: &Seen<'_, T>,
    dy: &[T],
    dx: Option<&mut [T]>,
    d_state: &mut [T],
    grad: Gradient<'_, T>,
    scratch: &mut [T],
) {
    let [ih, hh] = layer.products(level);
    let Gradient { ih: d_ih, hh: d_hh, first: is_first } = grad;
    let (units, gates, cell) = (layer.units(), layer.gates(), layer.cell);
    let (da, scratch) = scratch.split_at_mut(layer.steps * gates);
    let (db, scratch) = scratch.split_at_mut(if cell.is_one_gradient() { 0 } else { layer.steps * gates });
    let (by_hidden, scratch) = scratch.split_at_mut(units);
    let d_before = &mut scratch[..units];
    let (dh, dc) = d_state.split_at_mut(units);
    let (first_h, first_c) = seen.state.split_at(units);
    for i in (0..layer.steps).rev() {
        let step = layer.step(i);
        let [y, dy] = [seen.y, dy].map(|lines| &lines[step * units..][..units]);
        let kept = &seen.kept[step * cell.kept() * units..][..cell.kept() * units];
        let before = if cell.memories() > 0 {
            // Of what is kept, the memory is the line before the last.
            if i > 0 { layer.kept_memory(seen.kept, layer.step(i - 1)) } else { first_c }
        } else if i > 0 {
            &seen.y[layer.step(i - 1) * units..][..units]
        } else {
            first_h
        };
        let da = &mut da[step * gates..][..gates];
        let db = if cell.is_one_gradient() { &mut [][..] } else { &mut db[step * gates..][..gates] };
        T::cell_step_back(level, cell, StepBack { kept, before, y, dy, dh, dc, d_before, da, db });
        hh.dx(if cell.is_one_gradient() { da } else { db }, by_hidden);
        if cell.memories() > 0 {
            dc.copy_from_slice(d_before);
        } else {
            T::accumulate(level, by_hidden, d_before);
        }
        dh.copy_from_slice(by_hidden);
    }
    let db = if cell.is_one_gradient() { &*da } else { &*db };
    ih.dw(seen.x, da, is_first, d_ih);
    // What the first step has seen is the state before it; the others have seen what came out a step before.
    let (first, rest, from) = if layer.reverse { (layer.steps - 1, 0, 1) } else { (0, 1, 0) };
    hh.dw(first_h, &db[first * gates..][..gates], is_first, d_hh);
    let others = layer.steps - 1;
    if others > 0 {
        hh.dw(&seen.y[from * units..][..others * units], &db[rest * gates..][..others * gates], false, d_hh);
    }
    if let Some(dx) = dx {
        ih.dx(da, dx);
    }
}
