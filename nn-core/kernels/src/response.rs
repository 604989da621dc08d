//! Normalisation over neighbouring channels of an image, place by place.
//!
//! The values of a channel lie side by side, be they places of one sample or of the samples of a block: vectors run along them.

use core::ops::Range;

use fearless_simd::{Level, Simd, SimdBase, SimdFloat};

use crate::math::VectorMath;
use crate::number::Number;
use crate::part::{load_part, store_part};

kernels! {
    /// Normalisation over neighbouring channels.
    trait ResponseKernels

    /// `y_c = x_c s_c^-beta` with `s_c = k + alpha / size Σ x_j²` over the channels `j` around `c`.
    fn local_response_norm(level: Level, response: Response, x: &[Self], y: &mut [Self]) {
        dispatch!(plain Self: level, simd => forward::<_, Self>(simd, response, x, y));
    }

    /// Its derivative. `scratch` is as long as `x`.
    fn local_response_norm_dx(
        level: Level, response: Response, x: &[Self], dy: &[Self], dx: &mut [Self], scratch: &mut [Self],
    ) {
        dispatch!(plain Self: level, simd => backward::<_, Self>(simd, response, x, dy, dx, scratch));
    }
}

/// How channels are normalised, and how many there are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Response {
    /// Channels of the image.
    pub channels: usize,
    /// Channels that are summed.
    pub size: usize,
    /// The factor of their mean square.
    pub alpha: f64,
    /// The exponent.
    pub beta: f64,
    /// What is added.
    pub k: f64,
}

impl Response {
    /// The channels around `channel`: half of them before it, and one more of an even number.
    fn around(self, channel: usize) -> Range<usize> {
        channel.saturating_sub(self.size / 2)..(channel + self.size.div_ceil(2)).min(self.channels)
    }

    /// The channels that have `channel` around them.
    fn reached(self, channel: usize) -> Range<usize> {
        (channel + 1).saturating_sub(self.size.div_ceil(2))..(channel + self.size / 2 + 1).min(self.channels)
    }
}

/// `values` from `at` on, as many as a vector holds; behind their end zeros.
#[inline(always)]
fn load<S: Simd, T: Number>(simd: S, values: &[T], at: usize) -> T::Native<S> {
    let values = &values[at..];
    let len = T::Native::<S>::LEN;
    if values.len() >= len {
        T::Native::<S>::from_slice(simd, &values[..len])
    } else {
        load_part(simd, values, T::ZERO)
    }
}

/// Writes as many lanes as there is room for.
#[inline(always)]
fn store<S: Simd, T: Number>(vector: T::Native<S>, values: &mut [T], at: usize) {
    let values = &mut values[at..];
    let len = T::Native::<S>::LEN;
    if values.len() >= len { vector.store_slice(&mut values[..len]) } else { store_part::<S, T, _>(vector, values) }
}

/// `s_c` of the vector at `at`.
#[inline(always)]
fn level<S: Simd, T: Number>(simd: S, response: Response, x: &[T], channel: usize, at: usize) -> T::Native<S> {
    let plane = x.len() / response.channels;
    let mut square = T::Native::<S>::splat(simd, T::ZERO);
    for j in response.around(channel) {
        let x = load(simd, &x[j * plane..][..plane], at);
        square = x.mul_add(x, square);
    }
    let factor = T::Native::<S>::splat(simd, T::from_f64(response.alpha / response.size as f64));
    square.mul_add(factor, T::Native::<S>::splat(simd, T::from_f64(response.k)))
}

/// `s^-beta`
#[inline(always)]
fn power<S: Simd, T: Number>(simd: S, s: T::Native<S>, beta: f64) -> T::Native<S> {
    <T as VectorMath>::exp(simd, <T as VectorMath>::ln(simd, s) * T::Native::<S>::splat(simd, T::from_f64(-beta)))
}

#[inline(always)]
fn forward<S: Simd, T: Number>(simd: S, response: Response, x: &[T], y: &mut [T]) {
    let plane = x.len() / response.channels;
    for channel in 0..response.channels {
        let range = channel * plane..(channel + 1) * plane;
        for at in (0..plane).step_by(T::Native::<S>::LEN) {
            let s = level(simd, response, x, channel, at);
            let value = load(simd, &x[range.clone()], at) * power::<S, T>(simd, s, response.beta);
            store::<S, T>(value, &mut y[range.clone()], at);
        }
    }
}

/// `dx_c = dy_c s_c^-beta - 2 alpha beta / size x_c Σ dy_j x_j s_j^(-beta - 1)` over the channels `j` that have `c` around them.
#[inline(always)]
fn backward<S: Simd, T: Number>(simd: S, response: Response, x: &[T], dy: &[T], dx: &mut [T], scratch: &mut [T]) {
    let plane = x.len() / response.channels;
    let planes = |channel: usize| channel * plane..(channel + 1) * plane;
    for channel in 0..response.channels {
        let range = planes(channel);
        for at in (0..plane).step_by(T::Native::<S>::LEN) {
            let s = level(simd, response, x, channel, at);
            let direct = load(simd, &dy[range.clone()], at) * power::<S, T>(simd, s, response.beta);
            store::<S, T>(direct, &mut dx[range.clone()], at);
            store::<S, T>(direct * load(simd, &x[range.clone()], at) / s, &mut scratch[range.clone()], at);
        }
    }
    let factor = -2.0 * response.alpha * response.beta / response.size as f64;
    let factor = T::Native::<S>::splat(simd, T::from_f64(factor));
    for channel in 0..response.channels {
        let range = planes(channel);
        for at in (0..plane).step_by(T::Native::<S>::LEN) {
            let mut sum = T::Native::<S>::splat(simd, T::ZERO);
            for j in response.reached(channel) {
                sum += load(simd, &scratch[planes(j)], at);
            }
            let direct = load(simd, &dx[range.clone()], at);
            let value = (load(simd, &x[range.clone()], at) * factor).mul_add(sum, direct);
            store::<S, T>(value, &mut dx[range.clone()], at);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::vec;
    use std::vec::Vec;

    use super::*;
    use crate::levels;
    use crate::testing::Rng;

    /// A logarithm and an exponential beside those of the standard library.
    const F32: f64 = 1e-5;
    /// The same in `f64`.
    const F64: f64 = 1e-12;

    fn check<T: ResponseKernels>() {
        let mut rng = Rng::new(1);
        let tolerance = if size_of::<T>() == 4 { F32 } else { F64 };
        for (channels, size, plane) in [(1, 1, 1), (4, 2, 5), (7, 5, 19), (3, 9, 33), (6, 3, 16)] {
            let response = Response { channels, size, alpha: 0.3, beta: 0.75, k: 2.0 };
            let mut draw = || -> Vec<T> { (0..channels * plane).map(|_| T::from_f64(rng.normal())).collect() };
            let (x, dy) = (draw(), draw());
            let at = |values: &[T], channel: usize, place: usize| values[channel * plane + place].to_f64();
            let around = |c: usize, j: usize| j + size / 2 >= c && j < c + size.div_ceil(2);
            let s = |c: usize, place: usize| {
                let squares = (0..channels).filter(|j| around(c, *j)).map(|j| at(&x, j, place).powi(2));
                2.0 + 0.3 / size as f64 * squares.sum::<f64>()
            };
            for level in levels() {
                let nan = T::from_f64(f64::NAN);
                let mut found = [vec![nan; x.len()], vec![nan; x.len()], vec![nan; x.len()]];
                let [y, dx, scratch] = &mut found;
                T::local_response_norm(level, response, &x, y);
                T::local_response_norm_dx(level, response, &x, &dy, dx, scratch);
                for c in 0..channels {
                    for place in 0..plane {
                        let expected = at(&x, c, place) * s(c, place).powf(-0.75);
                        assert!((at(y, c, place) - expected).abs() < tolerance, "{level:?} {response:?}");
                        let others: f64 = (0..channels)
                            .filter(|j| around(*j, c))
                            .map(|j| at(&dy, j, place) * at(&x, j, place) * s(j, place).powf(-1.75))
                            .sum();
                        let slope = at(&dy, c, place) * s(c, place).powf(-0.75)
                            - 2.0 * 0.3 * 0.75 / size as f64 * at(&x, c, place) * others;
                        assert!((at(dx, c, place) - slope).abs() < tolerance, "{level:?} {response:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_response_is_its_formula() {
        check::<f32>();
        check::<f64>();
    }
}
