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

use core::marker::PhantomData;

use fearless_simd::Simd;
use nalgebra::SVector;

use super::setting::{Range, bits, setting};
use crate::Noise;
use crate::constant::Plan;
use crate::kernels::ONE_LEVEL;
use crate::kernels::layer_norm::{self, Norm};
use crate::layer::{BlockRecord, Input, InputBlock, Layer, Output, OutputBlock, Pass, SampleRecord};
use crate::parameters::{Order, Parameters, Parts, Path, Role, Tensor};
use crate::scalar::{Scalar, scalars, scalars_mut};
use crate::shape::{D1, Shape};

/// Values up to which one sample is inlined where the target alone decides on the instructions.
const SMALL: usize = 64;

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
pub struct LayerNorm<T, const N: usize, const EPS: u64 = { bits(1e-5) }, X = D1<N>> {
    /// `weight[i]` is what the normalised value `i` is multiplied with.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::list"))]
    pub weight: SVector<T, N>,
    /// `bias[i]` is added to it.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::list"))]
    pub bias: SVector<T, N>,
    #[cfg_attr(feature = "serde", serde(skip))]
    shape: PhantomData<X>,
}

impl<T, const N: usize, const EPS: u64, X: Shape> LayerNorm<T, N, EPS, X> {
    const NORM: Norm = Norm { centered: true, eps: setting(EPS, Range::Positive) };
}

// SAFETY: repr(C) with two vectors of `N` scalars: nothing else, no padding.
#[expect(unsafe_code, reason = "the promise of being nothing but scalars")]
unsafe impl<T: Scalar, const N: usize, const EPS: u64, X: Shape> Parameters<T> for LayerNorm<T, N, EPS, X> {
    const PARAMETERS: usize = 2 * N;
    const PARTS: Parts = Parts::Named(&[
        ("weight", Parts::Tensor(X::DIMS, Order::RowMajor)),
        ("bias", Parts::Tensor(X::DIMS, Order::RowMajor)),
    ]);

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        // They see no inputs of a layer before: there is nothing to spread.
        let (dims, order, fan_in, fan_out) = (X::DIMS, Order::RowMajor, 0, 0);
        visit(&Tensor { name: &name.join("weight"), dims, order, role: Role::Scale, fan_in, fan_out });
        visit(&Tensor { name: &name.join("bias"), dims, order, role: Role::Bias, fan_in, fan_out });
    }
}

/// The cache of a sample is `2 / sqrt(v + eps)` and half of the mean.
impl<T: Scalar, const N: usize, const EPS: u64, X: Shape> Layer<T> for LayerNorm<T, N, EPS, X> {
    type Input = X;
    type Output = X;
    const CACHE: usize = Norm::kept(true);
    const MACS: usize = {
        assert!(X::LEN == N, "a layer normalisation has a factor for each value");
        3 * N
    };
    const PLAN: Plan = Plan::Normal(Self::NORM);
    const DRAWS: bool = false;

    #[inline(always)]
    fn forward<S: Simd>(&self, simd: S, x: &Input<Self, T>, y: &mut Output<Self, T>, scratch: &mut [T]) {
        self.forward_train(simd, Noise::new(0), x, y, &mut [], scratch);
    }

    #[inline(always)]
    fn forward_train<S: Simd>(
        &self,
        simd: S,
        _: Noise,
        x: &Input<Self, T>,
        y: &mut Output<Self, T>,
        cache: &mut [T],
        _: &mut [T],
    ) {
        let (w, b, x, y) = (self.weight.as_slice(), self.bias.as_slice(), X::flat(x), X::flat_mut(y));
        if const { ONE_LEVEL && N <= SMALL } {
            layer_norm::sample(simd, Self::NORM, w, b, x, y, cache);
        } else {
            T::layer_norm(simd.level(), Self::NORM, w, b, x, y, cache);
        }
    }

    #[inline(always)]
    fn backward<S: Simd>(
        &self,
        simd: S,
        record: SampleRecord<'_, Self, T>,
        dy: &Output<Self, T>,
        dx: Option<&mut Input<Self, T>>,
        grad: &mut Self,
        _: &mut [T],
    ) {
        let (x, dy, dx) = (X::flat(record.x), X::flat(dy), dx.map(X::flat_mut));
        let (dw, db) = (grad.weight.as_mut_slice(), grad.bias.as_mut_slice());
        if const { ONE_LEVEL && N <= SMALL } {
            layer_norm::sample_backward(simd, self.weight.as_slice(), x, record.cache, dy, dx, dw, db);
        } else {
            T::layer_norm_backward(simd.level(), self.weight.as_slice(), x, record.cache, dy, dx, dw, db);
        }
    }

    #[inline]
    fn forward_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[InputBlock<Self, T>],
        y: &mut [OutputBlock<Self, T>],
        _: &mut [T::Lanes],
    ) {
        self.forward_train_blocks(pass, x, y, &mut [], &mut []);
    }

    #[inline]
    fn forward_train_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[InputBlock<Self, T>],
        y: &mut [OutputBlock<Self, T>],
        cache: &mut [T::Lanes],
        _: &mut [T::Lanes],
    ) {
        let (x, y) = (scalars::<T>(X::flat_all(x)), scalars_mut::<T>(X::flat_all_mut(y)));
        let (w, b) = (self.weight.as_slice(), self.bias.as_slice());
        T::layer_norm_blocks(pass.level, Self::NORM, w, b, x, y, scalars_mut::<T>(cache));
    }

    #[inline]
    fn backward_blocks(
        &self,
        pass: &Pass<'_>,
        record: BlockRecord<'_, Self, T>,
        dy: &[OutputBlock<Self, T>],
        dx: Option<&mut [InputBlock<Self, T>]>,
        grad: &mut Self,
        _: &mut [T::Lanes],
    ) {
        let (x, dy) = (scalars::<T>(X::flat_all(record.x)), scalars::<T>(X::flat_all(dy)));
        let dx = dx.map(|dx| scalars_mut::<T>(X::flat_all_mut(dx)));
        let (w, kept) = (self.weight.as_slice(), scalars::<T>(record.cache));
        let (dw, db) = (grad.weight.as_mut_slice(), grad.bias.as_mut_slice());
        T::layer_norm_blocks_backward(pass.level, w, x, kept, dy, dx, dw, db);
    }
}
