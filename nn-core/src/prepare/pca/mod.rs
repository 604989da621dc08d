//! Principal components: the directions in which samples differ most.

#[cfg(feature = "alloc")]
mod fit;

use crate::network::BatchError;
use crate::parameters::{Order, Parameters, Parts, Path, Role, Tensor};
use crate::scalar::Scalar;

/// Principal component analysis: samples of `N` features as their places along the `K` directions in which they differ most;
/// scikit-learn's `PCA`.
///
/// - transform: `y = components (x - mean)`
/// - back: `x = componentsᵀ y + mean`, the nearest that `K` directions can say
///
/// Directions are orthogonal and of length 1, the one of most variance first. A direction's sign means nothing; it is the one in
/// which its entry of largest size is positive, as in scikit-learn from version 1.5 on; of entries that are equal up to rounding the
/// first, so that it is the same everywhere. `Pca::fit` needs the feature `alloc`, the rest does not.
///
/// # Shapes
///
/// `mean` is `[N]`, `components` is `[K, N]`, `explained_variance` and `explained_variance_ratio` are `[K]`.
///
/// # Examples
///
/// ```
/// use static_nn::prepare::Pca;
///
/// // Points on a line, and one that is off it.
/// let samples = [[0.0_f64, 0.0], [3.0, 4.0], [6.0, 8.0], [-0.8, 0.6]];
/// let pca = Pca::<f64, 2, 1>::fit(&samples[..3])?;
/// assert!((pca.components[0][0] - 0.6).abs() < 1e-12 && (pca.components[0][1] - 0.8).abs() < 1e-12);
/// assert!((pca.explained_variance[0] - 25.0).abs() < 1e-12); // the places are -5, 0 and 5
/// assert!((pca.explained_variance_ratio[0] - 1.0).abs() < 1e-12);
/// assert!((pca.transform(&[6.0, 8.0])[0] - 5.0).abs() < 1e-12);
/// // The nearest point on the line.
/// let back = pca.inverse_transform(&pca.transform(&samples[3]));
/// assert!(back[0].abs() < 1e-12 && back[1].abs() < 1e-12);
/// # Ok::<(), static_nn::prepare::FitError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(C)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(bound(serialize = "T: serde::Serialize")))]
pub struct Pca<T, const N: usize, const K: usize> {
    /// The mean of each feature.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::list"))]
    pub mean: [T; N],
    /// The directions, one a row.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::table"))]
    pub components: [[T; N]; K],
    /// The variance of the samples along each direction, over one sample less than there are.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::list"))]
    pub explained_variance: [T; K],
    /// The part of all variance that lies along each direction.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::list"))]
    pub explained_variance_ratio: [T; K],
}

#[cfg(feature = "serde")]
crate::serialize::checked! {
    [T: Scalar, const N: usize, const K: usize] [T: serde::de::DeserializeOwned] "T: serde::Deserialize<'de>"
    Pca<T, N, K> {
        #[serde(with = "crate::serialize::list")] mean: [T; N],
        #[serde(with = "crate::serialize::table")] components: [[T; N]; K],
        #[serde(with = "crate::serialize::list")] explained_variance: [T; K],
        #[serde(with = "crate::serialize::list")] explained_variance_ratio: [T; K],
    }
    |pca| {
        let finite = pca.as_slice().iter().all(|value| crate::scalar::Number::is_finite(*value));
        if finite { Ok(()) } else { Err("every number of principal components is to be finite") }
    }
}

// SAFETY: repr(C), and all fields are arrays of scalars or of arrays of scalars.
#[expect(unsafe_code, reason = "the promise of being nothing but scalars")]
unsafe impl<T: Scalar, const N: usize, const K: usize> Parameters<T> for Pca<T, N, K> {
    const PARAMETERS: usize = N + N * K + 2 * K;
    const PARTS: Parts = Parts::Named(&[
        ("mean", Parts::Tensor(&[N], Order::RowMajor)),
        ("components", Parts::Tensor(&[K, N], Order::RowMajor)),
        ("explained_variance", Parts::Tensor(&[K], Order::RowMajor)),
        ("explained_variance_ratio", Parts::Tensor(&[K], Order::RowMajor)),
    ]);

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        let mut tensor = |part: &str, dims: &[usize]| {
            let (order, role) = (Order::RowMajor, Role::Weight);
            visit(&Tensor { name: &name.join(part), dims, order, role, fan_in: N, fan_out: K });
        };
        tensor("mean", &[N]);
        tensor("components", &[K, N]);
        tensor("explained_variance", &[K]);
        tensor("explained_variance_ratio", &[K]);
    }
}

impl<T: Scalar, const N: usize, const K: usize> Pca<T, N, K> {
    /// The places of one sample along the directions.
    #[inline]
    #[must_use]
    pub fn transform(&self, sample: &[T; N]) -> [T; K] {
        core::array::from_fn(|k| {
            let mut place = T::ZERO;
            for ((part, x), mean) in self.components[k].iter().zip(sample).zip(&self.mean) {
                place += *part * (*x - *mean);
            }
            place
        })
    }

    /// The sample with these places, and the mean in all other directions.
    #[inline]
    #[must_use]
    pub fn inverse_transform(&self, places: &[T; K]) -> [T; N] {
        let mut sample = self.mean;
        for (component, place) in self.components.iter().zip(places) {
            for (x, part) in sample.iter_mut().zip(component) {
                *x += *part * *place;
            }
        }
        sample
    }

    /// The places of all samples.
    ///
    /// # Errors
    ///
    /// [`BatchError::Length`] if there is not room for as many places as there are samples; nothing is written then.
    pub fn transform_batch(&self, samples: &[[T; N]], places: &mut [[T; K]]) -> Result<(), BatchError> {
        check_room(samples.len(), places.len(), "places")?;
        for (sample, places) in samples.iter().zip(places) {
            *places = self.transform(sample);
        }
        Ok(())
    }

    /// The samples of all places.
    ///
    /// # Errors
    ///
    /// [`BatchError::Length`] if there is not room for as many samples as there are places; nothing is written then.
    pub fn inverse_transform_batch(&self, places: &[[T; K]], samples: &mut [[T; N]]) -> Result<(), BatchError> {
        check_room(places.len(), samples.len(), "samples to write")?;
        for (places, sample) in places.iter().zip(samples) {
            *sample = self.inverse_transform(places);
        }
        Ok(())
    }
}

fn check_room(samples: usize, others: usize, what: &'static str) -> Result<(), BatchError> {
    if samples == others { Ok(()) } else { Err(BatchError::Length { samples, others, what }) }
}
