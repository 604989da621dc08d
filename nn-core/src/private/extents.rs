//! The output of a network whose last shape is that of a type of the user's.

use crate::shape::{D1, D2, D3, Shape, Words};

/// A shape by its extents. Where the type is no layer, its extents are errors that are known, and what is made of them is no error of its own:
/// the functions of the network have a type all the same.
#[derive(Debug)]
pub enum Extents<const RANK: usize, const C: usize, const H: usize, const W: usize, const N: usize> {}

/// A network or block whose output has the shape of a type of the user's.
pub trait Ends {
    /// The extents of that shape.
    const EXTENTS: [usize; 5];
}

/// The shape that has these extents.
pub trait Ranked {
    /// The shape.
    type Shape: Shape;
}

impl<const N: usize> Ranked for Extents<1, 0, 0, 0, N> {
    type Shape = D1<N>;
}

impl<const S: usize, const F: usize, const N: usize> Ranked for Extents<2, S, F, 0, N> {
    type Shape = D2<S, F, N>;
}

impl<const C: usize, const H: usize, const W: usize, const N: usize> Ranked for Extents<3, C, H, W, N> {
    type Shape = D3<C, H, W, N>;
}

/// A network whose first layer is a type of the user's.
pub trait Begins {
    /// Whether that takes words.
    const WORDS: bool;
}

/// What a network takes whose first layer is a type of the user's: a vector of `N` words or numbers.
#[derive(Debug)]
pub enum Taken<const WORDS: bool, const N: usize> {}

impl<const N: usize> Ranked for Taken<true, N> {
    type Shape = Words<N>;
}

impl<const N: usize> Ranked for Taken<false, N> {
    type Shape = D1<N>;
}

/// How many extents a shape has, those of an image, and the number of values.
#[must_use]
pub const fn extents<X: Shape>() -> [usize; 5] {
    match X::DIMS {
        [s, f] => [2, *s, *f, 0, X::LEN],
        [c, h, w] => [3, *c, *h, *w, X::LEN],
        _ => [1, 0, 0, 0, X::LEN],
    }
}
