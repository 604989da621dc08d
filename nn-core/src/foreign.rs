//! Layers of third parties as generated code sees them.
#![expect(missing_docs, reason = "every item is that of the same name in `Layer` or `Parameters`")]

use fearless_simd::Simd;

use crate::Noise;
use crate::constant::Plan;
use crate::init::Rng;
use crate::layer::{Layer, Pass, Record};
use crate::parameters::{Parameters, Parts, Path, Tensor};
use crate::scalar::{Number, Scalar};
use crate::shape::{D1, Shape};

type Of<S, E> = <S as Shape>::Of<E>;
type Lanes<T> = <T as Number>::Lanes;
type One<'a, X, Y, E> = Record<'a, Of<X, E>, Of<Y, E>, E>;
type Run<'a, X, Y, E> = Record<'a, [Of<X, E>], [Of<Y, E>], E>;

/// What a layer gives as its shape, as a shape: of an array, which is none, the vector that is meant. That it is none is said where it is
/// written, and nowhere else.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a shape",
    label = "this type does not implement `Shape`",
    note = "write `D1<N>` for a vector of `N` values, and `D3<C, H, W, N>` for an image of `N = C * H * W`"
)]
pub trait Meant {
    type Shape: Shape;
}

#[diagnostic::do_not_recommend]
impl<X: Shape> Meant for X {
    type Shape = X;
}

#[diagnostic::do_not_recommend]
impl<T: Scalar, const N: usize> Meant for [T; N] {
    type Shape = D1<N>;
}

/// A [`Layer`] under other names: all that a list asks of a type in the user's scope.
///
/// rustc asks what a trait asks besides (that a layer has parameters) again at every use of that trait. Of this one it asks nothing, so
/// that a layer without its parameters is one mistake, told where it is, and not one more for every call.
///
/// # Safety
///
/// The constants and functions are those of the type's own [`Parameters`], whose promises networks hand on.
#[expect(unsafe_code, reason = "generated code builds its own promise on what this says")]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a layer",
    label = "this type does not implement `Layer<{T}>`",
    note = "a network in a box is handed on as `&*net` or `&mut *net`; double precision asks for `Net<f64>`",
    note = "a layer list names built-in layers, other `network!` structs, and types with an `impl<T: Scalar> static_nn::Layer<T>`, for every scalar"
)]
pub unsafe trait Foreign<T: Scalar> {
    type Input: Shape;
    type Output: Shape;
    const PARAMETERS: usize;
    const STATISTICS: usize;
    const PARTS: Parts;
    const CACHE: usize;
    const SCRATCH: usize;
    const FORWARD_SCRATCH: usize;
    const BLOCK_SCRATCH: usize;
    const FRAMES: usize;
    const MACS: usize;
    const COUPLED: bool;
    const BLOCKS: usize;
    const DRAWS: bool;
    const VOCABULARY: Option<usize>;
    const HEEDLESS: Option<&'static str>;
    const PLAN: Plan;

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>));

    fn forward<S: Simd>(&self, simd: S, x: &Of<Self::Input, T>, y: &mut Of<Self::Output, T>, scratch: &mut [T]);

    fn forward_train<S: Simd>(
        &self,
        simd: S,
        noise: Noise,
        x: &Of<Self::Input, T>,
        y: &mut Of<Self::Output, T>,
        cache: &mut [T],
        scratch: &mut [T],
    );

    fn backward<S: Simd>(
        &self,
        simd: S,
        record: One<'_, Self::Input, Self::Output, T>,
        dy: &Of<Self::Output, T>,
        dx: Option<&mut Of<Self::Input, T>>,
        grad: &mut Self,
        scratch: &mut [T],
    );

    fn forward_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[Of<Self::Input, Lanes<T>>],
        y: &mut [Of<Self::Output, Lanes<T>>],
        scratch: &mut [Lanes<T>],
    );

    fn forward_train_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[Of<Self::Input, Lanes<T>>],
        y: &mut [Of<Self::Output, Lanes<T>>],
        cache: &mut [Lanes<T>],
        scratch: &mut [Lanes<T>],
    );

    fn backward_blocks(
        &self,
        pass: &Pass<'_>,
        record: Run<'_, Self::Input, Self::Output, Lanes<T>>,
        dy: &[Of<Self::Output, Lanes<T>>],
        dx: Option<&mut [Of<Self::Input, Lanes<T>>]>,
        grad: &mut Self,
        scratch: &mut [Lanes<T>],
    );

    fn init(&mut self, rng: &mut Rng);

    fn fold(&mut self);
}

// SAFETY: every constant and function is the type's own.
#[expect(unsafe_code, reason = "generated code builds its own promise on what this says")]
unsafe impl<T: Scalar, L: Layer<T>> Foreign<T> for L {
    type Input = <L::Input as Meant>::Shape;
    type Output = <L::Output as Meant>::Shape;
    const PARAMETERS: usize = <L as Parameters<T>>::PARAMETERS;
    const STATISTICS: usize = <L as Parameters<T>>::STATISTICS;
    const PARTS: Parts = <L as Parameters<T>>::PARTS;
    const CACHE: usize = L::CACHE;
    const SCRATCH: usize = L::SCRATCH;
    const FORWARD_SCRATCH: usize = L::FORWARD_SCRATCH;
    const BLOCK_SCRATCH: usize = L::BLOCK_SCRATCH;
    const FRAMES: usize = L::FRAMES;
    const MACS: usize = L::MACS;
    const COUPLED: bool = L::COUPLED;
    const BLOCKS: usize = L::BLOCKS;
    const DRAWS: bool = L::DRAWS;
    const VOCABULARY: Option<usize> = L::VOCABULARY;
    const HEEDLESS: Option<&'static str> = L::HEEDLESS;
    const PLAN: Plan = L::PLAN;

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        <L as Parameters<T>>::tensors(name, visit);
    }

    #[inline(always)]
    fn forward<S: Simd>(&self, simd: S, x: &Of<L::Input, T>, y: &mut Of<L::Output, T>, scratch: &mut [T]) {
        Layer::forward(self, simd, x, y, scratch);
    }

    #[inline(always)]
    fn forward_train<S: Simd>(
        &self,
        simd: S,
        noise: Noise,
        x: &Of<L::Input, T>,
        y: &mut Of<L::Output, T>,
        cache: &mut [T],
        scratch: &mut [T],
    ) {
        Layer::forward_train(self, simd, noise, x, y, cache, scratch);
    }

    #[inline(always)]
    fn backward<S: Simd>(
        &self,
        simd: S,
        record: One<'_, L::Input, L::Output, T>,
        dy: &Of<L::Output, T>,
        dx: Option<&mut Of<L::Input, T>>,
        grad: &mut Self,
        scratch: &mut [T],
    ) {
        Layer::backward(self, simd, record, dy, dx, grad, scratch);
    }

    #[inline]
    fn forward_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[Of<L::Input, Lanes<T>>],
        y: &mut [Of<L::Output, Lanes<T>>],
        scratch: &mut [Lanes<T>],
    ) {
        Layer::forward_blocks(self, pass, x, y, scratch);
    }

    #[inline]
    fn forward_train_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[Of<L::Input, Lanes<T>>],
        y: &mut [Of<L::Output, Lanes<T>>],
        cache: &mut [Lanes<T>],
        scratch: &mut [Lanes<T>],
    ) {
        Layer::forward_train_blocks(self, pass, x, y, cache, scratch);
    }

    #[inline]
    fn backward_blocks(
        &self,
        pass: &Pass<'_>,
        record: Run<'_, L::Input, L::Output, Lanes<T>>,
        dy: &[Of<L::Output, Lanes<T>>],
        dx: Option<&mut [Of<L::Input, Lanes<T>>]>,
        grad: &mut Self,
        scratch: &mut [Lanes<T>],
    ) {
        let pass = pass.with_gradient(grad, L::WRITES);
        Layer::backward_blocks(self, &pass, record, dy, dx, grad, scratch);
    }

    #[inline]
    fn init(&mut self, rng: &mut Rng) {
        Layer::init(self, rng);
    }

    #[inline]
    fn fold(&mut self) {
        Layer::fold(self);
    }
}
