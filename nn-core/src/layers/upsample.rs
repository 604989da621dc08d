//! Every value of an image several times, PyTorch's `Upsample` with `mode = "nearest"`.
//!
//! - forward: `y[c, i, j] = x[c, i / FH, j / FW]`, rounded down
//! - backward: `dx[c, i, j]` is the sum of `dy` over the values that `x[c, i, j]` became
//!
//! # Shapes
//!
//! `[C, H, W]` to `[C, FH H, FW W]` with whole factors. No parameters.
//!
//! # Examples
//!
//! ```
//! use static_nn::{D3, Upsample, network};
//!
//! let double = Upsample::<D3<1, 1, 2, 2>, D3<1, 2, 4, 8>>::new();
//! let y = network::forward_with(&double, &mut [], &[[[1.0_f32, 2.0]]]);
//! assert_eq!(y, [[[1.0, 1.0, 2.0, 2.0]; 2]]);
//! ```

use core::marker::PhantomData;

use fearless_simd::Simd;

use crate::layer::{BlockRecord, Input, InputBlock, Layer, Output, OutputBlock, Pass, SampleRecord};
use crate::parameters::{Parameters, Path, Tensor};
use crate::scalar::{Scalar, scalars, scalars_mut};
use crate::shape::Image;

/// An image `X` with each of its rows and columns as often as it takes to be an image `Y`: see the [module](self).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Upsample<X, Y>(PhantomData<(X, Y)>);

impl<X, Y> Upsample<X, Y> {
    /// The layer.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "`new` stands beside those of layers with settings")]
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<X: Image, Y: Image> Upsample<X, Y> {
    /// How often each row and each column stands in the output.
    const FACTORS: [usize; 2] = {
        assert!(X::CHANNELS == Y::CHANNELS, "upsampling keeps the channels");
        let (high, wide) = (Y::HEIGHT / X::HEIGHT, Y::WIDTH / X::WIDTH);
        assert!(high * X::HEIGHT == Y::HEIGHT && wide * X::WIDTH == Y::WIDTH, "upsampling is by whole factors");
        [high, wide]
    };

    /// `y` from `x`, values of `lanes` scalars.
    fn spread<T: Scalar>(lanes: usize, x: &[T], y: &mut [T]) {
        let [high, wide] = Self::FACTORS;
        let (x_row, y_row) = (X::WIDTH * lanes, Y::WIDTH * lanes);
        for (x, y) in x.chunks_exact(x_row).zip(y.chunks_exact_mut(y_row * high)) {
            for y in y.chunks_exact_mut(y_row) {
                for (x, y) in x.chunks_exact(lanes).zip(y.chunks_exact_mut(lanes * wide)) {
                    y.chunks_exact_mut(lanes).for_each(|y| y.copy_from_slice(x));
                }
            }
        }
    }

    /// `dx` from `dy`.
    fn gather<T: Scalar>(lanes: usize, dy: &[T], dx: &mut [T]) {
        let [high, wide] = Self::FACTORS;
        let (x_row, y_row) = (X::WIDTH * lanes, Y::WIDTH * lanes);
        for (dx, dy) in dx.chunks_exact_mut(x_row).zip(dy.chunks_exact(y_row * high)) {
            dx.fill(T::ZERO);
            for dy in dy.chunks_exact(y_row) {
                for (dx, dy) in dx.chunks_exact_mut(lanes).zip(dy.chunks_exact(lanes * wide)) {
                    for dy in dy.chunks_exact(lanes) {
                        dx.iter_mut().zip(dy).for_each(|(dx, dy)| *dx += *dy);
                    }
                }
            }
        }
    }
}

// SAFETY: no parameters.
#[expect(unsafe_code, reason = "the promise of having no parameters")]
unsafe impl<X, Y, T: Scalar> Parameters<T> for Upsample<X, Y> {
    const PARAMETERS: usize = 0;

    fn tensors(_: &Path<'_>, _: &mut dyn FnMut(&Tensor<'_>)) {}
}

impl<T: Scalar, X: Image, Y: Image> Layer<T> for Upsample<X, Y> {
    type Input = X;
    type Output = Y;
    const DRAWS: bool = false;

    #[inline(always)]
    fn forward<S: Simd>(&self, _: S, x: &Input<Self, T>, y: &mut Output<Self, T>, _: &mut [T]) {
        Self::spread(1, X::flat(x), Y::flat_mut(y));
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
            Self::gather(1, Y::flat(dy), X::flat_mut(dx));
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
        Self::spread(T::LANES, scalars::<T>(X::flat_all(x)), scalars_mut::<T>(Y::flat_all_mut(y)));
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
        _: &Pass<'_>,
        _: BlockRecord<'_, Self, T>,
        dy: &[OutputBlock<Self, T>],
        dx: Option<&mut [InputBlock<Self, T>]>,
        _: &mut Self,
        _: &mut [T::Lanes],
    ) {
        if let Some(dx) = dx {
            Self::gather(T::LANES, scalars::<T>(Y::flat_all(dy)), scalars_mut::<T>(X::flat_all_mut(dx)));
        }
    }
}
