//! Channels left out at random in training (Tompson et al., 2015), PyTorch's `Dropout2d`.
//!
//! - forward, in training: `y_c = m_c x_c` with `m_c = 0` with the probability `p`, else `1 / (1 - p)`, one for each channel
//! - forward, in evaluation: `y = x`; a network then does not call the layer at all
//! - backward: `dx_c = m_c dy_c`
//!
//! Each channel of each sample has a number of its own: see [`Noise`].
//!
//! # Shapes
//!
//! `[C, H, W]`, kept. No parameters.
//!
//! # Examples
//!
//! ```
//! use static_nn::fearless_simd::Level;
//! use static_nn::{D3, Dropout2d, Layer, Noise};
//!
//! let dropout = Dropout2d::<D3<4, 1, 2, 8>>::new(0.5);
//! let (x, mut y, mut mask) = ([[[1.0_f32; 2]]; 4], [[[0.0; 2]]; 4], [0.0; 4]);
//! let noise = Noise::new(1);
//! static_nn::fearless_simd::dispatch!(Level::baseline(), simd => {
//!     dropout.forward_train(simd, noise, &x, &mut y, &mut mask, &mut [0.0; 4])
//! });
//! for c in 0..4 {
//!     assert_eq!(y[c], [if noise.uniform(c) < 0.5 { [0.0; 2] } else { [2.0; 2] }]);
//! }
//! ```

use core::marker::PhantomData;

use fearless_simd::Simd;

use super::setting::Range;
use crate::Noise;
use crate::layer::{BlockRecord, Input, InputBlock, Layer, Output, OutputBlock, Pass, SampleRecord};
use crate::parameters::{Parameters, Path, Tensor};
use crate::scalar::{Scalar, scalars, scalars_mut};
use crate::shape::Image;

/// Sets channels to zero with the probability `p` in training: see the [module](self).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dropout2d<X> {
    p: f64,
    shape: PhantomData<X>,
}

impl<X> Dropout2d<X> {
    /// The probability that PyTorch has by default.
    pub const P: f64 = 0.5;

    /// The layer that drops a channel with the probability `p`, PyTorch's default being 0.5.
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
unsafe impl<X, T: Scalar> Parameters<T> for Dropout2d<X> {
    const PARAMETERS: usize = 0;

    fn tensors(_: &Path<'_>, _: &mut dyn FnMut(&Tensor<'_>)) {}
}

/// `y = m x`, with `m` for each of the channels, whose values lie side by side in `lanes` lanes.
fn multiply<T: Scalar>(masks: &[T], lanes: usize, x: &[T], y: &mut [T]) {
    let plane = x.len() / (masks.len() / lanes);
    for ((mask, x), y) in masks.chunks_exact(lanes).zip(x.chunks_exact(plane)).zip(y.chunks_exact_mut(plane)) {
        for (x, y) in x.chunks_exact(lanes).zip(y.chunks_exact_mut(lanes)) {
            for ((y, &x), &mask) in y.iter_mut().zip(x).zip(mask) {
                *y = x * mask;
            }
        }
    }
}

/// The cache holds the factor of each channel.
impl<T: Scalar, X: Image> Layer<T> for Dropout2d<X> {
    type Input = X;
    type Output = X;
    const CACHE: usize = X::CHANNELS;
    const SCRATCH: usize = X::CHANNELS;
    const FORWARD_SCRATCH: usize = 0;

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
        scratch: &mut [T],
    ) {
        // As many values as channels draw the channels' numbers; what comes of the values themselves is left.
        let x = X::flat(x);
        T::dropout(simd.level(), noise, self.p, &x[..X::CHANNELS], &mut scratch[..X::CHANNELS], cache);
        multiply::<T>(cache, 1, x, X::flat_mut(y));
    }

    #[inline(always)]
    fn backward<S: Simd>(
        &self,
        _: S,
        record: SampleRecord<'_, Self, T>,
        dy: &Output<Self, T>,
        dx: Option<&mut Input<Self, T>>,
        _: &mut Self,
        _: &mut [T],
    ) {
        if let Some(dx) = dx {
            multiply::<T>(record.cache, 1, X::flat(dy), X::flat_mut(dx));
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
        scratch: &mut [T::Lanes],
    ) {
        let count = x.len() * X::CHANNELS;
        let (masks, scratch) = (scalars_mut::<T>(&mut cache[..count]), scalars_mut::<T>(&mut scratch[..count]));
        let values = scalars::<T>(&X::flat_all(x)[..count]);
        T::dropout_blocks(pass.level, pass.noise, self.p, X::CHANNELS, values, scratch, masks);
        let size = X::CHANNELS * T::LANES;
        for ((masks, x), y) in masks.chunks_exact(size).zip(x).zip(y) {
            multiply::<T>(masks, T::LANES, scalars::<T>(X::flat(x)), scalars_mut::<T>(X::flat_mut(y)));
        }
    }

    #[inline]
    fn backward_blocks(
        &self,
        _: &Pass<'_>,
        record: BlockRecord<'_, Self, T>,
        dy: &[OutputBlock<Self, T>],
        dx: Option<&mut [InputBlock<Self, T>]>,
        _: &mut Self,
        _: &mut [T::Lanes],
    ) {
        let Some(dx) = dx else { return };
        let masks = scalars::<T>(record.cache).chunks_exact(X::CHANNELS * T::LANES);
        for ((masks, dy), dx) in masks.zip(dy).zip(dx) {
            multiply::<T>(masks, T::LANES, scalars::<T>(X::flat(dy)), scalars_mut::<T>(X::flat_mut(dx)));
        }
    }
}
