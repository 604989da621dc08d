//! A recurrent layer in both directions, as PyTorch's with `bidirectional=True`: the features of both stand side by side in each step.
//!
//! # Shapes
//!
//! `[STEPS, IN]` to `[STEPS, 2 * HIDDEN]` around two layers of `[STEPS, IN]` to `[STEPS, HIDDEN]`.

use core::marker::PhantomData;

use fearless_simd::Simd;

use crate::Noise;
use crate::init::Rng;
use crate::layer::{BlockRecord, Input, InputBlock, Layer, Output, OutputBlock, Pass, Record, SampleRecord};
use crate::parameters::{Parameters, Parts, Path, Tensor};
use crate::private::{first, least, max};
use crate::scalar::{Element, Scalar, scalars, scalars_mut};
use crate::shape::{Sequence, Shape};

/// The layer `F`, and beside it the layer `R`, which begins with the last step; together they make a sequence `Y`.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(C)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Bidirectional<F, R, Y> {
    /// From the first step to the last.
    pub forward: F,
    /// From the last step to the first.
    pub reverse: R,
    #[cfg_attr(feature = "serde", serde(skip))]
    shape: PhantomData<Y>,
}

// SAFETY: repr(C) around two types that keep the same promise, beside one without size.
#[expect(unsafe_code, reason = "the promise of being nothing but scalars")]
unsafe impl<T: Scalar, F: Parameters<T>, R: Parameters<T>, Y> Parameters<T> for Bidirectional<F, R, Y> {
    const PARAMETERS: usize = F::PARAMETERS + R::PARAMETERS;
    const STATISTICS: usize = F::STATISTICS + R::STATISTICS;
    const PARTS: Parts = Parts::Together(&[F::PARTS, R::PARTS]);

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        F::tensors(name, visit);
        R::tensors(name, visit);
    }
}

/// The steps of both side by side, in one or in more samples.
fn join<E: Element>(features: usize, [a, b]: [&[E]; 2], y: &mut [E]) {
    let both = a.chunks_exact(features).zip(b.chunks_exact(features));
    for ((a, b), y) in both.zip(y.chunks_exact_mut(2 * features)) {
        y[..features].copy_from_slice(a);
        y[features..].copy_from_slice(b);
    }
}

/// The steps of each.
fn part<E: Element>(features: usize, y: &[E], [a, b]: [&mut [E]; 2]) {
    let both = a.chunks_exact_mut(features).zip(b.chunks_exact_mut(features));
    for ((a, b), y) in both.zip(y.chunks_exact(2 * features)) {
        a.copy_from_slice(&y[..features]);
        b.copy_from_slice(&y[features..]);
    }
}

/// The cache holds what each gives, and then what each keeps. So does the scratch, or what passes back to each.
impl<T, F, R, Z, Y> Layer<T> for Bidirectional<F, R, Y>
where
    T: Scalar,
    Z: Sequence,
    Y: Sequence,
    F: Layer<T, Output = Z>,
    R: Layer<T, Input = F::Input, Output = Z>,
{
    type Input = F::Input;
    type Output = Y;
    const CACHE: usize = 2 * Z::LEN + F::CACHE + R::CACHE;
    const SCRATCH: usize = 2 * Z::LEN + F::Input::LEN + max(&[F::SCRATCH, R::SCRATCH]);
    const FORWARD_SCRATCH: usize = 2 * Z::LEN + max(&[F::FORWARD_SCRATCH, R::FORWARD_SCRATCH]);
    const FRAMES: usize = max(&[F::FRAMES, R::FRAMES]);
    const BLOCK_SCRATCH: usize = 2 * Z::LEN + F::Input::LEN + max(&[F::BLOCK_SCRATCH, R::BLOCK_SCRATCH]);
    const MACS: usize = {
        assert!(Y::STEPS == Z::STEPS && Y::FEATURES == 2 * Z::FEATURES, "both directions stand side by side");
        F::MACS + R::MACS
    };
    const COUPLED: bool = F::COUPLED || R::COUPLED;
    const BLOCKS: usize = max(&[F::BLOCKS, R::BLOCKS]);
    const DRAWS: bool = F::DRAWS || R::DRAWS;
    const HEEDLESS: Option<&'static str> = first(&[F::HEEDLESS, R::HEEDLESS]);
    const VOCABULARY: Option<usize> = least(&[F::VOCABULARY, R::VOCABULARY]);
    const WRITES: bool = F::WRITES && R::WRITES;

    #[inline(always)]
    fn forward<S: Simd>(&self, simd: S, x: &Input<Self, T>, y: &mut Output<Self, T>, scratch: &mut [T]) {
        let (a, scratch) = Z::split_mut(scratch);
        let (b, scratch) = Z::split_mut(scratch);
        self.forward.forward(simd, x, a, scratch);
        self.reverse.forward(simd, x, b, scratch);
        join(Z::FEATURES, [Z::flat(a), Z::flat(b)], Y::flat_mut(y));
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
        let (a, cache) = Z::split_mut(cache);
        let (b, cache) = Z::split_mut(cache);
        let (of_a, of_b) = cache.split_at_mut(F::CACHE);
        self.forward.forward_train(simd, noise.branch(0), x, a, of_a, scratch);
        self.reverse.forward_train(simd, noise.branch(1), x, b, of_b, scratch);
        join(Z::FEATURES, [Z::flat(a), Z::flat(b)], Y::flat_mut(y));
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
        let (a, cache) = Z::split(record.cache);
        let (b, cache) = Z::split(cache);
        let (of_a, of_b) = cache.split_at(F::CACHE);
        let (da, scratch) = Z::split_mut(scratch);
        let (db, scratch) = Z::split_mut(scratch);
        part(Z::FEATURES, Y::flat(dy), [Z::flat_mut(da), Z::flat_mut(db)]);
        let of_a = Record { x: record.x, y: a, cache: of_a };
        self.forward.backward(simd, of_a, da, dx.as_deref_mut(), &mut grad.forward, scratch);
        let (second, scratch) = F::Input::split_mut(scratch);
        let of_b = Record { x: record.x, y: b, cache: of_b };
        let wanted = dx.is_some().then_some(&mut *second);
        self.reverse.backward(simd, of_b, db, wanted, &mut grad.reverse, scratch);
        if let Some(dx) = dx {
            T::accumulate(simd.level(), F::Input::flat_mut(dx), F::Input::flat(second));
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
        let (a, scratch) = Z::splits_mut(scratch, x.len());
        let (b, scratch) = Z::splits_mut(scratch, x.len());
        self.forward.forward_blocks(pass, x, a, scratch);
        self.reverse.forward_blocks(pass, x, b, scratch);
        join(Z::FEATURES, [Z::flat_all(a), Z::flat_all(b)], Y::flat_all_mut(y));
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
        let (a, cache) = Z::splits_mut(cache, x.len());
        let (b, cache) = Z::splits_mut(cache, x.len());
        let (of_a, of_b) = cache.split_at_mut(F::CACHE * x.len());
        self.forward.forward_train_blocks(&pass.branch(0), x, a, of_a, scratch);
        self.reverse.forward_train_blocks(&pass.branch(1), x, b, of_b, scratch);
        join(Z::FEATURES, [Z::flat_all(a), Z::flat_all(b)], Y::flat_all_mut(y));
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
        let count = record.x.len();
        let (a, cache) = Z::splits(record.cache, count);
        let (b, cache) = Z::splits(cache, count);
        let (of_a, of_b) = cache.split_at(F::CACHE * count);
        let (da, scratch) = Z::splits_mut(scratch, count);
        let (db, scratch) = Z::splits_mut(scratch, count);
        part(Z::FEATURES, Y::flat_all(dy), [Z::flat_all_mut(da), Z::flat_all_mut(db)]);
        let of_a = Record { x: record.x, y: a, cache: of_a };
        self.forward.backward_blocks(pass, of_a, da, dx.as_deref_mut(), &mut grad.forward, scratch);
        let (second, scratch) = F::Input::splits_mut(scratch, count);
        let of_b = Record { x: record.x, y: b, cache: of_b };
        let wanted = dx.is_some().then_some(&mut *second);
        self.reverse.backward_blocks(pass, of_b, db, wanted, &mut grad.reverse, scratch);
        if let Some(dx) = dx {
            let (dx, second) = (F::Input::flat_all_mut(dx), F::Input::flat_all(second));
            T::accumulate(pass.level, scalars_mut::<T>(dx), scalars::<T>(second));
        }
    }

    fn init(&mut self, rng: &mut Rng) {
        self.forward.init(rng);
        self.reverse.init(rng);
    }
}
