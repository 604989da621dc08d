//! Layers that change nothing but the shape: [`Flatten`] and, not even that, the identity.
//!
//! - forward: `y = x`
//! - backward: `dx = dy`
//!
//! # Shapes
//!
//! `Flatten`: `[C, H, W]` to `[C * H * W]`, channels first, as PyTorch's `Flatten`; a vector stays as it is.
//! No parameters.

use core::marker::PhantomData;

use fearless_simd::Simd;

use crate::layer::{BlockRecord, Input, InputBlock, Layer, Output, OutputBlock, Pass, SampleRecord};
use crate::parameters::{Parameters, Path, Tensor};
use crate::scalar::Scalar;
use crate::shape::{D1, D2, D3, Shape};

/// The copy of every value from a shape `X` to a shape `Y` of the same length.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(bound = ""))]
pub struct Reshape<X, Y>(PhantomData<(X, Y)>);

/// The vector of all values of a shape `X`.
pub type Flatten<X> = Reshape<X, <X as Flat>::Vector>;

/// A shape that can be flattened.
pub trait Flat: Shape {
    /// The vector of the same length.
    type Vector: Shape;
}

impl<const N: usize> Flat for D1<N> {
    type Vector = Self;
}

impl<const S: usize, const F: usize, const N: usize> Flat for D2<S, F, N> {
    type Vector = D1<N>;
}

impl<const C: usize, const H: usize, const W: usize, const N: usize> Flat for D3<C, H, W, N> {
    type Vector = D1<N>;
}

impl<X, Y> Reshape<X, Y> {
    /// The layer.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "`new` stands beside those of layers with settings")]
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

// SAFETY: no parameters.
#[expect(unsafe_code, reason = "the promise of having no parameters")]
unsafe impl<X, Y, T: Scalar> Parameters<T> for Reshape<X, Y> {
    const PARAMETERS: usize = 0;

    fn tensors(_: &Path<'_>, _: &mut dyn FnMut(&Tensor<'_>)) {}
}

impl<T: Scalar, X: Shape, Y: Shape> Layer<T> for Reshape<X, Y> {
    type Input = X;
    type Output = Y;
    const DRAWS: bool = false;
    const HEEDLESS: Option<&'static str> = match (X::DIMS, Y::DIMS) {
        ([a, b], [c, d]) if *a == *c && *b == *d => None,
        ([_, _], _) | (_, [_, _]) => Some("a layer that gives the values another shape"),
        _ => None,
    };
    const IDENTITY: bool = true;

    #[inline(always)]
    fn forward<S: Simd>(&self, _: S, x: &Input<Self, T>, y: &mut Output<Self, T>, _: &mut [T]) {
        Y::flat_mut(y).copy_from_slice(X::flat(x));
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
            X::flat_mut(dx).copy_from_slice(Y::flat(dy));
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
        Y::flat_all_mut(y).copy_from_slice(X::flat_all(x));
    }

    #[inline]
    fn forward_train_blocks(
        &self,
        _: &Pass<'_>,
        x: &[InputBlock<Self, T>],
        y: &mut [OutputBlock<Self, T>],
        _: &mut [T::Lanes],
        _: &mut [T::Lanes],
    ) {
        Y::flat_all_mut(y).copy_from_slice(X::flat_all(x));
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
            X::flat_all_mut(dx).copy_from_slice(Y::flat_all(dy));
        }
    }
}
