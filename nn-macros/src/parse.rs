//! Tokens to [`ast`](crate::ast). A list entry that cannot be read is reported and left out; the rest is read on.

mod arguments;
mod item;
mod layer;
mod show;
mod split;
#[cfg(test)]
mod tests;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Ident, Token, Visibility};

pub(crate) use crate::ast::{Item, Network};
use crate::errors::{Errors, syntax};
use item::parse_item;
use show::show_short;
pub(crate) use show::{inside, show, show_path};
pub(crate) use split::{Angles, split};

/// Reads one invocation. `None` if not even the struct's name can be made out.
pub(crate) fn parse(tokens: TokenStream, errors: &mut Errors) -> Option<Network> {
    let parser = |input: ParseStream<'_>| {
        let network = parse_network(input, errors);
        // The mistake is reported; what stands behind it must not be a second one.
        input.parse::<TokenStream>()?;
        Ok(network)
    };
    match parser.parse2(tokens) {
        Ok(network) => network,
        Err(error) => {
            errors.push_error(error);
            None
        }
    }
}

fn parse_network(input: ParseStream<'_>, errors: &mut Errors) -> Option<Network> {
    let krate = match input.parse::<TokenTree>() {
        Ok(TokenTree::Group(group)) => group.stream(),
        _ => return None,
    };
    let rest = input.fork().parse::<TokenStream>().unwrap_or_default();
    let attrs = match input.call(Attribute::parse_outer) {
        Ok(attrs) => attrs,
        Err(error) => {
            errors.push_error(syn::Error::new(error.span(), syntax::attribute(&error.to_string())));
            return None;
        }
    };
    let (Ok(vis), Ok(_)) = (input.parse::<Visibility>(), input.parse::<Token![struct]>()) else {
        let first = rest.into_iter().next().map_or(krate, TokenTree::into_token_stream);
        errors.push(first, syntax::not_a_struct());
        return None;
    };
    let Ok(name) = input.parse::<Ident>() else {
        errors.push(rest, syntax::not_a_struct());
        return None;
    };
    let mut generics = TokenStream::new();
    loop {
        match input.parse::<TokenTree>() {
            Ok(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                let items = parse_items(group.stream(), 0, errors);
                if let Ok(more) = input.fork().parse::<TokenTree>() {
                    errors.push(more, syntax::second_item());
                }
                return Some(Network { krate, attrs, vis, name, generics, items });
            }
            Ok(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis => {
                errors.push(group, syntax::not_braces(&name.to_string()));
                return None;
            }
            Ok(token) => generics.extend([token]),
            Err(_) => {
                errors.push(&name, syntax::not_braces(&name.to_string()));
                return None;
            }
        }
    }
}

/// How deep braces may stand in each other: each is a type around a type, of which rustc takes no more than 128.
const DEEPEST: usize = 48;

/// The entries between the braces of a network, or of a block that is so many blocks deep.
fn parse_items(tokens: TokenStream, depth: usize, errors: &mut Errors) -> Vec<Item> {
    let mut items = Vec::new();
    for chunk in split(tokens, Angles::Always) {
        let Some(tokens) = chunk.tokens else {
            errors.push(chunk.comma, syntax::empty_item());
            continue;
        };
        let parser = |input: ParseStream<'_>| {
            while !input.is_empty() {
                let begin = input.fork();
                let item = parse_item(input, depth, errors);
                let broken = matches!(item, Item::Broken);
                items.push(item);
                if broken {
                    input.parse::<TokenStream>()?;
                } else if let Some(semicolon) = input.parse::<Option<Token![;]>>()? {
                    errors.push(semicolon, syntax::semicolon());
                } else if !input.is_empty() {
                    let rest = input.fork().parse::<TokenStream>()?;
                    parse_separator(begin.parse::<TokenStream>()?, rest, errors);
                }
            }
            Ok(())
        };
        if let Err(error) = parser.parse2(tokens) {
            errors.push_error(error);
            items.push(Item::Broken);
        }
    }
    items
}

/// Two entries with nothing between them.
fn parse_separator(both: TokenStream, rest: TokenStream, errors: &mut Errors) {
    let first = both.clone().into_iter().count() - rest.clone().into_iter().count();
    let before: TokenStream = both.into_iter().take(first).collect();
    let next: TokenStream = rest.into_iter().take(1).collect();
    errors.push(next, syntax::missing_comma(&show_short(&before)));
}
