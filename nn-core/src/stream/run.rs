//! A network as a stream.

use super::{FrameIn, FrameOut, Stream};
use crate::cache_line::OnCacheLine;
use crate::kernels::dispatch;
use crate::network::level_for_one;
use crate::parameters::Parameters;
use crate::scalar::Scalar;

/// The answer to one step.
#[inline]
pub fn step<T: Scalar, N: Stream<T>>(net: &N, state: &mut N::State, x: &FrameIn<N, T>) -> FrameOut<N, T> {
    dispatch!(T: level_for_one::<T, N>(), simd => {
        let (mut y, mut scratch) = (bytemuck::Zeroable::zeroed(), N::Scratch::zeroed());
        N::settle(simd, state);
        net.step(simd, state, x, &mut y, &mut scratch);
        y
    })
}

/// The answers to some steps, as many as `xs` has: what `ys` has behind those is left as it is.
///
/// # Panics
///
/// If `ys` is shorter than `xs`; nothing is computed then.
#[inline]
pub fn stream<T: Scalar, N: Stream<T>>(net: &N, state: &mut N::State, xs: &[FrameIn<N, T>], ys: &mut [FrameOut<N, T>]) {
    let ys = &mut ys[..xs.len()];
    dispatch!(T: level_for_one::<T, N>(), simd => {
        N::settle(simd, state);
        let mut scratch = N::Scratch::zeroed();
        // What a step remembers is here for all of them: the compiler need not write it back in between.
        let mut now = OnCacheLine(*state);
        for (x, y) in xs.iter().zip(ys) {
            net.step(simd, &mut now.0, x, y, &mut scratch);
        }
        *state = now.0;
    });
}
