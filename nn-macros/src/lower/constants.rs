//! The user's const expressions, each given an item of its own.

use std::collections::HashMap;

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident};
use syn::Expr;
use syn::ext::IdentExt;

use super::Lower;
use crate::catalog::{Holds, Range};
use crate::errors::shapes as texts;
use crate::model::{Constant, Value};
use crate::parse::show;
use crate::sizes::{Shape, Size};

/// The items so far.
#[derive(Default)]
pub(super) struct Constants {
    pub(super) list: Vec<Constant>,
    /// By what they hold: the same expression is the same item.
    known: HashMap<String, Ident>,
}

/// What only rustc can judge.
pub(super) struct Condition {
    pub(super) holds: Holds,
    /// What is wrong if it does not hold, with `{0}`, `{1}`, .. in place of the numbers.
    pub(super) text: String,
    pub(super) numbers: Vec<Size>,
}

impl Lower<'_> {
    /// A whole number that only rustc knows, and the text for 0 unless it may be that.
    pub(super) fn written_whole(&mut self, tokens: TokenStream, zero: Option<String>) -> Size {
        let shown = show(&tokens);
        let key = format!("size {shown} {zero:?}");
        let value = Value::Size { expr: tokens.clone(), zero, large: texts::too_large(&format!("`{shown}`")) };
        let item = self.constant(key, tokens.clone(), value);
        Size::Written { tokens, item }
    }

    /// `size`, on a condition that only rustc can judge. What is wrong if not is told `at` these tokens. `before` is the item of the
    /// layer's condition before this one: where that does not hold, nothing is said of this.
    pub(super) fn ensured(
        &mut self,
        at: TokenStream,
        size: Size,
        Condition { holds, text, numbers }: Condition,
        before: &mut Option<Ident>,
    ) -> Size {
        let (pieces, places) = pieces(&text);
        let numbers = places.into_iter().filter_map(|place| numbers.get(place).cloned()).collect();
        let key = format!("ensured {} {text}", self.constants.list.len());
        let value = Value::Ensured { size: size.clone(), holds, pieces, numbers, before: before.take() };
        let item = self.constant(key, at, value);
        *before = Some(item.clone());
        Size::Ensured { size: Box::new(size), item }
    }

    /// A setting that only rustc knows, as the name of its item.
    pub(super) fn written_setting(&mut self, expr: &Expr, range: Option<(Range, String)>) -> TokenStream {
        let expr = expr.to_token_stream();
        let key = format!("setting {} {:?}", show(&expr), range.as_ref().map(|(_, text)| text));
        self.constant(key, expr.clone(), Value::Setting { expr, range }).into_token_stream()
    }

    /// `size`, on the condition that so many `values` fit into memory; as it is where that is known, or nobody knows.
    pub(super) fn fitting(&mut self, size: &Size, values: &Size, large: String) -> Size {
        let (None, Some(inner)) = (values.known(), size.written().cloned()) else { return size.clone() };
        let nowhere = TokenStream::new();
        let key = format!("{} {large}", inner.value(&nowhere));
        let tokens = inner.tokens().cloned().unwrap_or_default();
        let item = self.constant(key, tokens, Value::Fitting { size: inner, values: values.clone(), large });
        size.with_item(&item).unwrap_or_else(|| size.clone())
    }

    /// A shape, on the condition that so many `values` fit into memory.
    pub(super) fn fitting_extent(&mut self, mut shape: Shape, values: &Size, large: String) -> Shape {
        if let Shape::Dims(sizes) = &mut shape
            && let Some(size) = sizes.iter_mut().find(|size| size.written().is_some())
        {
            *size = self.fitting(size, values, large);
        }
        shape
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

/// A text without its `{0}`, `{1}`, .., and which of them stand between its pieces.
fn pieces(text: &str) -> (Vec<String>, Vec<usize>) {
    let (mut pieces, mut places, mut from) = (Vec::new(), Vec::new(), 0);
    for (at, _) in text.match_indices('{') {
        // Braces of the user's own are none of these: around them stand spaces.
        let place = text.as_bytes().get(at + 1).filter(|digit| digit.is_ascii_digit());
        if let (Some(digit), Some(b'}')) = (place, text.as_bytes().get(at + 2)) {
            pieces.push(text[from..at].to_owned());
            places.push(usize::from(digit - b'0'));
            from = at + 3;
        }
    }
    pieces.push(text[from..].to_owned());
    (pieces, places)
}
