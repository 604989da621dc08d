//! Layers that change nothing but the shape, or not even that.

use super::{Called, Entry, FLATTEN, Given, PLAIN};
use crate::sizes::{SEQUENCE, Shape};

const IDENTITY: Entry = Entry { name: "Identity", called: Called::Never, ..PLAIN };

/// Of a sequence it makes something else.
pub(super) fn other_shape(given: &Given<'_>, _: &str) -> Option<&'static str> {
    (given.input.rank() == Some(SEQUENCE)).then_some("OtherShape")
}

pub(super) const LAYERS: &[Entry] =
    &[Entry { name: FLATTEN, gives: |given| Shape::vector(given.inputs()), ahead: other_shape, ..IDENTITY }, IDENTITY];
