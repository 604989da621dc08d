//! Normalisation by the size of a sample (Zhang and Sennrich, 2019), PyTorch's `RMSNorm`.
//!
//! - forward: `y_i = w_i n_i` with `n_i = x_i / sqrt(mean(x²) + eps)`, the mean over the values of the sample
//! - backward: `dx_i = (g_i - n_i mean(g n)) / sqrt(mean(x²) + eps)` with `g_i = w_i dy_i`; `dw_i += dy_i n_i`
//!
//! A [`LayerNorm`](super::LayerNorm) that takes no mean off. Training and evaluation are the same, and samples do not depend on each
//! other.
//!
//! # Shapes
//!
//! `[N]` to `[N]`. Parameters: `weight` of `N`, which begins at one.
//!
//! # Examples
//!
//! ```
//! use static_nn::init::Rng;
//! use static_nn::{Layer, Parameters, RmsNorm, network};
//!
//! let mut norm = RmsNorm::<f64, 2>::zeroed();
//! norm.init(&mut Rng::new(1));
//! // The mean square of 1 and 7 is 25.
//! let y = network::forward_with(&norm, &mut [], &[1.0, 7.0]);
//! assert!((y[0] - 0.2).abs() < 1e-8 && (y[1] - 1.4).abs() < 1e-8);
//! ```

use fearless_simd::Simd;
use nalgebra::SVector;

use super::setting::{Range, bits, setting};
use crate::Noise;
use crate::constant::Plan;
use crate::kernels::layer_norm::Norm;
use crate::layer::{BlockRecord, Layer, Pass, SampleRecord};
use crate::parameters::{Order, Parameters, Parts, Path, Role, Tensor};
use crate::scalar::{Scalar, scalars, scalars_mut};
use crate::shape::D1;

/// `y = w x / sqrt(mean(x²) + eps)` over the values of a sample: see the [module](self).
///
/// `EPS` holds the [`bits`] of `eps`. The default is PyTorch's for `float32`, 2^-23, in `f64` too, so that both compute the same.
#[doc(alias = "RMSNorm")]
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(C)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(bound(serialize = "T: serde::Serialize", deserialize = "T: serde::Deserialize<'de>"), deny_unknown_fields)
)]
pub struct RmsNorm<T, const N: usize, const EPS: u64 = { bits(f32::EPSILON as f64) }> {
    /// `weight[i]` is what the normalised value `i` is multiplied with.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::list"))]
    pub weight: SVector<T, N>,
}

impl<T, const N: usize, const EPS: u64> RmsNorm<T, N, EPS> {
    const NORM: Norm = Norm { centered: false, eps: setting(EPS, Range::Positive) };
}

// SAFETY: repr(C) with one vector of `N` scalars: nothing else, no padding.
#[expect(unsafe_code, reason = "the promise of being nothing but scalars")]
unsafe impl<T: Scalar, const N: usize, const EPS: u64> Parameters<T> for RmsNorm<T, N, EPS> {
    const PARAMETERS: usize = N;
    const PARTS: Parts = Parts::Named(&[("weight", Parts::Tensor(&[N], Order::RowMajor))]);

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        // It sees no inputs of a layer before: there is nothing to spread.
        let (order, role) = (Order::RowMajor, Role::Scale);
        visit(&Tensor { name: &name.join("weight"), dims: &[N], order, role, fan_in: 0, fan_out: 0 });
    }
}

/// The cache of a sample is `2 / sqrt(mean(x²) + eps)`.
impl<T: Scalar, const N: usize, const EPS: u64> Layer<T> for RmsNorm<T, N, EPS> {
    type Input = D1<N>;
    type Output = D1<N>;
    const CACHE: usize = Norm::kept(false);
    const MACS: usize = 2 * N;
    const PLAN: Plan = Plan::Normal(Self::NORM);
    const DRAWS: bool = false;

    #[inline(always)]
    fn forward<S: Simd>(&self, simd: S, x: &[T; N], y: &mut [T; N], _: &mut [T]) {
        T::layer_norm(simd.level(), Self::NORM, self.weight.as_slice(), &[], x, y, &mut []);
    }

    #[inline(always)]
    fn forward_train<S: Simd>(&self, simd: S, _: Noise, x: &[T; N], y: &mut [T; N], cache: &mut [T], _: &mut [T]) {
        T::layer_norm(simd.level(), Self::NORM, self.weight.as_slice(), &[], x, y, cache);
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
        let dw = grad.weight.as_mut_slice();
        T::layer_norm_backward(simd.level(), self.weight.as_slice(), record.x, record.cache, dy, dx, dw, &mut []);
    }

    #[inline]
    fn forward_blocks(&self, pass: &Pass<'_>, x: &[[T::Lanes; N]], y: &mut [[T::Lanes; N]], _: &mut [T::Lanes]) {
        self.forward_train_blocks(pass, x, y, &mut [], &mut []);
    }

    #[inline]
    fn forward_train_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[[T::Lanes; N]],
        y: &mut [[T::Lanes; N]],
        cache: &mut [T::Lanes],
        _: &mut [T::Lanes],
    ) {
        let (x, y) = (scalars::<T>(x.as_flattened()), scalars_mut::<T>(y.as_flattened_mut()));
        T::layer_norm_blocks(pass.level, Self::NORM, self.weight.as_slice(), &[], x, y, scalars_mut::<T>(cache));
    }

    #[inline]
    fn backward_blocks(
        &self,
        pass: &Pass<'_>,
        record: BlockRecord<'_, Self, T>,
        dy: &[[T::Lanes; N]],
        dx: Option<&mut [[T::Lanes; N]]>,
        grad: &mut Self,
        _: &mut [T::Lanes],
    ) {
        let (x, dy) = (scalars::<T>(record.x.as_flattened()), scalars::<T>(dy.as_flattened()));
        let dx = dx.map(|dx| scalars_mut::<T>(dx.as_flattened_mut()));
        let (w, kept) = (self.weight.as_slice(), scalars::<T>(record.cache));
        let dw = grad.weight.as_mut_slice();
        T::layer_norm_blocks_backward(pass.level, w, x, kept, dy, dx, dw, &mut []);
    }
}
