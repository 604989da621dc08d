//! Layers of sequences: recurrent ones, and those that make a vector of all steps.

use super::image::BIAS;
use super::{Asks, Entry, Generic, Given, Order, PLAIN, Setting, Sizes, Takes, Tensor, Value, Weights};
use crate::sizes::{Rank, Shape, Size};

/// What a step comes from: what comes in, and what came out of the step before.
const fn product(name: &'static str, dims: fn(&Given<'_>) -> Vec<Size>) -> Tensor {
    Tensor { name, dims, order: Order::ColumnMajor, switch: None }
}

const fn bias(name: &'static str, dims: fn(&Given<'_>) -> Vec<Size>) -> Tensor {
    Tensor { name, dims, order: Order::RowMajor, switch: Some("bias") }
}

/// A recurrent layer whose cell has so many gates for each unit.
macro_rules! recurrent {
    ($name:literal, $gates:literal, $settings:expr) => {
        Entry {
            name: $name,
            sizes: Sizes::Outputs,
            takes: Takes::Sequence,
            gives: |given| Shape::Dims(vec![given.steps(), given.outputs()]),
            generics: |given| {
                let sizes = [given.features(), given.outputs(), given.outputs().times($gates)].map(Generic::Size);
                sizes.into_iter().chain([Generic::Input, Generic::Output]).collect()
            },
            settings: $settings,
            asks: Asks::For("Linear"),
            weights: Some(Weights {
                tensors: &[
                    product("weight_ih_l0", |given| vec![given.outputs().times($gates), given.features()]),
                    bias("bias_ih_l0", |given| vec![given.outputs().times($gates)]),
                    product("weight_hh_l0", |given| vec![given.outputs().times($gates), given.outputs()]),
                    bias("bias_hh_l0", |given| vec![given.outputs().times($gates)]),
                ],
                macs: |given| {
                    let inputs = Size::sum([given.features(), given.outputs()]);
                    Size::product([given.steps(), given.outputs().times($gates), inputs])
                },
                learns: true,
            }),
            ..PLAIN
        }
    };
}

/// What an `Rnn` does with its sums, and the library's type for that.
const NONLINEARITY: Setting =
    Setting { key: "nonlinearity", value: Value::Kind(&[("tanh", "Rnn"), ("relu", "ReluRnn")]) };

/// One that makes a vector of all steps.
const fn over_time(name: &'static str) -> Entry {
    Entry { name, takes: Takes::Sequence, gives: |given| Shape::vector(given.input.extent(Rank::Sequence, 1)), ..PLAIN }
}

pub(super) const LAYERS: &[Entry] = &[
    recurrent!("Lstm", 4, &[BIAS]),
    recurrent!("Gru", 3, &[BIAS]),
    recurrent!("Rnn", 1, &[NONLINEARITY, BIAS]),
    over_time("Last"),
    over_time("MeanOverTime"),
    over_time("MaxOverTime"),
];
