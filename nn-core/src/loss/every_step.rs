//! A loss of each step of a sequence.

use fearless_simd::Simd;

use super::{Loss, Reduction, TargetError, weigh};
use crate::kernels::number::MOST_LANES;
use crate::layer::Pass;
use crate::scalar::{Scalar, scalars_mut};
use crate::settings::SettingError;
use crate::shape::{D1, D2};

/// The loss `L` of every step of a sequence, each with a target of its own: a label for every word, the next value at every time.
///
/// The loss of a sample is the mean over its steps, weighted if `L` weighs its targets, or the sum if `L` is one; that of a batch is then the
/// mean over the samples. Of a sample that ends early ([`Padded`](crate::Padded)) only the real steps count, and only their targets are looked at. How
/// many samples are right is not counted.
///
/// # Shapes
///
/// `y` is `[t, f]`, the target is an array of `t` targets of `L` for an output `[f]`.
///
/// # Examples
///
/// ```
/// use static_nn::loss::{CrossEntropy, EveryStep, Loss};
/// use static_nn::D2;
///
/// let y = [[0.0_f64, 0.0], [100.0, 0.0], [0.0, 0.0]];
/// let loss = Loss::<f64, D2<3, 2, 6>, _>::value(&EveryStep(CrossEntropy), &y, &[1_u8, 0, 1]);
/// assert!((loss - 2.0 / 3.0 * core::f64::consts::LN_2).abs() < 1e-12);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct EveryStep<L>(pub L);

impl<L> EveryStep<L> {
    /// What one step counts in the loss of a sample with these targets.
    fn part<T: Scalar, const F: usize, Target>(&self, targets: &[Target]) -> f64
    where
        L: Loss<T, D1<F>, Target>,
    {
        match self.0.reduction() {
            Reduction::Sum => 1.0,
            Reduction::Mean => 1.0 / targets.len() as f64,
            Reduction::WeightedMean => match targets.iter().map(|target| self.0.weight(target)).sum() {
                0.0 => 0.0,
                weight => 1.0 / weight,
            },
        }
    }
}

impl<T, const S: usize, const F: usize, const N: usize, Target, L> Loss<T, D2<S, F, N>, [Target; S]> for EveryStep<L>
where
    T: Scalar,
    L: Loss<T, D1<F>, Target>,
{
    const HEEDS_ENDS: bool = true;

    fn check_settings(&self) -> Result<(), SettingError> {
        self.0.check_settings()
    }

    fn reduction(&self) -> Reduction {
        match self.0.reduction() {
            Reduction::Sum => Reduction::Sum,
            Reduction::Mean | Reduction::WeightedMean => Reduction::Mean,
        }
    }

    fn check(&self, targets: &[Target; S]) -> Result<(), TargetError> {
        targets.iter().try_for_each(|target| self.0.check(target))
    }

    fn check_until(&self, targets: &[Target; S], steps: usize) -> Result<(), TargetError> {
        targets.iter().take(steps).try_for_each(|target| self.0.check(target))
    }

    #[inline(always)]
    fn sample<I: Simd>(&self, simd: I, y: &[[T; F]; S], targets: &[Target; S], dy: &mut [[T; F]; S]) -> T {
        Loss::<T, D2<S, F, N>, _>::sample_until(self, simd, S, y, targets, dy)
    }

    fn sample_until<I: Simd>(
        &self,
        simd: I,
        steps: usize,
        y: &[[T; F]; S],
        targets: &[Target; S],
        dy: &mut [[T; F]; S],
    ) -> T {
        let steps = steps.min(S);
        let part = T::from_f64(self.part::<T, F, Target>(&targets[..steps]));
        let (real, behind) = dy.split_at_mut(steps);
        let mut sum = T::ZERO;
        for ((y, target), dy) in y.iter().zip(targets).zip(real) {
            sum += self.0.sample(simd, y, target, dy) * part;
            for slope in dy {
                *slope *= part;
            }
        }
        behind.as_flattened_mut().fill(T::ZERO);
        sum
    }

    fn block(
        &self,
        pass: &Pass<'_>,
        y: &[[T::Lanes; F]; S],
        targets: &[&[Target; S]],
        scale: T,
        dy: &mut [[T::Lanes; F]; S],
        losses: &mut [T],
    ) {
        let count = targets.len();
        let mut ends = [0; MOST_LANES];
        let mut parts = [T::ZERO; MOST_LANES];
        for (lane, target) in targets.iter().enumerate() {
            ends[lane] = pass.length(lane).min(S);
            parts[lane] = T::from_f64(self.part::<T, F, Target>(&target[..ends[lane]]));
        }
        losses.fill(T::ZERO);
        let pass = Pass { lengths: None, ..*pass };
        for (step, (y, dy)) in y.iter().zip(dy).enumerate() {
            let mut of_step = [&targets[0][step]; MOST_LANES];
            of_step.iter_mut().zip(targets).for_each(|(one, target)| *one = &target[step]);
            let mut more = [T::ZERO; MOST_LANES];
            self.0.block(&pass, y, &of_step[..count], scale, dy, &mut more[..count]);
            weigh::<T>(pass.level, &parts[..T::LANES], dy, &mut more[..count]);
            for lane in (0..count).filter(|lane| step >= ends[*lane]) {
                // Whatever came of a step that is none.
                more[lane] = T::ZERO;
                scalars_mut::<T>(dy).iter_mut().skip(lane).step_by(T::LANES).for_each(|slope| *slope = T::ZERO);
            }
            losses.iter_mut().zip(more).for_each(|(loss, more)| *loss += more);
        }
    }

    fn correct_in_block(&self, _: &[[T::Lanes; F]; S], _: &[&[Target; S]]) -> Option<usize> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loss::{CrossEntropy, MeanSquaredError, SumSquaredError, testing};

    type Y = D2<4, 3, 12>;

    #[test]
    fn gradient_and_block_agree_with_one_sample() {
        testing::check_loss::<f64, Y, [usize; 4]>(&EveryStep(CrossEntropy), |rng| {
            core::array::from_fn(|_| rng.below(3))
        });
        testing::check_loss::<f64, Y, [[f64; 3]; 4]>(&EveryStep(SumSquaredError), |rng| {
            core::array::from_fn(|_| testing::normals(rng))
        });
        let weighted = EveryStep(CrossEntropy.class_weights([0.5, 3.0, 1.0]));
        testing::check_loss::<f64, Y, [u8; 4]>(&weighted, |rng| {
            core::array::from_fn(|_| u8::try_from(rng.below(3)).unwrap())
        });
        testing::check_block::<f32, Y, [[f32; 3]; 4]>(&EveryStep(MeanSquaredError), |rng| {
            core::array::from_fn(|_| testing::normals(rng))
        });
    }

    #[test]
    fn a_mean_of_numbers_is_that_of_all_of_them() {
        let (y, target) = ([[1.0, 2.0, 3.0]; 4], [[0.5, 2.0, 7.0]; 4]);
        let whole = Loss::<f64, Y, [[f64; 3]; 4]>::value(&MeanSquaredError, &y, &target);
        let steps = Loss::<f64, Y, [[f64; 3]; 4]>::value(&EveryStep(MeanSquaredError), &y, &target);
        assert!((whole - steps).abs() < testing::ROUNDING);
    }
}
