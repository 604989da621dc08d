//! A block with a connection around it (He et al., 2015).
//!
//! - forward: `y = x + f(x)`
//! - backward: `dx = dy + f'(x) dy`
//!
//! # Shapes
//!
//! The block's input shape and output shape are the same, and the layer's too. Its parameters are the block's.

use fearless_simd::Simd;

use crate::Noise;
use crate::constant::Plan;
use crate::init::Rng;
use crate::layer::{BlockRecord, Input, InputBlock, Layer, Output, OutputBlock, Pass, Record, SampleRecord};
use crate::parameters::{Parameters, Parts, Path, Tensor};
use crate::scalar::{Scalar, scalars, scalars_mut};
use crate::shape::Shape;

/// `y = x + f(x)` around the block `f`.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(transparent)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct Residual<L> {
    /// The block.
    pub block: L,
}

impl<L> core::ops::Deref for Residual<L> {
    type Target = L;

    fn deref(&self) -> &L {
        &self.block
    }
}

impl<L> core::ops::DerefMut for Residual<L> {
    fn deref_mut(&mut self) -> &mut L {
        &mut self.block
    }
}

// SAFETY: repr(transparent) over a type that keeps the same promise.
#[expect(unsafe_code, reason = "the promise of being nothing but scalars")]
unsafe impl<T: Scalar, L: Parameters<T>> Parameters<T> for Residual<L> {
    const PARAMETERS: usize = L::PARAMETERS;
    const STATISTICS: usize = L::STATISTICS;
    const PARTS: Parts = L::PARTS;

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        L::tensors(name, visit);
    }
}

/// `y += x`, value by value.
#[inline(always)]
fn add<T: Scalar>(x: &[T], y: &mut [T]) {
    for (y, &x) in y.iter_mut().zip(x) {
        *y += x;
    }
}

/// `y = a + x`, value by value.
#[inline(always)]
fn sum<T: Scalar>(a: &[T], x: &[T], y: &mut [T]) {
    for ((y, &a), &x) in y.iter_mut().zip(a).zip(x) {
        *y = a + x;
    }
}

/// The cache holds the block's own output first, then the block's cache.
impl<T: Scalar, X: Shape, L: Layer<T, Input = X, Output = X>> Layer<T> for Residual<L> {
    type Input = X;
    type Output = X;
    const CACHE: usize = X::LEN + L::CACHE;
    const SCRATCH: usize = L::SCRATCH;
    const FORWARD_SCRATCH: usize = L::FORWARD_SCRATCH;
    const FRAMES: usize = L::FRAMES;
    const BLOCK_SCRATCH: usize = L::BLOCK_SCRATCH;
    const MACS: usize = L::MACS;
    const PLAN: Plan = Plan::Around(&L::PLAN);
    const COUPLED: bool = L::COUPLED;
    const BLOCKS: usize = L::BLOCKS;
    const DRAWS: bool = L::DRAWS;
    const HEEDLESS: Option<&'static str> = L::HEEDLESS;
    const VOCABULARY: Option<usize> = L::VOCABULARY;
    const WRITES: bool = L::WRITES;

    #[inline(always)]
    fn forward<S: Simd>(&self, simd: S, x: &Input<Self, T>, y: &mut Output<Self, T>, scratch: &mut [T]) {
        self.block.forward(simd, x, y, scratch);
        add(X::flat(x), X::flat_mut(y));
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
        let (own, cache) = X::split_mut(cache);
        self.block.forward_train(simd, noise, x, own, cache, scratch);
        sum(X::flat(&*own), X::flat(x), X::flat_mut(y));
    }

    #[inline(always)]
    fn backward<S: Simd>(
        &self,
        simd: S,
        record: SampleRecord<'_, Self, T>,
        dy: &Output<Self, T>,
        mut dx: Option<&mut Input<Self, T>>,
        grad: &mut Self,
        scratch: &mut [T],
    ) {
        let (own, cache) = X::split(record.cache);
        let inner = Record { x: record.x, y: own, cache };
        self.block.backward(simd, inner, dy, dx.as_deref_mut(), &mut grad.block, scratch);
        if let Some(dx) = dx {
            add(X::flat(dy), X::flat_mut(dx));
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
        self.block.forward_blocks(pass, x, y, scratch);
        add::<T>(scalars::<T>(X::flat_all(x)), scalars_mut::<T>(X::flat_all_mut(y)));
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
        let (own, cache) = X::splits_mut(cache, x.len());
        self.block.forward_train_blocks(pass, x, own, cache, scratch);
        let (own, x) = (scalars::<T>(X::flat_all(own)), scalars::<T>(X::flat_all(x)));
        sum::<T>(own, x, scalars_mut::<T>(X::flat_all_mut(y)));
    }

    #[inline]
    fn backward_blocks(
        &self,
        pass: &Pass<'_>,
        record: BlockRecord<'_, Self, T>,
        dy: &[OutputBlock<Self, T>],
        mut dx: Option<&mut [InputBlock<Self, T>]>,
        grad: &mut Self,
        scratch: &mut [T::Lanes],
    ) {
        let (own, cache) = X::splits(record.cache, record.x.len());
        let inner = Record { x: record.x, y: own, cache };
        self.block.backward_blocks(pass, inner, dy, dx.as_deref_mut(), &mut grad.block, scratch);
        if let Some(dx) = dx {
            add::<T>(scalars::<T>(X::flat_all(dy)), scalars_mut::<T>(X::flat_all_mut(dx)));
        }
    }

    fn init(&mut self, rng: &mut Rng) {
        self.block.init(rng);
    }

    fn fold(&mut self) {
        self.block.fold();
    }
}
