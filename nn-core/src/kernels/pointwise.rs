//! Functions applied value by value: every activation but softmax.

use fearless_simd::{Level, Simd, SimdBase};

use super::dispatch;
use crate::layers::{elu, gelu, hard_sigmoid, hard_tanh, leaky_relu, relu, sigmoid, silu, softplus, step, tanh};
use crate::scalar::Scalar;

mod sealed {
    /// The functions of this crate. Each can be made by anyone from nothing but its settings: a layer of one without
    /// settings may be made from no bytes at all.
    pub trait Sealed {}
}

/// A differentiable function of one value, on whole vectors.
pub trait Function: Copy + Send + Sync + sealed::Sealed {
    /// `f(x)`.
    fn value<S: Simd, T: Scalar>(self, simd: S, x: T::Native<S>) -> T::Native<S>;
    /// `f'(x)`, given `y = f(x)` too.
    fn slope<S: Simd, T: Scalar>(self, simd: S, x: T::Native<S>, y: T::Native<S>) -> T::Native<S>;
}

macro_rules! functions {
    ($($Name:ident: $Type:ty),* $(,)?) => {
        /// Every function that the shared kernels know, with its settings.
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub enum Pointwise {
            $(#[doc = concat!("`", stringify!($Name), "`")] $Name($Type)),*
        }

        $(
            impl sealed::Sealed for $Type {}

            impl From<$Type> for Pointwise {
                fn from(function: $Type) -> Self {
                    Self::$Name(function)
                }
            }
        )*

        impl Pointwise {
            /// `y = f(x)`, value by value.
            #[inline(always)]
            pub(crate) fn forward<T: Scalar>(self, level: Level, x: &[T], y: &mut [T]) {
                match self {
                    $(Self::$Name(f) => dispatch!(level, simd => forward(simd, f, x, y))),*
                }
            }

            /// `dx = dy * f'(x)`, value by value.
            #[inline(always)]
            pub(crate) fn backward<T: Scalar>(self, level: Level, x: &[T], y: &[T], dy: &[T], dx: &mut [T]) {
                match self {
                    $(Self::$Name(f) => dispatch!(level, simd => backward(simd, f, x, y, dy, dx))),*
                }
            }
        }
    };
}

functions! {
    Relu: relu::Function,
    LeakyRelu: leaky_relu::Function,
    Elu: elu::Function,
    Gelu: gelu::Function,
    Silu: silu::Function,
    Sigmoid: sigmoid::Function,
    Tanh: tanh::Function,
    Softplus: softplus::Function,
    HardSigmoid: hard_sigmoid::Function,
    HardTanh: hard_tanh::Function,
    Step: step::Function,
}

/// The first `len` values of a vector from `slice`, the others zero.
#[inline(always)]
fn load_part<S: Simd, T: Scalar>(simd: S, slice: &[T]) -> T::Native<S> {
    let mut vector = T::Native::<S>::splat(simd, T::ZERO);
    vector.as_mut_slice()[..slice.len()].copy_from_slice(slice);
    vector
}

/// `y = f(x)` for slices of one length; short tails take a padded vector.
#[inline(always)]
pub fn forward<S: Simd, T: Scalar, F: Function>(simd: S, function: F, x: &[T], y: &mut [T]) {
    let len = T::Native::<S>::LEN;
    let (mut xs, mut ys) = (x.chunks_exact(len), y.chunks_exact_mut(len));
    for (x, y) in (&mut xs).zip(&mut ys) {
        function.value::<S, T>(simd, T::Native::<S>::from_slice(simd, x)).store_slice(y);
    }
    let (x, y) = (xs.remainder(), ys.into_remainder());
    if !y.is_empty() {
        let value = function.value::<S, T>(simd, load_part::<S, T>(simd, x));
        y.copy_from_slice(&value.as_slice()[..y.len()]);
    }
}

/// `dx = dy * f'(x)` for slices of one length; short tails take a padded vector.
#[inline(always)]
pub fn backward<S: Simd, T: Scalar, F: Function>(simd: S, function: F, x: &[T], y: &[T], dy: &[T], dx: &mut [T]) {
    let len = T::Native::<S>::LEN;
    let whole = dx.len() - dx.len() % len;
    let mut at = 0;
    while at < whole {
        let to = at + len;
        let slope = function.slope::<S, T>(
            simd,
            T::Native::<S>::from_slice(simd, &x[at..to]),
            T::Native::<S>::from_slice(simd, &y[at..to]),
        );
        (T::Native::<S>::from_slice(simd, &dy[at..to]) * slope).store_slice(&mut dx[at..to]);
        at = to;
    }
    if whole < dx.len() {
        let part = load_part::<S, T>(simd, &x[whole..]);
        let slope = function.slope::<S, T>(simd, part, load_part::<S, T>(simd, &y[whole..]));
        let product = load_part::<S, T>(simd, &dy[whole..]) * slope;
        let rest = dx.len() - whole;
        dx[whole..].copy_from_slice(&product.as_slice()[..rest]);
    }
}
