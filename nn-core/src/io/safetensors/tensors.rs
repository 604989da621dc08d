//! Parameters and numbers of any kind in one file: a training run that goes on another day.
//!
//! Names of tensors that are none of the network's begin with `@`, which no field's name does. So such a file is also that of its
//! network: whoever reads only that passes over them.

use std::borrow::Cow;
use std::collections::HashMap;
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use ::safetensors::SafeTensors;
use ::safetensors::tensor::{Dtype, View};

use super::layout::{self, Layout};
use super::write::Rows;
use super::{ReadError, WriteError, header, read};
use crate::parameters::Path;
use crate::scalar::Scalar;

/// The key of the text in the file's metadata.
const TEXT: &str = "static-nn";

/// The tensors of a file that is being put together.
#[derive(Default)]
pub(crate) struct Tensors {
    tensors: Vec<(String, Tensor)>,
}

struct Tensor {
    dtype: Dtype,
    dims: Vec<usize>,
    bytes: Vec<u8>,
}

impl View for &Tensor {
    fn dtype(&self) -> Dtype {
        self.dtype
    }

    fn shape(&self) -> &[usize] {
        &self.dims
    }

    fn data(&self) -> Cow<'_, [u8]> {
        Cow::Borrowed(&self.bytes)
    }

    fn data_len(&self) -> usize {
        self.bytes.len()
    }
}

impl Tensors {
    /// A value for each parameter, the tensors' names behind `name`.
    pub(crate) fn parameters<T: Scalar>(
        &mut self,
        layout: Layout,
        name: &Path<'_>,
        values: &[T],
    ) -> Result<(), WriteError> {
        for slot in layout::slots(layout, name)? {
            let rows = Rows { slot: &slot, values: &values[slot.range.clone()] };
            let (dtype, bytes) = (rows.dtype(), rows.data().into_owned());
            self.tensors.push((slot.name, Tensor { dtype, dims: slot.dims, bytes }));
        }
        Ok(())
    }

    /// Rows of numbers.
    pub(crate) fn numbers<const COLUMNS: usize>(&mut self, name: &str, rows: &[[f64; COLUMNS]]) {
        let bytes = rows.as_flattened().iter().flat_map(|number| number.to_le_bytes()).collect();
        let dims = Vec::from([rows.len(), COLUMNS]);
        self.tensors.push((name.to_string(), Tensor { dtype: Dtype::F64, dims, bytes }));
    }

    /// Numbers of these extents, all of them finite.
    pub(crate) fn singles(&mut self, name: &str, dims: Vec<usize>, values: &[f32]) -> Result<(), WriteError> {
        if let Some((index, value)) = values.iter().enumerate().find(|(_, value)| !value.is_finite()) {
            let width = values.len() / dims[0];
            let (tensor, index, value) =
                (name.to_string(), Vec::from([index / width, index % width]), f64::from(*value));
            return Err(WriteError::NotFinite { tensor, index, value });
        }
        let bytes = values.iter().flat_map(|value| value.to_le_bytes()).collect();
        self.tensors.push((name.to_string(), Tensor { dtype: Dtype::F32, dims, bytes }));
        Ok(())
    }

    /// A whole number.
    pub(crate) fn count(&mut self, name: &str, count: u64) {
        let bytes = count.to_le_bytes().to_vec();
        self.tensors.push((name.to_string(), Tensor { dtype: Dtype::U64, dims: Vec::from([1]), bytes }));
    }

    /// The bytes of the file. Equal tensors and texts give equal bytes.
    pub(crate) fn to_bytes(&self, text: &str) -> Result<Vec<u8>, WriteError> {
        let metadata = HashMap::from([(TEXT.to_string(), text.to_string())]);
        ::safetensors::serialize(self.tensors.iter().map(|(name, tensor)| (name, tensor)), Some(metadata))
            .map_err(|error| WriteError::Header { reason: error.to_string() })
    }
}

/// The tensors of a file that has been read.
pub(crate) struct Opened<'a> {
    file: SafeTensors<'a>,
    text: Option<String>,
}

impl<'a> Opened<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let file = header::open(bytes)?;
        let metadata = SafeTensors::read_metadata(bytes).ok().and_then(|(_, header)| header.metadata().clone());
        Ok(Self { file, text: metadata.and_then(|mut metadata| metadata.remove(TEXT)) })
    }

    /// The text that was written with the tensors, if the file is a file.
    pub(crate) fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.file.tensor(name).is_ok()
    }

    /// A value for each parameter, the tensors' names behind `name`.
    pub(crate) fn parameters<T: Scalar>(
        &self,
        layout: Layout,
        name: &Path<'_>,
        values: &mut [T],
    ) -> Result<(), ReadError> {
        read::copy(&layout::slots(layout, name)?, &self.file, values)
    }

    /// Rows of numbers.
    pub(crate) fn numbers<const COLUMNS: usize>(&self, name: &str) -> Result<Vec<[f64; COLUMNS]>, ReadError> {
        let (dims, bytes) = self.tensor(name, Dtype::F64)?;
        if dims.len() != 2 || dims[1] != COLUMNS {
            let expected = Vec::from([dims.first().copied().unwrap_or(0), COLUMNS]);
            return Err(ReadError::Shape { tensor: name.to_string(), expected, found: dims });
        }
        let numbers: Vec<f64> = bytes.as_chunks().0.iter().map(|bytes| f64::from_le_bytes(*bytes)).collect();
        Ok(numbers.as_chunks().0.to_vec())
    }

    /// A whole number.
    pub(crate) fn count(&self, name: &str) -> Result<u64, ReadError> {
        let (dims, bytes) = self.tensor(name, Dtype::U64)?;
        let number = bytes.try_into().map(u64::from_le_bytes);
        number.map_err(|_| ReadError::Shape { tensor: name.to_string(), expected: Vec::from([1]), found: dims })
    }

    fn tensor(&self, name: &str, dtype: Dtype) -> Result<(Vec<usize>, &'a [u8]), ReadError> {
        let tensor = || name.to_string();
        let missing = |_| ReadError::Missing { tensor: tensor(), nearest: None, unused: Vec::new() };
        let view = self.file.tensor(name).map_err(missing)?;
        if view.dtype() != dtype {
            let reason = format!("`{name}` is made of {}, expected {dtype}", view.dtype());
            return Err(ReadError::Header { reason });
        }
        Ok((view.shape().to_vec(), view.data()))
    }
}
