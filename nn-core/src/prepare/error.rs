//! Why a preparation does not fit.

use crate::scalar::{Number, Scalar};

/// Why nothing was fitted to some samples.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum FitError {
    /// There are too few samples.
    #[error("there are {samples} samples, but at least {needed} are needed")]
    TooFew {
        /// How many there are.
        samples: usize,
        /// How many are needed.
        needed: usize,
    },
    /// A value is infinite or NaN.
    #[error("feature {feature} of sample {sample} is {value}, not a finite number")]
    NotFinite {
        /// The place of the sample, counted from 0.
        sample: usize,
        /// The place of the value in it, counted from 0.
        feature: usize,
        /// The value.
        value: f64,
    },
    /// The values of a feature are so far apart that the scalar cannot hold their distance.
    #[error("the values of feature {feature} are too far apart for {}: divide them by a constant first", name(dtype))]
    TooWide {
        /// The place of the feature, counted from 0.
        feature: usize,
        /// The scalar as safetensors files have it: `F32` or `F64`.
        dtype: &'static str,
    },
    /// The range to scale to is none.
    #[error("the range is {low} to {high}, but must be two finite numbers, the smaller first")]
    Range {
        /// Where it should begin.
        low: f64,
        /// Where it should end.
        high: f64,
    },
    /// More directions are wanted than samples or features can have.
    #[error("{components} components are wanted, but {samples} samples of {features} features have at most {most}")]
    Components {
        /// How many are wanted.
        components: usize,
        /// How many samples there are.
        samples: usize,
        /// How many features each has.
        features: usize,
        /// The smaller of the two.
        most: usize,
    },
    /// All samples are the same, so no direction is better than another.
    #[error("all samples are the same: there is no direction in which they differ")]
    Constant,
    /// The decomposition into directions has not ended.
    #[error("the singular value decomposition has not converged: scale the features first")]
    Decomposition,
}

fn name(dtype: &str) -> &'static str {
    if dtype == f32::DTYPE { "`f32`" } else { "`f64`" }
}

/// Checks that there are enough samples, with nothing but finite values.
pub(super) fn check<T: Scalar, const N: usize>(samples: &[[T; N]], needed: usize) -> Result<(), FitError> {
    if samples.len() < needed {
        return Err(FitError::TooFew { samples: samples.len(), needed });
    }
    for (sample, values) in samples.iter().enumerate() {
        if let Some(feature) = values.iter().position(|value| !Number::is_finite(*value)) {
            return Err(FitError::NotFinite { sample, feature, value: values[feature].to_f64() });
        }
    }
    Ok(())
}

/// The nearest scalar, if it is finite.
pub(super) fn narrow<T: Scalar>(feature: usize, value: f64) -> Result<T, FitError> {
    let narrow = T::from_f64(value);
    if Number::is_finite(narrow) { Ok(narrow) } else { Err(FitError::TooWide { feature, dtype: T::DTYPE }) }
}
