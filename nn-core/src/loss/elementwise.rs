//! Losses that are a sum over the outputs of one function of an output and its target.

use fearless_simd::{Level, Simd, SimdBase};

use super::values::{ValueLoss, Values};
use super::{Reduction, TargetError, target};
use crate::kernels::level;
use crate::kernels::loss::Comparison;
use crate::kernels::loss::term::Term;
use crate::kernels::part::{load_at, store_at};
use crate::scalar::Scalar;
use crate::settings::SettingError;

/// One such loss. Unless it says otherwise it is a mean over the outputs, and every finite target is a possible one.
pub(super) trait Elementwise: Sync {
    /// What an output and its target come to.
    type Term: Term + Into<Comparison>;

    fn term(&self) -> Self::Term;

    /// Whether every finite target is a possible one.
    const ANY_FINITE: bool = true;

    /// Whether one value of a target is a possible one.
    fn check_value(index: usize, value: f64) -> Result<(), TargetError> {
        target::check_finite(index, value)
    }

    /// Whether all values together are, once each of them is.
    fn check_sum(sum: f64) -> Result<(), TargetError> {
        let _ = sum;
        Ok(())
    }

    fn check_settings(&self) -> Result<(), SettingError> {
        Ok(())
    }

    fn reduction() -> Reduction {
        Reduction::Mean
    }

    /// What the sum over so many outputs is multiplied by.
    #[inline(always)]
    fn factor<T: Scalar>(outputs: usize) -> T {
        T::ONE / T::from_f64(outputs.max(1) as f64)
    }

    /// Numbers are near or far, not right or wrong.
    fn correct<T: Scalar>(y: &[T], target: &impl Values<T>) -> Option<bool> {
        let _ = (y, target);
        None
    }

    fn correct_in_block<T: Scalar>(y: &[T::Lanes], targets: &[&impl Values<T>]) -> Option<usize> {
        let _ = (y, targets);
        None
    }
}

impl<T: Scalar, L: Elementwise> ValueLoss<T> for L {
    fn check_settings(&self) -> Result<(), SettingError> {
        Elementwise::check_settings(self)
    }

    fn reduction(&self) -> Reduction {
        L::reduction()
    }

    fn check(&self, target: &impl Values<T>, len: usize) -> Result<(), TargetError> {
        if L::ANY_FINITE && target.values().is_some_and(|values| T::all_finite(level(), values)) {
            return Ok(());
        }
        let mut sum = 0.0;
        for index in 0..len {
            let value = target.value(index).to_f64();
            L::check_value(index, value)?;
            sum += value;
        }
        L::check_sum(sum)
    }

    /// Vector lanes run across the outputs.
    #[inline(always)]
    fn sample<S: Simd>(&self, simd: S, y: &[T], target: &impl Values<T>, dy: &mut [T]) -> T {
        let (term, width) = (self.term(), T::Native::<S>::LEN);
        let factor = L::factor::<T>(y.len());
        let mut sum = T::ZERO;
        let mut at = 0;
        while at < y.len() {
            let targets = T::Native::<S>::from_fn(
                simd,
                #[inline(always)]
                |lane| if at + lane < y.len() { target.value(at + lane) } else { T::ZERO },
            );
            let (losses, slopes) = term.terms::<S, T>(simd, load_at::<S, T>(simd, y, at), targets);
            store_at::<S, T>(slopes * factor, dy, at);
            for loss in losses.as_slice().iter().take(y.len() - at) {
                sum += *loss;
            }
            at += width;
        }
        sum * factor
    }

    /// Vector lanes run across the samples.
    fn block(&self, level: Level, y: &[T], scale: T, dy: &mut [T], losses: &mut [T]) {
        T::compare(level, self.term().into(), L::factor(y.len() / T::LANES), y, scale, dy, losses);
    }

    fn correct(&self, y: &[T], target: &impl Values<T>) -> Option<bool> {
        L::correct(y, target)
    }

    fn correct_in_block(&self, y: &[T::Lanes], targets: &[&impl Values<T>]) -> Option<usize> {
        L::correct_in_block(y, targets)
    }
}
