//! Features in one range.

use super::FitError;
use super::error::{check, narrow};
use crate::parameters::{Order, Parameters, Parts, Path, Role, Tensor};
use crate::scalar::{Number, Scalar};

/// Moves and stretches every feature from the range that it has to one that is given: scikit-learn's `MinMaxScaler`.
///
/// - transform: `(x - data_min) / (data_max - data_min) (high - low) + low`
/// - back: `(x - low) / (high - low) (data_max - data_min) + data_min`
///
/// A feature that is the same in all samples counts as if it had a range of 1, so it becomes `low`. A sample outside of what was
/// fitted lands outside the range.
///
/// # Examples
///
/// ```
/// use static_nn::prepare::MinMaxScaler;
///
/// let scaler = MinMaxScaler::fit_range(&[[1.0_f32, 7.0], [5.0, 7.0]], -1.0, 1.0)?;
/// assert_eq!(scaler.transform(&[4.0, 7.0]), [0.5, -1.0]);
/// assert_eq!(scaler.inverse_transform(&[0.5, -1.0]), [4.0, 7.0]);
/// # Ok::<(), static_nn::prepare::FitError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(C)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(bound(serialize = "T: serde::Serialize")))]
pub struct MinMaxScaler<T, const N: usize> {
    /// The smallest value of each feature.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::list"))]
    pub data_min: [T; N],
    /// The largest value of each feature.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::list"))]
    pub data_max: [T; N],
    /// Where the range begins and ends.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::list"))]
    pub feature_range: [T; 2],
}

#[cfg(feature = "serde")]
crate::serialize::checked! {
    [T: Scalar, const N: usize] [T: serde::de::DeserializeOwned] "T: serde::Deserialize<'de>"
    MinMaxScaler<T, N> {
        #[serde(with = "crate::serialize::list")] data_min: [T; N],
        #[serde(with = "crate::serialize::list")] data_max: [T; N],
        #[serde(with = "crate::serialize::list")] feature_range: [T; 2],
    }
    |scaler| {
        let [low, high] = scaler.feature_range;
        let mut features = scaler.data_min.iter().zip(&scaler.data_max);
        if !features.all(|(min, max)| Number::is_finite(*max - *min) && min <= max) {
            return Err("every `data_min` is to be finite, and no larger than its `data_max`");
        }
        let range = Number::is_finite(high - low) && low < high;
        if range { Ok(()) } else { Err("`feature_range` is to be two finite numbers, the smaller first") }
    }
}

// SAFETY: repr(C), and all fields are arrays of scalars.
#[expect(unsafe_code, reason = "the promise of being nothing but scalars")]
unsafe impl<T: Scalar, const N: usize> Parameters<T> for MinMaxScaler<T, N> {
    const PARAMETERS: usize = 2 * N + 2;
    const PARTS: Parts = Parts::Named(&[
        ("data_min", Parts::Tensor(&[N], Order::RowMajor)),
        ("data_max", Parts::Tensor(&[N], Order::RowMajor)),
        ("feature_range", Parts::Tensor(&[2], Order::RowMajor)),
    ]);

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        let mut tensor = |part: &str, dims: &[usize]| {
            let (order, role, fan_in, fan_out) = (Order::RowMajor, Role::Weight, dims[0], dims[0]);
            visit(&Tensor { name: &name.join(part), dims, order, role, fan_in, fan_out });
        };
        tensor("data_min", &[N]);
        tensor("data_max", &[N]);
        tensor("feature_range", &[2]);
    }
}

/// Leaves samples as they are.
impl<T: Scalar, const N: usize> Default for MinMaxScaler<T, N> {
    fn default() -> Self {
        Self { data_min: [T::ZERO; N], data_max: [T::ONE; N], feature_range: [T::ZERO, T::ONE] }
    }
}

impl<T: Scalar, const N: usize> MinMaxScaler<T, N> {
    /// From the ranges of these samples to 0 to 1.
    ///
    /// # Errors
    ///
    /// [`FitError`] if there are no samples, a value is not finite, or a range is wider than the scalar can hold.
    pub fn fit(samples: &[[T; N]]) -> Result<Self, FitError> {
        Self::fit_range(samples, T::ZERO, T::ONE)
    }

    /// From the ranges of these samples to `low` to `high`.
    ///
    /// # Errors
    ///
    /// As for [`fit`](Self::fit), and if `low` and `high` are not two finite numbers, the smaller first.
    pub fn fit_range(samples: &[[T; N]], low: T, high: T) -> Result<Self, FitError> {
        if !(Number::is_finite(high - low) && low < high) {
            return Err(FitError::Range { low: low.to_f64(), high: high.to_f64() });
        }
        check(samples, 1)?;
        let mut fitted = Self { data_min: samples[0], data_max: samples[0], feature_range: [low, high] };
        for sample in samples {
            for ((value, min), max) in sample.iter().zip(&mut fitted.data_min).zip(&mut fitted.data_max) {
                if value < min {
                    *min = *value;
                }
                if value > max {
                    *max = *value;
                }
            }
        }
        for feature in 0..N {
            narrow::<T>(feature, fitted.data_max[feature].to_f64() - fitted.data_min[feature].to_f64())?;
        }
        Ok(fitted)
    }

    /// One sample, prepared.
    #[inline]
    #[must_use]
    pub fn transform(&self, sample: &[T; N]) -> [T; N] {
        let [low, high] = self.feature_range;
        core::array::from_fn(|i| (sample[i] - self.data_min[i]) / self.width(i) * (high - low) + low)
    }

    /// What was prepared, as it was to rounding.
    #[inline]
    #[must_use]
    pub fn inverse_transform(&self, prepared: &[T; N]) -> [T; N] {
        let [low, high] = self.feature_range;
        core::array::from_fn(|i| (prepared[i] - low) / (high - low) * self.width(i) + self.data_min[i])
    }

    /// All samples, prepared where they lie.
    pub fn transform_in_place(&self, samples: &mut [[T; N]]) {
        for sample in samples {
            *sample = self.transform(sample);
        }
    }

    /// All prepared samples, taken back where they lie.
    pub fn inverse_transform_in_place(&self, prepared: &mut [[T; N]]) {
        for sample in prepared {
            *sample = self.inverse_transform(sample);
        }
    }

    /// The range of a feature; 1 if it has none.
    #[inline]
    fn width(&self, feature: usize) -> T {
        let width = self.data_max[feature] - self.data_min[feature];
        if width == T::ZERO { T::ONE } else { width }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::float_cmp, reason = "the ends of a range are exact, and so is a range that changes nothing")]

    use super::*;

    #[test]
    fn the_ends_of_a_feature_are_the_ends_of_the_range() {
        let samples = [[0.1_f32, -1e30], [0.3, 0.0], [0.7, 1e30]];
        let scaler = MinMaxScaler::fit(&samples).unwrap();
        let mut prepared = samples;
        scaler.transform_in_place(&mut prepared);
        assert_eq!((prepared[0], prepared[2]), ([0.0; 2], [1.0; 2]));
        scaler.inverse_transform_in_place(&mut prepared);
        for (prepared, sample) in prepared.as_flattened().iter().zip(samples.as_flattened()) {
            // The way there and back rounds four times.
            assert!((prepared - sample).abs() <= 4.0 * f32::EPSILON * sample.abs(), "{prepared} {sample}");
        }
    }

    #[test]
    fn what_cannot_be_fitted_is_said() {
        assert_eq!(MinMaxScaler::<f64, 1>::fit(&[]), Err(FitError::TooFew { samples: 0, needed: 1 }));
        let error = MinMaxScaler::fit(&[[0.0], [f64::NAN]]).unwrap_err();
        assert!(matches!(error, FitError::NotFinite { sample: 1, feature: 0, .. }));
        let wide = FitError::TooWide { feature: 0, dtype: "F32" };
        assert_eq!(MinMaxScaler::fit(&[[f32::MAX], [-f32::MAX]]), Err(wide));
        for (low, high) in [(1.0, 1.0), (2.0, 1.0), (0.0, f64::INFINITY), (-f64::MAX, f64::MAX)] {
            assert_eq!(MinMaxScaler::fit_range(&[[0.0]], low, high), Err(FitError::Range { low, high }));
        }
        assert!(MinMaxScaler::fit_range(&[[0.0]], f64::NAN, 1.0).is_err());
    }

    #[test]
    fn the_default_changes_nothing() {
        assert_eq!(MinMaxScaler::default().transform(&[-2.5_f32, 0.0, 7.0]), [-2.5, 0.0, 7.0]);
    }
}
