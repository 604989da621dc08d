//! The convolution of sequences.

use super::image::{BIAS, GROUPS, divides};
use super::pool1d;
use super::requirement::{At, Extent, Fault, Holds, Requirement};
use super::setting::{Default, Many};
use super::window::{Window, fits, one, padding_or_same, same_without_stride};
use super::{Asks, Entry, Generic, Given, Level, Order, PLAIN, Setting, Sizes, Takes, Tensor, Value, Weights};
use crate::sizes::{Rule, Shape, Size};

/// Its windows end with the step that they are for.
const CAUSAL: &str = "causal";

/// How many steps come out.
fn steps(given: &Given<'_>) -> Size {
    if given.is_on(CAUSAL) { given.steps() } else { Window::of(given, Extent::Steps).count() }
}

/// The features of one group.
fn features_of_a_group(given: &Given<'_>) -> Size {
    Size::rule(Rule::Quotient, vec![given.features(), given.number("groups", 0)])
}

/// The values of a window.
fn patch(given: &Given<'_>) -> Size {
    Size::product([features_of_a_group(given), given.number("kernel", 0)])
}

/// The library's type of the window.
fn span(given: &Given<'_>) -> Generic {
    if given.is_on(CAUSAL) {
        let Window { kernel, dilation, .. } = Window::of(given, Extent::Steps);
        let past = Size::rule(Rule::Past, vec![kernel.clone(), dilation.clone()]);
        let past = Size::product([past, given.features()]);
        return Generic::Window { library: "Causal", sizes: vec![kernel, past, dilation], defaults: &[1] };
    }
    pool1d::span(given)
}

fn requires(given: &Given<'_>) -> Vec<Requirement> {
    let sides = [
        (given.features(), Fault::GroupsOfInputs { of: "features" }),
        (given.outputs(), Fault::GroupsOfOutputs { of: "features" }),
    ];
    let groups = sides.map(|(features, fault)| Requirement { axis: 1, ..divides(given, features, fault) });
    window(given).into_iter().chain(groups).collect()
}

/// What must hold of the window.
fn window(given: &Given<'_>) -> Vec<Requirement> {
    const STEPS: &[Extent] = &[Extent::Steps];
    if !given.is_on(CAUSAL) {
        return same_without_stride(given, STEPS).into_iter().chain(fits(given, STEPS)).collect();
    }
    // `same` has as many zeros behind the last step as before the first.
    let padding = if given.is_same("padding") { Size::Known(1) } else { given.number("padding", 0) };
    let stride = given.number("stride", 0);
    [("padding", padding, 0, Fault::CausalPadding), ("stride", stride, 1, Fault::CausalStride)]
        .map(|(key, found, only, fault)| Requirement {
            at: At::Setting(key, 0),
            holds: Holds::Equal(found.clone(), Size::Known(only)),
            fault,
            numbers: vec![found],
            axis: 0,
        })
        .into()
}

pub(super) const LAYERS: &[Entry] = &[Entry {
    name: "Conv1d",
    sizes: Sizes::Outputs,
    takes: Takes::Sequence,
    gives: |given| Shape::Dims(vec![steps(given), given.outputs()]),
    generics: |given| {
        let sizes = [given.features(), given.outputs(), patch(given)].map(Generic::Size);
        let groups = Generic::Size(given.number("groups", 0));
        sizes.into_iter().chain([Generic::Input, Generic::Output, span(given), groups]).collect()
    },
    requires,
    settings: &[
        one("kernel", 1, Default::Needed(3)),
        one("stride", 1, Default::Number(1)),
        padding_or_same(Many::One),
        one("dilation", 1, Default::Number(1)),
        Setting { key: CAUSAL, value: Value::Form },
        GROUPS,
        BIAS,
    ],
    asks: Asks::For("Linear"),
    ahead: |given, _| (!given.is_on(CAUSAL)).then_some("LaterSteps"),
    weights: Some(Weights {
        tensors: &[
            Tensor {
                name: "weight",
                dims: |given| vec![given.outputs(), features_of_a_group(given), given.number("kernel", 0)],
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
        macs: |given| Size::product([steps(given), given.outputs(), patch(given)]),
        learns: true,
    }),
    ..PLAIN
}];
