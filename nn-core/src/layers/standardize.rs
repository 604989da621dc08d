//! Features of mean 0 and variance 1, inside of the network: a [`StandardScaler`] as a layer.
//!
//! - forward: `y_i = (x_i - m_i) / s_i`, what [`StandardScaler::transform`] gives, to the bit
//! - backward: `dx_i = dy_i / s_i`; the means and the scales are no parameters, and have no gradient
//!
//! It is fitted to the training samples once and stays as it is: no optimizer touches it, and no batch changes it. A network that begins
//! with it takes samples as they come, and is one file, one checkpoint, one constant in the program. Behind any other layer it works the
//! same. Training and evaluation are the same, and samples do not depend on each other.
//!
//! A scale of zero divides by one, as it does where a scaler is fitted: a feature that never changes tells nothing.
//!
//! # Shapes
//!
//! `[N]` to `[N]`. Statistics: `mean` and `scale` of `N` each, which begin at zero and one, so that nothing is changed, and count as
//! parameters of the network. They are the tensors of a scaler: a layer called `scaler` reads what a bundle has written of one by that name.
//!
//! # Examples
//!
//! ```
//! use static_nn::prelude::*;
//!
//! network! {
//!     pub struct House { input: [2], scaler: Standardize, Dense(4), Tanh, Dense(1) }
//! }
//!
//! // Square metres, and the year.
//! let (xs, ys) = ([[50.0, 1900.0], [150.0, 2000.0]], [[1.0], [3.0]]);
//! let mut net = House::new(1);
//! net.scaler = Standardize::fit(&xs)?;
//! assert_eq!(net.scaler.mean.as_slice(), [100.0, 1950.0]);
//! Trainer::new(MeanSquaredError, Adam::new(0.05)).epochs(200).fit(&mut net, &xs, &ys)?;
//! assert_eq!(net.scaler.scale.as_slice(), [50.0, 50.0]); // as it was
//! assert!((net.forward(&[150.0, 2000.0])[0] - 3.0).abs() < 0.1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use fearless_simd::Simd;
use nalgebra::SVector;

use crate::constant::Plan;
use crate::init::Rng;
use crate::layer::{BlockRecord, Layer, Pass, SampleRecord};
use crate::parameters::{Order, Parameters, Parts, Path, Role, Tensor};
use crate::prepare::{FitError, StandardScaler};
use crate::scalar::{Scalar, scalars, scalars_mut};
use crate::shape::D1;

/// `y = (x - mean) / scale`, value by value: see the [module](self).
#[doc(alias = "StandardScaler")]
#[doc(alias = "Normalization")]
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(C)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(bound(serialize = "T: serde::Serialize", deserialize = "T: serde::Deserialize<'de>"), deny_unknown_fields)
)]
pub struct Standardize<T, const N: usize> {
    /// The mean of each value over the samples that it was fitted to.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::list"))]
    pub mean: SVector<T, N>,
    /// What each value is divided by: its standard deviation.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::list"))]
    pub scale: SVector<T, N>,
}

impl<T: Scalar, const N: usize> Standardize<T, N> {
    /// The layer with the means and standard deviations of these samples: [`StandardScaler::fit`].
    ///
    /// # Errors
    ///
    /// [`FitError`] if there are no samples, a value is not finite, or a deviation is beyond the scalar.
    pub fn fit(samples: &[[T; N]]) -> Result<Self, FitError> {
        StandardScaler::fit(samples).map(Self::from)
    }
}

impl<T: Scalar, const N: usize> From<StandardScaler<T, N>> for Standardize<T, N> {
    fn from(scaler: StandardScaler<T, N>) -> Self {
        Self { mean: scaler.mean.into(), scale: scaler.scale.into() }
    }
}

impl<T: Scalar, const N: usize> From<&StandardScaler<T, N>> for Standardize<T, N> {
    fn from(scaler: &StandardScaler<T, N>) -> Self {
        Self::from(*scaler)
    }
}

/// What a value is divided by.
#[inline(always)]
fn divisor<T: Scalar>(scale: T) -> T {
    if scale == T::ZERO { T::ONE } else { scale }
}

/// `y = (x - mean) / scale` for every value of blocks of `mean.len()` values.
#[inline(always)]
fn divide<T: Scalar>(mean: impl Fn(usize) -> T, scale: &[T], x: &[T], y: &mut [T]) {
    let block = (scale.len() * T::LANES).max(1);
    for (x, y) in x.chunks_exact(block).zip(y.chunks_exact_mut(block)) {
        let values = x.chunks_exact(T::LANES).zip(y.chunks_exact_mut(T::LANES));
        for (i, (x, y)) in values.enumerate() {
            let (mean, scale) = (mean(i), divisor(scale[i]));
            for (x, y) in x.iter().zip(y) {
                *y = (*x - mean) / scale;
            }
        }
    }
}

// SAFETY: repr(C) with two vectors of `N` scalars: nothing else, no padding.
#[expect(unsafe_code, reason = "the promise of being nothing but scalars")]
unsafe impl<T: Scalar, const N: usize> Parameters<T> for Standardize<T, N> {
    const PARAMETERS: usize = 2 * N;
    const STATISTICS: usize = 2 * N;
    const PARTS: Parts = Parts::Named(&[
        ("mean", Parts::Tensor(&[N], Order::RowMajor)),
        ("scale", Parts::Tensor(&[N], Order::RowMajor)),
    ]);

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        for part in ["mean", "scale"] {
            // They see no inputs of a layer before: there is nothing to spread.
            let (name, dims, order, role) = (&name.join(part), &[N], Order::RowMajor, Role::Statistic);
            visit(&Tensor { name, dims, order, role, fan_in: 0, fan_out: 0 });
        }
    }
}

impl<T: Scalar, const N: usize> Layer<T> for Standardize<T, N> {
    type Input = D1<N>;
    type Output = D1<N>;
    const MACS: usize = N;
    const PLAN: Plan = Plan::Shifted;
    const DRAWS: bool = false;

    #[inline(always)]
    fn forward<S: Simd>(&self, _: S, x: &[T; N], y: &mut [T; N], _: &mut [T]) {
        for i in 0..N {
            y[i] = (x[i] - self.mean[i]) / divisor(self.scale[i]);
        }
    }

    #[inline(always)]
    fn backward<S: Simd>(
        &self,
        _: S,
        _: SampleRecord<'_, Self, T>,
        dy: &[T; N],
        dx: Option<&mut [T; N]>,
        _: &mut Self,
        _: &mut [T],
    ) {
        if let Some(dx) = dx {
            for i in 0..N {
                dx[i] = dy[i] / divisor(self.scale[i]);
            }
        }
    }

    #[inline]
    fn forward_blocks(&self, _: &Pass<'_>, x: &[[T::Lanes; N]], y: &mut [[T::Lanes; N]], _: &mut [T::Lanes]) {
        let (x, y) = (scalars::<T>(x.as_flattened()), scalars_mut::<T>(y.as_flattened_mut()));
        divide(|i| self.mean[i], self.scale.as_slice(), x, y);
    }

    #[inline]
    fn forward_train_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[[T::Lanes; N]],
        y: &mut [[T::Lanes; N]],
        _: &mut [T::Lanes],
        scratch: &mut [T::Lanes],
    ) {
        self.forward_blocks(pass, x, y, scratch);
    }

    #[inline]
    fn backward_blocks(
        &self,
        _: &Pass<'_>,
        _: BlockRecord<'_, Self, T>,
        dy: &[[T::Lanes; N]],
        dx: Option<&mut [[T::Lanes; N]]>,
        _: &mut Self,
        _: &mut [T::Lanes],
    ) {
        let Some(dx) = dx else { return };
        let (dy, dx) = (scalars::<T>(dy.as_flattened()), scalars_mut::<T>(dx.as_flattened_mut()));
        divide(|_| T::ZERO, self.scale.as_slice(), dy, dx);
    }

    fn init(&mut self, _: &mut Rng) {
        *self = StandardScaler::default().into();
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::float_cmp, reason = "the layer gives the scaler's bits")]

    use bytemuck::Zeroable;

    use super::*;
    use crate::network::{forward_batch_with, forward_with};

    /// Samples of four features, the third of which never changes, more of them than one block has.
    fn samples<T: Scalar>() -> [[T; 4]; 21] {
        let mut rng = Rng::new(3);
        core::array::from_fn(|_| core::array::from_fn(|i| T::from_f64([rng.normal(), 9.0 * rng.normal(), 7.0, 1e6][i])))
    }

    fn check<T: Scalar>() {
        let (samples, mut scratch) = (samples::<T>(), [T::Lanes::zeroed(); 64]);
        let scaler = StandardScaler::fit(&samples).unwrap();
        let layer = Standardize::from(&scaler);
        assert_eq!(Standardize::fit(&samples), Ok(layer));
        let expected = samples.map(|sample| scaler.transform(&sample));
        assert_eq!(samples.map(|sample| forward_with(&layer, &mut [], &sample)), expected);
        let mut ys = [[T::ZERO; 4]; 21];
        forward_batch_with(&layer, &mut scratch, &samples, &mut ys).unwrap();
        assert_eq!(ys, expected);
    }

    #[test]
    fn it_gives_what_the_scaler_gives() {
        check::<f32>();
        check::<f64>();
    }

    #[test]
    fn what_never_changes_or_was_never_fitted_is_divided_by_one() {
        let constant = Standardize::fit(&[[5.0_f32, 0.1], [5.0, 0.1]]).unwrap();
        assert_eq!(forward_with(&constant, &mut [], &[7.0, 0.1]), [2.0, 0.0]);
        assert_eq!(forward_with(&Standardize::<f32, 2>::zeroed(), &mut [], &[7.0, -0.5]), [7.0, -0.5]);
        let mut fresh = Standardize::<f32, 2>::zeroed();
        fresh.init(&mut Rng::new(1));
        assert_eq!((fresh.mean.as_slice(), fresh.scale.as_slice()), ([0.0; 2].as_slice(), [1.0; 2].as_slice()));
    }
}
