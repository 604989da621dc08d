//! The table in which words are looked up.

use super::requirement::{At, Fault, Holds, Requirement};
use super::{Asks, Entry, Generic, Given, Level, Order, PLAIN, Sizes, Takes, Tensor, Weights};
use crate::sizes::{Shape, Size};

/// The number of words, among the whole numbers of a layer.
pub(crate) const WORDS: &str = "vocabulary";

/// The most words: an `f32` counts so far.
const MOST_WORDS: u64 = 1 << 24;

fn words(given: &Given<'_>) -> Size {
    given.number(WORDS, 0)
}

pub(super) const LAYERS: &[Entry] = &[Entry {
    name: "Embedding",
    sizes: Sizes::Table,
    takes: Takes::Vector,
    gives: |given| Shape::Dims(vec![given.inputs(), given.outputs()]),
    generics: |given| {
        let sizes = [words(given), given.outputs(), given.inputs()].map(Generic::Size);
        sizes.into_iter().chain([Generic::Output]).collect()
    },
    requires: |given| {
        vec![Requirement {
            at: At::Setting(WORDS, 0),
            holds: Holds::AtMost(words(given), Size::Known(MOST_WORDS)),
            fault: Fault::Words,
            numbers: vec![words(given)],
            axis: 1,
        }]
    },
    asks: Asks::Nothing,
    weights: Some(Weights {
        tensors: &[Tensor {
            name: "weight",
            dims: |given| vec![words(given), given.outputs()],
            order: Order::RowMajor,
            switch: None,
            level: Level::ONLY,
        }],
        macs: |_| Size::Known(0),
        learns: true,
    }),
    ..PLAIN
}];
