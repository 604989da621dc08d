//! Types of the user's: other networks, and layers of third parties.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{GenericArgument, Path, PathArguments};

use super::attributes::LayerAttributes;
use super::seam::Seam;
use super::{Lower, Scope};
use crate::ast;
use crate::catalog;
use crate::errors::{layers as texts, shapes, words};
use crate::model::{Check, Kind, Layer, Question};
use crate::parse::show_path;
use crate::sizes::{Shape, Side};

impl Lower<'_> {
    pub(super) fn custom(&mut self, scope: &mut Scope, layer: &ast::Layer) {
        if self.reports_misuse(layer) {
            return self.unknown(scope, layer);
        }
        let name = self.name(scope, layer);
        let path = layer.kind.clone();
        let written = show_path(&path);
        let tokens = path.to_token_stream();
        let side = |side| Side { path: path.clone(), side };
        self.defer(Check {
            at: tokens.clone(),
            question: Question::Layer(Box::new(path.clone())),
            message: shapes::type_of_nothing(&written),
            label: String::new(),
            help: None,
        });
        self.join_custom(scope, layer, &name.text, &side("Input"));
        if let Some(before) = scope.before() {
            self.defer(Check {
                at: tokens.clone(),
                question: Question::Numbers(Box::new(path.clone())),
                message: words::type_behind(&name.text, before),
                label: String::new(),
                help: None,
            });
        }
        let LayerAttributes { kept: attrs, init, part, frozen } = self.layer_attributes(scope, layer, &name.text, true);
        let way = std::mem::take(&mut scope.seam.way);
        scope.seam = Seam { shape: None, origin: name.text.clone(), tokens: tokens.clone(), way };
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
                tokens,
                kind: Kind::Custom(path.clone()),
                input: Shape::Custom(side("Input")),
                output: Shape::Custom(side("Output")),
                init,
            },
        );
    }

    /// Reports what a type of the user's cannot have, or what is a built-in layer in disguise.
    fn reports_misuse(&mut self, layer: &ast::Layer) -> bool {
        let written = show_path(&layer.kind);
        let ident = layer.ident().to_string();
        let inside = layer.arguments.as_ref().map(|arguments| {
            let inside = crate::parse::show(&arguments.tokens);
            inside.trim_start_matches('(').trim_end_matches(')').replace(" ->", ",")
        });
        if layer.plain_name().is_some_and(|name| self.network.name.unraw() == name) {
            self.errors.push(&layer.kind, texts::inside_itself(&written));
            return true;
        }
        let first = layer.kind.segments[0].ident.to_string();
        if layer.kind.segments.len() == 2 && catalog::layer(&first).is_some() {
            self.errors.push(&layer.kind, texts::built_in_constructor(&first));
            return true;
        }
        if let PathArguments::AngleBracketed(generics) = &layer.kind.segments[layer.kind.segments.len() - 1].arguments
            && layer.kind.segments.len() == 1
            && catalog::layer(&ident).is_some()
        {
            let arguments: Vec<String> =
                generics.args.iter().map(|arg| crate::parse::show(&arg.to_token_stream())).collect();
            let right = format!("{ident}({})", arguments.join(" -> "));
            self.errors.push(&layer.kind, texts::built_in_generics(&ident, &right));
            return true;
        }
        if let Some((at, text)) = scalar_written(&layer.kind) {
            self.errors.push(at, text);
            return true;
        }
        if let (Some(arguments), Some(inside)) = (&layer.arguments, inside) {
            if layer.plain_name().is_some() {
                let near = catalog::nearest_few(&written);
                self.errors.push(&layer.kind, texts::unknown_with_arguments(&written, &inside, &near));
            } else {
                let generic = if inside.is_empty() || written.contains('<') {
                    written.clone()
                } else {
                    format!("{written}<{inside}>")
                };
                self.errors.push(&arguments.tokens, texts::custom_arguments(&written, &generic));
            }
            return true;
        }
        if let Some(block) = &layer.block {
            self.errors.push(&block.tokens, texts::block_of_no_block(&written));
            return true;
        }
        false
    }
}

/// A scalar that is written where a list leaves it out, and what to say of it.
pub(super) fn scalar_written(path: &Path) -> Option<(TokenStream, String)> {
    let segment = path.segments.last()?;
    let PathArguments::AngleBracketed(generics) = &segment.arguments else { return None };
    let first = generics.args.first()?;
    let rest: Vec<String> =
        generics.args.iter().skip(1).map(|arg| crate::parse::show(&arg.to_token_stream())).collect();
    let (written, scalar) = (show_path(path), scalar(first)?);
    let bare = written.split('<').next().unwrap_or_default().trim_end_matches("::");
    let right = if rest.is_empty() { bare.to_owned() } else { format!("{bare}<{}>", rest.join(", ")) };
    Some((first.to_token_stream(), texts::scalar_written(&segment.ident.to_string(), &scalar, &right)))
}

/// `f32`, `f64` or `T` as a first generic argument.
fn scalar(argument: &GenericArgument) -> Option<String> {
    let text = argument.to_token_stream().to_string();
    matches!(text.as_str(), "f32" | "f64" | "T").then_some(text)
}
