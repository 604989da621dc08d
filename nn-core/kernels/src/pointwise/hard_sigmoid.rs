//! The piecewise linear sigmoid, PyTorch's `Hardsigmoid` (Keras before 3.0 had slope 0.2).
//!
//! - forward: `f(x) = clamp(x / 6 + 1/2, 0, 1)`
//! - backward: `dx = dy * f'(x)`, `f'(x) = 1/6` for `-3 < x < 3`, else 0

use fearless_simd::prelude::*;

use super::{Formula, Function, Real};
use crate::number::Number;

/// `f(x) = clamp(x / 6 + 1/2, 0, 1)`
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HardSigmoid;

impl HardSigmoid {
    /// The function.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "`new` stands beside those of layers with settings")]
    pub const fn new() -> Self {
        Self
    }

    /// The function at one value, in a constant.
    #[must_use]
    pub const fn at(self, x: f64) -> f64 {
        let line = x / 6.0 + 0.5;
        if line < 0.0 {
            0.0
        } else if line > 1.0 {
            1.0
        } else {
            line
        }
    }
}

#[diagnostic::do_not_recommend]
impl Function for HardSigmoid {
    #[inline(always)]
    fn value<S: Simd, T: Number>(self, simd: S, x: T::Native<S>) -> T::Native<S> {
        let (zero, one) = (T::Native::<S>::splat(simd, T::ZERO), T::Native::<S>::splat(simd, T::ONE));
        // Not fused, so that the instructions at hand change no bit.
        let line = x * T::from_f64(1.0 / 6.0) + T::from_f64(0.5);
        let floored = line.simd_lt(zero).select(zero, line);
        floored.simd_gt(one).select(one, floored)
    }

    #[inline(always)]
    fn slope<S: Simd, T: Number>(self, simd: S, x: T::Native<S>, _: T::Native<S>) -> T::Native<S> {
        let zero = T::Native::<S>::splat(simd, T::ZERO);
        let slope = x.abs().simd_lt(T::Native::<S>::splat(simd, T::from_f64(3.0)));
        slope.select(T::Native::<S>::splat(simd, T::from_f64(1.0 / 6.0)), zero)
    }
}

impl Formula for HardSigmoid {
    #[inline(always)]
    fn formula<R: Real>(self, x: R) -> R {
        (x / R::from_f64(6.0) + R::from_f64(0.5)).limited(0.0, 1.0)
    }
}
