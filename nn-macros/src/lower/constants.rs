//! The user's const expressions, each given an item of its own.

use std::collections::HashMap;

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident};
use syn::Expr;
use syn::ext::IdentExt;

use super::Lower;
use crate::catalog::Range;
use crate::errors::shapes as texts;
use crate::model::{Constant, Value};
use crate::parse::show;
use crate::sizes::Size;

/// The items so far.
#[derive(Default)]
pub(super) struct Constants {
    pub(super) list: Vec<Constant>,
    /// By what they hold: the same expression is the same item.
    known: HashMap<String, Ident>,
}

impl Lower<'_> {
    /// A size that only rustc knows.
    pub(super) fn written_size(&mut self, tokens: TokenStream) -> Size {
        let shown = show(&tokens);
        let (zero, large) = (texts::const_zero(&shown), texts::too_large(&format!("`{shown}`")));
        let value = Value::Size { expr: tokens.clone(), zero, large };
        let item = self.constant(format!("size {shown}"), tokens.clone(), value);
        Size::Written { tokens, item }
    }

    /// A setting that only rustc knows, as the name of its item.
    pub(super) fn written_setting(&mut self, expr: &Expr, range: Option<(Range, String)>) -> TokenStream {
        let expr = expr.to_token_stream();
        let key = format!("setting {} {:?}", show(&expr), range.as_ref().map(|(_, text)| text));
        self.constant(key, expr.clone(), Value::Setting { expr, range }).into_token_stream()
    }

    /// `size`, on the condition that so many `values` fit into memory; as it is where that is known, or nobody knows.
    pub(super) fn fitting(&mut self, size: &Size, values: &Size, large: String) -> Size {
        let (None, Some(Size::Written { tokens, item })) = (values.known(), size.written()) else {
            return size.clone();
        };
        let inner = Size::Written { tokens: tokens.clone(), item: item.clone() };
        let key = format!("{item} {large}");
        let item = self.constant(key, tokens.clone(), Value::Fitting { size: inner, values: values.clone(), large });
        size.with_item(&item).unwrap_or_else(|| size.clone())
    }

    fn constant(&mut self, key: String, at: TokenStream, value: Value) -> Ident {
        let Constants { list, known } = &mut self.constants;
        let name = known.entry(key).or_insert_with(|| {
            // With the place of the expression, so that all that rustc has to say of it is said there once.
            let span = at.clone().into_iter().next().map_or(self.network.name.span(), |token| token.span());
            let name = format_ident!("__NN_{}_{}", self.network.name.unraw(), list.len() + 1, span = span);
            list.push(Constant { name: name.clone(), at, value });
            name
        });
        name.clone()
    }
}
