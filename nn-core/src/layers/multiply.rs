//! Branches whose outputs are multiplied value by value: gates.
//!
//! - forward: `y = f0(x) f1(x) ..`
//! - backward: `dx = f0'(x) (f1(x) .. dy) + f1'(x) (f0(x) .. dy) + ..`, the outputs of all branches but the one at hand multiplied: nothing
//!   is divided, so that outputs of 0 are as good as others
//!
//! Products below the smallest normal number become zero, in gradients those below 2^-117 (see [`layer`](crate::layer)).
//!
//! # Shapes
//!
//! All branches produce the same shape, and so does the layer. Its parameters are those of the branches.
//!
//! # Examples
//!
//! ```
//! use static_nn::{network, Parameters};
//!
//! network! {
//!     pub struct Net {
//!         input: [2],
//!         gate: Multiply { {}, { Dense(2), Sigmoid } },
//!     }
//! }
//!
//! let mut net = Net::zeroed();
//! assert_eq!(net.forward(&[3.0, 4.0]), [1.5, 2.0]); // half open
//! net.gate.1.dense1.bias[0] = f32::INFINITY;
//! assert_eq!(net.forward(&[3.0, 4.0]), [3.0, 2.0]);
//! ```

use core::ops::Range;

use super::branches::{Alike, Join, Joined, Place};
use crate::scalar::Scalar;

/// `y = f0(x) f1(x) ..` of the branches `B`.
pub type Multiply<B> = Joined<Product, B>;

/// Multiplication.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Product;

/// `a b`, or zero where that would be subnormal.
#[inline(always)]
fn product<T: Scalar>(a: T, b: T) -> T {
    let y = a * b;
    if y < T::MIN_POSITIVE && y > -T::MIN_POSITIVE { T::ZERO } else { y }
}

/// The same for a gradient: a multiple of the last digit of [`Number::BASE`](crate::Number::BASE).
#[inline(always)]
fn gradient<T: Scalar>(a: T, b: T) -> T {
    (a * b + T::BASE) - T::BASE
}

impl<T: Scalar, B: Alike<T>> Join<T, B> for Product {
    type Output = B::Output;
    const GRADIENTS: bool = true;
    const PLACES: bool = false;

    #[inline(always)]
    fn own(_: &Place) -> Option<Range<usize>> {
        None
    }

    #[inline(always)]
    fn room(place: &Place, first: bool) -> Option<Range<usize>> {
        first.then(|| place.all())
    }

    #[inline(always)]
    fn own_gradient(_: &Place) -> Option<Range<usize>> {
        None
    }

    #[inline(always)]
    fn put(own: &[T], y: &mut [T], _: &Place, first: bool) {
        if first {
            y.copy_from_slice(own);
            return;
        }
        for (y, &own) in y.iter_mut().zip(own) {
            *y = product(*y, own);
        }
    }

    #[inline(always)]
    fn join(owns: &[&[T]], y: &mut [T], _: usize) {
        let [a, b, more @ ..] = owns else { return };
        for ((y, &a), &b) in y.iter_mut().zip(*a).zip(*b) {
            *y = product(a, b);
        }
        for own in more {
            for (y, &own) in y.iter_mut().zip(*own) {
                *y = product(*y, own);
            }
        }
    }

    #[inline(always)]
    fn differentiate(owns: &[&[T]], dy: &[T], d: &mut [T], place: &Place) {
        let mut first = true;
        for (i, own) in owns.iter().enumerate().take(B::COUNT) {
            if i == place.index {
                continue;
            }
            if first {
                for ((d, &own), &dy) in d.iter_mut().zip(*own).zip(dy) {
                    *d = gradient(dy, own);
                }
            } else {
                for (d, &own) in d.iter_mut().zip(*own) {
                    *d = gradient(*d, own);
                }
            }
            first = false;
        }
    }
}
