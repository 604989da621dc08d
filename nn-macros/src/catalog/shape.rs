//! Layers that change nothing but the shape, or not even that.

use super::{Asks, Called, Entry, FLATTEN, Joins, Sizes, Takes};
use crate::sizes::Shape;

const IDENTITY: Entry = Entry {
    name: "Identity",
    sizes: Sizes::None,
    takes: Takes::Any,
    gives: |given| given.input.clone(),
    settings: &[],
    called: Called::Never,
    joins: Joins::Nothing,
    asks: Asks::Nothing,
    weights: None,
};

pub(super) const LAYERS: &[Entry] =
    &[Entry { name: FLATTEN, gives: |given| Shape::vector(given.inputs()), ..IDENTITY }, IDENTITY];
