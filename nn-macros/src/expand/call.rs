//! The call of one layer: on what, and where rustc speaks of it.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};

use crate::model::{BuiltIn, Kind, Layer, Model};
use crate::sizes::located;

/// An identifier of the library.
pub(super) fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// The value on which a layer's functions are called: its field, or itself if it has none.
pub(super) fn receiver(layer: &Layer, owner: &TokenStream, reference: &TokenStream) -> TokenStream {
    match (&layer.field, &layer.kind) {
        (Some(field), _) => quote!(#reference #owner.#field),
        (None, Kind::BuiltIn(built_in)) => {
            let BuiltIn { type_name, step, constructor, arguments, .. } = &**built_in;
            let (library, constructor) = (ident(type_name), ident(constructor));
            let nn = quote!(__nn);
            let generics = layer.generics(built_in, &nn);
            let made = quote!(__nn::#library::<#generics>::#constructor(#(#arguments),*));
            if step.is_none() {
                return quote!(#reference #made);
            }
            let [x, y] = [&layer.input, &layer.output].map(|shape| shape.ty(&nn));
            quote!(#reference __nn::EachStep::<_, #x, #y>::of(#made))
        }
        (None, _) => quote!(#reference #owner),
    }
}

/// `__nn::Layer::<T>::forward(..);`. The call of a type of the user's names it and has its place: if it is no layer,
/// rustc says so there.
pub(super) fn call(layer: &Layer, function: &Ident, arguments: TokenStream) -> TokenStream {
    let Kind::Custom(_) = layer.kind else { return quote!(__nn::Layer::<__NnT>::#function(#arguments);) };
    let (first, _) = ends(&layer.tokens);
    let facts = layer.facts(&quote!(__nn), &quote!(__NnT));
    let function = Ident::new(&function.to_string(), first);
    let mut arguments = Group::new(Delimiter::Parenthesis, located(arguments, first));
    arguments.set_span(first);
    let separator = quote_spanned!(first=> ::);
    quote!(#facts #separator #function #arguments;)
}

/// A call of the library's that rustc underlines as `at`: a mistake in it, or a panic when it is evaluated, is the user's.
pub(super) fn call_at(at: &TokenStream, function: TokenStream, arguments: TokenStream) -> TokenStream {
    let (first, last) = ends(at);
    let function = located(function, first);
    let mut arguments = Group::new(Delimiter::Parenthesis, arguments);
    arguments.set_span(last);
    quote!(#function #arguments)
}

/// `where T: Sized,` with the bound where the user wrote the network's name, and all else in the library: behind it is a place in two
/// files, at which rustc proposes nothing. It would tell the user to write a bound into the library, if a layer of theirs is one for a
/// single scalar.
///
/// Nothing where there is no layer of the user's.
pub(super) fn expand_where(model: &Model) -> Option<TokenStream> {
    let custom = model.layers.iter().any(|layer| matches!(layer.kind, Kind::Custom(_)));
    let bound = located(quote!(__NnT: ::core::marker::Sized), model.name.span());
    custom.then(|| quote!(where #bound,))
}

/// The places of the first and of the last token.
pub(super) fn ends(at: &TokenStream) -> (Span, Span) {
    let mut spans = at.clone().into_iter().map(|token| match &token {
        TokenTree::Group(group) => (group.span_open(), group.span_close()),
        token => (token.span(), token.span()),
    });
    let Some((first, last)) = spans.next() else { return (Span::call_site(), Span::call_site()) };
    (first, spans.last().map_or(last, |(_, last)| last))
}
