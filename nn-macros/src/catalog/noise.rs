//! Layers of training alone, each with the number that says how much of it.

use super::{Called, Entry, PLAIN, Range, Setting, Takes, Value};

const fn noise(name: &'static str, settings: &'static [Setting]) -> Entry {
    Entry { name, settings, called: Called::InTraining, ..PLAIN }
}

const P: Setting = Setting { key: "p", value: Value::Within(0.5, Range::BelowOne) };

pub(super) const LAYERS: &[Entry] = &[
    noise("Dropout", &[P]),
    Entry { takes: Takes::Image, ..noise("Dropout2d", &[P]) },
    noise("GaussianNoise", &[Setting { key: "deviation", value: Value::Within(0.1, Range::NotNegative) }]),
];
