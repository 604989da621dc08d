//! Attributes of the struct and of layers.

use proc_macro2::TokenStream;
use syn::{Attribute, Expr, Lit, LitStr, Meta, UnOp};

use super::Lower;
use crate::ast;
use crate::catalog::nearest;
use crate::errors::{layers as texts, syntax, weights as weight_texts};
use crate::model::Init;

/// The ways to initialise, with the library's names.
const INITS: &[(&str, &str)] = &[
    ("he_normal", "HeNormal"),
    ("he_uniform", "HeUniform"),
    ("xavier_normal", "XavierNormal"),
    ("xavier_uniform", "XavierUniform"),
    ("zeros", "Zeros"),
    ("default", "Default"),
    ("constant", "Constant"),
];

impl Lower<'_> {
    /// The user's attributes for the struct, and the file of `#[weights("..")]`.
    pub(super) fn struct_attributes(&mut self) -> (Vec<Attribute>, Option<LitStr>) {
        let name = self.network.name.to_string();
        if !self.network.generics.is_empty() {
            self.errors.push(&self.network.generics, syntax::generics(&name));
        }
        let mut attrs = Vec::new();
        let mut weights = None;
        for attr in &self.network.attrs {
            if attr.path().is_ident("repr") {
                self.errors.push(attr, texts::repr());
            } else if attr.path().is_ident("weights") {
                match attr.parse_args::<LitStr>() {
                    Ok(_) if weights.is_some() => self.errors.push(attr, weight_texts::twice()),
                    Ok(file) => weights = Some(file),
                    Err(_) => self.errors.push(attr, weight_texts::form()),
                }
            } else {
                attrs.push(attr.clone());
            }
        }
        (attrs, weights)
    }

    /// What the struct of a block takes over from the network's: its derives and conditions.
    pub(super) fn block_attributes(&self) -> Vec<Attribute> {
        let taken = ["derive", "cfg", "allow", "expect", "warn", "deny", "forbid"];
        let is_taken = |attr: &&Attribute| taken.iter().any(|name| attr.path().is_ident(name));
        self.network.attrs.iter().filter(is_taken).cloned().collect()
    }

    /// What the user put on a layer: the attributes for its field, and how it is initialised.
    pub(super) fn layer_attributes(
        &mut self,
        layer: &ast::Layer,
        name: &str,
        has_field: bool,
    ) -> (Vec<Attribute>, Option<Init>) {
        let mut attrs = Vec::new();
        let mut init = None;
        let shown = if layer.name.is_some() { name.to_owned() } else { layer.ident().to_string() };
        for attr in &layer.attrs {
            let path = attr.path();
            if path.is_ident("cfg") || path.is_ident("cfg_attr") {
                self.errors.push(attr, texts::cfg_on_layer());
            } else if !has_field && !path.is_ident("doc") {
                let written = crate::parse::show_path(path);
                self.errors.push(attr, texts::attribute_without_field(&written, &shown));
            } else if path.is_ident("init") {
                if init.is_some() {
                    self.errors.push(attr, texts::init_twice());
                }
                init = self.init(attr).or(init);
            } else if has_field {
                attrs.push(attr.clone());
            }
        }
        (attrs, init)
    }

    /// `#[init(he_normal)]`
    fn init(&mut self, attr: &Attribute) -> Option<Init> {
        let names: Vec<&str> = INITS.iter().map(|(name, _)| *name).collect();
        let call = match &attr.meta {
            Meta::List(list) => syn::parse2::<Expr>(list.tokens.clone()).ok(),
            _ => None,
        };
        let (path, value) = match &call {
            Some(Expr::Path(path)) => (&path.path, None),
            Some(Expr::Call(call)) => match &*call.func {
                Expr::Path(path) => (&path.path, Some(call)),
                _ => return self.reject(attr, texts::init_form(&names)),
            },
            _ => return self.reject(attr, texts::init_form(&names)),
        };
        let found = crate::parse::show_path(path);
        let Some((name, variant)) = INITS.iter().find(|(name, _)| *name == found) else {
            let near = nearest(&found, names.iter().copied());
            return self.reject(path, texts::init_unknown(&found, &names, near));
        };
        match (*name, value) {
            ("constant", Some(call)) if call.args.len() == 1 => match constant(&call.args[0]) {
                Some(value) => Some(Init { variant, value: Some(value) }),
                None => self.reject(&call.args[0], texts::init_constant()),
            },
            ("constant", _) => self.reject(path, texts::init_constant()),
            (_, None) => Some(Init { variant, value: None }),
            (name, Some(call)) => self.reject(&call.args, texts::init_no_value(name)),
        }
    }

    fn reject(&mut self, at: impl quote::ToTokens, text: String) -> Option<Init> {
        let at: TokenStream = at.to_token_stream();
        self.errors.push(at, text);
        None
    }
}

fn constant(expr: &Expr) -> Option<f64> {
    match expr {
        Expr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) => constant(&unary.expr).map(|value| -value),
        Expr::Lit(lit) => match &lit.lit {
            Lit::Float(float) => float.base10_parse().ok(),
            Lit::Int(int) => int.base10_parse().ok(),
            _ => None,
        },
        _ => None,
    }
}
