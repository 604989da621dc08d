//! A safetensors file into parameters.

use std::collections::HashSet;
use std::path::Path as FilePath;
use std::string::ToString;
use std::vec;
use std::vec::Vec;

use ::safetensors::SafeTensors;
use ::safetensors::tensor::{Dtype, TensorView};

use super::layout::{self, Layout, Part, Slot};
use super::{BundleMut, LoadError, ReadError, Unmatched, half, header, names};
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

/// Loads those parameters that a safetensors file has, by name and shape; on an error they are what they were.
///
/// This is for a network of which a part has been trained in another one: a new last layer on old ones, say. The new
/// layer needs a name that the file does not have, since a tensor of another shape is an error.
///
/// # Errors
///
/// A [`LoadError`] if the file cannot be read; if a tensor that both have differs in its shape or has a value that is
/// not finite; or if they have no tensor in common. What only one of them has is no error, but is told: look at it,
/// since a name that is misspelled is in both lists.
///
/// # Examples
///
/// ```
/// use static_nn::io::{self, Bundle};
/// use static_nn::{Dense, Parameters};
///
/// let path = std::env::temp_dir().join(format!("some-{}.safetensors", std::process::id()));
/// let features = Dense::<f32, 4, 2> { weight: [[0.5; 2]; 4].into(), bias: [1.0; 2].into() };
/// Bundle::new(&features).with("digit", &Dense::<f32, 2, 10>::zeroed()).save(&path)?;
///
/// let mut features = Dense::<f32, 4, 2>::zeroed();
/// let unmatched = io::load_some::<f32, _>(&mut features, &path)?;
/// assert_eq!(features.bias[0], 1.0);
/// assert!(unmatched.missing.is_empty());
/// assert_eq!(unmatched.unexpected, ["digit.bias", "digit.weight"]);
/// # std::fs::remove_file(path)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn load_some<T: Scalar, P: Parameters<T>>(
    parameters: &mut P,
    path: impl AsRef<FilePath>,
) -> Result<Unmatched, LoadError> {
    BundleMut::new(parameters).load_some(path)
}

/// Reads those parameters that the bytes of a safetensors file have, as [`load_some`] does.
///
/// # Errors
///
/// A [`ReadError`] under the conditions of [`load_some`].
pub fn read_some_into<T: Scalar, P: Parameters<T>>(parameters: &mut P, bytes: &[u8]) -> Result<Unmatched, ReadError> {
    BundleMut::new(parameters).read_some(bytes)
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
    found(parts, bytes, |slots, file| {
        let unused = unused(slots, file);
        let lacks = slots.iter().find(|slot| file.tensor(&slot.name).is_err());
        if let Some(slot) = lacks {
            return Err(missing(slot, &unused, file));
        }
        if unused.is_empty() { Ok(()) } else { Err(ReadError::Extra { tensors: names::owned(&unused) }) }
    })
}

/// Reads those tensors of `parts` that the file has, and tells which it has not, and which of the file's nobody takes.
pub(super) fn some<T: Scalar>(parts: &mut [Part<&mut [T]>], bytes: &[u8]) -> Result<Unmatched, ReadError> {
    found(parts, bytes, |slots, file| {
        let (has, lacks): (Vec<&Slot>, Vec<&Slot>) = slots.iter().partition(|slot| file.tensor(&slot.name).is_ok());
        let unexpected = unused(slots, file);
        match lacks.first() {
            Some(first) if has.is_empty() => Err(missing(first, &unexpected, file)),
            _ => {
                let missing = lacks.iter().map(|slot| slot.name.clone()).collect();
                Ok(Unmatched { missing, unexpected: names::owned(&unexpected) })
            }
        }
    })
}

/// Once `judge` agrees with what the file has and lacks, and all that it has is in order, reads it.
fn found<T: Scalar, V>(
    parts: &mut [Part<&mut [T]>],
    bytes: &[u8],
    judge: impl FnOnce(&[&Slot], &SafeTensors<'_>) -> Result<V, ReadError>,
) -> Result<V, ReadError> {
    layout::check_names(parts)?;
    let file = header::open(bytes)?;
    let slots: Vec<&Slot> = parts.iter().flat_map(|part| &part.slots).collect();
    let judged = judge(&slots, &file)?;
    let sources =
        slots.iter().map(|slot| file.tensor(&slot.name).ok().map(|view| Values::new(slot, &view)).transpose());
    let sources = sources.collect::<Result<Vec<_>, _>>()?;
    for (slot, source) in slots.iter().zip(&sources) {
        source.map_or(Ok(()), |source| source.check::<T>(slot))?;
    }
    let mut sources = sources.into_iter();
    for Part { slots, values } in parts {
        for (slot, source) in slots.iter().zip(&mut sources) {
            if let Some(source) = source {
                source.write(slot, &mut values[slot.range.clone()]);
            }
        }
    }
    Ok(judged)
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
