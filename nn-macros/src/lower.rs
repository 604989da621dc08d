//! [`ast`](crate::ast) to [`model`](crate::model): what the list means. The only place that judges shapes.

mod arguments;
mod attributes;
mod blocks;
mod branches;
mod budget;
mod builtin;
mod constants;
mod custom;
mod ends;
mod file;
mod golden;
mod image;
mod init;
mod names;
mod numbers;
mod options;
mod scope;
mod seam;
mod settings;
mod sizes;
mod table;
#[cfg(test)]
mod tests;
mod whole;

use std::collections::HashSet;

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::ext::IdentExt;

use crate::ast;
use crate::catalog::{self, Found};
use crate::errors::{Errors, branches as branch_texts, layers, names as name_texts};
use crate::model::{Check, Model};
use crate::sizes::{Shape, Size};
use constants::Constants;
pub(crate) use file::File;
use names::Names;
pub(crate) use options::Beside;
use scope::Scope;
use seam::Seam;

/// What is shared by a network and the blocks in it.
struct Lower<'a> {
    network: &'a ast::Network,
    errors: &'a mut Errors,
    constants: Constants,
    checks: Vec<Check>,
    /// The names of the structs so far.
    structs: HashSet<String>,
    /// How often the block at hand is repeated, by all that are around it.
    repeats: u64,
}

/// Judges a whole network. If it reports a mistake, the model serves the fallback only.
pub(crate) fn lower(network: &ast::Network, errors: &mut Errors) -> Model {
    let structs = HashSet::from([network.name.unraw().to_string()]);
    let mut lower = Lower { network, errors, constants: Constants::default(), checks: Vec::new(), structs, repeats: 1 };
    let attributes = lower.struct_attributes();
    let ends = lower.find_ends();
    let input = ends.input.map(|shape| lower.shape(shape));
    let seam = Seam {
        shape: input.clone().flatten(),
        origin: "input".to_owned(),
        tokens: ends.input.map_or_else(TokenStream::new, |shape| shape.tokens.clone()),
        way: input.clone().flatten().map(|shape| ("input".to_owned(), shape)).into_iter().collect(),
    };
    let mut scope = Scope::new(network.name.clone(), Names::new(&network.items), seam);
    lower.items(&mut scope, &network.items);
    if network.items.iter().all(|item| matches!(item, ast::Item::Shape(_))) {
        lower.errors.push(&network.name, name_texts::no_layers(&network.name.to_string()));
    }
    let declared = ends.output.and_then(|output| lower.output(&scope, output));
    let embedded = attributes.weights.map(|file| lower.weights(&file, &scope.layers, attributes.part.as_deref()));
    let (first, has_weights) = (input.clone().flatten().unwrap_or(Shape::vector(Size::Known(1))), embedded.is_some());
    let golden = attributes.golden.map(|recorded| lower.golden(recorded, has_weights, &first, &scope.layers));
    let model = Model {
        krate: network.krate.clone(),
        attrs: attributes.kept,
        vis: network.vis.clone(),
        name: network.name.clone(),
        part: attributes.part,
        input: first,
        declared,
        layers: scope.layers,
        constants: std::mem::take(&mut lower.constants.list),
        checks: std::mem::take(&mut lower.checks),
        budget: attributes.budget,
        embedded,
        golden,
    };
    let model = model.with_words();
    lower.streamed_budget(&model);
    model
}

/// The declared shapes of a network.
struct Ends<'a> {
    input: Option<&'a ast::Shape>,
    output: Option<&'a ast::Shape>,
}

impl<'a> Lower<'a> {
    /// Finds `input` and `output`, and reports them where they are missing, repeated or misplaced.
    fn find_ends(&mut self) -> Ends<'a> {
        let items = &self.network.items;
        let mut ends = Ends { input: None, output: None };
        for (i, item) in items.iter().enumerate() {
            let ast::Item::Shape(shape) = item else { continue };
            for attr in &shape.attrs {
                if !attr.path().is_ident("doc") {
                    self.errors.push(attr, layers::attribute_on_shape(&shape.keyword.to_string()));
                }
            }
            let is_input = shape.keyword == "input";
            let is_layer = |item: &ast::Item| !matches!(item, ast::Item::Shape(_));
            let end = if is_input { &mut ends.input } else { &mut ends.output };
            if end.is_some() {
                self.errors.push(&shape.keyword, name_texts::twice(&shape.keyword.to_string()));
                continue;
            }
            *end = Some(shape);
            if is_input && items[..i].iter().any(is_layer) {
                self.errors.push(&shape.keyword, name_texts::input_not_first());
            }
            if !is_input && items[i + 1..].iter().any(is_layer) {
                self.errors.push(&shape.keyword, name_texts::output_not_last());
            }
        }
        let broken = items.iter().any(|item| matches!(item, ast::Item::Broken));
        if ends.input.is_none() && !broken {
            self.errors.push(&self.network.name, name_texts::no_input(&self.network.name.to_string()));
        }
        ends
    }

    fn items(&mut self, scope: &mut Scope, items: &[ast::Item]) {
        for item in items {
            match item {
                ast::Item::Shape(_) => {}
                ast::Item::Layer(layer) => self.layer(scope, layer),
                ast::Item::Branch(branch) => {
                    self.errors.push(&branch.block.tokens, branch_texts::braces_alone());
                    scope.seam.shape = None;
                }
                ast::Item::Broken => scope.seam.shape = None,
            }
        }
    }

    fn layer(&mut self, scope: &mut Scope, layer: &ast::Layer) {
        let Some(plain) = layer.plain_name() else {
            return self.custom(scope, layer);
        };
        match catalog::find(&plain) {
            Found::Layer(entry) => self.builtin(scope, layer, settings::meant(entry, layer)),
            Found::Block(block) => self.block(scope, layer, block),
            Found::Meant(meant) => {
                self.errors.push(&layer.kind, layers::unknown_meant(&plain, meant));
                self.as_if(scope, layer, meant);
            }
            Found::Elsewhere => {
                self.errors.push(&layer.kind, layers::unknown_elsewhere(&plain));
                self.unknown(scope, layer);
            }
            Found::Unknown => self.custom(scope, layer),
        }
    }

    /// Goes on as if the layer that was meant had been written; a second mistake in the same layer can wait.
    fn as_if(&mut self, scope: &mut Scope, layer: &ast::Layer, meant: &str) {
        let before = self.errors.is_muted();
        self.errors.set_muted(true);
        match catalog::layer(meant) {
            Some(entry) => self.builtin(scope, layer, entry),
            None => self.unknown(scope, layer),
        }
        self.errors.set_muted(before);
    }

    /// Goes on behind a layer that nothing is known of.
    fn unknown(&mut self, scope: &mut Scope, layer: &ast::Layer) {
        let name = self.name(scope, layer);
        scope.seam = Seam { shape: None, origin: name.text, tokens: layer.kind.to_token_stream(), way: Vec::new() };
    }
}
