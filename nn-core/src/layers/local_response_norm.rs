//! Normalisation over neighbouring channels (Krizhevsky, Sutskever and Hinton, 2012), PyTorch's `LocalResponseNorm`.
//!
//! - forward: `y_c = x_c s_c^-beta` with `s_c = k + alpha / size Σ x_j²` over the `size` channels `j` around `c`, place by place: from
//!   `c - size / 2` to `c + (size - 1) / 2`, as far as the image has them
//! - backward: `dx_c = dy_c s_c^-beta - 2 alpha beta / size x_c Σ dy_j x_j s_j^(-beta - 1)` over the channels that have `c` around them
//!
//! # Shapes
//!
//! `[C, H, W]`, kept. No parameters.
//!
//! # Examples
//!
//! ```
//! use static_nn::{D3, LocalResponseNorm, network};
//!
//! let norm = LocalResponseNorm::<D3<2, 1, 1, 2>>::new(2, 4.0, 0.5, 1.0);
//! let y = network::forward_with(&norm, &mut [0.0; 2], &[[[2.0_f32]], [[1.0]]]);
//! // 2 / sqrt(1 + 4 / 2 * 2²), and 1 / sqrt(1 + 4 / 2 * (2² + 1))
//! assert!((y[0][0][0] - 2.0 / 3.0).abs() < 1e-6 && (y[1][0][0] - 1.0 / 11.0_f32.sqrt()).abs() < 1e-6);
//! ```

use core::marker::PhantomData;

use fearless_simd::Simd;

use super::setting::Range;
use crate::kernels::response::Response;
use crate::layer::{BlockRecord, Input, InputBlock, Layer, Output, OutputBlock, Pass, SampleRecord};
use crate::parameters::{Parameters, Path, Tensor};
use crate::scalar::{Scalar, scalars, scalars_mut};
use crate::shape::Image;

/// `y = x / (k + alpha / size Σ x²)^beta` over the `size` channels around each: see the [module](self).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LocalResponseNorm<X> {
    size: usize,
    alpha: f64,
    beta: f64,
    k: f64,
    shape: PhantomData<X>,
}

impl<X> LocalResponseNorm<X> {
    /// PyTorch's default.
    pub const ALPHA: f64 = 1e-4;
    /// PyTorch's default.
    pub const BETA: f64 = 0.75;
    /// PyTorch's default.
    pub const K: f64 = 1.0;

    /// The layer that sums over `size` channels.
    ///
    /// # Panics
    ///
    /// If `size` is 0, `alpha` or `beta` below 0, or `k` not above it. `network!` finds that when it is compiled.
    #[must_use]
    pub const fn new(size: usize, alpha: f64, beta: f64, k: f64) -> Self {
        assert!(size > 0, "a response is normalised over one channel or more");
        assert!(Range::NotNegative.contains(alpha) && Range::NotNegative.contains(beta) && Range::Positive.contains(k));
        Self { size, alpha, beta, k, shape: PhantomData }
    }
}

impl<X: Image> LocalResponseNorm<X> {
    #[inline(always)]
    const fn response(&self) -> Response {
        Response { channels: X::CHANNELS, size: self.size, alpha: self.alpha, beta: self.beta, k: self.k }
    }
}

// SAFETY: no parameters; a type with settings is never made out of nothing.
#[expect(unsafe_code, reason = "the promise of having no parameters")]
unsafe impl<X, T: Scalar> Parameters<T> for LocalResponseNorm<X> {
    const PARAMETERS: usize = 0;

    fn tensors(_: &Path<'_>, _: &mut dyn FnMut(&Tensor<'_>)) {}
}

impl<T: Scalar, X: Image> Layer<T> for LocalResponseNorm<X> {
    type Input = X;
    type Output = X;
    const SCRATCH: usize = X::LEN;
    const FORWARD_SCRATCH: usize = 0;
    const DRAWS: bool = false;

    #[inline(always)]
    fn forward<S: Simd>(&self, simd: S, x: &Input<Self, T>, y: &mut Output<Self, T>, _: &mut [T]) {
        T::local_response_norm(simd.level(), self.response(), X::flat(x), X::flat_mut(y));
    }

    #[inline(always)]
    fn backward<S: Simd>(
        &self,
        simd: S,
        record: SampleRecord<'_, Self, T>,
        dy: &Output<Self, T>,
        dx: Option<&mut Input<Self, T>>,
        _: &mut Self,
        scratch: &mut [T],
    ) {
        let Some(dx) = dx else { return };
        let (x, dy, dx) = (X::flat(record.x), X::flat(dy), X::flat_mut(dx));
        T::local_response_norm_dx(simd.level(), self.response(), x, dy, dx, &mut scratch[..X::LEN]);
    }

    #[inline]
    fn forward_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[InputBlock<Self, T>],
        y: &mut [OutputBlock<Self, T>],
        _: &mut [T::Lanes],
    ) {
        for (x, y) in x.iter().zip(y) {
            let (x, y) = (scalars::<T>(X::flat(x)), scalars_mut::<T>(X::flat_mut(y)));
            T::local_response_norm(pass.level, self.response(), x, y);
        }
    }

    #[inline]
    fn forward_train_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[InputBlock<Self, T>],
        y: &mut [OutputBlock<Self, T>],
        _: &mut [T::Lanes],
        scratch: &mut [T::Lanes],
    ) {
        Layer::<T>::forward_blocks(self, pass, x, y, scratch);
    }

    #[inline]
    fn backward_blocks(
        &self,
        pass: &Pass<'_>,
        record: BlockRecord<'_, Self, T>,
        dy: &[OutputBlock<Self, T>],
        dx: Option<&mut [InputBlock<Self, T>]>,
        _: &mut Self,
        scratch: &mut [T::Lanes],
    ) {
        let Some(dx) = dx else { return };
        let scratch = scalars_mut::<T>(&mut scratch[..X::LEN]);
        for ((x, dy), dx) in record.x.iter().zip(dy).zip(dx) {
            let (x, dy) = (scalars::<T>(X::flat(x)), scalars::<T>(X::flat(dy)));
            let dx = scalars_mut::<T>(X::flat_mut(dx));
            T::local_response_norm_dx(pass.level, self.response(), x, dy, dx, scratch);
        }
    }
}
