//! Networks on the heap.

use alloc::boxed::Box;
use core::borrow::{Borrow, BorrowMut};
use core::fmt;
use core::ops::{Deref, DerefMut};

use crate::cache_line::OnCacheLine;
use crate::parameters::Parameters;
use crate::scalar::Scalar;

/// A network on the heap that begins on a cache line; a gradient, a layer or a scratch, too.
///
/// It is what a [`Box`] is, made and cloned in place: nothing passes over the stack, however large `N` is. A `Box<N>` begins where
/// a single scalar may, in the middle of a cache line as a rule. Everything takes it, but a vector of 64 bytes out of
/// it lies on two lines, and one sample takes up to twice as long.
///
/// `network!` structs have `boxed(seed)`, `zeroed_boxed()`, `load(path)` and `clone_boxed()`, other runs of parameters the functions of
/// [`Parameters`].
///
/// # Examples
///
/// ```
/// use static_nn::{Boxed, Dense, Parameters};
///
/// let mut layer: Boxed<Dense<f32, 3, 16>> = Dense::zeroed_boxed();
/// layer.weight[(0, 2)] = 1.5;
/// assert_eq!(layer.as_slice()[2 * 16], 1.5);
/// assert!(layer.as_slice().as_ptr().addr().is_multiple_of(64));
/// assert_eq!(layer.clone(), layer);
/// ```
#[derive(PartialEq, Eq)]
pub struct Boxed<N>(Box<OnCacheLine<N>>);

impl<N> Boxed<N> {
    /// All zeros. This is the only way to the first one of a type, so that `N` is nothing but scalars wherever there is a `Boxed<N>`.
    #[expect(unsafe_code, reason = "construction in place")]
    pub(crate) fn zeroed<T: Scalar>() -> Self
    where
        N: Parameters<T>,
    {
        const { assert!(size_of::<N>() == N::PARAMETERS * size_of::<T>(), "only parameters can be zeroed") };
        // SAFETY: the type is nothing but scalars (size asserted, the rest is the contract of `Parameters`), of which all bits zero
        // is 0.0, and padding behind them, which may hold anything.
        Self(unsafe { Box::new_zeroed().assume_init() })
    }
}

impl<N> Clone for Boxed<N> {
    /// A copy made in place on the heap, whether or not `N` itself can be cloned.
    #[expect(unsafe_code, reason = "construction in place")]
    fn clone(&self) -> Self {
        let mut copy = Box::<OnCacheLine<N>>::new_uninit();
        // SAFETY: both are one `OnCacheLine<N>`, and the new one overlaps nothing. `N` is nothing but scalars, since `zeroed` made the
        // first `Boxed<N>` and asked for `Parameters`: by its contract any values of them are a valid `N`, these too, and one without
        // size may be made out of nothing.
        Self(unsafe {
            core::ptr::copy_nonoverlapping(&raw const *self.0, copy.as_mut_ptr(), 1);
            copy.assume_init()
        })
    }
}

impl<N> Deref for Boxed<N> {
    type Target = N;

    #[inline]
    fn deref(&self) -> &N {
        &self.0.0
    }
}

impl<N> DerefMut for Boxed<N> {
    #[inline]
    fn deref_mut(&mut self) -> &mut N {
        &mut self.0.0
    }
}

impl<N> AsRef<N> for Boxed<N> {
    fn as_ref(&self) -> &N {
        self
    }
}

impl<N> AsMut<N> for Boxed<N> {
    fn as_mut(&mut self) -> &mut N {
        self
    }
}

impl<N> Borrow<N> for Boxed<N> {
    fn borrow(&self) -> &N {
        self
    }
}

impl<N> BorrowMut<N> for Boxed<N> {
    fn borrow_mut(&mut self) -> &mut N {
        self
    }
}

impl<N: fmt::Debug> fmt::Debug for Boxed<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layers::{Dense, NoBias};
    use std::format;

    #[test]
    fn whatever_is_boxed_begins_on_a_cache_line() {
        fn check<T: Scalar, N: Parameters<T>>() {
            for boxed in [N::zeroed_boxed(), N::zeroed_boxed().clone(), N::zeroed_boxed().clone_boxed()] {
                assert!(core::ptr::from_ref(&*boxed).addr().is_multiple_of(64), "{}", core::any::type_name::<N>());
            }
        }
        check::<f32, [f32; 1]>();
        check::<f32, Dense<f32, 3, 5>>();
        check::<f64, Dense<f64, 784, 128, NoBias>>();
        check::<f32, NoBias>();
    }

    #[test]
    fn a_clone_is_equal_and_another() {
        let mut boxed = Dense::<f64, 7, 5>::zeroed_boxed();
        boxed.as_mut_slice().iter_mut().zip(1_u8..).for_each(|(value, i)| *value = f64::from(i));
        let mut copy = boxed.clone();
        assert_eq!(copy, boxed);
        assert_eq!(copy, boxed.clone_boxed());
        copy.bias[4] = 0.0;
        assert_ne!(copy, boxed);
        assert!((boxed.bias[4] - 40.0).abs() < f64::EPSILON);
    }

    #[test]
    fn it_passes_for_what_it_holds() {
        fn crosses_threads<S: Send + Sync>(_: &S) {}
        let mut boxed = <[f32; 3]>::zeroed_boxed();
        crosses_threads(&boxed);
        let array: &mut [f32; 3] = boxed.as_mut();
        array[1] = 0.5;
        let array: &[f32; 3] = boxed.borrow();
        assert_eq!((array, boxed.as_ref()), (&[0.0, 0.5, 0.0], &[0.0, 0.5, 0.0]));
        assert_eq!(format!("{boxed:?}"), "[0.0, 0.5, 0.0]");
    }
}
