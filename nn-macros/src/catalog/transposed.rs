//! The convolution the other way round, which makes an image larger.

use super::image::{BIAS, DILATION, GROUPS, KERNEL, PADDING, STRIDE, groups, window};
use super::requirement::{At, Extent, Fault, Holds, Requirement};
use super::setting::Default;
use super::window::two;
use super::{Asks, Entry, Generic, Given, Level, Order, PLAIN, Sizes, Takes, Tensor, Weights};
use crate::sizes::{Rule, Shape, Size};

/// The extent that comes out, with another padding than the written one if that is wanted.
fn extent(given: &Given<'_>, extent: Extent, padding: Option<Size>) -> Size {
    let number = |key| given.number(key, extent.place());
    let padding = padding.unwrap_or_else(|| number("padding"));
    let [kernel, stride, dilation, behind] = ["kernel", "stride", "dilation", "output_padding"].map(number);
    Size::rule(Rule::Transposed, vec![given.extent(extent.axis()), kernel, stride, padding, dilation, behind])
}

fn gives(given: &Given<'_>) -> Shape {
    let [rows, columns] = Extent::BOTH.map(|of| extent(given, of, None));
    Shape::Dims(vec![given.outputs(), rows, columns])
}

/// Something is left behind the padding, and what is added behind is less than a step.
fn requires(given: &Given<'_>) -> Vec<Requirement> {
    let of_extent = |of: Extent| {
        let number = |key| given.number(key, of.place());
        let [padding, stride, dilation, behind] = ["padding", "stride", "dilation", "output_padding"].map(number);
        let all = extent(given, of, Some(Size::Known(0)));
        let step = match (stride.known(), dilation.known()) {
            (Some(stride), Some(dilation)) => Size::Known(stride.max(dilation)),
            _ => stride,
        };
        let less = Size::sum([behind.clone(), Size::Known(1)]);
        [
            Requirement {
                at: At::Setting("output_padding", of.place()),
                holds: Holds::AtMost(less, step.clone()),
                fault: Fault::OutputPadding,
                numbers: vec![behind, step],
                axis: of.axis(),
            },
            Requirement {
                at: At::Setting("padding", of.place()),
                holds: Holds::AtMost(Size::sum([padding.clone().times(2), Size::Known(1)]), all.clone()),
                fault: Fault::NothingLeft(of),
                numbers: vec![padding, all],
                axis: of.axis(),
            },
        ]
    };
    Extent::BOTH.into_iter().flat_map(of_extent).chain(groups(given)).collect()
}

/// The outputs of one group.
fn outputs_of_a_group(given: &Given<'_>) -> Size {
    Size::rule(Rule::Quotient, vec![given.outputs(), given.number("groups", 0)])
}

fn patch(given: &Given<'_>) -> Size {
    Size::product([outputs_of_a_group(given), given.number("kernel", 0), given.number("kernel", 1)])
}

pub(super) const LAYERS: &[Entry] = &[Entry {
    name: "ConvTranspose2d",
    sizes: Sizes::Outputs,
    takes: Takes::Image,
    gives,
    generics: |given| {
        let sizes = [given.extent(0), given.outputs(), patch(given), given.number("groups", 0)].map(Generic::Size);
        let shapes = [Generic::Input, Generic::Output, window(given)];
        shapes.into_iter().chain(sizes).collect()
    },
    requires,
    settings: &[KERNEL, STRIDE, PADDING, two("output_padding", 0, Default::Number(0)), DILATION, GROUPS, BIAS],
    asks: Asks::For("Linear"),
    weights: Some(Weights {
        tensors: &[
            Tensor {
                name: "weight",
                dims: |given| {
                    let kernel = |i| given.number("kernel", i);
                    vec![given.extent(0), outputs_of_a_group(given), kernel(0), kernel(1)]
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
        macs: |given| Size::product([given.inputs(), patch(given)]),
        learns: true,
    }),
    ..PLAIN
}];
