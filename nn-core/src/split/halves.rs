//! Two parts.

use alloc::vec::Vec;

use super::strata::strata;
use super::{Split, SplitError};
use crate::class::Class;
use crate::init::Rng;

/// Divides `samples` samples by chance: the part `fraction` of them, rounded up, to test on, the others to train on. Both parts
/// are in the order in which they are drawn.
///
/// # Errors
///
/// [`SplitError`] if the fraction is not between 0 and 1, or a part would be empty.
///
/// # Examples
///
/// ```
/// use static_nn::init::Rng;
/// use static_nn::split::random_split;
///
/// let split = random_split(10, 0.25, &mut Rng::new(1))?;
/// assert_eq!((split.train.len(), split.test.len()), (7, 3));
/// # Ok::<(), static_nn::split::SplitError>(())
/// ```
pub fn random_split(samples: usize, fraction: f64, rng: &mut Rng) -> Result<Split, SplitError> {
    let test = test_size(samples, fraction)?;
    let mut train: Vec<usize> = (0..samples).collect();
    rng.shuffle(&mut train);
    let test = train.split_off(samples - test);
    Ok(Split { train, test })
}

/// Divides samples of these classes as [`random_split`] does, but with the same share of each class in both parts, as nearly as
/// whole samples allow.
///
/// # Errors
///
/// [`SplitError`] if the fraction is not between 0 and 1, a class has fewer than two samples, or a part would have fewer samples
/// than there are classes.
///
/// # Examples
///
/// ```
/// use static_nn::init::Rng;
/// use static_nn::split::stratified_split;
///
/// let classes = [0_u8, 1, 0, 1, 0, 1, 0, 0, 0];
/// let split = stratified_split(&classes, 1.0 / 3.0, &mut Rng::new(1))?;
/// let ones = |part: &[usize]| part.iter().filter(|i| classes[**i] == 1).count();
/// assert_eq!((ones(&split.train), ones(&split.test)), (2, 1));
/// # Ok::<(), static_nn::split::SplitError>(())
/// ```
pub fn stratified_split<C: Class>(classes: &[C], fraction: f64, rng: &mut Rng) -> Result<Split, SplitError> {
    let samples = classes.len();
    let test = test_size(samples, fraction)?;
    let strata = strata(classes, 2, rng)?;
    if test.min(samples - test) < strata.len() {
        return Err(SplitError::TooFewForClasses { samples, test, classes: strata.len() });
    }
    let members: Vec<usize> = strata.iter().map(|stratum| stratum.samples.len()).collect();
    let mut split = Split { train: Vec::with_capacity(samples), test: Vec::with_capacity(test) };
    for (stratum, count) in strata.iter().zip(shares(&members, samples - test, rng)) {
        let (train, test) = stratum.samples.split_at(count);
        split.train.extend(train);
        split.test.extend(test);
    }
    rng.shuffle(&mut split.train);
    rng.shuffle(&mut split.test);
    Ok(split)
}

/// How many of `samples` are to test on.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of a length is a length")]
fn test_size(samples: usize, fraction: f64) -> Result<usize, SplitError> {
    if !(fraction > 0.0 && fraction < 1.0) {
        return Err(SplitError::Fraction { fraction });
    }
    let test = libm::ceil(fraction * samples as f64) as usize;
    if test >= samples { Err(SplitError::TooFew { samples, test }) } else { Ok(test) }
}

/// `wanted` samples divided between classes of so many members in proportion: whole numbers first, then one more where the
/// remainder is largest, of equal ones by chance.
fn shares(members: &[usize], wanted: usize, rng: &mut Rng) -> Vec<usize> {
    let samples = members.iter().sum::<usize>() as u128;
    let products = || members.iter().map(|members| *members as u128 * wanted as u128);
    let mut shares: Vec<usize> = products().map(|product| whole(product / samples)).collect();
    let mut order: Vec<usize> = (0..members.len()).collect();
    rng.shuffle(&mut order);
    let remainders: Vec<u128> = products().map(|product| product % samples).collect();
    order.sort_by_key(|class| core::cmp::Reverse(remainders[*class]));
    let left = wanted - shares.iter().sum::<usize>();
    for class in &order[..left] {
        shares[*class] += 1;
    }
    shares
}

/// A share is no more than the members of a class.
fn whole(share: u128) -> usize {
    usize::try_from(share).unwrap_or(usize::MAX)
}
