//! The hyperbolic tangent, PyTorch's `Tanh`.
//!
//! - forward: `f(x) = tanh(x)`
//! - backward: `dx = dy * f'(x)`, `f'(x) = 1 - y²`

use fearless_simd::prelude::*;

use super::{Formula, Function, Real};
use crate::math::constant;
use crate::number::Number;

/// `f(x) = tanh(x)`
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tanh;

impl Tanh {
    /// The function.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "`new` stands beside those of layers with settings")]
    pub const fn new() -> Self {
        Self
    }

    /// The function at one value, in a constant.
    #[must_use]
    pub const fn at(self, x: f64) -> f64 {
        constant::tanh(x)
    }
}

#[diagnostic::do_not_recommend]
impl Function for Tanh {
    const SLOPE_FROM_OUTPUT: bool = true;

    #[inline(always)]
    fn value<S: Simd, T: Number>(self, simd: S, x: T::Native<S>) -> T::Native<S> {
        T::tanh(simd, x)
    }

    #[inline(always)]
    fn slope<S: Simd, T: Number>(self, simd: S, _: T::Native<S>, y: T::Native<S>) -> T::Native<S> {
        let one = T::Native::<S>::splat(simd, T::ONE);
        (one - y) * (one + y)
    }
}

impl Formula for Tanh {
    #[inline(always)]
    fn formula<R: Real>(self, x: R) -> R {
        x.tanh()
    }
}
