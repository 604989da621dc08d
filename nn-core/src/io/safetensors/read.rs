//! A safetensors file into parameters.

use std::collections::HashSet;
use std::path::Path as FilePath;
use std::string::ToString;
use std::vec;
use std::vec::Vec;

use ::safetensors::SafeTensors;
use ::safetensors::tensor::{Dtype, TensorView};

use super::layout::{self, Layout, Part, Slot};
use super::{BundleMut, LoadError, ReadError, half, header, names};
use crate::parameters::{Parameters, Path};
use crate::scalar::{Number, Scalar};

/// Loads the parameters from a safetensors file; on an error they are what they were.
///
/// # Errors
///
/// A [`LoadError`] if the file cannot be read, or is not exactly that of these parameters.
///
/// # Examples
///
/// See the [module](super).
pub fn load_into<T: Scalar, P: Parameters<T>>(parameters: &mut P, path: impl AsRef<FilePath>) -> Result<(), LoadError> {
    BundleMut::new(parameters).load(path)
}

/// Reads the parameters from the bytes of a safetensors file; on an error they are what they were.
///
/// # Errors
///
/// A [`ReadError`] if the bytes are not exactly the file of these parameters.
///
/// # Examples
///
/// See the [module](super).
pub fn read_into<T: Scalar, P: Parameters<T>>(parameters: &mut P, bytes: &[u8]) -> Result<(), ReadError> {
    BundleMut::new(parameters).read(bytes)
}

/// The parameters in the bytes of a safetensors file that holds them and nothing else.
pub(crate) fn read_parameters<T: Scalar>(layout: Layout, bytes: &[u8]) -> Result<Vec<T>, ReadError> {
    let mut values = vec![T::ZERO; layout.parameters];
    let slots = layout::slots(layout, &Path::ROOT)?;
    read(&mut [Part { slots, values: &mut values }], bytes)?;
    Ok(values)
}

/// Reads all tensors of `parts` from the bytes of one file, or none.
pub(super) fn read<T: Scalar>(parts: &mut [Part<&mut [T]>], bytes: &[u8]) -> Result<(), ReadError> {
    layout::check_names(parts)?;
    let file = header::open(bytes)?;
    let slots: Vec<&Slot> = parts.iter().flat_map(|part| &part.slots).collect();
    let sources = pair(&slots, &file)?;
    for (slot, source) in slots.iter().zip(&sources) {
        source.check::<T>(slot)?;
    }
    let mut sources = sources.iter();
    for Part { slots, values } in parts {
        for (slot, source) in slots.iter().zip(&mut sources) {
            source.write(slot, &mut values[slot.range.clone()]);
        }
    }
    Ok(())
}

/// The values in the file of each of the network's tensors; it holds no others.
fn pair<'a>(slots: &[&Slot], file: &SafeTensors<'a>) -> Result<Vec<Values<'a>>, ReadError> {
    let unused = unused(slots, file);
    let sources = slots.iter().map(|slot| {
        let view = file.tensor(&slot.name).map_err(|_| missing(slot, &unused, file))?;
        Values::new(slot, &view)
    });
    let sources = sources.collect::<Result<_, _>>()?;
    if unused.is_empty() { Ok(sources) } else { Err(ReadError::Extra { tensors: names::owned(&unused) }) }
}

/// The tensors of the file that the network lacks. Those of a checkpoint and PyTorch's counts of batches are nobody's.
fn unused<'f>(slots: &[&Slot], file: &'f SafeTensors<'_>) -> Vec<&'f str> {
    let ours: HashSet<&str> = slots.iter().map(|slot| slot.name.as_str()).collect();
    let passed_over = |name: &str| name.starts_with('@') || name.ends_with(".num_batches_tracked");
    let mut unused: Vec<&str> =
        file.names().into_iter().filter(|name| !passed_over(name) && !ours.contains(name)).collect();
    names::sort(&mut unused);
    unused
}

fn missing(slot: &Slot, unused: &[&str], file: &SafeTensors<'_>) -> ReadError {
    let fits = |name: &str| file.tensor(name).is_ok_and(|view| view.shape() == slot.dims);
    let nearest = names::meant(&slot.name, unused, fits).map(ToString::to_string);
    ReadError::Missing { tensor: slot.name.clone(), nearest, unused: names::owned(unused) }
}

/// Copies the values of these tensors out of a file that may hold others. They need not be finite.
pub(super) fn copy<T: Scalar>(slots: &[Slot], file: &SafeTensors<'_>, values: &mut [T]) -> Result<(), ReadError> {
    for slot in slots {
        let missing = |_| ReadError::Missing { tensor: slot.name.clone(), nearest: None, unused: Vec::new() };
        let source = Values::new(slot, &file.tensor(&slot.name).map_err(missing)?)?;
        source.write(slot, &mut values[slot.range.clone()]);
    }
    Ok(())
}

/// The values of a tensor as they lie in a file, row by row, little-endian.
#[derive(Clone, Copy)]
enum Values<'a> {
    F16(&'a [[u8; 2]]),
    BF16(&'a [[u8; 2]]),
    F32(&'a [[u8; 4]]),
    F64(&'a [[u8; 8]]),
}

impl<'a> Values<'a> {
    fn new(slot: &Slot, view: &TensorView<'a>) -> Result<Self, ReadError> {
        let tensor = || slot.name.clone();
        let values = match view.dtype() {
            Dtype::F16 => Values::F16(view.data().as_chunks().0),
            Dtype::BF16 => Values::BF16(view.data().as_chunks().0),
            Dtype::F32 => Values::F32(view.data().as_chunks().0),
            Dtype::F64 => Values::F64(view.data().as_chunks().0),
            other => return Err(ReadError::Dtype { tensor: tensor(), found: other.to_string() }),
        };
        if view.shape() != slot.dims {
            let (expected, found) = (slot.dims.clone(), view.shape().to_vec());
            return Err(ReadError::Shape { tensor: tensor(), expected, found });
        }
        Ok(values)
    }

    fn value(self, index: usize) -> f64 {
        match self {
            Values::F16(values) => half::f16(u16::from_le_bytes(values[index])).into(),
            Values::BF16(values) => half::bf16(u16::from_le_bytes(values[index])).into(),
            Values::F32(values) => f32::from_le_bytes(values[index]).into(),
            Values::F64(values) => f64::from_le_bytes(values[index]),
        }
    }

    fn check<T: Scalar>(self, slot: &Slot) -> Result<(), ReadError> {
        let mut all = 0..slot.range.len();
        let Some(at) = all.find(|&index| !Number::is_finite(T::from_f64(self.value(index)))) else {
            return Ok(());
        };
        let (tensor, index, value) = (slot.name.clone(), slot.coordinates(at), self.value(at));
        Err(if value.is_finite() {
            ReadError::Overflow { tensor, index, value }
        } else {
            ReadError::NotFinite { tensor, index, value }
        })
    }

    fn write<T: Scalar>(self, slot: &Slot, values: &mut [T]) {
        for index in 0..values.len() {
            values[slot.place(index)] = T::from_f64(self.value(index));
        }
    }
}
