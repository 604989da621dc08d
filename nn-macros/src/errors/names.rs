//! Names and the places of `input` and `output`.

use super::help;
use crate::catalog::EXAMPLE;

pub(crate) fn no_input(network: &str) -> String {
    help(
        &format!("`{network}` has no `input`"),
        "begin the list with `input: [n]` or `input: [channels, height, width]`",
    )
}

pub(crate) fn input_not_first() -> String {
    help("`input` stands behind a layer", "move it to the beginning of the list")
}

pub(crate) fn output_not_last() -> String {
    help("`output` stands before a layer", "move it to the end of the list")
}

pub(crate) fn twice(keyword: &str) -> String {
    help(&format!("`{keyword}` is declared twice"), "remove one of the two")
}

pub(crate) fn shape_in_block(keyword: &str) -> String {
    help(
        &format!("a block has no `{keyword}` of its own"),
        "remove it: the block takes what the layer before it produces",
    )
}

pub(crate) fn no_layers(network: &str) -> String {
    help(&format!("`{network}` has no layers"), &format!("write at least one behind `input`, for example `{EXAMPLE}`"))
}

pub(crate) fn no_layers_in_block(block: &str) -> String {
    help(
        &format!("`{block}` has no layers"),
        &format!("write at least one between its braces, for example `{EXAMPLE}`"),
    )
}

pub(crate) fn duplicate(name: &str, first: &str) -> String {
    help(
        &format!("two layers are called `{name}`; the first is `{first}`"),
        "every name is a field of the struct: choose another one",
    )
}
