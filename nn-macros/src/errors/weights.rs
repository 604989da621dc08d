//! `#[weights("..")]`: the attribute, the file, and what is in it.

use super::{help, list};
use crate::catalog::Level;

pub(crate) fn form() -> String {
    help(
        "`#[weights]` names one file, by a string or by `concat!` and `env!` of strings",
        "write `#[weights(\"model.safetensors\")]`",
    )
}

pub(crate) fn beside_form() -> String {
    help(
        "behind the file of `#[weights]` stand names with types: of what was saved beside the network",
        "write `#[weights(\"model.safetensors\", scaler: StandardScaler<4>)]`",
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

/// Of a tensor and `more` others that cannot be used for the same reason.
pub(crate) fn unusable(file: &str, error: &dyn std::fmt::Display, more: usize) -> String {
    let others = match more {
        0 => String::new(),
        1 => "; one more tensor is like it".to_owned(),
        more => format!("; {more} more tensors are like it"),
    };
    format!("cannot use `{file}`: {error}{others}")
}

/// No tensor of the list is in the file.
pub(crate) fn nothing_fits(file: &str, expected: &[String], found: &[&str]) -> String {
    let names: Vec<&str> = expected.iter().map(String::as_str).collect();
    let text =
        format!("`{file}` has none of the tensors {} of this list; it has {}", shortened(&names), shortened(found));
    // Where a level stands before all names, it can be written.
    let level = found.iter().find_map(|name| name.strip_suffix(names[0])?.strip_suffix('.'));
    let fits = |level: &&str| names.iter().all(|name| found.contains(&format!("{level}.{name}").as_str()));
    match level.filter(fits) {
        Some(level) => help(&text, &format!("write `#[name(\"{level}\")]` before the struct")),
        None => help(&text, "call the layers as the file does: `fc1: ..`, or `#[name(\"0\")]` before a layer"),
    }
}

pub(crate) fn missing(file: &str, tensor: &str, fix: &str) -> String {
    help(&format!("`{file}` has no tensor `{tensor}`"), fix)
}

pub(crate) fn missing_near(tensor: &str, near: &str, level: &str) -> String {
    format!("it has `{near}` and no layer for it; to use that as `{tensor}`, {}", call("the layer", level))
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
