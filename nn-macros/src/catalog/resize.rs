//! Layers without parameters that give an image other extents, or give values the extents of a sequence or an image.

use super::requirement::{At, Fault, Holds, Requirement};
use super::setting::{Default, Many, Whole};
use super::shape::other_shape;
use super::window::two;
use super::{Called, Entry, Generic, Given, PLAIN, Setting, Sizes, Takes, Value};
use crate::sizes::{IMAGE, Shape, Size};

/// One whose rows and columns follow from its only setting.
const fn resizes(name: &'static str, settings: &'static [Setting], gives: fn(&Given<'_>) -> Shape) -> Entry {
    Entry {
        name,
        sizes: Sizes::Setting(settings[0].key),
        takes: Takes::Image,
        gives,
        generics: |_| vec![Generic::Input, Generic::Output],
        settings,
        ..PLAIN
    }
}

fn with_extents(given: &Given<'_>, extent: impl Fn(usize) -> Size) -> Shape {
    Shape::Dims(vec![given.extent(0), extent(0), extent(1)])
}

fn adapted(given: &Given<'_>) -> Shape {
    with_extents(given, |i| given.number("size", i))
}

fn repeated(given: &Given<'_>) -> Shape {
    with_extents(given, |i| Size::product([given.extent(i + 1), given.number("factor", i)]))
}

fn padded(given: &Given<'_>) -> Shape {
    with_extents(given, |i| Size::sum([given.extent(i + 1), given.number("padding", i).times(2)]))
}

fn reshaped(given: &Given<'_>) -> Shape {
    Shape::Dims(given.numbers("shape"))
}

const SHAPE: Setting = Setting {
    key: "shape",
    value: Value::Whole(Whole { many: Many::Shape, least: 1, default: Default::Needed(1), same: false, called: false }),
};

pub(super) const LAYERS: &[Entry] = &[
    resizes("AdaptiveAvgPool2d", &[two("size", 1, Default::Needed(6))], adapted),
    resizes("Upsample", &[two("factor", 1, Default::Needed(2))], repeated),
    resizes("ZeroPad2d", &[two("padding", 0, Default::Needed(1))], padded),
    Entry {
        takes: Takes::Any,
        called: Called::Never,
        requires: |given| {
            let (all, comes) = (reshaped(given).len(), given.inputs());
            vec![Requirement {
                at: At::All("shape"),
                holds: Holds::Equal(all.clone(), comes.clone()),
                fault: Fault::Reshape { is_image: reshaped(given).rank() == Some(IMAGE) },
                numbers: vec![all, comes],
                axis: 0,
            }]
        },
        ahead: other_shape,
        ..resizes("Reshape", &[SHAPE], reshaped)
    },
];
