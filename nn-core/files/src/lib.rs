//! Files of weights: what [`static-nn`](https://docs.rs/static-nn) makes of one, whether its macro reads it while a program is compiled or
//! the program itself does.
//!
//! Read in this order: [`Entry`] (a tensor of a file, under the name and with the extents that a network knows), [`safetensors`] and [`npz`]
//! (bytes to entries; nothing in a file is believed), then [`LoadOptions`], which changes entries before anybody looks for a tensor:
//! `rename` their names, `keras` the order of their values. Both sides call the same functions, so that a rule which works in
//! one works in the other.

#![forbid(unsafe_code)]

mod entry;
mod error;
mod half;
mod keras;
pub mod names;
mod nearest;
pub mod npz;
mod options;
mod places;
mod rename;
pub mod safetensors;
mod values;

pub use entry::{Dtype, Entry};
pub use error::OptionError;
pub use keras::KerasFault;
pub use options::{Layout, LoadOptions};
pub use rename::PatternFault;
pub use values::ValueError;

/// Whether nobody is to take this tensor: it is what a checkpoint of a training run keeps beside its network (`@..`), or PyTorch's count of the
/// batches that a normalisation has seen.
#[must_use]
pub fn is_passed_over(name: &str) -> bool {
    name.starts_with('@') || name.ends_with(".num_batches_tracked")
}

/// Whether a tensor is called as Keras calls one and PyTorch none.
#[must_use]
pub fn is_of_keras(name: &str) -> bool {
    const PARTS: &[&str] =
        &["kernel", "recurrent_kernel", "depthwise_kernel", "gamma", "embeddings", "moving_mean", "moving_variance"];
    let name = name.strip_suffix(":0").unwrap_or(name);
    PARTS.contains(&name.rsplit(['/', '.']).next().unwrap_or_default())
}
