//! [`VectorMath`] for `f64`: `libm`, one lane at a time.

use core::f64::consts::FRAC_1_SQRT_2;

use fearless_simd::{Simd, SimdBase};

use super::{Gates, VectorMath};

/// `f` of every lane.
#[inline(always)]
fn lanes<S: Simd>(mut x: S::f64s, f: impl Fn(f64) -> f64) -> S::f64s {
    for lane in x.as_mut_slice() {
        *lane = f(*lane);
    }
    x
}

/// `1 / (1 + e⁻ˣ)`; 0 below −709.8, where `e⁻ˣ` overflows.
#[inline(always)]
fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-x))
}

/// Below that the logistic function is subnormal.
const LOWEST: f64 = -708.39;

/// `ln(1 + eˣ)` as `max(x, 0) + ln(1 + e^−|x|)`.
#[inline(always)]
fn softplus(x: f64) -> f64 {
    x.max(0.0) + libm::log1p(libm::exp(-x.abs()))
}

/// `Φ(x)` through the complementary error function, which keeps the lower tail accurate.
#[inline(always)]
fn normal_cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-x * FRAC_1_SQRT_2)
}

impl VectorMath for f64 {
    #[inline(always)]
    fn exp<S: Simd>(_: S, x: S::f64s) -> S::f64s {
        lanes::<S>(x, libm::exp)
    }

    #[inline(always)]
    fn exp_m1<S: Simd>(_: S, x: S::f64s) -> S::f64s {
        lanes::<S>(x, libm::expm1)
    }

    #[inline(always)]
    fn ln<S: Simd>(_: S, x: S::f64s) -> S::f64s {
        lanes::<S>(x, libm::log)
    }

    #[inline(always)]
    fn tanh<S: Simd>(_: S, x: S::f64s) -> S::f64s {
        lanes::<S>(x, libm::tanh)
    }

    #[inline(always)]
    fn sigmoid<S: Simd>(_: S, x: S::f64s) -> S::f64s {
        lanes::<S>(x, sigmoid)
    }

    #[inline(always)]
    fn gate_parts<S: Simd>(simd: S, x: S::f64s, gates: Gates<S::f64s>) -> [S::f64s; 2] {
        [Self::gate(simd, x, gates), S::f64s::splat(simd, 1.0)]
    }

    #[inline(always)]
    fn gate<S: Simd>(_: S, mut x: S::f64s, gates: Gates<S::f64s>) -> S::f64s {
        for (lane, x) in x.as_mut_slice().iter_mut().enumerate() {
            let is_tanh = match gates {
                Gates::Sigmoid => false,
                Gates::Tanh => true,
                Gates::Each(tanh) => tanh[lane] > 0.5,
            };
            *x = if is_tanh { libm::tanh(*x) } else { sigmoid(if *x < LOWEST { LOWEST } else { *x }) };
        }
        x
    }

    #[inline(always)]
    fn softplus<S: Simd>(_: S, x: S::f64s) -> S::f64s {
        lanes::<S>(x, softplus)
    }

    #[inline(always)]
    fn normal_cdf<S: Simd>(_: S, x: S::f64s) -> S::f64s {
        lanes::<S>(x, normal_cdf)
    }

    #[inline(always)]
    fn scalar_exp(self) -> Self {
        libm::exp(self)
    }

    #[inline(always)]
    fn scalar_ln(self) -> Self {
        libm::log(self)
    }

    #[inline(always)]
    fn scalar_tanh(self) -> Self {
        libm::tanh(self)
    }

    #[inline(always)]
    fn scalar_sqrt(self) -> Self {
        libm::sqrt(self)
    }

    #[inline(always)]
    fn scalar_powi(self, n: i32) -> Self {
        libm::pow(self, n.into())
    }

    #[inline(always)]
    fn scalar_sin(self) -> Self {
        libm::sin(self)
    }

    #[inline(always)]
    fn scalar_cos(self) -> Self {
        libm::cos(self)
    }
}
