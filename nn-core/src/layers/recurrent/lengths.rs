//! Samples that end early. In time nothing follows from the steps behind their end; in reverse the last real step comes first.

use fearless_simd::Level;

use super::{Bias, Recurrent};
use crate::kernels::recurrent::{Kind, Recurrence};
use crate::lengths::{clear_behind, turn};
use crate::scalar::Scalar;
use crate::shape::Sequence;

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
    /// Lines for what comes in and goes out, and their gradients, with the last real step first.
    pub(super) const TURNED: usize = if REVERSE { 2 * (X::LEN + Y::LEN) } else { 0 };

    /// Forward through the real steps of a block.
    #[expect(clippy::too_many_arguments, reason = "what a pass works on")]
    pub(super) fn run_to_ends(
        layer: &Recurrence<'_, T>,
        level: Level,
        lengths: &[u32],
        goes_on: bool,
        x: &[T],
        y: &mut [T],
        cache: &mut [T],
        scratch: &mut [T],
    ) {
        if REVERSE {
            let (turned_x, scratch) = scratch.split_at_mut(x.len());
            let (turned_y, scratch) = scratch.split_at_mut(y.len());
            turn(x, IN, lengths, turned_x);
            let in_time = Recurrence { reverse: false, ..*layer };
            Self::run(&in_time, level, false, turned_x, turned_y, cache, scratch);
            turn(turned_y, HIDDEN, lengths, y);
        } else {
            Self::run(layer, level, goes_on, x, y, cache, scratch);
            if !cache.is_empty() {
                Self::keep_ends(layer, lengths, y, cache);
            }
            clear_behind(y, HIDDEN, lengths);
        }
    }

    /// Leaves in the cache the state in which each sample has ended, where the next window goes on.
    fn keep_ends(layer: &Recurrence<'_, T>, lengths: &[u32], y: &[T], cache: &mut [T]) {
        let lanes = layer.lanes;
        let (kept, ends) = cache.split_at_mut(Self::KEPT * lanes);
        let (h, memory) = ends[Self::STATE * lanes..].split_at_mut(HIDDEN * lanes);
        for (lane, length) in lengths.iter().enumerate() {
            let step = *length as usize - 1;
            for unit in 0..HIDDEN {
                h[unit * lanes + lane] = y[(step * HIDDEN + unit) * lanes + lane];
            }
            if const { Self::STATE > HIDDEN } {
                let of_step = layer.kept_memory(kept, step);
                for unit in 0..HIDDEN {
                    memory[unit * lanes + lane] = of_step[unit * lanes + lane];
                }
            }
        }
    }

    /// Back through the real steps of a block, in reverse.
    #[expect(clippy::too_many_arguments, reason = "what a pass works on")]
    pub(super) fn back_from_ends(
        layer: &Recurrence<'_, T>,
        level: Level,
        lengths: &[u32],
        [x, y, cache, dy]: [&[T]; 4],
        dx: Option<&mut [T]>,
        grad: &mut Self,
        first: bool,
        scratch: &mut [T],
    ) {
        let (turned_x, scratch) = scratch.split_at_mut(x.len());
        let (turned_y, scratch) = scratch.split_at_mut(y.len());
        let (turned_dy, scratch) = scratch.split_at_mut(y.len());
        let (turned_dx, scratch) = scratch.split_at_mut(x.len());
        turn(x, IN, lengths, turned_x);
        turn(y, HIDDEN, lengths, turned_y);
        turn(dy, HIDDEN, lengths, turned_dy);
        let in_time = Recurrence { reverse: false, ..*layer };
        let seen = [&*turned_x, &*turned_y, cache, &*turned_dy];
        let wanted = dx.is_some().then_some(&mut *turned_dx);
        Self::back(&in_time, level, seen, wanted, grad, first, scratch);
        if let Some(dx) = dx {
            turn(turned_dx, IN, lengths, dx);
        }
    }
}
