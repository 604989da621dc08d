//! What counts as a sample: an array of the flattened length, the nested array of a sequence or an image, or nalgebra's vector; of words an
//! array of whole numbers as well.

mod padded;
mod value;

pub use padded::Padded;
pub use value::Value;

use nalgebra::SVector;

use crate::scalar::Scalar;
use crate::shape::{D1, D2, D3, Shape, Words};

// The note says what may be written. rustc's own list of that would lead the reader here.
/// A value that holds one sample of shape `X`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a sample of the network's shape `{X}` in `{T}`",
    label = "the network takes another length, shape or scalar",
    note = "of a slice or `Vec`: `<[f32; N]>::try_from(&values[..])?`; one sample where a batch is asked for: `&[x]`",
    note = "`Words<N>`, what an `Embedding` looks up, is written `[u8; N]`, `[u16; N]`, `[u32; N]` or as a vector",
    note = "`D1<N>` is written `[T; N]` or `SVector<T, N>`; `D2<S, F, N>` is written `[[T; F]; S]` or, flat, `[T; N]`; `D3<C, H, W, N>` is written `[[[T; W]; H]; C]` or, flat, `[T; N]`"
)]
pub trait Sample<T: Scalar, X: Shape>: Sync {
    /// What its values are: `T`, or whole numbers, which become scalars on their way into the network.
    type Value: Value<T>;

    /// The values in the order of memory: channels first, then rows, then columns. There are as many as the shape has; of
    /// another number no pass makes sense: for one sample that is a panic, in a batch or a data set an error.
    fn values(&self) -> &[Self::Value];

    /// Whether a sample may end before the last step of the network's input, as a [`Padded`] one does.
    const ENDS: bool = false;

    /// How many steps of the sample are real, from the first one on, if it may end before the last.
    #[inline(always)]
    fn length(&self) -> usize {
        usize::MAX
    }
}

#[diagnostic::do_not_recommend]
impl<T: Scalar, const N: usize> Sample<T, D1<N>> for [T; N] {
    type Value = T;

    #[inline(always)]
    fn values(&self) -> &[T] {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<T: Scalar, const N: usize> Sample<T, D1<N>> for SVector<T, N> {
    type Value = T;

    #[inline(always)]
    fn values(&self) -> &[T] {
        self.as_slice()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Scalar, const N: usize> Sample<T, Words<N>> for [T; N] {
    type Value = T;

    #[inline(always)]
    fn values(&self) -> &[T] {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<T: Scalar, const N: usize> Sample<T, Words<N>> for SVector<T, N> {
    type Value = T;

    #[inline(always)]
    fn values(&self) -> &[T] {
        self.as_slice()
    }
}

/// Words as the whole numbers that they are.
macro_rules! whole {
    ($($Type:ident)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<T: Scalar, const N: usize> Sample<T, Words<N>> for [$Type; N] {
            type Value = $Type;

            #[inline(always)]
            fn values(&self) -> &[$Type] {
                self
            }
        }
    )*};
}

whole!(u8 u16 u32);

#[diagnostic::do_not_recommend]
impl<T: Scalar, const S: usize, const F: usize, const N: usize> Sample<T, D2<S, F, N>> for [T; N] {
    type Value = T;

    #[inline(always)]
    fn values(&self) -> &[T] {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<T: Scalar, const S: usize, const F: usize, const N: usize> Sample<T, D2<S, F, N>> for SVector<T, N> {
    type Value = T;

    #[inline(always)]
    fn values(&self) -> &[T] {
        self.as_slice()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Scalar, const S: usize, const F: usize, const N: usize> Sample<T, D2<S, F, N>> for [[T; F]; S] {
    type Value = T;

    #[inline(always)]
    fn values(&self) -> &[T] {
        self.as_flattened()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Scalar, const C: usize, const H: usize, const W: usize, const N: usize> Sample<T, D3<C, H, W, N>> for [T; N] {
    type Value = T;

    #[inline(always)]
    fn values(&self) -> &[T] {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<T: Scalar, const C: usize, const H: usize, const W: usize, const N: usize> Sample<T, D3<C, H, W, N>>
    for SVector<T, N>
{
    type Value = T;

    #[inline(always)]
    fn values(&self) -> &[T] {
        self.as_slice()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Scalar, const C: usize, const H: usize, const W: usize, const N: usize> Sample<T, D3<C, H, W, N>>
    for [[[T; W]; H]; C]
{
    type Value = T;

    #[inline(always)]
    fn values(&self) -> &[T] {
        self.as_flattened().as_flattened()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Scalar, X: Shape, V: Sample<T, X> + ?Sized> Sample<T, X> for &V {
    type Value = V::Value;
    const ENDS: bool = V::ENDS;

    #[inline(always)]
    fn values(&self) -> &[V::Value] {
        (**self).values()
    }

    #[inline(always)]
    fn length(&self) -> usize {
        (**self).length()
    }
}

#[cfg(feature = "alloc")]
#[diagnostic::do_not_recommend]
impl<T: Scalar, X: Shape, V: Sample<T, X> + ?Sized> Sample<T, X> for alloc::boxed::Box<V> {
    type Value = V::Value;
    const ENDS: bool = V::ENDS;

    #[inline(always)]
    fn values(&self) -> &[V::Value] {
        (**self).values()
    }

    #[inline(always)]
    fn length(&self) -> usize {
        (**self).length()
    }
}
