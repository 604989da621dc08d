//! Whole passes through the steps of one sample or of some blocks, and the states that they begin and end with.

use super::{BLOCKS, Recurrent};
use crate::kernels::recurrent::{Gradient, Kind, Recurrence, Seen};
use crate::layer::Pass;
use crate::layers::dense::Bias;
use crate::parameters::Parameters;
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
    /// Forward through the steps of one sample or of some blocks, which may go on where the ones before have ended. `cache` is that of training,
    /// or empty.
    pub(super) fn run(
        layer: &Recurrence<'_, T>,
        level: crate::Level,
        goes_on: bool,
        x: &[T],
        y: &mut [T],
        cache: &mut [T],
        scratch: &mut [T],
    ) {
        let (state, scratch) = scratch.split_at_mut(Self::STATE * layer.lanes * layer.blocks);
        state.fill(T::ZERO);
        for (block, cache) in cache.chunks_exact_mut(layer.apart).enumerate() {
            let (first, last) = cache[Self::KEPT * layer.lanes..].split_at_mut(Self::STATE * layer.lanes);
            // What comes from behind has no window before it.
            if goes_on && !REVERSE {
                first.copy_from_slice(last);
            } else {
                first.fill(T::ZERO);
            }
            for (lines, first) in Self::of_block(layer, state, block).zip(first.chunks_exact(HIDDEN * layer.lanes)) {
                lines.copy_from_slice(first);
            }
        }
        T::recurrent(level, layer, x, state, y, cache, scratch);
        for (block, cache) in cache.chunks_exact_mut(layer.apart).enumerate() {
            let last = &mut cache[(Self::KEPT + Self::STATE) * layer.lanes..];
            for (last, lines) in last.chunks_exact_mut(HIDDEN * layer.lanes).zip(Self::of_block(layer, state, block)) {
                last.copy_from_slice(lines);
            }
        }
    }

    /// The parts of a state that are those of one block: its hidden state, and its memory if there is one.
    fn of_block<'a>(
        layer: &Recurrence<'_, T>,
        state: &'a mut [T],
        block: usize,
    ) -> impl Iterator<Item = &'a mut [T]> + use<'a, T, C, IN, HIDDEN, GATES, X, Y, B, LAYER, REVERSE> {
        state.chunks_exact_mut(HIDDEN * layer.lanes).skip(block).step_by(layer.blocks)
    }

    /// Back through the steps of one sample or of some blocks.
    pub(super) fn back(
        layer: &Recurrence<'_, T>,
        level: crate::Level,
        [x, y, cache, dy]: [&[T]; 4],
        dx: Option<&mut [T]>,
        grad: &mut Self,
        first: bool,
        scratch: &mut [T],
    ) {
        let (d_state, scratch) = scratch.split_at_mut(Self::STATE * layer.lanes * layer.blocks);
        d_state.fill(T::ZERO);
        let seen = Seen { x, y, kept: cache, state: &cache[Self::KEPT * layer.lanes..] };
        let (ih, hh) = grad.as_mut_slice().split_at_mut(Self::FIRST);
        T::recurrent_backward(level, layer, &seen, dy, dx, d_state, Gradient { ih, hh, first }, scratch);
    }

    /// The blocks that take each step together: samples of different lengths end apart.
    pub(super) fn together(pass: &Pass<'_>) -> usize {
        if pass.lengths.is_some() { 1 } else { BLOCKS }
    }
}
