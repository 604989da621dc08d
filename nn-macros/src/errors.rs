//! The mistakes of one invocation, all of them, and the text of every message.
//!
//! A text is lower case without a full stop, names the layer as the user named it, gives both numbers, and ends with a
//! `help:` line where the fix is known. It stands on the smallest run of tokens that must be edited.

pub(crate) mod branches;
pub(crate) mod budget;
pub(crate) mod derive;
pub(crate) mod family;
pub(crate) mod golden;
pub(crate) mod images;
pub(crate) mod layers;
pub(crate) mod names;
pub(crate) mod sequences;
pub(crate) mod shapes;
pub(crate) mod syntax;
pub(crate) mod weights;
pub(crate) mod words;

use proc_macro2::TokenStream;
use quote::ToTokens;

/// Accumulates mistakes, so that every one is reported at once.
#[derive(Default)]
pub(crate) struct Errors {
    list: Vec<syn::Error>,
    muted: bool,
    hidden: bool,
}

impl Errors {
    pub(crate) fn push(&mut self, at: impl ToTokens, text: impl std::fmt::Display) {
        self.push_error(syn::Error::new_spanned(at, text));
    }

    pub(crate) fn push_error(&mut self, error: syn::Error) {
        if self.muted {
            self.hidden = true;
        } else {
            self.list.push(error);
        }
    }

    /// Runs `work`; its mistakes are consequences of one that is reported already, so they are not.
    pub(crate) fn muted<R>(&mut self, work: impl FnOnce(&mut Self) -> R) -> R {
        let before = std::mem::replace(&mut self.muted, true);
        let result = work(self);
        self.muted = before;
        result
    }

    pub(crate) fn is_muted(&self) -> bool {
        self.muted
    }

    pub(crate) fn set_muted(&mut self, muted: bool) {
        self.muted = muted;
    }

    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty() && !self.hidden
    }

    /// One `compile_error!` for each mistake.
    pub(crate) fn into_tokens(self) -> TokenStream {
        self.list.iter().map(syn::Error::to_compile_error).collect()
    }

    #[cfg(test)]
    pub(crate) fn texts(&self) -> Vec<String> {
        self.list.iter().map(ToString::to_string).collect()
    }

    /// The source text under each mistake.
    #[cfg(test)]
    pub(crate) fn places(&self) -> Vec<String> {
        self.list.iter().map(|error| error.span().source_text().unwrap_or_default()).collect()
    }
}

/// ``help: text`` on a line of its own.
fn help(message: &str, help: &str) -> String {
    format!("{message}\nhelp: {help}")
}

/// `` `a`, `b` and `c` ``
pub(crate) fn list(words: &[&str], last: &str) -> String {
    match words {
        [] => String::new(),
        [one] => format!("`{one}`"),
        [init @ .., end] => {
            let init: Vec<_> = init.iter().map(|word| format!("`{word}`")).collect();
            format!("{} {last} `{end}`", init.join(", "))
        }
    }
}
