//! `#[weights("..")]`: the attribute, the file, and what is in it.

use nn_files::names::shown;
use nn_files::{Layout, OptionError};

use super::{help, list};
use crate::catalog::Level;

pub(crate) fn form() -> String {
    help(
        "`#[weights]` names one file, by a string or by `concat!` and `env!` of strings",
        "write `#[weights(\"model.safetensors\")]`",
    )
}

pub(crate) fn behind_form() -> String {
    help(
        "behind the file of `#[weights]` stand settings, and names with types: of what was saved beside the network",
        "write `#[weights(\"model.safetensors\", rename(\"net.0\" = \"fc1\"), scaler: StandardScaler<4>)]`",
    )
}

pub(crate) fn rename_form() -> String {
    help(
        "`rename` takes rules: levels of names in the file, and what the list calls them",
        "write `rename(\"net.0\" = \"fc1\", \"encoder.*\" = \"*\")`",
    )
}

pub(crate) fn prefix_form() -> String {
    help(
        "`strip_prefix` takes a string: the levels that the names in the file begin with",
        "write `strip_prefix = \"module\"`",
    )
}

pub(crate) fn layout_form() -> String {
    help("`layout` is `\"pytorch\"`, as without it, or `\"keras\"`", "write `layout = \"keras\"`")
}

pub(crate) fn option_twice(option: &str) -> String {
    help(&format!("`{option}` stands here twice"), "remove one of the two")
}

/// `meant` is one of those that there are.
pub(crate) fn unknown_option(found: &str, meant: Option<&str>) -> String {
    let text = format!("`#[weights]` has no `{found}`");
    match meant {
        Some("rename") => help(&text, "write `rename(\"net.0\" = \"fc1\")`"),
        Some("strip_prefix") => help(&text, "write `strip_prefix = \"module\"`"),
        Some(_) => help(&text, "write `layout = \"keras\"`"),
        None => help(&text, "it has `rename(..)`, `strip_prefix = \"..\"` and `layout = \"..\"`"),
    }
}

/// What the settings have against the file, or each other.
pub(crate) fn options(file: &str, problem: &OptionError) -> String {
    if problem.is_of_the_options_alone() { problem.to_string() } else { format!("`{file}`: {problem}") }
}

/// A file of Keras that is read as one of PyTorch.
pub(crate) fn of_keras(file: &str, tensor: &str) -> String {
    help(
        &format!("`{file}` has `{}`: so Keras calls its tensors, and they lie in another order", shown(tensor)),
        "write `layout = \"keras\"` behind the file",
    )
}

pub(crate) fn beside_twice(name: &str) -> String {
    help(&format!("`{name}` stands here twice"), "remove one of the two")
}

pub(crate) fn beside_nothing(file: &str, name: &str) -> String {
    help(&format!("`{file}` has no tensor whose name begins with `{name}`"), &format!("remove `{name}: _`"))
}

pub(crate) fn twice() -> String {
    help("a network has the weights of one file", "remove one `#[weights(..)]`")
}

pub(crate) fn no_variable(name: &str) -> String {
    help(
        &format!("the environment variable `{name}` is not set while this is compiled"),
        "`OUT_DIR` is set for packages with a `build.rs`, `CARGO_MANIFEST_DIR` for all",
    )
}

/// `path` is where the file was looked for.
pub(crate) fn unreadable(file: &str, path: &std::path::Path, error: &std::io::Error) -> String {
    if error.kind() == std::io::ErrorKind::NotFound {
        let begins = if file.starts_with('.') {
            "with `./` or `../`, a path begins at the directory of this source file, without at that of `Cargo.toml`"
        } else {
            "a path begins at the directory of `Cargo.toml`, or with `./` at that of this source file"
        };
        return help(&format!("there is no file `{file}`: looked for `{}`", path.display()), begins);
    }
    format!("cannot read `{}`: {}", path.display(), error.kind())
}

pub(crate) fn damaged(file: &str, problem: &dyn std::fmt::Display) -> String {
    format!("cannot use `{file}`: {problem}")
}

/// Of a tensor and `more` others that cannot be used for the same reason. `written` is how the file has the tensor, where that differs.
pub(crate) fn unusable(file: &str, error: &dyn std::fmt::Display, written: Option<&str>, more: usize) -> String {
    let written = written.map_or_else(String::new, |written| format!("; the file has it as {written}"));
    let others = match more {
        0 => String::new(),
        1 => "; one more tensor is like it".to_owned(),
        more => format!("; {more} more tensors are like it"),
    };
    format!("cannot use `{file}`: {error}{written}{others}")
}

/// No tensor of the list is in the file. `rules` is what would make its names those of the list.
pub(crate) fn nothing_fits(
    file: &str,
    expected: &[String],
    found: &[&str],
    rules: Option<&[(String, String)]>,
) -> String {
    /// More are not shown in full.
    const MOST_RULES: usize = 8;
    let names: Vec<&str> = expected.iter().map(String::as_str).collect();
    let text =
        format!("`{file}` has none of the tensors {} of this list; it has {}", shortened(&names), shortened(found));
    // Where a level stands before all names, it can be written.
    let level = found.iter().find_map(|name| name.strip_suffix(names[0])?.strip_suffix('.'));
    let fits = |level: &&str| names.iter().all(|name| found.contains(&format!("{level}.{name}").as_str()));
    if let Some(level) = level.filter(fits) {
        let strip = format!("write `strip_prefix = \"{level}\"` behind the file");
        return help(&text, &format!("{strip}, or `#[name(\"{level}\")]` before the struct"));
    }
    let by_name = "call the layers as the file does: `fc1: ..`, or `#[name(\"0\")]` before a layer";
    match rules {
        Some(rules) if rules.len() <= MOST_RULES => {
            let rules: Vec<String> = rules.iter().map(|(theirs, ours)| format!("\"{theirs}\" = \"{ours}\"")).collect();
            help(&text, &format!("write `rename({})` behind the file, or {by_name}", rules.join(", ")))
        }
        _ => help(&text, by_name),
    }
}

pub(crate) fn missing(file: &str, tensor: &str, fix: &str) -> String {
    help(&format!("`{file}` has no tensor `{tensor}`"), fix)
}

/// `near` is a tensor of the file that may be meant, `levels` what their names begin with where only that differs, with what the layer would
/// have to be called.
pub(crate) fn missing_near(tensor: &str, near: &str, levels: Option<([&str; 2], &str)>) -> String {
    let near = shown(near);
    match levels {
        Some(([theirs, ours], level)) => format!(
            "it has `{near}` and no layer for it; to use that as `{tensor}`, {}, or write `rename(\"{theirs}\" = \"{ours}\")` behind the file",
            call("the layer", level)
        ),
        None => format!(
            "it has `{near}` and no layer for it; to use that as `{tensor}`, write `rename(\"{near}\" = \"{tensor}\")` behind the file"
        ),
    }
}

/// What makes the tensors of a layer begin with `level`.
fn call(layer: &str, level: &str) -> String {
    match syn::parse_str::<syn::Ident>(level) {
        Ok(_) => format!("call {layer} `{level}`"),
        Err(_) => format!("write `#[name(\"{level}\")]` before {layer}"),
    }
}

/// Of a tensor that a switch takes away.
pub(crate) fn missing_switch(switch: &str) -> String {
    format!("write `{switch} = false`")
}

/// A tensor of a layer that stands on another one, or of its other direction.
pub(crate) fn missing_level(level: Level) -> String {
    match level {
        Level { below: 0, .. } => "leave out `bidirectional = true`".to_owned(),
        Level { below: 1, .. } => "leave out `layers`".to_owned(),
        Level { below, .. } => format!("write `layers = {below}`"),
    }
}

/// A tensor that a layer would have with another setting.
pub(crate) fn another_level(file: &str, tensor: &str, layer: &str, setting: &str) -> String {
    help(&format!("`{file}` has `{tensor}`, which `{layer}` does not have"), &format!("write `{setting}`"))
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

/// `written` is how the file has the tensor, where that differs.
pub(crate) fn shape(
    file: &str,
    tensor: &str,
    takes: &str,
    found: &[usize],
    written: Option<&str>,
    fix: Option<&str>,
) -> String {
    let written = written.map_or_else(String::new, |written| format!(", which has it as {written}"));
    let text = format!("`{tensor}` is {takes} in this list, but {found:?} in `{file}`{written}");
    fix.map_or_else(|| text.clone(), |fix| help(&text, fix))
}

/// A matrix that lies the other way round.
pub(crate) fn transposed(tensor: &str, layout: Layout) -> String {
    match (layout, tensor.strip_suffix(".weight")) {
        (Layout::Keras, _) => {
            "it is transposed: the file must hold inputs by outputs, as Keras does; without `layout = \"keras\"` it is \
             outputs by inputs"
                .to_owned()
        }
        (_, Some(layer)) => format!(
            "it is transposed: the file must hold outputs by inputs, as PyTorch does; to turn it, write \
             `layout = \"keras\", rename(\"{tensor}\" = \"{layer}.kernel\")` behind the file"
        ),
        _ => "it is transposed: the file must hold outputs by inputs, as PyTorch does".to_owned(),
    }
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

/// `meant` is the layer that they may belong to, and what their names begin with.
pub(crate) fn extra(file: &str, names: &[&str], meant: Option<(&str, &str)>) -> String {
    let fix = match (meant, names.len()) {
        (Some((layer, level)), 1) => format!("if it belongs to `{layer}`, {}", call("that layer", level)),
        (Some((layer, level)), _) => format!("if they belong to `{layer}`, {}", call("that layer", level)),
        (None, 1) => "add the layer that it belongs to, or save the model without it".to_owned(),
        (None, _) => "add the layers that they belong to, or save the model without them".to_owned(),
    };
    help(&format!("no layer takes {} of `{file}`", shortened(names)), &fix)
}

/// Of scalers that were saved beside the network: what to write for them.
pub(crate) fn extra_scalers(file: &str, names: &[&str], scalers: &[(&str, String)]) -> String {
    let written: Vec<String> = scalers.iter().map(|(name, ty)| format!("{name}: {ty}")).collect();
    let or = match scalers {
        [(name, ty)] if ty.starts_with("StandardScaler") => {
            format!("; to have it as a layer, `{name}: Standardize` in the list")
        }
        _ => String::new(),
    };
    let fix = format!("to have what was saved beside the network, write `#[weights(.., {})]`{or}", written.join(", "));
    help(&format!("no layer takes {} of `{file}`", shortened(names)), &fix)
}
