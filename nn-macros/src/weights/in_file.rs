//! What to write for a layer whose tensors are others in the file.

use super::follow_input;
use crate::catalog::{self, Given, Takes};
use crate::errors::weights as texts;
use crate::model::{Kind, Layer};
use crate::sizes::Size;

/// What to write for a convolution whose tensor has these extents: `[out, in / groups, rows, columns]`, or with `in` and `out` in each
/// other's place.
pub(super) fn as_in_file(layer: &Layer, [first, second]: [usize; 2], kernel: &[usize]) -> Option<String> {
    let Kind::BuiltIn(built_in) = &layer.kind else { return None };
    let given = layer.given(built_in);
    let known = |size: Size| usize::try_from(size.known()?).ok();
    let (channels, groups) = (known(given.extent(0)), known(given.number("groups", 0))?);
    let follows = follow_input(built_in.entry.weights.as_ref()?.tensors.first()?, &given);
    let (inputs, outputs, groups) = match channels {
        _ if *follows.first()? => (first, second * groups, groups),
        // What comes in stays; there are as many groups as that takes.
        Some(channels) if second > 0 && channels.is_multiple_of(second) => (channels, first, channels / second),
        _ => (second * groups, first, groups),
    };
    let kernel = match kernel {
        [rows, columns] if rows == columns => rows.to_string(),
        _ => format!("{kernel:?}"),
    };
    let groups = if groups == 1 { String::new() } else { format!(", groups = {groups}") };
    Some(texts::shape_fix(&format!("{}({inputs} -> {outputs}, kernel = {kernel}{groups})", layer.tokens)))
}

/// What to write for a recurrent layer, given the extents of the two products of its first layer in the file: how many rows there are for each
/// unit tells which cell it is.
pub(super) fn recurrent_in_file(layer: &Layer, [rows, inputs]: [usize; 2], units: usize) -> Option<String> {
    let Kind::BuiltIn(built_in) = &layer.kind else { return None };
    let given = layer.given(built_in);
    let (outputs, rows) = (Size::Known(units as u64), rows as u64);
    let is_it = |entry: &&catalog::Entry| {
        let first = entry.weights.as_ref().and_then(|weights| weights.tensors.first());
        let dims = first.map(|tensor| (tensor.dims)(&Given { outputs: Some(&outputs), ..given }));
        entry.takes == Takes::Sequence && dims.is_some_and(|dims| dims[0].known() == Some(rows))
    };
    let kind = catalog::layers().find(is_it)?.name;
    Some(texts::shape_fix(&format!("{kind}({inputs} -> {units})")))
}
