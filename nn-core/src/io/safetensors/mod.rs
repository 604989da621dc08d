//! Files of weights: safetensors, with PyTorch's names and layout, and NumPy's archives.
//!
//! A tensor is called what [`Parameters::tensors`](crate::Parameters::tensors) calls it (`fc1.weight`) and lies row by
//! row on disk, whatever its order in memory. PyTorch opens such a file with `safetensors.torch.load_file`.
//!
//! | | promise |
//! |---|---|
//! | names, shapes | strict both ways: a tensor that is missing, left over or of another shape is an error |
//! | transfer | [`load_some`] alone passes over what one side lacks, and lists it |
//! | types | `F16`, `BF16`, `F32` and `F64` are read into either scalar; a network is written in its own |
//! | precision | `F64` into `f32` rounds to the nearest, and a value beyond `f32` is an error; all else is exact |
//! | values | every one is finite, in a file that is written and in one that is read |
//! | loading fails | the parameters are what they were: all is checked before the first is written |
//! | saving fails | the file that stood there is what it was, and nothing is left beside it |
//! | hostile bytes | an error: no panic, and no more memory than in proportion to the file |
//! | NumPy | what begins as an archive of `numpy.savez` or `savez_compressed` does is read as one: `float16`, `float32` and `float64`, in any order of bytes and of extents |
//! | options | [`LoadOptions`](nn_files::LoadOptions) change names and layout before a tensor is looked for |
//! | hostile files | an error before they are read: no header at the beginning, or longer than parameters need |
//!
//! `__metadata__` is ignored, and so are tensors whose name begins with `@`, which is what a checkpoint of a training run keeps
//! beside its network, or ends with `.num_batches_tracked`, PyTorch's count of the batches that a normalisation has seen. A file's own order of tensors does not matter.
//!
//! # Examples
//!
//! ```
//! use static_nn::io::{self, ReadError};
//! # use static_nn::{Order, Parameters, Path, Role, Tensor};
//! # // What `network!` writes for a network of one dense layer from 2 to 1.
//! # #[derive(Debug, Default, PartialEq)]
//! # #[repr(C)]
//! # struct Neuron { weight: [f32; 2], bias: [f32; 1] }
//! # unsafe impl Parameters<f32> for Neuron {
//! #     const PARAMETERS: usize = 3;
//! #     fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
//! #         let (order, fan_in, fan_out) = (Order::ColumnMajor, 2, 1);
//! #         visit(&Tensor { name: &name.join("weight"), dims: &[1, 2], order, role: Role::Weight, fan_in, fan_out });
//! #         visit(&Tensor { name: &name.join("bias"), dims: &[1], order, role: Role::Bias, fan_in, fan_out });
//! #     }
//! # }
//!
//! let neuron = Neuron { weight: [0.5, -2.0], bias: [1.0] };
//! let mut bytes = io::to_bytes::<f32, _>(&neuron)?;
//!
//! let mut copy = Neuron::default();
//! io::read_into::<f32, _>(&mut copy, &bytes)?;
//! assert_eq!(copy, neuron);
//!
//! bytes.pop();
//! assert_eq!(io::read_into::<f32, _>(&mut copy, &bytes), Err(ReadError::DataLength { available: 11 }));
//! assert_eq!(copy, neuron);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub(crate) mod bounded;
mod bundle;
mod error;
mod header;
mod layout;
mod names;
mod open;
mod read;
mod tensors;
#[cfg(test)]
mod tests;
mod write;

pub use bundle::{Bundle, BundleMut, Unmatched};
pub use error::{LoadError, ReadError, SaveError, TensorsError, WriteError};
pub(crate) use layout::Layout;
#[cfg(feature = "data")]
pub(crate) use names::shown;
pub(crate) use read::read_parameters;
pub use read::{load_into, load_into_with, load_some, read_into, read_some_into};
pub(crate) use tensors::{Opened, Tensors};
pub use write::{save, to_bytes};
