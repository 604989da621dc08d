//! Zeros around an image, PyTorch's `ZeroPad2d`.
//!
//! - forward: `y[c, i + PH, j + PW] = x[c, i, j]`, and 0 elsewhere
//! - backward: `dx[c, i, j] = dy[c, i + PH, j + PW]`
//!
//! # Shapes
//!
//! `[C, H, W]` to `[C, H + 2 PH, W + 2 PW]`. No parameters.
//!
//! # Examples
//!
//! ```
//! use static_nn::{D3, ZeroPad2d, network};
//!
//! let pad = ZeroPad2d::<D3<1, 1, 2, 2>, D3<1, 3, 4, 12>>::new();
//! let y = network::forward_with(&pad, &mut [], &[[[1.0_f32, 2.0]]]);
//! assert_eq!(y, [[[0.0; 4], [0.0, 1.0, 2.0, 0.0], [0.0; 4]]]);
//! ```

use core::marker::PhantomData;

use fearless_simd::Simd;

use crate::layer::{BlockRecord, Input, InputBlock, Layer, Output, OutputBlock, Pass, SampleRecord};
use crate::parameters::{Parameters, Path, Tensor};
use crate::scalar::{Scalar, scalars, scalars_mut};
use crate::shape::Image;

/// An image `X` in the middle of an image `Y` of zeros: see the [module](self).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ZeroPad2d<X, Y>(PhantomData<(X, Y)>);

impl<X, Y> ZeroPad2d<X, Y> {
    /// The layer.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "`new` stands beside those of layers with settings")]
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<X: Image, Y: Image> ZeroPad2d<X, Y> {
    /// Rows and columns of zeros on each side.
    const PADDING: [usize; 2] = {
        assert!(X::CHANNELS == Y::CHANNELS, "padding keeps the channels");
        let padding = [(Y::HEIGHT - X::HEIGHT) / 2, (Y::WIDTH - X::WIDTH) / 2];
        let both = [X::HEIGHT + 2 * padding[0], X::WIDTH + 2 * padding[1]];
        assert!(both[0] == Y::HEIGHT && both[1] == Y::WIDTH, "padding is the same on both sides");
        padding
    };

    /// `y` from `x`, values of `lanes` scalars.
    fn spread<T: Scalar>(lanes: usize, x: &[T], y: &mut [T]) {
        y.fill(T::ZERO);
        Self::rows(lanes, x.len(), y.len()).for_each(|(from, to)| {
            y[to..to + X::WIDTH * lanes].copy_from_slice(&x[from..from + X::WIDTH * lanes]);
        });
    }

    /// `dx` from `dy`.
    fn gather<T: Scalar>(lanes: usize, dy: &[T], dx: &mut [T]) {
        Self::rows(lanes, dx.len(), dy.len()).for_each(|(to, from)| {
            dx[to..to + X::WIDTH * lanes].copy_from_slice(&dy[from..from + X::WIDTH * lanes]);
        });
    }

    /// Where each row of the image begins, and where it does among the zeros.
    fn rows(lanes: usize, inside: usize, around: usize) -> impl Iterator<Item = (usize, usize)> {
        let [down, across] = Self::PADDING;
        let planes = inside / (X::HEIGHT * X::WIDTH * lanes);
        let plane = around / planes;
        (0..planes * X::HEIGHT).map(move |row| {
            let place = (row % X::HEIGHT + down) * Y::WIDTH + across;
            (row * X::WIDTH * lanes, row / X::HEIGHT * plane + place * lanes)
        })
    }
}

// SAFETY: no parameters.
#[expect(unsafe_code, reason = "the promise of having no parameters")]
unsafe impl<X, Y, T: Scalar> Parameters<T> for ZeroPad2d<X, Y> {
    const PARAMETERS: usize = 0;

    fn tensors(_: &Path<'_>, _: &mut dyn FnMut(&Tensor<'_>)) {}
}

impl<T: Scalar, X: Image, Y: Image> Layer<T> for ZeroPad2d<X, Y> {
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
