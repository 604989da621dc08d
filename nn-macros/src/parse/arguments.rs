//! What stands in the parentheses of a layer and in the brackets of a shape.

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Expr;

use super::split::{Angles, Chunk, split, split_at_arrow};
use super::{inside, show};
use crate::ast::{Argument, Arguments};
use crate::errors::{Errors, syntax};

/// `[1, 28, 28]`
pub(super) fn parse_sizes(group: &Group, errors: &mut Errors) -> Option<Vec<Expr>> {
    let mut sizes = Some(Vec::new());
    for chunk in split(group.stream(), Angles::Turbofish) {
        match parse_chunk(chunk, errors).and_then(|tokens| parse_size(&tokens, errors)) {
            Some(size) => sizes.iter_mut().for_each(|sizes| sizes.push(size.clone())),
            None => sizes = None,
        }
    }
    sizes
}

/// `(784 -> 128, bias = false)`
pub(super) fn parse_arguments(group: &Group, kind: &str, errors: &mut Errors) -> Arguments {
    let mut arguments = Arguments { list: Vec::new(), tokens: group.to_token_stream(), broken: false };
    for chunk in split(group.stream(), Angles::Turbofish) {
        let argument = parse_chunk(chunk, errors).and_then(|tokens| parse_argument(&tokens, kind, group, errors));
        match argument {
            Some(argument) => arguments.list.push(argument),
            None => arguments.broken = true,
        }
    }
    arguments
}

fn parse_chunk(chunk: Chunk, errors: &mut Errors) -> Option<TokenStream> {
    if chunk.tokens.is_none() {
        errors.push(chunk.comma, syntax::empty_argument());
    }
    chunk.tokens
}

fn parse_argument(tokens: &TokenStream, kind: &str, group: &Group, errors: &mut Errors) -> Option<Argument> {
    if is_setting(tokens) {
        return parse_setting(tokens, errors);
    }
    let arrow = split_at_arrow(tokens, '-').or_else(|| {
        let parts = split_at_arrow(tokens, '=')?;
        errors.push(&parts[1], syntax::fat_arrow());
        Some(parts)
    });
    let Some([from, arrow, to]) = arrow else {
        return parse_size(tokens, errors).map(Argument::Size);
    };
    for (part, side, example) in [
        (&from, "inputs", format!("{kind}(4 {})", inside(group))),
        (&to, "outputs", format!("{kind}({} 3)", inside(group))),
    ] {
        if part.is_empty() {
            errors.push(&arrow, syntax::map_side_missing(side, &example));
        }
    }
    if from.is_empty() || to.is_empty() {
        return None;
    }
    let (from, to) = (parse_size(&from, errors), parse_size(&to, errors));
    Some(Argument::Map { from: from?, to: to? })
}

/// Whether it begins with `key =`, or with `key:`, which is meant to be that.
fn is_setting(tokens: &TokenStream) -> bool {
    let mut trees = tokens.clone().into_iter();
    let (Some(TokenTree::Ident(_)), Some(TokenTree::Punct(sign))) = (trees.next(), trees.next()) else {
        return false;
    };
    let next = match trees.next() {
        Some(TokenTree::Punct(next)) => next.as_char(),
        _ => ' ',
    };
    match sign.as_char() {
        '=' => next != '=' && next != '>',
        ':' => next != ':',
        _ => false,
    }
}

/// `key = value`
fn parse_setting(tokens: &TokenStream, errors: &mut Errors) -> Option<Argument> {
    let mut trees = tokens.clone().into_iter();
    let (Some(TokenTree::Ident(key)), Some(sign)) = (trees.next(), trees.next()) else { return None };
    if sign.to_string() == ":" {
        errors.push(&sign, syntax::setting_with_colon(&key.to_string()));
    }
    let value: TokenStream = trees.collect();
    if value.is_empty() {
        errors.push(tokens, syntax::setting_without_value(&key.to_string()));
        return None;
    }
    let parsed = syn::parse2::<Expr>(value.clone()).ok();
    if parsed.is_none() {
        errors.push(&value, syntax::not_a_value(&show(&value)));
    }
    Some(Argument::Setting { key, value: parsed? })
}

fn parse_size(tokens: &TokenStream, errors: &mut Errors) -> Option<Expr> {
    let size = syn::parse2::<Expr>(tokens.clone()).ok();
    if size.is_none() {
        errors.push(tokens, syntax::not_a_size(&show(tokens)));
    }
    size
}
