//! Softmax and its logarithm, PyTorch's `Softmax` and `LogSoftmax` over the classes.
//!
//! - forward: `y_i = exp(x_i - m) / Σ exp(x_j - m)` with `m = max x`; or `y_i = x_i - m - ln Σ exp(x_j - m)`
//! - backward: `dx_i = y_i (dy_i - Σ y_j dy_j)`; or `dx_i = dy_i - exp(y_i) Σ dy_j`
//!
//! # Shapes
//!
//! `[N]` to `[N]`. No parameters. Train classifiers on the values before a softmax: `CrossEntropy` contains it.

use core::marker::PhantomData;

use fearless_simd::Simd;

use crate::Noise;
use crate::constant::Plan;
use crate::layer::{BlockRecord, Layer, Pass, SampleRecord};
use crate::parameters::{Parameters, Path, Tensor};
use crate::scalar::{Scalar, scalars, scalars_mut};
use crate::shape::D1;

/// Softmax for a shape `X`, or with `LOG` its logarithm; the aliases carry the names of the field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SoftmaxOf<X, const LOG: bool>(PhantomData<X>);

/// `y_i = exp(x_i) / Σ exp(x_j)`: probabilities that sum to one.
pub type Softmax<X> = SoftmaxOf<X, false>;

/// `y_i = x_i - ln Σ exp(x_j)`: their logarithms.
pub type LogSoftmax<X> = SoftmaxOf<X, true>;

impl<X, const LOG: bool> SoftmaxOf<X, LOG> {
    /// The layer.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "`new` stands beside those of layers with settings")]
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

// SAFETY: no parameters.
#[expect(unsafe_code, reason = "the promise of having no parameters")]
unsafe impl<X, T: Scalar, const LOG: bool> Parameters<T> for SoftmaxOf<X, LOG> {
    const PARAMETERS: usize = 0;

    fn tensors(_: &Path<'_>, _: &mut dyn FnMut(&Tensor<'_>)) {}
}

impl<T: Scalar, const N: usize, const LOG: bool> Layer<T> for SoftmaxOf<D1<N>, LOG> {
    type Input = D1<N>;
    type Output = D1<N>;
    const DRAWS: bool = false;
    const PLAN: Plan = Plan::Shares { log: LOG };

    #[inline(always)]
    fn forward<S: Simd>(&self, simd: S, x: &[T; N], y: &mut [T; N], _: &mut [T]) {
        crate::kernels::softmax::sample(simd, LOG, x, y);
    }

    // In training nothing is inlined: a step is many times a call, and a build is shorter.
    #[inline(always)]
    fn forward_train<S: Simd>(&self, simd: S, _: Noise, x: &[T; N], y: &mut [T; N], _: &mut [T], _: &mut [T]) {
        T::softmax(simd.level(), LOG, x, y);
    }

    #[inline(always)]
    fn backward<S: Simd>(
        &self,
        simd: S,
        record: SampleRecord<'_, Self, T>,
        dy: &[T; N],
        dx: Option<&mut [T; N]>,
        _: &mut Self,
        _: &mut [T],
    ) {
        if let Some(dx) = dx {
            T::softmax_backward(simd.level(), LOG, record.y, dy, dx);
        }
    }

    #[inline]
    fn forward_blocks(&self, pass: &Pass<'_>, x: &[[T::Lanes; N]], y: &mut [[T::Lanes; N]], _: &mut [T::Lanes]) {
        let (x, y) = (scalars::<T>(x.as_flattened()), scalars_mut::<T>(y.as_flattened_mut()));
        T::softmax_blocks(pass.level, LOG, N, T::from_f64(f64::NEG_INFINITY), x, y);
    }

    // A probability that is subnormal is one in evaluation. In training the losses would take long over it, and none of them minds.
    #[inline]
    fn forward_train_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[[T::Lanes; N]],
        y: &mut [[T::Lanes; N]],
        _: &mut [T::Lanes],
        _: &mut [T::Lanes],
    ) {
        let (x, y) = (scalars::<T>(x.as_flattened()), scalars_mut::<T>(y.as_flattened_mut()));
        let lowest = T::LN_MIN_POSITIVE + T::from_f64(N as f64).scalar_ln();
        T::softmax_blocks(pass.level, LOG, N, lowest, x, y);
    }

    #[inline]
    fn backward_blocks(
        &self,
        pass: &Pass<'_>,
        record: BlockRecord<'_, Self, T>,
        dy: &[[T::Lanes; N]],
        dx: Option<&mut [[T::Lanes; N]]>,
        _: &mut Self,
        _: &mut [T::Lanes],
    ) {
        let Some(dx) = dx else { return };
        let (y, dy) = (scalars::<T>(record.y.as_flattened()), scalars::<T>(dy.as_flattened()));
        T::softmax_blocks_backward(pass.level, LOG, N, y, dy, scalars_mut::<T>(dx.as_flattened_mut()));
    }
}
