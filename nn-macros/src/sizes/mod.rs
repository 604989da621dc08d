//! Sizes and shapes as the macro knows them: numbers where they are written out, expressions that rustc knows where not.
//!
//! A rule computes with [`Size`]s as with numbers. Its result serves three readers: a message, which wants the number or the
//! text; the expansion, which wants tokens; and the macro itself, which compares.

mod rule;
mod shape;
mod size;

pub(crate) use rule::Rule;
pub(crate) use shape::{IMAGE, Rank, SEQUENCE, Shape, Side};
pub(crate) use size::Size;

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote_spanned};
use syn::{GenericArgument, Path, PathArguments, parse_quote};

/// `my::Gain<16>` with its scalar: `my::Gain<T, 16>`.
pub(crate) fn with_scalar(path: &Path, t: &TokenStream) -> TokenStream {
    let mut path = path.clone();
    let scalar: GenericArgument = parse_quote!(#t);
    if let Some(segment) = path.segments.last_mut() {
        match &mut segment.arguments {
            PathArguments::AngleBracketed(arguments) => {
                let lifetimes =
                    arguments.args.iter().take_while(|arg| matches!(arg, GenericArgument::Lifetime(_))).count();
                arguments.args.insert(lifetimes, scalar);
            }
            arguments => {
                // With the place of the name, so that rustc underlines just that.
                let scalar = located(scalar.into_token_stream(), segment.ident.span());
                let angles = quote_spanned!(segment.ident.span()=> <#scalar>);
                *arguments = PathArguments::AngleBracketed(parse_quote!(#angles));
            }
        }
    }
    path.into_token_stream()
}

/// `tokens` with their meaning, at the place `span`: a mistake that rustc finds in any of them is the same mistake, told once.
pub(crate) fn located(tokens: TokenStream, span: Span) -> TokenStream {
    moved(tokens, &|token| token.located_at(span))
}

/// A type as if the macro had written it, where the user did: rustc tells the same mistake twice where one of the places is the user's
/// own. `$crate` alone is known by who wrote it.
pub(crate) fn written_here(ty: TokenStream) -> TokenStream {
    if names_a_crate(&ty) { ty } else { moved(ty, &|token| Span::call_site().located_at(token)) }
}

fn names_a_crate(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Group(group) => names_a_crate(&group.stream()),
        token => token.to_string() == "$crate",
    })
}

fn moved(tokens: TokenStream, to: &dyn Fn(Span) -> Span) -> TokenStream {
    let tokens = tokens.into_iter().map(|mut token| {
        let at = to(token.span());
        if let TokenTree::Group(group) = &token {
            token = Group::new(group.delimiter(), moved(group.stream(), to)).into();
        }
        token.set_span(at);
        token
    });
    tokens.collect()
}
