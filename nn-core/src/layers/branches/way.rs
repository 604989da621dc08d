//! The two ways through a branch, one sample or a run of blocks, on flat values: what is written once for both.

use fearless_simd::Simd;

use crate::Noise;
use crate::layer::{Layer, Pass, Record};
use crate::private;
use crate::scalar::{Element, Scalar, scalars, scalars_mut};
use crate::shape::Shape;

/// One of the two ways.
pub(super) trait Way<T: Scalar> {
    /// A value of one sample, or of a block.
    type Value: Element;

    /// The numbers in some values.
    fn scalars(values: &[Self::Value]) -> &[T];
    /// The numbers in some values, to be written.
    fn scalars_mut(values: &mut [Self::Value]) -> &mut [T];

    /// [`Layer::forward`]
    fn forward<L: Layer<T>>(&self, layer: &L, x: &[Self::Value], y: &mut [Self::Value], scratch: &mut [Self::Value]);

    /// [`Layer::forward_train`] with the random numbers of branch `place`.
    fn forward_train<L: Layer<T>>(
        &self,
        place: u64,
        layer: &L,
        x: &[Self::Value],
        y: &mut [Self::Value],
        cache: &mut [Self::Value],
        scratch: &mut [Self::Value],
    );

    /// [`Layer::backward`]
    fn backward<L: Layer<T>>(
        &self,
        layer: &L,
        record: Record<'_, [Self::Value], [Self::Value], Self::Value>,
        dy: &[Self::Value],
        dx: Option<&mut [Self::Value]>,
        grad: &mut L,
        scratch: &mut [Self::Value],
    );
}

/// One sample.
pub(super) struct Sample<S> {
    pub(super) simd: S,
    /// For training.
    pub(super) noise: Noise,
}

impl<T: Scalar, S: Simd> Way<T> for Sample<S> {
    type Value = T;

    #[inline(always)]
    fn scalars(values: &[T]) -> &[T] {
        values
    }

    #[inline(always)]
    fn scalars_mut(values: &mut [T]) -> &mut [T] {
        values
    }

    #[inline(always)]
    fn forward<L: Layer<T>>(&self, layer: &L, x: &[T], y: &mut [T], scratch: &mut [T]) {
        layer.forward(self.simd, L::Input::view(x), L::Output::view_mut(y), scratch);
    }

    #[inline(always)]
    fn forward_train<L: Layer<T>>(
        &self,
        place: u64,
        layer: &L,
        x: &[T],
        y: &mut [T],
        cache: &mut [T],
        scratch: &mut [T],
    ) {
        let noise = private::noise(self.noise, place, L::DRAWS);
        layer.forward_train(self.simd, noise, L::Input::view(x), L::Output::view_mut(y), cache, scratch);
    }

    #[inline(always)]
    fn backward<L: Layer<T>>(
        &self,
        layer: &L,
        record: Record<'_, [T], [T], T>,
        dy: &[T],
        dx: Option<&mut [T]>,
        grad: &mut L,
        scratch: &mut [T],
    ) {
        let record = Record { x: L::Input::view(record.x), y: L::Output::view(record.y), cache: record.cache };
        let dx = dx.map(|dx| L::Input::view_mut(dx));
        layer.backward(self.simd, record, L::Output::view(dy), dx, grad, scratch);
    }
}

/// A run of blocks.
pub(super) struct Blocks<'a>(pub(super) &'a Pass<'a>);

impl<T: Scalar> Way<T> for Blocks<'_> {
    type Value = T::Lanes;

    fn scalars(values: &[T::Lanes]) -> &[T] {
        scalars::<T>(values)
    }

    fn scalars_mut(values: &mut [T::Lanes]) -> &mut [T] {
        scalars_mut::<T>(values)
    }

    fn forward<L: Layer<T>>(&self, layer: &L, x: &[T::Lanes], y: &mut [T::Lanes], scratch: &mut [T::Lanes]) {
        layer.forward_blocks(self.0, L::Input::all(x), L::Output::all_mut(y), scratch);
    }

    fn forward_train<L: Layer<T>>(
        &self,
        place: u64,
        layer: &L,
        x: &[T::Lanes],
        y: &mut [T::Lanes],
        cache: &mut [T::Lanes],
        scratch: &mut [T::Lanes],
    ) {
        let pass = private::pass(self.0, place, L::DRAWS);
        layer.forward_train_blocks(&pass, L::Input::all(x), L::Output::all_mut(y), cache, scratch);
    }

    fn backward<L: Layer<T>>(
        &self,
        layer: &L,
        record: Record<'_, [T::Lanes], [T::Lanes], T::Lanes>,
        dy: &[T::Lanes],
        dx: Option<&mut [T::Lanes]>,
        grad: &mut L,
        scratch: &mut [T::Lanes],
    ) {
        let pass = self.0.with_gradient::<T, _>(grad, L::WRITES);
        let record = Record { x: L::Input::all(record.x), y: L::Output::all(record.y), cache: record.cache };
        let dx = dx.map(L::Input::all_mut);
        layer.backward_blocks(&pass, record, L::Output::all(dy), dx, grad, scratch);
    }
}
