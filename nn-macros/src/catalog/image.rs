//! Layers that put a window over an image: convolutions and pools. What else changes the extents of an image is in `resize`.

use super::requirement::{At, Extent, Fault, Holds, Requirement};
use super::setting::{Default, Many, Whole};
use super::{Asks, Entry, Generic, Given, Joins, Level, Order, PLAIN, Setting, Sizes, Takes, Tensor, Value, Weights};
use crate::sizes::{Rule, Shape, Size};

pub(super) const fn two(key: &'static str, least: u64, default: Default) -> Setting {
    Setting { key, value: Value::Whole(Whole { many: Many::Two, least, default, same: false, called: false }) }
}

pub(super) const fn one(key: &'static str, default: Default) -> Setting {
    Setting { key, value: Value::Whole(Whole { many: Many::One, least: 1, default, same: false, called: false }) }
}

pub(super) const KERNEL: Setting = two("kernel", 1, Default::Needed(3));
pub(super) const STRIDE: Setting = two("stride", 1, Default::Number(1));
const POOL_KERNEL: Setting = two("kernel", 1, Default::Needed(2));
/// A pool strides by its kernel.
const POOL_STRIDE: Setting = two("stride", 1, Default::Of("kernel"));
pub(super) const PADDING: Setting = two("padding", 0, Default::Number(0));
const PADDING_OR_SAME: Setting = Setting {
    key: "padding",
    value: Value::Whole(Whole { many: Many::Two, least: 0, default: Default::Number(0), same: true, called: false }),
};
pub(super) const DILATION: Setting = two("dilation", 1, Default::Number(1));
pub(super) const GROUPS: Setting = one("groups", Default::Number(1));
pub(super) const BIAS: Setting = Setting { key: "bias", value: Value::Switch { off: "NoBias" } };

/// The window of one extent.
struct Window {
    x: Size,
    kernel: Size,
    stride: Size,
    padding: Size,
    dilation: Size,
    is_same: bool,
}

impl Window {
    fn of(given: &Given<'_>, extent: Extent) -> Self {
        let number = |key| given.number(key, extent.place());
        let (kernel, dilation, is_same) = (number("kernel"), number("dilation"), given.is_same("padding"));
        let padding =
            if is_same { Size::rule(Rule::Same, vec![kernel.clone(), dilation.clone()]) } else { number("padding") };
        Self { x: given.extent(extent.axis()), kernel, stride: number("stride"), padding, dilation, is_same }
    }

    /// How many windows fit.
    fn count(&self) -> Size {
        if self.is_same {
            return self.x.clone();
        }
        let Self { x, kernel, stride, padding, dilation, .. } = self;
        Size::rule(Rule::Window, [x, kernel, stride, padding, dilation].map(Clone::clone).to_vec())
    }

    fn covered(&self) -> Size {
        Size::rule(Rule::Covered, vec![self.kernel.clone(), self.dilation.clone()])
    }

    /// The values of the image with its padding.
    fn padded(&self) -> Size {
        Size::sum([self.x.clone(), self.padding.clone().times(2)])
    }
}

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
    let ([a, b], [c, d], [e, f], [g, h]) = (kernel, stride, padding, dilation);
    Generic::Window(Box::new([a, b, c, d, e, f, g, h]))
}

/// Whether some rows or columns are in no window, for the table of layers.
pub(crate) fn leaves_out(entry: &Entry, given: &Given<'_>) -> bool {
    let has = |key| entry.settings.iter().any(|setting| setting.key == key);
    let is_window = has("stride") && !has("output_padding");
    let left = |window: Window| {
        let left = window.padded().known()?.checked_sub(window.covered().known()?)?;
        Some(!window.is_same && !left.is_multiple_of(window.stride.known()?.max(1)))
    };
    is_window && windows(given).into_iter().any(|window| left(window) == Some(true))
}

/// The kernel fits the image.
fn fits(given: &Given<'_>) -> Vec<Requirement> {
    let extents: &[Extent] = if given.is_same("padding") { &[] } else { &Extent::BOTH };
    let requirement = |extent: &Extent| {
        let extent = *extent;
        let window = Window::of(given, extent);
        let (dilated, padded) = (window.dilation.known() != Some(1), window.padding.known() != Some(0));
        Requirement {
            at: At::Setting("kernel", extent.place()),
            holds: Holds::AtMost(window.covered(), window.padded()),
            fault: Fault::Kernel { of: extent, dilated, padded },
            numbers: vec![window.kernel.clone(), window.covered(), window.padded()],
            axis: extent.axis(),
        }
    };
    extents.iter().map(requirement).collect()
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
    let sides = [(given.extent(0), Fault::GroupsOfInputs), (given.outputs(), Fault::GroupsOfOutputs)];
    sides.map(|(channels, fault)| divides(given, channels, fault))
}

fn conv_requires(given: &Given<'_>) -> Vec<Requirement> {
    let strides = Extent::BOTH.into_iter().filter(|_| given.is_same("padding")).map(|extent| {
        let stride = given.number("stride", extent.place());
        Requirement {
            at: At::Setting("stride", extent.place()),
            holds: Holds::Equal(stride.clone(), Size::Known(1)),
            fault: Fault::Same,
            numbers: vec![stride, Window::of(given, extent).padding],
            axis: extent.axis(),
        }
    });
    strides.chain(fits(given)).chain(groups(given)).collect()
}

fn pool_requires(given: &Given<'_>) -> Vec<Requirement> {
    let paddings = Extent::BOTH.into_iter().map(|extent| {
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
    paddings.chain(fits(given)).collect()
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
    settings: &[KERNEL, STRIDE, PADDING_OR_SAME, DILATION, GROUPS, BIAS],
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
        requires: pool_requires,
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
    pool("AvgPool2d", &[POOL_KERNEL, POOL_STRIDE, PADDING, Setting { key: "count_padding", value: Value::Flag(true) }]),
    global("GlobalAvgPool2d"),
    global("GlobalMaxPool2d"),
];
