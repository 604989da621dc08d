//! A step divided between threads: each parameter is computed by itself, so the result is the same.

use crate::scalar::Scalar;
use crate::threads;

/// Hands a range of the parameters, with what belongs to it, to each of `threads` threads. All slices are as long as `p`.
pub(super) fn divide<T: Scalar, const RUNS: usize>(
    threads: usize,
    p: &mut [T],
    g: &[T],
    memory: [&mut [T]; RUNS],
    step: &(impl Fn(&mut [T], &[T], [&mut [T]; RUNS]) + Sync),
) {
    if threads <= 1 {
        return step(p, g, memory);
    }
    let (here, middle) = threads::halve(threads, p.len());
    let ((left_p, right_p), (left_g, right_g)) = (p.split_at_mut(middle), g.split_at(middle));
    let (mut left, mut right) = ([const { None }; RUNS], [const { None }; RUNS]);
    for (run, halves) in memory.into_iter().zip(left.iter_mut().zip(&mut right)) {
        let (left, right) = run.split_at_mut(middle);
        (*halves.0, *halves.1) = (Some(left), Some(right));
    }
    let all = |runs: [Option<_>; RUNS]| runs.map(Option::unwrap_or_default);
    threads::join(
        || divide(here, left_p, left_g, all(left), step),
        || divide(threads - here, right_p, right_g, all(right), step),
    );
}
