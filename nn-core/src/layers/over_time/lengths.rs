//! The vectors of samples that end early: lines are values of the samples of a block, each of as many steps as its length says.

use super::is_taken;
use crate::scalar::Scalar;

/// The values of one sample, feature by feature: the place in a step, and how many values a step has.
fn places<T: Scalar>(lengths: &[u32], size: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..size).map(|place| (place, lengths[place % T::LANES] as usize))
}

/// `y = x[length - 1]`
pub(super) fn last<T: Scalar>(lengths: &[u32], x: &[T], y: &mut [T]) {
    let size = y.len();
    for (place, length) in places::<T>(lengths, size) {
        y[place] = x[(length - 1) * size + place];
    }
}

pub(super) fn last_back<T: Scalar>(lengths: &[u32], dy: &[T], dx: &mut [T]) {
    dx.fill(T::ZERO);
    for (place, length) in places::<T>(lengths, dy.len()) {
        dx[(length - 1) * dy.len() + place] = dy[place];
    }
}

/// `y = Σ x[t] / length`
pub(super) fn mean<T: Scalar>(lengths: &[u32], x: &[T], y: &mut [T]) {
    let size = y.len();
    for (place, length) in places::<T>(lengths, size) {
        let sum = x[place..].iter().step_by(size).take(length).fold(T::ZERO, |sum, &x| sum + x);
        y[place] = sum * T::from_f64(1.0 / length as f64);
    }
}

pub(super) fn mean_back<T: Scalar>(lengths: &[u32], dy: &[T], dx: &mut [T]) {
    dx.fill(T::ZERO);
    for (place, length) in places::<T>(lengths, dy.len()) {
        let part = dy[place] * T::from_f64(1.0 / length as f64);
        dx[place..].iter_mut().step_by(dy.len()).take(length).for_each(|dx| *dx = part);
    }
}

/// `y = max x[t]`
pub(super) fn largest<T: Scalar>(lengths: &[u32], x: &[T], y: &mut [T]) {
    let size = y.len();
    for (place, length) in places::<T>(lengths, size) {
        let values = x[place..].iter().step_by(size).take(length).copied();
        // NaN is at most nothing, so it comes in, and nothing is above it.
        y[place] = values.reduce(|y, x| if x <= y || y.partial_cmp(&y).is_none() { y } else { x }).unwrap_or(T::ZERO);
    }
}

pub(super) fn largest_back<T: Scalar>(lengths: &[u32], x: &[T], y: &[T], dy: &[T], dx: &mut [T]) {
    let size = dy.len();
    dx.fill(T::ZERO);
    for (place, length) in places::<T>(lengths, size) {
        let mut steps = (0..length).map(|step| step * size + place);
        if let Some(at) = steps.find(|at| is_taken(x[*at], y[place])) {
            dx[at] = dy[place];
        }
    }
}
