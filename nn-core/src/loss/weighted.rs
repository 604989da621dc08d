//! Samples that count more than others.

use fearless_simd::{Level, Simd};

use super::{Loss, Reduction, TargetError};
use crate::layer::Pass;
use crate::optim::SettingError;
use crate::scalar::{Scalar, scalars_mut};
use crate::shape::Shape;

/// The loss `L` for targets that come with a weight, `(target, weight)`: for loops of one's own. A
/// [`Trainer`](crate::train::Trainer::sample_weights) takes the weights by themselves.
///
/// A sample of weight 2 counts as much as the same sample twice, one of weight 0 not at all: scikit-learn's `sample_weight`. The loss of a
/// batch is the weighted mean, `sum(w loss) / sum(w)`; if the loss has weights of its own, as
/// [`class_weights`](crate::loss::CrossEntropy::class_weights), the two are multiplied, and if it is a sum, it is `sum(w loss)`. How many
/// samples were right is counted without weights.
///
/// In PyTorch: `(w * loss(y, target)).sum() / w.sum()` with `reduction="none"`.
///
/// # Shapes
///
/// `y` as for `L`; the target is a pair of a target of `L` and a number that is not negative.
///
/// # Examples
///
/// ```
/// use static_nn::loss::Weighted;
/// use static_nn::{Dense, MeanSquaredError, Parameters, Workspace, network};
///
/// let (line, mut workspace) = (Dense::<f64, 1, 1>::zeroed(), Workspace::new());
/// let targets = [([3.0], 2.0), ([1.0], 0.5)];
/// network::gradient_batch(&line, &mut workspace, &[[1.0], [1.0]], &targets, Weighted(MeanSquaredError))?;
/// assert_eq!(workspace.loss(), (2.0 * 9.0 + 0.5 * 1.0) / 2.5);
/// # Ok::<(), network::BatchError>(())
/// ```
#[doc(alias = "sample_weight")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weighted<L>(pub L);

impl<T, Y, Target, W, L> Loss<T, Y, (Target, W)> for Weighted<L>
where
    T: Scalar,
    Y: Shape,
    W: Copy + Into<f64>,
    L: Loss<T, Y, Target>,
{
    const HEEDS_ENDS: bool = L::HEEDS_ENDS;

    fn check_settings(&self) -> Result<(), SettingError> {
        self.0.check_settings()
    }

    fn reduction(&self) -> Reduction {
        match self.0.reduction() {
            Reduction::Sum => Reduction::Sum,
            Reduction::Mean | Reduction::WeightedMean => Reduction::WeightedMean,
        }
    }

    fn weight(&self, (target, weight): &(Target, W)) -> f64 {
        (*weight).into() * own_weight(&self.0, target)
    }

    fn check(&self, (target, weight): &(Target, W)) -> Result<(), TargetError> {
        check_weight((*weight).into())?;
        self.0.check(target)
    }

    fn check_until(&self, (target, weight): &(Target, W), steps: usize) -> Result<(), TargetError> {
        check_weight((*weight).into())?;
        self.0.check_until(target, steps)
    }

    #[inline(always)]
    fn sample<S: Simd>(&self, simd: S, y: &Y::Of<T>, pair: &(Target, W), dy: &mut Y::Of<T>) -> T {
        Loss::<T, Y, (Target, W)>::sample_until(self, simd, usize::MAX, y, pair, dy)
    }

    #[inline(always)]
    fn sample_until<S: Simd>(
        &self,
        simd: S,
        steps: usize,
        y: &Y::Of<T>,
        (target, weight): &(Target, W),
        dy: &mut Y::Of<T>,
    ) -> T {
        let (loss, weight) = (self.0.sample_until(simd, steps, y, target, dy), T::from_f64((*weight).into()));
        for slope in Y::flat_mut(dy) {
            *slope = product(*slope, weight);
        }
        product(loss, weight)
    }

    fn block(
        &self,
        pass: &Pass<'_>,
        y: &Y::Of<T::Lanes>,
        targets: &[&(Target, W)],
        scale: T,
        dy: &mut Y::Of<T::Lanes>,
        losses: &mut [T],
    ) {
        let mut own = [&targets[0].0; 16];
        let mut weights = [T::ZERO; 16];
        for ((own, weight), (target, w)) in own.iter_mut().zip(&mut weights).zip(targets.iter().copied()) {
            (*own, *weight) = (target, T::from_f64((*w).into()));
        }
        let count = targets.len();
        self.0.block(pass, y, &own[..count], scale, dy, losses);
        weigh::<T>(pass.level, &weights[..T::LANES], Y::flat_mut(dy), losses);
    }

    fn correct(&self, y: &Y::Of<T>, (target, _): &(Target, W)) -> Option<bool> {
        self.0.correct(y, target)
    }

    fn correct_in_block(&self, y: &Y::Of<T::Lanes>, targets: &[&(Target, W)]) -> Option<usize> {
        let mut own = [&targets[0].0; 16];
        own.iter_mut().zip(targets).for_each(|(own, target)| *own = &target.0);
        self.0.correct_in_block(y, &own[..targets.len()])
    }
}

/// What a sample counts by the loss's own account.
fn own_weight<T: Scalar, Y: Shape, Target>(loss: &impl Loss<T, Y, Target>, target: &Target) -> f64 {
    if loss.reduction() == Reduction::WeightedMean { loss.weight(target) } else { 1.0 }
}

/// What samples with these targets and weights count together in a mean.
#[cfg(feature = "alloc")]
pub(crate) fn weight_of_all<'a, T: Scalar, Y: Shape, Target: 'a>(
    loss: &impl Loss<T, Y, Target>,
    samples: impl Iterator<Item = (&'a Target, f64)>,
) -> f64 {
    samples.map(|(target, weight)| weight * own_weight(loss, target)).sum()
}

/// Whether a sample can have this weight.
pub(crate) fn check_weight(weight: f64) -> Result<(), TargetError> {
    if (0.0..=f64::from(f32::MAX)).contains(&weight) { Ok(()) } else { Err(TargetError::Weight { weight }) }
}

/// A loss or a slope times a weight, without what would be subnormal.
#[inline(always)]
fn product<T: Scalar>(value: T, weight: T) -> T {
    (value * weight + T::BASE) - T::BASE
}

/// Multiplies what the samples of a block have come to by their weights: one for each lane.
pub(crate) fn weigh<T: Scalar>(level: Level, weights: &[T], dy: &mut [T::Lanes], losses: &mut [T]) {
    T::weigh(level, weights, scalars_mut::<T>(dy));
    let mut lanes = [T::ZERO; 16];
    lanes[..losses.len()].copy_from_slice(losses);
    T::weigh(level, weights, &mut lanes[..T::LANES]);
    losses.copy_from_slice(&lanes[..losses.len()]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loss::{CrossEntropy, MeanSquaredError, SumSquaredError, testing};
    use crate::shape::D1;

    #[test]
    fn gradient_and_block_agree_with_one_sample() {
        testing::check_loss::<f64, D1<5>, ([f64; 5], f64)>(&Weighted(MeanSquaredError), |rng| {
            (testing::normals(rng), 3.0 * rng.normal().abs())
        });
        testing::check_block::<f32, D1<5>, (usize, f32)>(&Weighted(CrossEntropy), |rng| {
            (rng.below(5), <f32 as crate::Number>::from_f64(rng.normal().abs()))
        });
    }

    #[test]
    fn weights_are_multiplied_with_those_of_the_loss() {
        let weighted = Weighted(CrossEntropy.class_weights([0.5, 3.0]));
        assert!((Loss::<f64, D1<2>, _>::weight(&weighted, &(1_u8, 2.0)) - 6.0).abs() < f64::EPSILON);
        assert_eq!(Loss::<f64, D1<2>, (u8, f64)>::reduction(&weighted), Reduction::WeightedMean);
        assert_eq!(Loss::<f64, D1<2>, (u8, f64)>::reduction(&Weighted(CrossEntropy)), Reduction::WeightedMean);
        assert_eq!(Loss::<f64, D1<1>, (f64, f64)>::reduction(&Weighted(SumSquaredError)), Reduction::Sum);
    }

    #[test]
    fn impossible_weights_are_refused() {
        use std::string::ToString;
        for weight in [-1.0, f64::NAN, f64::INFINITY, 1e39] {
            let error = Loss::<f32, D1<2>, _>::check(&Weighted(CrossEntropy), &(1_u8, weight)).unwrap_err();
            assert!(matches!(error, TargetError::Weight { .. }), "{error}");
        }
        let error = check_weight(-1.0).unwrap_err();
        assert_eq!(error.to_string(), "its weight is -1, but must be a number from 0 to 3.4e38");
        assert!(Loss::<f32, D1<2>, _>::check(&Weighted(CrossEntropy), &(2_u8, 1.0)).is_err());
        assert_eq!(Loss::<f32, D1<2>, _>::check(&Weighted(CrossEntropy), &(1_u8, 0.0)), Ok(()));
    }
}
