//! The two scalars of a network, `f32` and `f64`, and the lanes in which a block of samples lies.
//!
//! A block is one cache line wide: sixteen `f32` or eight `f64`, the same value of that many samples side by side.

use bytemuck::{Pod, Zeroable};
use core::fmt::{Debug, Display};

use crate::math::VectorMath;
use crate::part::Narrow;

/// Sixteen samples' worth of one `f32` value, aligned to a cache line.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(C, align(64))]
pub struct Lanes32(pub [f32; 16]);

/// Eight samples' worth of one `f64` value, aligned to a cache line.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(C, align(64))]
pub struct Lanes64(pub [f64; 8]);

// SAFETY: an array of floats, for which all bits zero is 0.0.
#[expect(unsafe_code, reason = "bytemuck's promise for a type whose only field is an array of floats")]
unsafe impl Zeroable for Lanes32 {}
// SAFETY: an array of floats, for which all bits zero is 0.0.
#[expect(unsafe_code, reason = "bytemuck's promise for a type whose only field is an array of floats")]
unsafe impl Zeroable for Lanes64 {}
// SAFETY: repr(C), its only field is an array of 64 bytes of floats, the alignment is 64: no padding, any bits valid.
#[expect(unsafe_code, reason = "bytemuck's promise for a type whose only field is an array of floats")]
unsafe impl Pod for Lanes32 {}
// SAFETY: repr(C), its only field is an array of 64 bytes of floats, the alignment is 64: no padding, any bits valid.
#[expect(unsafe_code, reason = "bytemuck's promise for a type whose only field is an array of floats")]
unsafe impl Pod for Lanes64 {}

/// The most lanes of a vector or of a block.
pub const MOST_LANES: usize = 16;

/// What a seam between two layers is made of: a scalar (one sample) or its lanes (a block of samples).
pub trait Element: Pod + Send + Sync + Debug {}

impl Element for f32 {}
impl Element for f64 {}
impl Element for Lanes32 {}
impl Element for Lanes64 {}
impl<E: Element, const N: usize> Element for [E; N] {}

/// What `f32` and `f64` have in common: their lanes, their constants, their vectors.
pub trait Number: VectorMath + Narrow + Element + Display + Default + PartialOrd + 'static {
    /// The lanes of a block: [`LANES`](Self::LANES) scalars on one cache line.
    type Lanes: Element + PartialEq;
    /// How many samples make a block: 16 for `f32`, 8 for `f64`.
    const LANES: usize;
    /// Whether its kernels are compiled for AVX-512.
    #[doc(hidden)]
    const AVX512: bool;
    /// Zero.
    const ZERO: Self;
    /// One.
    const ONE: Self;
    /// The smallest positive number that is not subnormal.
    const MIN_POSITIVE: Self;
    /// What sums of small products begin with, and give back at their end: 2^-93 for `f32`. Its last digit is 512 times the smallest
    /// normal number. So a sum comes to a multiple of that or to zero: no product on the way is ever rounded to a subnormal number, for
    /// which a processor takes a hundred times as long, and neither is a hundredth of the sum.
    const BASE: Self;
    /// The logarithm of [`MIN_POSITIVE`](Self::MIN_POSITIVE), rounded up.
    const LN_MIN_POSITIVE: Self;
    /// The root of [`MIN_POSITIVE`](Self::MIN_POSITIVE), and room for a factor of a thousandth: the square of what is less counts as zero.
    const ROOT: Self;
    /// The type's name in safetensors files: `F32` or `F64`.
    const DTYPE: &'static str;

    /// The nearest scalar to `value`.
    #[must_use]
    fn from_f64(value: f64) -> Self;
    /// The same number in double precision.
    #[must_use]
    fn to_f64(self) -> f64;
    /// Neither infinite nor NaN.
    #[must_use]
    fn is_finite(self) -> bool;
}

impl Number for f32 {
    type Lanes = Lanes32;
    const LANES: usize = 16;
    const AVX512: bool = true;
    const ZERO: Self = 0.0;
    const ONE: Self = 1.0;
    const MIN_POSITIVE: Self = Self::MIN_POSITIVE;
    const BASE: Self = Self::MIN_POSITIVE * 1024.0 / Self::EPSILON;
    const LN_MIN_POSITIVE: Self = -87.33;
    const ROOT: Self = 1.0 / (1_u64 << 57) as Self;
    const DTYPE: &'static str = "F32";

    #[inline(always)]
    #[expect(clippy::cast_possible_truncation, reason = "rounding to the nearest f32 is what this function is for")]
    fn from_f64(value: f64) -> Self {
        value as f32
    }

    #[inline(always)]
    fn to_f64(self) -> f64 {
        f64::from(self)
    }

    #[inline(always)]
    fn is_finite(self) -> bool {
        self.is_finite()
    }
}

impl Number for f64 {
    type Lanes = Lanes64;
    const LANES: usize = 8;
    const AVX512: bool = false;
    const ZERO: Self = 0.0;
    const ONE: Self = 1.0;
    const MIN_POSITIVE: Self = Self::MIN_POSITIVE;
    const BASE: Self = Self::MIN_POSITIVE * 1024.0 / Self::EPSILON;
    const LN_MIN_POSITIVE: Self = -708.39;
    const ROOT: Self = 1e-150;
    const DTYPE: &'static str = "F64";

    #[inline(always)]
    fn from_f64(value: f64) -> Self {
        value
    }

    #[inline(always)]
    fn to_f64(self) -> f64 {
        self
    }

    #[inline(always)]
    fn is_finite(self) -> bool {
        self.is_finite()
    }
}

/// The scalars of a run of lanes, sample by sample within each value.
#[inline(always)]
#[must_use]
pub fn scalars<T: Number>(lanes: &[T::Lanes]) -> &[T] {
    bytemuck::cast_slice(lanes)
}

/// The scalars of a run of lanes, to be written.
#[inline(always)]
pub fn scalars_mut<T: Number>(lanes: &mut [T::Lanes]) -> &mut [T] {
    bytemuck::cast_slice_mut(lanes)
}
