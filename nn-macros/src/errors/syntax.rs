//! What cannot be read.

use super::help;
use crate::catalog::EXAMPLE;

pub(crate) fn not_a_struct() -> String {
    help("`network!` takes one struct", &format!("write `network! {{ pub struct Name {{ input: [4], {EXAMPLE} }} }}`"))
}

pub(crate) fn not_braces(name: &str) -> String {
    help(
        &format!("the layers of `{name}` stand in braces"),
        &format!("write `struct {name} {{ input: [4], {EXAMPLE} }}`"),
    )
}

pub(crate) fn second_item() -> String {
    help("`network!` takes one struct", "give every network a `network!` of its own")
}

pub(crate) fn generics(name: &str) -> String {
    help(
        &format!("`{name}` cannot be generic: a network is fixed when it is compiled"),
        &format!("write `struct {name} {{ .. }}`; it is generic over its scalar by itself: `{name}<f64>`"),
    )
}

pub(crate) fn attribute(problem: &str) -> String {
    format!("cannot read this attribute: {problem}")
}

pub(crate) fn attributes_alone() -> String {
    help("these attributes belong to no layer", "write a layer behind them, or remove them")
}

pub(crate) fn visibility_of_a_layer() -> String {
    help("every layer is public", "remove `pub`")
}

pub(crate) fn missing_comma(before: &str) -> String {
    help(&format!("there is no comma after {before}"), "layers are separated by `,`")
}

pub(crate) fn semicolon() -> String {
    help("layers are separated by `,`, not by `;`", "write `,`")
}

pub(crate) fn too_deep(most: usize) -> String {
    help(
        &format!("this stands in {most} pairs of braces, and there are no more levels than that"),
        "declare the inner blocks as a network of their own, and name it here",
    )
}

pub(crate) fn empty_item() -> String {
    help("there is nothing between these commas", "remove one `,`")
}

pub(crate) fn not_a_layer(found: &str) -> String {
    help(&format!("expected a layer, found {found}"), "a layer is `Name`, `Name(size)` or `Name(in -> out)`")
}

pub(crate) fn no_layer_behind_name(name: &str) -> String {
    help(&format!("there is no layer behind `{name}:`"), &format!("write one, for example `{name}: {EXAMPLE}`"))
}

pub(crate) fn equals_for_colon(name: &str) -> String {
    help("a name is followed by `:`, not by `=`", &format!("write `{name}: ..`"))
}

pub(crate) fn shape_without_name(shape: &str) -> String {
    help(
        &format!("`{shape}` is a shape without a name"),
        &format!("write `input: {shape}` at the beginning, or `output: {shape}` at the end"),
    )
}

pub(crate) fn shape_without_brackets(keyword: &str, shape: &str) -> String {
    help(&format!("the shape of `{keyword}` stands in brackets"), &format!("write `{keyword}: [{shape}]`"))
}

pub(crate) fn shape_is_a_layer(keyword: &str) -> String {
    help(
        &format!("`{keyword}` is the shape of the network's {keyword}, not a layer"),
        &format!("write `{keyword}: [4]`, or give the layer another name"),
    )
}

pub(crate) fn no_shape(keyword: &str) -> String {
    help(&format!("`{keyword}` has no shape"), &format!("write `{keyword}: [4]`"))
}

pub(crate) fn arguments_in_brackets(kind: &str, inside: &str) -> String {
    help(&format!("the arguments of `{kind}` stand in parentheses"), &format!("write `{kind}({inside})`"))
}

pub(crate) fn generic_arguments(kind: &str) -> String {
    help(
        &format!("cannot read the generic arguments of `{kind}`"),
        &format!("they are written `{kind}<16>`, or `{kind}<{{ 2 * N }}>` for an expression"),
    )
}

pub(crate) fn empty_argument() -> String {
    help("there is no argument here", "remove the `,`")
}

pub(crate) fn fat_arrow() -> String {
    help("inputs and outputs are joined by `->`", "write `->`")
}

pub(crate) fn map_side_missing(side: &str, written: &str) -> String {
    help(&format!("there is no number of {side} beside `->`"), &format!("write `{written}`"))
}

pub(crate) fn setting_with_colon(key: &str) -> String {
    help("a setting is written with `=`", &format!("write `{key} = ..`"))
}

pub(crate) fn setting_without_value(key: &str) -> String {
    format!("there is no value behind `{key} =`")
}

pub(crate) fn not_a_size(found: &str) -> String {
    help(&format!("cannot read `{found}` as a size"), "a size is a whole number, or an expression of type `usize`")
}

pub(crate) fn not_a_value(found: &str) -> String {
    format!("cannot read `{found}` as the value of a setting")
}

pub(crate) fn keyword_as_name(name: &str) -> String {
    help(&format!("`{name}` is a keyword of Rust and cannot name a layer"), &format!("write `{name}_`, for example"))
}

pub(crate) fn underscore_as_name() -> String {
    help("a layer's name is the name of its field, so it cannot be `_`", "write a name, or remove `_:`")
}
