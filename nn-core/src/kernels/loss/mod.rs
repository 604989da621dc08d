//! Losses of whole blocks, whose lanes are samples.
//!
//! A block of `dy` comes with the targets in it, or with what stands for them, and goes with the gradient in their place.

mod argmax;
mod compare;
mod cosine;
mod cross_entropy;
mod margin;
mod softmax;

pub use argmax::argmax;
pub use compare::{Comparison, Term};
pub use cosine::cosine;
pub use cross_entropy::cross_entropy;
pub use margin::margin;
pub use softmax::softmax;
