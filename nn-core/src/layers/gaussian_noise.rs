//! Normal noise added in training, Keras's `GaussianNoise`: an old way to regularise (Bishop, 1995).
//!
//! - forward, in training: `y_i = x_i + deviation n_i`, each `n_i` from the normal distribution with mean 0 and variance 1
//! - forward, in evaluation: `y = x`; a network then does not call the layer at all
//! - backward: `dx = dy`
//!
//! Each value of each sample has a number of its own: see [`Noise`]. In `f32` it is that of [`Noise::normal`] to 2e-6.
//!
//! # Shapes
//!
//! Any shape, kept. No parameters.
//!
//! # Examples
//!
//! ```
//! use static_nn::fearless_simd::Level;
//! use static_nn::{D1, GaussianNoise, Layer, Noise, network};
//!
//! let layer = GaussianNoise::<D1<3>>::new(0.1);
//! let x = [1.0_f64, 2.0, 3.0];
//! assert_eq!(network::forward_with(&layer, &mut [], &x), x);
//!
//! let (mut y, noise) = ([0.0; 3], Noise::new(1));
//! static_nn::fearless_simd::dispatch!(Level::baseline(), simd => {
//!     layer.forward_train(simd, noise, &x, &mut y, &mut [], &mut [])
//! });
//! for i in 0..3 {
//!     assert!((y[i] - (x[i] + 0.1 * noise.normal(i))).abs() < 1e-12);
//! }
//! ```

use core::marker::PhantomData;

use fearless_simd::Simd;

use super::setting::Range;
use crate::Noise;
use crate::layer::{BlockRecord, Input, InputBlock, Layer, Output, OutputBlock, Pass, SampleRecord};
use crate::parameters::{Parameters, Path, Tensor};
use crate::scalar::{Scalar, scalars, scalars_mut};
use crate::shape::Shape;

/// Adds normal noise in training: see the [module](self).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GaussianNoise<X> {
    deviation: f64,
    shape: PhantomData<X>,
}

impl<X> GaussianNoise<X> {
    /// The standard deviation of a layer in a list that states none.
    pub const DEVIATION: f64 = 0.1;

    /// The layer whose noise has this standard deviation.
    ///
    /// # Panics
    ///
    /// If `deviation` is negative, infinite or NaN. `network!` finds that when it is compiled.
    #[must_use]
    pub const fn new(deviation: f64) -> Self {
        assert!(Range::NotNegative.contains(deviation), "the deviation of noise is finite and not negative");
        Self { deviation, shape: PhantomData }
    }
}

// SAFETY: no parameters; a type with settings is never made out of nothing.
#[expect(unsafe_code, reason = "the promise of having no parameters")]
unsafe impl<X, T: Scalar> Parameters<T> for GaussianNoise<X> {
    const PARAMETERS: usize = 0;

    fn tensors(_: &Path<'_>, _: &mut dyn FnMut(&Tensor<'_>)) {}
}

impl<T: Scalar, X: Shape> Layer<T> for GaussianNoise<X> {
    type Input = X;
    type Output = X;
    const HEEDLESS: Option<&'static str> = None;

    #[inline(always)]
    fn forward<S: Simd>(&self, _: S, x: &Input<Self, T>, y: &mut Output<Self, T>, _: &mut [T]) {
        X::flat_mut(y).copy_from_slice(X::flat(x));
    }

    #[inline(always)]
    fn forward_train<S: Simd>(
        &self,
        simd: S,
        noise: Noise,
        x: &Input<Self, T>,
        y: &mut Output<Self, T>,
        _: &mut [T],
        _: &mut [T],
    ) {
        T::gaussian(simd.level(), noise, self.deviation, X::flat(x), X::flat_mut(y));
    }

    #[inline(always)]
    fn backward<S: Simd>(
        &self,
        _: S,
        _: SampleRecord<'_, Self, T>,
        dy: &Output<Self, T>,
        dx: Option<&mut Input<Self, T>>,
        _: &mut Self,
        _: &mut [T],
    ) {
        if let Some(dx) = dx {
            X::flat_mut(dx).copy_from_slice(X::flat(dy));
        }
    }

    #[inline]
    fn forward_blocks(
        &self,
        _: &Pass<'_>,
        x: &[InputBlock<Self, T>],
        y: &mut [OutputBlock<Self, T>],
        _: &mut [T::Lanes],
    ) {
        X::flat_all_mut(y).copy_from_slice(X::flat_all(x));
    }

    #[inline]
    fn forward_train_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[InputBlock<Self, T>],
        y: &mut [OutputBlock<Self, T>],
        _: &mut [T::Lanes],
        _: &mut [T::Lanes],
    ) {
        let (x, y) = (scalars::<T>(X::flat_all(x)), scalars_mut::<T>(X::flat_all_mut(y)));
        T::gaussian_blocks(pass.level, pass.noise, self.deviation, X::LEN, x, y);
    }

    #[inline]
    fn backward_blocks(
        &self,
        _: &Pass<'_>,
        _: BlockRecord<'_, Self, T>,
        dy: &[OutputBlock<Self, T>],
        dx: Option<&mut [InputBlock<Self, T>]>,
        _: &mut Self,
        _: &mut [T::Lanes],
    ) {
        if let Some(dx) = dx {
            X::flat_all_mut(dx).copy_from_slice(X::flat_all(dy));
        }
    }
}
