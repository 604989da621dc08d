//! Pools over windows of steps.

use super::image::{COUNT_PADDING, pool_requires};
use super::requirement::Extent;
use super::setting::Default;
use super::window::{Window, one};
use super::{Entry, Generic, Given, PLAIN, Setting, Sizes, Takes};
use crate::sizes::Shape;

const KERNEL: Setting = one("kernel", 1, Default::Needed(2));
/// A pool strides by its kernel.
const STRIDE: Setting = one("stride", 1, Default::Of("kernel"));
const PADDING: Setting = one("padding", 0, Default::Number(0));
const DILATION: Setting = one("dilation", 1, Default::Number(1));

/// The library's type of windows that go along the steps, with zeros on both sides.
pub(super) fn span(given: &Given<'_>) -> Generic {
    let Window { kernel, stride, padding, dilation, .. } = Window::of(given, Extent::Steps);
    Generic::Window { library: "Span1d", sizes: vec![kernel, stride, padding, dilation], defaults: &[1, 0, 1] }
}

const fn pool(name: &'static str, settings: &'static [Setting]) -> Entry {
    Entry {
        name,
        sizes: Sizes::Setting("kernel"),
        takes: Takes::Sequence,
        gives: |given| Shape::Dims(vec![Window::of(given, Extent::Steps).count(), given.features()]),
        generics: |given| vec![Generic::Input, Generic::Output, span(given)],
        requires: |given| pool_requires(given, &[Extent::Steps]),
        settings,
        ahead: |_, _| Some("FewerSteps"),
        ..PLAIN
    }
}

pub(super) const LAYERS: &[Entry] = &[
    pool("MaxPool1d", &[KERNEL, STRIDE, PADDING, DILATION]),
    pool("AvgPool1d", &[KERNEL, STRIDE, PADDING, COUNT_PADDING]),
];
