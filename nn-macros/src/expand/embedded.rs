//! The weights of a file in the program.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::Bodies;
use crate::model::Model;
use crate::sizes::located;

/// ```text
/// impl Digits<f32> {
///     /// The network with the weights of `digits.safetensors`, read when the program was compiled.
///     pub const EMBEDDED: &'static Self = {
///         static NET: __nn::OnCacheLine<Digits<f32>> = __nn::OnCacheLine(__nn::embed::<Digits<f32>, 407080>(b".."));
///         &NET.0
///     };
/// }
/// const _: &[u8] = include_bytes!("/home/me/digits.safetensors");   // when it changes, so does this
/// ```
///
/// Without a file there is a constant as well, with a bound that never holds and whose message names the attribute:
///
/// ```text
/// impl<T: __nn::HasWeights> Digits<T> {
///     #[doc(hidden)]
///     pub const EMBEDDED: &'static Self = __nn::no_weights();
/// }
/// ```
pub(super) fn expand_embedded(model: &Model, bodies: Bodies) -> TokenStream {
    let name = &model.name;
    let Some(embedded) = &model.embedded else {
        let none = quote! {
            impl<__NnT: __nn::HasWeights> #name<__NnT> {
                #[doc(hidden)]
                pub const EMBEDDED: &'static Self = __nn::no_weights();
            }
        };
        return located(none, name.span());
    };
    let file = &embedded.file;
    let f32 = quote!(::core::primitive::f32);
    let docs = format!(" The network with the weights of `{file}`, read when the program was compiled.");
    let size = quote!({ 4 * <#name<#f32> as __nn::Parameters<#f32>>::PARAMETERS });
    let zeros = quote!(__nn::embed::<#name<#f32>, #size>(&[0; #size]));
    let (value, rebuild) = match &embedded.content {
        Some(content) if bodies == Bodies::Calls => {
            let (count, bytes) = (content.bytes.len(), Literal::byte_string(&content.bytes));
            let embed = quote!(__nn::embed::<#name<#f32>, #count>(#bytes));
            // A size that only rustc knows has a check of its own, which must not be followed by a second error here.
            let value = if content.deferred { quote!(if #size == #count { #embed } else { #zeros }) } else { embed };
            let path = &content.path;
            (
                value,
                Some(quote!(
                    const _: &[::core::primitive::u8] = ::core::include_bytes!(#path);
                )),
            )
        }
        _ => (zeros, None),
    };
    quote! {
        impl #name<#f32> {
            #[doc = #docs]
            pub const EMBEDDED: &'static Self = {
                static NET: __nn::OnCacheLine<#name<#f32>> = __nn::OnCacheLine(#value);
                &NET.0
            };
        }
        #rebuild
    }
}
