//! Parameters on disk.
//!
//! [`save`] and [`load_into`] speak safetensors with PyTorch's names and layout, so that a file goes both ways between
//! a network and a PyTorch module whose layers have the same names: see [`safetensors`] for what is promised.

mod replace;
pub mod safetensors;

pub use safetensors::{LoadError, ReadError, SaveError, TensorsError, WriteError};
pub use safetensors::{load_into, read_into, save, to_bytes};
