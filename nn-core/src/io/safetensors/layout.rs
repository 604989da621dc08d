//! Where each tensor of a network lies: its name, its extents, and its part of the run of parameters.

use std::collections::HashSet;
use std::ops::Range;
use std::string::{String, ToString};
use std::vec::Vec;

use super::TensorsError;
use crate::parameters::{Order, Parameters, Path, Role, Tensor, VisitTensors};
use crate::scalar::Scalar;

/// What the tensors of some type are, without the type: what works with it is compiled once for all networks of a program.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Layout {
    visit: VisitTensors,
    /// How many values there are.
    pub(crate) parameters: usize,
}

impl Layout {
    pub(crate) const fn of<T: Scalar, P: Parameters<T>>() -> Self {
        Self { visit: P::tensors, parameters: P::PARAMETERS }
    }
}

/// A [`Tensor`] that outlives the visit, and its place in the run of parameters.
#[derive(Debug)]
pub(super) struct Slot {
    pub(super) name: String,
    pub(super) dims: Vec<usize>,
    /// Its values among all parameters.
    pub(super) range: Range<usize>,
    order: Order,
    role: Role,
    fan_in: usize,
    fan_out: usize,
}

impl Slot {
    /// The place in the slot of the value that stands at `index` when the tensor is read row by row.
    pub(super) fn place(&self, index: usize) -> usize {
        self.tensor().place(index)
    }

    /// The extents' indices of the value that stands at `index` when the tensor is read row by row.
    pub(super) fn coordinates(&self, mut index: usize) -> Vec<usize> {
        let mut coordinates = self.dims.clone();
        for extent in coordinates.iter_mut().rev() {
            (index, *extent) = (index / *extent, index % *extent);
        }
        coordinates
    }

    fn tensor(&self) -> Tensor<'_> {
        let Self { ref dims, order, role, fan_in, fan_out, .. } = *self;
        Tensor { name: &Path::ROOT, dims, order, role, fan_in, fan_out }
    }
}

/// Some parameters, and where each of their tensors lies: what is written to a file, or read from one.
#[derive(Debug)]
pub(super) struct Part<V> {
    pub(super) slots: Vec<Slot>,
    pub(super) values: V,
}

/// The tensors, all of whose names begin with `name`, in the order of memory.
pub(super) fn slots(layout: Layout, name: &Path<'_>) -> Result<Vec<Slot>, TensorsError> {
    let mut slots = Vec::new();
    let mut end = 0;
    (layout.visit)(name, &mut |tensor| {
        let start = end;
        end += tensor.len();
        let &Tensor { name, dims, order, role, fan_in, fan_out } = tensor;
        slots.push(Slot {
            name: name.to_string(),
            dims: dims.to_vec(),
            range: start..end,
            order,
            role,
            fan_in,
            fan_out,
        });
    });
    if end != layout.parameters {
        return Err(TensorsError::Length { tensors: end, parameters: layout.parameters });
    }
    Ok(slots)
}

/// Checks that all tensors of a file have names of their own.
pub(super) fn check_names<V>(parts: &[Part<V>]) -> Result<(), TensorsError> {
    let mut names = HashSet::new();
    for Slot { name, .. } in parts.iter().flat_map(|part| &part.slots) {
        if name == "__metadata__" {
            return Err(TensorsError::ReservedName);
        }
        if !names.insert(name.as_str()) {
            return Err(TensorsError::DuplicateName { tensor: name.clone() });
        }
    }
    Ok(())
}
