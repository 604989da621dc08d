//! The search for numbers that are infinite or NaN.

use fearless_simd::{Simd, SimdBase, SimdFloat};

use crate::number::Number;

/// Whether no value is infinite or NaN: only then is zero times each of them zero, and the sum of that too.
#[inline(always)]
pub fn all_finite<S: Simd, T: Number>(simd: S, values: &[T]) -> bool {
    let len = T::Native::<S>::LEN;
    let zero = T::Native::<S>::splat(simd, T::ZERO);
    let mut sums = [zero; 4];
    let mut runs = values.chunks_exact(4 * len);
    for run in &mut runs {
        for (sum, vector) in sums.iter_mut().zip(run.chunks_exact(len)) {
            *sum = T::Native::<S>::from_slice(simd, vector).mul_add(zero, *sum);
        }
    }
    let mut sum = ((sums[0] + sums[1]) + (sums[2] + sums[3])).reduce_sum();
    for value in runs.remainder() {
        sum += *value * T::ZERO;
    }
    sum == T::ZERO
}

#[cfg(test)]
mod tests {
    use crate::levels;
    use crate::vectors::VectorKernels;
    use std::vec;

    fn finds<T: VectorKernels>(bad: &[T], good: &[T]) {
        for level in levels() {
            for len in 0..150 {
                for value in good {
                    assert!(T::all_finite(level, &vec![*value; len]), "{level:?}, {len} times {value}");
                }
                for place in 0..len {
                    for value in bad {
                        let mut values = vec![T::ONE; len];
                        values[place] = *value;
                        assert!(!T::all_finite(level, &values), "{level:?}, {value} at {place} of {len}");
                    }
                }
            }
        }
    }

    #[test]
    fn every_place_is_looked_at() {
        finds(&[f32::NAN, f32::INFINITY, f32::NEG_INFINITY], &[f32::MAX, f32::MIN, 1e-45, -0.0]);
        finds(&[f64::NAN, f64::INFINITY, f64::NEG_INFINITY], &[f64::MAX, f64::MIN, 5e-324, -0.0]);
    }
}
