//! Samples that end early: the steps behind their end are the zeros that stand behind the last one of others.

use super::{Conv1d, Span};
use crate::layer::{BlockRecord, InputBlock, Layer, OutputBlock, Pass, Record};
use crate::layers::dense::Bias;
use crate::lengths::clear_behind;
use crate::scalar::{Scalar, scalars_mut};
use crate::shape::Sequence;

impl<
    T: Scalar,
    const IN: usize,
    const OUT: usize,
    const PATCH: usize,
    X: Sequence,
    Y: Sequence,
    W: Span,
    const GROUPS: usize,
    B: Bias<T>,
> Conv1d<T, IN, OUT, PATCH, X, Y, W, GROUPS, B>
{
    /// Whether a step sees later ones.
    pub(super) const LOOKS_AHEAD: bool = W::BEFORE < (W::KERNEL - 1) * W::DILATION;
    /// Lines for what comes in without what stands behind the ends.
    pub(super) const MASKED: usize = if Self::LOOKS_AHEAD { X::LEN } else { 0 };

    /// Blocks whose samples end so, one after the other.
    pub(super) fn forward_masked(
        &self,
        pass: &Pass<'_>,
        lengths: &[u32],
        x: &[InputBlock<Self, T>],
        y: &mut [OutputBlock<Self, T>],
        scratch: &mut [T::Lanes],
    ) {
        let (masked, scratch) = X::splits_mut(scratch, 1);
        let alone = Pass { lengths: None, ..*pass };
        for ((x, y), lengths) in x.iter().zip(y).zip(lengths.chunks_exact(T::LANES)) {
            masked[0] = *x;
            clear_behind(scalars_mut::<T>(X::flat_mut(&mut masked[0])), IN, lengths);
            self.forward_blocks(&alone, masked, core::slice::from_mut(y), scratch);
        }
    }

    /// The same backwards.
    #[expect(clippy::too_many_arguments, reason = "what a pass works on")]
    pub(super) fn backward_masked(
        &self,
        pass: &Pass<'_>,
        lengths: &[u32],
        record: BlockRecord<'_, Self, T>,
        dy: &[OutputBlock<Self, T>],
        mut dx: Option<&mut [InputBlock<Self, T>]>,
        grad: &mut Self,
        scratch: &mut [T::Lanes],
    ) {
        let (masked, scratch) = X::splits_mut(scratch, 1);
        for (block, lengths) in lengths.chunks_exact(T::LANES).enumerate() {
            masked[0] = record.x[block];
            clear_behind(scalars_mut::<T>(X::flat_mut(&mut masked[0])), IN, lengths);
            let alone = Pass { lengths: None, first: pass.first && block == 0, ..*pass };
            let of_block = Record { x: &*masked, y: &record.y[block..=block], cache: &[] };
            let mut dx = dx.as_deref_mut().map(|dx| &mut dx[block..=block]);
            self.backward_blocks(&alone, of_block, &dy[block..=block], dx.as_deref_mut(), grad, scratch);
            if let Some([dx]) = dx {
                clear_behind(scalars_mut::<T>(X::flat_mut(dx)), IN, lengths);
            }
        }
    }
}
