//! A loss by reference is one, so that whoever takes a loss takes both.

use fearless_simd::Simd;

use super::{Loss, Reduction, TargetError};
use crate::layer::Pass;
use crate::optim::SettingError;
use crate::scalar::Scalar;
use crate::shape::Shape;

#[diagnostic::do_not_recommend]
impl<T: Scalar, Y: Shape, Target, L: Loss<T, Y, Target>> Loss<T, Y, Target> for &L {
    const HEEDS_ENDS: bool = L::HEEDS_ENDS;

    fn check_settings(&self) -> Result<(), SettingError> {
        (**self).check_settings()
    }

    fn reduction(&self) -> Reduction {
        (**self).reduction()
    }

    fn weight(&self, target: &Target) -> f64 {
        (**self).weight(target)
    }

    fn check(&self, target: &Target) -> Result<(), TargetError> {
        (**self).check(target)
    }

    fn check_until(&self, target: &Target, steps: usize) -> Result<(), TargetError> {
        (**self).check_until(target, steps)
    }

    #[inline(always)]
    fn sample_until<S: Simd>(&self, simd: S, steps: usize, y: &Y::Of<T>, target: &Target, dy: &mut Y::Of<T>) -> T {
        (**self).sample_until(simd, steps, y, target, dy)
    }

    #[inline(always)]
    fn sample<S: Simd>(&self, simd: S, y: &Y::Of<T>, target: &Target, dy: &mut Y::Of<T>) -> T {
        (**self).sample(simd, y, target, dy)
    }

    fn block(
        &self,
        pass: &Pass<'_>,
        y: &Y::Of<T::Lanes>,
        targets: &[&Target],
        scale: T,
        dy: &mut Y::Of<T::Lanes>,
        losses: &mut [T],
    ) {
        (**self).block(pass, y, targets, scale, dy, losses);
    }

    fn correct(&self, y: &Y::Of<T>, target: &Target) -> Option<bool> {
        (**self).correct(y, target)
    }

    fn value(&self, y: &Y::Of<T>, target: &Target) -> T {
        (**self).value(y, target)
    }

    fn correct_in_block(&self, y: &Y::Of<T::Lanes>, targets: &[&Target]) -> Option<usize> {
        (**self).correct_in_block(y, targets)
    }
}
