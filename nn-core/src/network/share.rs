//! What work is worth dividing between threads, and the division of a forward pass.

use super::groups;
use super::{BatchError, block_len, forward_checked};
use crate::layer::{Layer, Output};
use crate::sample::Sample;
use crate::scalar::{self, Scalar};
use crate::shape::Shape;
use crate::threads;

/// The multiply-adds of the answers to some samples, and one more for every value that goes in or out.
pub(crate) const fn forward_work<T: Scalar, N: Layer<T>>(samples: usize) -> usize {
    (N::MACS + <N::Input as Shape>::LEN + <N::Output as Shape>::LEN).saturating_mul(samples)
}

/// The same of their gradient: forward, back through the layers, and the parameters' own.
const fn gradient_work<T: Scalar, N: Layer<T>>(samples: usize) -> usize {
    forward_work::<T, N>(samples).saturating_mul(3)
}

/// How many threads are worth their while for the gradient of a batch.
pub(crate) fn gradient_threads<T: Scalar, N: Layer<T>>(samples: usize) -> usize {
    threads::worth(gradient_work::<T, N>(samples)).min(groups::count_for::<T, N>(samples))
}

/// The first value that is infinite or NaN, looked for by `threads` threads.
pub(crate) fn first_not_finite<T: Scalar>(values: &[T], threads: usize) -> Option<f64> {
    if threads <= 1 {
        return scalar::first_not_finite(values).map(|(_, value)| value);
    }
    let (here, middle) = threads::halve(threads, values.len());
    let (left, right) = values.split_at(middle);
    let (left, right) = threads::join(|| first_not_finite(left, here), || first_not_finite(right, threads - here));
    left.or(right)
}

/// The answers to some samples by as many threads as they are worth. Each has one run of `run` lanes, and takes `blocks` blocks at a time.
///
/// # Errors
///
/// If `ys` is not as long as `xs`, or a sample not as long as the network's input; nothing is written then.
pub(super) fn forward<T: Scalar, N: Layer<T>, X: Sample<T, N::Input>>(
    net: &N,
    lanes: &mut [T::Lanes],
    run: usize,
    blocks: usize,
    xs: &[X],
    ys: &mut [Output<N, T>],
) -> Result<(), BatchError> {
    super::check_batch::<T, N, X>(xs, ys)?;
    let threads = threads::worth(forward_work::<T, N>(xs.len())).min(lanes.len() / run);
    let lanes = &mut lanes[..threads * run];
    threads::enter(threads, || divide(net, lanes, threads, blocks, xs, ys));
    Ok(())
}

/// Halves samples and threads until there is one thread for each part. An answer does not depend on its neighbours.
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
