//! The sizes in a layer's parentheses.

use quote::{ToTokens, quote};
use syn::Expr;

use super::Lower;
use crate::ast::{self, Argument};
use crate::catalog::Entry;
use crate::errors::layers as texts;
use crate::parse::show;

/// The sizes in a layer's parentheses.
#[derive(Default)]
pub(super) struct Positions<'a> {
    pub(super) from: Option<&'a Expr>,
    pub(super) to: Option<&'a Expr>,
}

impl Lower<'_> {
    /// Reports sizes of a layer that takes none.
    pub(super) fn no_positions(&mut self, entry: &Entry, arguments: &[Argument]) {
        for argument in arguments {
            match argument {
                Argument::Size(size) => {
                    let setting = entry.settings.first().map(|setting| setting.key);
                    self.errors.push(size, texts::takes_no_size(entry.name, setting, &quote!(#size).to_string()));
                }
                Argument::Map { from, to } => {
                    self.errors.push(quote!(#from -> #to), texts::takes_no_size(entry.name, None, ""));
                }
                Argument::Setting { .. } => {}
            }
        }
    }

    /// Finds the one size or the one pair of sizes.
    pub(super) fn positions<'a>(
        &mut self,
        entry: &Entry,
        layer: &ast::Layer,
        arguments: &'a [Argument],
    ) -> Positions<'a> {
        let mut found = Positions::default();
        let mut settings = false;
        for argument in arguments {
            match argument {
                Argument::Setting { .. } => settings = true,
                Argument::Size(size) if found.to.is_none() => {
                    if settings {
                        self.errors.push(size, texts::size_behind_setting(entry.name));
                    }
                    found.to = Some(size);
                }
                Argument::Size(size) => {
                    if let (Some(first), None) = (found.to, found.from) {
                        let shown = |expr: &Expr| show(&expr.to_token_stream());
                        let text = texts::two_sizes(entry.name, &shown(first), &shown(size));
                        self.errors.push(quote!(#first, #size), text);
                        found = Positions { from: Some(first), to: Some(size) };
                    } else {
                        self.errors.push(size, texts::many_sizes(entry.name));
                    }
                }
                Argument::Map { from, to } if found.to.is_none() => {
                    if settings {
                        self.errors.push(quote!(#from -> #to), texts::size_behind_setting(entry.name));
                    }
                    found = Positions { from: Some(from), to: Some(to) };
                }
                Argument::Map { from, to } => self.errors.push(quote!(#from -> #to), texts::many_sizes(entry.name)),
            }
        }
        if found.to.is_none() && !layer.arguments.as_ref().is_some_and(|arguments| arguments.broken) {
            self.errors.push(&layer.kind, texts::size_missing(entry.name));
        }
        found
    }
}
