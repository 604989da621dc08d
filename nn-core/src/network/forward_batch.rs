//! The answers to a slice of samples, by one thread or by several.

#[cfg(feature = "alloc")]
use super::work;
use super::{BatchError, ends, level_for_one};
use crate::kernels::{ONE_LEVEL, dispatch, pack};
use crate::layer::{Layer, Output, Pass};
use crate::layers::embedding::is_word;
use crate::sample::{Sample, Value};
use crate::scalar::Scalar;
use crate::shape::Shape;
#[cfg(feature = "alloc")]
use crate::threads;

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

/// Parameters up to which a network takes a batch sample by sample where the target alone decides on the instructions.
const FEW: usize = 64 * 64;

/// Whether [`one_by_one`] is how a batch goes through the network.
#[doc(hidden)]
#[must_use]
pub const fn goes_one_by_one<T: Scalar, N: Layer<T>, X: Sample<T, N::Input>>() -> bool {
    ONE_LEVEL && !X::ENDS && N::PARAMETERS <= FEW
}

/// The answers to a slice of samples, one after the other, with a scratch as for [`forward_with`](super::forward_with).
#[doc(hidden)]
#[inline]
pub fn one_by_one<T: Scalar, N: Layer<T>, X: Sample<T, N::Input>>(
    net: &N,
    scratch: &mut [T],
    xs: &[X],
    ys: &mut [Output<N, T>],
) -> Result<(), BatchError> {
    check_batch::<T, N, X>(xs, ys)?;
    for (x, y) in xs.iter().zip(ys) {
        let mut room = bytemuck::Zeroable::zeroed();
        let x = X::Value::view::<N::Input>(x.values(), &mut room);
        dispatch!(T: level_for_one::<T, N>(), simd => net.forward(simd, x, y, scratch));
    }
    Ok(())
}

/// Checks that every sample can have its answer.
pub(super) fn check_batch<T: Scalar, N: Layer<T>, X: Sample<T, N::Input>>(
    xs: &[X],
    ys: &[Output<N, T>],
) -> Result<(), BatchError> {
    if xs.len() != ys.len() {
        return Err(BatchError::Length { samples: xs.len(), others: ys.len(), what: "outputs" });
    }
    check_samples::<T, N, X>(xs)
}

/// How many samples go through at a time, at most, where it must be known where each ends.
const AT_A_TIME: usize = 64;

/// [`forward_batch_with`] for samples that have been checked.
fn forward_checked<T: Scalar, N: Layer<T>, X: Sample<T, N::Input>>(
    net: &N,
    buffer: &mut [T::Lanes],
    xs: &[X],
    ys: &mut [Output<N, T>],
) {
    let mut blocks = buffer.len() / block_len::<T, N>();
    assert!(blocks > 0, "the buffer holds no block");
    let mut lengths = [0; AT_A_TIME];
    if X::ENDS {
        blocks = blocks.min(AT_A_TIME / T::LANES);
    }
    let (x, rest) = N::Input::splits_mut(buffer, blocks);
    let (y, scratch) = N::Output::splits_mut(rest, blocks);
    for (xs, ys) in xs.chunks(blocks * T::LANES).zip(ys.chunks_mut(blocks * T::LANES)) {
        let pass = Pass::new(xs.len());
        for (block, (xs, x)) in xs.chunks(T::LANES).zip(&mut *x).enumerate() {
            X::Value::pack(pass.level, xs.iter().map(Sample::values), N::Input::flat_mut(x));
            if X::ENDS {
                let lengths = &mut lengths[block * T::LANES..][..T::LANES];
                ends::end::<T, N::Input>(xs.iter().map(Sample::length), lengths, N::Input::flat_mut(x));
            }
        }
        let used = xs.len().div_ceil(T::LANES);
        let pass = Pass { lengths: X::ENDS.then(|| &lengths[..used * T::LANES]), ..pass };
        net.forward_blocks(&pass, &x[..used], &mut y[..used], scratch);
        for (ys, y) in ys.chunks_mut(T::LANES).zip(&*y) {
            pack::unpack_all::<T>(pass.level, N::Output::flat(y), ys.iter_mut().map(N::Output::flat_mut));
        }
    }
}

/// Finds a sample with another number of values than the shape has, possible for types of the user's alone, or of an impossible length.
fn check_samples<T: Scalar, N: Layer<T>, X: Sample<T, N::Input>>(xs: &[X]) -> Result<(), BatchError> {
    xs.iter().enumerate().try_for_each(|(sample, x)| check_sample::<T, N, X>(sample, x))
}

/// Whether the sample at `sample` has as many values as the shape, and steps that the network can tell from others.
fn check_sample<T: Scalar, N: Layer<T>, X: Sample<T, N::Input> + ?Sized>(
    sample: usize,
    x: &X,
) -> Result<(), BatchError> {
    let (expected, found) = (N::Input::LEN, x.values().len());
    if found != expected {
        return Err(BatchError::Sample { sample, expected, found });
    }
    ends::check::<T, N, X>(sample, x)
}

/// Finds a value that the network's vocabulary does not have.
pub(crate) fn unknown_word<T: Scalar, N: Layer<T>, V: Value<T>>(values: &[V]) -> Option<UnknownWord> {
    let vocabulary = N::VOCABULARY?;
    let place = values.iter().position(|value| !is_word(value.number(), vocabulary))?;
    Some(UnknownWord { place, value: values[place].number(), vocabulary })
}

/// A value that a network's vocabulary does not have.
pub(crate) struct UnknownWord {
    pub(crate) place: usize,
    pub(crate) value: f64,
    pub(crate) vocabulary: usize,
}

/// Checks that the sample at `sample` has as many values as the network takes, and, if they are words, none that it does not know.
pub(super) fn check_to_learn<T: Scalar, N: Layer<T>, X: Sample<T, N::Input> + ?Sized>(
    sample: usize,
    x: &X,
) -> Result<(), BatchError> {
    check_sample::<T, N, X>(sample, x)?;
    match unknown_word::<T, N, X::Value>(ends::real(x)) {
        Some(UnknownWord { place, value, vocabulary }) => {
            Err(BatchError::Vocabulary { sample, place, value, vocabulary })
        }
        None => Ok(()),
    }
}

/// The lanes that [`forward_batch_with`] needs for one block of samples.
#[must_use]
pub const fn block_len<T: Scalar, N: Layer<T>>() -> usize {
    <N::Input as Shape>::LEN + <N::Output as Shape>::LEN + N::BLOCK_SCRATCH
}

/// The answers to samples that have been checked, by as many threads as they are worth. Each has one run of `run` lanes, and takes
/// `blocks` blocks at a time.
#[cfg(feature = "alloc")]
pub(super) fn forward_divided<T: Scalar, N: Layer<T>, X: Sample<T, N::Input>>(
    net: &N,
    lanes: &mut [T::Lanes],
    run: usize,
    blocks: usize,
    xs: &[X],
    ys: &mut [Output<N, T>],
) {
    let threads = work::forward_threads::<T, N>(xs.len()).min(lanes.len() / run);
    let lanes = &mut lanes[..threads * run];
    threads::enter(threads, || divide(net, lanes, threads, blocks, xs, ys));
}

/// Halves samples and threads until there is one thread for each part. An answer does not depend on its neighbours.
#[cfg(feature = "alloc")]
fn divide<T: Scalar, N: Layer<T>, X: Sample<T, N::Input>>(
    net: &N,
    lanes: &mut [T::Lanes],
    threads: usize,
    blocks: usize,
    xs: &[X],
    ys: &mut [Output<N, T>],
) {
    if threads == 1 {
        return forward_checked(net, &mut lanes[..blocks * block_len::<T, N>()], xs, ys);
    }
    let (here, middle) = threads::halve(threads, xs.len());
    let (left, right) = lanes.split_at_mut(lanes.len() / threads * here);
    let ((left_xs, right_xs), (left_ys, right_ys)) = (xs.split_at(middle), ys.split_at_mut(middle));
    threads::join(
        || divide(net, left, here, blocks, left_xs, left_ys),
        || divide(net, right, threads - here, blocks, right_xs, right_ys),
    );
}
