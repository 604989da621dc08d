//! A layer of vectors, step by step of a sequence.
//!
//! # Shapes
//!
//! `[STEPS, IN]` to `[STEPS, OUT]` around a layer of `[IN]` to `[OUT]`, whose parameters all steps share.

use core::marker::PhantomData;

use fearless_simd::Simd;

use crate::Noise;
use crate::constant::Plan;
use crate::init::Rng;
use crate::layer::{BlockRecord, Input, InputBlock, Layer, Output, OutputBlock, Pass, Record, SampleRecord};
use crate::parameters::{Parameters, Parts, Path, Tensor};
use crate::scalar::Scalar;
use crate::shape::{Sequence, Shape};

/// The layer `L` on every step of a sequence `X`, which makes a sequence `Y`.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(transparent)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(transparent, bound(serialize = "L: serde::Serialize", deserialize = "L: serde::Deserialize<'de>"))
)]
pub struct EachStep<L, X, Y> {
    /// The layer.
    pub layer: L,
    #[cfg_attr(feature = "serde", serde(skip))]
    shapes: PhantomData<(X, Y)>,
}

impl<L, X, Y> EachStep<L, X, Y> {
    /// The layer on every step.
    #[must_use]
    pub const fn of(layer: L) -> Self {
        Self { layer, shapes: PhantomData }
    }
}

impl<L, X, Y> core::ops::Deref for EachStep<L, X, Y> {
    type Target = L;

    fn deref(&self) -> &L {
        &self.layer
    }
}

impl<L, X, Y> core::ops::DerefMut for EachStep<L, X, Y> {
    fn deref_mut(&mut self) -> &mut L {
        &mut self.layer
    }
}

// SAFETY: repr(transparent) over a type that keeps the same promise, beside one without size.
#[expect(unsafe_code, reason = "the promise of being nothing but scalars")]
unsafe impl<T: Scalar, L: Parameters<T>, X, Y> Parameters<T> for EachStep<L, X, Y> {
    const PARAMETERS: usize = L::PARAMETERS;
    const STATISTICS: usize = L::STATISTICS;
    const PARTS: Parts = L::PARTS;

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        L::tensors(name, visit);
    }
}

/// The steps of some samples, as samples of the layer.
fn frames<X: Sequence, E: crate::scalar::Element>(values: &[X::Of<E>]) -> &[<X::Frame as Shape>::Of<E>] {
    X::Frame::all(X::flat_all(values))
}

/// The same to be written.
fn frames_mut<X: Sequence, E: crate::scalar::Element>(values: &mut [X::Of<E>]) -> &mut [<X::Frame as Shape>::Of<E>] {
    X::Frame::all_mut(X::flat_all_mut(values))
}

/// The steps of one sample.
#[inline(always)]
fn steps<X: Sequence, E: crate::scalar::Element>(value: &X::Of<E>) -> &[<X::Frame as Shape>::Of<E>] {
    X::Frame::all(X::flat(value))
}

/// The same to be written.
#[inline(always)]
fn steps_mut<X: Sequence, E: crate::scalar::Element>(value: &mut X::Of<E>) -> &mut [<X::Frame as Shape>::Of<E>] {
    X::Frame::all_mut(X::flat_mut(value))
}

/// To the layer the steps are samples: all of those of a block, of which no lane is told apart.
fn pass_of_steps<'a, T: Scalar>(pass: &Pass<'a>, blocks: usize, steps: usize) -> Pass<'a> {
    Pass { samples: blocks * steps * T::LANES, lengths: None, ..*pass }
}

/// The cache holds that of the layer, step by step.
impl<T, L, X, Y> Layer<T> for EachStep<L, X, Y>
where
    T: Scalar,
    X: Sequence,
    Y: Sequence,
    L: Layer<T, Input = X::Frame, Output = Y::Frame>,
{
    type Input = X;
    type Output = Y;
    const CACHE: usize = L::CACHE * X::STEPS;
    const SCRATCH: usize = L::SCRATCH;
    const FORWARD_SCRATCH: usize = L::FORWARD_SCRATCH;
    const FRAMES: usize = L::FRAMES;
    const BLOCK_SCRATCH: usize = L::BLOCK_SCRATCH * X::STEPS;
    const MACS: usize = {
        assert!(X::STEPS == Y::STEPS, "as many steps come out as go in");
        assert!(!L::COUPLED, "a layer that normalises over a batch is none of single steps");
        L::MACS * X::STEPS
    };
    const PLAN: Plan = Plan::StepByStep(&L::PLAN, X::STEPS);
    const DRAWS: bool = L::DRAWS;
    const HEEDLESS: Option<&'static str> = L::HEEDLESS;
    const VOCABULARY: Option<usize> = L::VOCABULARY;
    const WRITES: bool = L::WRITES;

    #[inline(always)]
    fn forward<S: Simd>(&self, simd: S, x: &Input<Self, T>, y: &mut Output<Self, T>, scratch: &mut [T]) {
        self.layer.forward_steps(simd, steps::<X, T>(x), steps_mut::<Y, T>(y), scratch);
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
        let mut rest = cache;
        for (step, (x, y)) in steps::<X, T>(x).iter().zip(steps_mut::<Y, T>(y)).enumerate() {
            let Some(cache) = rest.split_off_mut(..L::CACHE) else { return };
            self.layer.forward_train(simd, noise.branch(step as u64), x, y, cache, scratch);
        }
    }

    #[inline(always)]
    fn backward<S: Simd>(
        &self,
        simd: S,
        record: SampleRecord<'_, Self, T>,
        dy: &Output<Self, T>,
        dx: Option<&mut Input<Self, T>>,
        grad: &mut Self,
        scratch: &mut [T],
    ) {
        let (xs, ys, mut rest) = (steps::<X, T>(record.x), steps::<Y, T>(record.y), record.cache);
        let mut dx = dx.map(|dx| steps_mut::<X, T>(dx).iter_mut());
        for ((x, y), dy) in xs.iter().zip(ys).zip(steps::<Y, T>(dy)) {
            let Some(cache) = rest.split_off(..L::CACHE) else { return };
            let dx = dx.as_mut().and_then(Iterator::next);
            self.layer.backward(simd, Record { x, y, cache }, dy, dx, &mut grad.layer, scratch);
        }
    }

    #[inline]
    fn forward_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[InputBlock<Self, T>],
        y: &mut [OutputBlock<Self, T>],
        scratch: &mut [T::Lanes],
    ) {
        let pass = pass_of_steps::<T>(pass, x.len(), X::STEPS);
        self.layer.forward_blocks(&pass, frames::<X, _>(x), frames_mut::<Y, _>(y), scratch);
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
        let pass = pass_of_steps::<T>(pass, x.len(), X::STEPS);
        self.layer.forward_train_blocks(&pass, frames::<X, _>(x), frames_mut::<Y, _>(y), cache, scratch);
    }

    #[inline]
    fn backward_blocks(
        &self,
        pass: &Pass<'_>,
        record: BlockRecord<'_, Self, T>,
        dy: &[OutputBlock<Self, T>],
        dx: Option<&mut [InputBlock<Self, T>]>,
        grad: &mut Self,
        scratch: &mut [T::Lanes],
    ) {
        let pass = pass_of_steps::<T>(pass, record.x.len(), X::STEPS);
        let inner = Record { x: frames::<X, _>(record.x), y: frames::<Y, _>(record.y), cache: record.cache };
        let dx = dx.map(frames_mut::<X, _>);
        self.layer.backward_blocks(&pass, inner, frames::<Y, _>(dy), dx, &mut grad.layer, scratch);
    }

    fn init(&mut self, rng: &mut Rng) {
        self.layer.init(rng);
    }

    fn fold(&mut self) {
        self.layer.fold();
    }
}
