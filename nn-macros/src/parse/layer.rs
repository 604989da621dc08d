//! A layer: its kind, and what stands behind that in parentheses and braces.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{AngleBracketedGenericArguments, Attribute, Ident, Path, PathArguments, PathSegment, Token};

use super::show::{show_path, show_short};
use super::{DEEPEST, arguments, parse_items};
use crate::ast::{Block, Item, Layer};
use crate::errors::{Errors, syntax};

pub(super) fn parse_layer(
    input: ParseStream<'_>,
    attrs: Vec<Attribute>,
    name: Option<Ident>,
    depth: usize,
    errors: &mut Errors,
) -> Item {
    let Some(kind) = parse_kind(input, errors) else { return Item::Broken };
    let show = show_path(&kind);
    let mut layer = Layer { attrs, name, kind, arguments: None, block: None };
    while let Ok(TokenTree::Group(group)) = input.fork().parse::<TokenTree>() {
        match group.delimiter() {
            Delimiter::Parenthesis if layer.arguments.is_none() && layer.block.is_none() => {
                layer.arguments = Some(arguments::parse_arguments(&group, &show, errors));
            }
            Delimiter::Bracket | Delimiter::Brace
                if layer.arguments.is_none()
                    && layer.block.is_none()
                    && (group.delimiter() == Delimiter::Bracket || crate::catalog::layer(&show).is_some()) =>
            {
                errors.push(&group, syntax::arguments_in_brackets(&show, &group.stream().to_string()));
                layer.arguments = Some(errors.muted(|e| arguments::parse_arguments(&group, &show, e)));
            }
            Delimiter::Brace if layer.block.is_none() => {
                let tokens = group.to_token_stream();
                let is_block = layer.plain_name().as_deref().and_then(crate::catalog::block).is_some();
                if is_block && depth == DEEPEST {
                    errors.push(&layer.kind, syntax::too_deep(DEEPEST));
                    return Item::Broken;
                }
                let items = if is_block { parse_items(group.stream(), depth + 1, errors) } else { Vec::new() };
                layer.block = Some(Block { items, tokens });
            }
            _ => break,
        }
        // Skips the group that was looked at.
        let _ = input.parse::<TokenTree>();
    }
    Item::Layer(layer)
}

/// Whether a path may have it: no keyword, but for those that begin paths, with something behind them.
fn is_segment(ident: &Ident, goes_on: bool) -> bool {
    let begins_a_path = ["self", "super", "crate"].iter().any(|keyword| ident == keyword);
    goes_on && begins_a_path || syn::parse2::<Ident>(ident.to_token_stream()).is_ok()
}

/// `Dense`, `my::Gain<16>`; the parentheses behind it are not part of it.
fn parse_kind(input: ParseStream<'_>, errors: &mut Errors) -> Option<Path> {
    let all = input.fork().parse::<TokenStream>().unwrap_or_default();
    let first: TokenStream = all.clone().into_iter().take(1).collect();
    if let Ok(TokenTree::Group(group)) = input.fork().parse::<TokenTree>()
        && group.delimiter() == Delimiter::Bracket
    {
        errors.push(&group, syntax::shape_without_name(&group.to_string()));
        return None;
    }
    let mut path = Path { leading_colon: input.parse().ok()?, segments: syn::punctuated::Punctuated::new() };
    loop {
        let Some(ident) = input.call(Ident::parse_any).ok().filter(|ident| is_segment(ident, input.peek(Token![::])))
        else {
            let found = if path.segments.is_empty() { &first } else { &all };
            errors.push(found, syntax::not_a_layer(&show_short(found)));
            return None;
        };
        path.segments.push_value(PathSegment::from(ident));
        if input.peek(Token![<]) || input.peek(Token![::]) && input.peek3(Token![<]) {
            let before = show_path(&path);
            let Ok(arguments) = AngleBracketedGenericArguments::parse(input) else {
                errors.push(all, syntax::generic_arguments(&before));
                return None;
            };
            if let Some(segment) = path.segments.last_mut() {
                segment.arguments = PathArguments::AngleBracketed(arguments);
            }
            return Some(path);
        }
        if !input.peek(Token![::]) {
            return Some(path);
        }
        path.segments.push_punct(input.parse().ok()?);
    }
}
