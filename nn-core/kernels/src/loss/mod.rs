//! Losses of whole blocks, whose lanes are samples.
//!
//! A block of `dy` comes with the targets in it, or with what stands for them, and goes with the gradient in their place.

mod argmax;
mod compare;
mod cosine;
mod cross_entropy;
mod margin;
mod softmax;
pub mod term;

pub use argmax::argmax;
pub use compare::Comparison;
pub use cosine::{SHORTEST, cosine};
pub use cross_entropy::cross_entropy;
pub use margin::margin;
pub use softmax::softmax;

use fearless_simd::Level;

kernels! {
    /// Losses of blocks.
    trait LossKernels

    /// Turns `dy`, which holds the targets of a block, into the gradient times `scale`; writes each lane's loss, the sum over the
    /// outputs times `factor`.
    fn compare(
        level: Level, comparison: Comparison, factor: Self, y: &[Self], scale: Self, dy: &mut [Self],
        losses: &mut [Self],
    ) {
        comparison.block(level, factor, y, scale, dy, losses);
    }

    /// The same for `1 - cos(y, dy)`.
    fn cosine(level: Level, y: &[Self], scale: Self, dy: &mut [Self], losses: &mut [Self]) {
        dispatch!(plain Self: level, simd => cosine::<_, Self>(simd, y, scale, dy, losses));
    }

    /// The same for `-Σ dy ln softmax(y)`.
    fn cross_entropy(level: Level, y: &[Self], scale: Self, dy: &mut [Self], losses: &mut [Self]) {
        dispatch!(plain Self: level, simd => cross_entropy::<_, Self>(simd, y, scale, dy, losses));
    }

    /// Writes to `dy` the gradient times `scale` of how far the other classes reach into the margin of each lane's own; writes
    /// each lane's loss.
    fn margin(
        level: Level, margin: Self, y: &[Self], classes: &[Self], scale: Self, dy: &mut [Self], losses: &mut [Self],
    ) {
        dispatch!(plain Self: level, simd => margin::margin::<_, Self>(simd, margin, y, classes, scale, dy, losses));
    }

    /// The softmax of a block, times `scale`; each lane's largest logit, and the logarithm of the sum of `exp(y - largest)`.
    fn softmax_and_sum(
        level: Level, y: &[Self], scale: Self, p: &mut [Self], largest: &mut [Self], ln_sum: &mut [Self],
    ) {
        dispatch!(plain Self: level, simd => softmax::<_, Self>(simd, y, scale, p, largest, ln_sum));
    }

    /// Where each lane of a block has its largest value.
    fn argmax(y: &[Self], places: &mut [usize]) {
        argmax::argmax::<Self>(y, places);
    }
}
