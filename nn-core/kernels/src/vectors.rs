//! Products, multiples and limits of runs of values, for norms and directions.
//!
//! A sum has so many parts, and adds them up in such an order, as its length says, so that it is the same with every instruction set.

use fearless_simd::{Level, Simd, SimdBase};

use super::math::{VectorMath, product};
use crate::number::Number;

kernels! {
    /// Runs of numbers.
    trait VectorKernels

    /// Writes zero to all values.
    fn zero(values: &mut [Self]) {
        values.fill(0.0);
    }

    /// `sum += values`.
    fn accumulate(level: Level, sum: &mut [Self], values: &[Self]) {
        dispatch!(plain Self: level, simd => crate::step::accumulate::<_, Self>(simd, sum, values));
    }

    /// Whether no value is infinite or NaN.
    fn all_finite(level: Level, values: &[Self]) -> bool {
        dispatch!(plain Self: level, simd => crate::finite::all_finite::<_, Self>(simd, values))
    }

    /// `a · b` in double precision.
    fn dot(level: Level, a: &[Self], b: &[Self]) -> f64 {
        dispatch!(plain Self: level, simd => dot::<_, Self>(simd, a, b))
    }

    /// `y += factor * x`
    fn add_multiple(level: Level, y: &mut [Self], factor: Self, x: &[Self]) {
        dispatch!(plain Self: level, simd => add_multiple::<_, Self>(simd, y, factor, x));
    }

    /// `x = factor * x`
    fn scale(level: Level, x: &mut [Self], factor: Self) {
        dispatch!(plain Self: level, simd => scale::<_, Self>(simd, x, factor));
    }

    /// Multiplies blocks by a factor for each lane, [`Number::LANES`] of them; what would be subnormal becomes zero.
    fn weigh(level: Level, factors: &[Self], blocks: &mut [Self]) {
        dispatch!(plain Self: level, simd => weigh::<_, Self>(simd, factors, blocks));
    }

    /// Brings every value into `[-most, most]`.
    fn limit(level: Level, x: &mut [Self], most: Self) {
        dispatch!(plain Self: level, simd => limit::<_, Self>(simd, x, most));
    }

    /// Scales the rows of a matrix that lies column by column down to a norm of at most `max`.
    fn limit_rows(level: Level, w: &mut [Self], rows: usize, max: f64) {
        dispatch!(plain Self: level, simd => limit_rows::<_, Self>(simd, w, rows, max));
    }

    /// `y = a * b`, value by value.
    fn multiply(level: Level, a: &[Self], b: &[Self], y: &mut [Self]) {
        dispatch!(plain Self: level, simd => crate::noise::product::<_, Self>(simd, a, b, y));
    }
}

/// The partial sums of a scalar product: enough that no addition waits for the one before it.
const SUMS: usize = 32;

/// Rows of a matrix that are measured side by side: a cache line of `f32`.
const ROWS: usize = 16;

/// `a · b` in double precision, where the products of two `f32` are exact and none of their squares overflows; both are of one
/// length.
#[inline(always)]
pub fn dot<S: Simd, T: Number>(_: S, a: &[T], b: &[T]) -> f64 {
    let b = &b[..a.len()];
    let mut sums = [0.0; SUMS];
    let whole = a.len() / SUMS * SUMS;
    for start in (0..whole).step_by(SUMS) {
        let (a, b) = (&a[start..start + SUMS], &b[start..start + SUMS]);
        for i in 0..SUMS {
            sums[i] += a[i].to_f64() * b[i].to_f64();
        }
    }
    for i in 0..a.len() - whole {
        sums[i] += a[whole + i].to_f64() * b[whole + i].to_f64();
    }
    let mut half = SUMS / 2;
    while half > 0 {
        for i in 0..half {
            sums[i] += sums[i + half];
        }
        half /= 2;
    }
    sums[0]
}

/// `y += factor * x`; both are of one length.
#[inline(always)]
pub fn add_multiple<S: Simd, T: Number>(_: S, y: &mut [T], factor: T, x: &[T]) {
    for (y, x) in y.iter_mut().zip(x) {
        *y += factor * *x;
    }
}

/// `x = factor * x`
#[inline(always)]
pub fn scale<S: Simd, T: Number>(_: S, x: &mut [T], factor: T) {
    for x in x {
        *x *= factor;
    }
}

/// Multiplies blocks by a factor for each lane.
#[inline(always)]
pub fn weigh<S: Simd, T: Number>(simd: S, factors: &[T], blocks: &mut [T]) {
    let len = T::Native::<S>::LEN;
    for lanes in blocks.chunks_exact_mut(T::LANES) {
        for (values, factors) in lanes.chunks_exact_mut(len).zip(factors.chunks_exact(len)) {
            let (x, factor) = (T::Native::<S>::from_slice(simd, values), T::Native::<S>::from_slice(simd, factors));
            product::<S, T>(simd, x, factor).store_slice(values);
        }
    }
}

/// Brings every value into `[-most, most]`; NaN stays NaN.
#[inline(always)]
pub fn limit<S: Simd, T: Number>(_: S, x: &mut [T], most: T) {
    let below = T::ZERO - most;
    for x in x {
        let capped = if *x > most { most } else { *x };
        *x = if capped < below { below } else { capped };
    }
}

/// Scales the rows of a matrix of `rows` rows, which lies column by column, down to a Euclidean norm of `max`, those that have a
/// larger one.
#[inline(always)]
pub fn limit_rows<S: Simd, T: Number>(_: S, w: &mut [T], rows: usize, max: f64) {
    for first in (0..rows).step_by(ROWS) {
        let tile = first..rows.min(first + ROWS);
        let (mut sums, mut factors) = ([0.0; ROWS], [T::ONE; ROWS]);
        for column in w.chunks_exact(rows) {
            for (sum, w) in sums.iter_mut().zip(&column[tile.clone()]) {
                *sum += w.to_f64() * w.to_f64();
            }
        }
        let mut within = true;
        for (factor, sum) in factors.iter_mut().zip(sums) {
            let norm = sum.scalar_sqrt();
            if norm > max {
                (*factor, within) = (T::from_f64(max / norm), false);
            }
        }
        if within {
            continue;
        }
        for column in w.chunks_exact_mut(rows) {
            for (w, factor) in column[tile.clone()].iter_mut().zip(factors) {
                *w *= factor;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::float_cmp, reason = "products and limits of small whole numbers are exact")]

    use super::*;
    use crate::level;
    use crate::levels;
    use crate::testing::Rng;
    use std::vec::Vec;

    /// Rounding of a few hundred additions in double precision, relative to the sum of the absolute values.
    const ROUNDING: f64 = 1e-14;

    fn draw<T: VectorKernels>(rng: &mut Rng, count: usize) -> Vec<T> {
        (0..count).map(|_| T::from_f64(rng.normal())).collect()
    }

    fn check_dot<T: VectorKernels>() {
        let mut rng = Rng::new(5);
        for len in 0..150 {
            let (a, b) = (draw::<T>(&mut rng, len), draw::<T>(&mut rng, len));
            let found = T::dot(level(), &a, &b);
            let products = a.iter().zip(&b).map(|(a, b)| a.to_f64() * b.to_f64());
            let (sum, size) = products.fold((0.0, 0.0), |(sum, size), product| (sum + product, size + product.abs()));
            assert!((found - sum).abs() <= ROUNDING * size, "{found} is not {sum}");
            for level in levels() {
                assert_eq!(T::dot(level, &a, &b).to_bits(), found.to_bits(), "{level:?}, {len} values");
            }
        }
    }

    #[test]
    fn a_product_is_the_same_at_every_level() {
        check_dot::<f32>();
        check_dot::<f64>();
        let square = f64::from(1e30_f32) * f64::from(1e30_f32);
        assert_eq!(f32::dot(level(), &[1e30; 2], &[1e30; 2]), 2.0 * square);
    }

    #[test]
    fn multiples_and_limits_reach_every_value() {
        for level in levels() {
            for len in 0..70_u8 {
                let x: Vec<f32> = (0..len).map(|i| f32::from(i) - 30.0).collect();
                let (mut sum, mut scaled, mut clamped) = (x.clone(), x.clone(), x.clone());
                f32::add_multiple(level, &mut sum, 0.5, &x);
                f32::scale(level, &mut scaled, 0.25);
                f32::limit(level, &mut clamped, 3.5);
                for (i, x) in x.iter().enumerate() {
                    assert_eq!([sum[i], scaled[i], clamped[i]], [1.5 * x, 0.25 * x, x.clamp(-3.5, 3.5)]);
                }
            }
            let mut odd = [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, -0.0];
            f32::limit(level, &mut odd, 2.0);
            assert!(odd[0].is_nan() && odd[1..] == [2.0, -2.0, 0.0]);
        }
    }

    #[test]
    fn lanes_are_weighed_and_nothing_is_subnormal() {
        let factors: [f32; 16] = core::array::from_fn(|lane| if lane == 3 { 1e-38 } else { lane as f32 });
        for level in levels() {
            let mut blocks = [0.5; 48];
            (blocks[17], blocks[18]) = (f32::NAN, f32::INFINITY);
            f32::weigh(level, &factors, &mut blocks);
            for (i, found) in blocks.iter().enumerate() {
                match i {
                    17 => assert!(found.is_nan()),
                    18 => assert_eq!(*found, f32::INFINITY),
                    _ => assert_eq!(*found, if i % 16 == 3 { 0.0 } else { 0.5 * factors[i % 16] }),
                }
            }
        }
    }

    #[test]
    fn rows_are_limited_one_by_one() {
        let mut rng = Rng::new(6);
        for (rows, columns) in [(1, 1), (3, 5), (16, 4), (17, 9), (40, 1), (5, 0)] {
            let w = draw::<f32>(&mut rng, rows * columns);
            let norm = |w: &[f32], row: usize| -> f64 {
                (0..columns).map(|column| f64::from(w[column * rows + row]).powi(2)).sum::<f64>().sqrt()
            };
            let limited = |level| {
                let mut limited = w.clone();
                f32::limit_rows(level, &mut limited, rows, 1.0);
                limited
            };
            let expected = limited(level());
            for level in levels() {
                assert_eq!(limited(level), expected, "{level:?}");
            }
            for row in 0..rows {
                let (before, after) = (norm(&w, row), norm(&expected, row));
                assert!((after - before.min(1.0)).abs() < 1e-6, "{before} became {after}");
                if before <= 1.0 {
                    assert!((0..columns).all(|c| expected[c * rows + row].to_bits() == w[c * rows + row].to_bits()));
                }
            }
        }
    }
}
