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
    fn clause(&self) -> String {
        match self.origin {
            "input" if self.what.starts_with(|c: char| c.is_ascii_digit() || c == '{') => {
                format!("`input` has {}", self.what)
            }
            "input" => format!("`input` is {}", self.what),
            origin => format!("`{origin}` before it produces {}", self.what),
        }
    }
}

/// Two numbers of a seam differ.
pub(crate) fn mismatch(layer: &str, takes: &str, before: &Before<'_>) -> String {
    format!("`{layer}` takes {takes} inputs, but {}", before.clause())
}

/// What to write when a stated number of inputs is wrong.
pub(crate) fn mismatch_help(right: &str, inferred: &str, origin: &str) -> String {
    format!("write `{right}`, or `{inferred}` to take the size from `{origin}`")
}

pub(crate) fn round_mismatch(layer: &str, takes: &str, before: &Before<'_>) -> String {
    help(
        &format!("from the second round on, {}", mismatch(layer, takes, before)),
        &format!("a repeated block must end with the {takes} values that it begins with"),
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

pub(crate) fn zero() -> String {
    help("a size cannot be 0", "the smallest size is 1")
}

/// Of an expression whose value only rustc knows.
pub(crate) fn const_zero(shown: &str) -> String {
    help(&format!("`{shown}` is 0, and a size cannot be 0"), "the smallest size is 1")
}

/// Of a type whose shapes only rustc knows.
pub(crate) fn type_of_nothing(layer: &str) -> String {
    help(&format!("`{layer}` produces 0 values"), "the smallest size is 1")
}

pub(crate) fn negative() -> String {
    help("a size cannot be negative", "the smallest size is 1")
}

pub(crate) fn not_whole(found: &str) -> String {
    help(&format!("`{found}` is not a size"), "a size is a whole number, or an expression of type `usize`")
}

pub(crate) fn suffix(written: &str, bare: &str, suffix: &str) -> String {
    help(&format!("`{written}` is of type `{suffix}`, but sizes are of type `usize`"), &format!("write `{bare}`"))
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
        &format!("write `{keyword}: [n]` for a vector, or `{keyword}: [channels, height, width]` for an image"),
    )
}
