//! Layers of training alone, each with the number that says how much of it.

use super::{Asks, Called, Entry, Joins, Range, Setting, Sizes, Takes, Value};

const fn noise(name: &'static str, settings: &'static [Setting]) -> Entry {
    Entry {
        name,
        sizes: Sizes::None,
        takes: Takes::Any,
        gives: |given| given.input.clone(),
        settings,
        called: Called::InTraining,
        joins: Joins::Nothing,
        asks: Asks::Nothing,
        weights: None,
    }
}

pub(super) const LAYERS: &[Entry] = &[
    noise("Dropout", &[Setting { key: "p", value: Value::Within(0.5, Range::BelowOne) }]),
    noise("GaussianNoise", &[Setting { key: "deviation", value: Value::Within(0.1, Range::NotNegative) }]),
];
