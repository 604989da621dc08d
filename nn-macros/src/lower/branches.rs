//! Layers that join the outputs of branches: `Add { {..}, {..} }`.

use proc_macro2::TokenStream;
use quote::ToTokens;

use super::blocks::{Inner, list, shorten};
use super::ends::End;
use super::seam::Seam;
use super::{Lower, Scope};
use crate::ast::{self, Item};
use crate::catalog::{Block, Gives, Join, MOST_BRANCHES};
use crate::errors::{branches as texts, layers as layer_texts};
use crate::model::{Kind, Model};
use crate::parse::show;
use crate::sizes::{Shape, Size};

/// A branch as it is written.
struct Written<'a> {
    items: &'a [Item],
    /// The braces and what is in them.
    tokens: TokenStream,
}

impl Lower<'_> {
    /// Structs of their own inside of the library's type: `Add { {..}, {..} }`.
    pub(super) fn branches(&mut self, scope: &mut Scope, layer: &ast::Layer, block: &'static Block, join: Join) {
        let name = self.name(scope, layer);
        if let Some(arguments) = &layer.arguments {
            self.errors.push(&arguments.tokens, layer_texts::block_arguments(block));
        }
        let before = scope.seam.clone();
        let shown = if name.named { &name.text } else { block.name }.to_owned();
        let open = |scope: &mut Scope| {
            let (way, tokens) = (std::mem::take(&mut scope.seam.way), layer.kind.to_token_stream());
            Seam { shape: None, origin: shown.clone(), tokens, way }
        };
        let Some(written) = self.written_branches(layer, block, &name.text) else {
            scope.seam = open(scope);
            return;
        };
        let branches: Vec<(Model, End)> =
            written.iter().enumerate().map(|(i, branch)| self.branch(scope, branch, &name.text, i)).collect();
        let (mut models, ends): (Vec<_>, Vec<_>) = branches.into_iter().unzip();
        let output = match join.gives {
            Gives::Same => self.alike(&shown, join, &before, &ends),
            Gives::OneBehindTheOther => self.one_behind_the_other(&shown, join, &ends),
        };
        for (model, declared) in models.iter_mut().zip(&output.declared) {
            model.declared.clone_from(declared);
        }
        let inside: Vec<String> = models.iter().map(|model| format!("{{ {} }}", list(model))).collect();
        let text = shorten(block, &inside.join(", ").replace("{  }", "{}"));
        let shape = output.shape.clone().unwrap_or(Shape::vector(Size::Known(1)));
        self.push_block(scope, layer, name, Kind::Block { block, branches: models }, (text, shape));
        let keeps = matches!((&before.shape, &output.shape), (Some(before), Some(after)) if before.same(after));
        // Of a shape that stays what it was, a reader looks where it was set.
        scope.seam = if keeps { before } else { Seam { shape: output.shape, ..open(scope) } };
    }

    /// The struct of branch `i` of the layer `layer`, and what is behind it.
    fn branch(&mut self, scope: &Scope, branch: &Written<'_>, layer: &str, i: usize) -> (Model, End) {
        let docs = format!(" Branch {i} of `{layer}` of [`{}`].", scope.name);
        let Inner { model, end } = self.inner(scope, branch.items, &format!("{layer}_{i}"), &docs);
        let at = if end.is_set_behind(&scope.seam) { end.tokens } else { branch.tokens.clone() };
        let is_empty = branch.items.is_empty();
        (model, End { name: format!("{layer}.{i}"), shape: end.shape, at, is_empty })
    }

    /// The branches between the braces of a layer. Whatever is wrong with them, there are two or more; `None` if there is none at all.
    fn written_branches<'a>(
        &mut self,
        layer: &'a ast::Layer,
        block: &'static Block,
        name: &str,
    ) -> Option<Vec<Written<'a>>> {
        let Some(braces) = &layer.block else {
            self.errors.push(&layer.kind, layer_texts::no_block(block));
            return None;
        };
        self.no_shapes(&braces.items);
        let mut written = Vec::new();
        let has_braces = braces.items.iter().any(|item| matches!(item, Item::Branch(_)));
        for run in braces.items.chunk_by(|a, b| matches!((a, b), (Item::Layer(_), Item::Layer(_)))) {
            match run {
                [Item::Branch(branch)] => {
                    self.no_extras(branch, &format!("{name}.{}", written.len()));
                    written.push(Written { items: &branch.block.items, tokens: branch.block.tokens.clone() });
                }
                [Item::Broken] => written.push(Written { items: run, tokens: braces.tokens.clone() }),
                [Item::Layer(first), ..] => {
                    let tokens = first_and_last(run);
                    if has_braces {
                        let shown = show_layer(first, run.len());
                        self.errors.push(&tokens, texts::layer_beside_branches(block.name, &shown));
                    } else {
                        self.errors.push(&tokens, texts::no_braces(block, &show_layer(first, run.len())));
                    }
                    written.push(Written { items: run, tokens });
                }
                _ => {}
            }
        }
        if let [_, .., last] = written.as_slice()
            && written.len() > MOST_BRANCHES
        {
            self.errors.push(&last.tokens, texts::many_branches(block.name, MOST_BRANCHES));
            written.truncate(MOST_BRANCHES);
        }
        if written.is_empty() {
            self.errors.push(&braces.tokens, texts::no_branches(block));
            return None;
        }
        if let [only] = written.as_slice() {
            if matches!(braces.items.as_slice(), [Item::Branch(_)]) {
                let inside = if only.items.is_empty() { "{}" } else { "{..}" };
                self.errors.push(&only.tokens, texts::one_branch(block, inside));
            }
            written.push(Written { items: &[Item::Broken], tokens: braces.tokens.clone() });
        }
        Some(written)
    }

    /// Reports what only layers can have.
    fn no_extras(&mut self, branch: &ast::Branch, called: &str) {
        if let Some(name) = &branch.name {
            self.errors.push(name, texts::branch_name(called, &name.to_string()));
        }
        for attr in &branch.attrs {
            self.errors.push(attr, texts::branch_attribute());
        }
        self.no_shapes(&branch.block.items);
    }
}

/// The kinds of the first and of the last of some layers, so that what is between them is underlined.
fn first_and_last(run: &[Item]) -> TokenStream {
    let kinds = run.iter().filter_map(|item| match item {
        Item::Layer(layer) => Some(&layer.kind),
        _ => None,
    });
    let kinds: Vec<_> = kinds.collect();
    kinds.first().into_iter().chain(kinds.last().filter(|_| kinds.len() > 1)).map(ToTokens::to_token_stream).collect()
}

/// `Dense(32)`, or `Dense(32), ..` if it is one of several.
fn show_layer(layer: &ast::Layer, count: usize) -> String {
    let arguments = layer.arguments.as_ref().map_or_else(String::new, |arguments| show(&arguments.tokens));
    let more = if count > 1 { ", .." } else { "" };
    format!("{}{arguments}{more}", show(&layer.kind.to_token_stream()))
}
