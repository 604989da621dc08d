//! What only rustc can check: sizes that are const expressions, and the types of third parties.
//!
//! Every check is an item of its own outside of all generic code, so that `cargo check` and editors see it. The message
//! is that of a trait made for this one seam; its const parameters carry the two numbers.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};

use crate::model::{Check, Model, Question, Shape, Size, with_scalar};

/// ```text
/// const _: () = {
///     use static_nn::__private as __nn;
///     const _: () = { .. };   // one for every check
/// };
/// ```
pub(super) fn expand_checks(model: &Model) -> Option<TokenStream> {
    if model.checks.is_empty() {
        return None;
    }
    let krate = &model.krate;
    let cfgs = model.cfgs();
    let checks = model.checks.iter().map(expand_check);
    Some(quote! {
        #(#cfgs)*
        const _: () = {
            use #krate::__private as __nn;
            #(#checks)*
        };
    })
}

/// ```text
/// const _: () = {
///     #[diagnostic::on_unimplemented(
///         message = "`fc2` takes {TAKES} inputs, but `fc1` before it produces {PRODUCES}",
///         label = "takes {TAKES}, gets {PRODUCES}",
///         note = "help: ..",
///     )]
///     trait Seam<const TAKES: usize, const PRODUCES: usize> {
///         const OK: () = ();
///     }
///     struct Check;
///     impl<const N: usize> Seam<{ N }, { N }> for Check {}   // in braces: a type `N` of the user's would come first
///     <Check as Seam<{ HIDDEN }, { WIDTH }>>::OK
/// };
/// ```
fn expand_check(check: &Check) -> TokenStream {
    let nn = quote!(__nn);
    let f32 = quote!(::core::primitive::f32);
    match &check.question {
        Question::Length { takes, produces } => {
            let [takes, produces] = lengths(takes, produces);
            let text = expand_text(check, "TAKES", "PRODUCES");
            let at = spanned_path(&check.at, "__NnCheck");
            quote! {
                const _: () = {
                    #text
                    trait __NnSeam<const TAKES: ::core::primitive::usize, const PRODUCES: ::core::primitive::usize> {
                        const OK: () = ();
                    }
                    struct __NnCheck;
                    impl<const N: ::core::primitive::usize> __NnSeam<{ N }, { N }> for __NnCheck {}
                    <#at as __NnSeam<{ #takes }, { #produces }>>::OK
                };
            }
        }
        Question::Vector(shape) => {
            let text = expand_text(check, "Self", "Self");
            let shape = respan(shape.ty(&nn), &check.at);
            quote! {
                const _: () = {
                    #text
                    trait __NnVector {
                        const OK: () = ();
                    }
                    impl<const N: ::core::primitive::usize> __NnVector for __nn::D1<{ N }> {}
                    <#shape as __NnVector>::OK
                };
            }
        }
        Question::Same { takes, produces } => {
            let text = expand_text(check, "Self", "Produced");
            let (takes, produces) = (respan(takes.ty(&nn), &check.at), produces.ty(&nn));
            quote! {
                const _: () = {
                    #text
                    trait __NnSame<Produced> {
                        const OK: () = ();
                    }
                    impl<S> __NnSame<S> for S {}
                    <#takes as __NnSame<#produces>>::OK
                };
            }
        }
        Question::Layer(path) => {
            let ty = with_scalar(path, &f32);
            quote! {
                const _: () = {
                    const fn __nn_layer<L: __nn::Layer<#f32>>() {}
                    __nn_layer::<#ty>()
                };
            }
        }
    }
}

fn expand_text(check: &Check, _: &str, _: &str) -> TokenStream {
    let Check { message, label, help, .. } = check;
    let note = help.as_ref().map(|help| {
        let help = format!("help: {help}");
        quote!(, note = #help)
    });
    quote!(#[diagnostic::on_unimplemented(message = #message, label = #label #note)])
}

/// Both numbers of a seam. Where a type's own shape is no vector, they are the same: another check speaks of that.
fn lengths(takes: &Size, produces: &Size) -> [TokenStream; 2] {
    let nn = quote!(__nn);
    let (a, b) = (takes.value(&nn), produces.value(&nn));
    let guarded = |size: &Size, value: &TokenStream, other: &TokenStream| match size {
        Size::LenOf(side) => {
            let shape = Shape::Custom(side.clone()).ty(&nn);
            quote!(if <#shape as __nn::Shape>::DIMS.len() == 1 { #value } else { #other })
        }
        _ => value.clone(),
    };
    [guarded(takes, &a, &b), guarded(produces, &b, &a)]
}

/// `name::<>`, the name with the span of the first token of `at` and the rest with that of the last, so that rustc
/// underlines all of it.
fn spanned_path(at: &TokenStream, name: &str) -> TokenStream {
    let (first, last) = ends(at);
    let name = Ident::new(name, first);
    let mut path = name.into_token_stream();
    path.extend(respan_with(quote!(::<>), last));
    path
}

/// `tokens` with the place of `at`.
fn respan(tokens: TokenStream, at: &TokenStream) -> TokenStream {
    respan_with(tokens, ends(at).0)
}

fn respan_with(tokens: TokenStream, span: Span) -> TokenStream {
    tokens
        .into_iter()
        .map(|mut token| {
            if let TokenTree::Group(group) = &token {
                let mut inner = proc_macro2::Group::new(group.delimiter(), respan_with(group.stream(), span));
                inner.set_span(span);
                return TokenTree::Group(inner);
            }
            token.set_span(token.span().located_at(span));
            token
        })
        .collect()
}

fn ends(at: &TokenStream) -> (Span, Span) {
    let mut spans = at.clone().into_iter().map(|token| match &token {
        TokenTree::Group(group) => (group.span_open(), group.span_close()),
        token => (token.span(), token.span()),
    });
    let Some((first, last)) = spans.next() else { return (Span::call_site(), Span::call_site()) };
    (first, spans.last().map_or(last, |(_, last)| last))
}
