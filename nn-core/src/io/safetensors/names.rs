//! What to say of a tensor that is missing, in terms of those that nobody takes.

use std::borrow::ToOwned;
use std::format;
use std::string::String;
use std::vec::Vec;

pub(crate) use nn_files::names::shown;
pub(super) use nn_files::names::{listed, nearest, sort};

/// What to write so that `theirs`, a tensor of the file, is read as `ours`.
pub(super) fn help(ours: &str, theirs: &str) -> String {
    let meant = format!("if `{}` is meant, load with `LoadOptions::new()", shown(theirs));
    if let Some(prefix) = theirs.strip_suffix(ours).and_then(|front| front.strip_suffix('.')) {
        return format!("{meant}.strip_prefix(\"{}\")`", shown(prefix));
    }
    let (a, b): (Vec<&str>, Vec<&str>) = (ours.split('.').collect(), theirs.split('.').collect());
    let same = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) =
        if same < a.len() && same < b.len() { (&a[..a.len() - same], &b[..b.len() - same]) } else { (&a[..], &b[..]) };
    let rename = format!("{meant}.rename(\"{}\", \"{}\")`", shown(&b.join(".")), a.join("."));
    // What a layer calls its own tensors is not the user's to choose; and of a level within, nothing is known.
    if same == 0 || a.len() != b.len() {
        return rename;
    }
    let call = |(ours, theirs): (&&str, &&str)| {
        if is_identifier(theirs) {
            format!("call `{ours}` as the file does, `{theirs}`")
        } else {
            let name = shown(theirs);
            format!("give `{ours}` the name that the file has: `#[name(\"{name}\")] {ours}: ..`")
        }
    };
    let steps: Vec<String> = a.iter().zip(b).filter(|(ours, theirs)| ours != theirs).map(call).collect();
    format!("{rename}, or {}", steps.join(", and "))
}

/// What to write for a file that has names of Keras.
pub(super) const KERAS: &str = "so Keras calls its tensors: load with `LoadOptions::new().layout(Layout::Keras)`";

/// What to write so that all tensors of the file are read as ours, where they differ by their levels alone.
pub(super) fn help_for_all(rules: &[(String, String)]) -> Option<String> {
    /// More are not shown in full.
    const MOST: usize = 8;
    if rules.len() > MOST {
        return None;
    }
    let rules: Vec<String> = rules.iter().map(|(theirs, ours)| format!(".rename(\"{theirs}\", \"{ours}\")")).collect();
    Some(format!("load with `LoadOptions::new(){}`", rules.concat()))
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
    nearest(name, fitting())
        .or_else(|| fitting().find(|other| other.ends_with(ending)))
        .or_else(|| nearest(name, unused.iter().copied()))
}

/// Names that outlive the file.
pub(super) fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_no_identifier_is_never_proposed_for_a_field() {
        for name in ["fc2", "_1", "Net", "__"] {
            assert!(is_identifier(name), "{name}");
            let options = format!("load with `LoadOptions::new().rename(\"{name}\", \"fc1\")`");
            let expected = format!("if `{name}.weight` is meant, {options}, or call `fc1` as the file does, `{name}`");
            assert_eq!(help("fc1.weight", &format!("{name}.weight")), expected);
        }
        for name in ["0", "2a", "_", "a-b", "a²", "type", "gen", "Self", "a b"] {
            assert!(!is_identifier(name), "{name}");
            let text = help("fc1.weight", &format!("{name}.weight"));
            assert!(
                text.ends_with(&format!("give `fc1` the name that the file has: `#[name(\"{name}\")] fc1: ..`")),
                "{text}"
            );
        }
        assert!(!is_identifier(""));
    }

    #[test]
    fn levels_are_told_one_by_one() {
        assert_eq!(
            help("encoder.fc1.weight", "net.0.weight"),
            "if `net.0.weight` is meant, load with `LoadOptions::new().rename(\"net.0\", \"encoder.fc1\")`, \
             or call `encoder` as the file does, `net`, \
             and give `fc1` the name that the file has: `#[name(\"0\")] fc1: ..`"
        );
        assert_eq!(
            help("encoder.fc1.weight", "net.fc1.weight"),
            "if `net.fc1.weight` is meant, load with `LoadOptions::new().rename(\"net\", \"encoder\")`, \
             or call `encoder` as the file does, `net`"
        );
        assert_eq!(
            help("fc1.weight", "module.fc1.weight"),
            "if `module.fc1.weight` is meant, load with `LoadOptions::new().strip_prefix(\"module\")`"
        );
    }

    #[test]
    fn what_no_declaration_can_mend_is_renamed() {
        for (ours, theirs, rule) in [
            ("fc1.weight", "net.0.weight", "\"net.0\", \"fc1\""),
            ("fc1.weight", "fc1.wieght", "\"fc1.wieght\", \"fc1.weight\""),
            ("encoder.fc1.weight", "fc1.weight", "\"fc1.weight\", \"encoder.fc1.weight\""),
            ("residual1.fc.weight", "residual1.block.fc.weight", "\"residual1.block\", \"residual1\""),
            ("weight", "kernel", "\"kernel\", \"weight\""),
        ] {
            assert_eq!(
                help(ours, theirs),
                format!("if `{theirs}` is meant, load with `LoadOptions::new().rename({rule})`")
            );
        }
    }
}
