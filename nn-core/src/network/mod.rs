//! What a declared network can do, for any network.
//!
//! `network!` writes [`Network`] and thin inherent methods that call the functions of this module, so that a user
//! needs no trait in scope. Generic code over networks calls these functions itself.

mod error;
#[cfg(feature = "alloc")]
pub(crate) mod groups;
mod inherent;
#[cfg(feature = "alloc")]
pub(crate) mod share;
#[cfg(feature = "alloc")]
mod statistics;
#[cfg(feature = "alloc")]
mod step;
mod summary;
#[cfg(feature = "alloc")]
mod workspace;

pub use error::BatchError;
#[cfg(feature = "alloc")]
pub use step::{StepError, train_step};
pub use summary::{LayerInfo, Summary};
#[cfg(feature = "alloc")]
pub(crate) use workspace::{SAMPLES_AT_A_TIME, gradient_indexed, gradient_with};
#[cfg(feature = "alloc")]
pub use workspace::{Workspace, gradient, gradient_batch};

use crate::cache_line::OnCacheLine;
use crate::kernels::{dispatch, level, pack};
use crate::layer::{Layer, Output, Pass};
use crate::sample::Sample;
use crate::scalar::Scalar;
use crate::shape::Shape;
use fearless_simd::Level;

/// A network that `network!` declared: a [`Layer`] that knows its name and its layers.
pub trait Network<T: Scalar>: Layer<T> {
    /// The name of the struct.
    const NAME: &'static str;
    /// The layers in order.
    const LAYERS: &'static [LayerInfo];

    /// The bytes of the parameters.
    const PARAMETER_BYTES: usize = Self::PARAMETERS * size_of::<T>();
    /// The bytes that one forward pass needs besides parameters, input and output.
    const FORWARD_BYTES: usize = Self::SCRATCH * size_of::<T>();
    /// The bytes that the gradient of one sample needs besides parameters and input: the gradient, all activations, and
    /// what passes back between layers.
    const TRAIN_BYTES: usize =
        (Self::PARAMETERS + Self::CACHE + Self::SCRATCH + 2 * <Self::Output as Shape>::LEN) * size_of::<T>();

    /// A network with starting values drawn from `seed`, by value: for those that fit on the stack.
    #[must_use]
    fn new(seed: u64) -> Self {
        let mut network = Self::zeroed();
        network.init(&mut crate::init::Rng::new(seed));
        network
    }

    /// A network with starting values drawn from `seed`, made in place on the heap however large it is.
    #[cfg(feature = "alloc")]
    #[must_use]
    fn boxed(seed: u64) -> crate::boxed::Boxed<Self> {
        let mut network = Self::zeroed_boxed();
        network.init(&mut crate::init::Rng::new(seed));
        network
    }

    /// The table of layers, to be printed.
    #[must_use]
    fn summary() -> Summary {
        Summary::of::<T, Self>()
    }
}

/// The instructions for one sample. To choose them takes as long as a layer of a few weights, which they would hardly make faster: such a
/// network gets those that every processor of the target has.
#[inline(always)]
fn level_for_one<T: Scalar, N: Layer<T>>() -> Level {
    if const { N::PARAMETERS + <N::Input as Shape>::LEN + <N::Output as Shape>::LEN + N::SCRATCH <= TINY } {
        Level::baseline()
    } else {
        level()
    }
}

/// Parameters and values of a network that is too small for a choice: up to a layer of 7 to 7.
const TINY: usize = 7 * 7 + 7 + 14;

/// The answer to one sample, with a scratch of `SCRATCH` elements, at least [`Layer::SCRATCH`], on the stack.
///
/// Scratch and answer are made within the function of the instruction set, where those of a small network become registers.
///
/// # Panics
///
/// If `SCRATCH` is smaller than that, or the sample has another number of values than the network takes, which only a [`Sample`] of one's
/// own can have.
#[inline]
pub fn forward<T: Scalar, N: Layer<T>, X: Sample<T, N::Input>, const SCRATCH: usize>(net: &N, x: &X) -> Output<N, T> {
    let x = input::<T, N::Input, X>(x);
    dispatch!(T: level_for_one::<T, N>(), simd => {
        let (mut y, mut scratch) = (bytemuck::Zeroable::zeroed(), OnCacheLine([T::ZERO; SCRATCH]));
        net.forward(simd, x, &mut y, &mut scratch.0);
        y
    })
}

/// The answer to one sample. `scratch` has at least [`Layer::SCRATCH`] elements; what they hold does not matter.
///
/// # Panics
///
/// If `scratch` is shorter than that, or the sample has another number of values than the network takes, which only a [`Sample`] of one's
/// own can have.
#[inline]
pub fn forward_with<T: Scalar, N: Layer<T>, X: Sample<T, N::Input>>(net: &N, scratch: &mut [T], x: &X) -> Output<N, T> {
    let x = input::<T, N::Input, X>(x);
    dispatch!(T: level_for_one::<T, N>(), simd => {
        let mut y = bytemuck::Zeroable::zeroed();
        net.forward(simd, x, &mut y, scratch);
        y
    })
}

/// One sample as a shape.
#[inline(always)]
fn input<T: Scalar, I: Shape, X: Sample<T, I>>(x: &X) -> &I::Of<T> {
    let (expected, found) = (I::LEN, x.values().len());
    assert!(found == expected, "a sample has {found} values, and the network takes {expected}");
    I::view(x.values())
}

/// The answers to a slice of samples, block by block. `buffer` has at least [`block_len`] lanes; what they hold does
/// not matter.
///
/// # Errors
///
/// [`BatchError`] if `ys` is not as long as `xs`, or a sample not as long as the network's input; nothing is written then.
///
/// # Panics
///
/// If `buffer` is shorter than that.
#[inline]
pub fn forward_batch_with<T: Scalar, N: Layer<T>, X: Sample<T, N::Input>>(
    net: &N,
    buffer: &mut [T::Lanes],
    xs: &[X],
    ys: &mut [Output<N, T>],
) -> Result<(), BatchError> {
    check_batch::<T, N, X>(xs, ys)?;
    forward_checked(net, buffer, xs, ys);
    Ok(())
}

/// Checks that every sample can have its answer.
fn check_batch<T: Scalar, N: Layer<T>, X: Sample<T, N::Input>>(
    xs: &[X],
    ys: &[Output<N, T>],
) -> Result<(), BatchError> {
    if xs.len() != ys.len() {
        return Err(BatchError::Length { samples: xs.len(), others: ys.len(), what: "outputs" });
    }
    check_samples::<T, N::Input, X>(xs)
}

/// [`forward_batch_with`] for samples that have been checked.
fn forward_checked<T: Scalar, N: Layer<T>, X: Sample<T, N::Input>>(
    net: &N,
    buffer: &mut [T::Lanes],
    xs: &[X],
    ys: &mut [Output<N, T>],
) {
    let blocks = buffer.len() / block_len::<T, N>();
    assert!(blocks > 0, "the buffer holds no block");
    let (x, rest) = N::Input::splits_mut(buffer, blocks);
    let (y, scratch) = N::Output::splits_mut(rest, blocks);
    for (xs, ys) in xs.chunks(blocks * T::LANES).zip(ys.chunks_mut(blocks * T::LANES)) {
        let pass = Pass::new(xs.len());
        for (xs, x) in xs.chunks(T::LANES).zip(&mut *x) {
            pack::pack::<T>(pass.level, xs.iter().map(Sample::values), N::Input::flat_mut(x));
        }
        let used = xs.len().div_ceil(T::LANES);
        net.forward_blocks(&pass, &x[..used], &mut y[..used], scratch);
        for (ys, y) in ys.chunks_mut(T::LANES).zip(&*y) {
            pack::unpack_all::<T>(pass.level, N::Output::flat(y), ys.iter_mut().map(N::Output::flat_mut));
        }
    }
}

/// Finds a sample with another number of values than the shape has: possible for types of the user's alone.
pub(crate) fn check_samples<T: Scalar, I: Shape, X: Sample<T, I>>(xs: &[X]) -> Result<(), BatchError> {
    for (sample, x) in xs.iter().enumerate() {
        let found = x.values().len();
        if found != I::LEN {
            return Err(BatchError::Sample { sample, expected: I::LEN, found });
        }
    }
    Ok(())
}

/// The lanes that [`forward_batch_with`] needs for one block of samples.
#[must_use]
pub const fn block_len<T: Scalar, N: Layer<T>>() -> usize {
    <N::Input as Shape>::LEN + <N::Output as Shape>::LEN + N::SCRATCH
}
