//! What several examples need: handwritten digits, a way to look at them in the terminal, files of other programs, and how to end.
//!
//! [`digits`] and [`iris`] are small data sets that travel with the source, [`cifar`] reads a large one, [`draw`] prints digits, [`pictures`] keeps
//! pictures, [`arguments`] reads the command line, [`claim`] says what became of a promise. [`amp`] is an amplifier as other programs keep it, in
//! files that [`nam`] and [`rtneural`] read and write.

#![allow(dead_code, unreachable_pub, reason = "each example compiles its own copy, and uses a part of it")]

pub mod amp;
pub mod arguments;
pub mod cifar;
pub mod claim;
pub mod digits;
pub mod draw;
pub mod iris;
pub mod nam;
#[cfg(feature = "plot")]
pub mod pictures;
pub mod rtneural;

/// Square grey-scale pictures, row by row from the top, 0 for paper and 1 for ink; and the digit that each one shows.
pub type Digits<const PIXELS: usize> = static_nn::data::Images<f32, PIXELS>;
