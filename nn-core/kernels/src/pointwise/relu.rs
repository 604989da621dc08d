//! The rectified linear unit, PyTorch's `ReLU`.
//!
//! - forward: `f(x) = max(x, 0)`
//! - backward: `dx = dy * f'(x)`, `f'(x) = 1` for `x > 0`, else 0
//!
//! NaN stays NaN; the slope at 0 is 0, as PyTorch has it.

use fearless_simd::prelude::*;

use super::{Formula, Function, Real};
use crate::number::Number;

/// `f(x) = max(x, 0)`
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Relu;

impl Relu {
    /// The function.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "`new` stands beside those of layers with settings")]
    pub const fn new() -> Self {
        Self
    }

    /// The function at one value, in a constant.
    #[must_use]
    pub const fn at(self, x: f64) -> f64 {
        if x <= 0.0 { 0.0 } else { x }
    }
}

#[diagnostic::do_not_recommend]
impl Function for Relu {
    const SLOPE_FROM_OUTPUT: bool = true;
    const SMALL_SLOPES: bool = false;

    #[inline(always)]
    fn value<S: Simd, T: Number>(self, simd: S, x: T::Native<S>) -> T::Native<S> {
        let zero = T::Native::<S>::splat(simd, T::ZERO);
        x.simd_le(zero).select(zero, x)
    }

    #[inline(always)]
    fn slope<S: Simd, T: Number>(self, simd: S, x: T::Native<S>, _: T::Native<S>) -> T::Native<S> {
        let (zero, one) = (T::Native::<S>::splat(simd, T::ZERO), T::Native::<S>::splat(simd, T::ONE));
        x.simd_le(zero).select(zero, one)
    }
}

impl Formula for Relu {
    #[inline(always)]
    fn formula<R: Real>(self, x: R) -> R {
        if x <= R::from_f64(0.0) { R::from_f64(0.0) } else { x }
    }
}
