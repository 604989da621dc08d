//! The layers that never look ahead. Recurrent ones are beside the layer.

use fearless_simd::Simd;

use super::{FrameIn, FrameOut, Stateless, Stream, Streamed};
use crate::kernels::pointwise::{Function, Pointwise};
use crate::layer::{Input, Layer, Output};
use crate::layers::dense::Bias;
use crate::layers::over_time::{LastStep, OverTime};
use crate::layers::softmax::SoftmaxOf;
use crate::layers::{
    Activation, BatchNorm, Dense, Dropout, EachStep, Embedding, GaussianNoise, Identity, LayerNorm, Residual, RmsNorm,
};
use crate::scalar::Scalar;
use crate::shape::{D1, Sequence, Shape};

/// A layer of vectors behind the last step: a step is a sample.
macro_rules! of_vectors {
    ($([$($generics:tt)*] $Layer:ty;)*) => {$(
        impl<T: Scalar, $($generics)*> Stream<T> for $Layer {
            type State = Stateless;
            type Scratch = Stateless;

            #[inline(always)]
            fn step<S: Simd>(
                &self, simd: S, _: &mut Stateless, x: &FrameIn<Self, T>, y: &mut FrameOut<Self, T>, _: &mut Stateless,
            ) {
                Layer::<T>::forward(self, simd, x, y, &mut []);
            }
        }
    )*};
}

of_vectors! {
    [const IN: usize, const OUT: usize, B: Bias<T>] Dense<T, IN, OUT, B>;
    [const N: usize, const EPS: u64] LayerNorm<T, N, EPS>;
    [const N: usize, const EPS: u64] RmsNorm<T, N, EPS>;
    [const N: usize, const LOG: bool] SoftmaxOf<D1<N>, LOG>;
}

impl<T, L, X, Y> Stream<T> for EachStep<L, X, Y>
where
    T: Scalar,
    X: Sequence + Streamed<Frame = <X as Sequence>::Frame>,
    Y: Sequence + Streamed<Frame = <Y as Sequence>::Frame>,
    L: Layer<T, Input = <X as Sequence>::Frame, Output = <Y as Sequence>::Frame>,
{
    type State = Stateless;
    type Scratch = Stateless;

    #[inline(always)]
    fn step<S: Simd>(&self, simd: S, _: &mut Stateless, x: &Input<L, T>, y: &mut Output<L, T>, _: &mut Stateless) {
        const { assert!(L::SCRATCH == 0, "layers of vectors need no scratch for one sample") };
        self.layer.forward(simd, x, y, &mut []);
    }
}

impl<T: Scalar, F: Function + Into<Pointwise>, X: Streamed> Stream<T> for Activation<F, X> {
    type State = Stateless;
    type Scratch = Stateless;

    #[inline(always)]
    fn step<S: Simd>(
        &self,
        simd: S,
        _: &mut Stateless,
        x: &<X::Frame as Shape>::Of<T>,
        y: &mut <X::Frame as Shape>::Of<T>,
        _: &mut Stateless,
    ) {
        // The same function as of a whole sequence, which goes value by value either way.
        Layer::<T>::forward(&Activation::<F, X::Frame>::of(self.function()), simd, x, y, &mut []);
    }
}

/// Layers that change nothing but in training.
macro_rules! only_in_training {
    ($($Layer:ident),*) => {$(
        impl<T: Scalar, X: Streamed> Stream<T> for $Layer<X> {
            type State = Stateless;
            type Scratch = Stateless;

            #[inline(always)]
            fn step<S: Simd>(
                &self,
                _: S,
                _: &mut Stateless,
                x: &<X::Frame as Shape>::Of<T>,
                y: &mut <X::Frame as Shape>::Of<T>,
                _: &mut Stateless,
            ) {
                X::Frame::flat_mut(y).copy_from_slice(X::Frame::flat(x));
            }
        }
    )*};
}

only_in_training!(Dropout, GaussianNoise);

/// With the running statistics a step needs no other.
impl<T: Scalar, const N: usize, const EPS: u64, const MOMENTUM: u64, X: Streamed<Frame = D1<N>>> Stream<T>
    for BatchNorm<T, N, EPS, MOMENTUM, X>
{
    type State = Stateless;
    type Scratch = Stateless;

    #[inline(always)]
    fn step<S: Simd>(&self, simd: S, _: &mut Stateless, x: &[T; N], y: &mut [T; N], _: &mut Stateless) {
        self.evaluate_step(simd, x, y);
    }
}

/// What an empty branch stands for.
impl<T: Scalar, X: Streamed> Stream<T> for Identity<X> {
    type State = Stateless;
    type Scratch = Stateless;

    #[inline(always)]
    fn step<S: Simd>(
        &self,
        _: S,
        _: &mut Stateless,
        x: &<X::Frame as Shape>::Of<T>,
        y: &mut <X::Frame as Shape>::Of<T>,
        _: &mut Stateless,
    ) {
        X::Frame::flat_mut(y).copy_from_slice(X::Frame::flat(x));
    }
}

/// Each step is the last one so far.
impl<T: Scalar, X> Stream<T> for OverTime<LastStep, X>
where
    X: Sequence + Streamed<Frame = <X as Sequence>::Frame>,
    <X as Sequence>::Frame: Streamed<Frame = <X as Sequence>::Frame>,
{
    type State = Stateless;
    type Scratch = Stateless;

    #[inline(always)]
    fn step<S: Simd>(
        &self,
        _: S,
        _: &mut Stateless,
        x: &<<X as Sequence>::Frame as Shape>::Of<T>,
        y: &mut <<X as Sequence>::Frame as Shape>::Of<T>,
        _: &mut Stateless,
    ) {
        <X as Sequence>::Frame::flat_mut(y).copy_from_slice(<X as Sequence>::Frame::flat(x));
    }
}

impl<T, const VOCABULARY: usize, const WIDTH: usize, const STEPS: usize, Y> Stream<T>
    for Embedding<T, VOCABULARY, WIDTH, STEPS, Y>
where
    T: Scalar,
    Y: Sequence + Streamed<Frame = D1<WIDTH>>,
{
    type State = Stateless;
    type Scratch = Stateless;

    #[inline(always)]
    fn step<S: Simd>(&self, _: S, _: &mut Stateless, [x]: &[T; 1], y: &mut [T; WIDTH], _: &mut Stateless) {
        self.row(*x, y);
    }
}

impl<T: Scalar, X: Streamed, L: Stream<T, Input = X, Output = X>> Stream<T> for Residual<L> {
    type State = L::State;
    type Scratch = L::Scratch;
    const RECEPTIVE_FIELD: usize = L::RECEPTIVE_FIELD;
    const LATENCY: usize = L::LATENCY;
    const SEAMS: usize = L::SEAMS;

    #[inline(always)]
    fn settle<S: Simd>(simd: S, state: &mut L::State) {
        L::settle(simd, state);
    }

    #[inline(always)]
    fn step<S: Simd>(
        &self,
        simd: S,
        state: &mut L::State,
        x: &<X::Frame as Shape>::Of<T>,
        y: &mut <X::Frame as Shape>::Of<T>,
        scratch: &mut L::Scratch,
    ) {
        self.block.step(simd, state, x, y, scratch);
        for (y, &x) in X::Frame::flat_mut(y).iter_mut().zip(X::Frame::flat(x)) {
            *y += x;
        }
    }
}
