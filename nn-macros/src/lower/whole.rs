//! Settings of whole numbers: `kernel = 5`, `stride = [2, 1]`, `padding = same`.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Expr, Lit};

use super::Lower;
use super::numbers::literal;
use super::settings::Settings;
use crate::ast;
use crate::catalog::{At, Default, Entry, Many, Measured, Setting, Sizes, Whole};
use crate::errors::{images as texts, shapes::What};
use crate::parse::show;
use crate::sizes::Size;

/// The word for a padding that keeps the extents.
const SAME: &str = "same";

/// Where the numbers of a setting stand.
pub(super) struct Spot {
    key: &'static str,
    /// One for each number; one for all where one number stands for several.
    tokens: Vec<TokenStream>,
    all: TokenStream,
}

impl Settings {
    /// The tokens to edit, if there are any.
    pub(super) fn spot(&self, at: At) -> Option<&TokenStream> {
        let (At::Setting(key, _) | At::All(key)) = at;
        let spot = self.spots.iter().find(|spot| spot.key == key)?;
        match at {
            At::Setting(_, i) => spot.tokens.get(i).or(spot.tokens.first()),
            At::All(_) => Some(&spot.all),
        }
    }
}

impl Lower<'_> {
    /// Reads a setting of whole numbers, or takes its default.
    pub(super) fn whole(
        &mut self,
        entry: &Entry,
        layer: &ast::Layer,
        (setting, whole): (&Setting, &Whole),
        value: Option<&Expr>,
        found: &mut Settings,
    ) {
        let key = setting.key;
        let sizes = match (value, whole.default) {
            (Some(value), _) => self.whole_value(entry, key, whole, value, found),
            (None, Default::Number(number)) => Some(Some(vec![Size::Known(number); whole.many.count()])),
            (None, Default::Of(other)) => {
                found.whole.iter().find(|measured| measured.key == other).map(|measured| measured.sizes.clone())
            }
            (None, Default::Needed(example)) => {
                let broken = layer.arguments.as_ref().is_some_and(|arguments| arguments.broken);
                if !broken && !found.elsewhere.contains(&key) {
                    let first = entry.sizes == Sizes::Setting(key);
                    self.errors.push(&layer.kind, texts::setting_missing(entry, key, example, first, whole.many));
                }
                None
            }
        };
        found.is_broken |= sizes.is_none();
        let sizes = sizes.unwrap_or_else(|| Some(vec![Size::Known(1); whole.many.count()]));
        if whole.called {
            let nn = quote::quote!(__nn);
            found.arguments.extend(sizes.iter().flatten().map(|size| size.value(&nn)));
        }
        found.whole.push(Measured { key, sizes });
    }

    /// The numbers that are written: `None` behind a mistake, and nothing inside for the word `same`.
    fn whole_value(
        &mut self,
        entry: &Entry,
        key: &'static str,
        whole: &Whole,
        value: &Expr,
        found: &mut Settings,
    ) -> Option<Option<Vec<Size>>> {
        let what = What { setting: Some(key), least: whole.least };
        let mut spot = |tokens| found.spots.push(Spot { key, tokens, all: value.to_token_stream() });
        match value {
            Expr::Group(group) => return self.whole_value(entry, key, whole, &group.expr, found),
            Expr::Path(path) if path.path.is_ident(SAME) && whole.same => {
                spot(vec![value.to_token_stream()]);
                return Some(None);
            }
            Expr::Path(path) if path.path.is_ident(SAME) || path.path.is_ident("valid") => {
                self.errors.push(value, texts::word(entry, key, whole, &show(&value.to_token_stream())));
            }
            Expr::Array(array) if array.elems.len() == whole.many.count() && array.elems.len() > 1 => {
                spot(array.elems.iter().map(ToTokens::to_token_stream).collect());
                let sizes: Vec<_> = array.elems.iter().map(|expr| self.whole_number(expr, what)).collect();
                return sizes.into_iter().collect::<Option<Vec<Size>>>().map(Some);
            }
            Expr::Array(array) => self.errors.push(value, texts::pair(key, whole.many, array.elems.len())),
            Expr::Tuple(tuple) => {
                self.errors.push(value, texts::tuple(key, &show(&tuple.elems.to_token_stream())));
            }
            _ if matches!(literal(value), Some(Lit::Str(_))) => {
                self.errors.push(value, texts::word(entry, key, whole, &show(&value.to_token_stream())));
            }
            _ if whole.many == Many::Three => self.errors.push(value, texts::pair(key, whole.many, 1)),
            _ => {
                spot(vec![value.to_token_stream()]);
                return self.whole_number(value, what).map(|size| Some(vec![size; whole.many.count()]));
            }
        }
        None
    }
}
