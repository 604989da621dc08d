//! Normalisations, whose settings are const arguments of their types.

use super::{Entry, Generic, Order, PLAIN, Range, Setting, Takes, Tensor, Value, Weights};

const fn norm(name: &'static str, settings: &'static [Setting], weights: Weights) -> Entry {
    Entry {
        name,
        takes: Takes::Vector,
        generics: |given| vec![Generic::Size(given.inputs())],
        settings,
        weights: Some(weights),
        ..PLAIN
    }
}

/// A tensor with one number for each value.
const fn of_values(name: &'static str) -> Tensor {
    Tensor { name, dims: |given| vec![given.inputs()], order: Order::RowMajor, switch: None }
}

const fn eps(default: f64) -> Setting {
    Setting { key: "eps", value: Value::Within(default, Range::Positive) }
}

pub(super) const LAYERS: &[Entry] = &[
    norm(
        "LayerNorm",
        &[eps(1e-5)],
        Weights {
            tensors: &[of_values("weight"), of_values("bias")],
            macs: |given| given.inputs().times(3),
            learns: true,
        },
    ),
    norm(
        "RmsNorm",
        &[eps(f32::EPSILON as f64)],
        Weights { tensors: &[of_values("weight")], macs: |given| given.inputs().times(2), learns: true },
    ),
    norm(
        "BatchNorm",
        &[eps(1e-5), Setting { key: "momentum", value: Value::Within(0.1, Range::Fraction) }],
        Weights {
            tensors: &[of_values("weight"), of_values("bias"), of_values("running_mean"), of_values("running_var")],
            macs: |given| given.inputs(),
            learns: true,
        },
    ),
    norm(
        "Standardize",
        &[],
        Weights { tensors: &[of_values("mean"), of_values("scale")], macs: |given| given.inputs(), learns: false },
    ),
];
