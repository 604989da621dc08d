//! The exponential linear unit (Clevert et al., 2016), PyTorch's `ELU`.
//!
//! - forward: `f(x) = x for x > 0, else alpha * (exp(x) - 1)`
//! - backward: `dx = dy * f'(x)`, `f'(x) = 1` for `x > 0`, else `y + alpha`

use fearless_simd::prelude::*;

use super::{Formula, Function, Real};
use crate::math::constant;
use crate::number::Number;

/// `f(x) = x for x > 0, else alpha * (exp(x) - 1)`
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Elu {
    alpha: f64,
}

impl Elu {
    /// The limit for negative values that PyTorch has by default.
    pub const ALPHA: f64 = 1.0;

    /// The function with the limit for very negative values, negated; PyTorch's default is 1.0.
    #[must_use]
    pub const fn new(alpha: f64) -> Self {
        Self { alpha }
    }

    /// The function at one value, in a constant.
    #[must_use]
    pub const fn at(self, x: f64) -> f64 {
        if x > 0.0 { x } else { constant::exp_m1(x) * self.alpha }
    }
}

#[diagnostic::do_not_recommend]
impl Function for Elu {
    #[inline(always)]
    fn value<S: Simd, T: Number>(self, simd: S, x: T::Native<S>) -> T::Native<S> {
        let zero = T::Native::<S>::splat(simd, T::ZERO);
        let bent = T::exp_m1(simd, x) * T::from_f64(self.alpha);
        x.simd_gt(zero).select(x, bent)
    }

    #[inline(always)]
    fn slope<S: Simd, T: Number>(self, simd: S, x: T::Native<S>, y: T::Native<S>) -> T::Native<S> {
        let (zero, one) = (T::Native::<S>::splat(simd, T::ZERO), T::Native::<S>::splat(simd, T::ONE));
        x.simd_gt(zero).select(one, y + T::from_f64(self.alpha))
    }
}

impl Formula for Elu {
    #[inline(always)]
    fn formula<R: Real>(self, x: R) -> R {
        if x > R::from_f64(0.0) { x } else { x.exp_m1() * R::from_f64(self.alpha) }
    }
}
