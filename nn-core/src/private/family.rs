//! The networks of a family, as the functions of the family ask them.
//!
//! What a family takes and gives are the shapes `A` and `Y` of its first network. That those of the others are the same is judged where the
//! family is declared, and nowhere else: here the values are only looked at.

use crate::kernels::number::Number;
use crate::network::{self, BatchError, Network, Summary};
use crate::parameters::Parameters;
use crate::private::{BATCH_STACK, block_len, fits};
use crate::sample::Sample;
use crate::shape::Shape;
use crate::stream::{FrameIn, FrameOut, Stream, Streamed};

/// A network in a family. The text is that of [`Network`], since rustc speaks of the one or the other.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a network",
    label = "`network!` declares networks, in `f32` if nothing else is written",
    note = "a layer of one's own is no network by itself: a list with this one layer declares it"
)]
pub trait Member {
    /// What it takes.
    type Input: Shape;
    /// What it gives.
    type Output: Shape;
    /// Its name.
    const NAME: &'static str;
    /// The number of parameters.
    const PARAMETERS: usize;
    /// Multiply-adds of one sample.
    const MACS: usize;
    /// Elements that one sample needs.
    const FORWARD_SCRATCH: usize;
    /// The stack of one call.
    const STACK_BYTES: usize;
    /// Lanes that a block needs.
    const BLOCK_LEN: usize;
    /// Whether one sample fits on the stack.
    const FITS: bool;
    /// Whether a block does.
    const BLOCK_FITS: bool;

    /// The answer to one sample, with `SCRATCH` elements on the stack.
    fn forward<A: Shape, X: Sample<f32, A> + ?Sized, Y: Shape, const SCRATCH: usize>(&self, x: &X) -> Y::Of<f32>;

    /// The answer to one sample.
    fn forward_with<A: Shape, X: Sample<f32, A> + ?Sized, Y: Shape>(&self, scratch: &mut [f32], x: &X) -> Y::Of<f32>;

    /// The answers to a batch.
    ///
    /// # Errors
    ///
    /// As those of a network.
    fn forward_batch<X: Sample<f32, Self::Input>, Y: Shape, const LANES: usize>(
        &self,
        xs: &[X],
        ys: &mut [Y::Of<f32>],
    ) -> Result<(), BatchError>;

    /// Its table.
    fn summary() -> Summary;
}

impl<N: Network<f32>> Member for N {
    type Input = N::Input;
    type Output = N::Output;
    const NAME: &'static str = N::NAME;
    const PARAMETERS: usize = N::PARAMETERS;
    const MACS: usize = N::MACS;
    const FORWARD_SCRATCH: usize = N::FORWARD_SCRATCH;
    const STACK_BYTES: usize = <N as Network<f32>>::STACK_BYTES;
    const BLOCK_LEN: usize = block_len::<N>();
    const FITS: bool = fits::<N>();
    const BLOCK_FITS: bool = block_len::<N>() <= BATCH_STACK;

    #[inline]
    fn forward<A: Shape, X: Sample<f32, A> + ?Sized, Y: Shape, const SCRATCH: usize>(&self, x: &X) -> Y::Of<f32> {
        let mut room = bytemuck::Zeroable::zeroed();
        let x = A::flat(network::input::<f32, A, X>(x, &mut room));
        answer::<N::Output, Y>(&network::forward_input::<f32, N, SCRATCH>(self, N::Input::view(x)))
    }

    #[inline]
    fn forward_with<A: Shape, X: Sample<f32, A> + ?Sized, Y: Shape>(&self, scratch: &mut [f32], x: &X) -> Y::Of<f32> {
        let mut room = bytemuck::Zeroable::zeroed();
        let x = A::flat(network::input::<f32, A, X>(x, &mut room));
        answer::<N::Output, Y>(&network::forward_input_with(self, scratch, N::Input::view(x)))
    }

    fn forward_batch<X: Sample<f32, N::Input>, Y: Shape, const LANES: usize>(
        &self,
        xs: &[X],
        ys: &mut [Y::Of<f32>],
    ) -> Result<(), BatchError> {
        let mut buffer = [<<f32 as Number>::Lanes as bytemuck::Zeroable>::zeroed(); LANES];
        let count = ys.len();
        let ys = N::Output::views_mut(Y::flat_all_mut(ys), count);
        network::forward_batch_with(self, &mut buffer, xs, ys)
    }

    fn summary() -> Summary {
        <N as Network<f32>>::summary()
    }
}

/// An answer as that of the family.
#[inline]
fn answer<A: Shape, Y: Shape>(a: &A::Of<f32>) -> Y::Of<f32> {
    let mut y = bytemuck::Zeroable::zeroed();
    Y::flat_mut(&mut y).copy_from_slice(A::flat(a));
    y
}

/// One step of what `S` streams.
type Frame<S> = <<S as Streamed>::Frame as Shape>::Of<f32>;

/// The state before the first step.
#[must_use]
pub fn begin<N: Stream<f32>>() -> N::State {
    Parameters::zeroed()
}

/// One step of a network in a family that takes and gives the steps of `A` and `Y`.
#[inline]
pub fn step_of<N: Stream<f32>, A: Streamed, Y: Streamed>(net: &N, state: &mut N::State, x: &Frame<A>) -> Frame<Y> {
    let x = <<N::Input as Streamed>::Frame as Shape>::view(<A::Frame as Shape>::flat(x));
    answer::<<N::Output as Streamed>::Frame, Y::Frame>(&crate::stream::step::<f32, N>(net, state, x))
}

/// Several steps of it.
///
/// # Panics
///
/// If `ys` is shorter than `xs`.
pub fn stream_of<N: Stream<f32>, A: Streamed, Y: Streamed>(
    net: &N,
    state: &mut N::State,
    xs: &[Frame<A>],
    ys: &mut [Frame<Y>],
) {
    let (count, room) = (xs.len(), ys.len());
    let xs: &[FrameIn<N, f32>] =
        &<<N::Input as Streamed>::Frame as Shape>::all(<A::Frame as Shape>::flat_all(xs))[..count];
    let ys: &mut [FrameOut<N, f32>] =
        <<N::Output as Streamed>::Frame as Shape>::views_mut(<Y::Frame as Shape>::flat_all_mut(ys), room);
    crate::stream::stream(net, state, xs, ys);
}
