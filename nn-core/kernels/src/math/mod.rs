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

pub mod constant;
mod double;
mod exp;
mod exp_m1;
mod gate;
mod ln;
mod normal_cdf;
mod polynomial;
mod sigmoid;
mod single;
mod softplus;
mod tanh;
#[cfg(test)]
mod tests;

pub use gate::Gates;

use fearless_simd::{Select, Simd, SimdBase, SimdFloat, SimdFloatElement};

use crate::number::Number;

/// `a b` as a multiple of the last digit of [`Number::BASE`].
#[inline(always)]
pub(crate) fn product<S: Simd, T: Number>(simd: S, a: T::Native<S>, b: T::Native<S>) -> T::Native<S> {
    let base = T::Native::<S>::splat(simd, T::BASE);
    a.mul_add(b, base) - base
}

/// What `function` makes of `x`, and zero below `lowest`, where it is not asked: its last steps would be on subnormal numbers.
#[inline(always)]
pub(crate) fn zero_below<S: Simd, T: Number>(
    simd: S,
    lowest: T,
    x: T::Native<S>,
    function: impl FnOnce(T::Native<S>) -> T::Native<S>,
) -> T::Native<S> {
    let lowest = T::Native::<S>::splat(simd, lowest);
    let below = x.simd_lt(lowest);
    below.select(T::Native::<S>::splat(simd, T::ZERO), function(below.select(lowest, x)))
}

/// `eˣ`, and zero where that is subnormal.
#[inline(always)]
pub(crate) fn exp_or_zero<S: Simd, T: Number>(simd: S, x: T::Native<S>) -> T::Native<S> {
    zero_below::<S, T>(
        simd,
        T::LN_MIN_POSITIVE,
        x,
        #[inline(always)]
        |x| T::exp(simd, x),
    )
}

/// `1 / (1 + e⁻ˣ)`, and zero where that is subnormal.
#[inline(always)]
pub(crate) fn sigmoid_or_zero<S: Simd, T: Number>(simd: S, x: T::Native<S>) -> T::Native<S> {
    zero_below::<S, T>(
        simd,
        T::LN_MIN_POSITIVE,
        x,
        #[inline(always)]
        |x| T::sigmoid(simd, x),
    )
}

/// `ln(1 + eˣ)`, and zero where that is subnormal.
#[inline(always)]
pub(crate) fn softplus_or_zero<S: Simd, T: Number>(simd: S, x: T::Native<S>) -> T::Native<S> {
    zero_below::<S, T>(
        simd,
        T::LN_MIN_POSITIVE + T::ONE,
        x,
        #[inline(always)]
        |x| T::softplus(simd, x),
    )
}

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

    /// The logistic function or the hyperbolic tangent. The logistic function stays above what is subnormal.
    fn gate<S: Simd>(simd: S, x: Self::Native<S>, gates: Gates<Self::Native<S>>) -> Self::Native<S>;
    /// Two numbers of which it is the quotient.
    fn gate_parts<S: Simd>(simd: S, x: Self::Native<S>, gates: Gates<Self::Native<S>>) -> [Self::Native<S>; 2];

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
