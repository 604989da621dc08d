//! The fully connected layer.

use super::{Asks, Entry, Generic, Joins, Level, Order, PLAIN, Setting, Sizes, Takes, Tensor, Value, Weights};
use crate::sizes::{Shape, Size};

pub(super) const LAYERS: &[Entry] = &[Entry {
    name: "Dense",
    sizes: Sizes::Outputs,
    takes: Takes::Vector,
    gives: |given| Shape::vector(given.outputs()),
    generics: |given| [given.inputs(), given.outputs()].map(Generic::Size).into(),
    settings: &[Setting { key: "bias", value: Value::Switch { off: &["NoBias"] } }],
    joins: Joins::Next { folds: &["BatchNorm"] },
    asks: Asks::For("Linear"),
    weights: Some(Weights {
        tensors: &[
            Tensor {
                name: "weight",
                dims: |given| vec![given.outputs(), given.inputs()],
                order: Order::ColumnMajor,
                switch: None,
                level: Level::ONLY,
            },
            Tensor {
                name: "bias",
                dims: |given| vec![given.outputs()],
                order: Order::RowMajor,
                switch: Some("bias"),
                level: Level::ONLY,
            },
        ],
        macs: |given| Size::product([given.inputs(), given.outputs()]),
        learns: true,
    }),
    ..PLAIN
}];
