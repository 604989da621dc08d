//! How far a network's output is from what it should be, and in which direction.
//!
//! A loss compares one output with one target and writes the gradient with respect to the output; the mean over a batch is
//! taken by whoever runs the batch, as the loss's [`Reduction`] says. The one-sample path is required; the block path, whose
//! vector lanes run across samples, has a default that takes the samples of a block one after the other.
//!
//! | loss | output | targets | PyTorch |
//! |---|---|---|---|
//! | [`CrossEntropy`], [`CrossEntropyWith`] weights and smoothing | logits `[N]` | a class (`usize`, `u8`, ..), or `N` probabilities | `CrossEntropyLoss` |
//! | [`MultiMargin`] | scores `[N]` | a class | `MultiMarginLoss` |
//! | [`KlDivergence`] | logarithms of probabilities `[N]` | `N` probabilities | `KLDivLoss`, `batchmean` |
//! | [`BinaryCrossEntropy`], [`BinaryCrossEntropyWith`] a positive weight | logits of any shape | probabilities of that shape, or `bool`s | `BCEWithLogitsLoss` |
//! | [`BinaryCrossEntropyOfProbabilities`] | probabilities of any shape | probabilities of that shape, or `bool`s | `BCELoss` |
//! | [`Hinge`] | scores of any shape | -1 or 1 in that shape, or `bool`s | none |
//! | [`MeanSquaredError`] | numbers of any shape | numbers of that shape | `MSELoss` |
//! | [`HalfMeanSquaredError`] | numbers of any shape | numbers of that shape | half of `MSELoss` |
//! | [`SumSquaredError`] | numbers of any shape | numbers of that shape | `MSELoss`, `sum` |
//! | [`MeanAbsoluteError`] | numbers of any shape | numbers of that shape | `L1Loss` |
//! | [`Huber`] | numbers of any shape | numbers of that shape | `HuberLoss` |
//! | [`SmoothL1`] | numbers of any shape | numbers of that shape | `SmoothL1Loss` |
//! | [`CosineSimilarity`] | a vector in any shape | a vector in that shape | 1 less `cosine_similarity` |
//!
//! [`Weighted`] makes each of them count some samples more than others. [`EveryStep`] and [`LastStep`] make losses of sequences of them, `[t, f]`,
//! with a target for each step or for the last one.
//!
//! # Laws
//!
//! - The gradient is the exact derivative of the loss, and at a kink 0, as PyTorch chooses it. [`BinaryCrossEntropyOfProbabilities`]
//!   alone differs, where it says so.
//! - Both paths give the same numbers to rounding. A sample's loss does not depend on its neighbours in a block.
//! - A gradient of a block is a whole multiple of 2^-117 (of 2^-1013 in `f64`), or zero: a processor takes long over what is smaller.
//! - Nothing allocates, and nothing panics. A target that [`check`](Loss::check) refuses gives a loss that is NaN or a number
//!   without meaning.
//! - A NaN in the output gives a loss that is NaN.

mod binary_cross_entropy;
mod binary_cross_entropy_of_probabilities;
mod by_reference;
mod cosine_similarity;
mod cross_entropy;
mod elementwise;
mod every_step;
mod hinge;
mod huber;
mod kl_divergence;
mod last_step;
mod mean_absolute_error;
mod multi_margin;
mod reduction;
mod smooth_l1;
mod squared_error;
mod values;
mod weighted;

use core::fmt::Debug;

use bytemuck::Zeroable;

pub use crate::class::Class;
pub use crate::target::TargetError;
pub use binary_cross_entropy::{BinaryCrossEntropy, BinaryCrossEntropyWith};
pub use binary_cross_entropy_of_probabilities::BinaryCrossEntropyOfProbabilities;
pub use cosine_similarity::CosineSimilarity;
pub use cross_entropy::{ClassWeights, CrossEntropy, CrossEntropyWith, Unweighted};
pub use every_step::EveryStep;
pub use hinge::Hinge;
pub use huber::Huber;
pub use kl_divergence::KlDivergence;
pub use last_step::LastStep;
pub use mean_absolute_error::MeanAbsoluteError;
pub use multi_margin::MultiMargin;
pub use reduction::Reduction;
pub(crate) use reduction::weight;
pub use smooth_l1::SmoothL1;
pub use squared_error::{HalfMeanSquaredError, MeanSquaredError, SumSquaredError};
pub use weighted::Weighted;
pub(crate) use weighted::weigh;
#[cfg(feature = "alloc")]
pub(crate) use weighted::{check_weight, weight_of_all};

use crate::kernels::dispatch;
use crate::kernels::pack::unpack;
use crate::layer::Pass;
use crate::scalar::{Scalar, scalars, scalars_mut};
use crate::settings::SettingError;
use crate::shape::Shape;
use crate::target;
use fearless_simd::Simd;

/// A loss of one network output of shape `Y` against one target: see the [module](self) for its laws.
///
/// What `Debug` writes of its settings tells a checkpoint whether it belongs to the run.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot compare an output of this shape with a `{Target}`",
    label = "no loss for an output of shape `{Y}` and a target `{Target}`",
    note = "a class (`usize`, `u8`, ..) for an output of shape `[N]`: `CrossEntropy`, `MultiMargin`",
    note = "`[{T}; N]` probabilities for an output of shape `[N]`: `CrossEntropy`, `KlDivergence`",
    note = "`[{T}; N]` or `[bool; N]`, and one `{T}` or `bool` for an output of shape `[1]`: `BinaryCrossEntropy`, `BinaryCrossEntropyOfProbabilities`, `Hinge`",
    note = "`[{T}; N]`, and one `{T}` for an output of shape `[1]`: `MeanSquaredError`, `HalfMeanSquaredError`, `SumSquaredError`, `MeanAbsoluteError`, `Huber`, `SmoothL1`, `CosineSimilarity`"
)]
pub trait Loss<T: Scalar, Y: Shape, Target: ?Sized>: Debug + Sync {
    /// Whether the loss leaves out the steps behind the end of a sample that is shorter than others of its batch: where it compares an output of
    /// steps, what [`Pass::lengths`] and the functions of some steps say. By default it does not; an output of another shape has no steps.
    const HEEDS_ENDS: bool = Y::DIMS.len() != 2;

    /// Whether all settings are in their range. By default there are none.
    ///
    /// # Errors
    ///
    /// The first setting that is not.
    fn check_settings(&self) -> Result<(), SettingError> {
        Ok(())
    }

    /// What becomes of the losses of a batch: by default their mean.
    fn reduction(&self) -> Reduction {
        Reduction::Mean
    }

    /// How much a sample with this target counts in a [weighted mean](Reduction::WeightedMean), which alone asks for it.
    /// Its loss and gradient have that factor already.
    fn weight(&self, target: &Target) -> f64 {
        let _ = target;
        1.0
    }

    /// Whether the target is a possible one: a class among the outputs, finite numbers.
    ///
    /// # Errors
    ///
    /// What is wrong with the target.
    fn check(&self, target: &Target) -> Result<(), TargetError>;

    /// [`check`](Self::check) of the target of a sample whose first `steps` steps are real.
    ///
    /// # Errors
    ///
    /// What is wrong with the target.
    fn check_until(&self, target: &Target, steps: usize) -> Result<(), TargetError> {
        let _ = steps;
        self.check(target)
    }

    /// The loss of one sample; writes its gradient with respect to `y` to `dy`.
    fn sample<S: Simd>(&self, simd: S, y: &Y::Of<T>, target: &Target, dy: &mut Y::Of<T>) -> T;

    /// [`sample`](Self::sample) of one whose first `steps` steps are real; the gradient of the others is zero.
    #[inline(always)]
    fn sample_until<S: Simd>(&self, simd: S, steps: usize, y: &Y::Of<T>, target: &Target, dy: &mut Y::Of<T>) -> T {
        let _ = steps;
        self.sample(simd, y, target, dy)
    }

    /// The losses of one block whose first lanes belong to `targets`, of which there are one to [`LANES`](crate::Number::LANES).
    ///
    /// Writes to `dy` the gradient times `scale`, and zero in the lanes behind the last target; writes each sample's loss, not
    /// scaled, to the front of `losses`. Of `pass` only the vector instructions matter, and where the samples end. The default keeps one output and one
    /// gradient on the stack.
    fn block(
        &self,
        pass: &Pass<'_>,
        y: &Y::Of<T::Lanes>,
        targets: &[&Target],
        scale: T,
        dy: &mut Y::Of<T::Lanes>,
        losses: &mut [T],
    ) {
        let (mut sy, mut sdy) = (Y::Of::<T>::zeroed(), Y::Of::<T>::zeroed());
        let dy = Y::flat_mut(dy);
        for (lane, (target, loss)) in targets.iter().zip(losses).enumerate() {
            unpack::<T>(Y::flat(y), lane, Y::flat_mut(&mut sy));
            let steps = pass.length(lane);
            *loss = dispatch!(T: pass.level, simd => self.sample_until(simd, steps, &sy, *target, &mut sdy));
            for (lanes, slope) in scalars_mut::<T>(dy).chunks_exact_mut(T::LANES).zip(Y::flat(&sdy)) {
                lanes[lane] = *slope * scale;
            }
        }
        clear_padding::<T>(dy, targets.len());
    }

    /// Whether the output points at the target, where that can be said: the largest logit at the right class.
    fn correct(&self, y: &Y::Of<T>, target: &Target) -> Option<bool> {
        let _ = (y, target);
        None
    }

    /// The loss of one sample alone. Its gradient lies on the stack meanwhile.
    fn value(&self, y: &Y::Of<T>, target: &Target) -> T {
        let mut dy = Y::Of::<T>::zeroed();
        dispatch!(T: crate::kernels::level(), simd => self.sample(simd, y, target, &mut dy))
    }

    /// How many samples of a block are [`correct`](Self::correct), where that can be said.
    fn correct_in_block(&self, y: &Y::Of<T::Lanes>, targets: &[&Target]) -> Option<usize> {
        let mut sample = Y::Of::<T>::zeroed();
        let mut count = 0;
        for (lane, target) in targets.iter().enumerate() {
            unpack::<T>(Y::flat(y), lane, Y::flat_mut(&mut sample));
            count += usize::from(self.correct(&sample, target)?);
        }
        Some(count)
    }
}

/// How many outputs of a block are largest at their class.
fn classes_in_block<T: Scalar>(y: &[T::Lanes], classes: impl Iterator<Item = Option<usize>>) -> usize {
    let mut places = [0; 16];
    T::argmax(scalars::<T>(y), &mut places[..T::LANES]);
    classes.zip(&places).filter(|(class, place)| *class == Some(**place)).count()
}

/// Zeroes the lanes behind the first `samples` ones.
fn clear_padding<T: Scalar>(block: &mut [T::Lanes], samples: usize) {
    if samples < T::LANES {
        for lanes in scalars_mut::<T>(block).chunks_exact_mut(T::LANES) {
            lanes[samples..].fill(T::ZERO);
        }
    }
}

#[cfg(test)]
mod testing;
