//! The margin between the right class and the others.

use fearless_simd::Simd;

use super::{Class, Loss, TargetError, clear_padding, target};
use crate::argmax::argmax;
use crate::layer::Pass;
use crate::scalar::{Scalar, scalars, scalars_mut};
use crate::settings::{self, SettingError};
use crate::shape::D1;

/// The mean over the classes of how far each reaches into the right one's margin: the hinge loss of several classes (Crammer and
/// Singer, 2001, with a sum over the classes instead of the largest).
///
/// With class `k` of `n`, `loss = sum(max(0, margin - y[k] + y[j])) / n` over all `j` but `k`. Each class `j` that costs something has
/// `dy[j] = 1 / n`, and `dy[k]` is minus the sum of them: PyTorch's `MultiMarginLoss` with `p=1`, once the mean over the batch
/// is taken.
///
/// An output is correct if it is largest at the class.
///
/// # Shapes
///
/// `y: [N]`; the target is a class `0..N` in any whole number type.
///
/// # Errors
///
/// A margin that is negative or not finite is an error before the first step.
///
/// # Examples
///
/// ```
/// use static_nn::loss::{Loss, MultiMargin};
/// use static_nn::D1;
///
/// // The right class is ahead by 0.5 and by 3: 0.5 is missing to the first.
/// let loss = Loss::<f64, D1<3>, usize>::value(&MultiMargin::new(1.0), &[2.5, 3.0, 0.0], &1);
/// assert_eq!(loss, 0.5 / 3.0);
/// ```
#[doc(alias = "MultiMarginLoss")]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct MultiMargin {
    margin: f64,
}

#[cfg(feature = "serde")]
crate::serialize::checked! {
    MultiMargin {
        margin: f64,
    }
    Loss::<f64, crate::shape::D1<1>, usize>::check_settings
}

impl MultiMargin {
    /// The loss with the margin that the right class should have; PyTorch's default is 1.0.
    #[must_use]
    pub const fn new(margin: f64) -> Self {
        Self { margin }
    }
}

impl Default for MultiMargin {
    fn default() -> Self {
        Self::new(1.0)
    }
}

impl<T: Scalar, C: Class + Sync, const N: usize> Loss<T, D1<N>, C> for MultiMargin {
    fn check_settings(&self) -> Result<(), SettingError> {
        settings::check_not_negative("margin", self.margin)
    }

    fn check(&self, target: &C) -> Result<(), TargetError> {
        target::check_class(*target, N)
    }

    #[inline(always)]
    fn sample<S: Simd>(&self, _: S, y: &[T; N], target: &C, dy: &mut [T; N]) -> T {
        let Some(class) = target.index().filter(|class| *class < N) else { return T::from_f64(f64::NAN) };
        let count = T::from_f64(N as f64);
        let (step, limit) = (T::ONE / count, T::from_f64(self.margin) - y[class]);
        // Of a single class nothing else would show a NaN.
        let nan = y[class].to_f64().is_nan();
        let (mut sum, mut steps) = (if nan { y[class] } else { T::ZERO }, T::ZERO);
        for (index, (&y, dy)) in y.iter().zip(&mut *dy).enumerate() {
            let short = limit + y;
            // A NaN is not at most zero, and so is never taken for enough.
            let enough = index == class || short <= T::ZERO;
            *dy = if enough { T::ZERO } else { step };
            sum += if enough { T::ZERO } else { short };
            steps += *dy;
        }
        dy[class] = -steps;
        sum / count
    }

    fn block(
        &self,
        pass: &Pass<'_>,
        y: &[T::Lanes; N],
        targets: &[&C],
        scale: T,
        dy: &mut [T::Lanes; N],
        losses: &mut [T],
    ) {
        let (mut classes, mut sums) = ([T::from_f64(-1.0); 16], [T::ZERO; 16]);
        for (place, target) in classes.iter_mut().zip(targets) {
            *place = T::from_f64(target.number() as f64);
        }
        let (y, slopes, sums) = (scalars::<T>(y), scalars_mut::<T>(dy), &mut sums[..T::LANES]);
        T::margin(pass.level, T::from_f64(self.margin), y, &classes[..T::LANES], scale, slopes, sums);
        losses.copy_from_slice(&sums[..losses.len()]);
        clear_padding::<T>(dy, targets.len());
    }

    fn correct(&self, y: &[T; N], target: &C) -> Option<bool> {
        Some(target.index() == Some(argmax(y)))
    }

    fn correct_in_block(&self, y: &[T::Lanes; N], targets: &[&C]) -> Option<usize> {
        Some(super::classes_in_block::<T>(y, targets.iter().map(|target| target.index())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loss::testing;

    #[test]
    fn values_are_those_of_the_formula() {
        // Ahead of the others by 0.5, 3 and exactly the margin.
        let found = testing::gradient::<D1<4>, u8>(&MultiMargin::default(), &[2.5, 3.0, 0.0, 2.0], &1);
        assert_eq!(found, (0.125, [0.25, -0.25, 0.0, 0.0]));
        let found = testing::gradient::<D1<4>, i64>(&MultiMargin::new(2.0), &[2.5, 3.0, 0.0, 2.0], &3);
        assert_eq!(found, ((2.5 + 3.0) / 4.0, [0.25, 0.25, 0.0, -0.5]));
    }

    #[test]
    fn gradient_and_block_agree_with_one_sample() {
        testing::check_loss::<f64, D1<11>, usize>(&MultiMargin::default(), |rng| rng.below(11));
        testing::check_loss::<f64, D1<3>, usize>(&MultiMargin::new(0.5), |rng| rng.below(3));
        testing::check_block::<f32, D1<10>, usize>(&MultiMargin::new(3.0), |rng| rng.below(10));
        testing::check_block::<f32, D1<1>, u8>(&MultiMargin::default(), |_| 0);
    }

    #[test]
    fn impossible_targets_are_refused_and_do_not_panic() {
        let loss = MultiMargin::default();
        let check = |class: i64| Loss::<f32, D1<3>, i64>::check(&loss, &class);
        assert_eq!(check(2), Ok(()));
        assert_eq!(check(3), Err(TargetError::Class { class: 3, classes: 3 }));
        for class in [-1, 3, i64::MAX] {
            assert!(Loss::<f32, D1<3>, i64>::value(&loss, &[0.0; 3], &class).is_nan());
            let (y, mut value) = ([crate::scalar::Lanes32([0.0; 16]); 3], [0.0]);
            Loss::<f32, D1<3>, i64>::block(&loss, &Pass::new(1), &y, &[&class], 1.0, &mut { y }, &mut value);
            assert!(value[0].is_nan());
        }
    }

    #[test]
    fn a_margin_out_of_range_is_refused() {
        let check = |margin: f64| Loss::<f32, D1<3>, u8>::check_settings(&MultiMargin::new(margin));
        assert_eq!([check(0.0), check(2.0)], [Ok(()), Ok(())]);
        for margin in [-1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(check(margin).unwrap_err().setting, "margin");
        }
    }
}
