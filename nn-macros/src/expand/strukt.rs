//! The struct: one public field per layer that has parameters.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use crate::model::Model;

/// ```text
/// /// (the user's documentation, then the table of layers)
/// #[derive(Clone, Debug)]
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
    // Nothing but activations: the scalar must stand somewhere.
    let marker = model.fields().next().is_none().then(|| {
        quote! {
            #[doc(hidden)]
            pub __nn_scalar: ::core::marker::PhantomData<__NnT>,
        }
    });
    quote! {
        #(#attrs)*
        #table
        #[repr(C)]
        #vis struct #name<__NnT = ::core::primitive::f32> {
            #(#fields)*
            #marker
        }
    }
}
