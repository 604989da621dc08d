//! Sizes and shapes, and layers that do not fit together.

use super::help;
use crate::catalog::FLATTEN;

/// What comes to a layer, for messages.
pub(crate) struct Before<'a> {
    /// `input`, or the name of the layer that set the shape.
    pub(crate) origin: &'a str,
    /// How many values it has, or which shape.
    pub(crate) what: &'a str,
}

impl Before<'_> {
    pub(super) fn clause(&self) -> String {
        match self.origin {
            "input" if self.what.starts_with(|c: char| c.is_ascii_digit() || c == '{') => {
                format!("`input` has {}", self.what)
            }
            "input" => format!("`input` is {}", self.what),
            origin => format!("`{origin}` before it produces {}", self.what),
        }
    }
}

/// What a stated number counts.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Unit {
    Inputs,
    /// Of each step of a sequence.
    Features,
    Channels,
}

/// Two numbers of a seam differ.
pub(crate) fn mismatch(layer: &str, takes: &str, before: &Before<'_>, unit: Unit) -> String {
    let unit = match (unit, takes) {
        (Unit::Inputs, _) => "inputs",
        (Unit::Features, "1") => "feature",
        (Unit::Features, _) => "features",
        (Unit::Channels, "1") => "channel",
        (Unit::Channels, _) => "channels",
    };
    format!("`{layer}` takes {takes} {unit}, but {}", before.clause())
}

/// What to write when a stated number of inputs is wrong.
pub(crate) fn mismatch_help(right: &str, inferred: &str, origin: &str) -> String {
    format!("write `{right}`, or {}", inferred_help(inferred, origin))
}

/// What to write to have the number inferred.
pub(crate) fn inferred_help(inferred: &str, origin: &str) -> String {
    format!("`{inferred}` to take the size from `{origin}`")
}

pub(crate) fn round_mismatch(layer: &str, takes: &str, before: &Before<'_>, unit: Unit) -> String {
    let values = match unit {
        Unit::Inputs => "values",
        Unit::Features => "features",
        Unit::Channels => "channels",
    };
    help(
        &format!("from the second round on, {}", mismatch(layer, takes, before, unit)),
        &format!("a repeated block must end with the {takes} {values} that it begins with"),
    )
}

pub(crate) fn needs_vector(layer: &str, before: &Before<'_>) -> String {
    help(&format!("`{layer}` takes a vector, but {}", before.clause()), &needs_vector_help(layer))
}

pub(crate) fn needs_vector_help(layer: &str) -> String {
    format!("write `{FLATTEN}` before `{layer}`")
}

pub(crate) fn type_shape(layer: &str, origin: &str) -> String {
    if origin == "input" {
        format!("`{layer}` takes `{{Taken}}`, but `input` is `{{Produced}}`")
    } else {
        format!("`{layer}` takes `{{Taken}}`, but `{origin}` before it produces `{{Produced}}`")
    }
}

pub(crate) fn output_mismatch(declared: &str, before: &Before<'_>) -> String {
    format!("`output` is declared as {declared}, but {}", before.clause())
}

pub(crate) fn output_help(right: &str) -> String {
    format!("write `output: {right}`")
}

/// `because` is what the block does with both: it adds its input to its output.
pub(crate) fn block_end_mismatch(block: &str, because: &str, takes: &str, gives: &str) -> String {
    format!("`{block}` {because}, but it takes {takes} and ends with {gives}")
}

/// A whole number, for messages: a size, or the number of a setting.
#[derive(Clone, Copy)]
pub(crate) struct What<'a> {
    pub(crate) setting: Option<&'a str>,
    /// The smallest that it may be.
    pub(crate) least: u64,
}

impl What<'_> {
    pub(crate) const SIZE: Self = Self { setting: None, least: 1 };

    fn name(self) -> String {
        self.setting.map_or_else(|| "a size".to_owned(), |setting| format!("`{setting}`"))
    }

    fn smallest(self) -> String {
        let size = if self.setting.is_none() { " size" } else { "" };
        format!("the smallest{size} is {}", self.least)
    }

    pub(crate) fn zero(self) -> String {
        help(&format!("{} cannot be 0", self.name()), &self.smallest())
    }

    /// Of an expression whose value only rustc knows.
    pub(crate) fn const_zero(self, shown: &str) -> String {
        help(&format!("`{shown}` is 0, and {} cannot be 0", self.name()), &self.smallest())
    }

    pub(crate) fn negative(self) -> String {
        help(&format!("{} cannot be negative", self.name()), &self.smallest())
    }

    pub(crate) fn not_whole(self, found: &str) -> String {
        let (text, name) = match self.setting {
            Some(setting) => (format!("`{setting}` cannot be `{found}`"), "it"),
            None => (format!("`{found}` is not a size"), "a size"),
        };
        help(&text, &format!("{name} is a whole number, or an expression of type `usize`"))
    }

    pub(crate) fn suffix(self, written: &str, bare: &str, suffix: &str) -> String {
        let name = self.setting.map_or_else(|| "sizes are".to_owned(), |setting| format!("`{setting}` is"));
        help(&format!("`{written}` is of type `{suffix}`, but {name} of type `usize`"), &format!("write `{bare}`"))
    }
}

/// Of a type whose shapes only rustc knows.
pub(crate) fn type_of_nothing(layer: &str) -> String {
    help(&format!("`{layer}` produces 0 values"), "the smallest size is 1")
}

pub(crate) fn too_large(what: &str) -> String {
    help(&format!("{what} does not fit into memory"), "the limit is 2^48 values")
}

pub(crate) fn image_too_large(shape: &str) -> String {
    too_large(&format!("`{shape}`"))
}

pub(crate) fn layer_too_large(layer: &str, written: &str) -> String {
    too_large(&format!("`{layer}` with `{written}`"))
}

pub(crate) fn rank(keyword: &str, count: usize) -> String {
    let found = match count {
        0 => "no size at all".to_owned(),
        count => format!("{count} sizes"),
    };
    help(
        &format!("the shape of `{keyword}` has {found}"),
        &format!(
            "write `{keyword}: [n]` for a vector, `{keyword}: [steps, features]` for a sequence, or `{keyword}: [channels, height, width]` for an image"
        ),
    )
}
