//! Two layers in a row whose tensors have one name, as those of PyTorch's `LSTM` with `num_layers=2`.
//!
//! # Shapes
//!
//! From what the first takes to what the second gives.

use fearless_simd::Simd;

use crate::Noise;
use crate::init::Rng;
use crate::layer::{BlockRecord, Input, InputBlock, Layer, Output, OutputBlock, Pass, Record, SampleRecord};
use crate::parameters::{Parameters, Parts, Path, Tensor};
use crate::private::{first, max};
use crate::scalar::Scalar;
use crate::shape::Shape;
use crate::stream::{FrameIn, FrameOut, Stream, Streamed, Then, together};

/// The layer `A`, and then the layer `B`.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(C)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Stacked<A, B> {
    /// The layer that comes first.
    pub first: A,
    /// The layer on what that gives.
    pub second: B,
}

// SAFETY: repr(C) around two types that keep the same promise: they have the alignment of the scalar, or no size at all.
#[expect(unsafe_code, reason = "the promise of being nothing but scalars")]
unsafe impl<T: Scalar, A: Parameters<T>, B: Parameters<T>> Parameters<T> for Stacked<A, B> {
    const PARAMETERS: usize = A::PARAMETERS + B::PARAMETERS;
    const STATISTICS: usize = A::STATISTICS + B::STATISTICS;
    const PARTS: Parts = Parts::Together(&[A::PARTS, B::PARTS]);

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        A::tensors(name, visit);
        B::tensors(name, visit);
    }
}

/// The cache holds what is between them, and then what each keeps.
impl<T: Scalar, A: Layer<T>, B: Layer<T, Input = A::Output>> Layer<T> for Stacked<A, B> {
    type Input = A::Input;
    type Output = B::Output;
    const CACHE: usize = A::Output::LEN + A::CACHE + B::CACHE;
    const SCRATCH: usize = A::Output::LEN + max(&[A::SCRATCH, B::SCRATCH]);
    const FORWARD_SCRATCH: usize = A::Output::LEN + max(&[A::FORWARD_SCRATCH, B::FORWARD_SCRATCH]);
    const FRAMES: usize = max(&[A::FRAMES, B::FRAMES]);
    const BLOCK_SCRATCH: usize = A::Output::LEN + max(&[A::BLOCK_SCRATCH, B::BLOCK_SCRATCH]);
    const MACS: usize = A::MACS + B::MACS;
    const COUPLED: bool = A::COUPLED || B::COUPLED;
    const BLOCKS: usize = max(&[A::BLOCKS, B::BLOCKS]);
    const DRAWS: bool = A::DRAWS || B::DRAWS;
    const HEEDLESS: Option<&'static str> = first(&[A::HEEDLESS, B::HEEDLESS]);
    const VOCABULARY: Option<usize> = A::VOCABULARY;
    const WRITES: bool = A::WRITES && B::WRITES;

    #[inline(always)]
    fn forward<S: Simd>(&self, simd: S, x: &Input<Self, T>, y: &mut Output<Self, T>, scratch: &mut [T]) {
        let (between, scratch) = A::Output::split_mut(scratch);
        self.first.forward(simd, x, between, scratch);
        self.second.forward(simd, between, y, scratch);
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
        let (between, cache) = A::Output::split_mut(cache);
        let (first, second) = cache.split_at_mut(A::CACHE);
        self.first.forward_train(simd, noise.branch(0), x, between, first, scratch);
        self.second.forward_train(simd, noise.branch(1), between, y, second, scratch);
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
        let (between, cache) = A::Output::split(record.cache);
        let (first, second) = cache.split_at(A::CACHE);
        let (d_between, scratch) = A::Output::split_mut(scratch);
        let of_second = Record { x: between, y: record.y, cache: second };
        self.second.backward(simd, of_second, dy, Some(d_between), &mut grad.second, scratch);
        let of_first = Record { x: record.x, y: between, cache: first };
        self.first.backward(simd, of_first, d_between, dx, &mut grad.first, scratch);
    }

    #[inline]
    fn forward_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[InputBlock<Self, T>],
        y: &mut [OutputBlock<Self, T>],
        scratch: &mut [T::Lanes],
    ) {
        let (between, scratch) = A::Output::splits_mut(scratch, x.len());
        self.first.forward_blocks(pass, x, between, scratch);
        self.second.forward_blocks(pass, between, y, scratch);
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
        let (between, cache) = A::Output::splits_mut(cache, x.len());
        let (first, second) = cache.split_at_mut(A::CACHE * x.len());
        self.first.forward_train_blocks(&pass.branch(0), x, between, first, scratch);
        self.second.forward_train_blocks(&pass.branch(1), between, y, second, scratch);
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
        let count = record.x.len();
        let (between, cache) = A::Output::splits(record.cache, count);
        let (first, second) = cache.split_at(A::CACHE * count);
        let (d_between, scratch) = A::Output::splits_mut(scratch, count);
        let of_second = Record { x: between, y: record.y, cache: second };
        self.second.backward_blocks(pass, of_second, dy, Some(&mut *d_between), &mut grad.second, scratch);
        let of_first = Record { x: record.x, y: between, cache: first };
        self.first.backward_blocks(pass, of_first, d_between, dx, &mut grad.first, scratch);
    }

    fn init(&mut self, rng: &mut Rng) {
        self.first.init(rng);
        self.second.init(rng);
    }
}

impl<T, A, B> Stream<T> for Stacked<A, B>
where
    T: Scalar,
    A: Stream<T>,
    B: Stream<T, Input = A::Output>,
    A::Input: Streamed,
    B::Output: Streamed,
{
    type State = Then<A::State, B::State>;
    type Scratch = Then<A::Scratch, B::Scratch>;
    const RECEPTIVE_FIELD: usize = together(A::RECEPTIVE_FIELD, B::RECEPTIVE_FIELD);
    const LATENCY: usize = A::LATENCY + B::LATENCY;
    const SEAMS: usize = <<A::Output as Streamed>::Frame as Shape>::LEN + max(&[A::SEAMS, B::SEAMS]);

    #[inline(always)]
    fn settle<S: Simd>(simd: S, state: &mut Self::State) {
        A::settle(simd, &mut state.0);
        B::settle(simd, &mut state.1);
    }

    #[inline(always)]
    fn step<S: Simd>(
        &self,
        simd: S,
        state: &mut Self::State,
        x: &FrameIn<Self, T>,
        y: &mut FrameOut<Self, T>,
        scratch: &mut Self::Scratch,
    ) {
        let mut between: FrameOut<A, T> = bytemuck::Zeroable::zeroed();
        self.first.step(simd, &mut state.0, x, &mut between, &mut scratch.0);
        self.second.step(simd, &mut state.1, &between, y, &mut scratch.1);
    }
}
