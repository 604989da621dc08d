//! The table of the built-in layers.

use super::{Asks, Entry, Gives, Joins, Range, Setting, Side, Sizes, Takes, Tensor, Value, Weights};

const fn activation(name: &'static str) -> Entry {
    Entry {
        name,
        sizes: Sizes::None,
        takes: Takes::Any,
        gives: Gives::Same,
        moves_nothing: false,
        trains_only: false,
        has_memory: false,
        draws: false,
        coupled: false,
        takes_in: None,
        joins: Joins::Last { slope_from_output: false },
        // Most are rectifiers of some kind.
        asks: Asks::For("Relu"),
        settings: &[],
        weights: None,
    }
}

/// An activation whose slope its output tells.
const fn activation_by_output(name: &'static str) -> Entry {
    Entry { joins: Joins::Last { slope_from_output: true }, ..activation(name) }
}

const fn activation_with(name: &'static str, settings: &'static [Setting]) -> Entry {
    Entry { settings, ..activation(name) }
}

/// A normalisation with `EPS` as the first setting of its type.
const fn norm(name: &'static str, settings: &'static [Setting], weights: Weights) -> Entry {
    Entry {
        sizes: Sizes::Taken,
        takes: Takes::Vector,
        has_memory: true,
        joins: Joins::Nothing,
        asks: Asks::Nothing,
        weights: Some(weights),
        ..activation_with(name, settings)
    }
}

/// A tensor with one number for each value.
const fn of_values(name: &'static str) -> Tensor {
    Tensor { name, dims: &[Side::Inputs], unless: None }
}

/// A layer of training alone, with the number that says how much of it.
const fn noise(name: &'static str, settings: &'static [Setting]) -> Entry {
    Entry {
        trains_only: true,
        has_memory: true,
        draws: true,
        joins: Joins::Nothing,
        asks: Asks::Nothing,
        ..activation_with(name, settings)
    }
}

/// Every built-in layer.
pub(crate) const LAYERS: &[Entry] = &[
    Entry {
        sizes: Sizes::Outputs,
        takes: Takes::Vector,
        gives: Gives::Stated,
        takes_in: Some("BatchNorm"),
        joins: Joins::Next,
        asks: Asks::For("Linear"),
        settings: &[Setting { key: "bias", value: Value::Switch { off: "NoBias" } }],
        weights: Some(Weights {
            parameters: |inputs, outputs, bias| {
                inputs.checked_mul(outputs)?.checked_add(if bias { outputs } else { 0 })
            },
            macs: u64::checked_mul,
            tensors: &[
                Tensor { name: "weight", dims: &[Side::Outputs, Side::Inputs], unless: None },
                Tensor { name: "bias", dims: &[Side::Outputs], unless: Some("NoBias") },
            ],
        }),
        ..activation("Dense")
    },
    Entry {
        gives: Gives::Flat,
        moves_nothing: true,
        joins: Joins::Nothing,
        asks: Asks::Nothing,
        ..activation("Flatten")
    },
    Entry { moves_nothing: true, joins: Joins::Nothing, asks: Asks::Nothing, ..activation("Identity") },
    activation_by_output("Relu"),
    Entry {
        asks: Asks::WithSettings("LeakyRelu"),
        ..activation_with("LeakyRelu", &[Setting { key: "slope", value: Value::Number(0.01) }])
    },
    activation_with("Elu", &[Setting { key: "alpha", value: Value::Number(1.0) }]),
    activation_with(
        "Gelu",
        &[Setting { key: "approximate", value: Value::Word(&[("none", "exact"), ("tanh", "tanh")]) }],
    ),
    activation("Silu"),
    Entry { asks: Asks::For("Sigmoid"), ..activation_by_output("Sigmoid") },
    Entry { asks: Asks::For("Tanh"), ..activation_by_output("Tanh") },
    activation("Softplus"),
    Entry { asks: Asks::For("Sigmoid"), ..activation("HardSigmoid") },
    Entry { asks: Asks::For("Tanh"), ..activation("HardTanh") },
    Entry { takes: Takes::Vector, joins: Joins::Nothing, asks: Asks::For("Linear"), ..activation("Softmax") },
    Entry { takes: Takes::Vector, joins: Joins::Nothing, asks: Asks::For("Linear"), ..activation("LogSoftmax") },
    Entry { asks: Asks::For("Linear"), ..activation("Step") },
    noise("Dropout", &[Setting { key: "p", value: Value::Within(0.5, Range::BelowOne) }]),
    Entry {
        has_memory: false,
        ..noise("GaussianNoise", &[Setting { key: "deviation", value: Value::Within(0.1, Range::NotNegative) }])
    },
    norm(
        "LayerNorm",
        &[Setting { key: "eps", value: Value::Within(1e-5, Range::Positive) }],
        Weights {
            parameters: |values, _, _| values.checked_mul(2),
            macs: |values, _| values.checked_mul(3),
            tensors: &[of_values("weight"), of_values("bias")],
        },
    ),
    norm(
        "RmsNorm",
        &[Setting { key: "eps", value: Value::Within(f32::EPSILON as f64, Range::Positive) }],
        Weights {
            parameters: |values, _, _| Some(values),
            macs: |values, _| values.checked_mul(2),
            tensors: &[of_values("weight")],
        },
    ),
    Entry {
        coupled: true,
        ..norm(
            "BatchNorm",
            &[
                Setting { key: "eps", value: Value::Within(1e-5, Range::Positive) },
                Setting { key: "momentum", value: Value::Within(0.1, Range::Fraction) },
            ],
            Weights {
                parameters: |values, _, _| values.checked_mul(4),
                macs: |values, _| Some(values),
                tensors: &[of_values("weight"), of_values("bias"), of_values("running_mean"), of_values("running_var")],
            },
        )
    },
];
