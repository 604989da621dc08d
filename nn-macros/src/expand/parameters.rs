//! The struct as one run of scalars.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};

use super::call::expand_where;
use crate::model::Model;

/// ```text
/// unsafe impl<T: __nn::Scalar> __nn::Parameters<T> for Digits<T> {
///     const PARAMETERS: usize = __nn::sum(&[<__nn::Dense<T, 784, 128> as __nn::Parameters<T>>::PARAMETERS, ..]);
///     const STATISTICS: usize = __nn::sum(&[<__nn::Dense<T, 784, 128> as __nn::Parameters<T>>::STATISTICS, ..]);
///     const PARTS: __nn::Parts = __nn::Parts::Named(&[("hidden", <__nn::Dense<T, 784, 128> as __nn::Parameters<T>>::PARTS), ..]);
///     fn tensors(name: &__nn::Path<'_>, visit: &mut dyn FnMut(&__nn::Tensor<'_>)) {
///         let _ = |whole: &Self| {
///             let _: *const __nn::Dense<T, 784, 128> = &raw const whole.hidden;
///             ..
///         };
///         <__nn::Dense<T, 784, 128> as __nn::Parameters<T>>::tensors(&name.join("hidden"), visit);
///         <__nn::Dense<T, 128, 10> as __nn::Parameters<T>>::tensors(&name.join("digit").frozen(), visit); // `#[frozen]`
///         ..
///     }
/// }
/// ```
///
/// The closure never runs. It ties the types that are counted to those of the fields, which a pointer, unlike a
/// reference, does not soften: the promise that the `unsafe impl` makes is about the fields as they are.
pub(super) fn expand_parameters(model: &Model) -> TokenStream {
    let name = &model.name;
    let (nn, t) = (quote!(__nn), quote!(__NnT));
    let fields = model.fields().map(|(field, layer)| Field {
        member: field.to_token_stream(),
        part: layer.part.clone(),
        frozen: layer.frozen,
        ty: layer.ty(&nn, &t),
        facts: layer.parameter_facts(&nn, &t),
    });
    let fields: Vec<Field> = fields.collect();
    let part = model.part.as_deref();
    let (generics, bounds) = (expand_generics(model), expand_where(model).unwrap_or_default());
    expand_impl(&nn, &generics, &quote!(#name<__NnT>), &bounds, &t, part, &fields)
}

/// `<T: __nn::Scalar>`, where the user wrote the network's name: what is no scalar is told there.
pub(super) fn expand_generics(model: &Model) -> TokenStream {
    quote_spanned!(model.name.span()=> <__NnT: __nn::Scalar>)
}

/// A field of a struct of parameters.
pub(crate) struct Field {
    /// Its name, or its number.
    pub(crate) member: TokenStream,
    /// What the names of its tensors begin with.
    pub(crate) part: String,
    /// Whether training leaves it as it is.
    pub(crate) frozen: bool,
    pub(crate) ty: TokenStream,
    /// The type as that of parameters: `<[T; 3] as Parameters<T>>`.
    pub(crate) facts: TokenStream,
}

/// The implementation for any struct, given its fields, and what the names of all tensors begin with.
pub(crate) fn expand_impl(
    nn: &TokenStream,
    generics: &TokenStream,
    ty: &TokenStream,
    where_clause: &TokenStream,
    t: &TokenStream,
    part: Option<&str>,
    fields: &[Field],
) -> TokenStream {
    let types: Vec<_> = fields.iter().map(|field| &field.ty).collect();
    let facts: Vec<_> = fields.iter().map(|field| &field.facts).collect();
    let members = fields.iter().map(|field| &field.member);
    let parts = fields.iter().map(|field| {
        let part = &field.part;
        let frozen = field.frozen.then(|| quote!(.frozen()));
        quote!(join(#part) #frozen)
    });
    let (name, visit) = if types.is_empty() { (quote!(_), quote!(_)) } else { (quote!(__nn_name), quote!(__nn_visit)) };
    let names = fields.iter().map(|field| &field.part);
    let each =
        fields.iter().map(
            |Field { facts, frozen, .. }| {
                if *frozen { quote!(#nn::Parts::Frozen(&#facts::PARTS)) } else { quote!(#facts::PARTS) }
            },
        );
    let named = quote!(#nn::Parts::Named(&[#((#names, #each)),*]));
    let named = part.map_or_else(|| named.clone(), |part| quote!(#nn::Parts::Named(&[(#part, #named)])));
    let whole = part.filter(|_| !types.is_empty()).map(|part| quote!(let #name = &#name.join(#part);));
    quote! {
        unsafe impl #generics #nn::Parameters<#t> for #ty #where_clause {
            const PARAMETERS: ::core::primitive::usize = #nn::sum(&[#(#facts::PARAMETERS),*]);
            const STATISTICS: ::core::primitive::usize = #nn::sum(&[#(#facts::STATISTICS),*]);
            const PARTS: #nn::Parts = #named;

            fn tensors(#name: &#nn::Path<'_>, #visit: &mut dyn ::core::ops::FnMut(&#nn::Tensor<'_>)) {
                let _ = |__nn_whole: &Self| {
                    #(let _: *const #types = &raw const __nn_whole.#members;)*
                };
                #whole
                #(#facts::tensors(&#name.#parts, #visit);)*
            }
        }
    }
}
