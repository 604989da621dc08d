//! Branches as a stream: each takes the step, and what they give is joined in the order of a whole sequence, which decides the last bit.

use core::marker::PhantomData;
use core::mem::replace;

use bytemuck::Zeroable;
use fearless_simd::Simd;

use super::join::{Join, Places};
use super::joined::Joined;
use super::{Branches, Branches2, Branches3, Branches4, Branches5, Branches6, Branches7, Branches8};
use crate::parameters::Parameters;
use crate::private::max;
use crate::scalar::Scalar;
use crate::shape::Shape;
use crate::stream::{FrameIn, FrameOut, Stream, Streamed, farthest};

/// A step of `X`.
type Frame<X, T> = <<X as Streamed>::Frame as Shape>::Of<T>;

/// Branches that all take one step at a time.
#[diagnostic::on_unimplemented(
    message = "branches of `{Self}` do not go along the same steps, so the network has no stream",
    label = "they cannot take one step at a time",
    note = "whole sequences go to `forward`"
)]
pub trait Streams<T: Scalar>: Branches<T, Input: Streamed> {
    /// What they remember.
    type State: Parameters<T> + Copy + Send + Sync;
    /// What a step of them needs while it runs.
    type Scratch: Parameters<T> + Copy;
    /// The receptive field of the one that sees farthest.
    const RECEPTIVE_FIELD: usize;
    /// The latency of the latest.
    const LATENCY: usize;
    /// The values between the layers of the one that has the most, and what it gives before that is joined.
    const SEAMS: usize;

    /// [`Stream::settle`] of each.
    fn settle<S: Simd>(simd: S, state: &mut Self::State);

    /// Shows them, one after the other.
    fn each_step<V: VisitStep<T, Self::Input>>(
        &self,
        state: &mut Self::State,
        scratch: &mut Self::Scratch,
        visitor: &mut V,
    );
}

/// What is done with one branch after the other.
pub trait VisitStep<T: Scalar, X: Streamed> {
    /// Looks at one.
    fn visit<L: Stream<T, Input = X>>(&mut self, branch: &L, state: &mut L::State, scratch: &mut L::Scratch);
}

/// One step of the branches that are called, or of those that are `EMPTY`: see [`Forward`](super::passes::Forward).
struct Step<'a, S, T, X, P, const EMPTY: bool> {
    simd: S,
    x: &'a X,
    y: &'a mut [T],
    places: Places,
    first: bool,
    join: PhantomData<P>,
}

impl<S, T, B, J, const EMPTY: bool> VisitStep<T, B::Input> for Step<'_, S, T, Frame<B::Input, T>, (J, B), EMPTY>
where
    S: Simd,
    T: Scalar,
    B: Streams<T>,
    J: Join<T, B>,
{
    #[inline(always)]
    fn visit<L: Stream<T, Input = B::Input>>(&mut self, branch: &L, state: &mut L::State, scratch: &mut L::Scratch) {
        let place = self.places.next(<L::Output as Streamed>::Frame::LEN);
        if L::IDENTITY != EMPTY {
            return;
        }
        let first = replace(&mut self.first, false);
        if EMPTY {
            J::put_step(<B::Input as Streamed>::Frame::flat(self.x), self.y, &place, first);
        } else {
            let mut own: FrameOut<L, T> = Zeroable::zeroed();
            branch.step(self.simd, state, self.x, &mut own, scratch);
            J::put_step(<L::Output as Streamed>::Frame::flat(&own), self.y, &place, first);
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T, J, B> Stream<T> for Joined<J, B>
where
    T: Scalar,
    J: Join<T, B, Output: Streamed>,
    B: Streams<T>,
{
    type State = B::State;
    type Scratch = B::Scratch;
    const RECEPTIVE_FIELD: usize = B::RECEPTIVE_FIELD;
    const LATENCY: usize = B::LATENCY;
    const SEAMS: usize = B::SEAMS;

    #[inline(always)]
    fn settle<S: Simd>(simd: S, state: &mut B::State) {
        B::settle(simd, state);
    }

    #[inline(always)]
    fn step<S: Simd>(
        &self,
        simd: S,
        state: &mut B::State,
        x: &FrameIn<Self, T>,
        y: &mut FrameOut<Self, T>,
        scratch: &mut B::Scratch,
    ) {
        let (places, join) = (|| Places::new(<J::Output as Streamed>::Frame::LEN, 1), PhantomData::<(J, B)>);
        let y = <J::Output as Streamed>::Frame::flat_mut(y);
        let mut called = Step::<_, _, _, _, false> { simd, x, y, places: places(), first: true, join };
        self.branches.each_step(state, scratch, &mut called);
        let Step { y, first, .. } = called;
        let mut empty = Step::<_, _, _, _, true> { simd, x, y, places: places(), first, join };
        self.branches.each_step(state, scratch, &mut empty);
    }
}

macro_rules! streams {
    ($Name:ident: $First:ident $first:tt, $($L:ident $i:tt),+) => {
        #[diagnostic::do_not_recommend]
        impl<T: Scalar, $First: Stream<T>, $($L: Stream<T, Input = $First::Input>),+> Streams<T> for $Name<$First, $($L),+> {
            type State = $Name<$First::State, $($L::State),+>;
            type Scratch = $Name<$First::Scratch, $($L::Scratch),+>;
            const RECEPTIVE_FIELD: usize = farthest(&[$First::RECEPTIVE_FIELD, $($L::RECEPTIVE_FIELD),+]);
            const LATENCY: usize = farthest(&[$First::LATENCY, $($L::LATENCY),+]);
            const SEAMS: usize = max(&[
                <$First::Output as Streamed>::Frame::LEN + $First::SEAMS,
                $(<$L::Output as Streamed>::Frame::LEN + $L::SEAMS),+
            ]);

            #[inline(always)]
            fn settle<S: Simd>(simd: S, state: &mut Self::State) {
                $First::settle(simd, &mut state.$first);
                $($L::settle(simd, &mut state.$i);)+
            }

            #[inline(always)]
            fn each_step<V: VisitStep<T, Self::Input>>(
                &self, state: &mut Self::State, scratch: &mut Self::Scratch, visitor: &mut V,
            ) {
                visitor.visit(&self.$first, &mut state.$first, &mut scratch.$first);
                $(visitor.visit(&self.$i, &mut state.$i, &mut scratch.$i);)+
            }
        }
    };
}

streams!(Branches2: A 0, B 1);
streams!(Branches3: A 0, B 1, C 2);
streams!(Branches4: A 0, B 1, C 2, D 3);
streams!(Branches5: A 0, B 1, C 2, D 3, E 4);
streams!(Branches6: A 0, B 1, C 2, D 3, E 4, F 5);
streams!(Branches7: A 0, B 1, C 2, D 3, E 4, F 5, G 6);
streams!(Branches8: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7);
