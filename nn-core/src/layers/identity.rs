//! The identity, PyTorch's `Identity`: `y = x`, `dx = dy`.
//!
//! # Shapes
//!
//! Any shape, kept. No parameters.

use super::flatten::Reshape;

/// `y = x` for a shape `X`.
pub type Identity<X> = Reshape<X, X>;
