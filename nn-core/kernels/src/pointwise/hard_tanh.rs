//! The piecewise linear tanh, PyTorch's `Hardtanh`.
//!
//! - forward: `f(x) = clamp(x, -1, 1)`
//! - backward: `dx = dy * f'(x)`, `f'(x) = 1` for `-1 < x < 1`, else 0

use fearless_simd::prelude::*;

use super::{Formula, Function, Real};
use crate::number::Number;

/// `f(x) = clamp(x, -1, 1)`
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HardTanh;

impl HardTanh {
    /// The function.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "`new` stands beside those of layers with settings")]
    pub const fn new() -> Self {
        Self
    }

    /// The function at one value, in a constant.
    #[must_use]
    pub const fn at(self, x: f64) -> f64 {
        if x < -1.0 {
            -1.0
        } else if x > 1.0 {
            1.0
        } else {
            x
        }
    }
}

#[diagnostic::do_not_recommend]
impl Function for HardTanh {
    const SMALL_SLOPES: bool = false;

    #[inline(always)]
    fn value<S: Simd, T: Number>(self, simd: S, x: T::Native<S>) -> T::Native<S> {
        let one = T::Native::<S>::splat(simd, T::ONE);
        let floored = x.simd_lt(-one).select(-one, x);
        floored.simd_gt(one).select(one, floored)
    }

    #[inline(always)]
    fn slope<S: Simd, T: Number>(self, simd: S, x: T::Native<S>, _: T::Native<S>) -> T::Native<S> {
        let (zero, one) = (T::Native::<S>::splat(simd, T::ZERO), T::Native::<S>::splat(simd, T::ONE));
        x.abs().simd_lt(one).select(one, zero)
    }
}

impl Formula for HardTanh {
    #[inline(always)]
    fn formula<R: Real>(self, x: R) -> R {
        x.limited(-1.0, 1.0)
    }
}
