//! Parameters on disk.
//!
//! [`save`] and [`load_into`] speak safetensors with PyTorch's names and layout, so that a file goes both ways between
//! a network and a PyTorch module whose layers have the same names: see [`safetensors`] for what is promised. A [`Bundle`] puts
//! several parameters into one file: a network, and what prepares its data.
//!
//! Files of other libraries are read, too: archives of NumPy (`.npz`), and with [`LoadOptions`] names and layouts that are not
//! PyTorch's, those of Keras and scikit-learn among them.

pub(crate) mod replace;
pub mod safetensors;
mod staged;

#[doc(inline)]
pub use nn_files::npz::NpzError;
#[doc(inline)]
pub use nn_files::{KerasFault, Layout, LoadOptions, OptionError, PatternFault};
#[cfg(feature = "data")]
pub(crate) use safetensors::shown;
pub use safetensors::{Bundle, BundleMut, Unmatched};
pub use safetensors::{LoadError, ReadError, SaveError, TensorsError, WriteError};
pub use safetensors::{load_into, load_into_with, load_some, read_into, read_some_into, save, to_bytes};

use std::path::Path;

use crate::boxed::Boxed;
use crate::parameters::Parameters;
use crate::scalar::Scalar;

/// The parameters that a safetensors file holds, made in place on the heap.
///
/// # Errors
///
/// A [`LoadError`] if the file cannot be read, or is not exactly that of these parameters.
pub fn load<T: Scalar, P: Parameters<T>>(path: impl AsRef<Path>) -> Result<Boxed<P>, LoadError> {
    let mut parameters = P::zeroed_boxed();
    load_into(&mut *parameters, path)?;
    Ok(parameters)
}

/// The parameters that a file holds under the names and in the layout that the options tell, made in place on the heap.
///
/// # Errors
///
/// A [`LoadError`] if the file cannot be read, the options do not suit it, or it is not exactly that of these parameters.
///
/// # Examples
///
/// See [`LoadOptions`].
pub fn load_with<T: Scalar, P: Parameters<T>>(
    path: impl AsRef<Path>,
    options: &LoadOptions,
) -> Result<Boxed<P>, LoadError> {
    let mut parameters = P::zeroed_boxed();
    load_into_with(&mut *parameters, path, options)?;
    Ok(parameters)
}
