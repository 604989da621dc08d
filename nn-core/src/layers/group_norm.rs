//! Normalisation over groups of channels (Wu and He, 2018), PyTorch's `GroupNorm`.
//!
//! - forward: `y = w_c n + b_c` with `n = (x - m) / sqrt(v + eps)`, the mean `m` and the variance `v` over all values of the channels of a
//!   group, in one sample
//! - backward: that of [`LayerNorm`](super::LayerNorm) in each group; `dw_c` and `db_c` are sums over the places of a channel
//!
//! Training and evaluation are the same, and samples do not depend on each other.
//!
//! # Shapes
//!
//! `[C, H, W]`, kept. Parameters: `weight` and `bias` of `C` each, which begin at one and zero. `GROUPS` divides `C`.
//!
//! # Examples
//!
//! ```
//! use static_nn::init::Rng;
//! use static_nn::{D3, GroupNorm, Layer, Parameters, network};
//!
//! let mut norm = GroupNorm::<f64, D3<2, 1, 2, 4>, 2, 1>::zeroed();
//! norm.init(&mut Rng::new(1));
//! // Mean 5, variance 5.
//! let y = network::forward_with(&norm, &mut [0.0; 16], &[[[2.0, 4.0]], [[6.0, 8.0]]]);
//! assert!((y[1][0][1] - 3.0 / (5.0 + 1e-5_f64).sqrt()).abs() < 1e-12);
//! ```

use core::marker::PhantomData;

use fearless_simd::{Level, Simd};
use nalgebra::SVector;

use super::setting::{Range, bits, setting};
use crate::Noise;
use crate::kernels::layer_norm::Norm;
use crate::layer::{BlockRecord, Input, InputBlock, Layer, Output, OutputBlock, Pass, SampleRecord};
use crate::parameters::{Order, Parameters, Parts, Path, Role, Tensor};
use crate::scalar::{Scalar, scalars, scalars_mut};
use crate::shape::Image;

/// `y = w (x - mean) / sqrt(variance + eps) + b` over the values of each of `GROUPS` groups of channels: see the [module](self).
///
/// `EPS` holds the [`bits`] of `eps`, 1e-5 by default.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(C)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(bound(serialize = "T: serde::Serialize", deserialize = "T: serde::Deserialize<'de>"), deny_unknown_fields)
)]
pub struct GroupNorm<T, X, const C: usize, const GROUPS: usize, const EPS: u64 = { bits(1e-5) }> {
    /// `weight[c]` is what the normalised values of channel `c` are multiplied with.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::list"))]
    pub weight: SVector<T, C>,
    /// `bias[c]` is added to them.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::list"))]
    pub bias: SVector<T, C>,
    #[cfg_attr(feature = "serde", serde(skip))]
    shape: PhantomData<X>,
}

/// Factors and shifts of all values, or their gradients, as a layer normalisation has them.
struct Spread<'a, T> {
    weight: &'a mut [T],
    bias: &'a mut [T],
}

impl<T: Scalar, X: Image, const C: usize, const GROUPS: usize, const EPS: u64> GroupNorm<T, X, C, GROUPS, EPS> {
    const NORM: Norm = Norm { centered: true, eps: setting(EPS, Range::Positive) };
    /// Values of a group.
    const GROUP: usize = {
        assert!(X::CHANNELS == C, "a group normalisation has a factor for each channel");
        assert!(GROUPS > 0 && C.is_multiple_of(GROUPS), "the groups of a normalisation divide its channels");
        X::LEN / GROUPS
    };
    const PLACES: usize = X::HEIGHT * X::WIDTH;
    const KEPT: usize = Norm::kept(true);

    /// The factor and the shift of every value.
    fn spread<'a>(&self, scratch: &'a mut [T]) -> Spread<'a, T> {
        let (weight, bias) = scratch[..2 * X::LEN].split_at_mut(X::LEN);
        for (from, to) in [(&self.weight, &mut *weight), (&self.bias, &mut *bias)] {
            for (from, to) in from.iter().zip(to.chunks_exact_mut(Self::PLACES)) {
                to.fill(*from);
            }
        }
        Spread { weight, bias }
    }

    /// Adds what a gradient of every value comes to for the channels.
    fn collect(&mut self, spread: &Spread<'_, T>) {
        for (from, to) in [(&*spread.weight, &mut self.weight), (&*spread.bias, &mut self.bias)] {
            for (from, to) in from.chunks_exact(Self::PLACES).zip(to.iter_mut()) {
                *to += from.iter().fold(T::BASE, |sum, part| sum + *part) - T::BASE;
            }
        }
    }

    /// One block, or with `lanes` of 1 one sample, group by group.
    fn normalise(level: Level, lanes: usize, spread: &Spread<'_, T>, x: &[T], y: &mut [T], kept: &mut [T]) {
        let size = Self::GROUP * lanes;
        for (group, (x, y)) in x.chunks_exact(size).zip(y.chunks_exact_mut(size)).enumerate() {
            let range = group * Self::GROUP..(group + 1) * Self::GROUP;
            let (w, b) = (&spread.weight[range.clone()], &spread.bias[range]);
            let keeps = if kept.is_empty() { 0 } else { Self::KEPT * lanes };
            let kept = &mut kept[group * keeps..][..keeps];
            if lanes == 1 {
                T::layer_norm(level, Self::NORM, w, b, x, y, kept);
            } else {
                T::layer_norm_blocks(level, Self::NORM, w, b, x, y, kept);
            }
        }
    }

    /// The way back of [`normalise`](Self::normalise).
    #[expect(clippy::too_many_arguments, reason = "what a backward pass has")]
    fn differentiate(
        level: Level,
        lanes: usize,
        weight: &[T],
        gradient: &mut Spread<'_, T>,
        x: &[T],
        kept: &[T],
        dy: &[T],
        mut dx: Option<&mut [T]>,
    ) {
        let (size, keeps) = (Self::GROUP * lanes, Self::KEPT * lanes);
        for (group, (x, dy)) in x.chunks_exact(size).zip(dy.chunks_exact(size)).enumerate() {
            let range = group * Self::GROUP..(group + 1) * Self::GROUP;
            let (dw, db) = (&mut gradient.weight[range.clone()], &mut gradient.bias[range.clone()]);
            let (w, kept) = (&weight[range], &kept[group * keeps..][..keeps]);
            let dx = dx.as_deref_mut().map(|dx| &mut dx[group * size..][..size]);
            if lanes == 1 {
                T::layer_norm_backward(level, w, x, kept, dy, dx, dw, db);
            } else {
                T::layer_norm_blocks_backward(level, w, x, kept, dy, dx, dw, db);
            }
        }
    }
}

// SAFETY: repr(C) with two vectors of `C` scalars, and nothing: no padding.
#[expect(unsafe_code, reason = "the promise of being nothing but scalars")]
unsafe impl<T: Scalar, X, const C: usize, const GROUPS: usize, const EPS: u64> Parameters<T>
    for GroupNorm<T, X, C, GROUPS, EPS>
{
    const PARAMETERS: usize = 2 * C;
    const PARTS: Parts = Parts::Named(&[
        ("weight", Parts::Tensor(&[C], Order::RowMajor)),
        ("bias", Parts::Tensor(&[C], Order::RowMajor)),
    ]);

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        // They see no inputs of a layer before: there is nothing to spread.
        let (dims, order, fan_in, fan_out) = (&[C], Order::RowMajor, 0, 0);
        visit(&Tensor { name: &name.join("weight"), dims, order, role: Role::Scale, fan_in, fan_out });
        visit(&Tensor { name: &name.join("bias"), dims, order, role: Role::Bias, fan_in, fan_out });
    }
}

/// The cache of a sample is what [`LayerNorm`](super::LayerNorm) keeps, for each group.
impl<T: Scalar, X: Image, const C: usize, const GROUPS: usize, const EPS: u64> Layer<T>
    for GroupNorm<T, X, C, GROUPS, EPS>
{
    type Input = X;
    type Output = X;
    const CACHE: usize = GROUPS * Self::KEPT;
    const SCRATCH: usize = 4 * X::LEN;
    const FORWARD_SCRATCH: usize = 2 * X::LEN;
    /// The same values in all lanes lie there once.
    const BLOCK_SCRATCH: usize = (4 * X::LEN).div_ceil(T::LANES);
    const MACS: usize = 3 * X::LEN;
    const DRAWS: bool = false;

    #[inline(always)]
    fn forward<S: Simd>(&self, simd: S, x: &Input<Self, T>, y: &mut Output<Self, T>, scratch: &mut [T]) {
        Self::normalise(simd.level(), 1, &self.spread(scratch), X::flat(x), X::flat_mut(y), &mut []);
    }

    #[inline(always)]
    fn forward_train<S: Simd>(
        &self,
        simd: S,
        _: Noise,
        x: &Input<Self, T>,
        y: &mut Output<Self, T>,
        cache: &mut [T],
        scratch: &mut [T],
    ) {
        Self::normalise(simd.level(), 1, &self.spread(scratch), X::flat(x), X::flat_mut(y), cache);
    }

    #[inline(always)]
    fn backward<S: Simd>(
        &self,
        simd: S,
        record: SampleRecord<'_, Self, T>,
        dy: &Output<Self, T>,
        dx: Option<&mut Input<Self, T>>,
        grad: &mut Self,
        scratch: &mut [T],
    ) {
        let (values, gradients) = scratch[..4 * X::LEN].split_at_mut(2 * X::LEN);
        let spread = self.spread(values);
        gradients.fill(T::ZERO);
        let (weight, bias) = gradients.split_at_mut(X::LEN);
        let mut gradient = Spread { weight, bias };
        let (x, dy, dx) = (X::flat(record.x), X::flat(dy), dx.map(X::flat_mut));
        Self::differentiate(simd.level(), 1, spread.weight, &mut gradient, x, record.cache, dy, dx);
        grad.collect(&gradient);
    }

    #[inline]
    fn forward_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[InputBlock<Self, T>],
        y: &mut [OutputBlock<Self, T>],
        scratch: &mut [T::Lanes],
    ) {
        self.forward_train_blocks(pass, x, y, &mut [], scratch);
    }

    #[inline]
    fn forward_train_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[InputBlock<Self, T>],
        y: &mut [OutputBlock<Self, T>],
        cache: &mut [T::Lanes],
        scratch: &mut [T::Lanes],
    ) {
        let spread = self.spread(scalars_mut::<T>(scratch));
        let keeps = if cache.is_empty() { 0 } else { GROUPS * Self::KEPT };
        for (block, (x, y)) in x.iter().zip(y).enumerate() {
            let kept = scalars_mut::<T>(&mut cache[block * keeps..][..keeps]);
            let (x, y) = (scalars::<T>(X::flat(x)), scalars_mut::<T>(X::flat_mut(y)));
            Self::normalise(pass.level, T::LANES, &spread, x, y, kept);
        }
    }

    #[inline]
    fn backward_blocks(
        &self,
        pass: &Pass<'_>,
        record: BlockRecord<'_, Self, T>,
        dy: &[OutputBlock<Self, T>],
        mut dx: Option<&mut [InputBlock<Self, T>]>,
        grad: &mut Self,
        scratch: &mut [T::Lanes],
    ) {
        let (values, gradients) = scalars_mut::<T>(scratch)[..4 * X::LEN].split_at_mut(2 * X::LEN);
        let spread = self.spread(values);
        let keeps = GROUPS * Self::KEPT;
        for (block, (x, dy)) in record.x.iter().zip(dy).enumerate() {
            // Block by block, so that the cut of a batch changes no bit.
            gradients.fill(T::ZERO);
            let (weight, bias) = gradients.split_at_mut(X::LEN);
            let mut gradient = Spread { weight, bias };
            let kept = scalars::<T>(&record.cache[block * keeps..][..keeps]);
            let dx = dx.as_deref_mut().map(|dx| scalars_mut::<T>(X::flat_mut(&mut dx[block])));
            let (x, dy) = (scalars::<T>(X::flat(x)), scalars::<T>(X::flat(dy)));
            Self::differentiate(pass.level, T::LANES, spread.weight, &mut gradient, x, kept, dy, dx);
            grad.collect(&gradient);
        }
    }
}
