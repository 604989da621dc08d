//! `#[golden("..")]`: the attribute, the file, and what is in it.

use super::{help, list};

const EXAMPLE: &str = "write `#[golden(\"vectors.safetensors\", tolerance = 1e-5)]`";

pub(crate) fn form() -> String {
    help("`#[golden]` names one file of recorded answers, by a string or by `concat!` and `env!` of strings", EXAMPLE)
}

pub(crate) fn key(key: &str) -> String {
    help(&format!("`#[golden]` has no setting `{key}`: its only one is `tolerance`"), EXAMPLE)
}

pub(crate) fn tolerance_twice() -> String {
    help("`tolerance` stands here twice", "remove one of the two")
}

pub(crate) fn tolerance() -> String {
    help("`tolerance` is a number written out, 0 or more: how far an answer may be from the recorded one", EXAMPLE)
}

pub(crate) fn twice() -> String {
    help("a network has the recorded answers of one file", "remove one `#[golden(..)]`")
}

pub(crate) fn without_weights() -> String {
    help(
        "recorded answers are those of weights, and this network has none in the program",
        "write `#[weights(\"model.safetensors\")]` before the struct as well",
    )
}

pub(crate) fn missing(file: &str, name: &str, found: &[&str], near: Option<&str>) -> String {
    let has = if found.is_empty() { "nothing".to_owned() } else { list(found, "and") };
    let text = format!("`{file}` has no tensor `{name}`, which recorded answers need; it has {has}");
    let meant = near.map(|near| format!("`{near}` is to be called `{name}`"));
    help(
        &text,
        &meant.unwrap_or_else(|| {
            "a file of answers has `inputs` and `outputs`: `net.save_golden(path, &samples)` writes one".to_owned()
        }),
    )
}

pub(crate) fn left_over(file: &str, name: &str) -> String {
    help(
        &format!("`{file}` has a tensor `{name}`, which no recorded answer needs"),
        "a file of answers has `inputs`, `outputs` and, if it was written by `save_golden`, `checksum`",
    )
}

/// `shape` is the network's, where it is known.
pub(crate) fn wrong_shape(file: &str, name: &str, dims: &[usize], shape: Option<&str>) -> String {
    let whose = if name == "inputs" { "takes" } else { "gives" };
    let text =
        format!("`{name}` of `{file}` is {dims:?}, and the network {whose} {}", shape.unwrap_or("another shape"));
    let of_ten = shape.and_then(|shape| shape.strip_prefix('[')).map(|rest| format!(": of ten examples `[10, {rest}`"));
    help(
        &text,
        &format!(
            "the first extent is the number of examples, before those of the network{}",
            of_ten.unwrap_or_default()
        ),
    )
}

pub(crate) fn counts(file: &str, inputs: usize, outputs: usize) -> String {
    format!("`{file}` has {inputs} inputs and {outputs} outputs: each input has one recorded answer")
}

pub(crate) fn empty(file: &str) -> String {
    format!("`{file}` has no example, so that it says nothing about the network")
}

pub(crate) fn unusable(file: &str, error: &dyn std::fmt::Display) -> String {
    format!("cannot use `{file}`: {error}")
}

pub(crate) fn checksum(file: &str) -> String {
    help(
        &format!("the `checksum` of `{file}` is not one number of type U64"),
        "record the answers again with `save_golden`, or remove that tensor",
    )
}
