//! What a regression puts out: a number, or several.

use crate::scalar::Scalar;

mod sealed {
    pub trait Sealed {}
}

/// A number (`f32`, `f64`), or an array of them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an output of a regression",
    label = "write `f32`, `f64` or an array of them",
    note = "outputs `[[T; 1]]` and targets `[T]` meet by `outputs.as_flattened()`"
)]
pub trait Numbers: sealed::Sealed {
    /// What the numbers are.
    type Scalar: Scalar;
    /// How many there are.
    const COUNT: usize;

    /// The numbers.
    fn values(&self) -> &[Self::Scalar];
}

impl<T: Scalar> sealed::Sealed for T {}
impl<T: Scalar, const N: usize> sealed::Sealed for [T; N] {}

impl<T: Scalar> Numbers for T {
    type Scalar = T;
    const COUNT: usize = 1;

    #[inline]
    fn values(&self) -> &[T] {
        core::slice::from_ref(self)
    }
}

impl<T: Scalar, const N: usize> Numbers for [T; N] {
    type Scalar = T;
    const COUNT: usize = N;

    #[inline]
    fn values(&self) -> &[T] {
        self
    }
}
