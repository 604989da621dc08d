//! Training of one sample with a layer that is inlined into the network, sizes and all: see [`ONE_LEVEL`].

use fearless_simd::Simd;

use super::Recurrent;
use crate::kernels::ONE_LEVEL;
use crate::kernels::dense;
use crate::kernels::part::clean;
use crate::kernels::pointwise::Unchanged;
use crate::kernels::recurrent::{self, Kind, Step, StepBack};
use crate::layers::dense::Bias;
use crate::parameters::Parameters;
use crate::scalar::Scalar;
use crate::shape::Sequence;

/// What a step has of a run of so many values for each.
fn of<T>(run: &[T], step: usize, count: usize) -> &[T] {
    run.get(step * count..(step + 1) * count).unwrap_or_default()
}

/// The same to be written.
fn of_mut<T>(run: &mut [T], step: usize, count: usize) -> &mut [T] {
    run.get_mut(step * count..(step + 1) * count).unwrap_or_default()
}

impl<
    T: Scalar,
    C: Kind,
    const IN: usize,
    const HIDDEN: usize,
    const GATES: usize,
    X: Sequence,
    Y: Sequence,
    B: Bias<T>,
    const LAYER: usize,
    const REVERSE: bool,
> Recurrent<T, C, IN, HIDDEN, GATES, X, Y, B, LAYER, REVERSE>
{
    /// Whether training of one sample is inlined into the network.
    pub(super) const IS_SMALL: bool = ONE_LEVEL && Self::IS_SIZED;

    /// The step that comes as number `i`.
    const fn turn(i: usize) -> usize {
        if REVERSE { X::STEPS - 1 - i } else { i }
    }

    /// Forward through the steps of one sample, which begins with a state of zeros.
    #[inline(always)]
    pub(super) fn run_inlined<S: Simd>(&self, simd: S, x: &[T], y: &mut [T], cache: &mut [T], scratch: &mut [T]) {
        let (kept, ends) = cache.split_at_mut(Self::KEPT);
        let (first, last) = ends.split_at_mut(Self::STATE);
        let (state, _) = scratch.split_at_mut(Self::STATE);
        first.fill(T::ZERO);
        state.fill(T::ZERO);
        let (ih, hh) = self.as_slice().split_at(Self::FIRST);
        for i in 0..X::STEPS {
            let step = Self::turn(i);
            let Some(mut x) = of(x, step, IN).first_chunk::<IN>().copied() else { return };
            let Some(before) = state.first_chunk::<HIDDEN>() else { return };
            let (mut a, mut b) = ([T::ZERO; GATES], [T::ZERO; GATES]);
            clean(simd, &mut x);
            dense::sample::<S, T, _, IN, GATES>(simd, ih, &x, &mut a, Unchanged);
            dense::sample::<S, T, _, HIDDEN, GATES>(simd, hh, before, &mut b, Unchanged);
            let (y, kept) = (of_mut(y, step, HIDDEN), of_mut(kept, step, C::KEPT * HIDDEN));
            let (h, memory) = state.split_at_mut(HIDDEN);
            recurrent::cell_step_kept::<S, T, C>(simd, Step { a: &a, b: &b, h, memory, y, kept });
        }
        last.copy_from_slice(state);
    }

    /// Back through the steps of one sample.
    #[inline(always)]
    pub(super) fn back_inlined<S: Simd>(
        &self,
        simd: S,
        [x, y, cache, dy]: [&[T]; 4],
        mut dx: Option<&mut [T]>,
        grad: &mut Self,
    ) {
        let (kept, ends) = cache.split_at(Self::KEPT);
        let (first, _) = ends.split_at(Self::STATE);
        let (ih, hh) = self.as_slice().split_at(Self::FIRST);
        let (d_ih, d_hh) = grad.as_mut_slice().split_at_mut(Self::FIRST);
        let ((d_ih, db_ih), (d_hh, db_hh)) = (d_ih.split_at_mut(GATES * IN), d_hh.split_at_mut(GATES * HIDDEN));
        let (mut dh, mut dc, mut d_before) = ([T::ZERO; HIDDEN], [T::ZERO; HIDDEN], [T::ZERO; HIDDEN]);
        for i in (0..X::STEPS).rev() {
            let step = Self::turn(i);
            // The hidden state of the step before, and its memory, of what is kept the line before the last.
            let (h, memory) = if i > 0 {
                let before = Self::turn(i - 1);
                let lines = of(kept, before, C::KEPT * HIDDEN).chunks_exact(HIDDEN);
                (of(y, before, HIDDEN), lines.rev().nth(1).unwrap_or_default())
            } else {
                (of(first, 0, HIDDEN), of(first, 1, HIDDEN))
            };
            let (mut da, mut db) = ([T::ZERO; GATES], [T::ZERO; GATES]);
            let back = StepBack {
                kept: of(kept, step, C::KEPT * HIDDEN),
                before: if C::MEMORIES > 0 { memory } else { h },
                y: of(y, step, HIDDEN),
                dy: of(dy, step, HIDDEN),
                dh: &dh,
                dc: &dc,
                d_before: &mut d_before,
                da: &mut da,
                db: if C::ONE_GRADIENT { &mut [] } else { &mut db },
            };
            recurrent::cell_step_back::<S, T, C>(simd, back);
            let db = if C::ONE_GRADIENT { &da } else { &db };
            dense::sample_backward(simd, hh, h, db, Some(&mut dh), d_hh, db_hh);
            if C::MEMORIES > 0 {
                dc = d_before;
            } else {
                dh.iter_mut().zip(&d_before).for_each(|(dh, more)| *dh += *more);
            }
            let dx = dx.as_deref_mut().map(|dx| of_mut(dx, step, IN));
            dense::sample_backward(simd, ih, of(x, step, IN), &da, dx, d_ih, db_ih);
        }
    }
}
