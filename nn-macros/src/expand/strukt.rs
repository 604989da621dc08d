//! The struct: one public field per layer that has parameters.

use proc_macro2::{Delimiter, Group, TokenStream};
use quote::{quote, quote_spanned};

use super::docs;
use crate::model::Model;

/// ```text
/// /// (the user's documentation, then the table of layers)
/// #[derive(Clone, Debug)]
/// #[allow(unreachable_pub)]
/// #[repr(C)]
/// pub struct Digits<T = f32> {
///     /// `Dense(784 -> 128)`
///     pub hidden: static_nn::__private::Dense<T, 784, 128>,
/// }
/// ```
pub(super) fn expand_struct(model: &Model) -> TokenStream {
    let Model { krate, attrs, vis, name, .. } = model;
    let nn = quote!(#krate::__private);
    let t = quote!(__NnT);
    let table = docs::expand_table(model);
    let fields = model.fields().map(|(field, layer)| {
        let ty = layer.ty(&nn, &t);
        let attrs = &layer.attrs;
        let documented = attrs.iter().any(|attr| attr.path().is_ident("doc"));
        let docs = (!documented).then(|| docs::expand_line(&format!("`{}`", layer.written)));
        quote! {
            #docs
            #(#attrs)*
            pub #field: #ty,
        }
    });
    // Nothing but activations, and branches that are the input: the scalar must stand somewhere.
    let marker = (!model.fields().any(|(_, layer)| layer.has_scalar())).then(|| {
        quote! {
            #[doc(hidden)]
            pub __nn_scalar: ::core::marker::PhantomData<__NnT>,
        }
    });
    // Its frame stands where the user wrote the name, so that rustc proposes a missing derive there. Fields stay the macro's: the user's
    // lints have no say in them, and none in how far the struct can be seen, which holds for the blocks in it as well.
    let span = name.span();
    let mut body = Group::new(Delimiter::Brace, quote!(#(#fields)* #marker));
    body.set_span(span);
    let generics = quote_spanned!(span=> <__NnT = ::core::primitive::f32>);
    let keyword = quote_spanned!(span=> struct);
    quote! {
        #(#attrs)*
        #table
        #[allow(unreachable_pub)]
        #[repr(C)]
        #vis #keyword #name #generics #body
    }
}
