//! What the facts of a layer follow from, and the types that its own type is made of.

use super::{Extent, Many};
use crate::sizes::{Rank, Shape, Size};

/// What the facts of a layer follow from: where it stands, and what is written in its parentheses.
#[derive(Clone, Copy)]
pub(crate) struct Given<'a> {
    /// The shape that it takes; one step of a sequence that it takes step by step.
    pub(crate) input: &'a Shape,
    /// The number of outputs, for a layer that states it.
    pub(crate) outputs: Option<&'a Size>,
    /// Its settings that are whole numbers.
    pub(crate) whole: &'a [Measured],
}

/// What a setting of whole numbers comes to.
#[derive(Clone)]
pub(crate) struct Measured {
    pub(crate) key: &'static str,
    /// As many as the setting has; `None` for the word `same`.
    pub(crate) sizes: Option<Vec<Size>>,
}

impl Measured {
    /// One number in all places.
    pub(crate) fn all(key: &'static str, many: Many, size: Size) -> Self {
        Self { key, sizes: Some(vec![size; many.count()]) }
    }
}

impl Given<'_> {
    /// The number of values that go in.
    pub(crate) fn inputs(&self) -> Size {
        self.input.len()
    }

    /// The stated number of outputs.
    pub(crate) fn outputs(&self) -> Size {
        self.outputs.cloned().unwrap_or(Size::Known(1))
    }

    /// An extent of the image that goes in: 0 is the channels, 1 the rows, 2 the columns.
    pub(crate) fn extent(&self, i: usize) -> Size {
        self.input.extent(Rank::Image, i)
    }

    /// The steps of the sequence that goes in.
    pub(crate) fn steps(&self) -> Size {
        self.input.extent(Rank::Sequence, 0)
    }

    /// The features of each of them.
    pub(crate) fn features(&self) -> Size {
        self.input.extent(Rank::Sequence, 1)
    }

    /// The extent that windows go along.
    pub(super) fn along(&self, extent: Extent) -> Size {
        match extent {
            Extent::Rows | Extent::Columns => self.extent(extent.axis()),
            Extent::Steps => self.steps(),
        }
    }

    /// Number `i` of a setting; 1 where it has none, behind a mistake.
    pub(crate) fn number(&self, key: &str, i: usize) -> Size {
        let found = self.whole.iter().find(|measured| measured.key == key);
        let number = found.and_then(|measured| measured.sizes.as_ref()?.get(i).cloned());
        number.unwrap_or(Size::Known(1))
    }

    /// Whether a layer has the form that this setting selects.
    pub(crate) fn is_on(&self, key: &str) -> bool {
        matches!(self.numbers(key).as_slice(), [Size::Known(1)])
    }

    /// All numbers of a setting.
    pub(crate) fn numbers(&self, key: &str) -> Vec<Size> {
        let found = self.whole.iter().find(|measured| measured.key == key);
        found.and_then(|measured| measured.sizes.clone()).unwrap_or_default()
    }

    /// Whether a setting is the word `same`.
    pub(crate) fn is_same(&self, key: &str) -> bool {
        self.whole.iter().any(|measured| measured.key == key && measured.sizes.is_none())
    }
}

/// One argument of a layer's type.
pub(crate) enum Generic {
    Size(Size),
    /// The shapes on both sides of the layer.
    Input,
    Output,
    /// The library's type of a window. The last of its sizes have defaults.
    Window {
        library: &'static str,
        sizes: Vec<Size>,
        defaults: &'static [u64],
    },
    /// All settings that are numbers. Where a type does not say so, they stand behind all else, up to the last that is written.
    Numbers,
}
