//! Branches: how they are written, and outputs that do not go together.

use super::help;
use crate::catalog::{Block, FLATTEN};
use crate::sizes::SEQUENCE;

pub(crate) fn braces_alone() -> String {
    help(
        "these braces belong to no layer that has branches",
        "leave them out, or write the layer before them: `Add { {..}, {..} }`",
    )
}

/// Braces in a block that has no branches, as if it had.
pub(crate) fn braces_in_a_block(block: &str) -> String {
    help(
        &format!("`{block}` has no branches: its layers stand in its own braces"),
        "leave these out, or write `Add { {..}, {..} }` for the sum of several branches",
    )
}

pub(crate) fn no_branches(block: &Block) -> String {
    help(
        &format!("`{}` has no branches", block.name),
        &format!("write `{}`; an empty one, `{{}}`, is the input itself", block.form()),
    )
}

/// `inside` is what its braces hold.
pub(crate) fn one_branch(block: &Block, inside: &str) -> String {
    let name = block.name;
    help(
        &format!("`{name}` has one branch, and joins two or more"),
        &format!("write a second one behind it: `{name} {{ {inside}, {{}} }}` with the input itself, for example"),
    )
}

pub(crate) fn many_branches(block: &str, most: usize) -> String {
    help(
        &format!("`{block}` joins at most {most} branches"),
        &format!("put some of them into an inner `{block}`, which is one branch of this one"),
    )
}

/// `layer` is what stands beside the branches.
pub(crate) fn layer_beside_branches(block: &str, layer: &str) -> String {
    help(
        &format!("the branches of `{block}` stand in braces, and `{layer}` is in none of them"),
        &format!("write `{{ {layer} }}` for a branch of its own, or move it into one of the others"),
    )
}

/// `inside` is what the braces of the block hold: layers.
pub(crate) fn no_braces(block: &Block, inside: &str) -> String {
    let name = block.name;
    help(
        &format!("every branch of `{name}` stands in braces of its own"),
        &format!("write `{name} {{ {{ {inside} }}, {{}} }}` with the input itself as the other branch, for example"),
    )
}

pub(crate) fn branch_name(branch: &str, name: &str) -> String {
    help(
        &format!("branches are numbered, so this one cannot be called `{name}`"),
        &format!("remove `{name}:`; it is `{branch}`"),
    )
}

pub(crate) fn branch_attribute() -> String {
    help("a branch takes no attributes", "put them on the layers in it, or on the layer around all branches")
}

/// Two branches and the shapes with which they end.
pub(crate) struct Ends<'a> {
    /// The layer around them.
    pub(crate) layer: &'a str,
    /// What it does with them.
    pub(crate) does: &'a str,
    /// The one that is right, and its shape.
    pub(crate) right: (&'a str, &'a str),
    /// The other one.
    pub(crate) wrong: (&'a str, &'a str),
}

pub(crate) fn ends_differ(ends: &Ends<'_>) -> String {
    let Ends { layer, does, right: (first, right), wrong: (other, wrong) } = ends;
    format!("`{layer}` {does}, but `{first}` ends with {right} and `{other}` with {wrong}")
}

pub(crate) fn branch_help(branch: &str, right: &str) -> String {
    format!("the last layer of `{branch}` must produce {right}")
}

/// What to write in place of an empty branch.
pub(crate) fn projection_help(branch: &str, projection: &str) -> String {
    format!("write `{{ {projection} }}` for `{branch}`, which is the input itself")
}

pub(crate) fn flatten_help(branch: &str) -> String {
    format!("write `{FLATTEN}` at the end of `{branch}`")
}

/// Of shapes of so many extents.
pub(crate) fn extents_help(rank: usize) -> String {
    if rank == SEQUENCE {
        "sequences stand beside each other step by step: they must have as many steps".to_owned()
    } else {
        "images stand one behind the other channel by channel: their heights and widths must be the same".to_owned()
    }
}

/// What to write where a block that keeps the shape does not.
pub(crate) fn residual_help(takes: &str, projection: Option<&str>) -> String {
    let last = format!("the last layer of the block must produce {takes}");
    match projection {
        Some(projection) => format!("{last}, or write `Add {{ {{..}}, {{ {projection} }} }}`"),
        None => last,
    }
}
