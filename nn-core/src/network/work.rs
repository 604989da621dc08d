//! What the passes over some samples cost, and how many threads that is worth.

use super::groups;
use crate::layer::Layer;
use crate::scalar::Scalar;
use crate::shape::Shape;
use crate::threads;

/// The multiply-adds of the answers to some samples, and one more for every value that goes in or out.
const fn forward_work<T: Scalar, N: Layer<T>>(samples: usize) -> usize {
    (N::MACS + <N::Input as Shape>::LEN + <N::Output as Shape>::LEN).saturating_mul(samples)
}

/// The same of their gradient: forward, back through the layers, and the parameters' own.
const fn gradient_work<T: Scalar, N: Layer<T>>(samples: usize) -> usize {
    forward_work::<T, N>(samples).saturating_mul(3)
}

/// How many threads are worth their while for the answers to some samples.
pub(crate) const fn forward_threads<T: Scalar, N: Layer<T>>(samples: usize) -> usize {
    threads::worth(forward_work::<T, N>(samples))
}

/// How many threads are worth their while for the gradient of a batch.
pub(crate) fn gradient_threads<T: Scalar, N: Layer<T>>(samples: usize) -> usize {
    threads::worth(gradient_work::<T, N>(samples)).min(groups::count_for::<T, N>(samples))
}
