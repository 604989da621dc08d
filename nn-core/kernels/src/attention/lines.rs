//! A block: lanes are samples, and every sample has its own factors.

use fearless_simd::{Simd, SimdBase};

use super::Attention;
use super::product::{Line, Product, Wanted, part};
use super::softmax::{self, Down, Lasts};
use crate::number::Number;

/// Steps whose scores are computed together: they stay in the first-level cache until they have become what comes out.
const TOGETHER: usize = 8;

/// Room for what one head needs.
struct Room<'a, L> {
    /// One of its parts, feature by feature.
    turned: &'a mut [L],
    /// Another one, step by step.
    panel: &'a mut [L],
    /// A line for each two steps.
    pairs: &'a mut [L],
}

impl<'a, L> Room<'a, L> {
    fn of(size: &Attention, scratch: &'a mut [L]) -> Self {
        let (turned, scratch) = scratch.split_at_mut(size.steps * size.depth());
        let (panel, pairs) = scratch.split_at_mut(size.steps * size.depth());
        Self { turned, panel, pairs }
    }
}

/// Copies a head's part of all steps, step by step: in place the steps are often so far apart that they drive each other from the cache.
#[inline(always)]
fn gather<L: Copy>(from: &[L], step: usize, depth: usize, to: &mut [L]) {
    for (from, to) in from.chunks(step).zip(to.chunks_exact_mut(depth)) {
        to.copy_from_slice(&from[..depth]);
    }
}

/// Copies it feature by feature.
#[inline(always)]
fn turn<L: Copy>(from: &[L], step: usize, steps: usize, to: &mut [L]) {
    for (t, from) in from.chunks(step).enumerate() {
        for (from, to) in from.iter().zip(to.chunks_exact_mut(steps)) {
            to[t] = *from;
        }
    }
}

/// The steps of a group, and how many of all steps they see.
fn groups(size: Attention) -> impl Iterator<Item = (usize, usize, usize)> {
    (0..size.steps).step_by(TOGETHER).map(move |first| {
        let rows = TOGETHER.min(size.steps - first);
        (first, rows, if size.causal { first + rows } else { size.steps })
    })
}

/// What `row` of the steps sees; of samples that end early as much as there is.
fn row<T>(size: Attention, step: usize, lasts: &[T]) -> Down<'_, T> {
    let lasts = if lasts.is_empty() { Lasts::All } else { Lasts::Of(lasts) };
    Down { step: 1, count: size.steps, seen: if size.causal { step + 1 } else { size.steps }, lasts }
}

/// The way forward.
#[inline(always)]
pub(super) fn forward<S: Simd, T: Number>(
    simd: S,
    size: Attention,
    lasts: &[T],
    x: &[T],
    y: &mut [T],
    kept: &mut [T],
    scratch: &mut [T],
) {
    let Attention { steps, features, heads, causal, .. } = size;
    let (depth, wide) = (size.depth(), 3 * features);
    let x: &[T::Lanes] = bytemuck::cast_slice(x);
    let [y, scratch] = [y, scratch].map(bytemuck::cast_slice_mut::<T, T::Lanes>);
    let kept: &mut [T::Lanes] = if kept.is_empty() { &mut [] } else { bytemuck::cast_slice_mut(kept) };
    let Room { turned, panel, pairs } = Room::of(&size, scratch);
    let factors = [size.scale(), size.lowest()];
    for head in 0..heads {
        let [q, k, v] = [0, 1, 2].map(|part| &x[part * features + head * depth..]);
        turn(k, wide, steps, &mut turned[..depth * steps]);
        gather(v, wide, depth, panel);
        for (first, rows, seen) in groups(size) {
            let p = if kept.is_empty() { &mut pairs[..] } else { &mut kept[(head * steps + first) * steps..] };
            let p = &mut p[..rows * steps];
            let wanted = if causal { Wanted::Columns } else { Wanted::All };
            let scores = Product::<T, Line> {
                a: &q[first * wide..],
                a_step: wide,
                b: turned,
                b_step: steps,
                first,
                rows,
                columns: seen,
                terms: depth,
                wanted,
            };
            let y = &mut y[first * features + head * depth..];
            for lane in (0..T::LANES).step_by(T::Native::<S>::LEN) {
                scores.write::<S, false>(simd, lane, p, steps);
                for (i, p) in p.chunks_exact_mut(steps).enumerate() {
                    softmax::forward::<S, T>(simd, lane, row(size, first + i, lasts), factors, p);
                }
                let wanted = if causal { Wanted::Until } else { Wanted::All };
                let out = Product::<T, Line> {
                    a: p,
                    a_step: steps,
                    b: panel,
                    b_step: depth,
                    columns: depth,
                    terms: steps,
                    wanted,
                    ..scores
                };
                out.write::<S, false>(simd, lane, y, features);
            }
        }
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
    let Attention { steps, features, heads, causal, .. } = size;
    let (depth, wide, scale) = (size.depth(), 3 * features, size.scale());
    let [x, kept, dy] = [x, kept, dy].map(bytemuck::cast_slice::<T, T::Lanes>);
    let [dx, scratch] = [dx, scratch].map(bytemuck::cast_slice_mut::<T, T::Lanes>);
    let Room { turned, panel, pairs } = Room::of(&size, scratch);
    for head in 0..heads {
        let [q, k, v] = [0, 1, 2].map(|part| part * features + head * depth);
        let p = &kept[head * steps * steps..][..steps * steps];
        let dy = &dy[head * depth..];
        turn(&x[v..], wide, steps, &mut turned[..depth * steps]);
        gather(&x[k..], wide, depth, panel);
        for (first, rows, seen) in groups(size) {
            let wanted = if causal { Wanted::Columns } else { Wanted::All };
            let to_p = Product::<T, Line> {
                a: &dy[first * features..],
                a_step: features,
                b: turned,
                b_step: steps,
                first,
                rows,
                columns: seen,
                terms: depth,
                wanted,
            };
            let (p, ds) = (&p[first * steps..], &mut pairs[first * steps..][..rows * steps]);
            for lane in (0..T::LANES).step_by(T::Native::<S>::LEN) {
                to_p.write::<S, false>(simd, lane, ds, steps);
                for (i, ds) in ds.chunks_exact_mut(steps).enumerate() {
                    let p = &p[i * steps..][..steps];
                    softmax::backward::<S, T>(
                        simd,
                        lane,
                        row(size, first + i, &[]),
                        scale,
                        #[inline(always)]
                        |step| part::<S, T>(simd, &p[step], lane),
                        ds,
                    );
                }
                let wanted = if causal { Wanted::Until } else { Wanted::All };
                let to_q = Product::<T, Line> {
                    a: ds,
                    a_step: steps,
                    b: panel,
                    b_step: depth,
                    columns: depth,
                    terms: steps,
                    wanted,
                    ..to_p
                };
                to_q.write::<S, false>(simd, lane, &mut dx[first * wide + q..], wide);
            }
        }
        let wanted = if causal { Wanted::Since } else { Wanted::All };
        for (pairs, from, to) in [(p, dy, v), (&*pairs, &x[q..], k)] {
            gather(from, if to == v { features } else { wide }, depth, panel);
            let back = Product::<T, Line> {
                a: pairs,
                a_step: steps,
                b: panel,
                b_step: depth,
                first: 0,
                rows: steps,
                columns: depth,
                terms: steps,
                wanted,
            };
            for lane in (0..T::LANES).step_by(T::Native::<S>::LEN) {
                back.write::<S, true>(simd, lane, &mut dx[to..], wide);
            }
        }
    }
}
