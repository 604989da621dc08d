//! Values left out at random in training (Srivastava et al., 2014), PyTorch's `Dropout`.
//!
//! - forward, in training: `y_i = m_i x_i` with `m_i = 0` with the probability `p`, else `1 / (1 - p)`
//! - forward, in evaluation: `y = x`; a network then does not call the layer at all
//! - backward: `dx_i = m_i dy_i`
//!
//! What is kept is scaled up, so that the expected value is the same in training and in evaluation. Each value of each sample
//! has a number of its own: see [`Noise`].
//!
//! # Shapes
//!
//! Any shape, kept. No parameters.
//!
//! # Examples
//!
//! ```
//! use static_nn::fearless_simd::Level;
//! use static_nn::{D1, Dropout, Layer, Noise, network};
//!
//! let dropout = Dropout::<D1<8>>::new(0.5);
//! let x = [1.0_f32; 8];
//! assert_eq!(network::forward_with(&dropout, &mut [], &x), x);
//!
//! let (mut y, mut mask) = ([0.0; 8], [0.0; 8]);
//! let noise = Noise::new(1);
//! static_nn::fearless_simd::dispatch!(Level::baseline(), simd => {
//!     dropout.forward_train(simd, noise, &x, &mut y, &mut mask, &mut [])
//! });
//! for i in 0..8 {
//!     assert_eq!(y[i], if noise.uniform(i) < 0.5 { 0.0 } else { 2.0 });
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

/// Sets values to zero with the probability `p` in training: see the [module](self).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dropout<X> {
    p: f64,
    shape: PhantomData<X>,
}

impl<X> Dropout<X> {
    /// The probability that PyTorch has by default.
    pub const P: f64 = 0.5;

    /// The layer that drops a value with the probability `p`, PyTorch's default being 0.5.
    ///
    /// # Panics
    ///
    /// If `p` is not from 0 to 1, below 1. `network!` finds that when it is compiled.
    #[must_use]
    pub const fn new(p: f64) -> Self {
        assert!(Range::BelowOne.contains(p), "the probability of dropout is from 0 to 1, below 1");
        Self { p, shape: PhantomData }
    }
}

// SAFETY: no parameters; a type with settings is never made out of nothing.
#[expect(unsafe_code, reason = "the promise of having no parameters")]
unsafe impl<X, T: Scalar> Parameters<T> for Dropout<X> {
    const PARAMETERS: usize = 0;

    fn tensors(_: &Path<'_>, _: &mut dyn FnMut(&Tensor<'_>)) {}
}

/// The cache holds the factors.
impl<T: Scalar, X: Shape> Layer<T> for Dropout<X> {
    type Input = X;
    type Output = X;
    const CACHE: usize = X::LEN;
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
        cache: &mut [T],
        _: &mut [T],
    ) {
        T::dropout(simd.level(), noise, self.p, X::flat(x), X::flat_mut(y), cache);
    }

    #[inline(always)]
    fn backward<S: Simd>(
        &self,
        simd: S,
        record: SampleRecord<'_, Self, T>,
        dy: &Output<Self, T>,
        dx: Option<&mut Input<Self, T>>,
        _: &mut Self,
        _: &mut [T],
    ) {
        if let Some(dx) = dx {
            T::multiply(simd.level(), X::flat(dy), record.cache, X::flat_mut(dx));
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
        cache: &mut [T::Lanes],
        _: &mut [T::Lanes],
    ) {
        let (x, y) = (scalars::<T>(X::flat_all(x)), scalars_mut::<T>(X::flat_all_mut(y)));
        T::dropout_blocks(pass.level, pass.noise, self.p, X::LEN, x, y, scalars_mut::<T>(cache));
    }

    #[inline]
    fn backward_blocks(
        &self,
        pass: &Pass<'_>,
        record: BlockRecord<'_, Self, T>,
        dy: &[OutputBlock<Self, T>],
        dx: Option<&mut [InputBlock<Self, T>]>,
        _: &mut Self,
        _: &mut [T::Lanes],
    ) {
        let Some(dx) = dx else { return };
        let (dy, dx) = (scalars::<T>(X::flat_all(dy)), scalars_mut::<T>(X::flat_all_mut(dx)));
        T::multiply(pass.level, dy, scalars::<T>(record.cache), dx);
    }
}
