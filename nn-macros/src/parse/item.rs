//! One entry of a layer list: a name, and a layer or a shape behind it.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Attribute, Ident, Token, Visibility};

use super::layer::parse_layer;
use super::{DEEPEST, arguments, parse_items};
use crate::ast::{Block, Branch, Item, Shape};
use crate::errors::{Errors, syntax};

pub(super) fn parse_item(input: ParseStream<'_>, depth: usize, errors: &mut Errors) -> Item {
    let attrs = match input.call(Attribute::parse_outer) {
        Ok(attrs) => attrs,
        Err(error) => {
            errors.push_error(syn::Error::new(error.span(), syntax::attribute(&error.to_string())));
            return Item::Broken;
        }
    };
    if input.is_empty() {
        errors.push(quote!(#(#attrs)*), syntax::attributes_alone());
        return Item::Broken;
    }
    if input.peek(Token![pub])
        && let Ok(vis) = input.parse::<Visibility>()
    {
        errors.push(vis, syntax::visibility_of_a_layer());
    }
    let name = parse_name(input, errors);
    match name {
        Some(keyword) if keyword == "input" || keyword == "output" => parse_shape(input, attrs, keyword, errors),
        Some(name) if input.is_empty() => {
            errors.push(&name, syntax::no_layer_behind_name(&name.to_string()));
            Item::Broken
        }
        name => match input.fork().parse::<TokenTree>() {
            Ok(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                // Skips the group that was looked at.
                let _ = input.parse::<TokenTree>();
                parse_branch(&group, attrs, name, depth, errors)
            }
            _ => parse_layer(input, attrs, name, depth, errors),
        },
    }
}

/// `{ .. }` where a layer could stand.
fn parse_branch(group: &Group, attrs: Vec<Attribute>, name: Option<Ident>, depth: usize, errors: &mut Errors) -> Item {
    if depth == DEEPEST {
        errors.push(group, syntax::too_deep(DEEPEST));
        return Item::Broken;
    }
    let items = parse_items(group.stream(), depth + 1, errors);
    Item::Branch(Branch { attrs, name, block: Block { items, tokens: group.to_token_stream() } })
}

/// `name:` before a layer.
fn parse_name(input: ParseStream<'_>, errors: &mut Errors) -> Option<Ident> {
    let equals = input.peek2(Token![=]) && !input.peek2(Token![==]) && !input.peek2(Token![=>]);
    let is_name = input.peek(Ident::peek_any) || input.peek(Token![_]);
    if !is_name || input.peek2(Token![::]) || !equals && !input.peek2(Token![:]) {
        return None;
    }
    let name = match input.parse::<Option<Token![_]>>() {
        Ok(Some(underscore)) => {
            errors.push(underscore, syntax::underscore_as_name());
            None
        }
        _ => input.call(Ident::parse_any).ok(),
    };
    let separator = input.parse::<TokenTree>().ok();
    let name = name?;
    if equals {
        errors.push(separator, syntax::equals_for_colon(&name.to_string()));
    }
    if syn::parse2::<Ident>(name.to_token_stream()).is_err() {
        errors.push(&name, syntax::keyword_as_name(&name.to_string()));
        return Some(Ident::new(&format!("{name}_"), name.span()));
    }
    Some(name)
}

/// What stands behind `input:` or `output:`.
fn parse_shape(input: ParseStream<'_>, attrs: Vec<Attribute>, keyword: Ident, errors: &mut Errors) -> Item {
    let name = keyword.to_string();
    if input.is_empty() {
        errors.push(&keyword, syntax::no_shape(&name));
        return Item::Broken;
    }
    let all = input.fork().parse::<TokenStream>().unwrap_or_default();
    if let Ok(TokenTree::Group(group)) = input.fork().parse::<TokenTree>()
        && group.delimiter() != Delimiter::None
    {
        // Skips the group that was looked at.
        let _ = input.parse::<TokenTree>();
        if group.delimiter() != Delimiter::Bracket {
            errors.push(&group, syntax::shape_without_brackets(&name, &group.stream().to_string()));
        }
        let tokens = group.to_token_stream();
        return match arguments::parse_sizes(&group, errors) {
            Some(dims) => Item::Shape(Shape { attrs, keyword, dims, tokens }),
            None => Item::Broken,
        };
    }
    let is_layer = input
        .fork()
        .parse::<Ident>()
        .is_ok_and(|ident| ident.to_string().starts_with(char::is_uppercase) && input.peek2(syn::token::Paren));
    if is_layer {
        errors.push(&keyword, syntax::shape_is_a_layer(&name));
    } else {
        errors.push(&all, syntax::shape_without_brackets(&name, &all.to_string()));
        if let Ok(size) = syn::parse2::<syn::Expr>(all.clone()) {
            let _ = input.parse::<TokenStream>();
            return Item::Shape(Shape { attrs, keyword, dims: vec![size], tokens: all });
        }
    }
    Item::Broken
}
