//! The answer to one sample.

use fearless_simd::Level;

use crate::cache_line::OnCacheLine;
use crate::kernels::{dispatch, level};
use crate::layer::{Input, Layer, Output};
use crate::sample::{Sample, Value};
use crate::scalar::Scalar;
use crate::shape::Shape;

/// The instructions for one sample. To choose them takes as long as a layer of a few weights, which they would hardly make faster: such a
/// network gets those that every processor of the target has.
#[inline(always)]
pub(crate) fn level_for_one<T: Scalar, N: Layer<T>>() -> Level {
    if const { N::PARAMETERS + <N::Input as Shape>::LEN + <N::Output as Shape>::LEN + N::FORWARD_SCRATCH <= TINY } {
        Level::baseline()
    } else {
        level()
    }
}

/// Parameters and values of a network that is too small for a choice: up to a layer of 7 to 7.
const TINY: usize = 7 * 7 + 7 + 14;

/// The answer to one sample, with a scratch of `SCRATCH` elements, at least [`Layer::FORWARD_SCRATCH`], on the stack.
///
/// Scratch and answer are made within the function of the instruction set, where those of a small network become registers.
///
/// # Panics
///
/// If `SCRATCH` is smaller than that, or the sample has another number of values than the network takes, which only a [`Sample`] of one's
/// own can have.
#[inline]
pub fn forward<T: Scalar, N: Layer<T>, X: Sample<T, N::Input> + ?Sized, const SCRATCH: usize>(
    net: &N,
    x: &X,
) -> Output<N, T> {
    let mut room = bytemuck::Zeroable::zeroed();
    forward_input::<T, N, SCRATCH>(net, input::<T, N::Input, X>(x, &mut room))
}

/// The same of an input in its shape.
#[inline]
pub(crate) fn forward_input<T: Scalar, N: Layer<T>, const SCRATCH: usize>(net: &N, x: &Input<N, T>) -> Output<N, T> {
    dispatch!(T: level_for_one::<T, N>(), simd => {
        let (mut y, mut scratch) = (bytemuck::Zeroable::zeroed(), OnCacheLine([T::ZERO; SCRATCH]));
        net.forward(simd, x, &mut y, &mut scratch.0);
        y
    })
}

/// The answer to one sample. `scratch` has at least [`Layer::FORWARD_SCRATCH`] elements; what they hold does not matter.
///
/// # Panics
///
/// If `scratch` is shorter than that, or the sample has another number of values than the network takes, which only a [`Sample`] of one's
/// own can have.
#[inline]
pub fn forward_with<T: Scalar, N: Layer<T>, X: Sample<T, N::Input> + ?Sized>(
    net: &N,
    scratch: &mut [T],
    x: &X,
) -> Output<N, T> {
    let mut room = bytemuck::Zeroable::zeroed();
    forward_input_with(net, scratch, input::<T, N::Input, X>(x, &mut room))
}

/// The same of an input in its shape.
#[inline]
pub(crate) fn forward_input_with<T: Scalar, N: Layer<T>>(net: &N, scratch: &mut [T], x: &Input<N, T>) -> Output<N, T> {
    dispatch!(T: level_for_one::<T, N>(), simd => {
        let mut y = bytemuck::Zeroable::zeroed();
        net.forward(simd, x, &mut y, scratch);
        y
    })
}

/// What a sample of whole numbers needs to become scalars.
pub(crate) type Room<X, T, I> = <<X as Sample<T, I>>::Value as Value<T>>::Room<I>;

/// One sample as a shape.
#[inline(always)]
pub(crate) fn input<'a, T: Scalar, I: Shape, X: Sample<T, I> + ?Sized>(
    x: &'a X,
    room: &'a mut Room<X, T, I>,
) -> &'a I::Of<T> {
    const {
        assert!(!X::ENDS, "one sample that ends early is a batch of its own: `net.forward_batch(&[x], &mut ys)`");
    }
    let (expected, found) = (I::LEN, x.values().len());
    assert!(found == expected, "a sample has {found} values, and the network takes {expected}");
    X::Value::view::<I>(x.values(), room)
}
