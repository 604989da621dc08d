//! Networks over sequences that take one step at a time.
//!
//! What a layer must remember from one step to the next is its state: plain data, zero before the first step. The answer to step `t` of a
//! stream is row `t` of what [`Layer::forward`] makes of the whole sequence, to the bit, and streams have no end. So only layers that never
//! look ahead have one. Behind a [`Last`](crate::Last) each step gives the answer to the sequence that ends with it.

pub mod ahead;
mod layers;
mod run;
mod state;

pub use run::{step, stream};
pub use state::{Memory, Stateless, Then};

use fearless_simd::Simd;

use crate::layer::Layer;
use crate::parameters::Parameters;
use crate::scalar::Scalar;
use crate::shape::{D1, D2, Shape, Words};

/// A shape as one step of a stream sees it: of a sequence one of its steps, of words one, of a vector behind [`Last`](crate::Last) all of it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no shape that a stream goes through",
    label = "a stream takes sequences `D2<S, F, N>` apart, and vectors behind `Last`"
)]
pub trait Streamed: Shape {
    /// One step.
    type Frame: Shape;
}

impl<const N: usize> Streamed for D1<N> {
    type Frame = Self;
}

impl<const N: usize> Streamed for Words<N> {
    type Frame = D1<1>;
}

impl<const S: usize, const F: usize, const N: usize> Streamed for D2<S, F, N> {
    type Frame = D1<F>;
}

/// One step of what goes into a layer.
pub type FrameIn<L, T> = <<<L as Layer<T>>::Input as Streamed>::Frame as Shape>::Of<T>;
/// One step of what comes out.
pub type FrameOut<L, T> = <<<L as Layer<T>>::Output as Streamed>::Frame as Shape>::Of<T>;

/// A layer that takes one step of a sequence at a time: see the [module](self).
#[diagnostic::on_unimplemented(
    message = "`{Self}` takes the whole sequence at once, so the network has no stream",
    label = "it cannot take one step at a time",
    note = "whole sequences go to `forward`"
)]
pub trait Stream<T: Scalar>: Layer<T, Input: Streamed, Output: Streamed> {
    /// What it remembers from one step to the next: scalars, zero before the first step.
    type State: Parameters<T> + Copy + Send + Sync;

    /// What a step needs while it runs.
    type Scratch: Parameters<T> + Copy;

    /// The bytes of the state.
    const STATE_BYTES: usize = size_of::<Self::State>();
    /// The bytes that a step needs while it runs, besides state, input and output.
    const STEP_BYTES: usize = size_of::<Self::Scratch>() + Self::SEAMS * size_of::<T>();
    /// The bytes of stack that a call of `step` takes at most: see [`Network::STACK_BYTES`](crate::Network::STACK_BYTES).
    const STACK_BYTES: usize = crate::network::stack::<T, Self>(
        2 * <Self::Scratch as Parameters<T>>::PARAMETERS
            + 2 * Self::SEAMS
            + 3 * <<Self::Output as Streamed>::Frame as Shape>::LEN,
    );
    /// How many values lie between the layers inside of it while a step runs. Layers that contain layers say so.
    #[doc(hidden)]
    const SEAMS: usize = 0;
    /// How many steps, the newest among them, an answer depends on; [`usize::MAX`] if on all.
    const RECEPTIVE_FIELD: usize = 1;
    /// How many steps an answer comes late.
    const LATENCY: usize = 0;

    /// Makes zero of what a step would be slow with: a state can come from anywhere, and may have subnormal numbers. A call does so before its
    /// first step. No step leaves anything of that kind, so this changes nothing that a step has left. Layers that contain layers pass it on.
    #[inline(always)]
    fn settle<S: Simd>(_: S, _: &mut Self::State) {}

    /// Takes the step `x`, and writes the answer to `y`.
    fn step<S: Simd>(
        &self,
        simd: S,
        state: &mut Self::State,
        x: &FrameIn<Self, T>,
        y: &mut FrameOut<Self, T>,
        scratch: &mut Self::Scratch,
    );
}

/// The most of these, of branches side by side.
#[must_use]
pub const fn farthest(all: &[usize]) -> usize {
    let (mut most, mut i) = (0, 0);
    while i < all.len() {
        if all[i] > most {
            most = all[i];
        }
        i += 1;
    }
    most
}

/// The receptive field of two layers in a row.
#[must_use]
pub const fn together(first: usize, second: usize) -> usize {
    // Of a layer that depends on all steps, both do.
    if first == usize::MAX || second == usize::MAX { usize::MAX } else { first + second - 1 }
}
