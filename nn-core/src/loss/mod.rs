//! How far a network's output is from what it should be, and in which direction.
//!
//! A loss compares one output with one target and writes the gradient with respect to the output; the mean over a batch is
//! taken by whoever runs the batch. The one-sample path is required; the block path, whose vector lanes run across samples,
//! has a default that takes the samples of a block one after the other.
//!
//! | loss | output | targets |
//! |---|---|---|
//! | [`CrossEntropy`] | logits `[N]` | a class (`usize`, `u8`, ..), or `N` probabilities |
//! | [`BinaryCrossEntropy`] | logits of any shape | probabilities of that shape, or `bool`s |
//! | [`MeanSquaredError`] | numbers of any shape | numbers of that shape |
//!
//! # Laws
//!
//! - The gradient is the exact derivative of the loss.
//! - Both paths give the same numbers to rounding. A sample's loss does not depend on its neighbours in a block.
//! - Nothing allocates, and nothing panics. A target that [`check`](Loss::check) refuses gives a loss that is NaN or a number
//!   without meaning.
//! - A NaN in the output gives a loss that is NaN.

mod bce;
mod cross_entropy;
mod elementwise;
mod mse;
mod target;

use bytemuck::Zeroable;

pub use bce::BinaryCrossEntropy;
pub use cross_entropy::CrossEntropy;
pub use mse::MeanSquaredError;
pub use target::{Class, TargetError};

use crate::kernels::dispatch;
use crate::kernels::pack::unpack;
use crate::layer::Pass;
use crate::scalar::{Scalar, scalars_mut};
use crate::shape::Shape;
use fearless_simd::Simd;

/// A loss of one network output of shape `Y` against one target: see the [module](self) for its laws.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot compare an output of this shape with a `{Target}`",
    label = "no loss for an output of shape `{Y}` and a target `{Target}`",
    note = "`CrossEntropy` takes a class (`usize`, `u8`, ..) or `[{T}; N]` probabilities for an output of shape `[N]`",
    note = "`BinaryCrossEntropy` takes `[{T}; N]` probabilities or `[bool; N]`, and one `{T}` or `bool` for an output of shape `[1]`",
    note = "`MeanSquaredError` takes `[{T}; N]`, and one `{T}` for an output of shape `[1]`"
)]
pub trait Loss<T: Scalar, Y: Shape, Target: ?Sized>: Sync {
    /// Whether the target is a possible one: a class among the outputs, finite numbers.
    ///
    /// # Errors
    ///
    /// What is wrong with the target.
    fn check(&self, target: &Target) -> Result<(), TargetError>;

    /// The loss of one sample; writes its gradient with respect to `y` to `dy`.
    fn sample<S: Simd>(&self, simd: S, y: &Y::Of<T>, target: &Target, dy: &mut Y::Of<T>) -> T;

    /// The losses of one block whose first lanes belong to `targets`, of which there are one to [`LANES`](Scalar::LANES).
    ///
    /// Writes to `dy` the gradient times `scale`, and zero in the lanes behind the last target; writes each sample's loss, not
    /// scaled, to the front of `losses`. Of `pass` only the vector instructions matter. The default keeps one output and one
    /// gradient on the stack.
    fn block(
        &self,
        pass: &Pass,
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
            *loss = dispatch!(pass.level, simd => self.sample(simd, &sy, *target, &mut sdy));
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
        dispatch!(crate::kernels::level(), simd => self.sample(simd, y, target, &mut dy))
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
