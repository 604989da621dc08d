//! Settings of whole numbers: `kernel = 5`, `stride = [2, 1]`, `padding = same`.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Expr, Lit};

use super::Lower;
use super::arguments::written;
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

impl Spot {
    /// That of one number.
    pub(super) fn one(key: &'static str, all: TokenStream) -> Self {
        Self { key, tokens: Vec::new(), all }
    }
}

impl Settings {
    /// The tokens to edit, if there are any.
    pub(super) fn spot(&self, at: At) -> Option<&TokenStream> {
        let (At::Setting(key, _) | At::All(key)) = at;
        let spot = self.spots.iter().find(|spot| spot.key == key)?;
        match at {
            At::Setting(_, i) => spot.tokens.get(i).or(spot.tokens.first()).or(Some(&spot.all)),
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
        let measured = match (value, whole.default) {
            (Some(value), _) => self.whole_value(entry, key, whole, value, found),
            (None, Default::Number(number)) => Some(Measured::all(key, whole.many, Size::Known(number))),
            (None, Default::Of(other)) => {
                let other = found.whole.iter().find(|measured| measured.key == other);
                other.map(|other| Measured { key, sizes: other.sizes.clone() })
            }
            (None, Default::Needed(example)) => {
                let broken = layer.arguments.as_ref().is_some_and(|arguments| arguments.broken);
                if !broken && !found.elsewhere.contains(&key) {
                    let arguments = layer.arguments.as_ref().map_or(&[][..], |arguments| &arguments.list);
                    let right = (entry.sizes != Sizes::Setting(key)).then(|| written(entry, arguments));
                    let text = texts::setting_missing(entry, key, example, whole.many, right.as_deref());
                    self.errors.push(&layer.kind, text);
                }
                None
            }
        };
        found.is_broken |= measured.is_none();
        let measured = measured.unwrap_or_else(|| Measured::all(key, whole.many, Size::Known(1)));
        if whole.called {
            let nn = quote::quote!(__nn);
            found.arguments.extend(measured.sizes.iter().flatten().map(|size| size.value(&nn)));
        }
        found.whole.push(measured);
    }

    /// What is written; `None` behind a mistake.
    fn whole_value(
        &mut self,
        entry: &Entry,
        key: &'static str,
        whole: &Whole,
        value: &Expr,
        found: &mut Settings,
    ) -> Option<Measured> {
        let what = What { setting: Some(key), least: whole.least };
        let mut spot = |tokens| found.spots.push(Spot { key, tokens, all: value.to_token_stream() });
        match value {
            Expr::Group(group) => return self.whole_value(entry, key, whole, &group.expr, found),
            Expr::Path(path) if path.path.is_ident(SAME) && whole.same => {
                spot(vec![value.to_token_stream()]);
                return Some(Measured { key, sizes: None });
            }
            Expr::Path(path) if [SAME, "valid", "causal"].iter().any(|word| path.path.is_ident(word)) => {
                self.errors.push(value, texts::word(entry, key, whole, &show(&value.to_token_stream())));
            }
            Expr::Array(array) if whole.many.permits(array.elems.len()) => {
                spot(array.elems.iter().map(ToTokens::to_token_stream).collect());
                let sizes: Vec<_> = array.elems.iter().map(|expr| self.whole_number(expr, what)).collect();
                let sizes: Vec<Size> = sizes.into_iter().collect::<Option<_>>()?;
                return Some(Measured { key, sizes: Some(sizes) });
            }
            Expr::Array(array) => self.errors.push(value, texts::pair(key, whole.many, array.elems.len())),
            Expr::Tuple(tuple) if whole.many == Many::One => {
                self.errors.push(value, texts::pair(key, whole.many, tuple.elems.len()));
            }
            Expr::Tuple(tuple) => {
                self.errors.push(value, texts::tuple(key, &show(&tuple.elems.to_token_stream())));
            }
            _ if matches!(literal(value), Some(Lit::Str(_))) => {
                self.errors.push(value, texts::word(entry, key, whole, &show(&value.to_token_stream())));
            }
            _ if whole.many == Many::Shape => self.errors.push(value, texts::pair(key, whole.many, 1)),
            _ => {
                spot(vec![value.to_token_stream()]);
                return self.whole_number(value, what).map(|size| Measured::all(key, whole.many, size));
            }
        }
        None
    }
}
