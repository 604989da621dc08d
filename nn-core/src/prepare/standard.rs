//! Features of mean 0 and variance 1.

use core::ops::Range;

use super::FitError;
use super::error::{check, narrow};
use crate::parameters::{Order, Parameters, Parts, Path, Tensor};
use crate::scalar::Scalar;

/// Features that are summed side by side: a cache line of single precision is read once.
const TOGETHER: usize = 16;

/// Takes the mean off every feature and divides by its standard deviation: scikit-learn's `StandardScaler`.
///
/// - transform: `(x - mean) / scale`
/// - back: `x scale + mean`
///
/// `scale` is the standard deviation of the population, `sqrt(mean((x - mean)^2))`. Of a feature that is the same in all samples,
/// or different only by rounding, it is 1. As a layer of a network it is [`Standardize`](crate::Standardize).
///
/// # Examples
///
/// ```
/// use static_nn::prepare::StandardScaler;
///
/// let scaler = StandardScaler::fit(&[[1.0_f64, 7.0], [5.0, 7.0]])?;
/// assert_eq!((scaler.mean, scaler.scale), ([3.0, 7.0], [2.0, 1.0]));
/// assert_eq!(scaler.transform(&[9.0, 8.0]), [3.0, 1.0]);
/// assert_eq!(scaler.inverse_transform(&[3.0, 1.0]), [9.0, 8.0]);
/// # Ok::<(), static_nn::prepare::FitError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(C)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(bound(serialize = "T: serde::Serialize")))]
pub struct StandardScaler<T, const N: usize> {
    /// The mean of each feature.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::list"))]
    pub mean: [T; N],
    /// What each feature is divided by.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::list"))]
    pub scale: [T; N],
}

#[cfg(feature = "serde")]
crate::serialize::checked! {
    [T: Scalar, const N: usize] [T: serde::de::DeserializeOwned] "T: serde::Deserialize<'de>"
    StandardScaler<T, N> {
        #[serde(with = "crate::serialize::list")] mean: [T; N],
        #[serde(with = "crate::serialize::list")] scale: [T; N],
    }
    |scaler| {
        let means = scaler.mean.iter().all(|mean| crate::scalar::Number::is_finite(*mean));
        let scales = scaler.scale.iter().all(|scale| crate::scalar::Number::is_finite(*scale) && *scale > T::ZERO);
        if means && scales { Ok(()) } else { Err("every `mean` is to be finite, and every `scale` above zero, too") }
    }
}

// SAFETY: repr(C), and both fields are arrays of scalars.
#[expect(unsafe_code, reason = "the promise of being nothing but scalars")]
unsafe impl<T: Scalar, const N: usize> Parameters<T> for StandardScaler<T, N> {
    const PARAMETERS: usize = 2 * N;
    const PARTS: Parts = Parts::Named(&[
        ("mean", Parts::Tensor(&[N], Order::RowMajor)),
        ("scale", Parts::Tensor(&[N], Order::RowMajor)),
    ]);

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        <[T; N]>::tensors(&name.join("mean"), visit);
        <[T; N]>::tensors(&name.join("scale"), visit);
    }
}

/// Leaves samples as they are.
impl<T: Scalar, const N: usize> Default for StandardScaler<T, N> {
    fn default() -> Self {
        Self { mean: [T::ZERO; N], scale: [T::ONE; N] }
    }
}

impl<T: Scalar, const N: usize> StandardScaler<T, N> {
    /// The means and standard deviations of these samples.
    ///
    /// # Errors
    ///
    /// [`FitError`] if there are no samples, a value is not finite, or a deviation is beyond the scalar.
    pub fn fit(samples: &[[T; N]]) -> Result<Self, FitError> {
        check(samples, 1)?;
        let mut fitted = Self::default();
        for start in (0..N).step_by(TOGETHER) {
            let features = start..N.min(start + TOGETHER);
            for (feature, (mean, deviation)) in features.clone().zip(moments(samples, &features)) {
                fitted.mean[feature] = narrow(feature, mean)?;
                let scale = narrow(feature, deviation)?;
                if scale > T::ZERO {
                    fitted.scale[feature] = scale;
                }
            }
        }
        Ok(fitted)
    }

    /// One sample, prepared.
    #[inline]
    #[must_use]
    pub fn transform(&self, sample: &[T; N]) -> [T; N] {
        core::array::from_fn(|i| (sample[i] - self.mean[i]) / self.scale[i])
    }

    /// What was prepared, as it was to rounding.
    #[inline]
    #[must_use]
    pub fn inverse_transform(&self, prepared: &[T; N]) -> [T; N] {
        core::array::from_fn(|i| prepared[i] * self.scale[i] + self.mean[i])
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
}

/// The means and the standard deviations of some features; a deviation that rounding alone can make is 0.
fn moments<T: Scalar, const N: usize>(samples: &[[T; N]], features: &Range<usize>) -> [(f64, f64); TOGETHER] {
    let count = samples.len() as f64;
    // From the first sample on: what all of them have in common is not rounded.
    let first = &samples[0][features.clone()];
    let distance =
        |sample: &[T; N], feature: usize| sample[features.start + feature].to_f64() - first[feature].to_f64();
    let mut shifts = [0.0; TOGETHER];
    for sample in samples {
        for (feature, shift) in shifts.iter_mut().enumerate().take(first.len()) {
            *shift += distance(sample, feature);
        }
    }
    let shifts = shifts.map(|sum| sum / count);
    let mut squares = [0.0; TOGETHER];
    for sample in samples {
        for feature in 0..first.len() {
            let deviation = distance(sample, feature) - shifts[feature];
            squares[feature] += deviation * deviation;
        }
    }
    let mut moments = [(0.0, 0.0); TOGETHER];
    for (feature, first) in first.iter().enumerate() {
        let (mean, variance) = (first.to_f64() + shifts[feature], squares[feature] / count);
        // The bound is scikit-learn's.
        let rounding = count * mean * f64::EPSILON;
        let noise = count * f64::EPSILON * variance + rounding * rounding;
        moments[feature] = (mean, if variance <= noise { 0.0 } else { libm::sqrt(variance) });
    }
    moments
}

#[cfg(test)]
mod tests {
    #![expect(clippy::float_cmp, reason = "the numbers are small whole ones and powers of two")]

    use super::*;

    #[test]
    fn constant_features_are_divided_by_one() {
        let scaler = StandardScaler::fit(&[[0.1_f32, 3.0], [0.1, 3.0], [0.1, 3.0]]).unwrap();
        assert_eq!(scaler, StandardScaler { mean: [0.1, 3.0], scale: [1.0; 2] });
        // One unit in the last place: rounding, and no feature.
        let scaler = StandardScaler::fit(&[[1.0], [1.0 + f64::EPSILON]]).unwrap();
        assert_eq!(scaler.scale, [1.0]);
        let scaler = StandardScaler::fit(&[[5.0_f64]]).unwrap();
        assert_eq!(scaler.transform(&[7.0]), [2.0]);
    }

    #[test]
    fn every_feature_has_moments_of_its_own() {
        // More features than are summed side by side, and not a multiple.
        let samples: [[f64; 37]; 2] = [core::array::from_fn(|i| i as f64), core::array::from_fn(|i| 3.0 * i as f64)];
        let scaler = StandardScaler::fit(&samples).unwrap();
        for (i, (mean, scale)) in scaler.mean.iter().zip(scaler.scale).enumerate() {
            assert_eq!((*mean, scale), (2.0 * i as f64, if i == 0 { 1.0 } else { i as f64 }));
        }
    }

    #[test]
    fn large_offsets_lose_nothing() {
        let scaler = StandardScaler::fit(&[[1e9_f64 + 1.0], [1e9 + 2.0], [1e9 + 3.0]]).unwrap();
        assert_eq!(scaler.mean, [1e9 + 2.0]);
        assert!((scaler.scale[0] - (2.0_f64 / 3.0).sqrt()).abs() < f64::EPSILON);
    }

    #[test]
    fn what_cannot_be_fitted_is_said() {
        assert_eq!(StandardScaler::<f32, 2>::fit(&[]), Err(FitError::TooFew { samples: 0, needed: 1 }));
        let (value, wide) = (f64::INFINITY, FitError::TooWide { feature: 0, dtype: "F64" });
        assert_eq!(
            StandardScaler::fit(&[[1.0_f32, 2.0], [3.0, f32::INFINITY]]),
            Err(FitError::NotFinite { sample: 1, feature: 1, value })
        );
        assert_eq!(StandardScaler::fit(&[[f64::MAX], [-f64::MAX]]), Err(wide));
        // Double precision holds what single precision spreads.
        assert_eq!(StandardScaler::fit(&[[f32::MAX], [-f32::MAX]]).unwrap().scale, [f32::MAX]);
        // A deviation below the smallest number is none.
        let least = f32::from_bits(1);
        assert_eq!(StandardScaler::fit(&[[0.0], [0.0], [0.0], [0.0], [0.0], [least]]).unwrap().scale, [1.0]);
    }

    #[test]
    fn nothing_is_hidden_in_what_is_not_a_number() {
        let scaler = StandardScaler::fit(&[[0.0_f32], [2.0]]).unwrap();
        assert!(scaler.transform(&[f32::NAN])[0].is_nan());
        assert_eq!(StandardScaler::default().transform(&[1.5_f32, -2.0]), [1.5, -2.0]);
    }
}
