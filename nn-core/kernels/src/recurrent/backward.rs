//! Back through time.

use core::mem::replace;

use fearless_simd::{Level, Simd, SimdBase};

use super::cell::{Back, KEPT, Kind};
use super::{Gradient, Recurrence, RecurrentKernels, Seen, StepBack, WAITING};
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
    mut dx: Option<&mut [T]>,
    d_state: &mut [T],
    grad: Gradient<'_, T>,
    scratch: &mut [T],
) {
    let [_, hh] = layer.products(level);
    let Gradient { ih: d_ih, hh: d_hh, first: is_first } = grad;
    let Recurrence { cell, steps, blocks, .. } = *layer;
    let (units, gates) = (layer.units(), layer.gates());
    let outputs = cell.gates() * layer.hidden;
    let most = WAITING.min(steps);
    let (da, scratch) = scratch.split_at_mut(blocks * most * gates);
    let (db, scratch) = scratch.split_at_mut(if cell.is_one_gradient() { 0 } else { da.len() });
    let (by_hidden, scratch) = scratch.split_at_mut(blocks * units);
    let (d_before, scratch) = scratch.split_at_mut(blocks * units);
    // Each block has a gradient of its own, so that the sum is the same however many go together.
    let own = &mut scratch[..blocks * layer.gradient()];
    let (dh, dc) = d_state.split_at_mut(blocks * units);
    let mut end = steps;
    while end > 0 {
        let begin = end.saturating_sub(most);
        // In memory these steps are neighbours either way.
        let first = layer.step(begin).min(layer.step(end - 1));
        for i in (begin..end).rev() {
            let step = layer.step(i);
            for block in 0..blocks {
                let [y, dy] = [seen.y, dy].map(|lines| &lines[block * steps * units..][..steps * units]);
                let (kept, first_h) = (&seen.kept[block * layer.apart..], &seen.state[block * layer.apart..]);
                let before = match (cell.memories() > 0, i > 0) {
                    (true, true) => layer.kept_memory(kept, layer.step(i - 1)),
                    (true, false) => &first_h[units..][..units],
                    (false, true) => &y[layer.step(i - 1) * units..][..units],
                    (false, false) => &first_h[..units],
                };
                let place = (block * most + step - first) * gates;
                let back = StepBack {
                    kept: &kept[step * cell.kept() * units..][..cell.kept() * units],
                    before,
                    y: &y[step * units..][..units],
                    dy: &dy[step * units..][..units],
                    dh: &dh[block * units..][..units],
                    dc: dc.get(block * units..(block + 1) * units).unwrap_or_default(),
                    d_before: &mut d_before[block * units..][..units],
                    da: &mut da[place..][..gates],
                    db: db.get_mut(place..place + gates).unwrap_or_default(),
                };
                T::cell_step_back(level, cell, back);
            }
            let d = if cell.is_one_gradient() { &*da } else { &*db };
            hh.dx(&d[(step - first) * gates..], most * outputs, by_hidden);
            if cell.memories() > 0 {
                dc.copy_from_slice(d_before);
            } else {
                T::accumulate(level, by_hidden, d_before);
            }
            dh.copy_from_slice(by_hidden);
        }
        for block in 0..blocks {
            let (d_ih, d_hh) = if own.is_empty() {
                (&mut *d_ih, &mut *d_hh)
            } else {
                own[block * layer.gradient()..][..d_ih.len() + d_hh.len()].split_at_mut(d_ih.len())
            };
            let grad = Gradient { ih: d_ih, hh: d_hh, first: end == steps && (is_first || layer.lanes > 1) };
            let place = block * most * gates;
            let (da, db) = (&da[place..], db.get(place..).unwrap_or_default());
            weights(layer, level, block, [begin, end], seen, da, db, grad, dx.as_deref_mut());
        }
        end = begin;
    }
    for (block, own) in own.chunks_exact(layer.gradient().max(1)).enumerate() {
        let (of_ih, of_hh) = own[..d_ih.len() + d_hh.len()].split_at(d_ih.len());
        if is_first && block == 0 {
            d_ih.copy_from_slice(of_ih);
            d_hh.copy_from_slice(of_hh);
        } else {
            T::accumulate(level, d_ih, of_ih);
            T::accumulate(level, d_hh, of_hh);
        }
    }
}

/// The gradients of the weights, and of what came in, from the steps of a block that come as number `begin` to `end`. `da` and `db` are what the
/// products of these steps are to change by; `db` is empty if it is the same.
#[expect(clippy::too_many_arguments, reason = "what a part of a kernel works on")]
fn weights<T: RecurrentKernels + DenseKernels>(
    layer: &Recurrence<'_, T>,
    level: Level,
    block: usize,
    [begin, end]: [usize; 2],
    seen: &Seen<'_, T>,
    da: &[T],
    db: &[T],
    grad: Gradient<'_, T>,
    dx: Option<&mut [T]>,
) {
    let [ih, hh] = layer.products(level);
    let Recurrence { cell, steps, .. } = *layer;
    let (units, gates, features) = (layer.units(), layer.gates(), layer.inputs * layer.lanes);
    let (first, count) = (layer.step(begin).min(layer.step(end - 1)), end - begin);
    let da = &da[..count * gates];
    let db = if cell.is_one_gradient() { da } else { &db[..count * gates] };
    let x = (block * steps + first) * features..(block * steps + first + count) * features;
    let Gradient { ih: d_ih, hh: d_hh, first: mut is_first } = grad;
    ih.dw(&seen.x[x.clone()], da, is_first, d_ih);
    if let Some(dx) = dx {
        ih.dx(da, cell.gates() * layer.hidden, &mut dx[x]);
    }
    // What the first step has seen is the state before it; the others have seen what came out a step before.
    let y = &seen.y[block * steps * units..][..steps * units];
    let (mut from, mut to) = (first, first + count);
    if begin == 0 {
        let at = if layer.reverse { to - 1 } else { from };
        let first_h = &seen.state[block * layer.apart..][..units];
        hh.dw(first_h, &db[(at - first) * gates..][..gates], replace(&mut is_first, false), d_hh);
        if layer.reverse { to -= 1 } else { from += 1 }
    }
    if from < to {
        let before = if layer.reverse { from + 1 } else { from - 1 };
        let (h, db) = (&y[before * units..][..(to - from) * units], &db[(from - first) * gates..]);
        hh.dw(h, &db[..(to - from) * gates], is_first, d_hh);
    }
}
