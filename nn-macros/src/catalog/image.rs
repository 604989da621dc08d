//! Layers that put a window over an image: convolutions and pools. What else changes the extents of an image is in `resize`.

use super::requirement::{At, Extent, Fault, Holds, Requirement};
use super::setting::{Default, Many};
use super::window::{Window, fits, one, padding_or_same, same_without_stride, two};
use super::{Asks, Entry, Generic, Given, Joins, Level, Order, PLAIN, Setting, Sizes, Takes, Tensor, Value, Weights};
use crate::sizes::{Rule, Shape, Size};

pub(super) const KERNEL: Setting = two("kernel", 1, Default::Needed(3));
pub(super) const STRIDE: Setting = two("stride", 1, Default::Number(1));
const POOL_KERNEL: Setting = two("kernel", 1, Default::Needed(2));
/// A pool strides by its kernel.
const POOL_STRIDE: Setting = two("stride", 1, Default::Of("kernel"));
/// Whether a mean counts what lies outside.
pub(super) const COUNT_PADDING: Setting = Setting { key: "count_padding", value: Value::Flag(true) };
pub(super) const PADDING: Setting = two("padding", 0, Default::Number(0));
pub(super) const DILATION: Setting = two("dilation", 1, Default::Number(1));
pub(super) const GROUPS: Setting = one("groups", 1, Default::Number(1));
pub(super) const BIAS: Setting = Setting { key: "bias", value: Value::Switch { off: &["NoBias"] } };

fn windows(given: &Given<'_>) -> [Window; 2] {
    Extent::BOTH.map(|extent| Window::of(given, extent))
}

/// An image of so many channels, as the windows make it.
fn image(given: &Given<'_>, channels: Size) -> Shape {
    let [rows, columns] = windows(given).map(|window| window.count());
    Shape::Dims(vec![channels, rows, columns])
}

/// The library's type of the window.
pub(super) fn window(given: &Given<'_>) -> Generic {
    let [rows, columns] = windows(given);
    let pair = |of: fn(&Window) -> &Size| [of(&rows).clone(), of(&columns).clone()];
    let [kernel, stride] = [pair(|window| &window.kernel), pair(|window| &window.stride)];
    let [padding, dilation] = [pair(|window| &window.padding), pair(|window| &window.dilation)];
    let sizes = [kernel, stride, padding, dilation].into_iter().flatten().collect();
    Generic::Window { library: "Window", sizes, defaults: &[1, 1, 0, 0, 1, 1] }
}

/// The groups divide these channels.
pub(super) fn divides(given: &Given<'_>, channels: Size, fault: Fault) -> Requirement {
    let groups = given.number("groups", 0);
    Requirement {
        at: At::Setting("groups", 0),
        holds: Holds::Divides(groups.clone(), channels.clone()),
        fault,
        numbers: vec![groups, channels],
        axis: 0,
    }
}

/// The groups divide the channels on both sides.
pub(super) fn groups(given: &Given<'_>) -> [Requirement; 2] {
    let of = "channels";
    let sides = [(given.extent(0), Fault::GroupsOfInputs { of }), (given.outputs(), Fault::GroupsOfOutputs { of })];
    sides.map(|(channels, fault)| divides(given, channels, fault))
}

fn conv_requires(given: &Given<'_>) -> Vec<Requirement> {
    let strides = same_without_stride(given, &Extent::BOTH);
    strides.into_iter().chain(fits(given, &Extent::BOTH)).chain(groups(given)).collect()
}

/// What must hold of the windows of a pool that go along `extents`.
pub(super) fn pool_requires(given: &Given<'_>, extents: &[Extent]) -> Vec<Requirement> {
    let paddings = extents.iter().map(|extent| {
        let extent = *extent;
        let Window { kernel, padding, .. } = Window::of(given, extent);
        let half = Size::rule(Rule::Quotient, vec![kernel.clone(), Size::Known(2)]);
        Requirement {
            at: At::Setting("padding", extent.place()),
            holds: Holds::AtMost(padding.clone().times(2), kernel.clone()),
            fault: Fault::Padding(extent),
            numbers: vec![padding, kernel, half],
            axis: extent.axis(),
        }
    });
    paddings.chain(fits(given, extents)).collect()
}

/// The channels of one group.
fn channels_of_a_group(given: &Given<'_>) -> Size {
    Size::rule(Rule::Quotient, vec![given.extent(0), given.number("groups", 0)])
}

fn patch(given: &Given<'_>) -> Size {
    Size::product([channels_of_a_group(given), given.number("kernel", 0), given.number("kernel", 1)])
}

const CONV: Entry = Entry {
    name: "Conv2d",
    sizes: Sizes::Outputs,
    takes: Takes::Image,
    gives: |given| image(given, given.outputs()),
    generics: |given| {
        let sizes = [given.outputs(), patch(given), given.number("groups", 0)].map(Generic::Size);
        [Generic::Input, Generic::Output, window(given)].into_iter().chain(sizes).collect()
    },
    requires: conv_requires,
    settings: &[KERNEL, STRIDE, padding_or_same(Many::Two), DILATION, GROUPS, BIAS],
    joins: Joins::Next { folds: &["BatchNorm"] },
    asks: Asks::For("Linear"),
    weights: Some(Weights {
        tensors: &[
            Tensor {
                name: "weight",
                dims: |given| {
                    let kernel = |i| given.number("kernel", i);
                    vec![given.outputs(), channels_of_a_group(given), kernel(0), kernel(1)]
                },
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
        macs: |given| {
            let [rows, columns] = windows(given).map(|window| window.count());
            Size::product([given.outputs(), rows, columns, patch(given)])
        },
        learns: true,
    }),
    ..PLAIN
};

const fn pool(name: &'static str, settings: &'static [Setting]) -> Entry {
    Entry {
        name,
        sizes: Sizes::Setting("kernel"),
        takes: Takes::Image,
        gives: |given| image(given, given.extent(0)),
        generics: |given| vec![Generic::Input, Generic::Output, window(given)],
        requires: |given| pool_requires(given, &Extent::BOTH),
        settings,
        ..PLAIN
    }
}

/// One that leaves a value of every channel.
const fn global(name: &'static str) -> Entry {
    Entry { name, takes: Takes::Image, gives: |given| Shape::vector(given.extent(0)), ..PLAIN }
}

pub(super) const LAYERS: &[Entry] = &[
    CONV,
    pool("MaxPool2d", &[POOL_KERNEL, POOL_STRIDE, PADDING, DILATION]),
    pool("AvgPool2d", &[POOL_KERNEL, POOL_STRIDE, PADDING, COUNT_PADDING]),
    global("GlobalAvgPool2d"),
    global("GlobalMaxPool2d"),
];
