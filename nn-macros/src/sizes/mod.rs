//! Sizes and shapes as the macro knows them: numbers where they are written out, expressions that rustc knows where not.
//!
//! A rule computes with [`Size`]s as with numbers. Its result serves three readers: a message, which wants the number or the
//! text; the expansion, which wants tokens; and the macro itself, which compares.

mod shape;
mod size;

pub(crate) use shape::{Shape, Side};
pub(crate) use size::Size;

use proc_macro2::TokenStream;
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
                let angles = quote_spanned!(segment.ident.span()=> <#scalar>);
                *arguments = PathArguments::AngleBracketed(parse_quote!(#angles));
            }
        }
    }
    path.into_token_stream()
}
