//! Normalisations. The settings of those with parameters are const arguments of their types.

use super::image::divides;
use super::requirement::Fault;
use super::setting::{Default, Many, Whole};
use super::window::one;
use super::{Entry, Generic, Given, Level, Order, PLAIN, Range, Setting, Sizes, Takes, Tensor, Value, Weights};
use crate::sizes::{IMAGE, SEQUENCE, Shape, Size};

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
    Tensor { name, dims: |given| vec![given.inputs()], order: Order::RowMajor, switch: None, level: Level::ONLY }
}

/// A tensor with one number for each channel of an image, each feature of a sequence, or each value of a vector.
const fn of_channels(name: &'static str) -> Tensor {
    Tensor { name, dims: |given| vec![channels(given)], order: Order::RowMajor, switch: None, level: Level::ONLY }
}

/// A tensor of the extents that come in.
const fn of_extents(name: &'static str) -> Tensor {
    let dims: fn(&Given<'_>) -> Vec<Size> = |given| match given.input {
        Shape::Dims(sizes) => sizes.clone(),
        Shape::Words(..) | Shape::Custom(_) => vec![given.inputs()],
    };
    Tensor { name, dims, order: Order::RowMajor, switch: None, level: Level::ONLY }
}

fn channels(given: &Given<'_>) -> Size {
    match given.input.rank() {
        Some(IMAGE) => given.extent(0),
        Some(SEQUENCE) => given.features(),
        _ => given.inputs(),
    }
}

/// `N` of a vector; for another shape all settings and that shape behind the number that is counted.
fn sized(given: &Given<'_>, size: Size) -> Vec<Generic> {
    let mut generics = vec![Generic::Size(size)];
    if matches!(given.input.rank(), Some(IMAGE | SEQUENCE)) {
        generics.extend([Generic::Numbers, Generic::Input]);
    }
    generics
}

const fn eps(default: f64) -> Setting {
    Setting { key: "eps", value: Value::Within(default, Range::Positive) }
}

pub(super) const LAYERS: &[Entry] = &[
    Entry {
        takes: Takes::VectorOrImage,
        generics: |given| sized(given, given.inputs()),
        ..norm(
            "LayerNorm",
            &[eps(1e-5)],
            Weights {
                tensors: &[of_extents("weight"), of_extents("bias")],
                macs: |given| given.inputs().times(3),
                learns: true,
            },
        )
    },
    norm(
        "RmsNorm",
        &[eps(f32::EPSILON as f64)],
        Weights { tensors: &[of_values("weight")], macs: |given| given.inputs().times(2), learns: true },
    ),
    Entry {
        takes: Takes::Channels,
        generics: |given| sized(given, channels(given)),
        ..norm(
            "BatchNorm",
            &[eps(1e-5), Setting { key: "momentum", value: Value::Within(0.1, Range::Fraction) }],
            Weights {
                tensors: &[
                    of_channels("weight"),
                    of_channels("bias"),
                    of_channels("running_mean"),
                    of_channels("running_var"),
                ],
                macs: |given| given.inputs(),
                learns: true,
            },
        )
    },
    Entry {
        sizes: Sizes::Setting("groups"),
        takes: Takes::Image,
        generics: |given| {
            let sizes = [given.extent(0), given.number("groups", 0)].map(Generic::Size);
            std::iter::once(Generic::Input).chain(sizes).chain([Generic::Numbers]).collect()
        },
        requires: |given| vec![divides(given, given.extent(0), Fault::GroupsOfChannels)],
        ..norm(
            "GroupNorm",
            &[one("groups", 1, Default::Needed(4)), eps(1e-5)],
            Weights {
                tensors: &[of_channels("weight"), of_channels("bias")],
                macs: |given| given.inputs().times(3),
                learns: true,
            },
        )
    },
    Entry {
        name: "LocalResponseNorm",
        sizes: Sizes::Setting("size"),
        takes: Takes::Image,
        settings: &[
            Setting {
                key: "size",
                value: Value::Whole(Whole {
                    many: Many::One,
                    least: 1,
                    default: Default::Needed(5),
                    same: false,
                    called: true,
                }),
            },
            Setting { key: "alpha", value: Value::Within(1e-4, Range::NotNegative) },
            Setting { key: "beta", value: Value::Within(0.75, Range::NotNegative) },
            Setting { key: "k", value: Value::Within(1.0, Range::Positive) },
        ],
        ..PLAIN
    },
    norm(
        "Standardize",
        &[],
        Weights { tensors: &[of_values("mean"), of_values("scale")], macs: |given| given.inputs(), learns: false },
    ),
];
