//! Attributes of the struct and of layers.

use syn::{Attribute, LitStr};

use super::Lower;
use crate::ast;
use crate::errors::{layers as texts, syntax, weights as weight_texts};
use crate::model::{Init, Layer};
use crate::weights::{self, Embedded};

/// The attributes of the struct.
#[derive(Default)]
pub(super) struct StructAttributes {
    /// Those that are for the struct itself, as they stand.
    pub(super) kept: Vec<Attribute>,
    /// The file of `#[weights("..")]`.
    pub(super) weights: Option<LitStr>,
}

impl Lower<'_> {
    /// Reads the attributes of the struct, before its layers are known.
    pub(super) fn struct_attributes(&mut self) -> StructAttributes {
        let name = self.network.name.to_string();
        if !self.network.generics.is_empty() {
            self.errors.push(&self.network.generics, syntax::generics(&name));
        }
        let mut found = StructAttributes::default();
        for attr in &self.network.attrs {
            if attr.path().is_ident("repr") {
                self.errors.push(attr, texts::repr());
            } else if attr.path().is_ident("weights") {
                match attr.parse_args::<LitStr>() {
                    Ok(_) if found.weights.is_some() => self.errors.push(attr, weight_texts::twice()),
                    Ok(file) => found.weights = Some(file),
                    Err(_) => self.errors.push(attr, weight_texts::form()),
                }
            } else {
                found.kept.push(attr.clone());
            }
        }
        found
    }

    /// Compares the file of weights with the layers; of a list with mistakes nothing can be said.
    pub(super) fn weights(&mut self, file: &LitStr, layers: &[Layer]) -> Embedded {
        if !self.errors.is_empty() {
            return Embedded { file: file.value(), content: None };
        }
        let (embedded, checks) = weights::read(file, layers, self.errors);
        self.checks.extend(checks);
        embedded
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
}
