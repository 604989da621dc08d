//! Cross-validation.

use alloc::vec;
use alloc::vec::Vec;

use super::strata::strata;
use super::{Split, SplitError};
use crate::class::Class;
use crate::init::Rng;

/// The splits of a cross-validation, one after the other. In each, the samples of one fold are to test on and all others to train
/// on; both parts are in ascending order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folds {
    /// The fold of each sample.
    fold: Vec<usize>,
    count: usize,
    next: usize,
}

impl Iterator for Folds {
    type Item = Split;

    fn next(&mut self) -> Option<Split> {
        if self.next == self.count {
            return None;
        }
        let (test, train) = (0..self.fold.len()).partition(|sample| self.fold[*sample] == self.next);
        self.next += 1;
        Some(Split { train, test })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.count - self.next, Some(self.count - self.next))
    }
}

impl ExactSizeIterator for Folds {}

/// `folds` splits of `samples` samples: every sample is to test on in exactly one of them, drawn at random.
///
/// Where the samples do not divide evenly, the first folds have one more.
///
/// # Errors
///
/// [`SplitError::Folds`] if there are fewer than two folds, or more than samples.
///
/// # Examples
///
/// ```
/// use static_nn::init::Rng;
/// use static_nn::split::k_fold;
///
/// let mut tested = [0; 7];
/// for split in k_fold(7, 3, &mut Rng::new(1))? {
///     assert_eq!(split.train.len() + split.test.len(), 7);
///     for sample in split.test {
///         tested[sample] += 1;
///     }
/// }
/// assert_eq!(tested, [1; 7]);
/// # Ok::<(), static_nn::split::SplitError>(())
/// ```
pub fn k_fold(samples: usize, folds: usize, rng: &mut Rng) -> Result<Folds, SplitError> {
    check(samples, folds)?;
    let mut fold: Vec<usize> = (0..samples).map(|sample| sample % folds).collect();
    rng.shuffle(&mut fold);
    Ok(Folds { fold, count: folds, next: 0 })
}

/// [`k_fold`] for samples of these classes, with the same share of each class in every fold, as nearly as whole samples allow.
///
/// # Errors
///
/// [`SplitError`] if there are fewer than two folds, or more than samples, or than samples of a class.
///
/// # Examples
///
/// ```
/// use static_nn::init::Rng;
/// use static_nn::split::stratified_k_fold;
///
/// let classes = [7_u8, 7, 7, 7, 9, 9];
/// for split in stratified_k_fold(&classes, 2, &mut Rng::new(1))? {
///     assert_eq!(split.test.iter().filter(|i| classes[**i] == 9).count(), 1);
/// }
/// # Ok::<(), static_nn::split::SplitError>(())
/// ```
pub fn stratified_k_fold<C: Class>(classes: &[C], folds: usize, rng: &mut Rng) -> Result<Folds, SplitError> {
    check(classes.len(), folds)?;
    let mut fold = vec![0; classes.len()];
    // The folds take turns, from class to class without a break, so that their sizes differ by one at most.
    let members = strata(classes, folds, rng)?.into_iter().flat_map(|stratum| stratum.samples);
    for (turn, sample) in members.enumerate() {
        fold[sample] = turn % folds;
    }
    Ok(Folds { fold, count: folds, next: 0 })
}

fn check(samples: usize, folds: usize) -> Result<(), SplitError> {
    if folds < 2 || folds > samples { Err(SplitError::Folds { folds, samples }) } else { Ok(()) }
}
