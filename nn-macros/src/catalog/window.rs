//! A window over one extent: how many of them fit, and what must hold for that. Its settings are written for each extent by itself.

use super::requirement::{At, Extent, Fault, Holds, Requirement};
use super::setting::{Default, Many, Whole};
use super::{Entry, Given, Setting, Takes, Value};
use crate::sizes::{Rule, Size};

/// A setting of rows and columns.
pub(super) const fn two(key: &'static str, least: u64, default: Default) -> Setting {
    Setting { key, value: Value::Whole(Whole { many: Many::Two, least, default, same: false, called: false }) }
}

/// A setting of one number.
pub(super) const fn one(key: &'static str, least: u64, default: Default) -> Setting {
    Setting { key, value: Value::Whole(Whole { many: Many::One, least, default, same: false, called: false }) }
}

/// A padding that may be the word `same`.
pub(super) const fn padding_or_same(many: Many) -> Setting {
    let default = Default::Number(0);
    Setting { key: "padding", value: Value::Whole(Whole { many, least: 0, default, same: true, called: false }) }
}

/// The window of one extent.
pub(super) struct Window {
    pub(super) x: Size,
    pub(super) kernel: Size,
    pub(super) stride: Size,
    pub(super) padding: Size,
    pub(super) dilation: Size,
    pub(super) is_same: bool,
}

impl Window {
    pub(super) fn of(given: &Given<'_>, extent: Extent) -> Self {
        let number = |key| given.number(key, extent.place());
        let (kernel, dilation, is_same) = (number("kernel"), number("dilation"), given.is_same("padding"));
        let padding =
            if is_same { Size::rule(Rule::Same, vec![kernel.clone(), dilation.clone()]) } else { number("padding") };
        Self { x: given.along(extent), kernel, stride: number("stride"), padding, dilation, is_same }
    }

    /// How many windows fit.
    pub(super) fn count(&self) -> Size {
        if self.is_same {
            return self.x.clone();
        }
        let Self { x, kernel, stride, padding, dilation, .. } = self;
        Size::rule(Rule::Window, [x, kernel, stride, padding, dilation].map(Clone::clone).to_vec())
    }

    fn covered(&self) -> Size {
        Size::rule(Rule::Covered, vec![self.kernel.clone(), self.dilation.clone()])
    }

    /// The values of the extent with its padding.
    fn padded(&self) -> Size {
        Size::sum([self.x.clone(), self.padding.clone().times(2)])
    }

    /// Whether some values are in no window.
    fn leaves_out(&self) -> Option<bool> {
        let left = self.padded().known()?.checked_sub(self.covered().known()?)?;
        Some(!self.is_same && !left.is_multiple_of(self.stride.known()?.max(1)))
    }
}

/// Whether some rows, columns or steps are in no window, for the table of layers.
pub(crate) fn leaves_out(entry: &Entry, given: &Given<'_>) -> bool {
    let is_window = entry.has("stride") && !entry.has("output_padding") && !given.is_on("causal");
    let extents: &[Extent] = if entry.takes == Takes::Sequence { &[Extent::Steps] } else { &Extent::BOTH };
    is_window && extents.iter().any(|extent| Window::of(given, *extent).leaves_out() == Some(true))
}

/// The kernel fits.
pub(super) fn fits(given: &Given<'_>, extents: &[Extent]) -> Vec<Requirement> {
    let extents = if given.is_same("padding") { &[] } else { extents };
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

/// `padding = same` comes with no stride.
pub(super) fn same_without_stride(given: &Given<'_>, extents: &[Extent]) -> Vec<Requirement> {
    let extents = if given.is_same("padding") { extents } else { &[] };
    let requirement = |extent: &Extent| {
        let (extent, window) = (*extent, Window::of(given, *extent));
        Requirement {
            at: At::Setting("stride", extent.place()),
            holds: Holds::Equal(window.stride.clone(), Size::Known(1)),
            fault: Fault::Same(extent),
            numbers: vec![window.stride, window.padding],
            axis: extent.axis(),
        }
    };
    extents.iter().map(requirement).collect()
}
