//! The transcendental functions, on whole vectors.

use fearless_simd::{Simd, SimdFloatElement};

/// The transcendental functions of one scalar type.
pub trait VectorMath: SimdFloatElement {
    /// Natural exponential.
    fn exp<S: Simd>(simd: S, x: Self::Native<S>) -> Self::Native<S>;
}
