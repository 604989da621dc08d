//! Tokens as text for messages.

use proc_macro2::{Group, TokenStream};
use quote::ToTokens;
use syn::Path;

/// `my::Gain<16>` as one would write it.
pub(crate) fn show_path(path: &Path) -> String {
    show(&path.to_token_stream())
}

/// Tokens as one would write them, on one line.
pub(crate) fn show(tokens: &TokenStream) -> String {
    let mut text = tokens.to_string().replace('\n', " ");
    for (spaced, tight) in [
        (" :: ", "::"),
        (":: ", "::"),
        (" ::", "::"),
        (" < ", "<"),
        ("< ", "<"),
        (" >", ">"),
        (" ,", ","),
        (" (", "("),
        ("( ", "("),
        (" )", ")"),
        ("[ ", "["),
        (" ]", "]"),
        ("- >", "->"),
        ("-> ", " -> "),
        (" ->", " ->"),
        (" :", ":"),
    ] {
        text = text.replace(spaced, tight);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same in back-ticks, cut to what fits a message.
pub(super) fn show_short(tokens: &TokenStream) -> String {
    let text = show(tokens);
    if text.chars().count() <= 40 { format!("`{text}`") } else { "the entry before it".to_owned() }
}

/// The tokens between the delimiters.
pub(crate) fn inside(group: &Group) -> String {
    show(&group.stream())
}
