//! The outputs of all branches, of which training keeps each.

use core::marker::PhantomData;

use super::join::Places;
use super::way::Way;
use super::{Branches, Join, MOST, Place, Visit};
use crate::layer::{Layer, Record};
use crate::scalar::Scalar;
use crate::shape::Shape;

/// The outputs of all branches.
pub(super) struct Owns<'a, V>([&'a [V]; MOST]);

impl<'a, V> Owns<'a, V> {
    pub(super) const fn new() -> Self {
        Self([&[]; MOST])
    }

    pub(super) const fn set(&mut self, index: usize, own: &'a [V]) {
        self.0[index] = own;
    }

    pub(super) const fn get(&self, place: &Place) -> &'a [V] {
        self.0[place.index]
    }
}

impl<'a, V> Owns<'a, V> {
    /// Those that a forward pass has left.
    #[inline(always)]
    pub(super) fn of<T, J, B, W>(branches: &B, record: Record<'a, [V], [V], V>) -> Self
    where
        T: Scalar,
        J: Join<T, B>,
        B: Branches<T>,
        W: Way<T, Value = V>,
    {
        let places = Places::new(J::Output::LEN, record.y.len() / J::Output::LEN);
        let mut find = Find { owns: Self::new(), record, places, join: PhantomData::<(J, B)> };
        branches.each(&mut find);
        find.owns
    }

    /// The same as scalars.
    #[inline(always)]
    pub(super) fn scalars<T: Scalar, W: Way<T, Value = V>>(&self) -> [&'a [T]; MOST] {
        let mut scalars: [&[T]; MOST] = [&[]; MOST];
        for (scalars, own) in scalars.iter_mut().zip(self.0) {
            *scalars = W::scalars(own);
        }
        scalars
    }
}

struct Find<'a, V, P> {
    owns: Owns<'a, V>,
    /// Its cache begins with the outputs that are still to be found.
    record: Record<'a, [V], [V], V>,
    places: Places,
    join: PhantomData<P>,
}

impl<T: Scalar, V, B: Branches<T>, J: Join<T, B>> Visit<T> for Find<'_, V, (J, B)> {
    #[inline(always)]
    fn visit<L: Layer<T>>(&mut self, _: &L) {
        let place = self.places.next(L::Output::LEN);
        let Record { x, y, cache } = self.record;
        let own = if L::IDENTITY {
            x
        } else if let Some(own) = J::own(&place) {
            &y[own]
        } else {
            let (own, rest) = cache.split_at(L::Output::LEN * place.count);
            self.record.cache = rest;
            own
        };
        self.owns.set(place.index, own);
    }
}
