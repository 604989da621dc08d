//! A recurrent layer as a stream: its state is what the step before has left.

use fearless_simd::Simd;

use super::{Bias, Recurrent};
use crate::kernels::part::clean;
use crate::parameters::Parameters;
use crate::scalar::Scalar;
use crate::shape::{D1, Sequence};
use crate::stream::{Memory, Stream, Streamed, Then};

/// Forward in time alone.
impl<
    T: Scalar,
    C: Memory,
    const IN: usize,
    const HIDDEN: usize,
    const GATES: usize,
    X: Sequence + Streamed<Frame = D1<IN>>,
    Y: Sequence + Streamed<Frame = D1<HIDDEN>>,
    B: Bias<T>,
    const LAYER: usize,
> Stream<T> for Recurrent<T, C, IN, HIDDEN, GATES, X, Y, B, LAYER, false>
{
    type State = C::State<T, HIDDEN>;
    /// Room for both products and the memory.
    type Scratch = Then<Then<[T; GATES], [T; GATES]>, [T; HIDDEN]>;
    const RECEPTIVE_FIELD: usize = usize::MAX;

    /// Of the hidden state: the memory of a cell is cleaned where a step reads it.
    #[inline(always)]
    fn settle<S: Simd>(simd: S, state: &mut Self::State) {
        clean(simd, &mut state.as_mut_slice()[..HIDDEN]);
    }

    #[inline(always)]
    fn step<S: Simd>(
        &self,
        simd: S,
        state: &mut Self::State,
        x: &[T; IN],
        y: &mut [T; HIDDEN],
        scratch: &mut Self::Scratch,
    ) {
        if const { Self::IS_SIZED } {
            self.step_sized(simd, x, state.as_mut_slice(), y);
        } else {
            self.steps(simd, x, state.as_mut_slice(), y, scratch.as_mut_slice());
        }
    }
}
