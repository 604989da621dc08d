//! What only rustc can check: sizes that are const expressions, and the types of third parties.
//!
//! Every check is an item of its own outside of all generic code, so that `cargo check` and editors see it. The message
//! is that of a trait made for this one seam; its const parameters carry the two numbers.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::quote;
use syn::spanned::Spanned;

use super::call::call_at;
use crate::model::{Check, Model, Question};
use crate::sizes::{Shape, Size, located, with_scalar, written_here};

/// One item for every check.
pub(super) fn expand_checks(model: &Model) -> TokenStream {
    let krate = &model.krate;
    let cfgs = model.cfgs();
    let checks = model.checks.iter().map(|check| {
        let check = expand_check(check);
        quote! {
            #(#cfgs)*
            const _: () = {
                #[allow(unused_imports)]
                use #krate::__private as __nn;
                #check
            };
        }
    });
    checks.collect()
}

/// ```text
/// const _: () = {
///     use static_nn::__private as __nn;
///     #[diagnostic::on_unimplemented(
///         message = "`fc2` takes {TAKES} inputs, but `fc1` before it produces {PRODUCES}",
///         label = "takes {TAKES}, gets {PRODUCES}",
///         note = "help: ..",
///     )]
///     trait Seam<const TAKES: usize, const PRODUCES: usize> {
///         const OK: () = ();
///     }
///     impl<S: ?Sized, const N: usize> Seam<{ N }, { N }> for S {}   // in braces, or a type `N` of the user's comes first
///     <usize as Seam<{ HIDDEN }, { WIDTH }>>::OK
/// };
/// ```
fn expand_check(check: &Check) -> TokenStream {
    let nn = quote!(__nn);
    let f32 = quote!(::core::primitive::f32);
    match &check.question {
        Question::Length { takes, produces } => {
            let [takes, produces] = lengths(takes, produces);
            let text = expand_text(check);
            let at = spanned_unit(&check.at);
            quote! {
                    #text
                    trait __NnSeam<const TAKES: ::core::primitive::usize, const PRODUCES: ::core::primitive::usize> {
                        const OK: () = ();
                    }
                    impl<S: ?::core::marker::Sized, const N: ::core::primitive::usize> __NnSeam<{ N }, { N }> for S {}
                    <#at as __NnSeam<{ #takes }, { #produces }>>::OK
            }
        }
        Question::Vector(shape) => {
            let (text, at, shape) = (expand_text(check), spanned_unit(&check.at), shape.ty(&nn));
            quote! {
                #text
                trait __NnVector<Produced> {
                    const OK: () = ();
                }
                impl<S: ?::core::marker::Sized, const N: ::core::primitive::usize> __NnVector<__nn::D1<{ N }>> for S {}
                impl<S: ?::core::marker::Sized, const N: ::core::primitive::usize> __NnVector<__nn::Words<{ N }>> for S {}
                <#at as __NnVector<#shape>>::OK
            }
        }
        Question::Same { takes, produces } => {
            expand_same_with(&check.at, &expand_text(check), [takes, produces].map(|shape| shape.ty(&nn)))
        }
        Question::Numbers(path) => {
            let ty = written_here(with_scalar(path, &f32));
            let words = located(quote!(<#ty as __nn::Foreign<#f32>>::VOCABULARY), path.span());
            let text = &check.message;
            call_at(&check.at, quote!(__nn::ensure), quote!(#words.is_none(), #text))
        }
        Question::Layer(path) => {
            let ty = written_here(with_scalar(path, &f32));
            let (text, at) = (&check.message, path.span());
            let [takes, gives] = [quote!(Input), quote!(Output)]
                .map(|side| located(quote!(<<#ty as __nn::Foreign<#f32>>::#side as __nn::Shape>::LEN), at));
            call_at(&check.at, quote!(__nn::ensure), quote!(#gives > 0 || #takes == 0, #text))
        }
    }
}

/// That two types are the same, with `{Taken}` and `{Produced}` for them in the text.
pub(crate) fn expand_same(at: &TokenStream, message: &str, label: &str, types: [TokenStream; 2]) -> TokenStream {
    expand_same_with(at, &expand_text_of(message, label, None), types)
}

fn expand_same_with(at: &TokenStream, text: &TokenStream, [a, b]: [TokenStream; 2]) -> TokenStream {
    let at = spanned_unit(at);
    quote! {
        #text
        trait __NnSame<Taken, Produced> {
            const OK: () = ();
        }
        impl<S: ?::core::marker::Sized, X> __NnSame<X, X> for S {}
        <#at as __NnSame<#a, #b>>::OK
    }
}

fn expand_text(check: &Check) -> TokenStream {
    expand_text_of(&check.message, &check.label, check.help.as_deref())
}

fn expand_text_of(message: &str, label: &str, help: Option<&str>) -> TokenStream {
    let [message, label] = [message, label].map(escape);
    let note = help.map(|help| {
        let help = escape(&format!("help: {help}"));
        quote!(, note = #help)
    });
    quote!(#[diagnostic::on_unimplemented(message = #message, label = #label #note)])
}

/// `text` with its braces doubled, but for the places of the numbers and types.
fn escape(text: &str) -> String {
    let mut text = text.replace('{', "{{").replace('}', "}}");
    for place in ["TAKES", "PRODUCES", "Taken", "Produced"] {
        text = text.replace(&format!("{{{{{place}}}}}"), &format!("{{{place}}}"));
    }
    text
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

/// A type of which nothing is asked, with the span of the first token of `at` in front and that of the last behind, so
/// that rustc underlines all of it.
fn spanned_unit(at: &TokenStream) -> TokenStream {
    let (first, last) = super::call::ends(at);
    let mut path = respan_with(quote!(::core::primitive), first);
    path.extend(respan_with(quote!(::usize), last));
    path
}

/// `tokens` with the place `span`.
pub(crate) fn respan_with(tokens: TokenStream, span: Span) -> TokenStream {
    tokens
        .into_iter()
        .map(|mut token| {
            if let TokenTree::Group(group) = &token {
                let mut inner = proc_macro2::Group::new(group.delimiter(), respan_with(group.stream(), span));
                inner.set_span(span);
                return TokenTree::Group(inner);
            }
            token.set_span(span);
            token
        })
        .collect()
}
