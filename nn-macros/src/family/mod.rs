//! `network_family!`: an enum of networks with the same input and output, one of which is chosen when the program runs.
//!
//! The same way as that of `network!`, in little: tokens are read and judged here, and written down in `expand`.

mod expand;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Fields, GenericArgument, Generics, ItemEnum, PathArguments, Type, Variant};

use crate::errors::{Errors, family as texts};
use crate::parse::show;

/// A family that can be written down.
struct Family {
    krate: TokenStream,
    /// The enum as the user wrote it, without what is read here.
    item: ItemEnum,
    arms: Vec<Arm>,
    /// What the type of the state is called, of a family that streams.
    state: Option<Ident>,
}

impl Family {
    /// The `#[cfg(..)]` of the enum: every item of the expansion carries them.
    fn cfgs(&self) -> impl Iterator<Item = &Attribute> {
        self.item.attrs.iter().filter(|attr| attr.path().is_ident("cfg"))
    }
}

/// One network of it.
struct Arm {
    name: Ident,
    /// What the user wrote in the parentheses: the network, a box or a reference.
    holds: Type,
    /// The network's own type.
    net: TokenStream,
}

/// `[the library's path] the user's tokens`, as an enum with the functions of a network.
pub(crate) fn compile(tokens: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let family = read(tokens, &mut errors);
    // What could be read has its functions all the same: a use of them is no second mistake.
    let expansion = family.map(|family| expand::expand(&family));
    let errors = errors.into_tokens();
    quote::quote!(#errors #expansion)
}

fn read(tokens: TokenStream, errors: &mut Errors) -> Option<Family> {
    let mut tokens = tokens.into_iter();
    let Some(TokenTree::Group(krate)) = tokens.next() else { return None };
    let tokens: TokenStream = tokens.collect();
    let is_enum = |token: &TokenTree| matches!(token, TokenTree::Ident(word) if word == "enum");
    if !tokens.clone().into_iter().any(|token| is_enum(&token)) {
        let first = tokens.into_iter().next().map_or_else(|| krate.stream(), TokenTree::into_token_stream);
        errors.push(first, texts::not_an_enum());
        return None;
    }
    let parser = |input: ParseStream<'_>| Ok((input.parse::<ItemEnum>()?, input.parse::<TokenStream>()?));
    let (mut item, behind) = match parser.parse2(tokens) {
        Ok(read) => read,
        Err(error) => {
            errors.push_error(syn::Error::new(error.span(), texts::unreadable(&error.to_string())));
            return None;
        }
    };
    if let Some(more) = behind.into_iter().next() {
        errors.push(more, texts::second_item());
    }
    let name = item.ident.to_string();
    if item.generics.lt_token.is_some() || item.generics.where_clause.is_some() {
        let generics = &item.generics;
        let clause = &generics.where_clause;
        errors.push(quote::quote!(#generics #clause), texts::generics(&name));
    }
    if item.variants.is_empty() {
        errors.push(&item.ident, texts::empty(&name));
    }
    let state = read_state(&mut item.attrs, errors);
    let mut names = HashSet::new();
    let mut arms = Vec::new();
    let variants = std::mem::take(&mut item.variants);
    for mut variant in variants {
        let is_new = names.insert(variant.ident.unraw().to_string());
        if !is_new {
            errors.push(&variant.ident, texts::twice(&variant.ident.to_string()));
        }
        let arm = read_arm(&variant, errors);
        if let Some(arm) = arm.filter(|_| is_new) {
            variant.discriminant = None;
            arms.push(arm);
            item.variants.push(variant);
        }
    }
    item.generics = Generics::default();
    Some(Family { krate: krate.stream(), item, arms, state })
}

/// `#[stream(VoiceState)]`, which is taken from the attributes.
fn read_state(attrs: &mut Vec<Attribute>, errors: &mut Errors) -> Option<Ident> {
    let mut state = None;
    attrs.retain(|attr| {
        if !attr.path().is_ident("stream") {
            return true;
        }
        match attr.parse_args::<Ident>() {
            Ok(_) if state.is_some() => errors.push(attr, texts::state_twice()),
            Ok(name) => state = Some(name),
            Err(_) => errors.push(attr, texts::state_form()),
        }
        false
    });
    state
}

fn read_arm(variant: &Variant, errors: &mut Errors) -> Option<Arm> {
    let name = variant.ident.to_string();
    if let Some((_, number)) = &variant.discriminant {
        errors.push(number, texts::number(&name));
    }
    let field = match &variant.fields {
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => &fields.unnamed[0],
        Fields::Unit => {
            errors.push(&variant.ident, texts::not_one_network(&name));
            return None;
        }
        fields => {
            errors.push(fields, texts::not_one_network(&name));
            return None;
        }
    };
    let net = read_net(&name, &field.ty, errors)?;
    Some(Arm { name: variant.ident.clone(), holds: field.ty.clone(), net })
}

/// The network in `SmallNet`, `Boxed<SmallNet>` or `&'static SmallNet`.
fn read_net(arm: &str, ty: &Type, errors: &mut Errors) -> Option<TokenStream> {
    match ty {
        Type::Group(group) => read_net(arm, &group.elem, errors),
        Type::Paren(paren) => read_net(arm, &paren.elem, errors),
        Type::Reference(reference) => {
            let net = show(&reference.elem.to_token_stream());
            if let Some(mutable) = &reference.mutability {
                errors.push(mutable, texts::mutable(arm, &net));
                return None;
            }
            if reference.lifetime.is_none() {
                errors.push(reference, texts::borrowed(arm, &net));
                return None;
            }
            Some(reference.elem.to_token_stream())
        }
        Type::Path(path) if path.qself.is_none() => {
            let boxed = path.path.segments.last().filter(|last| last.ident == "Boxed" || last.ident == "Box");
            let inside = boxed.and_then(|last| match &last.arguments {
                PathArguments::AngleBracketed(arguments) => match arguments.args.first() {
                    Some(GenericArgument::Type(ty)) => Some(ty.to_token_stream()),
                    _ => None,
                },
                _ => None,
            });
            Some(inside.unwrap_or_else(|| path.to_token_stream()))
        }
        ty => {
            errors.push(ty, texts::not_a_network(arm));
            None
        }
    }
}
