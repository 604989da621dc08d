//! `#[derive(Parameters)]` for layers of third parties.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{Data, DeriveInput, Fields, GenericParam, Member, Path, Type, parse_quote};

use crate::errors::{Errors, derive as texts};
use crate::expand::{Field, expand_parameters_impl};

/// ```text
/// unsafe impl<T: Scalar, const N: usize> Parameters<T> for Gain<T, N> {
///     const PARAMETERS: usize = sum(&[<[T; N] as Parameters<T>>::PARAMETERS]);
///     const STATISTICS: usize = sum(&[<[T; N] as Parameters<T>>::STATISTICS]);
///     const PARTS: Parts = Parts::Named(&[("weight", <[T; N] as Parameters<T>>::PARTS)]);
///     fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
///         <[T; N] as Parameters<T>>::tensors(&name.join("weight"), visit);
///     }
/// }
/// ```
pub(crate) fn parameters(tokens: TokenStream) -> TokenStream {
    let input = match syn::parse2::<DeriveInput>(tokens) {
        Ok(input) => input,
        Err(error) => return error.to_compile_error(),
    };
    let mut errors = Errors::default();
    let expansion = expand(&input, &mut errors);
    // With errors the program does not compile, and the implementation keeps its uses from becoming errors, too.
    let errors = errors.into_tokens();
    quote!(#errors #expansion)
}

fn expand(input: &DeriveInput, errors: &mut Errors) -> Option<TokenStream> {
    let name = &input.ident;
    let nn = library(input, errors);
    check_repr(input, errors);
    let fields = if let Data::Struct(data) = &input.data {
        Some(&data.fields)
    } else {
        errors.push(name, texts::not_a_struct(&name.to_string()));
        None
    };
    let mut generics = input.generics.clone();
    let first = generics.params.iter_mut().find(|param| !matches!(param, GenericParam::Lifetime(_)));
    let Some(GenericParam::Type(scalar)) = first else {
        errors.push(name, texts::no_scalar(&name.to_string()));
        return None;
    };
    scalar.bounds.push(parse_quote!(#nn::Scalar));
    let t = scalar.ident.to_token_stream();
    let (implemented, arguments, where_clause) = generics.split_for_impl();
    let field = |member: Member, ty: &Type| {
        let part = match &member {
            Member::Named(name) => name.unraw().to_string(),
            Member::Unnamed(index) => index.index.to_string(),
        };
        let facts = quote!(<#ty as #nn::Parameters<#t>>);
        Field { member: member.to_token_stream(), part, frozen: false, ty: ty.to_token_stream(), facts }
    };
    let fields: Vec<Field> = match fields? {
        fields @ (Fields::Named(_) | Fields::Unnamed(_)) => {
            fields.members().zip(fields.iter()).map(|(member, found)| field(member, &found.ty)).collect()
        }
        Fields::Unit => Vec::new(),
    };
    Some(expand_parameters_impl(
        &nn,
        &implemented.to_token_stream(),
        &quote!(#name #arguments),
        &where_clause.to_token_stream(),
        &t,
        None,
        &fields,
    ))
}

/// The path of the library's hidden module: the argument of `#[parameters(crate = path)]`, or its usual name.
fn library(input: &DeriveInput, errors: &mut Errors) -> TokenStream {
    let mut path = None;
    for attr in input.attrs.iter().filter(|attr| attr.path().is_ident("parameters")) {
        let parsed = attr.parse_nested_meta(|meta| {
            if !meta.path.is_ident("crate") {
                return Err(syn::Error::new_spanned(&meta.path, texts::unknown_option()));
            }
            path = Some(meta.value()?.parse::<Path>()?);
            Ok(())
        });
        if let Err(error) = parsed {
            errors.push_error(error);
        }
    }
    path.map_or_else(|| quote!(::static_nn::__private), |path| quote!(#path::__private))
}

/// The fields must lie in the order in which they are written, without gaps.
fn check_repr(input: &DeriveInput, errors: &mut Errors) {
    let mut found = false;
    for attr in input.attrs.iter().filter(|attr| is(attr.path(), "repr")) {
        // What rustc does not accept either is left to rustc.
        let _ = attr.parse_nested_meta(|meta| {
            found |= is(&meta.path, "C") || is(&meta.path, "transparent");
            if is(&meta.path, "align") || is(&meta.path, "packed") {
                errors.push(&meta.path, texts::aligned());
                meta.input.parse::<TokenStream>()?;
            }
            Ok(())
        });
    }
    if !found {
        errors.push(&input.ident, texts::no_repr(&input.ident.to_string()));
    }
}

/// Whether a path is this name, raw (`r#packed`) or not.
fn is(path: &Path, name: &str) -> bool {
    path.get_ident().is_some_and(|ident| ident.unraw() == name)
}
