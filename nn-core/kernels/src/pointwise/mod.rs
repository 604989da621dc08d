//! Functions applied value by value: every activation but softmax.

mod formula;
mod list;

use fearless_simd::{Level, Simd, SimdBase};

use super::math::product;
use super::part::{load_part, padded, pieces, store_part};
use crate::number::{MOST_LANES, Number};

pub use formula::{Formula, Real};

kernels! {
    /// Functions applied value by value. Without an operating system they are inlined, so that a program has those functions alone that it
    /// names: all of them would take most of a small machine's memory.
    trait PointwiseKernels

    /// `y = f(x)`, value by value.
    @[cfg_attr(target_os = "none", inline(always))]
    fn pointwise(level: Level, function: Pointwise, x: &[Self], y: &mut [Self]) {
        function.forward(level, x, y);
    }

    /// `y = f(y)`, value by value.
    @[cfg_attr(target_os = "none", inline(always))]
    fn pointwise_in_place(level: Level, function: Pointwise, y: &mut [Self]) {
        let mut x = [0.0; RUN];
        for y in y.chunks_mut(RUN) {
            let x = &mut x[..y.len()];
            x.copy_from_slice(y);
            function.forward(level, x, y);
        }
    }

    /// `dx = dy * f'(x)`, value by value.
    @[cfg_attr(target_os = "none", inline(always))]
    fn pointwise_backward(level: Level, function: Pointwise, x: &[Self], y: &[Self], dy: &[Self], dx: &mut [Self]) {
        function.backward(level, x, y, dy, dx);
    }

    /// `dx = dy * f'(x)` in place of `dy`, value by value, for functions whose slope `y` alone tells.
    @[cfg_attr(target_os = "none", inline(always))]
    fn pointwise_backward_in_place(level: Level, function: Pointwise, y: &[Self], dy: &mut [Self]) {
        function.backward_in_place(level, y, dy);
    }
}

/// Values that are copied at a time, where a function is applied in place: they stay in the first-level cache, and take little of a small
/// machine's stack.
const RUN: usize = if cfg!(target_os = "none") { 16 } else { 256 };

mod sealed {
    /// The functions of this crate. Each can be made by anyone from nothing but its settings: a layer of one without
    /// settings may be made from no bytes at all.
    pub trait Sealed {}
}

/// A differentiable function of one value, on whole vectors.
///
/// No implementation is recommended where one is missing: the compiler would list the first few by name.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is none of the functions that `Activation` is made of",
    label = "not a built-in function",
    note = "those are in `kernels::pointwise`; a layer of another function implements `Layer` itself"
)]
pub trait Function: Copy + Send + Sync + sealed::Sealed {
    /// `f(x)`.
    fn value<S: Simd, T: Number>(self, simd: S, x: T::Native<S>) -> T::Native<S>;
    /// Whether [`slope`](Self::slope) is the same with `y` in place of `x`: then training need not keep `x`.
    const SLOPE_FROM_OUTPUT: bool = false;

    /// Whether its slope may be small and not zero: what it is multiplied by then needs care.
    const SMALL_SLOPES: bool = true;

    /// `f'(x)`, given `y = f(x)` too.
    fn slope<S: Simd, T: Number>(self, simd: S, x: T::Native<S>, y: T::Native<S>) -> T::Native<S>;
}

macro_rules! functions {
    ($($(#[$doc:meta])* $file:ident::$Name:ident { $($rest:tt)* })*) => {
        $(
            mod $file;
            pub use $file::$Name;
        )*

        /// Every function that the shared kernels know, with its settings.
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub enum Pointwise {
            $(#[doc = concat!("`", stringify!($Name), "`")] $Name($Name)),*
        }

        $(
            impl sealed::Sealed for $Name {}

            impl From<$Name> for Pointwise {
                fn from(function: $Name) -> Self {
                    Self::$Name(function)
                }
            }
        )*

        impl Pointwise {
            /// The function at one value, in a constant.
            #[must_use]
            pub const fn at(self, x: f64) -> f64 {
                match self {
                    $(Self::$Name(f) => f.at(x)),*
                }
            }

            /// `y = f(x)`, value by value.
            #[inline(always)]
            pub(crate) fn forward<T: Number>(self, level: Level, x: &[T], y: &mut [T]) {
                match self {
                    $(Self::$Name(f) => dispatch!(plain T: level, simd => whole_forward(simd, f, x, y))),*
                }
            }

            /// `dx = dy * f'(x)`, value by value.
            #[inline(always)]
            pub(crate) fn backward<T: Number>(self, level: Level, x: &[T], y: &[T], dy: &[T], dx: &mut [T]) {
                match self {
                    $(Self::$Name(f) => dispatch!(plain T: level, simd => backward(simd, f, x, y, dy, dx))),*
                }
            }

            /// `dx = dy * f'(x)` in place of `dy`, value by value, where `y` tells the slope.
            #[inline(always)]
            pub(crate) fn backward_in_place<T: Number>(self, level: Level, y: &[T], dy: &mut [T]) {
                match self {
                    $(Self::$Name(f) => {
                        assert!($Name::SLOPE_FROM_OUTPUT, "the output of this function does not tell its slope");
                        if const { $Name::SLOPE_FROM_OUTPUT } {
                            dispatch!(plain T: level, simd => backward_in_place(simd, f, y, dy));
                        }
                    })*
                }
            }
        }
    };
}

crate::for_each_function! { functions }

/// `f(x) = x`, for a dense layer with nothing behind it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unchanged;

impl sealed::Sealed for Unchanged {}

#[diagnostic::do_not_recommend]
impl Function for Unchanged {
    #[inline(always)]
    fn value<S: Simd, T: Number>(self, _: S, x: T::Native<S>) -> T::Native<S> {
        x
    }

    #[inline(always)]
    fn slope<S: Simd, T: Number>(self, simd: S, _: T::Native<S>, _: T::Native<S>) -> T::Native<S> {
        T::Native::<S>::splat(simd, T::ONE)
    }
}

/// `y = f(x)` for slices of one length. The last vector overlaps its neighbour and computes the same values again.
#[inline(always)]
pub fn forward<S: Simd, T: Number, F: Function>(simd: S, function: F, x: &[T], y: &mut [T]) {
    let len = T::Native::<S>::LEN;
    if y.len() < len {
        store_part::<S, T, _>(function.value::<S, T>(simd, load_part::<S, T, _>(simd, x, T::ZERO)), y);
        return;
    }
    for (x, y) in pieces(x, y, len) {
        function.value::<S, T>(simd, T::Native::<S>::from_slice(simd, x)).store_slice(y);
    }
    if !y.len().is_multiple_of(len) {
        let last = y.len() - len;
        function.value::<S, T>(simd, T::Native::<S>::from_slice(simd, &x[last..])).store_slice(&mut y[last..]);
    }
}

/// The same with the function compiled a single time: fewer values than a vector has lanes go by way of a whole one.
#[inline(always)]
fn whole_forward<S: Simd, T: Number, F: Function>(simd: S, function: F, x: &[T], y: &mut [T]) {
    let (len, count) = (T::Native::<S>::LEN, y.len());
    let some_x;
    let mut some_y = [T::ZERO; MOST_LANES];
    let (x, out): (_, &mut [T]) = if count < len {
        some_x = padded(x);
        (&some_x[..len], &mut some_y[..len])
    } else {
        (x, y)
    };
    let mut at = 0;
    while at < out.len() {
        let from = at.min(out.len() - len);
        let x = T::Native::<S>::from_slice(simd, &x[from..from + len]);
        function.value::<S, T>(simd, x).store_slice(&mut out[from..from + len]);
        at += len;
    }
    if count < len {
        y.copy_from_slice(&some_y[..count]);
    }
}

/// `dy * f'(x)`, where it is not subnormal.
#[inline(always)]
fn times<S: Simd, T: Number, F: Function>(simd: S, dy: T::Native<S>, slope: T::Native<S>) -> T::Native<S> {
    if const { F::SMALL_SLOPES } { product::<S, T>(simd, dy, slope) } else { dy * slope }
}

/// `dx = dy * f'(x)` for slices of one length, with the last vector as in [`forward`].
#[inline(always)]
pub fn backward<S: Simd, T: Number, F: Function>(simd: S, function: F, x: &[T], y: &[T], dy: &[T], dx: &mut [T]) {
    let (len, count) = (T::Native::<S>::LEN, dx.len());
    let (some_x, some_y, some_dy);
    let mut some_dx = [T::ZERO; MOST_LANES];
    let (x, y, dy, out): (_, _, _, &mut [T]) = if count < len {
        (some_x, some_y, some_dy) = (padded(x), padded(y), padded(dy));
        (&some_x[..len], &some_y[..len], &some_dy[..len], &mut some_dx[..len])
    } else {
        (x, y, dy, dx)
    };
    let mut at = 0;
    while at < out.len() {
        let from = at.min(out.len() - len);
        let to = from + len;
        let (x, y) = (T::Native::<S>::from_slice(simd, &x[from..to]), T::Native::<S>::from_slice(simd, &y[from..to]));
        let slope = function.slope::<S, T>(simd, x, y);
        times::<S, T, F>(simd, T::Native::<S>::from_slice(simd, &dy[from..to]), slope).store_slice(&mut out[from..to]);
        at += len;
    }
    if count < len {
        dx.copy_from_slice(&some_dx[..count]);
    }
}

/// `dx = dy * f'(x)` in place of `dy`, for functions whose slope is the same at `y` as at `x`.
#[inline(always)]
pub fn backward_in_place<S: Simd, T: Number, F: Function>(simd: S, function: F, y: &[T], dy: &mut [T]) {
    let len = T::Native::<S>::LEN;
    let rest = dy.len() - dy.len() % len;
    for (y, dy) in pieces(y, dy, len) {
        let y = T::Native::<S>::from_slice(simd, y);
        times::<S, T, F>(simd, T::Native::<S>::from_slice(simd, dy), function.slope::<S, T>(simd, y, y))
            .store_slice(dy);
    }
    if rest < dy.len() {
        let (y, dy) = (load_part::<S, T, T::Native<S>>(simd, &y[rest..], T::ZERO), &mut dy[rest..]);
        let slope = function.slope::<S, T>(simd, y, y);
        let product = times::<S, T, F>(simd, load_part::<S, T, T::Native<S>>(simd, dy, T::ZERO), slope);
        store_part::<S, T, T::Native<S>>(product, dy);
    }
}
