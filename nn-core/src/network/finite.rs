//! What is infinite or NaN, looked for by several threads.

use crate::scalar::{self, Scalar};
use crate::threads;

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
