//! The kernels of static-nn: its only vector code, and the lowest floor of the library. Nothing here knows a layer.
//!
//! Read in this order: [`number`] (the scalars, and the lanes in which samples lie side by side), [`math`] (transcendental functions
//! on vectors), then a family, say [`dense`] or [`pointwise`].
//!
//! A kernel is a generic function, inlined into one function per instruction set by [`dispatch!`]. A family's trait
//! (`DenseKernels`, ..) holds the entry points that layers call: they take slices and are compiled once, in this crate, for
//! `f32` and `f64`, so that a user's build stays short and a user's debug build stays fast. `reference` has their plain twins,
//! against which each is tested at every instruction set of the machine.
#![no_std]
#![deny(unsafe_code)]

#[cfg(test)]
extern crate std;

#[macro_use]
mod entry;

pub mod attention;
pub mod batch_norm;
pub mod conv;
pub mod dense;
mod draws;
pub mod finite;
pub mod layer_norm;
mod level;
pub mod loss;
pub mod math;
pub mod noise;
pub mod number;
pub mod pack;
pub mod part;
pub mod pointwise;
pub mod pool;
pub mod recurrent;
pub mod response;
pub mod softmax;
pub mod step;
pub mod transpose;
pub mod vectors;

#[cfg(test)]
mod reference;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

#[doc(hidden)]
pub use fearless_simd;

pub use draws::Noise;
#[cfg(target_arch = "x86_64")]
#[doc(hidden)]
pub use level::with_baseline;
pub use level::{ONE_LEVEL, level, levels};
pub use number::{Element, Lanes32, Lanes64, Number, scalars, scalars_mut};
