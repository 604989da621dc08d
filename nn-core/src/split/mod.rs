//! Which samples to learn from, and which to be measured on.
//!
//! | function | gives |
//! |---|---|
//! | [`random_split`] | two parts, by chance |
//! | [`stratified_split`] | two parts with the same share of every class |
//! | [`k_fold`] | `k` times two parts: every sample is measured on once |
//! | [`stratified_k_fold`] | the same, every part with the same share of every class |
//!
//! A part is a list of indices, a [`Split`] two of them, so that it serves samples and targets alike, whatever they are.
//! [`Split::apply`] picks the samples. What is drawn comes from an [`Rng`](crate::init::Rng): the same seed gives the same parts
//! everywhere. The sizes of the parts, and how many samples of each class are in them, are scikit-learn's.
//!
//! # Examples
//!
//! ```
//! use static_nn::init::Rng;
//! use static_nn::split::stratified_split;
//!
//! let xs = [[0.1_f32], [0.2], [0.3], [0.4], [9.1], [9.2], [9.3], [9.4]];
//! let ys = [0_u8, 0, 0, 0, 1, 1, 1, 1];
//! let split = stratified_split(&ys, 0.25, &mut Rng::new(42))?;
//! let (train_xs, test_xs) = split.apply(&xs)?;
//! let (train_ys, test_ys) = split.apply(&ys)?;
//! assert_eq!((train_xs.len(), test_xs.len()), (6, 2));
//! assert_eq!(train_ys.iter().filter(|class| **class == 1).count(), 3);
//! assert_eq!(test_ys[0] + test_ys[1], 1); // one of each class
//! # Ok::<(), static_nn::split::SplitError>(())
//! ```

mod error;
mod folds;
mod halves;
mod strata;

pub use error::SplitError;
pub use folds::{Folds, k_fold, stratified_k_fold};
pub use halves::{random_split, stratified_split};

use alloc::vec::Vec;

/// Two parts of some samples, as indices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// The samples to learn from.
    pub train: Vec<usize>,
    /// The samples to be measured on.
    pub test: Vec<usize>,
}

impl Split {
    /// Copies of the two parts of `items`, one for each sample.
    ///
    /// # Errors
    ///
    /// [`SplitError::Length`] if there are not as many items as samples.
    pub fn apply<E: Clone>(&self, items: &[E]) -> Result<(Vec<E>, Vec<E>), SplitError> {
        let samples = self.train.len() + self.test.len();
        let pick = |part: &[usize]| part.iter().map(|index| items.get(*index).cloned()).collect::<Option<Vec<E>>>();
        match (pick(&self.train), pick(&self.test)) {
            (Some(train), Some(test)) if items.len() == samples => Ok((train, test)),
            _ => Err(SplitError::Length { samples, items: items.len() }),
        }
    }
}

#[cfg(test)]
mod tests;
