//! Layers that contain layers.

use quote::ToTokens;
use syn::{Expr, Lit, parse_quote};

use super::attributes::LayerAttributes;
use super::names::Names;
use super::seam::Seam;
use super::{Lower, Scope};
use crate::ast::{self, Argument, Item};
use crate::catalog::{Block, Inside};
use crate::errors::{layers as texts, names as name_texts, shapes};
use crate::model::{Check, Kind, Layer, Model, Question};
use crate::sizes::{Shape, Size};

/// More rounds than any network has; each is code of its own.
const MOST_ROUNDS: u64 = 256;

/// The most characters of a block in a table of layers.
const LONGEST: usize = 48;

impl Lower<'_> {
    pub(super) fn block(&mut self, scope: &mut Scope, layer: &ast::Layer, block: &'static Block) {
        match block.inside {
            Inside::Rounds => self.rounds(scope, layer, block),
            Inside::Kept { because } => self.kept(scope, layer, block, because),
        }
    }

    /// A struct of its own inside of the library's type: `Residual { .. }`.
    fn kept(&mut self, scope: &mut Scope, layer: &ast::Layer, block: &'static Block, because: &str) {
        let name = self.name(scope, layer);
        if let Some(arguments) = &layer.arguments {
            self.errors.push(&arguments.tokens, texts::block_arguments(block.name));
        }
        let Some(items) = self.inside(layer, block) else {
            scope.seam.origin = name.text;
            return;
        };
        let before = scope.seam.clone();
        let input = before.shape.clone().unwrap_or(Shape::vector(Size::Known(1)));
        let struct_name = self.struct_name(scope, &name.text);
        let mut inner = Scope::new(struct_name.clone(), Names::new(items), before.clone());
        inner.again = scope.again;
        self.items(&mut inner, items);
        let shown = if name.named { &name.text } else { block.name };
        self.ends_alike(&before, &inner, layer, shown, because);
        let agrees = inner.seam.shape.as_ref().is_some_and(|gives| gives.same(&input));
        let LayerAttributes { kept: attrs, init, part, frozen } = self.layer_attributes(scope, layer, &name.text, true);
        let mut struct_attrs = self.block_attributes();
        let docs = format!(" The block `{}` of [`{}`].", name.text, scope.name);
        struct_attrs.push(parse_quote!(#[doc = #docs]));
        let model = Model {
            krate: self.network.krate.clone(),
            attrs: struct_attrs,
            vis: self.network.vis.clone(),
            name: struct_name,
            part: None,
            input: input.clone(),
            declared: (!agrees).then(|| input.clone()),
            layers: inner.layers,
            constants: Vec::new(),
            checks: Vec::new(),
            embedded: None,
        };
        let parts: Vec<&str> = model.layers.iter().map(|layer| layer.written.as_str()).collect();
        let mut written = format!("{} {{ {} }}", block.name, parts.join(", "));
        if written.chars().count() > LONGEST {
            written = format!("{} {{ .. }}", block.name);
        }
        self.push(
            scope,
            Layer {
                place: scope.layers.len(),
                name: name.text,
                named: name.named,
                part,
                frozen,
                field: Some(name.field),
                attrs,
                written,
                tokens: layer.kind.to_token_stream(),
                kind: Kind::Block { block, branches: vec![model] },
                input: input.clone(),
                output: input,
                init,
            },
        );
        // The shape is that of the layer before the block, and so is its origin, in which a reader looks for it.
        scope.seam = before;
    }

    /// Reports a block that ends with another shape than it begins with.
    fn ends_alike(&mut self, before: &Seam, inner: &Scope, layer: &ast::Layer, shown: &str, because: &str) {
        let (Some(takes), Some(gives)) = (&before.shape, &inner.seam.shape) else { return };
        if takes.same(gives) {
            return;
        }
        let at = if inner.seam.tokens.is_empty() || inner.seam.origin == before.origin {
            layer.kind.to_token_stream()
        } else {
            inner.seam.tokens.clone()
        };
        let known = matches!((takes.len().known(), gives.len().known()), (Some(_), Some(_)));
        let ranks_differ = matches!((takes.rank(), gives.rank()), (Some(takes), Some(gives)) if takes != gives);
        let help = takes.show().map(|takes| shapes::block_end_help(&takes));
        if known || ranks_differ {
            let (takes, gives) = (takes.show().unwrap_or_default(), gives.show().unwrap_or_default());
            let text = shapes::block_end_mismatch(shown, because, &takes, &gives);
            self.errors.push(at, format!("{text}\nhelp: {}", help.unwrap_or_default()));
            return;
        }
        let (question, takes, gives) = match (takes.rank(), gives.rank()) {
            (Some(1), Some(1)) => {
                (Question::Length { takes: takes.len(), produces: gives.len() }, "[{TAKES}]", "[{PRODUCES}]")
            }
            _ => (Question::Same { takes: takes.clone(), produces: gives.clone() }, "`{Taken}`", "`{Produced}`"),
        };
        let message = shapes::block_end_mismatch(shown, because, takes, gives);
        self.defer(Check { at, question, message, label: "this sets the end of the block".to_owned(), help });
    }

    /// Layers that stand in the list itself, several times: `Repeat(n) { .. }`.
    fn rounds(&mut self, scope: &mut Scope, layer: &ast::Layer, block: &Block) {
        if let Some(name) = &layer.name {
            self.errors.push(name, texts::repeat_name(block.name, &name.to_string()));
        }
        for attr in &layer.attrs {
            if !attr.path().is_ident("doc") {
                self.errors.push(attr, texts::repeat_attribute(block.name));
            }
        }
        let rounds = self.count_rounds(layer, block);
        let Some(items) = self.inside(layer, block) else { return };
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
    fn count_rounds(&mut self, layer: &ast::Layer, block: &Block) -> u64 {
        let Some(arguments) = &layer.arguments else {
            self.errors.push(&layer.kind, texts::repeat_count(block));
            return 1;
        };
        let [Argument::Size(size)] = arguments.list.as_slice() else {
            if !arguments.broken {
                self.errors.push(&arguments.tokens, texts::repeat_count(block));
            }
            return 1;
        };
        let problem = match rounds(size) {
            Some(0) => texts::repeat_zero(block.name),
            Some(count) if count.saturating_mul(self.repeats) > MOST_ROUNDS => {
                texts::repeat_large(block.name, MOST_ROUNDS, self.repeats)
            }
            Some(count) => return count,
            None => texts::repeat_literal(block, &crate::parse::show(&size.to_token_stream())),
        };
        self.errors.push(size, problem);
        1
    }

    /// What is between the braces of a block, if there is a layer.
    fn inside<'b>(&mut self, layer: &'b ast::Layer, block: &Block) -> Option<&'b [Item]> {
        let Some(braces) = &layer.block else {
            self.errors.push(&layer.kind, texts::no_block(block));
            return None;
        };
        for item in &braces.items {
            if let Item::Shape(shape) = item {
                self.errors.push(&shape.keyword, name_texts::shape_in_block(&shape.keyword.to_string()));
            }
        }
        if braces.items.iter().all(|item| matches!(item, Item::Shape(_))) {
            self.errors.push(&braces.tokens, name_texts::no_layers_in_block(block.name));
            return None;
        }
        Some(&braces.items)
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
