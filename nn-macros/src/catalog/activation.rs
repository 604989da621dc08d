//! Layers that apply one function to every value, and those over all values that have no parameters either.

use super::{Asks, Entry, Joins, PLAIN, Setting, Takes, Value};

/// What the slope follows from, where backward has a choice.
const FROM_INPUT: Joins = Joins::Last { slope_from_output: false };
const FROM_OUTPUT: Joins = Joins::Last { slope_from_output: true };

/// Most are rectifiers of some kind; others say what they ask for.
const fn activation(name: &'static str, joins: Joins) -> Entry {
    Entry { name, joins, asks: Asks::For("Relu"), ..PLAIN }
}

/// One that looks at all values of a vector.
const fn of_a_vector(name: &'static str) -> Entry {
    Entry { takes: Takes::Vector, asks: Asks::For("Linear"), ..activation(name, Joins::Nothing) }
}

pub(super) const LAYERS: &[Entry] = &[
    activation("Relu", FROM_OUTPUT),
    Entry {
        settings: &[Setting { key: "slope", value: Value::Number(0.01) }],
        asks: Asks::WithSettings("LeakyRelu"),
        ..activation("LeakyRelu", FROM_INPUT)
    },
    Entry { settings: &[Setting { key: "alpha", value: Value::Number(1.0) }], ..activation("Elu", FROM_INPUT) },
    Entry {
        settings: &[Setting { key: "approximate", value: Value::Word(&[("none", "exact"), ("tanh", "tanh")]) }],
        ..activation("Gelu", FROM_INPUT)
    },
    activation("Silu", FROM_INPUT),
    activation("Mish", FROM_INPUT),
    Entry { asks: Asks::For("Sigmoid"), ..activation("Sigmoid", FROM_OUTPUT) },
    Entry { asks: Asks::For("Tanh"), ..activation("Tanh", FROM_OUTPUT) },
    activation("Softplus", FROM_INPUT),
    Entry { asks: Asks::For("Sigmoid"), ..activation("HardSigmoid", FROM_INPUT) },
    Entry { asks: Asks::For("Tanh"), ..activation("HardTanh", FROM_INPUT) },
    of_a_vector("Softmax"),
    of_a_vector("LogSoftmax"),
    Entry { asks: Asks::For("Linear"), ..activation("Step", FROM_INPUT) },
];
