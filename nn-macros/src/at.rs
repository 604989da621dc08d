//! Functions of the library's that stand where the user wrote the name of their network.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{
    FnArg, GenericParam, Generics, Ident, ImplItem, Item, Signature, Token, Type, TypeParamBound, WherePredicate,
};

/// Of `Net, impl Net { pub fn forward<X: Sample>(..) .. }`, the items with the names and bounds of their functions at the place of `Net`.
///
/// What a message says of a function it says of these. They count as the user's own, so that rustc does not speak of the macro that wrote
/// them. All else stays the macro's, of which lints say nothing.
pub(crate) fn expand(tokens: TokenStream) -> TokenStream {
    syn::parse2::<At>(tokens).map_or_else(|error| error.to_compile_error(), |At(items)| quote!(#(#items)*))
}

/// The items, moved. Functions inside of an `impl` read as functions alone do.
struct At(Vec<Item>);

impl Parse for At {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let at = input.parse::<Ident>()?.span();
        input.parse::<Token![,]>()?;
        let mut items = Vec::new();
        while !input.is_empty() {
            let mut item = input.parse()?;
            match &mut item {
                Item::Fn(function) => move_signature(&mut function.sig, at),
                Item::Impl(implementation) => move_functions(&mut implementation.items, at),
                _ => {}
            }
            items.push(item);
        }
        Ok(Self(items))
    }
}

fn move_functions(items: &mut [ImplItem], at: Span) {
    for item in items {
        if let ImplItem::Fn(function) = item {
            move_signature(&mut function.sig, at);
        }
    }
}

fn move_signature(signature: &mut Signature, at: Span) {
    signature.ident.set_span(at);
    move_bounds_of(&mut signature.generics, at);
    for argument in &mut signature.inputs {
        let FnArg::Typed(argument) = argument else { continue };
        let ty = match &mut *argument.ty {
            Type::Reference(reference) => &mut *reference.elem,
            ty => ty,
        };
        if let Type::ImplTrait(ty) = ty {
            move_bounds(&mut ty.bounds, at);
        }
    }
}

fn move_bounds_of(generics: &mut Generics, at: Span) {
    for param in &mut generics.params {
        if let GenericParam::Type(param) = param {
            move_bounds(&mut param.bounds, at);
        }
    }
    for predicate in generics.where_clause.iter_mut().flat_map(|clause| &mut clause.predicates) {
        if let WherePredicate::Type(predicate) = predicate {
            move_bounds(&mut predicate.bounds, at);
        }
    }
}

fn move_bounds(bounds: &mut Punctuated<TypeParamBound, Token![+]>, at: Span) {
    for bound in bounds {
        if let TypeParamBound::Trait(_) = bound {
            *bound = TypeParamBound::Verbatim(moved(bound, at));
        }
    }
}

/// The same tokens there. What stands in braces or parentheses stays, and `$crate`, which is known by who wrote it.
fn moved(tokens: &impl ToTokens, at: Span) -> TokenStream {
    let tokens = tokens.to_token_stream().into_iter().map(|mut token| {
        if !matches!(token, TokenTree::Group(_)) && token.to_string() != "$crate" {
            token.set_span(at);
        }
        token
    });
    tokens.collect()
}
