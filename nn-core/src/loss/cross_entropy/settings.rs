//! What a cross entropy can be told: how much each class counts, and how sure the targets are.

use super::CrossEntropy;
use crate::scalar::Scalar;
use crate::settings::SettingError;
use crate::settings::check_held;

/// [`CrossEntropy`] with [class weights](CrossEntropy::class_weights), [label smoothing](CrossEntropy::label_smoothing), or both.
///
/// With weights `w`, smoothing `s`, and the target's probabilities `t` (1 at a class, 0 elsewhere) of `n` classes, class `j` counts
/// `m[j] = w[j] ((1 - s) t[j] + s / n)`; then `loss = -sum(m ln p)` and `dy = p sum(m) - m`.
///
/// PyTorch divides differently for the two kinds of target, and so does this: a batch of classes is a weighted mean, the sum
/// over the samples divided by the sum of the weights of their classes, and a batch of probabilities is divided by the
/// number of samples. If the classes of a whole batch have weight 0, its loss and gradient are 0, where PyTorch has NaN.
///
/// # Errors
///
/// A weight that is negative or not finite, no weight above 0, or a smoothing outside 0 to 1 is an error before the first step.
/// Another number of weights than of classes does not compile.
///
/// # Examples
///
/// ```
/// use static_nn::loss::{CrossEntropy, Loss};
/// use static_nn::D1;
///
/// let loss = CrossEntropy.class_weights([1.0, 3.0]).label_smoothing(0.2);
/// // 3 * 0.9 ln 2 for the class, 1 * 0.1 ln 2 for the other one.
/// let value = Loss::<f64, D1<2>, usize>::value(&loss, &[0.0; 2], &1);
/// assert!((value - 2.8 * core::f64::consts::LN_2).abs() < 1e-12);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(bound(serialize = "W: crate::serialize::Part")))]
pub struct CrossEntropyWith<W> {
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::list"))]
    weights: W,
    smoothing: f64,
}

#[cfg(feature = "serde")]
crate::serialize::checked! {
    [] CrossEntropyWith<Unweighted> {
        #[serde(with = "crate::serialize::list")] weights: Unweighted,
        smoothing: f64,
    }
    crate::loss::Loss::<f64, crate::shape::D1<2>, usize>::check_settings
}
#[cfg(feature = "serde")]
crate::serialize::checked! {
    [const N: usize] CrossEntropyWith<[f64; N]> {
        #[serde(with = "crate::serialize::list")] weights: [f64; N],
        smoothing: f64,
    }
    crate::loss::Loss::<f64, crate::shape::D1<N>, usize>::check_settings
}

/// All classes count the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unweighted;

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::Unweighted {}
    impl<const N: usize> Sealed for [f64; N] {}
}

/// How much each of `N` classes counts: a number for each, or [`Unweighted`].
#[diagnostic::on_unimplemented(
    message = "these class weights do not fit an output of {N} classes",
    label = "`{Self}` for an output of shape `[{N}]`",
    note = "`class_weights` takes one number for each class, in the order of the outputs"
)]
pub trait ClassWeights<const N: usize>: Copy + core::fmt::Debug + Sync + sealed::Sealed {
    /// The weights, if they differ.
    fn weights(&self) -> Option<&[f64; N]>;
}

impl<const N: usize> ClassWeights<N> for Unweighted {
    fn weights(&self) -> Option<&[f64; N]> {
        None
    }
}

impl<const N: usize> ClassWeights<N> for [f64; N] {
    fn weights(&self) -> Option<&[f64; N]> {
        Some(self)
    }
}

impl CrossEntropy {
    /// The loss in which each class counts as much as its weight, for classes that are seldom: PyTorch's `weight`.
    ///
    /// See [`CrossEntropyWith`] for the formula and for the mean over a batch.
    #[must_use]
    pub const fn class_weights<const N: usize>(self, weights: [f64; N]) -> CrossEntropyWith<[f64; N]> {
        CrossEntropyWith { weights, smoothing: 0.0 }
    }

    /// The loss whose targets give `smoothing` of their probability away, to all classes alike (Szegedy et al., 2016), so that a
    /// network does not become too sure: PyTorch's `label_smoothing`, 0 to 1.
    #[must_use]
    pub const fn label_smoothing(self, smoothing: f64) -> CrossEntropyWith<Unweighted> {
        CrossEntropyWith { weights: Unweighted, smoothing }
    }
}

impl<W: Copy> CrossEntropyWith<W> {
    /// The same with these [class weights](CrossEntropy::class_weights).
    #[must_use]
    pub const fn class_weights<const N: usize>(self, weights: [f64; N]) -> CrossEntropyWith<[f64; N]> {
        CrossEntropyWith { weights, smoothing: self.smoothing }
    }

    /// The same with this [label smoothing](CrossEntropy::label_smoothing).
    #[must_use]
    pub const fn label_smoothing(mut self, smoothing: f64) -> Self {
        self.smoothing = smoothing;
        self
    }
}

/// What the two types of cross entropy have in common.
pub(super) trait Settings<const N: usize>: Sync {
    /// Whether there are none.
    const NONE: bool;

    fn weights(&self) -> Option<&[f64; N]>;

    fn smoothing(&self) -> f64;

    fn check(&self) -> Result<(), SettingError> {
        if let Some(weights) = self.weights() {
            let setting = "class_weights";
            if let Some(&value) = weights.iter().find(|weight| !(weight.is_finite() && **weight >= 0.0)) {
                let permitted = "finite numbers that are not negative";
                return Err(SettingError { setting, value, permitted });
            }
            weights.iter().try_for_each(|weight| check_held(setting, *weight))?;
            if weights.iter().all(|weight| *weight == 0.0) {
                return Err(SettingError { setting, value: 0.0, permitted: "above 0 for at least one class" });
            }
        }
        if (0.0..=1.0).contains(&self.smoothing()) {
            return Ok(());
        }
        Err(SettingError { setting: "label_smoothing", value: self.smoothing(), permitted: "between 0 and 1" })
    }

    /// What a class's probability is multiplied by, and what is added to it then, to be what the class counts.
    #[inline(always)]
    fn count<T: Scalar>(&self, class: usize) -> (T, T) {
        let weight = self.weights().map_or(1.0, |weights| weights[class]);
        let spread = self.smoothing() / N as f64;
        (T::from_f64(weight * (1.0 - self.smoothing())), T::from_f64(weight * spread))
    }
}

impl<const N: usize> Settings<N> for CrossEntropy {
    const NONE: bool = true;

    #[inline(always)]
    fn weights(&self) -> Option<&[f64; N]> {
        None
    }

    #[inline(always)]
    fn smoothing(&self) -> f64 {
        0.0
    }
}

impl<const N: usize, W: ClassWeights<N>> Settings<N> for CrossEntropyWith<W> {
    const NONE: bool = false;

    #[inline(always)]
    fn weights(&self) -> Option<&[f64; N]> {
        self.weights.weights()
    }

    #[inline(always)]
    fn smoothing(&self) -> f64 {
        self.smoothing
    }
}
