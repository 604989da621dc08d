//! Where every lane is largest.

use crate::number::Number;

/// Writes to `places` where each lane has its largest value: the first of equals, and the first NaN if there is one.
pub fn argmax<T: Number>(y: &[T], places: &mut [usize]) {
    let (first, others) = y.split_at(T::LANES);
    let mut best = [T::ZERO; 16];
    best[..T::LANES].copy_from_slice(first);
    places.fill(0);
    for (place, lanes) in (1..).zip(others.chunks_exact(T::LANES)) {
        for ((&value, best), at) in lanes.iter().zip(&mut best).zip(&mut *places) {
            let better = value > *best || (value.to_f64().is_nan() && !best.to_f64().is_nan());
            *best = if better { value } else { *best };
            *at = if better { place } else { *at };
        }
    }
}
