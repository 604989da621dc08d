//! A loss of the last step of a sequence.

use bytemuck::Zeroable;
use fearless_simd::Simd;

use super::{Loss, Reduction, TargetError};
use crate::layer::Pass;
use crate::scalar::{Scalar, scalars, scalars_mut};
use crate::settings::SettingError;
use crate::shape::{D1, D2};

/// The loss `L` of the last step of a sequence: a forecast of what comes behind it, by a network that answers every step.
///
/// Of a sample that ends early ([`Padded`](crate::Padded)) that is its last real step. How many samples are right is not counted: a network that
/// ends with a [`Last`](crate::Last) and has the loss `L` does that.
///
/// # Shapes
///
/// `y` is `[t, f]`, the target is one of `L` for an output `[f]`.
///
/// # Examples
///
/// ```
/// use static_nn::loss::{LastStep, Loss, MeanSquaredError};
/// use static_nn::D2;
///
/// let y = [[7.0_f32], [9.0], [2.0]];
/// assert_eq!(Loss::<f32, D2<3, 1, 3>, f32>::value(&LastStep(MeanSquaredError), &y, &2.5), 0.25);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct LastStep<L>(pub L);

impl<T, const S: usize, const F: usize, const N: usize, Target, L> Loss<T, D2<S, F, N>, Target> for LastStep<L>
where
    T: Scalar,
    L: Loss<T, D1<F>, Target>,
{
    const HEEDS_ENDS: bool = true;

    fn check_settings(&self) -> Result<(), SettingError> {
        self.0.check_settings()
    }

    fn reduction(&self) -> Reduction {
        self.0.reduction()
    }

    fn weight(&self, target: &Target) -> f64 {
        self.0.weight(target)
    }

    fn check(&self, target: &Target) -> Result<(), TargetError> {
        self.0.check(target)
    }

    #[inline(always)]
    fn sample<I: Simd>(&self, simd: I, y: &[[T; F]; S], target: &Target, dy: &mut [[T; F]; S]) -> T {
        Loss::<T, D2<S, F, N>, Target>::sample_until(self, simd, S, y, target, dy)
    }

    fn sample_until<I: Simd>(
        &self,
        simd: I,
        steps: usize,
        y: &[[T; F]; S],
        target: &Target,
        dy: &mut [[T; F]; S],
    ) -> T {
        let last = steps.clamp(1, S) - 1;
        dy.as_flattened_mut().fill(T::ZERO);
        self.0.sample(simd, &y[last], target, &mut dy[last])
    }

    fn block(
        &self,
        pass: &Pass<'_>,
        y: &[[T::Lanes; F]; S],
        targets: &[&Target],
        scale: T,
        dy: &mut [[T::Lanes; F]; S],
        losses: &mut [T],
    ) {
        let last = |lane: usize| pass.length(lane.min(targets.len() - 1)).clamp(1, S) - 1;
        let (mut of_last, mut d_last) = (<[T::Lanes; F]>::zeroed(), <[T::Lanes; F]>::zeroed());
        for (feature, line) in scalars_mut::<T>(&mut of_last).chunks_exact_mut(T::LANES).enumerate() {
            for (lane, value) in line.iter_mut().enumerate() {
                *value = scalars::<T>(&y[last(lane)])[feature * T::LANES + lane];
            }
        }
        let alone = Pass { lengths: None, ..*pass };
        self.0.block(&alone, &of_last, targets, scale, &mut d_last, losses);
        T::zero(scalars_mut::<T>(dy.as_flattened_mut()));
        for (feature, line) in scalars::<T>(&d_last).chunks_exact(T::LANES).enumerate() {
            for (lane, slope) in line.iter().enumerate() {
                scalars_mut::<T>(&mut dy[last(lane)])[feature * T::LANES + lane] = *slope;
            }
        }
    }

    fn correct_in_block(&self, _: &[[T::Lanes; F]; S], _: &[&Target]) -> Option<usize> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernels::dispatch;
    use crate::loss::{CrossEntropy, MeanSquaredError, testing};

    fn check<Target: Copy>(loss: impl Loss<f64, D1<3>, Target> + Copy, targets: &[Target; 3]) {
        type Y = D2<4, 3, 12>;
        let ys: [[[f64; 3]; 4]; 3] = core::array::from_fn(|s| {
            core::array::from_fn(|t| core::array::from_fn(|f| ((s * 12 + t * 3 + f) as f64).sin()))
        });
        let (mut block, mut slopes) = (<[[<f64 as crate::Number>::Lanes; 3]; 4]>::zeroed(), Zeroable::zeroed());
        for (place, line) in scalars_mut::<f64>(block.as_flattened_mut()).chunks_exact_mut(8).enumerate() {
            line.iter_mut().enumerate().for_each(|(lane, value)| *value = ys[lane.min(2)].as_flattened()[place]);
        }
        let lengths = [2, 4, 1, 1, 1, 1, 1, 1];
        let mut losses = [0.0; 3];
        let targets_of_block = targets.each_ref();
        for ends in [None, Some(&lengths[..])] {
            let pass = Pass { lengths: ends, ..Pass::new(3) };
            Loss::<f64, Y, Target>::block(
                &LastStep(loss),
                &pass,
                &block,
                &targets_of_block,
                0.5,
                &mut slopes,
                &mut losses,
            );
            for (lane, (y, target)) in ys.iter().zip(targets).enumerate() {
                let last = ends.map_or(3, |lengths| lengths[lane] as usize - 1);
                let (mut dy, mut expected) = ([[f64::NAN; 3]; 4], [[0.0; 3]; 4]);
                let simd = crate::kernels::level();
                let value = dispatch!(f64: simd, simd => loss.sample(simd, &y[last], target, &mut expected[last]));
                let found = dispatch!(f64: simd, simd => {
                    Loss::<f64, Y, Target>::sample_until(&LastStep(loss), simd, last + 1, y, target, &mut dy)
                });
                assert!((found - value).abs() < testing::ROUNDING && (losses[lane] - value).abs() < testing::ROUNDING);
                assert_eq!(dy, expected);
                for (place, slope) in expected.as_flattened().iter().enumerate() {
                    let of_block = scalars::<f64>(slopes.as_flattened())[place * 8 + lane];
                    assert!((of_block - 0.5 * slope).abs() < testing::ROUNDING, "{lane} {place}");
                }
            }
        }
    }

    #[test]
    fn it_is_the_loss_of_the_last_step() {
        check(CrossEntropy, &[0_usize, 2, 1]);
        check(MeanSquaredError, &[[0.5, 1.0, -1.0], [2.0, 0.0, 0.0], [0.1, 0.2, 0.3]]);
    }
}
