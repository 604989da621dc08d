//! What becomes of the outputs of branches.

use core::ops::Range;

use super::Branches;
use crate::scalar::Scalar;
use crate::shape::Shape;

/// Where the output of a branch stands among those of all, which are of one sample or of a run of blocks.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The number of the branch.
    pub index: usize,
    /// How many values of a sample the branches before it have.
    pub before: usize,
    /// How many it has itself.
    pub len: usize,
    /// How many the joined output has.
    pub whole: usize,
    /// How many blocks there are, or one sample.
    pub count: usize,
}

impl Place {
    /// All of the joined output.
    #[inline(always)]
    #[must_use]
    pub const fn all(&self) -> Range<usize> {
        0..self.whole * self.count
    }

    /// What belongs to it in a joined output that has the outputs one behind the other, if that is one piece.
    #[inline(always)]
    #[must_use]
    pub fn piece(&self) -> Option<Range<usize>> {
        (self.count == 1).then(|| self.before..self.before + self.len)
    }
}

/// The places of all branches, one after the other.
pub(super) struct Places(Place);

impl Places {
    pub(super) const fn new(whole: usize, count: usize) -> Self {
        Self(Place { index: 0, before: 0, len: 0, whole, count })
    }

    /// The place of the next branch, whose output has `len` values.
    #[inline(always)]
    pub(super) const fn next(&mut self, len: usize) -> Place {
        let place = Place { len, ..self.0 };
        self.0 = Place { index: place.index + 1, before: place.before + len, ..place };
        place
    }
}

/// How the outputs of branches become one. Ranges are of values, which are numbers or lanes of them; slices are of numbers.
pub trait Join<T: Scalar, B: Branches<T>>: Send + Sync + 'static {
    /// What comes out.
    type Output: Shape;
    /// Whether backward needs room for the gradient of a branch's output.
    const GRADIENTS: bool;
    /// Whether every output has a place of its own in the joined one. Otherwise the empty branches come last.
    const PLACES: bool;

    /// The part of the joined output that is the branch's own output, in training.
    fn own(place: &Place) -> Option<Range<usize>>;

    /// The part of the joined output into which an evaluation may write the output of a branch, if it is the `first`.
    fn room(place: &Place, first: bool) -> Option<Range<usize>>;

    /// The part of the joined output's gradient that is the gradient of the branch's own output.
    fn own_gradient(place: &Place) -> Option<Range<usize>>;

    /// Brings the output of a branch to the joined one, which it begins if it is the `first`.
    fn put(own: &[T], y: &mut [T], place: &Place, first: bool);

    /// The same of one step of a stream.
    #[inline(always)]
    fn put_step(own: &[T], y: &mut [T], place: &Place, first: bool) {
        Self::put(own, y, place, first);
    }

    /// Makes the joined output of all, which are of one sample or of `count` blocks.
    fn join(owns: &[&[T]], y: &mut [T], count: usize);

    /// The gradient of the output of the branch at `place`, given all outputs and the gradient of the joined one.
    fn differentiate(owns: &[&[T]], dy: &[T], d: &mut [T], place: &Place);
}
