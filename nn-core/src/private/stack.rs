//! What generated code keeps on the stack, and how much of that it may.

use crate::network::Network;
use crate::shape::Shape;

/// Splits off the two buffers between which the activations of a network go back and forth, and the layers' own scratch.
///
/// # Panics
///
/// If `scratch` is shorter than both buffers.
#[inline(always)]
pub fn two_buffers<E>(scratch: &mut [E], even: usize, odd: usize) -> (&mut [E], &mut [E], &mut [E]) {
    let (even, rest) = scratch.split_at_mut(even);
    let (odd, rest) = rest.split_at_mut(odd);
    (even, odd, rest)
}

/// Scalars that `forward` may keep on the stack: 64 KiB of `f32`.
const FORWARD_STACK: usize = 64 * 1024 / 4;

/// Bytes of stack of a layer whose code is compiled into that of its network.
pub const FRAME: usize = 1024;

/// Whether what `forward` keeps on the stack, the activations and the output, is small enough.
#[must_use]
pub const fn fits<N: Network<f32>>() -> bool {
    on_stack(N::FORWARD_SCRATCH + N::OUTPUTS)
}

/// Whether `forward` may keep so many scalars on the stack.
pub(crate) const fn on_stack(scalars: usize) -> bool {
    scalars <= FORWARD_STACK
}

/// The lanes that `forward_batch` keeps on the stack.
#[must_use]
pub const fn block_len<N: Network<f32>>() -> usize {
    <N::Input as Shape>::LEN + N::OUTPUTS + N::BLOCK_SCRATCH
}

/// Lanes of buffer that `forward_batch` keeps on the stack: 256 KiB.
pub const BATCH_STACK: usize = 256 * 1024 / 64;

/// Holds for every sample type if one sample's activations fit on the stack, and for none if they do not.
#[diagnostic::on_unimplemented(
    message = "this network's activations take more than the 64 KiB of stack that `forward` may use",
    label = "call `forward_with`, with a scratch made once",
    note = "`let mut scratch = Net::scratch();` then `net.forward_with(&mut scratch, &x)`"
)]
pub trait OnStack<const FITS: bool> {}

impl<X: ?Sized> OnStack<true> for X {}

/// Holds for every sample type if a block's activations fit on the stack, and for none if they do not.
#[diagnostic::on_unimplemented(
    message = "a block of this network's activations takes more than the 256 KiB of stack that `forward_batch` may use",
    label = "call `forward_batch_with`, with a workspace made once",
    note = "`let mut workspace = Workspace::new();` then `net.forward_batch_with(&mut workspace, &xs, &mut ys)`"
)]
pub trait BlockOnStack<const FITS: bool> {}

impl<X: ?Sized> BlockOnStack<true> for X {}
