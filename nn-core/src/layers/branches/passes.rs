//! What the three passes do with each branch, on flat values: those of one sample, or of a run of blocks.
//!
//! An empty branch is not called. What it adds is the input, and an evaluation turns to it when the others have been: so the first of those
//! can write its output where the joined one is to be.
//!
//! Each branch is called at one place of the code: branches in branches are inlined there, and two places would double them at every level.

use core::marker::PhantomData;

use super::join::Places;
use super::owns::Owns;
use super::way::Way;
use super::{Branches, Join, Visit, VisitBeside};
use crate::layer::{Layer, Record};
use crate::scalar::Scalar;
use crate::shape::Shape;

/// Values in a cache line: what a vector is stored to is better read back from one line.
const LINE: usize = 16;

/// `length` in whole lines.
pub(super) const fn lines(length: usize) -> usize {
    length.next_multiple_of(LINE)
}

/// The room for `count` times `length` values, and the rest.
#[inline(always)]
fn room<V>(scratch: &mut [V], length: usize, count: usize) -> (&mut [V], &mut [V]) {
    let (room, rest) = scratch.split_at_mut(lines(length) * count);
    (&mut room[..length * count], rest)
}

/// `y += x`, value by value.
#[inline(always)]
pub(super) fn add<T: Scalar>(x: &[T], y: &mut [T]) {
    for (y, &x) in y.iter_mut().zip(x) {
        *y += x;
    }
}

/// Evaluation, of the branches that are called or of those that are `EMPTY`.
pub(super) struct Forward<'a, W, V, P, const EMPTY: bool> {
    pub(super) way: &'a W,
    pub(super) x: &'a [V],
    pub(super) y: &'a mut [V],
    pub(super) scratch: &'a mut [V],
    pub(super) places: Places,
    /// Whether there is nothing in `y` yet.
    pub(super) first: bool,
    pub(super) join: PhantomData<P>,
}

impl<T, W, B, J, const EMPTY: bool> Visit<T> for Forward<'_, W, W::Value, (J, B), EMPTY>
where
    T: Scalar,
    W: Way<T>,
    B: Branches<T>,
    J: Join<T, B>,
{
    #[inline(always)]
    fn visit<L: Layer<T>>(&mut self, branch: &L) {
        let place = self.places.next(L::Output::LEN);
        if L::IDENTITY != EMPTY {
            return;
        }
        let first = core::mem::replace(&mut self.first, false);
        if EMPTY {
            J::put(W::scalars(self.x), W::scalars_mut(self.y), &place, first);
            return;
        }
        let in_place = J::room(&place, first);
        let (own, scratch) = match in_place.clone() {
            Some(own) => (&mut self.y[own], &mut *self.scratch),
            None => room(self.scratch, place.len, place.count),
        };
        self.way.forward(branch, self.x, own, scratch);
        if in_place.is_none() {
            let own = &self.scratch[..place.len * place.count];
            J::put(W::scalars(own), W::scalars_mut(self.y), &place, first);
        }
    }
}

/// The forward pass of training.
pub(super) struct ForwardTrain<'a, W, V, P> {
    pub(super) way: &'a W,
    pub(super) x: &'a [V],
    pub(super) y: &'a mut [V],
    /// Room for the outputs that are to be kept.
    pub(super) kept: &'a mut [V],
    pub(super) cache: &'a mut [V],
    pub(super) scratch: &'a mut [V],
    /// In the order in which they are joined.
    pub(super) owns: Owns<'a, V>,
    pub(super) places: Places,
    /// How many empty ones there were.
    pub(super) empty: usize,
    pub(super) join: PhantomData<P>,
}

impl<T, W, B, J> Visit<T> for ForwardTrain<'_, W, W::Value, (J, B)>
where
    T: Scalar,
    W: Way<T>,
    B: Branches<T>,
    J: Join<T, B>,
{
    #[inline(always)]
    fn visit<L: Layer<T>>(&mut self, branch: &L) {
        let place = self.places.next(L::Output::LEN);
        let (number, count) = (place.index as u64, place.count);
        let (cache, rest) = core::mem::take(&mut self.cache).split_at_mut(L::CACHE * count);
        self.cache = rest;
        let turn = match (J::PLACES, L::IDENTITY) {
            (true, _) => place.index,
            (false, true) => B::CALLED + self.empty,
            (false, false) => place.index - self.empty,
        };
        self.empty += usize::from(L::IDENTITY);
        let in_place = J::own(&place);
        if L::IDENTITY {
            match in_place {
                Some(own) => self.y[own].copy_from_slice(self.x),
                None => self.owns.set(turn, self.x),
            }
            return;
        }
        let mut kept = None;
        let own = if let Some(own) = in_place {
            &mut self.y[own]
        } else {
            let (own, rest) = core::mem::take(&mut self.kept).split_at_mut(place.len * count);
            self.kept = rest;
            &mut **kept.insert(own)
        };
        self.way.forward_train(number, branch, self.x, own, cache, self.scratch);
        if let Some(own) = kept {
            self.owns.set(turn, own);
        }
    }
}

/// The backward pass, of the branches that are called or of those that are `EMPTY`.
pub(super) struct Backward<'a, W, T, V, P, const EMPTY: bool> {
    pub(super) way: &'a W,
    /// With the caches of the branches alone.
    pub(super) record: Record<'a, [V], [V], V>,
    pub(super) owns: &'a Owns<'a, V>,
    pub(super) dy: &'a [V],
    pub(super) dx: Option<&'a mut [V]>,
    pub(super) scratch: &'a mut [V],
    pub(super) places: Places,
    /// Whether there is nothing in `dx` yet.
    pub(super) first: bool,
    pub(super) join: PhantomData<(T, P)>,
}

impl<T, W, B, J, const EMPTY: bool> VisitBeside<T> for Backward<'_, W, T, W::Value, (J, B), EMPTY>
where
    T: Scalar,
    W: Way<T>,
    B: Branches<T>,
    J: Join<T, B>,
{
    #[inline(always)]
    fn visit<L: Layer<T>>(&mut self, branch: &L, grad: &mut L) {
        let place = self.places.next(L::Output::LEN);
        let (cache, rest) = self.record.cache.split_at(L::CACHE * place.count);
        self.record.cache = rest;
        if L::IDENTITY != EMPTY || EMPTY && self.dx.is_none() {
            return;
        }
        let first = core::mem::replace(&mut self.first, false);
        let (d, scratch) = if let Some(own) = J::own_gradient(&place) {
            (&self.dy[own], &mut *self.scratch)
        } else {
            let (d, scratch) = room(self.scratch, place.len, place.count);
            J::differentiate(&self.owns.scalars::<T, W>(), W::scalars(self.dy), W::scalars_mut(d), &place);
            (&*d, scratch)
        };
        if EMPTY {
            match self.dx.as_deref_mut() {
                Some(dx) if first => dx.copy_from_slice(d),
                Some(dx) => add::<T>(W::scalars(d), W::scalars_mut(dx)),
                None => {}
            }
            return;
        }
        let record = Record { x: self.record.x, y: self.owns.get(&place), cache };
        let (mut more, mut scratch) = (None, scratch);
        if !first && self.dx.is_some() {
            let (room, rest) = room(scratch, L::Input::LEN, place.count);
            (more, scratch) = (Some(room), rest);
        }
        let dx = more.as_deref_mut().or(self.dx.as_deref_mut());
        self.way.backward(branch, record, d, dx, grad, scratch);
        if let (Some(more), Some(dx)) = (more, self.dx.as_deref_mut()) {
            add::<T>(W::scalars(more), W::scalars_mut(dx));
        }
    }
}
