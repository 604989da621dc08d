//! `Residual { .. }` and `Repeat(n) { .. }`.

use quote::{ToTokens, format_ident};
use syn::{Expr, Lit, parse_quote};

use super::names::{Names, camel_case};
use super::seam::Seam;
use super::{Lower, Scope};
use crate::ast::{self, Argument, Item};
use crate::errors::{layers as texts, names as name_texts, shapes};
use crate::model::{Check, Kind, Layer, Model, Question, Shape, Size};

/// More rounds than any network has; each is code of its own.
const MOST_ROUNDS: u64 = 256;

/// The most characters of a block in a table of layers.
const LONGEST: usize = 48;

impl Lower<'_> {
    pub(super) fn residual(&mut self, scope: &mut Scope, layer: &ast::Layer) {
        let name = self.name(scope, layer);
        if let Some(arguments) = &layer.arguments {
            self.errors.push(&arguments.tokens, texts::residual_arguments());
        }
        let Some(items) = self.block(layer, "Residual") else {
            scope.seam.origin = name.text;
            return;
        };
        let before = scope.seam.clone();
        let input = before.shape.clone().unwrap_or(Shape::Vector(Size::Known(1)));
        let struct_name = format_ident!("{}{}", scope.name, camel_case(&name.text), span = scope.name.span());
        let mut inner = Scope::new(struct_name.clone(), Names::new(items), before.clone());
        inner.again = scope.again;
        self.items(&mut inner, items);
        self.residual_agrees(&before, &inner, layer, &name.text);
        let agrees = inner.seam.shape.as_ref().is_some_and(|gives| gives.same(&input));
        let (attrs, init) = self.layer_attributes(layer, &name.text, true);
        let mut struct_attrs = self.block_attributes();
        let docs = format!(" The block `{}` of [`{}`].", name.text, scope.name);
        struct_attrs.push(parse_quote!(#[doc = #docs]));
        let model = Model {
            krate: self.network.krate.clone(),
            attrs: struct_attrs,
            vis: self.network.vis.clone(),
            name: struct_name,
            input: input.clone(),
            declared: (!agrees).then(|| input.clone()),
            layers: inner.layers,
            checks: Vec::new(),
            weights: None,
            embedded: None,
        };
        let parts: Vec<&str> = model.layers.iter().map(|layer| layer.written.as_str()).collect();
        let mut written = format!("Residual {{ {} }}", parts.join(", "));
        if written.chars().count() > LONGEST {
            "Residual { .. }".clone_into(&mut written);
        }
        self.push(
            scope,
            Layer {
                name: name.text,
                named: name.named,
                field: Some(name.field),
                attrs,
                written,
                tokens: layer.kind.to_token_stream(),
                kind: Kind::Residual(Box::new(model)),
                input: input.clone(),
                output: input,
                init,
            },
        );
        // The shape is that of the layer before the block, and so is its origin, in which a reader looks for it.
        scope.seam = before;
    }

    fn residual_agrees(&mut self, before: &Seam, inner: &Scope, layer: &ast::Layer, name: &str) {
        let (Some(takes), Some(gives)) = (&before.shape, &inner.seam.shape) else { return };
        if takes.same(gives) {
            return;
        }
        let shown = if layer.name.is_some() { name } else { "Residual" };
        let at = if inner.seam.tokens.is_empty() || inner.seam.origin == before.origin {
            layer.kind.to_token_stream()
        } else {
            inner.seam.tokens.clone()
        };
        let known = matches!((takes.len().known(), gives.len().known()), (Some(_), Some(_)));
        let ranks_differ =
            matches!((takes, gives), (Shape::Vector(_), Shape::Image(_)) | (Shape::Image(_), Shape::Vector(_)));
        let help = takes.show().map(|takes| shapes::residual_help(&takes));
        if known || ranks_differ {
            let (takes, gives) = (takes.show().unwrap_or_default(), gives.show().unwrap_or_default());
            let text = shapes::residual_mismatch(shown, &takes, &gives);
            self.errors.push(at, format!("{text}\nhelp: {}", help.unwrap_or_default()));
            return;
        }
        let (question, takes, gives) = match (takes, gives) {
            (Shape::Vector(takes), Shape::Vector(gives)) => {
                (Question::Length { takes: takes.clone(), produces: gives.clone() }, "[{TAKES}]", "[{PRODUCES}]")
            }
            _ => (Question::Same { takes: takes.clone(), produces: gives.clone() }, "`{Taken}`", "`{Produced}`"),
        };
        let message = shapes::residual_mismatch(shown, takes, gives);
        self.defer(Check { at, question, message, label: "this sets the end of the block".to_owned(), help });
    }

    pub(super) fn repeat(&mut self, scope: &mut Scope, layer: &ast::Layer) {
        if let Some(name) = &layer.name {
            self.errors.push(name, texts::repeat_name(&name.to_string()));
        }
        for attr in &layer.attrs {
            if !attr.path().is_ident("doc") {
                self.errors.push(attr, texts::repeat_attribute());
            }
        }
        let rounds = self.rounds(layer);
        let Some(items) = self.block(layer, "Repeat(3)") else { return };
        let (outer, again, repeats) = (scope.suffix.clone(), scope.again, self.repeats);
        self.repeats *= rounds;
        let (muted, mistakes) = (self.errors.is_muted(), self.errors.len());
        for round in 1..=rounds {
            scope.suffix = format!("{outer}_{round}");
            scope.again = again || round > 1;
            self.items(scope, items);
            if self.errors.len() > mistakes {
                // The later rounds would only say the same again.
                self.errors.set_muted(true);
            }
        }
        self.errors.set_muted(muted);
        (scope.suffix, scope.again, self.repeats) = (outer, again, repeats);
    }

    /// The number in `Repeat(n)`; 1 behind a mistake.
    fn rounds(&mut self, layer: &ast::Layer) -> u64 {
        let Some(arguments) = &layer.arguments else {
            self.errors.push(&layer.kind, texts::repeat_count());
            return 1;
        };
        let [Argument::Size(size)] = arguments.list.as_slice() else {
            if !arguments.broken {
                self.errors.push(&arguments.tokens, texts::repeat_count());
            }
            return 1;
        };
        let problem = match rounds(size) {
            Some(0) => texts::repeat_zero(),
            Some(count) if count.saturating_mul(self.repeats) > MOST_ROUNDS => {
                texts::repeat_large(MOST_ROUNDS, self.repeats)
            }
            Some(count) => return count,
            None => texts::repeat_literal(&crate::parse::show(&size.to_token_stream())),
        };
        self.errors.push(size, problem);
        1
    }

    /// What is between the braces of a block, if there is a layer.
    fn block<'b>(&mut self, layer: &'b ast::Layer, written: &str) -> Option<&'b [Item]> {
        let kind = layer.ident().to_string();
        let Some(block) = &layer.block else {
            self.errors.push(&layer.kind, texts::no_block(&kind, written));
            return None;
        };
        for item in &block.items {
            if let Item::Shape(shape) = item {
                self.errors.push(&shape.keyword, name_texts::shape_in_block(&shape.keyword.to_string()));
            }
        }
        if block.items.iter().all(|item| matches!(item, Item::Shape(_))) {
            self.errors.push(&block.tokens, name_texts::no_layers_in_block(&kind));
            return None;
        }
        Some(&block.items)
    }
}

fn rounds(expr: &Expr) -> Option<u64> {
    match expr {
        Expr::Lit(lit) => match &lit.lit {
            Lit::Int(int) => int.base10_parse().ok(),
            _ => None,
        },
        Expr::Group(group) => rounds(&group.expr),
        Expr::Paren(paren) => rounds(&paren.expr),
        _ => None,
    }
}
