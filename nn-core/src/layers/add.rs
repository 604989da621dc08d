//! Branches whose outputs are added (He et al., 2015).
//!
//! - forward: `y = f0(x) + f1(x) + ..`
//! - backward: `dx = f0'(x) dy + f1'(x) dy + ..`
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
//!         down: Add { { Dense(1, bias = false) }, { slope: Dense(1), Relu } },
//!     }
//! }
//!
//! let mut net = Net::zeroed();
//! net.down.0.dense1.weight.copy_from_slice(&[1.0, 2.0]);
//! net.down.1.slope.bias[0] = 0.5;
//! assert_eq!(net.forward(&[3.0, 4.0]), [11.5]); // 3 + 8, and 0.5
//! ```

use core::ops::Range;

use super::branches::{Alike, Join, Joined, Place};
use crate::scalar::Scalar;

/// `y = f0(x) + f1(x) + ..` of the branches `B`.
pub type Add<B> = Joined<Sum, B>;

/// Addition.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sum;

impl<T: Scalar, B: Alike<T>> Join<T, B> for Sum {
    type Output = B::Output;
    const GRADIENTS: bool = false;
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
    fn own_gradient(place: &Place) -> Option<Range<usize>> {
        Some(place.all())
    }

    #[inline(always)]
    fn put(own: &[T], y: &mut [T], _: &Place, first: bool) {
        if first {
            y.copy_from_slice(own);
            return;
        }
        for (y, &own) in y.iter_mut().zip(own) {
            *y += own;
        }
    }

    #[inline(always)]
    fn join(owns: &[&[T]], y: &mut [T], _: usize) {
        let [a, b, more @ ..] = owns else { return };
        for ((y, &a), &b) in y.iter_mut().zip(*a).zip(*b) {
            *y = a + b;
        }
        for own in more {
            for (y, &own) in y.iter_mut().zip(*own) {
                *y += own;
            }
        }
    }

    #[inline(always)]
    fn differentiate(_: &[&[T]], dy: &[T], d: &mut [T], _: &Place) {
        d.copy_from_slice(dy);
    }
}
