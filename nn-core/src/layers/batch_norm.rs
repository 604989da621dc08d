//! Normalisation over the samples of a batch (Ioffe and Szegedy, 2015), PyTorch's `BatchNorm1d` and `BatchNorm2d`.
//!
//! - forward, in training: `y_i = w_i n_i + b_i` with `n_i = (x_i - m_i) / sqrt(v_i + eps)`, the mean `m_i` and the variance `v_i`
//!   (divided by their number) of value `i` over the samples of the batch
//! - forward, in evaluation: the same with the running mean and the running variance
//! - backward: `dx_i = w_i (dy_i - mean(dy_i) - n_i mean(dy_i n_i)) / sqrt(v_i + eps)`, means over the samples; `dw_i += dy_i n_i`,
//!   `db_i += dy_i`
//! - statistics: `running += momentum (measured - running)`, the measured variance divided by one less than the number of samples
//!
//! In training samples depend on each other ([`Layer::COUPLED`]): a batch of two samples or more is computed at once, on one thread,
//! in a [`Workspace`](crate::network::Workspace) made for all of it. `train_step` and `fit` write the statistics after their step; a
//! loop of one's own calls [`update_statistics`](crate::network::Workspace::update_statistics).
//!
//! In `f32` values are to lie no further apart than 1.8e19: their variance would be infinite, with which `fit` ends as with every
//! parameter that is not finite.
//!
//! # Cost of evaluation
//!
//! A root, a division, and a multiply-add a value. Behind a dense layer with a bias none of it is needed: [`Dense::fold`] moves both the
//! factor and the shift into the dense layer, `net.fold()` those of every such pair. What is left behind multiplies by one; it still takes
//! its pass over the values, small beside the dense layer's own, and a network that was folded is not to be trained any further.
//!
//! # Shapes
//!
//! `[N]` to `[N]`, or `[N, H, W]` to itself: then a value above is a channel, with its values at all places of all samples, `H W` times as
//! many. Of `[S, N]` it is a feature, with its values in all `S` steps of all samples. Parameters: `weight` and `bias` of `N` each, which begin at one and zero; statistics: `running_mean` and `running_var` of
//! `N` each, which begin at zero and one, and count as parameters of the network but are never touched by an optimizer.
//!
//! # Examples
//!
//! ```
//! use static_nn::init::Rng;
//! use static_nn::{BatchNorm, Layer, MeanSquaredError, Parameters, Workspace, network};
//!
//! let mut norm = BatchNorm::<f64, 1>::zeroed();
//! norm.init(&mut Rng::new(1));
//! let mut workspace = Workspace::new();
//! // Mean 4, variance 4, or 8 divided by one less than two.
//! network::gradient_batch(&norm, &mut workspace, &[[2.0], [6.0]], &[[0.0], [0.0]], &MeanSquaredError)?;
//! workspace.update_statistics(&mut norm);
//! assert!((norm.running_mean[0] - 0.4).abs() < 1e-12); // 0 + 0.1 * 4
//! assert!((norm.running_var[0] - 1.7).abs() < 1e-12); // 1 + 0.1 * (8 - 1)
//! # Ok::<(), static_nn::network::BatchError>(())
//! ```

use core::marker::PhantomData;

use fearless_simd::Simd;
use nalgebra::SVector;

use super::setting::{Range, bits, setting};
use super::window::Windowed;
use super::{Conv2d, Dense};
use crate::Noise;
use crate::constant::Plan;
use crate::init::{Init, Rng, fill};
use crate::layer::{BlockRecord, Input, InputBlock, Layer, Output, OutputBlock, Pass, SampleRecord};
use crate::parameters::{Order, Parameters, Parts, Path, Role, Tensor};
use crate::scalar::{Scalar, scalars, scalars_mut};
use crate::shape::{D1, Image, Shape};

/// `y = w (x - mean) / sqrt(variance + eps) + b` over the samples of a batch: see the [module](self).
///
/// `X` is the shape of a sample, whose first extent is `N`, or of a sequence the last one. `EPS` and `MOMENTUM` hold the [`bits`] of `eps`, 1e-5 by default, and of `momentum`, 0.1 by default.
#[doc(alias = "BatchNorm1d")]
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(C)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(bound(serialize = "T: serde::Serialize", deserialize = "T: serde::Deserialize<'de>"), deny_unknown_fields)
)]
pub struct BatchNorm<T, const N: usize, const EPS: u64 = { bits(1e-5) }, const MOMENTUM: u64 = { bits(0.1) }, X = D1<N>>
{
    /// `weight[i]` is what the normalised value `i` is multiplied with.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::list"))]
    pub weight: SVector<T, N>,
    /// `bias[i]` is added to it.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::list"))]
    pub bias: SVector<T, N>,
    /// The mean of each value over the batches so far, the later ones counting more.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::list"))]
    pub running_mean: SVector<T, N>,
    /// The variance of each value likewise.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::list"))]
    pub running_var: SVector<T, N>,
    #[cfg_attr(feature = "serde", serde(skip))]
    shape: PhantomData<X>,
}

impl<T: Scalar, const N: usize, const EPS: u64, const MOMENTUM: u64, X: Shape> BatchNorm<T, N, EPS, MOMENTUM, X> {
    /// The steps of a sequence; a vector and an image have one.
    const STEPS: usize = if X::DIMS.len() == 2 { X::DIMS[0] } else { 1 };
    /// Values of a channel in one of them.
    const PLACES: usize = {
        let channels = if X::DIMS.len() == 2 { X::DIMS[1] } else { X::DIMS[0] };
        assert!(channels == N, "a batch normalisation has a factor for each channel");
        X::LEN / (N * Self::STEPS)
    };
    /// Values of a step.
    const STEP: usize = N * Self::PLACES;
    const EPS: f64 = setting(EPS, Range::Positive);
    const MOMENTUM: f64 = setting(MOMENTUM, Range::Fraction);

    /// One step of one sample in evaluation.
    #[inline(always)]
    pub(crate) fn evaluate_step<S: Simd>(&self, simd: S, x: &[T], y: &mut [T]) {
        let (w, b) = (self.weight.as_slice(), self.bias.as_slice());
        let (mean, variance) = (self.running_mean.as_slice(), self.running_var.as_slice());
        T::batch_norm_sample(simd.level(), Self::EPS, w, b, mean, variance, x, y);
    }

    /// `w / sqrt(v + eps)` of value `i` in evaluation.
    fn factor(&self, i: usize) -> T {
        self.weight[i] / (self.running_var[i] + T::from_f64(Self::EPS)).scalar_sqrt()
    }
}

// SAFETY: repr(C) with four vectors of `N` scalars: nothing else, no padding.
#[expect(unsafe_code, reason = "the promise of being nothing but scalars")]
unsafe impl<T: Scalar, const N: usize, const EPS: u64, const MOMENTUM: u64, X> Parameters<T>
    for BatchNorm<T, N, EPS, MOMENTUM, X>
{
    const PARAMETERS: usize = 4 * N;
    const STATISTICS: usize = 2 * N;
    const PARTS: Parts = Parts::Named(&[
        ("weight", Parts::Tensor(&[N], Order::RowMajor)),
        ("bias", Parts::Tensor(&[N], Order::RowMajor)),
        ("running_mean", Parts::Tensor(&[N], Order::RowMajor)),
        ("running_var", Parts::Tensor(&[N], Order::RowMajor)),
    ]);

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        let tensors = [
            ("weight", Role::Scale),
            ("bias", Role::Bias),
            ("running_mean", Role::Statistic),
            ("running_var", Role::Statistic),
        ];
        for (part, role) in tensors {
            // They see no inputs of a layer before: there is nothing to spread.
            let (name, dims, order) = (&name.join(part), &[N], Order::RowMajor);
            visit(&Tensor { name, dims, order, role, fan_in: 0, fan_out: 0 });
        }
    }
}

/// The cache begins with the means and the variances of the batch; one block has room for them.
impl<T: Scalar, const N: usize, const EPS: u64, const MOMENTUM: u64, X: Shape> Layer<T>
    for BatchNorm<T, N, EPS, MOMENTUM, X>
{
    type Input = X;
    type Output = X;
    const CACHE: usize = (2 * N).div_ceil(T::LANES);
    const MACS: usize = X::LEN;
    const PLAN: Plan = Plan::Measured { eps: Self::EPS, places: Self::PLACES };
    const COUPLED: bool = true;
    const DRAWS: bool = false;

    #[inline(always)]
    fn forward<S: Simd>(&self, simd: S, x: &Input<Self, T>, y: &mut Output<Self, T>, _: &mut [T]) {
        for (x, y) in X::flat(x).chunks_exact(Self::STEP).zip(X::flat_mut(y).chunks_exact_mut(Self::STEP)) {
            self.evaluate_step(simd, x, y);
        }
    }

    // One sample is no batch: this path is that of evaluation, and `backward` its derivative.
    #[inline(always)]
    fn forward_train<S: Simd>(
        &self,
        simd: S,
        _: Noise,
        x: &Input<Self, T>,
        y: &mut Output<Self, T>,
        _: &mut [T],
        scratch: &mut [T],
    ) {
        self.forward(simd, x, y, scratch);
    }

    #[inline(always)]
    fn backward<S: Simd>(
        &self,
        _: S,
        record: SampleRecord<'_, Self, T>,
        dy: &Output<Self, T>,
        dx: Option<&mut Input<Self, T>>,
        grad: &mut Self,
        _: &mut [T],
    ) {
        let (x, dy) = (X::flat(record.x).chunks_exact(Self::PLACES), X::flat(dy).chunks_exact(Self::PLACES));
        for (at, (x, dy)) in x.zip(dy.clone()).enumerate() {
            let i = at % N;
            let inverse = T::ONE / (self.running_var[i] + T::from_f64(Self::EPS)).scalar_sqrt();
            for (&x, &dy) in x.iter().zip(dy) {
                grad.weight[i] += dy * (x - self.running_mean[i]) * inverse;
                grad.bias[i] += dy;
            }
        }
        if let Some(dx) = dx {
            for (at, (dx, dy)) in X::flat_mut(dx).chunks_exact_mut(Self::PLACES).zip(dy).enumerate() {
                let factor = self.factor(at % N);
                for (dx, &dy) in dx.iter_mut().zip(dy) {
                    *dx = dy * factor;
                }
            }
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
        let (x, y) = (scalars::<T>(X::flat_all(x)), scalars_mut::<T>(X::flat_all_mut(y)));
        let (w, b) = (self.weight.as_slice(), self.bias.as_slice());
        let (mean, variance) = (self.running_mean.as_slice(), self.running_var.as_slice());
        T::batch_norm_evaluate(pass.level, Self::PLACES, Self::EPS, w, b, mean, variance, x, y);
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
        let (mean, rest) = scalars_mut::<T>(cache).split_at_mut(N);
        T::batch_norm(pass.level, pass.samples, Self::STEPS, Self::EPS, w, b, x, y, mean, &mut rest[..N]);
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
        let (mean, rest) = scalars::<T>(record.cache).split_at(N);
        let variance = &rest[..N];
        let (dw, db) = (grad.weight.as_mut_slice(), grad.bias.as_mut_slice());
        let (samples, w) = (pass.samples, self.weight.as_slice());
        T::batch_norm_backward(pass.level, samples, Self::STEPS, Self::EPS, w, mean, variance, x, dy, dx, dw, db);
        let momentum = T::from_f64(Self::MOMENTUM);
        // Of what a batch is drawn from, its own variance is too small an estimate (Bessel).
        let count = (samples * Self::STEPS * Self::PLACES) as f64;
        let unbiased = T::from_f64(count / (count - 1.0));
        for i in 0..N {
            grad.running_mean[i] += momentum * (mean[i] - self.running_mean[i]);
            grad.running_var[i] += momentum * (variance[i] * unbiased - self.running_var[i]);
        }
    }

    fn init(&mut self, rng: &mut Rng) {
        fill::<T, Self>(self, Init::Default, rng);
        self.running_mean.fill(T::ZERO);
        self.running_var.fill(T::ONE);
    }
}

impl<T: Scalar, const IN: usize, const OUT: usize> Dense<T, IN, OUT> {
    /// Moves the factors and the shifts of the normalisation behind it into this layer, for evaluation: the two together compute the
    /// same to rounding, and `norm` alone now gives back what it is given.
    ///
    /// # Examples
    ///
    /// ```
    /// use static_nn::{BatchNorm, Dense, Parameters, network};
    ///
    /// let (mut dense, mut norm) = (Dense::<f64, 1, 1>::zeroed(), BatchNorm::<f64, 1>::zeroed());
    /// (dense.weight[0], dense.bias[0]) = (3.0, 1.0);
    /// (norm.weight[0], norm.bias[0], norm.running_mean[0], norm.running_var[0]) = (2.0, 5.0, 4.0, 4.0 - 1e-5);
    /// dense.fold(&mut norm);
    /// // (3 x + 1 - 4) * 2 / 2 + 5
    /// assert_eq!(network::forward_with(&dense, &mut [], &[10.0]), [32.0]);
    /// assert_eq!(network::forward_with(&norm, &mut [], &[32.0]), [32.0]);
    /// ```
    pub fn fold<const EPS: u64, const MOMENTUM: u64>(&mut self, norm: &mut BatchNorm<T, OUT, EPS, MOMENTUM>) {
        norm.fold_into(self.weight.as_mut_slice(), &mut self.bias);
    }
}

impl<T: Scalar, X: Image, Y: Image, W: Windowed, const OUT: usize, const PATCH: usize, const GROUPS: usize>
    Conv2d<T, X, Y, W, OUT, PATCH, GROUPS>
{
    /// Moves the factors and the shifts of the normalisation behind it into this layer, for evaluation: the two together compute the
    /// same to rounding, and `norm` alone now gives back what it is given.
    pub fn fold<const EPS: u64, const MOMENTUM: u64>(&mut self, norm: &mut BatchNorm<T, OUT, EPS, MOMENTUM, Y>) {
        norm.fold_into(self.weight.as_mut_slice(), &mut self.bias);
    }
}

impl<T: Scalar, const N: usize, const EPS: u64, const MOMENTUM: u64, X: Shape> BatchNorm<T, N, EPS, MOMENTUM, X> {
    /// Moves the factors and the shifts into the layer before this one, whose weights are columns of one for each channel.
    fn fold_into(&mut self, weight: &mut [T], bias: &mut SVector<T, N>) {
        for column in weight.chunks_exact_mut(N) {
            for (i, weight) in column.iter_mut().enumerate() {
                *weight *= self.factor(i);
            }
        }
        for i in 0..N {
            bias[i] = (bias[i] - self.running_mean[i]) * self.factor(i) + self.bias[i];
        }
        self.running_mean.fill(T::ZERO);
        self.running_var.fill(T::ONE);
        self.bias.fill(T::ZERO);
        // The same root by which it will be divided: the factor is one to the last bit.
        self.weight.fill((T::ONE + T::from_f64(Self::EPS)).scalar_sqrt());
    }
}
