//! The file format, tried with a network written by hand and with the reference crate.

mod bundles;
mod hostile;
mod refusals;
mod round_trips;
mod saving;
mod some;

use std::prelude::rust_2024::*;
use std::vec;

use ::safetensors::tensor::{Dtype, TensorView};

use crate::parameters::{Order, Parameters, Path, Role, Tensor};
use crate::scalar::Scalar;

/// A dense layer from 3 to 2 and a convolution with two kernels of 2 x 2.
#[derive(Clone, Debug, Default, PartialEq)]
#[repr(C)]
struct Net<T> {
    /// One row for each input, as nalgebra stores a matrix of outputs by inputs.
    weight: [[T; 2]; 3],
    bias: [T; 2],
    kernels: [[[T; 2]; 2]; 2],
}

// SAFETY: repr(C), and every field is an array of `T`s: 6 + 2 + 8 of them.
#[expect(unsafe_code, reason = "what `network!` writes")]
unsafe impl<T: Scalar> Parameters<T> for Net<T> {
    const PARAMETERS: usize = 16;

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        let mut tensor = |layer: &str, part: &str, dims: &[usize], order| {
            let (role, fan_in, fan_out) = (Role::Weight, 1, 1);
            visit(&Tensor { name: &name.join(layer).join(part), dims, order, role, fan_in, fan_out });
        };
        tensor("fc1", "weight", &[2, 3], Order::ColumnMajor);
        tensor("fc1", "bias", &[2], Order::ColumnMajor);
        tensor("conv", "weight", &[2, 1, 2, 2], Order::RowMajor);
    }
}

/// The network whose dense weight, read row by row, is 0, 1, 2, .. and whose other values go on from there.
fn counting<T: Scalar>() -> Net<T> {
    let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p] =
        core::array::from_fn(|i| T::from_f64(f64::from(u8::try_from(i).unwrap())));
    Net { weight: [[a, d], [b, e], [c, f]], bias: [g, h], kernels: [[[i, j], [k, l]], [[m, n], [o, p]]] }
}

/// A tensor of a file that the reference crate writes.
struct Entry {
    name: &'static str,
    dtype: Dtype,
    dims: Vec<usize>,
    data: Vec<u8>,
}

fn entry<const B: usize>(name: &'static str, dims: &[usize], values: impl Iterator<Item = [u8; B]>) -> Entry {
    let dtype = if B == 4 { Dtype::F32 } else { Dtype::F64 };
    Entry { name, dtype, dims: dims.to_vec(), data: values.flatten().collect() }
}

/// The entries of `counting`'s file.
fn entries() -> Vec<Entry> {
    let values = |range: core::ops::Range<u8>| range.map(|value| f32::from(value).to_le_bytes());
    vec![
        entry("conv.weight", &[2, 1, 2, 2], values(8..16)),
        entry("fc1.weight", &[2, 3], values(0..6)),
        entry("fc1.bias", &[2], values(6..8)),
    ]
}

/// The file that the reference crate makes of some entries.
fn reference(entries: &[Entry]) -> Vec<u8> {
    let views = entries.iter().map(|entry| {
        let view = TensorView::new(entry.dtype, entry.dims.clone(), &entry.data).unwrap();
        (entry.name, view)
    });
    ::safetensors::serialize(views, None).unwrap()
}

/// A file of any header and data, valid or not.
fn raw(header: &str, data: &[u8]) -> Vec<u8> {
    let length = u64::try_from(header.len()).unwrap();
    [&length.to_le_bytes(), header.as_bytes(), data].concat()
}
