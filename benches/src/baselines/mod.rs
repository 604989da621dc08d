//! The same networks written by hand, as the library's users would without it.
//!
//! All take a network's parameters in the library's own order (for each layer the weights, output after output for one input, then the
//! bias), and `tests/baselines.rs` shows that they compute the same numbers.

pub mod dynamic;
pub mod loops;
pub mod nalgebra;
