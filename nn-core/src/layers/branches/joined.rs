//! The layer around branches: it calls them, and joins what they produce.

use core::fmt;
use core::marker::PhantomData;
use core::ops::{Deref, DerefMut};

use fearless_simd::Simd;

use super::join::Places;
use super::owns::Owns;
use super::passes::{Backward, Forward, ForwardTrain, lines};
use super::way::{Blocks, Sample, Way};
use super::{Branches, Join};
use crate::Noise;
use crate::init::Rng;
use crate::layer::{BlockRecord, Input, InputBlock, Layer, Output, OutputBlock, Pass, Record, SampleRecord};
use crate::parameters::{Parameters, Parts, Path, Tensor};
use crate::scalar::Scalar;
use crate::shape::Shape;

/// Branches, and how their outputs become one.
#[derive(Clone, Copy, PartialEq)]
#[repr(transparent)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
#[cfg_attr(
    feature = "serde",
    serde(bound(serialize = "B: serde::Serialize", deserialize = "B: serde::Deserialize<'de>"))
)]
pub struct Joined<J, B> {
    /// The branches.
    pub branches: B,
    join: PhantomData<J>,
}

impl<J, B> Joined<J, B> {
    /// The layer around these branches.
    #[must_use]
    pub const fn new(branches: B) -> Self {
        Self { branches, join: PhantomData }
    }
}

impl<J, B: fmt::Debug> fmt::Debug for Joined<J, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.branches.fmt(f)
    }
}

impl<J, B> Deref for Joined<J, B> {
    type Target = B;

    fn deref(&self) -> &B {
        &self.branches
    }
}

impl<J, B> DerefMut for Joined<J, B> {
    fn deref_mut(&mut self) -> &mut B {
        &mut self.branches
    }
}

// SAFETY: repr(transparent) over a type that keeps the same promise.
#[expect(unsafe_code, reason = "the promise of being nothing but scalars")]
#[diagnostic::do_not_recommend]
unsafe impl<T: Scalar, J, B: Parameters<T>> Parameters<T> for Joined<J, B> {
    const PARAMETERS: usize = B::PARAMETERS;
    const STATISTICS: usize = B::STATISTICS;
    const PARTS: Parts = B::PARTS;

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        B::tensors(name, visit);
    }
}

/// What evaluation needs besides the branches' own scratch: room for one output.
const fn room_forward<T: Scalar, B: Branches<T>, J: Join<T, B>>() -> usize {
    if J::PLACES || B::CALLED > 1 { lines(B::LARGEST) } else { 0 }
}

/// What the passes need besides the branches' own scratch: room for one output, or on the way back for its gradient and that of the input.
const fn rooms<T: Scalar, B: Branches<T>, J: Join<T, B>>() -> usize {
    let forward = room_forward::<T, B, J>();
    let gradient = if J::GRADIENTS { lines(B::LARGEST) } else { 0 };
    let more = if B::CALLED > 1 { lines(B::Input::LEN) } else { 0 };
    if forward > gradient + more { forward } else { gradient + more }
}

impl<J, B> Joined<J, B> {
    #[inline(always)]
    fn evaluate<T, W>(&self, way: &W, x: &[W::Value], y: &mut [W::Value], scratch: &mut [W::Value])
    where
        T: Scalar,
        W: Way<T>,
        B: Branches<T>,
        J: Join<T, B>,
    {
        let count = y.len() / J::Output::LEN;
        let (places, join) = (|| Places::new(J::Output::LEN, count), PhantomData::<(J, B)>);
        let mut called = Forward::<_, _, _, false> { way, x, y, scratch, places: places(), first: true, join };
        self.branches.each(&mut called);
        let Forward { y, scratch, first, .. } = called;
        self.branches.each(&mut Forward::<_, _, _, true> { way, x, y, scratch, places: places(), first, join });
    }

    #[inline(always)]
    fn train<T, W>(&self, way: &W, x: &[W::Value], y: &mut [W::Value], cache: &mut [W::Value], scratch: &mut [W::Value])
    where
        T: Scalar,
        W: Way<T>,
        B: Branches<T>,
        J: Join<T, B>,
    {
        let count = y.len() / J::Output::LEN;
        let (kept, cache) = cache.split_at_mut(B::KEPT * count);
        let (places, join) = (Places::new(J::Output::LEN, count), PhantomData::<(J, B)>);
        let mut forward = ForwardTrain { way, x, y, kept, cache, scratch, owns: Owns::new(), places, empty: 0, join };
        self.branches.each(&mut forward);
        let ForwardTrain { y, owns, .. } = forward;
        // If one has its place in the joined output, all have, and are there.
        if J::own(&Places::new(J::Output::LEN, count).next(0)).is_none() {
            J::join(&owns.scalars::<T, W>()[..B::COUNT], W::scalars_mut(y), count);
        }
    }

    #[inline(always)]
    fn differentiate<T, W>(
        &self,
        way: &W,
        record: Record<'_, [W::Value], [W::Value], W::Value>,
        dy: &[W::Value],
        dx: Option<&mut [W::Value]>,
        grad: &mut Self,
        scratch: &mut [W::Value],
    ) where
        T: Scalar,
        W: Way<T>,
        B: Branches<T>,
        J: Join<T, B>,
    {
        let count = dy.len() / J::Output::LEN;
        let owns = &Owns::of::<T, J, B, W>(&self.branches, record);
        let cache = &record.cache[B::KEPT * count..];
        let (record, join) = (Record { cache, ..record }, PhantomData::<(T, (J, B))>);
        let places = || Places::new(J::Output::LEN, count);
        let mut called =
            Backward::<_, _, _, _, false> { way, record, owns, dy, dx, scratch, places: places(), first: true, join };
        self.branches.each_beside(&mut grad.branches, &mut called);
        let Backward { dx, scratch, first, .. } = called;
        let mut empty =
            Backward::<_, _, _, _, true> { way, record, owns, dy, dx, scratch, places: places(), first, join };
        self.branches.each_beside(&mut grad.branches, &mut empty);
    }
}

/// The cache holds the outputs of the branches first, then their caches.
#[diagnostic::do_not_recommend]
impl<T: Scalar, B: Branches<T>, J: Join<T, B>> Layer<T> for Joined<J, B> {
    type Input = B::Input;
    type Output = J::Output;
    const CACHE: usize = B::KEPT + B::CACHE;
    const SCRATCH: usize = rooms::<T, B, J>() + B::SCRATCH;
    const FORWARD_SCRATCH: usize = room_forward::<T, B, J>() + B::FORWARD_SCRATCH;
    const BLOCK_SCRATCH: usize = rooms::<T, B, J>() + B::BLOCK_SCRATCH;
    const FRAMES: usize = B::FRAMES;
    const MACS: usize = B::MACS;
    const COUPLED: bool = B::COUPLED;
    const BLOCKS: usize = B::BLOCKS;
    const DRAWS: bool = B::DRAWS;
    const HEEDLESS: Option<&'static str> = B::HEEDLESS;
    const VOCABULARY: Option<usize> = B::VOCABULARY;
    const WRITES: bool = true;

    #[inline(always)]
    fn forward<S: Simd>(&self, simd: S, x: &Input<Self, T>, y: &mut Output<Self, T>, scratch: &mut [T]) {
        let way = Sample { simd, noise: Noise::new(0) };
        self.evaluate(&way, B::Input::flat(x), J::Output::flat_mut(y), scratch);
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
        let way = Sample { simd, noise };
        self.train(&way, B::Input::flat(x), J::Output::flat_mut(y), cache, scratch);
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
        let way = Sample { simd, noise: Noise::new(0) };
        let (x, y) = (B::Input::flat(record.x), J::Output::flat(record.y));
        let (record, dx) = (Record { x, y, cache: record.cache }, dx.map(|dx| B::Input::flat_mut(dx)));
        self.differentiate(&way, record, J::Output::flat(dy), dx, grad, scratch);
    }

    fn forward_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[InputBlock<Self, T>],
        y: &mut [OutputBlock<Self, T>],
        scratch: &mut [T::Lanes],
    ) {
        self.evaluate::<T, _>(&Blocks(pass), B::Input::flat_all(x), J::Output::flat_all_mut(y), scratch);
    }

    fn forward_train_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[InputBlock<Self, T>],
        y: &mut [OutputBlock<Self, T>],
        cache: &mut [T::Lanes],
        scratch: &mut [T::Lanes],
    ) {
        self.train::<T, _>(&Blocks(pass), B::Input::flat_all(x), J::Output::flat_all_mut(y), cache, scratch);
    }

    fn backward_blocks(
        &self,
        pass: &Pass<'_>,
        record: BlockRecord<'_, Self, T>,
        dy: &[OutputBlock<Self, T>],
        dx: Option<&mut [InputBlock<Self, T>]>,
        grad: &mut Self,
        scratch: &mut [T::Lanes],
    ) {
        let (x, y) = (B::Input::flat_all(record.x), J::Output::flat_all(record.y));
        let (record, dx) = (Record { x, y, cache: record.cache }, dx.map(B::Input::flat_all_mut));
        self.differentiate::<T, _>(&Blocks(pass), record, J::Output::flat_all(dy), dx, grad, scratch);
    }

    fn init(&mut self, rng: &mut Rng) {
        self.branches.init(rng);
    }

    fn fold(&mut self) {
        self.branches.fold();
    }
}
