//! Tokens to [`ast`](crate::ast). A list entry that cannot be read is reported and left out; the rest is read on.

mod arguments;
mod split;
#[cfg(test)]
mod tests;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::{AngleBracketedGenericArguments, Attribute, Ident, Path, PathArguments, PathSegment, Token, Visibility};

use crate::ast::{Block, Item, Layer, Network, Shape};
use crate::errors::{Errors, syntax};
use split::{Angles, split};

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
                let items = parse_items(group.stream(), errors);
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

/// The entries between the braces of a network or a block.
fn parse_items(tokens: TokenStream, errors: &mut Errors) -> Vec<Item> {
    let mut items = Vec::new();
    for chunk in split(tokens, Angles::Always) {
        let Some(tokens) = chunk.tokens else {
            errors.push(chunk.comma, syntax::empty_item());
            continue;
        };
        let parser = |input: ParseStream<'_>| {
            while !input.is_empty() {
                let begin = input.fork();
                let item = parse_item(input, errors);
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

fn parse_item(input: ParseStream<'_>, errors: &mut Errors) -> Item {
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
        name => parse_layer(input, attrs, name, errors),
    }
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

fn parse_layer(input: ParseStream<'_>, attrs: Vec<Attribute>, name: Option<Ident>, errors: &mut Errors) -> Item {
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
                let items = if crate::catalog::block(&show).is_some() {
                    parse_items(group.stream(), errors)
                } else {
                    Vec::new()
                };
                layer.block = Some(Block { items, tokens });
            }
            _ => break,
        }
        // Skips the group that was looked at.
        let _ = input.parse::<TokenTree>();
    }
    Item::Layer(layer)
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
        let Ok(ident) = input.call(Ident::parse_any) else {
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

/// `my::Gain<16>` as one would write it.
pub(crate) fn show_path(path: &Path) -> String {
    show(&path.to_token_stream())
}

/// Tokens as one would write them, on one line.
pub(crate) fn show(tokens: &TokenStream) -> String {
    let mut text = tokens.to_string().replace('\n', " ");
    for (spaced, tight) in [
        (" :: ", "::"),
        (":: ", "::"),
        (" ::", "::"),
        (" < ", "<"),
        ("< ", "<"),
        (" >", ">"),
        (" ,", ","),
        (" (", "("),
        ("( ", "("),
        (" )", ")"),
        ("[ ", "["),
        (" ]", "]"),
        ("- >", "->"),
        ("-> ", " -> "),
        (" ->", " ->"),
        (" :", ":"),
    ] {
        text = text.replace(spaced, tight);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same in back-ticks, cut to what fits a message.
fn show_short(tokens: &TokenStream) -> String {
    let text = show(tokens);
    if text.chars().count() <= 40 { format!("`{text}`") } else { "the entry before it".to_owned() }
}

/// The tokens between the delimiters.
pub(crate) fn inside(group: &Group) -> String {
    show(&group.stream())
}
