//! [`VectorMath`] for `f32`.

use fearless_simd::Simd;

use super::{Gates, VectorMath, exp, exp_m1, gate, ln, normal_cdf, sigmoid, softplus, tanh};

impl VectorMath for f32 {
    #[inline(always)]
    fn exp<S: Simd>(simd: S, x: S::f32s) -> S::f32s {
        exp::exp(simd, x)
    }

    #[inline(always)]
    fn exp_m1<S: Simd>(simd: S, x: S::f32s) -> S::f32s {
        exp_m1::exp_m1(simd, x)
    }

    #[inline(always)]
    fn ln<S: Simd>(simd: S, x: S::f32s) -> S::f32s {
        ln::ln(simd, x)
    }

    #[inline(always)]
    fn tanh<S: Simd>(simd: S, x: S::f32s) -> S::f32s {
        tanh::tanh(simd, x)
    }

    #[inline(always)]
    fn sigmoid<S: Simd>(simd: S, x: S::f32s) -> S::f32s {
        sigmoid::sigmoid(simd, x)
    }

    #[inline(always)]
    fn gate_parts<S: Simd>(simd: S, x: S::f32s, gates: Gates<S::f32s>) -> [S::f32s; 2] {
        gate::parts(simd, x, gates)
    }

    #[inline(always)]
    fn gate<S: Simd>(simd: S, x: S::f32s, gates: Gates<S::f32s>) -> S::f32s {
        gate::gate(simd, x, gates)
    }

    #[inline(always)]
    fn softplus<S: Simd>(simd: S, x: S::f32s) -> S::f32s {
        softplus::softplus(simd, x)
    }

    #[inline(always)]
    fn normal_cdf<S: Simd>(simd: S, x: S::f32s) -> S::f32s {
        normal_cdf::normal_cdf(simd, x)
    }

    #[inline(always)]
    fn scalar_exp(self) -> Self {
        libm::expf(self)
    }

    #[inline(always)]
    fn scalar_ln(self) -> Self {
        libm::logf(self)
    }

    #[inline(always)]
    fn scalar_tanh(self) -> Self {
        libm::tanhf(self)
    }

    #[inline(always)]
    fn scalar_sqrt(self) -> Self {
        libm::sqrtf(self)
    }

    // Through `f64`, where every exponent is exact.
    #[inline(always)]
    #[expect(clippy::cast_possible_truncation, reason = "the power is rounded to `f32` once, at the end")]
    fn scalar_powi(self, n: i32) -> Self {
        libm::pow(self.into(), n.into()) as f32
    }

    #[inline(always)]
    fn scalar_sin(self) -> Self {
        libm::sinf(self)
    }

    #[inline(always)]
    fn scalar_cos(self) -> Self {
        libm::cosf(self)
    }
}
