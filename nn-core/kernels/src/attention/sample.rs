//! One sample: lanes are steps in the products that give scores, and features in the others.
//!
//! Scores and probabilities lie turned, a row for each step that is seen and in it a value for each step that sees: so a softmax goes down
//! the rows, and no lanes are added up.

use fearless_simd::{Simd, SimdBase};

use super::Attention;
use super::product::{Product, Single, Wanted, store};
use super::softmax::{self, Down, Lasts};
use crate::number::{Number, scalars};
use crate::part::load_at;
use crate::transpose::{ROWS, transpose};

/// Room for what one head needs, in whole vectors.
struct Room<'a, L> {
    /// One of its parts, feature by feature.
    turned: &'a mut [L],
    /// Another one, step by step.
    panel: &'a mut [L],
    /// A value for each two steps.
    pairs: &'a mut [L],
    /// What comes out.
    out: &'a mut [L],
    /// Vectors that hold a value for each step.
    long: usize,
    /// Vectors that hold a value for each feature.
    deep: usize,
}

impl<'a, L: bytemuck::Pod> Room<'a, L> {
    fn of<T: Number<Lanes = L>>(size: &Attention, scratch: &'a mut [T]) -> Self {
        let (steps, depth) = (size.steps, size.depth());
        let (long, deep) = (steps.div_ceil(T::LANES), depth.div_ceil(T::LANES));
        let (_, whole, _) = bytemuck::pod_align_to_mut::<T, L>(scratch);
        let (turned, whole) = whole.split_at_mut(depth * long);
        let (panel, whole) = whole.split_at_mut(steps * deep);
        let (out, whole) = whole.split_at_mut(steps * deep);
        Self { turned, panel, pairs: &mut whole[..steps * long], out, long, deep }
    }
}

/// Copies a head's part of all steps, step by step. Behind the last feature there is anything.
#[inline(always)]
fn gather<S: Simd, T: Number>(simd: S, from: &[T], step: usize, deep: usize, to: &mut [T::Lanes]) {
    for (t, to) in to.chunks_exact_mut(deep).enumerate() {
        for (n, to) in to.iter_mut().enumerate() {
            for lane in (0..T::LANES).step_by(T::Native::<S>::LEN) {
                let at = (t * step + n * T::LANES + lane).min(from.len());
                store::<S, T>(load_at::<S, T>(simd, from, at), to, lane);
            }
        }
    }
}

/// Copies it feature by feature, with zeros behind the last step.
#[inline(always)]
fn turn<S: Simd, T: Number>(simd: S, from: &[T], step: usize, [steps, long]: [usize; 2], to: &mut [T::Lanes]) {
    let len = T::Native::<S>::LEN;
    for (square, to) in to.chunks_mut(len * long).enumerate() {
        for t in (0..long * T::LANES).step_by(len) {
            let mut rows = [T::Native::<S>::splat(simd, T::ZERO); ROWS];
            for (i, row) in rows.iter_mut().take(len).enumerate() {
                if t + i < steps {
                    *row = load_at::<S, T>(simd, from, ((t + i) * step + square * len).min(from.len()));
                }
            }
            let rows = transpose::<S, T::Native<S>>(rows);
            for (row, to) in rows.into_iter().zip(to.chunks_exact_mut(long)) {
                store::<S, T>(row, &mut to[t / T::LANES], t % T::LANES);
            }
        }
    }
}

/// Copies what has come out to where it belongs.
#[inline(always)]
fn scatter<T: Number>(out: &[T::Lanes], deep: usize, depth: usize, to: &mut [T], step: usize) {
    for (out, to) in scalars::<T>(out).chunks_exact(deep * T::LANES).zip(to.chunks_mut(step)) {
        to[..depth].copy_from_slice(&out[..depth]);
    }
}

/// The rows that a line of steps sees.
fn down<T: Number>(size: Attention, long: usize, line: usize) -> Down<'static, T> {
    let (seen, lasts) = if size.causal {
        (size.steps.min((line + 1) * T::LANES), Lasts::From(line * T::LANES))
    } else {
        (size.steps, Lasts::All)
    };
    Down { step: long, count: size.steps, seen, lasts }
}

/// A product of all steps.
struct All<'a, T: Number> {
    size: Attention,
    a: &'a [T],
    a_step: usize,
    b: &'a [T::Lanes],
    columns: usize,
    terms: usize,
    wanted: Wanted,
}

impl<T: Number> All<'_, T> {
    #[inline(always)]
    fn write<S: Simd, const TURNED: bool>(self, simd: S, c: &mut [T::Lanes]) {
        let Self { size, a, a_step, b, columns, terms, wanted } = self;
        let wanted = if size.causal { wanted } else { Wanted::All };
        let product =
            Product::<T, Single> { a, a_step, b, b_step: columns, first: 0, rows: size.steps, columns, terms, wanted };
        for lane in (0..T::LANES).step_by(T::Native::<S>::LEN) {
            product.write::<S, TURNED>(simd, lane, c, columns);
        }
    }
}

/// The way forward.
#[inline(always)]
pub(super) fn forward<S: Simd, T: Number>(
    simd: S,
    size: Attention,
    x: &[T],
    y: &mut [T],
    kept: &mut [T],
    scratch: &mut [T],
) {
    let Attention { steps, features, heads, .. } = size;
    let (depth, wide) = (size.depth(), 3 * features);
    let Room { turned, panel, pairs, out, long, deep } = Room::of(&size, scratch);
    let factors = [size.scale(), size.lowest()];
    for head in 0..heads {
        let [q, k, v] = [0, 1, 2].map(|part| &x[part * features + head * depth..]);
        turn::<S, T>(simd, q, wide, [steps, long], turned);
        All { size, a: k, a_step: wide, b: turned, columns: long, terms: depth, wanted: Wanted::Rows }
            .write::<S, false>(simd, pairs);
        for line in 0..long {
            for lane in (0..T::LANES).step_by(T::Native::<S>::LEN) {
                softmax::forward::<S, T>(simd, lane, down::<T>(size, long, line), factors, &mut pairs[line..]);
            }
        }
        let p = scalars::<T>(pairs);
        if !kept.is_empty() {
            let kept = kept[head * steps * steps..][..steps * steps].chunks_exact_mut(steps);
            for (kept, p) in kept.zip(p.chunks_exact(long * T::LANES)) {
                kept.copy_from_slice(&p[..steps]);
            }
        }
        gather::<S, T>(simd, v, wide, deep, panel);
        All { size, a: p, a_step: long * T::LANES, b: panel, columns: deep, terms: steps, wanted: Wanted::Until }
            .write::<S, true>(simd, out);
        scatter(out, deep, depth, &mut y[head * depth..], features);
    }
}

/// The way back.
#[inline(always)]
pub(super) fn backward<S: Simd, T: Number>(
    simd: S,
    size: Attention,
    x: &[T],
    kept: &[T],
    dy: &[T],
    dx: &mut [T],
    scratch: &mut [T],
) {
    let Attention { steps, features, heads, .. } = size;
    let (depth, wide, scale) = (size.depth(), 3 * features, size.scale());
    let Room { turned, panel, pairs, out, long, deep } = Room::of(&size, scratch);
    for head in 0..heads {
        let [q, k, v] = [0, 1, 2].map(|part| part * features + head * depth);
        let p = &kept[head * steps * steps..][..steps * steps];
        let dy = &dy[head * depth..];
        turn::<S, T>(simd, dy, features, [steps, long], turned);
        All { size, a: &x[v..], a_step: wide, b: turned, columns: long, terms: depth, wanted: Wanted::Rows }
            .write::<S, false>(simd, pairs);
        for line in 0..long {
            for lane in (0..T::LANES).step_by(T::Native::<S>::LEN) {
                let at = line * T::LANES + lane;
                softmax::backward::<S, T>(
                    simd,
                    lane,
                    down::<T>(size, long, line),
                    scale,
                    #[inline(always)]
                    |step| load_at::<S, T>(simd, &p[step * steps..][..steps], at.min(steps)),
                    &mut pairs[line..],
                );
            }
        }
        let (ds, pitch) = (scalars::<T>(pairs), long * T::LANES);
        gather::<S, T>(simd, &x[k..], wide, deep, panel);
        All { size, a: ds, a_step: pitch, b: panel, columns: deep, terms: steps, wanted: Wanted::Until }
            .write::<S, true>(simd, out);
        scatter(out, deep, depth, &mut dx[q..], wide);
        for (pairs, a_step, from, step, to) in [(p, steps, dy, features, v), (ds, pitch, &x[q..], wide, k)] {
            gather::<S, T>(simd, from, step, deep, panel);
            All { size, a: pairs, a_step, b: panel, columns: deep, terms: steps, wanted: Wanted::Since }
                .write::<S, false>(simd, out);
            scatter(out, deep, depth, &mut dx[to..], wide);
        }
    }
}
