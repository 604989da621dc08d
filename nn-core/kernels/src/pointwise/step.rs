//! The step of the perceptron (Rosenblatt, 1958).
//!
//! - forward: `f(x) = 1 for x >= 0, else 0`
//! - backward: `dx = dy * f'(x)`, `f'(x) = 0`
//!
//! Its derivative is zero wherever it exists, and is zero here everywhere: a gradient that passes this layer vanishes, so
//! training by gradients leaves the layers before it as they are. The perceptron rule needs no gradient. NaN stays NaN.

use fearless_simd::prelude::*;

use super::{Formula, Function, Real};
use crate::number::Number;

/// `f(x) = 1 for x >= 0, else 0`
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step;

impl Step {
    /// The function.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "`new` stands beside those of layers with settings")]
    pub const fn new() -> Self {
        Self
    }

    /// The function at one value, in a constant.
    #[must_use]
    pub const fn at(self, x: f64) -> f64 {
        if x >= 0.0 {
            1.0
        } else if x < 0.0 {
            0.0
        } else {
            x
        }
    }
}

#[diagnostic::do_not_recommend]
impl Function for Step {
    const SMALL_SLOPES: bool = false;

    #[inline(always)]
    fn value<S: Simd, T: Number>(self, simd: S, x: T::Native<S>) -> T::Native<S> {
        let (zero, one) = (T::Native::<S>::splat(simd, T::ZERO), T::Native::<S>::splat(simd, T::ONE));
        let stepped = x.simd_ge(zero).select(one, zero);
        x.simd_eq(x).select(stepped, x)
    }

    #[inline(always)]
    fn slope<S: Simd, T: Number>(self, simd: S, _: T::Native<S>, _: T::Native<S>) -> T::Native<S> {
        T::Native::<S>::splat(simd, T::ZERO)
    }
}

impl Formula for Step {
    #[inline(always)]
    fn formula<R: Real>(self, x: R) -> R {
        if x >= R::from_f64(0.0) {
            R::from_f64(1.0)
        } else if x < R::from_f64(0.0) {
            R::from_f64(0.0)
        } else {
            x
        }
    }
}
