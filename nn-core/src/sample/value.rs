//! What samples are made of: scalars, or whole numbers that become scalars on their way into a network.

use bytemuck::Zeroable;
use fearless_simd::Level;

use crate::kernels::pack;
use crate::scalar::{Scalar, scalars_mut};
use crate::shape::Shape;

/// The most bytes of the stack that one sample of whole numbers takes as scalars.
const STACK: usize = 64 * 1024;

mod sealed {
    /// The types of this file.
    pub trait Sealed {}
}

/// A value of a sample of a network in `T`: a `T`, or a whole number of type `u8`, `u16` or `u32`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no value of a sample in `{T}`",
    label = "a sample has values of type `{T}`, `u8`, `u16` or `u32`"
)]
pub trait Value<T: Scalar>: Copy + Send + Sync + 'static + sealed::Sealed {
    /// Room for one sample as scalars: none for what is made of them.
    #[doc(hidden)]
    type Room<X: Shape>: Zeroable;

    /// The number, as it is.
    fn number(self) -> f64;

    /// One sample as scalars, where it is or in `room`.
    #[doc(hidden)]
    fn view<'a, X: Shape>(values: &'a [Self], room: &'a mut Self::Room<X>) -> &'a X::Of<T>;

    /// The values as scalars, where they are or in `room`, which is as long.
    #[doc(hidden)]
    fn scalars<'a>(values: &'a [Self], room: &'a mut [T]) -> &'a [T];

    /// Fills one block from at most [`LANES`](crate::Number::LANES) samples: see [`pack::pack`].
    #[doc(hidden)]
    fn pack<'a>(level: Level, samples: impl Iterator<Item = &'a [Self]>, block: &mut [T::Lanes]);

    /// The first value that is infinite or NaN, and its place.
    #[doc(hidden)]
    #[cfg(feature = "alloc")]
    fn first_not_finite(values: &[Self]) -> Option<(usize, f64)>;
}

impl<T: Scalar> sealed::Sealed for T {}

#[diagnostic::do_not_recommend]
impl<T: Scalar> Value<T> for T {
    type Room<X: Shape> = ();

    #[inline(always)]
    fn number(self) -> f64 {
        crate::Number::to_f64(self)
    }

    #[inline(always)]
    fn view<'a, X: Shape>(values: &'a [T], (): &'a mut ()) -> &'a X::Of<T> {
        X::view(values)
    }

    #[inline(always)]
    fn scalars<'a>(values: &'a [T], _: &'a mut [T]) -> &'a [T] {
        values
    }

    #[inline(always)]
    fn pack<'a>(level: Level, samples: impl Iterator<Item = &'a [T]>, block: &mut [T::Lanes]) {
        pack::pack::<T>(level, samples, block);
    }

    #[cfg(feature = "alloc")]
    fn first_not_finite(values: &[T]) -> Option<(usize, f64)> {
        crate::scalar::first_not_finite(values)
    }
}

/// Whole numbers. One that the scalar does not have becomes a neighbour.
macro_rules! whole {
    ($($Type:ident)*) => {$(
        impl sealed::Sealed for $Type {}

        #[diagnostic::do_not_recommend]
        impl<T: Scalar> Value<T> for $Type {
            type Room<X: Shape> = X::Of<T>;

            #[inline(always)]
            fn number(self) -> f64 {
                f64::from(self)
            }

            #[inline(always)]
            fn view<'a, X: Shape>(values: &'a [Self], room: &'a mut X::Of<T>) -> &'a X::Of<T> {
                const {
                    assert!(
                        size_of::<X::Of<T>>() <= STACK,
                        "one sample of whole numbers becomes scalars on the stack, which may be 64 KiB of them: hand on a sample of scalars, or a batch"
                    );
                }
                write(values, X::flat_mut(room));
                room
            }

            #[inline(always)]
            fn scalars<'a>(values: &'a [Self], room: &'a mut [T]) -> &'a [T] {
                write(values, room);
                room
            }

            fn pack<'a>(_: Level, samples: impl Iterator<Item = &'a [Self]>, block: &mut [T::Lanes]) {
                let block = scalars_mut::<T>(block);
                let mut last = 0;
                for (lane, values) in samples.enumerate().take(T::LANES) {
                    last = lane;
                    for (&value, line) in values.iter().zip(block.chunks_exact_mut(T::LANES)) {
                        line[lane] = T::from_f64(f64::from(value));
                    }
                }
                // The lanes behind hold copies, as those of scalars do.
                for line in block.chunks_exact_mut(T::LANES) {
                    let value = line[last];
                    line[last..].fill(value);
                }
            }

            #[cfg(feature = "alloc")]
            fn first_not_finite(_: &[Self]) -> Option<(usize, f64)> {
                None
            }
        }
    )*};
}

whole!(u8 u16 u32);

/// Writes whole numbers as scalars.
#[inline(always)]
fn write<T: Scalar, V: Copy + Into<f64>>(values: &[V], scalars: &mut [T]) {
    for (scalar, &value) in scalars.iter_mut().zip(values) {
        *scalar = T::from_f64(value.into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernels::level;
    use std::vec;
    use std::vec::Vec;

    fn packed<T: Scalar, V: Value<T>>(samples: &[Vec<V>]) -> Vec<T> {
        let mut block = vec![T::Lanes::zeroed(); samples[0].len()];
        V::pack(level(), samples.iter().map(Vec::as_slice), &mut block);
        crate::scalar::scalars::<T>(&block).to_vec()
    }

    fn as_scalars<T: Scalar>() {
        for count in 1..=T::LANES {
            let whole: Vec<Vec<u16>> =
                (0..count).map(|s| (0..5).map(|v| u16::try_from(s * 1000 + v).unwrap()).collect()).collect();
            let scalars: Vec<Vec<T>> =
                whole.iter().map(|x| x.iter().map(|v| T::from_f64(f64::from(*v))).collect()).collect();
            assert_eq!(packed::<T, u16>(&whole), packed::<T, T>(&scalars), "{count} samples");
        }
    }

    #[test]
    fn whole_numbers_are_packed_like_scalars() {
        as_scalars::<f32>();
        as_scalars::<f64>();
    }

    #[test]
    fn one_sample_of_whole_numbers_is_the_same_in_scalars() {
        let mut room = [0.0; 3];
        let x = <u32 as Value<f32>>::view::<crate::D1<3>>(&[0, 7, 1 << 24], &mut room);
        assert_eq!(x.map(f32::to_bits), [0.0_f32, 7.0, 16_777_216.0].map(f32::to_bits));
        assert_eq!(<u32 as Value<f32>>::number(u32::MAX).to_bits(), 4_294_967_295.0_f64.to_bits());
    }
}
