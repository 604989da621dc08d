//! Attributes of the struct and of layers.

use quote::{ToTokens, quote};
use syn::punctuated::Punctuated;
use syn::{Attribute, LitStr, Meta, Path, Token};

use super::file::{self, File};
use super::golden::{self, Recorded};
use super::{Lower, Scope};
use crate::ast;
use crate::catalog::nearest;
use crate::errors::{budget as budget_texts, golden as golden_texts, layers as texts, syntax, weights as weight_texts};
use crate::model::{Init, Layer, Limit};
use crate::weights::{self, Embedded};

/// The attributes of the struct that are read here, and those of a layer; all others go to rustc as they stand.
const OF_THE_STRUCT: &[&str] = &["weights", "golden", "name", "budget"];
const OF_A_LAYER: &[&str] = &["init", "name", "frozen"];

/// The attributes of the struct.
#[derive(Default)]
pub(super) struct StructAttributes {
    /// Those that are for the struct itself, as they stand.
    pub(super) kept: Vec<Attribute>,
    /// The file of `#[weights("..")]`.
    pub(super) weights: Option<File>,
    /// The recorded answers of `#[golden("..")]`.
    pub(super) golden: Option<Recorded>,
    /// What stands before the names of all tensors: `#[name("net")]`.
    pub(super) part: Option<String>,
    /// The limits of `#[budget(..)]`.
    pub(super) budget: Vec<Limit>,
}

/// The attributes of a layer.
pub(super) struct LayerAttributes {
    /// Those for its field.
    pub(super) kept: Vec<Attribute>,
    pub(super) init: Option<Init>,
    /// What its tensors' names begin with.
    pub(super) part: String,
    /// Whether training leaves it as it is.
    pub(super) frozen: bool,
}

impl Lower<'_> {
    /// Reads the attributes of the struct, before its layers are known.
    pub(super) fn struct_attributes(&mut self) -> StructAttributes {
        let name = self.network.name.to_string();
        if !self.network.generics.is_empty() {
            self.errors.push(&self.network.generics, syntax::generics(&name));
        }
        let (mut found, mut has_budget) = (StructAttributes::default(), false);
        for attr in &self.network.attrs {
            if attr.path().is_ident("repr") {
                self.errors.push(attr, texts::repr());
            } else if attr.path().is_ident("weights") {
                match file::read(attr) {
                    Ok(_) if found.weights.is_some() => self.errors.push(attr, weight_texts::twice()),
                    Ok(file) => found.weights = Some(file),
                    Err(mistakes) => {
                        for (at, text) in mistakes {
                            self.errors.push(at, text);
                        }
                        // The network has its constant all the same, so that a use of it is no second mistake.
                        found.weights = Some(File::unknown());
                    }
                }
            } else if attr.path().is_ident("golden") {
                match golden::read(attr) {
                    Ok(_) if found.golden.is_some() => self.errors.push(attr, golden_texts::twice()),
                    Ok(recorded) => found.golden = Some(recorded),
                    Err((at, text)) => {
                        self.errors.push(at, text);
                        // The network has its constant and its function all the same.
                        found.golden = Some(Recorded::unknown());
                    }
                }
            } else if attr.path().is_ident("budget") {
                if std::mem::replace(&mut has_budget, true) {
                    self.errors.push(attr, budget_texts::twice());
                } else {
                    found.budget = self.budget(attr);
                }
            } else if attr.path().is_ident("name") {
                found.part = self.part(attr, found.part.is_some()).or(found.part);
            } else if let Some(text) = misplaced(attr, OF_THE_STRUCT, OF_A_LAYER, texts::attribute_of_a_layer) {
                self.errors.push(attr, text);
                // If that was `weights`, the network has its constant all the same.
                found.weights = found.weights.or(Some(File::unknown()));
            } else {
                let (attr, default) = without_default(attr);
                if let Some(default) = default {
                    self.errors.push(default, texts::derived_default());
                }
                found.kept.push(attr);
            }
        }
        found
    }

    /// Compares the file of weights with the layers; of a list with mistakes nothing can be said.
    pub(super) fn weights(&mut self, file: &File, layers: &[Layer], part: Option<&str>) -> Embedded {
        if !self.errors.is_empty() {
            return Embedded::without_content(file);
        }
        let (embedded, checks) = weights::read(file, layers, part, self.errors);
        self.checks.extend(checks);
        embedded
    }

    /// What the struct of a block takes over from the network's: its derives and conditions.
    pub(super) fn block_attributes(&self) -> Vec<Attribute> {
        let taken = ["derive", "cfg", "allow", "expect", "warn", "deny", "forbid"];
        let is_taken = |attr: &&Attribute| taken.iter().any(|name| attr.path().is_ident(name));
        self.network.attrs.iter().filter(is_taken).map(|attr| without_default(attr).0).collect()
    }

    /// The name in `#[name("0")]`.
    fn part(&mut self, attr: &Attribute, again: bool) -> Option<String> {
        let name = attr.parse_args::<LitStr>().ok();
        let is_name =
            |name: &String| name.split('.').all(|level| !level.is_empty() && !level.contains(char::is_whitespace));
        let text = match name.map(|name| name.value()).filter(is_name) {
            Some(_) if again => texts::name_twice(),
            Some(name) => return Some(name),
            None => texts::name_form(),
        };
        self.errors.push(attr, text);
        None
    }

    /// What the user put on a layer. No two layers of a struct may have tensors of the same name.
    pub(super) fn layer_attributes(
        &mut self,
        scope: &mut Scope,
        layer: &ast::Layer,
        name: &str,
        has_field: bool,
    ) -> LayerAttributes {
        let mut attrs = Vec::new();
        let (mut init, mut frozen) = (None, false);
        let mut part: Option<(String, &Attribute)> = None;
        let shown = if layer.name.is_some() { name.to_owned() } else { layer.ident().to_string() };
        for attr in &layer.attrs {
            let path = attr.path();
            if path.is_ident("cfg") || path.is_ident("cfg_attr") {
                self.errors.push(attr, texts::cfg_on_layer());
            } else if !has_field && !path.is_ident("doc") {
                let written = crate::parse::show_path(path);
                self.errors.push(attr, texts::attribute_without_field(&written, &shown));
            } else if path.is_ident("name") {
                if !scope.suffix.is_empty() {
                    self.errors.push(attr, texts::name_in_rounds());
                }
                part = self.part(attr, part.is_some()).map(|name| (name, attr)).or(part);
            } else if path.is_ident("init") {
                if init.is_some() {
                    self.errors.push(attr, texts::init_twice());
                }
                init = self.init(attr).or(init);
            } else if path.is_ident("frozen") {
                if frozen {
                    self.errors.push(attr, texts::frozen_twice());
                } else if !matches!(attr.meta, Meta::Path(_)) {
                    self.errors.push(attr, texts::frozen_form());
                }
                frozen = true;
            } else if let Some(text) = misplaced(attr, OF_A_LAYER, OF_THE_STRUCT, texts::attribute_of_the_struct) {
                self.errors.push(attr, text);
            } else if has_field {
                attrs.push(attr.clone());
            }
        }
        let at = part.as_ref().map_or_else(|| layer.kind.to_token_stream(), |(_, attr)| attr.to_token_stream());
        let part = part.map_or_else(|| name.to_owned(), |(part, _)| part);
        if has_field && let Some(first) = scope.parts.insert(part.clone(), shown.clone()) {
            self.errors.push(at, texts::name_taken(&shown, &first, &part));
        }
        LayerAttributes { kept: attrs, init, part, frozen }
    }
}

/// `#[derive(Clone, Default)]` as `#[derive(Clone)]`, and the `Default`: every network has its own.
fn without_default(attr: &Attribute) -> (Attribute, Option<Path>) {
    let mut left = attr.clone();
    let listed = Punctuated::<Path, Token![,]>::parse_terminated;
    let Meta::List(list) = &mut left.meta else { return (left, None) };
    let Ok(derives) = list.parse_args_with(listed) else { return (left, None) };
    let is_default = |path: &&Path| path.segments.last().is_some_and(|last| last.ident == "Default");
    let default = derives.iter().find(is_default).filter(|_| attr.path().is_ident("derive")).cloned();
    if default.is_some() {
        let others = derives.iter().filter(|path| !is_default(path));
        list.tokens = quote!(#(#others),*);
    }
    (left, default)
}

/// What is wrong with an attribute that is read at the other place, or that is nearly one of those that are read `here`.
fn misplaced(attr: &Attribute, here: &[&str], there: &[&str], elsewhere: fn(&str) -> String) -> Option<String> {
    let found = attr.path().get_ident()?.to_string();
    if there.contains(&found.as_str()) {
        return Some(elsewhere(&found));
    }
    // Attributes of derives and of rustc are many, but none is a slip of the pen away.
    let word = if found == "freeze" { "frozen" } else { &found };
    let near = nearest(word, here.iter().copied())?;
    Some(texts::attribute_meant(&found, near))
}
