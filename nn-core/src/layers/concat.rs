//! Branches whose outputs stand one behind the other (Szegedy et al., 2014).
//!
//! - forward: `y = [f0(x), f1(x), ..]`
//! - backward: `dx = f0'(x) dy0 + f1'(x) dy1 + ..`, of the parts `dy0, dy1, ..` of `dy`
//!
//! # Shapes
//!
//! Vectors `[n0]`, `[n1]`, .. become `[n0 + n1 + ..]`; sequences `[t, f0]`, `[t, f1]`, .. become `[t, f0 + f1 + ..]`, step by step; images
//! `[c0, h, w]`, `[c1, h, w]`, .. become `[c0 + c1 + .., h, w]`, channels behind channels. The parameters are those of the branches.
//!
//! # Examples
//!
//! ```
//! use static_nn::{network, Parameters};
//!
//! network! {
//!     pub struct Net {
//!         input: [2],
//!         features: Concat { {}, { Dense(1) }, { Relu } },
//!     }
//! }
//!
//! let mut net = Net::zeroed();
//! net.features.1.dense1.bias[0] = 7.0;
//! assert_eq!(net.forward(&[3.0, -4.0]), [3.0, -4.0, 7.0, 3.0, 0.0]);
//! ```

use core::marker::PhantomData;
use core::ops::Range;

use super::branches::{Branches, Join, Joined, Place};
use crate::scalar::Scalar;
use crate::shape::Shape;

/// `y = [f0(x), f1(x), ..]` of the branches `B`, which is of shape `Y`.
pub type Concat<B, Y> = Joined<Concatenation<Y>, B>;

/// Concatenation to a shape `Y`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Concatenation<Y>(PhantomData<Y>);

impl<T: Scalar, B: Branches<T>, Y: Shape> Join<T, B> for Concatenation<Y> {
    type Output = Y;
    const GRADIENTS: bool = true;
    const PLACES: bool = true;

    #[inline(always)]
    fn own(place: &Place) -> Option<Range<usize>> {
        const { assert!(stands_for::<T, B, Y>(), "the shape of a `Concat` is that of its branches, one behind the other") };
        in_a_run::<Y>(place).piece()
    }

    #[inline(always)]
    fn room(place: &Place, _: bool) -> Option<Range<usize>> {
        in_a_run::<Y>(place).piece()
    }

    #[inline(always)]
    fn own_gradient(place: &Place) -> Option<Range<usize>> {
        in_a_run::<Y>(place).piece()
    }

    #[inline(always)]
    fn put(own: &[T], y: &mut [T], place: &Place, _: bool) {
        let place = in_a_run::<Y>(place);
        let (y_len, own_len) = (y.len() / place.count, own.len() / place.count);
        // A value is one number, or as many as there are lanes.
        let before = place.before * (own_len / place.len);
        for (y, own) in y.chunks_exact_mut(y_len).zip(own.chunks_exact(own_len)) {
            y[before..before + own_len].copy_from_slice(own);
        }
    }

    #[inline(always)]
    fn put_step(own: &[T], y: &mut [T], place: &Place, _: bool) {
        y[place.before..place.before + place.len].copy_from_slice(own);
    }

    #[inline(always)]
    fn join(owns: &[&[T]], y: &mut [T], count: usize) {
        let count = count * runs::<Y>();
        let (y_len, mut before) = (y.len() / count, 0);
        for own in owns {
            let own_len = own.len() / count;
            for (y, own) in y.chunks_exact_mut(y_len).zip(own.chunks_exact(own_len)) {
                y[before..before + own_len].copy_from_slice(own);
            }
            before += own_len;
        }
    }

    #[inline(always)]
    fn differentiate(_: &[&[T]], dy: &[T], d: &mut [T], place: &Place) {
        let place = in_a_run::<Y>(place);
        let (dy_len, d_len) = (dy.len() / place.count, d.len() / place.count);
        let before = place.before * (d_len / place.len);
        for (dy, d) in dy.chunks_exact(dy_len).zip(d.chunks_exact_mut(d_len)) {
            d.copy_from_slice(&dy[before..before + d_len]);
        }
    }
}

/// Which extent adds up: the features of a sequence, the first of anything else.
const fn axis<Y: Shape>() -> usize {
    if Y::DIMS.len() == 2 { 1 } else { 0 }
}

/// In how many runs the outputs stand one behind the other: once for each step of a sequence.
const fn runs<Y: Shape>() -> usize {
    if axis::<Y>() == 1 { Y::DIMS[0] } else { 1 }
}

/// The place in one run.
#[inline(always)]
const fn in_a_run<Y: Shape>(place: &Place) -> Place {
    let runs = runs::<Y>();
    let [before, len, whole] = [place.before / runs, place.len / runs, place.whole / runs];
    Place { before, len, whole, count: place.count * runs, ..*place }
}

/// Whether `Y` is the shape of the branches' outputs, one behind the other: all extents but that of [`axis`] are the same, and those add up.
const fn stands_for<T: Scalar, B: Branches<T>, Y: Shape>() -> bool {
    let (mut sum, mut i) = (0, 0);
    while i < B::DIMS.len() {
        let dims = B::DIMS[i];
        if dims.len() != Y::DIMS.len() {
            return false;
        }
        let mut other = 0;
        while other < dims.len() {
            if other != axis::<Y>() && dims[other] != Y::DIMS[other] {
                return false;
            }
            other += 1;
        }
        sum += dims[axis::<Y>()];
        i += 1;
    }
    sum == Y::DIMS[axis::<Y>()] && Y::LEN == B::OUTPUTS
}
