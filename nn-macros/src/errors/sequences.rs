//! Sequences, and the settings of their layers.

use super::shapes::Before;
use super::{help, list};
use crate::catalog::{Entry, FLATTEN, Sizes};

/// Another shape came: `found`, if its extents are known. `sequence` is the one that the layer before has made it of, `other` the layer of the
/// same kind that takes an image, if that came.
pub(crate) fn needs_sequence(
    entry: &Entry,
    layer: &str,
    before: &Before<'_>,
    found: Option<&[u64]>,
    sequence: Option<String>,
    other: Option<&str>,
) -> String {
    let has_no_steps = entry.sizes == Sizes::None;
    let fix = match (before.origin, found, sequence) {
        ("input", Some([values]), _) => {
            format!(
                "give the input two extents, steps and features: `input: [{values}, 1]` for {values} steps of one feature"
            )
        }
        ("input", ..) => "give the input two extents: `input: [steps, features]`".to_owned(),
        (origin, _, Some(sequence)) => format!("leave `{origin}` out, before which there is a sequence {sequence}"),
        (_, Some([_]), None) if has_no_steps => format!("leave `{layer}` out: a vector has no steps"),
        (_, Some(extents), None) => {
            let values: u64 = extents.iter().product();
            format!(
                "write `Reshape([steps, features])` before `{layer}`, which makes a sequence of the {values} values"
            )
        }
        (_, None, None) => format!("write `Reshape([steps, features])` before `{layer}`"),
    };
    let other = other.map_or_else(String::new, |other| format!("write `{other}` for an image, or "));
    help(&format!("`{layer}` takes a sequence, but {}", before.clause()), &format!("{other}{fix}"))
}

/// What to write before a layer of vectors behind a type whose shape only rustc knows.
pub(crate) fn vector_or_steps_help(layer: &str) -> String {
    format!("write `{FLATTEN}` before `{layer}`, or `Reshape([steps, features])` for a layer of each step")
}

/// One of some words.
pub(crate) fn setting_kind(key: &str, words: &[&str]) -> String {
    let last = words[words.len() - 1];
    help(
        &format!("`{key}` is {}", list(words, "or")),
        &format!("write `{key} = {last}`, or leave it out for `{}`", words[0]),
    )
}

/// What is or is not, and is not if nothing is written.
pub(crate) fn setting_form(key: &str) -> String {
    help(&format!("`{key}` is `true` or `false`"), &format!("write `{key} = true`"))
}

/// A count whose value only rustc would know.
pub(crate) fn count_literal(key: &str, found: &str) -> String {
    help(
        &format!("`{key}` is counted before constants have values, so it cannot be `{found}`"),
        &format!("write the number itself: `{key} = 2`"),
    )
}

/// More than there can be.
pub(crate) fn count_large(entry: &Entry, key: &str, found: u64, most: u64) -> String {
    let name = entry.name;
    help(
        &format!("`{key}` of `{name}` is at most {most}, and here it is {found}"),
        &format!("write several `{name}` one behind the other"),
    )
}
