//! Layers of sequences: recurrent ones, attention, and those that make a vector of all steps.

use super::image::BIAS;
use super::requirement::{At, Fault, Holds, Requirement};
use super::setting::Default;
use super::window::one;
use super::{Asks, Entry, Generic, Given, Level, Order, PLAIN, Setting, Sizes, Takes, Tensor, Value, Weights};
use crate::sizes::{Shape, Size};

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
            ahead: |given, _| (given.number("bidirectional", 0).known() == Some(2)).then_some("BothDirections"),
            weights: Some(Weights { tensors: tensors!($gates), macs: |given| macs(given, $gates), learns: true }),
            ..PLAIN
        }
    };
}

/// What an `Rnn` does with its sums, and the library's type for that.
const NONLINEARITY: Setting =
    Setting { key: "nonlinearity", value: Value::Kind(&[("tanh", "Rnn"), ("relu", "ReluRnn")]) };

/// Whether a step sees none behind it, and the library's type for that.
const CAUSAL: Setting =
    Setting { key: "causal", value: Value::Kind(&[("false", "SelfAttention"), ("true", "CausalSelfAttention")]) };

/// The heads divide the features.
fn heads(given: &Given<'_>) -> Vec<Requirement> {
    let (heads, features) = (given.number("heads", 0), given.features());
    vec![Requirement {
        at: At::Setting("heads", 0),
        holds: Holds::Divides(heads.clone(), features.clone()),
        fault: Fault::HeadsOfFeatures,
        numbers: vec![heads, features],
        axis: 1,
    }]
}

/// A tensor that is always there.
const fn weight(name: &'static str, dims: fn(&Given<'_>) -> Vec<Size>) -> Tensor {
    Tensor { name, dims, order: Order::ColumnMajor, switch: None, level: Level::ONLY }
}

const ATTENTION: Entry = Entry {
    name: "SelfAttention",
    takes: Takes::Sequence,
    generics: |given| {
        let sizes = [given.features(), given.features().times(3), given.number("heads", 0)].map(Generic::Size);
        sizes.into_iter().chain([Generic::Input]).collect()
    },
    requires: heads,
    settings: &[
        one("heads", 1, Default::Needed(4)),
        CAUSAL,
        // Of both products.
        Setting { key: "bias", value: Value::Switch { off: &["NoBias", "NoBias"] } },
    ],
    asks: Asks::For("Linear"),
    ahead: |_, library| Some(if library == "SelfAttention" { "AllSteps" } else { "EveryStepBefore" }),
    weights: Some(Weights {
        tensors: &[
            weight("in_proj_weight", |given| vec![given.features().times(3), given.features()]),
            bias("in_proj_bias", Level::ONLY, |given| vec![given.features().times(3)]),
            weight("out_proj.weight", |given| vec![given.features(), given.features()]),
            bias("out_proj.bias", Level::ONLY, |given| vec![given.features()]),
        ],
        macs: |given| {
            let sums = Size::sum([given.features().times(4), given.steps().times(2)]);
            Size::product([given.steps(), given.features(), sums])
        },
        learns: true,
    }),
    ..PLAIN
};

/// Whether what is added to each step is learned: a layer with parameters, or one without.
const LEARNED: Setting = Setting {
    key: "learned",
    value: Value::Entry(&[("false", "PositionalEncoding"), ("true", "LearnedPositionalEncoding")]),
};

const LEARNED_PLACES: Entry = Entry {
    name: "LearnedPositionalEncoding",
    takes: Takes::Sequence,
    settings: &[LEARNED],
    ahead: |_, _| Some("PlaceInTheSequence"),
    generics: |given| vec![Generic::Size(given.steps()), Generic::Size(given.features()), Generic::Input],
    weights: Some(Weights {
        tensors: &[weight("weight", |given| vec![given.steps(), given.features()])],
        macs: |_| Size::Known(0),
        learns: true,
    }),
    ..PLAIN
};

/// One that makes a vector of all steps.
const fn over_time(name: &'static str) -> Entry {
    Entry { name, takes: Takes::Sequence, gives: |given| Shape::vector(given.features()), ..PLAIN }
}

pub(super) const LAYERS: &[Entry] = &[
    recurrent!("Lstm", 4, &[LAYERS_SETTING, BIDIRECTIONAL, BIAS]),
    recurrent!("Gru", 3, &[LAYERS_SETTING, BIDIRECTIONAL, BIAS]),
    recurrent!("Rnn", 1, &[NONLINEARITY, LAYERS_SETTING, BIDIRECTIONAL, BIAS]),
    ATTENTION,
    Entry {
        name: "PositionalEncoding",
        takes: Takes::Sequence,
        settings: &[LEARNED],
        ahead: |_, _| Some("PlaceInTheSequence"),
        ..PLAIN
    },
    LEARNED_PLACES,
    over_time("Last"),
    Entry { ahead: |_, _| Some("AllSteps"), ..over_time("MeanOverTime") },
    Entry { ahead: |_, _| Some("AllSteps"), ..over_time("MaxOverTime") },
];
