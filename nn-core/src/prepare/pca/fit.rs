//! Principal components of samples.

use alloc::boxed::Box;

use nalgebra::DMatrix;

use super::Pca;
use crate::boxed::Boxed;
use crate::parameters::Parameters;
use crate::prepare::FitError;
use crate::prepare::error::{check, narrow};
use crate::scalar::Scalar;

/// Steps of the decomposition for each feature. Some two are needed.
const ROUNDS: usize = 100;
/// Samples that are reduced at a time, if there are not more features.
const SAMPLES: usize = 64;
/// How much smaller than the largest an entry may be and still be as large, up to rounding.
const TIE: f64 = 1e-9;

impl<T: Scalar, const N: usize, const K: usize> Pca<T, N, K> {
    /// The directions of these samples, in a box: nothing passes over the stack, however many features there are.
    ///
    /// They come from the singular value decomposition of the samples without their mean, which are first reduced to a triangle
    /// of `N` rows, so that there may be any number of them. The work is `2 N^2` for each sample, and of the order of `N^3` at
    /// the end.
    ///
    /// # Errors
    ///
    /// [`FitError`] if there are fewer than two samples, fewer samples or features than components, a value that is not finite,
    /// samples that are all the same, or values whose variance is beyond the scalar.
    pub fn fit(samples: &[[T; N]]) -> Result<Boxed<Self>, FitError> {
        check(samples, 2)?;
        let most = samples.len().min(N);
        if K > most {
            return Err(FitError::Components { components: K, samples: samples.len(), features: N, most });
        }
        let mut fitted = Self::zeroed_boxed();
        let mean = means(samples);
        let triangle = triangle(samples, &mean);
        let over = samples.len() as f64 - 1.0;
        let total = triangle.norm_squared() / over;
        if total == 0.0 {
            return Err(FitError::Constant);
        }
        // Beyond the scalar, all sums over it are too.
        narrow::<T>(widest(&triangle), total)?;
        let svd = triangle.try_svd(false, true, 5.0 * f64::EPSILON, ROUNDS * N).ok_or(FitError::Decomposition)?;
        let directions = svd.v_t.ok_or(FitError::Decomposition)?;
        for (mean, value) in fitted.mean.iter_mut().zip(&mean) {
            *mean = T::from_f64(*value);
        }
        let Self { components, explained_variance, explained_variance_ratio, .. } = &mut *fitted;
        for (k, component) in components.iter_mut().enumerate() {
            let direction = directions.row(k);
            let sign = sign(direction.iter().copied());
            for (value, part) in component.iter_mut().zip(direction.iter()) {
                *value = T::from_f64(sign * part);
            }
            let variance = svd.singular_values[k] * svd.singular_values[k] / over;
            explained_variance[k] = T::from_f64(variance);
            explained_variance_ratio[k] = T::from_f64(variance / total);
        }
        Ok(fitted)
    }
}

/// The mean of each feature.
fn means<T: Scalar, const N: usize>(samples: &[[T; N]]) -> Box<[f64]> {
    let count = samples.len() as f64;
    let mean = |feature: usize| {
        // From the first value on: what all of them have in common is not rounded.
        let first = samples[0][feature].to_f64();
        first + samples.iter().map(|sample| (sample[feature].to_f64() - first) / count).sum::<f64>()
    };
    (0..N).map(mean).collect()
}

/// The triangle R of the QR decomposition of the samples without their mean, which has their singular values and directions.
///
/// Some samples at a time are put below the triangle of those before them, and the whole is reduced again.
fn triangle<T: Scalar, const N: usize>(samples: &[[T; N]], mean: &[f64]) -> DMatrix<f64> {
    let mut triangle = DMatrix::zeros(0, N);
    for part in samples.chunks(N.max(SAMPLES)) {
        let above = triangle.nrows();
        let stacked = DMatrix::from_fn(above + part.len(), N, |row, feature| match row.checked_sub(above) {
            None => triangle[(row, feature)],
            Some(sample) => part[sample][feature].to_f64() - mean[feature],
        });
        triangle = stacked.qr().unpack_r();
    }
    triangle
}

/// The feature of most variance.
fn widest(triangle: &DMatrix<f64>) -> usize {
    let columns = triangle.column_iter().map(|column| column.norm_squared()).enumerate();
    columns.fold((0, 0.0), |widest, (i, norm)| if norm > widest.1 { (i, norm) } else { widest }).0
}

/// What makes the first of the largest entries of a direction positive.
fn sign(direction: impl Iterator<Item = f64> + Clone) -> f64 {
    let largest = direction.clone().fold(0.0, |largest: f64, entry| largest.max(entry.abs()));
    let first = direction.into_iter().find(|entry| entry.abs() >= (1.0 - TIE) * largest);
    first.map_or(1.0, f64::signum)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::float_cmp, reason = "signs are exact")]

    use super::*;
    use crate::init::Rng;
    use crate::network::BatchError;
    use std::vec::Vec;

    /// Products of unit vectors of ten values in double precision.
    const ROUNDING: f64 = 1e-13;

    /// Samples of ten features, made of `rank` hidden ones.
    fn samples(count: usize, rank: usize) -> Vec<[f64; 10]> {
        let mut rng = Rng::new(5);
        let mixing: Vec<[f64; 10]> = (0..rank).map(|_| core::array::from_fn(|_| rng.normal())).collect();
        let sample = |_| {
            let hidden: Vec<f64> = (0..rank).map(|_| rng.normal()).collect();
            core::array::from_fn(|i| 3.0 + hidden.iter().zip(&mixing).map(|(h, mix)| h * mix[i]).sum::<f64>())
        };
        (0..count).map(sample).collect()
    }

    #[test]
    fn components_are_orthogonal_and_all_of_them_say_everything() {
        // Fewer samples than features, one part, several parts, and fewer dimensions than features.
        for (count, rank) in [(7, 10), (64, 10), (65, 10), (1000, 10), (200, 4)] {
            let samples = samples(count, rank);
            let pca = Pca::<f64, 10, 7>::fit(&samples).unwrap();
            for (i, a) in pca.components.iter().enumerate() {
                for (j, b) in pca.components.iter().enumerate() {
                    let product: f64 = a.iter().zip(b).map(|(a, b)| a * b).sum();
                    assert!((product - f64::from(u8::from(i == j))).abs() < ROUNDING, "{count} {rank}: {i} {j}");
                }
            }
            assert!(pca.explained_variance.is_sorted_by(|a, b| a >= b));
            if count == 7 || rank == 4 {
                assert!((pca.explained_variance_ratio.iter().sum::<f64>() - 1.0).abs() < ROUNDING);
                for sample in &samples {
                    let back = pca.inverse_transform(&pca.transform(sample));
                    assert!(back.iter().zip(sample).all(|(back, x)| (back - x).abs() < 100.0 * ROUNDING));
                }
            }
        }
    }

    #[test]
    fn the_sign_does_not_hang_on_rounding() {
        // Two features that always differ: both entries are 0.707 in size.
        let falling = [[1.0_f64, -1.0], [2.0, -2.0], [4.0, -4.0]];
        assert!(Pca::<f64, 2, 1>::fit(&falling).unwrap().components[0][0] > 0.7);
        assert_eq!(sign([0.5, -0.5 - 1e-12, 0.1].into_iter()), 1.0);
        assert_eq!(sign([0.4, -0.5].into_iter()), -1.0);
    }

    #[test]
    fn what_cannot_be_fitted_is_said() {
        type Line = Pca<f32, 3, 2>;
        let fit = |samples: &[[f32; 3]]| Line::fit(samples).unwrap_err();
        assert_eq!(fit(&[]), FitError::TooFew { samples: 0, needed: 2 });
        assert_eq!(fit(&[[0.1; 3]; 5]), FitError::Constant);
        let (sample, feature, value) = (1, 2, f64::NEG_INFINITY);
        assert_eq!(fit(&[[0.0; 3], [0.0, 1.0, f32::NEG_INFINITY]]), FitError::NotFinite { sample, feature, value });
        let wide = FitError::TooWide { feature: 1, dtype: "F32" };
        assert_eq!(fit(&[[0.0; 3], [0.0, 1e30, 1.0], [1.0, 0.0, 1.0]]), wide);
        let (components, samples, features, most) = (3, 2, 4, 2);
        assert_eq!(
            Pca::<f64, 4, 3>::fit(&[[0.0; 4], [1.0; 4]]).unwrap_err(),
            FitError::Components { components, samples, features, most }
        );
        assert!(Pca::<f64, 2, 3>::fit(&[[0.0; 2]; 9]).is_err());
    }

    #[test]
    fn batches_need_room() {
        let pca = Pca::<f32, 2, 1>::fit(&[[0.0, 0.0], [3.0, 4.0]]).unwrap();
        let error = BatchError::Length { samples: 2, others: 1, what: "places" };
        assert_eq!(pca.transform_batch(&[[0.0; 2]; 2], &mut [[0.0]]), Err(error));
        let (mut places, mut samples) = ([[0.0]; 2], [[0.0; 2]; 2]);
        pca.transform_batch(&[[0.0, 0.0], [3.0, 4.0]], &mut places).unwrap();
        pca.inverse_transform_batch(&places, &mut samples).unwrap();
        for (back, x) in samples.as_flattened().iter().zip([0.0, 0.0, 3.0, 4.0]) {
            // A few roundings of numbers up to 5.
            assert!((back - x).abs() < 20.0 * f32::EPSILON, "{back} {x}");
        }
    }
}
