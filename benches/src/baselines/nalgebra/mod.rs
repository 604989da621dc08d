//! nalgebra by hand, as a good engineer writes it.

mod batch;
mod sample;

pub use batch::Batch;
pub use sample::Three;
