//! The built-in layers as data: name, arguments, shape rule, and what of the library they expand to.

mod layers;
mod names;

pub(crate) use layers::LAYERS;
pub(crate) use names::{Found, find, nearest};

/// A built-in layer.
#[expect(clippy::struct_excessive_bools, reason = "a table of layers, and what is true of each")]
pub(crate) struct Entry {
    /// In the list, and in the library.
    pub(crate) name: &'static str,
    pub(crate) sizes: Sizes,
    pub(crate) takes: Takes,
    pub(crate) gives: Gives,
    /// It moves no value: the layers on both sides of it meet, and the expansion has no call.
    pub(crate) moves_nothing: bool,
    /// In evaluation it moves no value either.
    pub(crate) trains_only: bool,
    /// It keeps something of forward for backward, or works in the scratch.
    pub(crate) has_memory: bool,
    /// It draws random numbers in training.
    pub(crate) draws: bool,
    /// In training its output depends on the whole batch.
    pub(crate) coupled: bool,
    /// The layer behind it whose numbers can be moved into its own for evaluation.
    pub(crate) takes_in: Option<&'static str>,
    /// What may be computed in the same call.
    pub(crate) joins: Joins,
    /// What `#[init(auto)]` on the layer before it comes to.
    pub(crate) asks: Asks,
    pub(crate) settings: &'static [Setting],
    /// What a layer with parameters counts; `None` for one without.
    pub(crate) weights: Option<Weights>,
}

/// What stands in the parentheses before the settings.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Sizes {
    None,
    /// `(out)` or `(in -> out)`
    Outputs,
    /// None are written, and the layer's type has one: the number of values that it takes.
    Taken,
}

/// Which shapes a layer takes.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Takes {
    Any,
    Vector,
}

/// Which shape a layer produces.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Gives {
    /// The shape that it takes.
    Same,
    /// The same values as a vector.
    Flat,
    /// A vector of the stated length.
    Stated,
}

/// Which neighbours are computed in one call.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Joins {
    /// None.
    Nothing,
    /// A layer with an activation behind it,
    Next,
    /// which is this one: it changes every value by itself. Inference joins the two always, training if the output tells
    /// the slope: then nobody needs what lies between them.
    Last { slope_from_output: bool },
}

/// What a layer asks of the starting values of the one before it, as a variant of the library's `Nonlinearity`.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Asks {
    /// What the layer behind it does.
    Nothing,
    For(&'static str),
    /// The variant holds the layer's settings.
    WithSettings(&'static str),
}

/// `key = value` behind the sizes.
pub(crate) struct Setting {
    pub(crate) key: &'static str,
    pub(crate) value: Value,
}

/// What a setting may be.
pub(crate) enum Value {
    /// A number, which goes to the constructor; this one if nothing is written.
    Number(f64),
    /// A number of a range. It goes to the constructor, or into the type of a layer with parameters, whose own default is the same.
    Within(f64, Range),
    /// `true`, or `false`: then the layer's type takes one more argument, this type of the library.
    Switch { off: &'static str },
    /// One of these strings, each with the constructor that it selects; the first if nothing is written.
    Word(&'static [(&'static str, &'static str)]),
}

/// From where to where a setting may be.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Range {
    /// Above zero.
    Positive,
    /// Zero or above.
    NotNegative,
    /// From zero to one.
    Fraction,
    /// From zero to less than one.
    BelowOne,
}

impl Range {
    pub(crate) fn contains(self, value: f64) -> bool {
        match self {
            Self::Positive => value > 0.0 && value.is_finite(),
            Self::NotNegative => value >= 0.0 && value.is_finite(),
            Self::Fraction => (0.0..=1.0).contains(&value),
            Self::BelowOne => (0.0..1.0).contains(&value),
        }
    }

    /// The constant of the library that says the same.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Positive => "Positive",
            Self::NotNegative => "NotNegative",
            Self::Fraction => "Fraction",
            Self::BelowOne => "BelowOne",
        }
    }
}

/// The counts of a layer of `inputs` and `outputs`; `plain` when no switch is off. `None` on overflow.
pub(crate) struct Weights {
    pub(crate) parameters: fn(inputs: u64, outputs: u64, plain: bool) -> Option<u64>,
    pub(crate) macs: fn(inputs: u64, outputs: u64) -> Option<u64>,
    /// In the order of memory.
    pub(crate) tensors: &'static [Tensor],
}

/// One tensor of a layer.
pub(crate) struct Tensor {
    pub(crate) name: &'static str,
    /// Its extents as files have them.
    pub(crate) dims: &'static [Side],
    /// It is absent if a switch put this type of the library in its place.
    pub(crate) unless: Option<&'static str>,
}

/// What an extent of a tensor is.
pub(crate) enum Side {
    Inputs,
    Outputs,
}

/// Layers that contain layers.
pub(crate) const BLOCKS: &[&str] = &["Residual", "Repeat"];

/// The built-in layer of this very name.
pub(crate) fn layer(name: &str) -> Option<&'static Entry> {
    LAYERS.iter().find(|entry| entry.name == name)
}
