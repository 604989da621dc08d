//! Several parameters in one file: a network, and what prepares its data.

use std::path::Path as FilePath;
use std::string::String;
use std::vec;
use std::vec::Vec;

use nn_files::LoadOptions;

use super::layout::{self, Layout, Part};
use super::{LoadError, ReadError, SaveError, TensorsError, WriteError, bounded, read, write};
use crate::io::replace::replace;
use crate::parameters::{Parameters, Path};
use crate::scalar::Scalar;

/// A network and whatever belongs to it, to be saved in one file.
///
/// The network's tensors keep their names, so that PyTorch finds them; those of everything else begin with the name that it
/// is given. The file is written as [`save`](super::save) writes one, and read by a [`BundleMut`] of the same parts, or when a program
/// is compiled: `#[weights("bundle.safetensors", scaler: StandardScaler<2>)]`.
///
/// # Examples
///
/// ```
/// use static_nn::io::{Bundle, BundleMut};
/// use static_nn::prepare::StandardScaler;
/// use static_nn::{Dense, Parameters};
///
/// let scaler = StandardScaler::fit(&[[1.0_f32, 0.0], [3.0, 8.0]])?;
/// let network = Dense::<f32, 2, 1>::zeroed();
/// // The tensors `weight`, `bias`, `scaler.mean` and `scaler.scale`.
/// let bytes = Bundle::new(&network).with("scaler", &scaler).to_bytes()?;
///
/// let (mut network, mut loaded) = (Dense::<f32, 2, 1>::zeroed(), StandardScaler::default());
/// BundleMut::new(&mut network).with("scaler", &mut loaded).read(&bytes)?;
/// assert_eq!(loaded, scaler);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
#[must_use = "nothing is saved until `save` is called"]
pub struct Bundle<'a, T> {
    /// The first mistake, which saving reports.
    parts: Result<Vec<Part<&'a [T]>>, TensorsError>,
}

impl<'a, T: Scalar> Bundle<'a, T> {
    /// These parameters under their own names.
    pub fn new<P: Parameters<T>>(network: &'a P) -> Self {
        Self { parts: part(&Path::ROOT, network).map(|part| vec![part]) }
    }

    /// And these, their names behind `name` and a dot.
    pub fn with<P: Parameters<T>>(mut self, name: &str, parameters: &'a P) -> Self {
        self.parts = self.parts.and_then(|mut parts| {
            parts.push(part(&Path::ROOT.join(name), parameters)?);
            Ok(parts)
        });
        self
    }

    /// Saves all of it as a safetensors file.
    ///
    /// # Errors
    ///
    /// A [`SaveError`] if a value is not finite, two tensors have one name, or the file system refuses; the old file is then
    /// unchanged.
    pub fn save(&self, path: impl AsRef<FilePath>) -> Result<(), SaveError> {
        let path = path.as_ref();
        let bytes = self.to_bytes().map_err(|error| SaveError::Content { path: path.into(), error })?;
        replace(path, &bytes)
    }

    /// All of it as the bytes of a safetensors file. Equal parameters give equal bytes.
    ///
    /// # Errors
    ///
    /// A [`WriteError`] if a value is not finite, or two tensors have one name.
    pub fn to_bytes(&self) -> Result<Vec<u8>, WriteError> {
        write::write(self.parts.as_ref().map_err(Clone::clone)?)
    }
}

/// What parameters and a file do not have in common, of those that were loaded as far as they do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use = "a name that is misspelled is in both lists"]
pub struct Unmatched {
    /// The tensors that the file lacks, in the network's order: they are what they were.
    pub missing: Vec<String>,
    /// The tensors of the file that nothing takes.
    pub unexpected: Vec<String>,
}

/// A network and whatever belongs to it, to be loaded from one file: see [`Bundle`].
#[derive(Debug)]
#[must_use = "nothing is loaded until `load` is called"]
pub struct BundleMut<'a, T> {
    parts: Result<Vec<Part<&'a mut [T]>>, TensorsError>,
    options: LoadOptions,
}

impl<'a, T: Scalar> BundleMut<'a, T> {
    /// These parameters under their own names.
    pub fn new<P: Parameters<T>>(network: &'a mut P) -> Self {
        Self { parts: part_mut(&Path::ROOT, network).map(|part| vec![part]), options: LoadOptions::new() }
    }

    /// Reads the file under the names and in the layout that the options tell.
    ///
    /// # Examples
    ///
    /// ```
    /// use static_nn::io::{Bundle, BundleMut, LoadOptions};
    /// use static_nn::{Dense, Parameters};
    ///
    /// let (first, last) = (Dense::<f32, 2, 3>::zeroed(), Dense::<f32, 3, 1>::zeroed());
    /// // The tensors `weight`, `bias`, `head.weight` and `head.bias`.
    /// let bytes = Bundle::new(&first).with("head", &last).to_bytes()?;
    ///
    /// let (mut first, mut last) = (first, last);
    /// let options = LoadOptions::new().rename("head", "last");
    /// BundleMut::new(&mut first).with("last", &mut last).options(options).read(&bytes)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn options(mut self, options: LoadOptions) -> Self {
        self.options = options;
        self
    }

    /// And these, their names behind `name` and a dot.
    pub fn with<P: Parameters<T>>(mut self, name: &str, parameters: &'a mut P) -> Self {
        self.parts = self.parts.and_then(|mut parts| {
            parts.push(part_mut(&Path::ROOT.join(name), parameters)?);
            Ok(parts)
        });
        self
    }

    /// Loads all of it from a safetensors file; on an error all is what it was.
    ///
    /// # Errors
    ///
    /// A [`LoadError`] if the file cannot be read, or is not exactly that of these parts.
    pub fn load(self, path: impl AsRef<FilePath>) -> Result<(), LoadError> {
        self.load_by(path.as_ref(), Self::read)
    }

    /// Loads of all of it what a safetensors file has, by name and shape, as [`load_some`](super::load_some) does; on
    /// an error all is what it was.
    ///
    /// # Errors
    ///
    /// A [`LoadError`] under the conditions of [`load_some`](super::load_some).
    pub fn load_some(self, path: impl AsRef<FilePath>) -> Result<Unmatched, LoadError> {
        self.load_by(path.as_ref(), Self::read_some)
    }

    fn load_by<V>(
        self,
        path: &FilePath,
        read: impl FnOnce(Self, &[u8]) -> Result<V, ReadError>,
    ) -> Result<V, LoadError> {
        let parts = self.parts.as_deref().unwrap_or_default();
        let bytes = bounded::read(path, parts.iter().map(|part| part.values.len()).sum(), 0)?;
        read(self, &bytes).map_err(|error| LoadError::Content { path: path.into(), error })
    }

    /// Reads all of it from the bytes of a safetensors file; on an error all is what it was.
    ///
    /// # Errors
    ///
    /// A [`ReadError`] if the bytes are not exactly the file of these parts.
    pub fn read(self, bytes: &[u8]) -> Result<(), ReadError> {
        read::read(&mut self.parts?, bytes, &self.options)
    }

    /// Reads of all of it what the bytes of a safetensors file have, as [`load_some`](super::load_some) does; on an
    /// error all is what it was.
    ///
    /// # Errors
    ///
    /// A [`ReadError`] under the conditions of [`load_some`](super::load_some).
    pub fn read_some(self, bytes: &[u8]) -> Result<Unmatched, ReadError> {
        read::some(&mut self.parts?, bytes, &self.options)
    }
}

fn part<'a, T: Scalar, P: Parameters<T>>(name: &Path<'_>, parameters: &'a P) -> Result<Part<&'a [T]>, TensorsError> {
    Ok(Part { slots: layout::slots(Layout::of::<T, P>(), name)?, values: parameters.as_slice() })
}

fn part_mut<'a, T: Scalar, P: Parameters<T>>(
    name: &Path<'_>,
    parameters: &'a mut P,
) -> Result<Part<&'a mut [T]>, TensorsError> {
    Ok(Part { slots: layout::slots(Layout::of::<T, P>(), name)?, values: parameters.as_mut_slice() })
}
