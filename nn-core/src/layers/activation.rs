//! Layers that apply one function to every value: `y = f(x)`, `dx = dy * f'(x)`.
//!
//! # Shapes
//!
//! Any shape, kept. No parameters.

use core::marker::PhantomData;

use fearless_simd::Simd;

use crate::Noise;
use crate::kernels::ONE_LEVEL;
use crate::kernels::pointwise::{self, Function, Pointwise};
use crate::layer::{BlockRecord, Input, InputBlock, Layer, Output, OutputBlock, Pass, SampleRecord};
use crate::parameters::{Parameters, Path, Tensor};
use crate::scalar::{Scalar, scalars, scalars_mut};
use crate::shape::Shape;

/// Values up to which one sample's function is inlined into the network.
const INLINE: usize = if ONE_LEVEL { 256 } else { 64 };

/// The layer that applies `F` to every value of a shape `X`; its aliases carry the names of the field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Activation<F, X> {
    function: F,
    shape: PhantomData<X>,
}

impl<F, X> Activation<F, X> {
    /// The layer for a function with its settings.
    #[must_use]
    pub const fn of(function: F) -> Self {
        Self { function, shape: PhantomData }
    }

    /// The function with its settings.
    #[inline(always)]
    pub(crate) fn function(&self) -> F
    where
        F: Copy,
    {
        self.function
    }
}

/// The derivative in place, for functions whose slope the output tells. The layer before then keeps nothing for it.
impl<F: Function + Into<Pointwise>, X: Shape> Activation<F, X> {
    /// Turns `dy`, the gradient with respect to the output `y` of one sample, into that with respect to the input.
    #[inline(always)]
    pub fn backward_in_place<T: Scalar, S: Simd>(&self, simd: S, y: &X::Of<T>, dy: &mut X::Of<T>) {
        const { assert!(F::SLOPE_FROM_OUTPUT) }
        let (y, dy) = (X::flat(y), X::flat_mut(dy));
        if const { ONE_LEVEL && X::LEN <= INLINE } {
            pointwise::backward_in_place(simd, self.function, y, dy);
        } else {
            T::pointwise_backward_in_place(simd.level(), self.function.into(), y, dy);
        }
    }

    /// [`backward_in_place`](Self::backward_in_place) for a run of blocks.
    #[inline]
    pub fn backward_in_place_blocks<T: Scalar>(
        &self,
        pass: &Pass<'_>,
        y: &[X::Of<T::Lanes>],
        dy: &mut [X::Of<T::Lanes>],
    ) {
        const { assert!(F::SLOPE_FROM_OUTPUT) }
        let (y, dy) = (scalars::<T>(X::flat_all(y)), scalars_mut::<T>(X::flat_all_mut(dy)));
        T::pointwise_backward_in_place(pass.level, self.function.into(), y, dy);
    }
}

// SAFETY: no parameters, and without settings nothing at all: a function of this crate, which anyone may make.
#[expect(unsafe_code, reason = "the promise of having no parameters")]
unsafe impl<F: Function, X, T: Scalar> Parameters<T> for Activation<F, X> {
    const PARAMETERS: usize = 0;

    fn tensors(_: &Path<'_>, _: &mut dyn FnMut(&Tensor<'_>)) {}
}

impl<T: Scalar, F: Function + Into<Pointwise>, X: Shape> Layer<T> for Activation<F, X> {
    type Input = X;
    type Output = X;
    const DRAWS: bool = false;
    const HEEDLESS: Option<&'static str> = None;

    #[inline(always)]
    fn forward<S: Simd>(&self, simd: S, x: &Input<Self, T>, y: &mut Output<Self, T>, _: &mut [T]) {
        if const { X::LEN <= INLINE } {
            pointwise::forward(simd, self.function, X::flat(x), X::flat_mut(y));
        } else {
            T::pointwise(simd.level(), self.function.into(), X::flat(x), X::flat_mut(y));
        }
    }

    // With `std` nothing is inlined in training: a step is many times a call, and a build is shorter.
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
        if ONE_LEVEL {
            return self.forward(simd, x, y, scratch);
        }
        T::pointwise(simd.level(), self.function.into(), X::flat(x), X::flat_mut(y));
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
        let Some(dx) = dx else { return };
        let (x, y, dy, dx) = (X::flat(record.x), X::flat(record.y), X::flat(dy), X::flat_mut(dx));
        if const { ONE_LEVEL && X::LEN <= INLINE } {
            pointwise::backward(simd, self.function, x, y, dy, dx);
        } else {
            T::pointwise_backward(simd.level(), self.function.into(), x, y, dy, dx);
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
        T::pointwise(pass.level, self.function.into(), x, y);
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
        _: &mut [T::Lanes],
    ) {
        let Some(dx) = dx else { return };
        let (x, y) = (scalars::<T>(X::flat_all(record.x)), scalars::<T>(X::flat_all(record.y)));
        let (dy, dx) = (scalars::<T>(X::flat_all(dy)), scalars_mut::<T>(X::flat_all_mut(dx)));
        T::pointwise_backward(pass.level, self.function.into(), x, y, dy, dx);
    }
}
