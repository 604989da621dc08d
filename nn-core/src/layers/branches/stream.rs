//! Branches as a stream: each takes the step, and what they give is joined in the order of a whole sequence, which decides the last bit.

use core::mem::replace;

use bytemuck::Zeroable;
use fearless_simd::Simd;

use super::join::{Join, Place, Places};
use super::joined::Joined;
use super::{Branches2, Branches3, Branches4, Branches5, Branches6, Branches7, Branches8};
use crate::layer::Layer;
use crate::scalar::Scalar;
use crate::shape::Shape;
use crate::stream::{FrameIn, FrameOut, Stream, Streamed, farthest};

/// The shape of a step of `X`.
type Frame<X> = <X as Streamed>::Frame;
/// The step that comes into a layer.
type Taken<L, T> = Frame<<L as Layer<T>>::Input>;
/// The step that it gives.
type Given<L, T> = Frame<<L as Layer<T>>::Output>;

/// What is joined, and whether there is nothing of it yet.
struct Sum<'a, T> {
    y: &'a mut [T],
    first: bool,
}

impl<T: Scalar> Sum<'_, T> {
    /// Lets a branch take the step, if it is among those that are called, or among those that are `EMPTY`.
    #[inline(always)]
    fn take<S: Simd, L: Stream<T>, const EMPTY: bool>(
        &mut self,
        simd: S,
        branch: &L,
        (state, scratch): (&mut L::State, &mut L::Scratch),
        x: &FrameIn<L, T>,
        (place, put): (Place, impl Fn(&[T], &mut [T], &Place, bool)),
    ) {
        if L::IDENTITY != EMPTY {
            return;
        }
        let first = replace(&mut self.first, false);
        if EMPTY {
            put(Taken::<L, T>::flat(x), self.y, &place, first);
        } else {
            let mut own: FrameOut<L, T> = Zeroable::zeroed();
            branch.step(simd, state, x, &mut own, scratch);
            put(Given::<L, T>::flat(&own), self.y, &place, first);
        }
    }
}

macro_rules! streams {
    ($Name:ident: $First:ident $first:tt, $($L:ident $i:tt),+) => {
        #[diagnostic::do_not_recommend]
        impl<T, J, $First, $($L),+> Stream<T> for Joined<J, $Name<$First, $($L),+>>
        where
            T: Scalar,
            J: Join<T, $Name<$First, $($L),+>, Output: Streamed>,
            $First: Stream<T>,
            $($L: Stream<T, Input = $First::Input>,)+
        {
            type State = $Name<$First::State, $($L::State),+>;
            type Scratch = $Name<$First::Scratch, $($L::Scratch),+>;
            const RECEPTIVE_FIELD: usize = farthest(&[$First::RECEPTIVE_FIELD, $($L::RECEPTIVE_FIELD),+]);
            const LATENCY: usize = farthest(&[$First::LATENCY, $($L::LATENCY),+]);

            #[inline(always)]
            fn step<S: Simd>(
                &self,
                simd: S,
                state: &mut Self::State,
                x: &FrameIn<Self, T>,
                y: &mut FrameOut<Self, T>,
                scratch: &mut Self::Scratch,
            ) {
                let y = Given::<Self, T>::flat_mut(y);
                let places = || Places::new(Given::<Self, T>::LEN, 1);
                let put = <J as Join<T, $Name<$First, $($L),+>>>::put_step;
                let mut sum = Sum { y, first: true };
                let mut place = places();
                let at = place.next(Given::<$First, T>::LEN);
                let memory = (&mut state.$first, &mut scratch.$first);
                sum.take::<S, _, false>(simd, &self.branches.$first, memory, x, (at, put));
                $(
                    let at = place.next(Given::<$L, T>::LEN);
                    let memory = (&mut state.$i, &mut scratch.$i);
                    sum.take::<S, _, false>(simd, &self.branches.$i, memory, x, (at, put));
                )+
                let mut place = places();
                let at = place.next(Given::<$First, T>::LEN);
                let memory = (&mut state.$first, &mut scratch.$first);
                sum.take::<S, _, true>(simd, &self.branches.$first, memory, x, (at, put));
                $(
                    let at = place.next(Given::<$L, T>::LEN);
                    let memory = (&mut state.$i, &mut scratch.$i);
                    sum.take::<S, _, true>(simd, &self.branches.$i, memory, x, (at, put));
                )+
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
