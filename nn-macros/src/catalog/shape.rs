//! Layers that change nothing but the shape, or not even that.

use super::{Called, Entry, FLATTEN, PLAIN};
use crate::sizes::Shape;

const IDENTITY: Entry = Entry { name: "Identity", called: Called::Never, ..PLAIN };

pub(super) const LAYERS: &[Entry] =
    &[Entry { name: FLATTEN, gives: |given| Shape::vector(given.inputs()), ..IDENTITY }, IDENTITY];
