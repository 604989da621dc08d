//! Layers that contain layers.

use quote::ToTokens;
use syn::{Expr, Lit, parse_quote};

use super::attributes::LayerAttributes;
use super::ends::projection;
use super::names::{Name, Names};
use super::seam::Seam;
use super::{Lower, Scope};
use crate::ast::{self, Argument, Item};
use crate::catalog::{Block, Inside};
use crate::errors::{branches, layers as texts, names as name_texts, shapes};
use crate::model::{Check, Kind, Layer, Model, Question};
use crate::sizes::{Shape, Size};

/// More rounds than any network has; each is code of its own.
const MOST_ROUNDS: u64 = 256;

/// The most characters of a block in a table of layers.
const LONGEST: usize = 48;

/// The layers between some braces, as a struct of their own.
pub(super) struct Inner {
    pub(super) model: Model,
    /// What is behind the last of them.
    pub(super) end: Seam,
}

impl Lower<'_> {
    pub(super) fn block(&mut self, scope: &mut Scope, layer: &ast::Layer, block: &'static Block) {
        match block.inside {
            Inside::Rounds => self.rounds(scope, layer, block),
            Inside::Kept { because } => self.kept(scope, layer, block, because),
            Inside::Branches(join) => self.branches(scope, layer, block, join),
        }
    }

    /// A struct of its own inside of the library's type: `Residual { .. }`.
    fn kept(&mut self, scope: &mut Scope, layer: &ast::Layer, block: &'static Block, because: &str) {
        let name = self.name(scope, layer);
        if let Some(arguments) = &layer.arguments {
            self.errors.push(&arguments.tokens, texts::block_arguments(block));
        }
        let Some(items) = self.inside(layer, block) else {
            scope.seam.origin = name.text;
            return;
        };
        let before = scope.seam.clone();
        let docs = format!(" The block `{}` of [`{}`].", name.text, scope.name);
        let Inner { mut model, end } = self.inner(scope, items, &name.text, &docs);
        let input = model.input.clone();
        let shown = if name.named { &name.text } else { block.name };
        self.ends_alike(&before, &end, layer, shown, because);
        let agrees = end.shape.as_ref().is_some_and(|gives| gives.same(&input));
        model.declared = (!agrees).then(|| input.clone());
        let written = shorten(block, &list(&model));
        self.push_block(scope, layer, name, Kind::Block { block, branches: vec![model] }, (written, input));
        // The shape is that of the layer before the block, and so is its origin, in which a reader looks for it.
        scope.seam = before;
    }

    /// The struct of what stands between some braces. The block around them is called `name`.
    pub(super) fn inner(&mut self, scope: &Scope, items: &[Item], name: &str, docs: &str) -> Inner {
        let input = scope.seam.shape.clone().unwrap_or(Shape::vector(Size::Known(1)));
        let mut inner = Scope::new(self.struct_name(scope, name), Names::new(items), scope.seam.clone());
        inner.again = scope.again;
        inner.outer = scope.before().map(str::to_owned);
        self.items(&mut inner, items);
        let mut attrs = self.block_attributes();
        attrs.push(parse_quote!(#[doc = #docs]));
        let model = Model {
            krate: self.network.krate.clone(),
            attrs,
            vis: self.network.vis.clone(),
            name: inner.name,
            part: None,
            input,
            declared: None,
            layers: inner.layers,
            constants: Vec::new(),
            checks: Vec::new(),
            budget: Vec::new(),
            embedded: None,
            golden: None,
        };
        Inner { model, end: inner.seam }
    }

    /// Adds a block to the list: as it is written, and what it produces.
    pub(super) fn push_block(
        &mut self,
        scope: &mut Scope,
        layer: &ast::Layer,
        name: Name,
        kind: Kind,
        (written, output): (String, Shape),
    ) {
        let input = scope.seam.shape.clone().unwrap_or(Shape::vector(Size::Known(1)));
        let LayerAttributes { kept: attrs, init, part, frozen } = self.layer_attributes(scope, layer, &name.text, true);
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
                kind,
                input,
                output,
                init,
            },
        );
    }

    /// Reports a block that ends with another shape than it begins with.
    fn ends_alike(&mut self, before: &Seam, end: &Seam, layer: &ast::Layer, shown: &str, because: &str) {
        let (Some(takes), Some(gives)) = (&before.shape, &end.shape) else { return };
        if takes.same(gives) {
            return;
        }
        let at = if end.is_set_behind(before) { end.tokens.clone() } else { layer.kind.to_token_stream() };
        let known = matches!((takes.len().known(), gives.len().known()), (Some(_), Some(_)));
        let ranks_differ = matches!((takes.rank(), gives.rank()), (Some(takes), Some(gives)) if takes != gives);
        let projection = projection(takes, gives);
        let help = takes.show().map(|takes| branches::residual_help(&takes, projection.as_deref()));
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
        self.no_shapes(&braces.items);
        if braces.items.iter().all(|item| matches!(item, Item::Shape(_))) {
            self.errors.push(&braces.tokens, name_texts::no_layers_in_block(block.name));
            return None;
        }
        let first = braces.items.iter().find_map(|item| match item {
            Item::Branch(branch) => Some(branch),
            _ => None,
        });
        if let Some(branch) = first {
            self.errors.push(&branch.block.tokens, branches::braces_in_a_block(block.name));
            return None;
        }
        Some(&braces.items)
    }

    /// Reports `input` and `output` where only layers stand.
    pub(super) fn no_shapes(&mut self, items: &[Item]) {
        for item in items {
            if let Item::Shape(shape) = item {
                self.errors.push(&shape.keyword, name_texts::shape_in_block(&shape.keyword.to_string()));
            }
        }
    }
}

/// A block as it is written, or cut short.
pub(super) fn shorten(block: &Block, inside: &str) -> String {
    let written = format!("{} {{ {inside} }}", block.name);
    if written.chars().count() <= LONGEST { written } else { block.form() }
}

/// The layers of a block as they are written.
pub(super) fn list(model: &Model) -> String {
    let layers: Vec<&str> = model.layers.iter().map(|layer| layer.written.as_str()).collect();
    layers.join(", ")
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
