//! The names of layers: the user's, and those that are counted.

use std::collections::{HashMap, HashSet};

use proc_macro2::{Ident, Span};
use quote::format_ident;
use syn::ext::IdentExt;

use super::{Lower, Scope};
use crate::ast;
use crate::catalog::{Inside, block as block_of};
use crate::errors::names as texts;
use crate::parse::{show, show_path};

/// The names of one struct.
pub(super) struct Names {
    /// Every name that the user wrote, so that no generated one takes it.
    written: HashSet<String>,
    /// The names given so far, with the layers that have them.
    given: HashMap<String, String>,
    counts: HashMap<String, usize>,
}

/// The name of one layer.
pub(super) struct Name {
    pub(super) text: String,
    /// The same as a field.
    pub(super) field: Ident,
    pub(super) named: bool,
}

impl Names {
    pub(super) fn new(items: &[ast::Item]) -> Self {
        let mut written = HashSet::new();
        collect(items, &mut written);
        Self { written, given: HashMap::new(), counts: HashMap::new() }
    }

    /// `dense1`, `dense2`: the kind and its count, past the names that the user wrote. `Conv2d` is `conv1`, not `conv2d1`.
    fn next(&mut self, kind: &str) -> String {
        let snake = snake_case(kind);
        let base = snake.strip_suffix("1d").or_else(|| snake.strip_suffix("2d")).unwrap_or(&snake).to_owned();
        let count = self.counts.entry(base.clone()).or_default();
        loop {
            *count += 1;
            let name = format!("{base}{count}");
            if !self.written.contains(&name) {
                return name;
            }
        }
    }
}

fn collect(items: &[ast::Item], written: &mut HashSet<String>) {
    for item in items {
        let ast::Item::Layer(layer) = item else { continue };
        written.extend(layer.name.as_ref().map(|name| name.unraw().to_string()));
        if let Some(block) = &layer.block
            && layer.plain_name().as_deref().and_then(block_of).is_some_and(|block| block.inside == Inside::Rounds)
        {
            collect(&block.items, written);
        }
    }
}

/// `LeakyRelu` to `leaky_relu`.
fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for (i, c) in name.char_indices() {
        if c.is_uppercase() && i > 0 && !snake.ends_with('_') {
            snake.push('_');
        }
        snake.extend(c.to_lowercase());
    }
    snake
}

impl Lower<'_> {
    /// The name of a block's struct, unlike all others: `Net_body_1` for `body_1` of `Net`. No type of the user's is written like that. It
    /// stands where the user wrote the network's name, as a name of the macro's, of which lints say nothing.
    pub(super) fn struct_name(&mut self, scope: &Scope, block: &str) -> Ident {
        let base = format!("{}_{block}", scope.name.unraw());
        let again = (2..).map(|count: u64| format!("{base}_{count}"));
        let name = std::iter::once(base.clone()).chain(again).find(|name| self.structs.insert(name.clone()));
        Ident::new(&name.unwrap_or(base), Span::call_site().located_at(scope.name.span()))
    }

    /// Gives `layer` its name, and reports one that is taken.
    pub(super) fn name(&mut self, scope: &mut Scope, layer: &ast::Layer) -> Name {
        let Some(written) = &layer.name else {
            let text = scope.names.next(&layer.ident().to_string());
            let field = Ident::new(&text, layer.ident().span());
            return Name { text, field, named: false };
        };
        let mut field = written.clone();
        if !scope.suffix.is_empty() {
            field = format_ident!("{}{}", written, scope.suffix, span = written.span());
        }
        let text = field.unraw().to_string();
        let kind = show_path(&layer.kind);
        if let Some(first) = scope.names.given.get(&text) {
            self.errors.push(written, texts::duplicate(&text, first));
            let text = scope.names.next(&layer.ident().to_string());
            field = Ident::new(&text, written.span());
            return Name { text, field, named: true };
        }
        let arguments = layer.arguments.as_ref().map_or_else(String::new, |arguments| show(&arguments.tokens));
        scope.names.given.insert(text.clone(), format!("{text}: {kind}{arguments}"));
        Name { text, field, named: true }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases() {
        assert_eq!(snake_case("LeakyRelu"), "leaky_relu");
        assert_eq!(snake_case("Dense"), "dense");
    }
}
