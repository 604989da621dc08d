//! Normalisation over the values of a sample (Ba, Kiros and Hinton, 2016), PyTorch's `LayerNorm`.
//!
//! - forward: `y_i = w_i n_i + b_i` with `n_i = (x_i - m) / sqrt(v + eps)`, the mean `m` and the variance `v` over the values of the
//!   sample (`v` divided by their number)
//! - backward: `dx_i = (g_i - mean(g) - n_i mean(g n)) / sqrt(v + eps)` with `g_i = w_i dy_i`; `dw_i += dy_i n_i`, `db_i += dy_i`
//!
//! Training and evaluation are the same, and samples do not depend on each other.
//!
//! # Shapes
//!
//! `[N]` to `[N]`. Parameters: `weight` and `bias` of `N` each, which begin at one and zero.
//!
//! # Examples
//!
//! ```
//! use static_nn::init::Rng;
//! use static_nn::{Layer, LayerNorm, Parameters, network};
//!
//! let mut norm = LayerNorm::<f64, 4>::zeroed();
//! norm.init(&mut Rng::new(1));
//! // Mean 5, variance 5.
//! let y = network::forward_with(&norm, &mut [], &[2.0, 4.0, 6.0, 8.0]);
//! assert!((y[3] - 3.0 / (5.0 + 1e-5_f64).sqrt()).abs() < 1e-12);
//! ```

use fearless_simd::Simd;
use nalgebra::SVector;

use super::setting::{Range, bits, setting};
use crate::Noise;
use crate::kernels::layer_norm::Norm;
use crate::layer::{BlockRecord, Layer, Pass, SampleRecord};
use crate::parameters::{Order, Parameters, Parts, Path, Role, Tensor};
use crate::scalar::{Scalar, scalars, scalars_mut};
use crate::shape::D1;

/// `y = w (x - mean) / sqrt(variance + eps) + b` over the values of a sample: see the [module](self).
///
/// `EPS` holds the [`bits`] of `eps`, 1e-5 by default.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(C)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(bound(serialize = "T: serde::Serialize", deserialize = "T: serde::Deserialize<'de>"), deny_unknown_fields)
)]
pub struct LayerNorm<T, const N: usize, const EPS: u64 = { bits(1e-5) }> {
    /// `weight[i]` is what the normalised value `i` is multiplied with.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::list"))]
    pub weight: SVector<T, N>,
    /// `bias[i]` is added to it.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::list"))]
    pub bias: SVector<T, N>,
}

impl<T, const N: usize, const EPS: u64> LayerNorm<T, N, EPS> {
    const NORM: Norm = Norm { centered: true, eps: setting(EPS, Range::Positive) };
}

// SAFETY: repr(C) with two vectors of `N` scalars: nothing else, no padding.
#[expect(unsafe_code, reason = "the promise of being nothing but scalars")]
unsafe impl<T: Scalar, const N: usize, const EPS: u64> Parameters<T> for LayerNorm<T, N, EPS> {
    const PARAMETERS: usize = 2 * N;
    const PARTS: Parts = Parts::Named(&[
        ("weight", Parts::Tensor(&[N], Order::RowMajor)),
        ("bias", Parts::Tensor(&[N], Order::RowMajor)),
    ]);

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        // They see no inputs of a layer before: there is nothing to spread.
        let (dims, order, fan_in, fan_out) = (&[N], Order::RowMajor, 0, 0);
        visit(&Tensor { name: &name.join("weight"), dims, order, role: Role::Scale, fan_in, fan_out });
        visit(&Tensor { name: &name.join("bias"), dims, order, role: Role::Bias, fan_in, fan_out });
    }
}

/// The cache of a sample is `2 / sqrt(v + eps)` and half of the mean.
impl<T: Scalar, const N: usize, const EPS: u64> Layer<T> for LayerNorm<T, N, EPS> {
    type Input = D1<N>;
    type Output = D1<N>;
    const CACHE: usize = Norm::kept(true);
    const MACS: usize = 3 * N;
    const DRAWS: bool = false;

    #[inline(always)]
    fn forward<S: Simd>(&self, simd: S, x: &[T; N], y: &mut [T; N], _: &mut [T]) {
        T::layer_norm(simd.level(), Self::NORM, self.weight.as_slice(), self.bias.as_slice(), x, y, &mut []);
    }

    #[inline(always)]
    fn forward_train<S: Simd>(&self, simd: S, _: Noise, x: &[T; N], y: &mut [T; N], cache: &mut [T], _: &mut [T]) {
        T::layer_norm(simd.level(), Self::NORM, self.weight.as_slice(), self.bias.as_slice(), x, y, cache);
    }

    #[inline(always)]
    fn backward<S: Simd>(
        &self,
        simd: S,
        record: SampleRecord<'_, Self, T>,
        dy: &[T; N],
        dx: Option<&mut [T; N]>,
        grad: &mut Self,
        _: &mut [T],
    ) {
        let dx = dx.map(<[T; N]>::as_mut_slice);
        let (dw, db) = (grad.weight.as_mut_slice(), grad.bias.as_mut_slice());
        T::layer_norm_backward(simd.level(), self.weight.as_slice(), record.x, record.cache, dy, dx, dw, db);
    }

    #[inline]
    fn forward_blocks(&self, pass: &Pass, x: &[[T::Lanes; N]], y: &mut [[T::Lanes; N]], _: &mut [T::Lanes]) {
        self.forward_train_blocks(pass, x, y, &mut [], &mut []);
    }

    #[inline]
    fn forward_train_blocks(
        &self,
        pass: &Pass,
        x: &[[T::Lanes; N]],
        y: &mut [[T::Lanes; N]],
        cache: &mut [T::Lanes],
        _: &mut [T::Lanes],
    ) {
        let (x, y) = (scalars::<T>(x.as_flattened()), scalars_mut::<T>(y.as_flattened_mut()));
        let (w, b) = (self.weight.as_slice(), self.bias.as_slice());
        T::layer_norm_blocks(pass.level, Self::NORM, w, b, x, y, scalars_mut::<T>(cache));
    }

    #[inline]
    fn backward_blocks(
        &self,
        pass: &Pass,
        record: BlockRecord<'_, Self, T>,
        dy: &[[T::Lanes; N]],
        dx: Option<&mut [[T::Lanes; N]]>,
        grad: &mut Self,
        _: &mut [T::Lanes],
    ) {
        let (x, dy) = (scalars::<T>(record.x.as_flattened()), scalars::<T>(dy.as_flattened()));
        let dx = dx.map(|dx| scalars_mut::<T>(dx.as_flattened_mut()));
        let (w, kept) = (self.weight.as_slice(), scalars::<T>(record.cache));
        let (dw, db) = (grad.weight.as_mut_slice(), grad.bias.as_mut_slice());
        T::layer_norm_blocks_backward(pass.level, w, x, kept, dy, dx, dw, db);
    }
}
