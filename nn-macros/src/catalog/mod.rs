//! The built-in layers as data: one entry for each, one file for a family.
//!
//! An entry says what the macro must know before rustc looks: what is written in the parentheses, which shape comes out of
//! which, what tensors there are, what may be computed in one call. What rustc can answer later (how much memory a layer keeps,
//! whether it draws random numbers) is asked of the library and stands nowhere here.

mod activation;
mod block;
mod conv1d;
mod dense;
mod embedding;
mod foreign;
mod given;
mod image;
mod keys;
mod names;
mod noise;
mod norm;
mod pool1d;
mod requirement;
mod resize;
mod sequence;
mod setting;
mod shape;
mod transposed;
mod window;

pub(crate) use block::{BLOCKS, Block, Gives, Inside, Join, MOST_BRANCHES, block};
pub(crate) use embedding::WORDS;
pub(crate) use foreign::{Side, activation, is_activation_key, size_key};
pub(crate) use given::{Generic, Given, Measured};
pub(crate) use keys::setting_elsewhere;
pub(crate) use names::{Found, counterpart, find, nearest, nearest_few};
pub(crate) use requirement::{At, Extent, Fault, Holds, Requirement};
pub(crate) use setting::{Default, Many, Range, Setting, Value, Whole};
pub(crate) use window::leaves_out;

use crate::sizes::{Rank, Shape, Size};

/// The families, in the order in which a reader meets them.
const FAMILIES: &[&[Entry]] = &[
    dense::LAYERS,
    image::LAYERS,
    transposed::LAYERS,
    resize::LAYERS,
    embedding::LAYERS,
    sequence::LAYERS,
    conv1d::LAYERS,
    pool1d::LAYERS,
    shape::LAYERS,
    activation::LAYERS,
    noise::LAYERS,
    norm::LAYERS,
];

/// A layer with a size, where a message shows one.
pub(crate) const EXAMPLE: &str = "Dense(3)";

/// The layer that makes a vector of anything.
pub(crate) const FLATTEN: &str = "Flatten";

/// A built-in layer.
pub(crate) struct Entry {
    /// In the list, and in the library.
    pub(crate) name: &'static str,
    pub(crate) sizes: Sizes,
    pub(crate) takes: Takes,
    /// The shape that it produces.
    pub(crate) gives: fn(&Given<'_>) -> Shape,
    /// The arguments of its type, behind the scalar if it has parameters.
    pub(crate) generics: fn(&Given<'_>) -> Vec<Generic>,
    /// What must hold of its sizes.
    pub(crate) requires: fn(&Given<'_>) -> Vec<Requirement>,
    pub(crate) settings: &'static [Setting],
    pub(crate) called: Called,
    pub(crate) joins: Joins,
    /// What `#[init(auto)]` on the layer before it comes to.
    pub(crate) asks: Asks,
    /// Why it cannot take one step of a sequence at a time: the library's name for the reason. The second argument is the layer's type there.
    pub(crate) ahead: fn(&Given<'_>, &str) -> Option<&'static str>,
    /// What a layer with parameters has more; `None` for one without.
    pub(crate) weights: Option<Weights>,
}

/// A layer that keeps its shape, takes any, and says nothing else: what others are written on.
const PLAIN: Entry = Entry {
    name: "",
    sizes: Sizes::None,
    takes: Takes::Any,
    gives: |given| given.input.clone(),
    generics: |_| vec![Generic::Input],
    requires: |_| Vec::new(),
    settings: &[],
    called: Called::Always,
    joins: Joins::Nothing,
    asks: Asks::Nothing,
    ahead: |_, _| None,
    weights: None,
};

/// What stands in the parentheses before the settings.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Sizes {
    None,
    /// `(out)` or `(in -> out)`
    Outputs,
    /// `(words -> width)`
    Table,
    /// A setting without its name: `MaxPool2d(2)`.
    Setting(&'static str),
}

/// Which shapes a layer takes.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Takes {
    Any,
    /// A vector, or a sequence step by step.
    Vector,
    Sequence,
    Image,
    /// A vector, a sequence step by step, or an image, which it treats in a way of its own. A type of the user's before it makes a vector.
    VectorOrImage,
    /// Anything, each channel by itself: a value of a vector, a feature of a sequence. A type of the user's before it makes a vector.
    Channels,
}

impl Takes {
    /// The shape whose extents the layer tells apart, if it takes no other.
    pub(crate) fn rank(self) -> Option<Rank> {
        match self {
            Self::Sequence => Some(Rank::Sequence),
            Self::Image => Some(Rank::Image),
            Self::Any | Self::Vector | Self::VectorOrImage | Self::Channels => None,
        }
    }
}

/// Which passes call a layer.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Called {
    Always,
    /// In evaluation it moves no value.
    InTraining,
    /// It never moves one: the layers on both sides of it meet.
    Never,
}

/// Which neighbours are computed in one call.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Joins {
    /// None.
    Nothing,
    /// A layer with an activation behind it. Those that it folds can be moved into its own numbers for evaluation.
    Next { folds: &'static [&'static str] },
    /// An activation, which changes every value by itself. Inference joins the two always, training if the output tells
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

/// The parameters of a layer that has a field.
pub(crate) struct Weights {
    /// In the order of memory.
    pub(crate) tensors: &'static [Tensor],
    /// The multiply-adds of one sample.
    pub(crate) macs: fn(&Given<'_>) -> Size,
    /// Whether training changes any of them, or measures something for them.
    pub(crate) learns: bool,
}

/// One tensor of a layer.
pub(crate) struct Tensor {
    pub(crate) name: &'static str,
    /// Its extents as files have them. A change of the last ones is a change of what the layer before produces.
    pub(crate) dims: fn(&Given<'_>) -> Vec<Size>,
    pub(crate) order: Order,
    /// The switch that must be on for it to be there.
    pub(crate) switch: Option<&'static str>,
    pub(crate) level: Level,
}

/// Where a tensor belongs, of a layer that stands on itself several times and in both directions.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Level {
    /// How many are below.
    pub(crate) below: u64,
    /// Whether it is that of the last step first.
    pub(crate) is_reverse: bool,
}

impl Level {
    /// Where everything is of other layers.
    pub(crate) const ONLY: Self = Self { below: 0, is_reverse: false };

    /// The setting without which it is not there, as it would have to be written.
    pub(crate) fn missing(self, given: &Given<'_>) -> Option<String> {
        if given.number("layers", 0).known().is_some_and(|layers| self.below >= layers) {
            Some(format!("layers = {}", self.below + 1))
        } else {
            let is_missing = self.is_reverse && given.number("bidirectional", 0).known() == Some(1);
            is_missing.then(|| "bidirectional = true".to_owned())
        }
    }
}

/// How a tensor's values lie in memory, as against its extents read row by row: the library's `Order`.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Order {
    /// The last extent runs fastest.
    RowMajor,
    /// A matrix of as many rows as the first extent, and of columns for all others together, column by column.
    ColumnMajor,
}

impl Entry {
    /// Whether it takes a sequence step by step.
    pub(crate) fn by_step(&self) -> bool {
        matches!(self.takes, Takes::Vector | Takes::VectorOrImage) && self.sizes != Sizes::Table
    }

    /// Whether sizes stand in its parentheses, before the settings.
    pub(crate) fn has_sizes(&self) -> bool {
        matches!(self.sizes, Sizes::Outputs | Sizes::Table)
    }

    /// Whether a backward pass has nothing to do for the layer but to hand its gradient on.
    pub(crate) fn is_fixed(&self) -> bool {
        self.weights.as_ref().is_none_or(|weights| !weights.learns)
    }

    /// The tensors that are there, when the switches called `off` are.
    pub(crate) fn tensors(&self, given: &Given<'_>, off: &[&str]) -> Vec<&'static Tensor> {
        let tensors = self.weights.as_ref().map_or(&[][..], |weights| weights.tensors);
        let is_on = |tensor: &&Tensor| tensor.switch.is_none_or(|switch| !off.contains(&switch));
        tensors.iter().filter(|tensor| is_on(tensor) && tensor.level.missing(given).is_none()).collect()
    }

    /// The number of parameters, when the switches called `off` are.
    pub(crate) fn parameters(&self, given: &Given<'_>, off: &[&str]) -> Size {
        Size::sum(self.tensors(given, off).into_iter().map(|tensor| Size::product((tensor.dims)(given))))
    }

    /// Whether it has a setting of this name.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.settings.iter().any(|setting| setting.key == key)
    }

    /// Whether it may stand on itself several times, and in both directions.
    pub(crate) fn has_levels(&self) -> bool {
        self.settings.iter().any(|setting| matches!(setting.value, Value::Count { .. }))
    }

    /// The multiply-adds of one sample.
    pub(crate) fn macs(&self, given: &Given<'_>) -> Size {
        self.weights.as_ref().map_or(Size::Known(0), |weights| (weights.macs)(given))
    }
}

/// Every built-in layer.
pub(crate) fn layers() -> impl Iterator<Item = &'static Entry> {
    FAMILIES.iter().copied().flatten()
}

/// The built-in layer of this very name.
pub(crate) fn layer(name: &str) -> Option<&'static Entry> {
    layers().find(|entry| entry.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_for_one_thing() {
        let mut names: Vec<&str> =
            layers().map(|entry| entry.name).chain(BLOCKS.iter().map(|block| block.name)).collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
    }

    #[test]
    fn entries_speak_of_each_other_by_names_that_exist() {
        assert!(layer(FLATTEN).is_some() && layer(EXAMPLE.split('(').next().unwrap_or_default()).is_some());
        for entry in layers() {
            let switches: Vec<&str> = entry
                .settings
                .iter()
                .filter(|setting| matches!(setting.value, Value::Switch { .. }))
                .map(|setting| setting.key)
                .collect();
            let tensors = entry.weights.as_ref().map_or(&[][..], |weights| weights.tensors);
            for switch in tensors.iter().filter_map(|tensor| tensor.switch) {
                assert!(switches.contains(&switch), "`{}` has no switch `{switch}`", entry.name);
            }
            if let Joins::Next { folds } = entry.joins {
                assert!(folds.iter().all(|name| layer(name).is_some_and(|next| next.weights.is_some())));
            }
        }
    }
}
