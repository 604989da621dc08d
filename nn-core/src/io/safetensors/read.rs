//! A safetensors file into parameters.

use std::borrow::ToOwned;
use std::collections::{HashMap, HashSet};
use std::path::Path as FilePath;
use std::string::{String, ToString};
use std::vec;
use std::vec::Vec;

use ::safetensors::SafeTensors;
use nn_files::{Dtype, Entry, LoadOptions};

use super::layout::{self, Layout, Part, Slot};
use super::{BundleMut, LoadError, ReadError, Unmatched, names, open};
use crate::parameters::{Parameters, Path};
use crate::scalar::{Number, Scalar};

/// Loads the parameters from a file as [`load_into`] does, under the names and in the layout that the options tell.
///
/// # Errors
///
/// A [`LoadError`] if the file cannot be read, the options do not suit it, or it is not exactly that of these parameters.
///
/// # Examples
///
/// See [`LoadOptions`].
pub fn load_into_with<T: Scalar, P: Parameters<T>>(
    parameters: &mut P,
    path: impl AsRef<FilePath>,
    options: &LoadOptions,
) -> Result<(), LoadError> {
    BundleMut::new(parameters).options(options.clone()).load(path)
}

/// Loads the parameters from a file, of safetensors or of NumPy; on an error they are what they were.
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
    read(&mut [Part { slots, values: &mut values }], bytes, &LoadOptions::new())?;
    Ok(values)
}

/// Reads all tensors of `parts` from the bytes of one file, or none.
pub(super) fn read<T: Scalar>(
    parts: &mut [Part<&mut [T]>],
    bytes: &[u8],
    options: &LoadOptions,
) -> Result<(), ReadError> {
    found(parts, bytes, options, |slots, file, errors| {
        let unused = file.unused(slots);
        let lacks: Vec<&Slot> = slots.iter().copied().filter(|slot| !file.has(slot)).collect();
        errors.extend(lacks.iter().map(|slot| file.missing(slot, &unused)));
        if lacks.is_empty() && !unused.is_empty() {
            errors.push(ReadError::Extra { tensors: names::owned(&unused) });
        }
    })
}

/// Reads those tensors of `parts` that the file has, and tells which it has not, and which of the file's nobody takes.
pub(super) fn some<T: Scalar>(
    parts: &mut [Part<&mut [T]>],
    bytes: &[u8],
    options: &LoadOptions,
) -> Result<Unmatched, ReadError> {
    found(parts, bytes, options, |slots, file, errors| {
        let (has, lacks): (Vec<&Slot>, Vec<&Slot>) = slots.iter().partition(|slot| file.has(slot));
        let unexpected = file.unused(slots);
        if has.is_empty() {
            errors.extend(lacks.iter().map(|slot| file.missing(slot, &unexpected)));
        }
        let missing = lacks.iter().map(|slot| slot.name.clone()).collect();
        Unmatched { missing, unexpected: names::owned(&unexpected) }
    })
}

/// Reads what the file has, if it is all in order and `judge` has nothing against what it has and lacks.
fn found<T: Scalar, V>(
    parts: &mut [Part<&mut [T]>],
    bytes: &[u8],
    options: &LoadOptions,
    judge: impl FnOnce(&[&Slot], &Tensors<'_>, &mut Vec<ReadError>) -> V,
) -> Result<V, ReadError> {
    layout::check_names(parts)?;
    let slots: Vec<&Slot> = parts.iter().flat_map(|part| &part.slots).collect();
    let file = Tensors::open(bytes, options, &slots)?;
    let mut errors = Vec::new();
    let judged = judge(&slots, &file, &mut errors);
    // All is checked before the first value is written, and read again then: what was read would be a second network in memory.
    for slot in &slots {
        errors.extend(file.0.get(&slot.name).and_then(|entry| values::<T>(slot, entry).err()));
    }
    if !errors.is_empty() {
        return Err(together(errors, &slots, &file));
    }
    for Part { slots, values: parameters } in parts {
        for slot in slots {
            let Some(entry) = file.0.get(&slot.name) else { continue };
            let parameters = &mut parameters[slot.range.clone()];
            for (index, value) in values::<T>(slot, entry)?.into_iter().enumerate() {
                parameters[slot.place(index)] = value;
            }
        }
    }
    Ok(judged)
}

/// One error for all of them.
fn together(mut errors: Vec<ReadError>, slots: &[&Slot], file: &Tensors<'_>) -> ReadError {
    if errors.len() == 1 {
        return errors.remove(0);
    }
    let unused = file.unused(slots);
    let first = errors.iter().find_map(|error| match error {
        ReadError::Missing { tensor, nearest: Some(near), .. } => Some(names::help(tensor, near)),
        _ => None,
    });
    let is_missing = errors.iter().any(|error| matches!(error, ReadError::Missing { .. }));
    let keras = unused.iter().any(|name| nn_files::is_of_keras(name)).then(|| names::KERAS.to_owned());
    let rules = || file.rules(slots).and_then(|rules| names::help_for_all(&rules));
    let help = keras.or_else(rules).or(first).filter(|_| is_missing);
    ReadError::Several { errors, unused: if is_missing { names::owned(&unused) } else { Vec::new() }, help }
}

/// The tensors of a file, by the names that the network has for them.
struct Tensors<'a>(HashMap<String, Entry<'a>>);

impl<'a> Tensors<'a> {
    fn open(bytes: &'a [u8], options: &LoadOptions, slots: &[&Slot]) -> Result<Self, ReadError> {
        let most = slots.iter().map(|slot| slot.range.len()).sum();
        let second: HashMap<&str, usize> =
            slots.iter().filter_map(|slot| Some((slot.name.as_str(), *slot.dims.get(1)?))).collect();
        let (entries, errors) = options.apply(open::entries(bytes, most)?, &|name| second.get(name).copied());
        let mut errors: Vec<ReadError> = errors.into_iter().map(ReadError::Options).collect();
        match errors.len() {
            0 => Ok(Self(entries.into_iter().map(|entry| (entry.name.clone(), entry)).collect())),
            1 => Err(errors.remove(0)),
            _ => Err(ReadError::Several { errors, unused: Vec::new(), help: None }),
        }
    }

    fn has(&self, slot: &Slot) -> bool {
        self.0.contains_key(&slot.name)
    }

    /// The names of tensors that the network lacks.
    fn unused(&self, slots: &[&Slot]) -> Vec<&str> {
        let ours: HashSet<&str> = slots.iter().map(|slot| slot.name.as_str()).collect();
        let mut unused: Vec<&str> = self.0.keys().map(|name| &**name).filter(|name| !ours.contains(name)).collect();
        names::sort(&mut unused);
        unused
    }

    fn missing(&self, slot: &Slot, unused: &[&str]) -> ReadError {
        let fits = |name: &str| self.0.get(name).is_some_and(|entry| entry.dims == slot.dims);
        let nearest = names::meant(&slot.name, unused, fits).map(ToString::to_string);
        ReadError::Missing { tensor: slot.name.clone(), nearest, unused: names::owned(unused) }
    }

    /// The rules by which all names would be those of the network, if there are any.
    fn rules(&self, slots: &[&Slot]) -> Option<Vec<(String, String)>> {
        let ours: Vec<(&str, Vec<usize>)> = slots.iter().map(|slot| (&*slot.name, slot.dims.clone())).collect();
        let theirs: Vec<(&str, &[usize])> = self.0.iter().map(|(name, entry)| (&**name, &*entry.dims)).collect();
        nn_files::names::pairs(&ours, &theirs)
    }
}

/// The values of a tensor, row by row.
fn values<T: Scalar>(slot: &Slot, entry: &Entry<'_>) -> Result<Vec<T>, ReadError> {
    let tensor = || slot.name.clone();
    let Some(numbers) = numbers(slot, entry)? else {
        return Err(ReadError::Dtype { tensor: tensor(), found: entry.dtype.name().to_owned() });
    };
    let scalar = |(at, value): (usize, f64)| {
        let scalar = T::from_f64(value);
        if Number::is_finite(scalar) {
            return Ok(scalar);
        }
        let (tensor, index) = (tensor(), slot.coordinates(at));
        Err(if value.is_finite() {
            ReadError::Overflow { tensor, index, value }
        } else {
            ReadError::NotFinite { tensor, index, value }
        })
    };
    numbers.into_iter().enumerate().map(scalar).collect()
}

/// The numbers of a tensor that has the extents of the network's; `None` if it is not made of numbers that a network is made of.
fn numbers(slot: &Slot, entry: &Entry<'_>) -> Result<Option<Vec<f64>>, ReadError> {
    if matches!(entry.dtype, Dtype::Other(_)) {
        return Ok(None);
    }
    if entry.dims != slot.dims {
        let (expected, found) = (slot.dims.clone(), entry.dims.clone());
        return Err(ReadError::Shape { tensor: slot.name.clone(), expected, found });
    }
    Ok(entry.numbers())
}

/// Copies the values of these tensors out of a file that may hold others. They need not be finite.
pub(super) fn copy<T: Scalar>(slots: &[Slot], file: &SafeTensors<'_>, values: &mut [T]) -> Result<(), ReadError> {
    for slot in slots {
        let missing = |_| ReadError::Missing { tensor: slot.name.clone(), nearest: None, unused: Vec::new() };
        let entry = open::entry(&slot.name, &file.tensor(&slot.name).map_err(missing)?);
        let Some(numbers) = numbers(slot, &entry)? else {
            return Err(ReadError::Dtype { tensor: slot.name.clone(), found: entry.dtype.name().to_owned() });
        };
        let values = &mut values[slot.range.clone()];
        for (index, number) in numbers.into_iter().enumerate() {
            values[slot.place(index)] = T::from_f64(number);
        }
    }
    Ok(())
}
