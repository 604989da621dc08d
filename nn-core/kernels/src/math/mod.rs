//! The transcendental functions behind the activations and losses, on whole SIMD vectors.
//!
//! Each `f32` function has its own file, with its formula, the interval and the error of its coefficients, and the
//! largest error found over all 2³² inputs. Read `exp` first, whose reduction all but the logarithm share. `single` and
//! `double` gather the functions into [`VectorMath`], the name by which layers call them.
//!
//! The `f32` functions have no branches and no tables. NaN gives NaN, and zeros and infinities give what they give in
//! the standard library. Errors are in ulp, units in the last place of the exact result, of which a subnormal result has
//! steps of 2⁻¹⁴⁹; the bounds hold with and without fused multiply-add. The `f64` functions serve gradient checks and go
//! through `libm`, one lane at a time.

mod double;
mod exp;
mod exp_m1;
mod ln;
mod normal_cdf;
mod polynomial;
mod sigmoid;
mod single;
mod softplus;
mod tanh;
#[cfg(test)]
mod tests;

use fearless_simd::{Simd, SimdFloatElement};

/// The transcendental functions of one scalar type, on native-width vectors and on single numbers.
pub trait VectorMath: SimdFloatElement {
    /// `eˣ`.
    fn exp<S: Simd>(simd: S, x: Self::Native<S>) -> Self::Native<S>;

    /// `eˣ − 1`, accurate near zero, as ELU needs it.
    fn exp_m1<S: Simd>(simd: S, x: Self::Native<S>) -> Self::Native<S>;

    /// The natural logarithm: −∞ at zero, NaN below.
    fn ln<S: Simd>(simd: S, x: Self::Native<S>) -> Self::Native<S>;

    /// The hyperbolic tangent.
    fn tanh<S: Simd>(simd: S, x: Self::Native<S>) -> Self::Native<S>;

    /// The logistic function `1 / (1 + e⁻ˣ)`.
    fn sigmoid<S: Simd>(simd: S, x: Self::Native<S>) -> Self::Native<S>;

    /// `ln(1 + eˣ)`, without overflow or cancellation.
    fn softplus<S: Simd>(simd: S, x: Self::Native<S>) -> Self::Native<S>;

    /// `Φ(x)`, the probability that a standard normal variable is at most `x`, as GELU needs it.
    fn normal_cdf<S: Simd>(simd: S, x: Self::Native<S>) -> Self::Native<S>;

    /// `eˣ` of one number.
    #[must_use]
    fn scalar_exp(self) -> Self;

    /// The natural logarithm of one number.
    #[must_use]
    fn scalar_ln(self) -> Self;

    /// The hyperbolic tangent of one number.
    #[must_use]
    fn scalar_tanh(self) -> Self;

    /// The square root of one number.
    #[must_use]
    fn scalar_sqrt(self) -> Self;

    /// One number to a whole power.
    #[must_use]
    fn scalar_powi(self, n: i32) -> Self;

    /// The sine of one number.
    #[must_use]
    fn scalar_sin(self) -> Self;

    /// The cosine of one number.
    #[must_use]
    fn scalar_cos(self) -> Self;
}
