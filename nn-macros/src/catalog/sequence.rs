//! Layers of sequences: recurrent ones, and those that make a vector of all steps.

use super::image::BIAS;
use super::{Asks, Entry, Generic, Given, Level, Order, PLAIN, Setting, Sizes, Takes, Tensor, Value, Weights};
use crate::sizes::{Rank, Shape, Size};

/// How many layers of its kind may stand on each other: the library has names for the tensors of so many.
const LEVELS: u64 = 8;
const LAYERS_SETTING: Setting = Setting { key: "layers", value: Value::Count { most: LEVELS } };
const BIDIRECTIONAL: Setting = Setting { key: "bidirectional", value: Value::Twice };

/// What a step comes from: what comes in, and what came out of the step before.
const fn product(name: &'static str, level: Level, dims: fn(&Given<'_>) -> Vec<Size>) -> Tensor {
    Tensor { name, dims, order: Order::ColumnMajor, switch: None, level }
}

const fn bias(name: &'static str, level: Level, dims: fn(&Given<'_>) -> Vec<Size>) -> Tensor {
    Tensor { name, dims, order: Order::RowMajor, switch: Some("bias"), level }
}

/// The features that come to one of the layers that stand on each other: what the one below it makes.
fn inputs(given: &Given<'_>, below: u64) -> Size {
    if below == 0 { given.features() } else { made(given) }
}

/// The features that come out: those of both directions side by side.
fn made(given: &Given<'_>) -> Size {
    Size::product([given.outputs(), given.number("bidirectional", 0)])
}

/// The multiply-adds of all layers in all directions.
fn macs(given: &Given<'_>, gates: u64) -> Size {
    let levels = given.number("layers", 0).known().unwrap_or(1);
    let sums = (0..levels).map(|below| Size::sum([inputs(given, below), given.outputs()]));
    let directions = given.number("bidirectional", 0);
    Size::product([given.steps(), directions, given.outputs().times(gates), Size::sum(sums)])
}

/// The tensors of a recurrent layer whose cell has so many gates for each unit, for each layer below and each direction.
macro_rules! tensors {
    ($gates:literal: $($below:literal $is_reverse:literal $ending:literal,)*) => {
        &[$(
            product(
                concat!("weight_ih_l", $below, $ending),
                Level { below: $below, is_reverse: $is_reverse },
                |given| vec![given.outputs().times($gates), inputs(given, $below)],
            ),
            bias(
                concat!("bias_ih_l", $below, $ending),
                Level { below: $below, is_reverse: $is_reverse },
                |given| vec![given.outputs().times($gates)],
            ),
            product(
                concat!("weight_hh_l", $below, $ending),
                Level { below: $below, is_reverse: $is_reverse },
                |given| vec![given.outputs().times($gates), given.outputs()],
            ),
            bias(
                concat!("bias_hh_l", $below, $ending),
                Level { below: $below, is_reverse: $is_reverse },
                |given| vec![given.outputs().times($gates)],
            ),
        )*]
    };
    ($gates:literal) => {
        tensors!(
            $gates:
            0 false "", 0 true "_reverse", 1 false "", 1 true "_reverse", 2 false "", 2 true "_reverse",
            3 false "", 3 true "_reverse", 4 false "", 4 true "_reverse", 5 false "", 5 true "_reverse",
            6 false "", 6 true "_reverse", 7 false "", 7 true "_reverse",
        )
    };
}

/// A recurrent layer whose cell has so many gates for each unit.
macro_rules! recurrent {
    ($name:literal, $gates:literal, $settings:expr) => {
        Entry {
            name: $name,
            sizes: Sizes::Outputs,
            takes: Takes::Sequence,
            gives: |given| Shape::Dims(vec![given.steps(), made(given)]),
            generics: |given| {
                let sizes = [given.features(), given.outputs(), given.outputs().times($gates)].map(Generic::Size);
                sizes.into_iter().chain([Generic::Input, Generic::Output]).collect()
            },
            settings: $settings,
            asks: Asks::For("Linear"),
            weights: Some(Weights { tensors: tensors!($gates), macs: |given| macs(given, $gates), learns: true }),
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
    recurrent!("Lstm", 4, &[LAYERS_SETTING, BIDIRECTIONAL, BIAS]),
    recurrent!("Gru", 3, &[LAYERS_SETTING, BIDIRECTIONAL, BIAS]),
    recurrent!("Rnn", 1, &[NONLINEARITY, LAYERS_SETTING, BIDIRECTIONAL, BIAS]),
    over_time("Last"),
    over_time("MeanOverTime"),
    over_time("MaxOverTime"),
];
