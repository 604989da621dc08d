//! What to say of a tensor that is missing, in terms of those that nobody takes.

use std::borrow::ToOwned;
use std::format;
use std::string::String;
use std::vec::Vec;

use super::error::shown;

/// Names in the order that a person would list them in: `2.weight` before `10.weight`.
pub(super) fn sort(names: &mut [&str]) {
    names.sort_unstable_by_key(|name| {
        let part = |part| (str::parse(part).unwrap_or(u64::MAX), part);
        name.split('.').map(part).collect::<Vec<_>>()
    });
}

/// The first few of many names: `a`, `b` and 7 more.
pub(super) fn listed(names: &[String]) -> String {
    const MOST: usize = 6;
    let quoted = |names: &[String]| {
        let names: Vec<String> = names.iter().map(|name| format!("`{}`", shown(name))).collect();
        names.join(", ")
    };
    match names {
        [] => String::from("none"),
        [one] => quoted(core::slice::from_ref(one)),
        [first @ .., last] if names.len() <= MOST => format!("{} and `{}`", quoted(first), shown(last)),
        _ => format!("{} and {} more", quoted(&names[..MOST]), names.len() - MOST),
    }
}

/// What to write so that `theirs`, a tensor of the file, is read as `ours`.
pub(super) fn help(ours: &str, theirs: &str) -> String {
    let (a, b): (Vec<&str>, Vec<&str>) = (ours.split('.').collect(), theirs.split('.').collect());
    let ((Some(a_last), a), (Some(b_last), b)) = (split_last(&a), split_last(&b)) else { return String::new() };
    // What a layer calls its own tensors is not the user's to choose; and of a level within, nothing is known.
    if a_last != b_last || b.len() < a.len() || a.is_empty() && b.is_empty() {
        return format!("if `{}` is meant, rename it to `{ours}` in the file", shown(theirs));
    }
    let (outside, b) = b.split_at(b.len() - a.len());
    if !outside.is_empty() && a.first().is_some_and(|first| outside[0] == *first) {
        return format!("if `{}` is meant, rename it to `{ours}` in the file", shown(theirs));
    }
    let mut steps = Vec::new();
    if !outside.is_empty() {
        let outside = shown(&outside.join("."));
        steps.push(format!(
            "save what is inside `{outside}` alone (in PyTorch: `model.get_submodule(\"{outside}\").state_dict()`)"
        ));
    }
    for (ours, theirs) in a.iter().zip(b).filter(|(ours, theirs)| ours != theirs) {
        steps.push(if is_identifier(theirs) {
            format!("call `{ours}` as the file does, `{theirs}`")
        } else {
            let name = shown(theirs);
            format!("give `{ours}` the name that the file has: `#[name(\"{name}\")] {ours}: ..`")
        });
    }
    format!("if `{}` is meant, {}", shown(theirs), steps.join(", and "))
}

fn split_last<'a, 'b>(parts: &'b [&'a str]) -> (Option<&'a str>, &'b [&'a str]) {
    parts.split_last().map_or((None, parts), |(last, rest)| (Some(last), rest))
}

/// Whether a field can surely be called so as it stands.
fn is_identifier(name: &str) -> bool {
    let mut letters = name.chars();
    let begins = letters.next().is_some_and(|first| first == '_' || first.is_ascii_alphabetic());
    begins
        && letters.all(|letter| letter == '_' || letter.is_ascii_alphanumeric())
        && name != "_"
        && !KEYWORDS.contains(&name)
}

/// The Rust Reference, "Keywords": strict and reserved, edition 2024.
#[rustfmt::skip]
const KEYWORDS: [&str; 52] = [
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true", "try",
    "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// The one of `unused` that was probably meant: alike by its name, or the first that has the same place in a layer;
/// those that fit come first.
pub(super) fn meant<'a>(name: &str, unused: &[&'a str], fits: impl Fn(&str) -> bool) -> Option<&'a str> {
    let fitting = || unused.iter().copied().filter(|other| fits(other));
    let ending = name.rfind('.').map_or(name, |dot| &name[dot..]);
    super::nearest::nearest(name, fitting())
        .or_else(|| fitting().find(|other| other.ends_with(ending)))
        .or_else(|| super::nearest::nearest(name, unused.iter().copied()))
}

/// Names that outlive the file.
pub(super) fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_by_their_numbers() {
        let mut names = ["10.weight", "fc.bias", "2.weight", "2.bias", "net.11.a", "net.9.a"];
        sort(&mut names);
        assert_eq!(names, ["2.bias", "2.weight", "10.weight", "fc.bias", "net.9.a", "net.11.a"]);
    }

    #[test]
    fn a_name_that_is_no_identifier_is_never_proposed_for_a_field() {
        for name in ["fc2", "_1", "Net", "__"] {
            assert!(is_identifier(name), "{name}");
            let expected = format!("if `{name}.weight` is meant, call `fc1` as the file does, `{name}`");
            assert_eq!(help("fc1.weight", &format!("{name}.weight")), expected);
        }
        for name in ["0", "2a", "", "_", "a-b", "a²", "type", "gen", "Self", "a b"] {
            assert!(!is_identifier(name), "{name}");
            let text = help("fc1.weight", &format!("{name}.weight"));
            let expected = format!("give `fc1` the name that the file has: `#[name(\"{name}\")] fc1: ..`");
            assert_eq!(text, format!("if `{name}.weight` is meant, {expected}"));
        }
    }

    #[test]
    fn levels_are_told_one_by_one() {
        assert_eq!(
            help("encoder.fc1.weight", "net.0.weight"),
            "if `net.0.weight` is meant, call `encoder` as the file does, `net`, \
             and give `fc1` the name that the file has: `#[name(\"0\")] fc1: ..`"
        );
        assert_eq!(
            help("fc1.weight", "net.0.weight"),
            "if `net.0.weight` is meant, save what is inside `net` alone \
             (in PyTorch: `model.get_submodule(\"net\").state_dict()`), \
             and give `fc1` the name that the file has: `#[name(\"0\")] fc1: ..`"
        );
        assert_eq!(
            help("fc1.weight", "module.fc1.weight"),
            "if `module.fc1.weight` is meant, save what is inside `module` alone \
             (in PyTorch: `model.get_submodule(\"module\").state_dict()`)"
        );
    }

    #[test]
    fn what_only_the_file_can_mend_is_mended_there() {
        for (ours, theirs) in [
            ("fc1.weight", "fc1.wieght"),
            ("encoder.fc1.weight", "fc1.weight"),
            ("residual1.fc.weight", "residual1.block.fc.weight"),
            ("weight", "kernel"),
        ] {
            assert_eq!(help(ours, theirs), format!("if `{theirs}` is meant, rename it to `{ours}` in the file"));
        }
    }
}
