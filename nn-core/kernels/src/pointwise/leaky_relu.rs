//! The leaky rectified linear unit (Maas et al., 2013), PyTorch's `LeakyReLU`.
//!
//! - forward: `f(x) = x for x > 0, else slope * x`
//! - backward: `dx = dy * f'(x)`, `f'(x) = 1` for `x > 0`, else `slope`

use fearless_simd::prelude::*;

use super::{Formula, Function, Real};
use crate::number::Number;

/// `f(x) = x for x > 0, else slope * x`
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LeakyRelu {
    slope: f64,
}

impl LeakyRelu {
    /// The slope for negative values that PyTorch has by default.
    pub const SLOPE: f64 = 0.01;

    /// The function with the slope for negative values; PyTorch's default is 0.01.
    #[must_use]
    pub const fn new(slope: f64) -> Self {
        Self { slope }
    }

    /// The function at one value, in a constant.
    #[must_use]
    pub const fn at(self, x: f64) -> f64 {
        if x > 0.0 { x } else { x * self.slope }
    }
}

#[diagnostic::do_not_recommend]
impl Function for LeakyRelu {
    #[inline(always)]
    fn value<S: Simd, T: Number>(self, simd: S, x: T::Native<S>) -> T::Native<S> {
        let zero = T::Native::<S>::splat(simd, T::ZERO);
        x.simd_gt(zero).select(x, x * T::from_f64(self.slope))
    }

    #[inline(always)]
    fn slope<S: Simd, T: Number>(self, simd: S, x: T::Native<S>, _: T::Native<S>) -> T::Native<S> {
        let (zero, one) = (T::Native::<S>::splat(simd, T::ZERO), T::Native::<S>::splat(simd, T::ONE));
        x.simd_gt(zero).select(one, T::Native::<S>::splat(simd, T::from_f64(self.slope)))
    }
}

impl Formula for LeakyRelu {
    #[inline(always)]
    fn formula<R: Real>(self, x: R) -> R {
        if x > R::from_f64(0.0) { x } else { x * R::from_f64(self.slope) }
    }
}
