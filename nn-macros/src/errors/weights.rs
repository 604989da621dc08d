//! `#[weights("..")]`: the attribute, the file, and what is in it.

use super::{help, list};

pub(crate) fn form() -> String {
    help("`#[weights]` names one file", "write `#[weights(\"model.safetensors\")]`")
}

pub(crate) fn twice() -> String {
    help("a network has the weights of one file", "remove one `#[weights(..)]`")
}

pub(crate) fn unreadable(file: &str, error: &std::io::Error) -> String {
    if error.kind() == std::io::ErrorKind::NotFound {
        return help(
            &format!("there is no file `{file}`"),
            "a path begins at the directory of `Cargo.toml`, or with `./` at that of this source file",
        );
    }
    format!("cannot read `{file}`: {}", error.kind())
}

pub(crate) fn damaged(file: &str, problem: &dyn std::fmt::Display) -> String {
    format!("cannot use `{file}`: {problem}")
}

pub(crate) fn custom(layer: &str, kind: &str) -> String {
    help(
        &format!("`#[weights]` cannot fill `{layer}`: what tensors `{kind}` has is known to rustc alone"),
        "load the file when the program runs",
    )
}

pub(crate) fn missing(file: &str, tensor: &str, fix: &str) -> String {
    help(&format!("`{file}` has no tensor `{tensor}`"), fix)
}

pub(crate) fn missing_near(tensor: &str, near: &str, layer: &str) -> String {
    format!("it has `{near}` and no layer for it; to use that as `{tensor}`, call the layer `{layer}`")
}

/// Of a tensor that a switch takes away.
pub(crate) fn missing_switch(switch: &str) -> String {
    format!("write `{switch} = false`")
}

pub(crate) fn missing_listed(names: &[&str]) -> String {
    if names.is_empty() { "it has no tensors at all".to_owned() } else { format!("it has {}", shortened(names)) }
}

/// The first few of many names.
fn shortened(names: &[&str]) -> String {
    const MOST: usize = 6;
    if names.len() <= MOST {
        return list(names, "and");
    }
    let shown: Vec<String> = names[..MOST].iter().map(|name| format!("`{name}`")).collect();
    format!("{} and {} more", shown.join(", "), names.len() - MOST)
}

pub(crate) fn shape(file: &str, tensor: &str, takes: &str, found: &[usize], fix: Option<&str>) -> String {
    let text = format!("`{tensor}` is {takes} in this list, but {found:?} in `{file}`");
    fix.map_or_else(|| text.clone(), |fix| help(&text, fix))
}

pub(crate) fn transposed() -> String {
    "it is transposed: the file must hold outputs by inputs, as PyTorch does".to_owned()
}

pub(crate) fn shape_fix(written: &str) -> String {
    format!("write `{written}`")
}

pub(crate) fn deferred_shape(file: &str, tensor: &str, extent: usize, written: &str) -> String {
    format!("`{written}` is {{TAKES}}, but extent {extent} of `{tensor}` in `{file}` is {{PRODUCES}}")
}

/// Of a tensor that a switch has taken away.
pub(crate) fn left_over(file: &str, tensor: &str, layer: &str, switch: &str) -> String {
    help(&format!("`{file}` has `{tensor}`, but `{layer}` has no {switch}"), &format!("remove `{switch} = false`"))
}

pub(crate) fn extra(file: &str, names: &[&str]) -> String {
    let fix = if names.len() == 1 {
        "add the layer that it belongs to, or save the model without it"
    } else {
        "add the layers that they belong to, or save the model without them"
    };
    help(&format!("no layer takes {} of `{file}`", shortened(names)), fix)
}
