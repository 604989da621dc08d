//! The weights of a file in the program.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::Bodies;
use super::call::call_at;
use crate::model::Model;
use crate::sizes::located;
use crate::weights::{Beside, Foreign, Piece, Stored};

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
/// What the attribute names beside the network has a constant of its own, `EMBEDDED_SCALER`: see [`expand_beside`].
///
/// With layers of the user's the bytes are put together by rustc: see [`expand_pieces`]. Without a file there is a constant as well, with
/// a bound that never holds and whose message names the attribute:
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
    let content = embedded.content.as_ref().filter(|_| bodies == Bodies::Calls);
    let (judged, value) = match content.map(|content| (content, content.pieces.as_slice())) {
        None | Some((_, [])) => (None, zeros),
        Some((content, [Piece::BuiltIn(bytes)])) => {
            let (count, bytes) = (bytes.len(), Literal::byte_string(bytes));
            let embed = quote!(__nn::embed::<#name<#f32>, #count>(#bytes));
            // A size that only rustc knows has a check of its own, which must not be followed by a second error here.
            let value = if content.deferred { quote!(if #size == #count { #embed } else { #zeros }) } else { embed };
            (None, value)
        }
        Some((_, pieces)) => {
            let (judged, filled) = expand_pieces(file, pieces);
            let value = quote! {{
                let mut __nn_bytes = [0; #size];
                let __nn_rest: &mut [::core::primitive::u8] = &mut __nn_bytes;
                #filled
                let _ = __nn_rest;
                __nn::embed::<#name<#f32>, #size>(&__nn_bytes)
            }};
            (Some(judged), value)
        }
    };
    let rebuild = content.map(|content| {
        let path = &content.path;
        quote!(
            const _: &[::core::primitive::u8] = ::core::include_bytes!(#path);
        )
    });
    // What takes long is a search among the names of a large network, and turning the bytes of all numbers for a big-endian target.
    let long = quote!(#[allow(long_running_const_eval)]);
    let beside = embedded.beside.iter().map(|beside| expand_beside(file, beside, content.is_some()));
    quote! {
        impl #name<#f32> {
            #(#beside)*
            #[doc = #docs]
            pub const EMBEDDED: &'static Self = {
                #judged
                #long
                static NET: __nn::OnCacheLine<#name<#f32>> = __nn::OnCacheLine(#value);
                &NET.0
            };
        }
        #rebuild
    }
}

/// Of a layer of the user's, what the file has for it, and a check of its own beside the type's tensors:
///
/// ```text
/// const __NN_STORED_0: &[__nn::Stored] = &[__nn::Stored { name: "fc1.weight", dims: &[3, 4], row_major: b"..", .. }, ..];
/// const _: () = __nn::judge("model.safetensors", "head", "Head", <Head<f32> as __nn::Foreign<f32>>::PARTS, __NN_STORED_0);
/// ```
///
/// And the network, whose bytes are filled in the order of memory:
///
/// ```text
/// {
///     let mut bytes = [0; 4 * <Digits<f32> as __nn::Parameters<f32>>::PARAMETERS];
///     let rest: &mut [u8] = &mut bytes;
///     let rest = __nn::put(rest, b"..");
///     let rest = __nn::fill_from(
///         rest, <Head<f32> as __nn::Foreign<f32>>::PARAMETERS, <Head<f32> as __nn::Foreign<f32>>::PARTS, __NN_STORED_0,
///     );
///     let rest = __nn::put(rest, b"..");
///     let _ = rest;
///     __nn::embed::<Digits<f32>, { 4 * .. }>(&bytes)
/// }
/// ```
fn expand_pieces(file: &str, pieces: &[Piece]) -> (TokenStream, TokenStream) {
    let (mut judged, mut filled) = (TokenStream::new(), TokenStream::new());
    for (i, piece) in pieces.iter().enumerate() {
        let next = match piece {
            Piece::BuiltIn(bytes) => {
                let bytes = Literal::byte_string(bytes);
                quote!(__nn::put(__nn_rest, #bytes))
            }
            Piece::Foreign(foreign) => {
                let (facts, stored) = (&foreign.facts, format_ident!("__NN_STORED_{i}"));
                judged.extend(expand_judged(file, foreign, &stored));
                quote!(__nn::fill_from(__nn_rest, #facts::PARAMETERS, #facts::PARTS, #stored))
            }
        };
        filled.extend(quote!(let __nn_rest = #next;));
    }
    (judged, filled)
}

/// ```text
/// /// The `scaler` of `model.safetensors`, read when the program was compiled.
/// pub const EMBEDDED_SCALER: &'static StandardScaler<f32, 4> = {
///     const __NN_STORED: &[__nn::Stored] = ..;   // and a check, as of a layer
///     static PART: __nn::OnCacheLine<StandardScaler<f32, 4>> = __nn::OnCacheLine({
///         let mut bytes = [0; 4 * <StandardScaler<f32, 4> as __nn::Parameters<f32>>::PARAMETERS];
///         let _ = __nn::fill_from(&mut bytes, .., __NN_STORED);
///         __nn::embed::<StandardScaler<f32, 4>, { 4 * .. }>(&bytes)
///     });
///     &PART.0
/// };
/// ```
fn expand_beside(file: &str, beside: &Beside, is_read: bool) -> TokenStream {
    let Beside { constant, ty, foreign } = beside;
    let (facts, stored) = (&foreign.facts, format_ident!("__NN_STORED"));
    let size = quote!({ 4 * #facts::PARAMETERS });
    let (judged, filled) = if is_read {
        let fill = quote!(let _ = __nn::fill_from(&mut __nn_bytes, #facts::PARAMETERS, #facts::PARTS, #stored););
        (expand_judged(file, foreign, &stored), fill)
    } else {
        (TokenStream::new(), TokenStream::new())
    };
    let docs = format!(" The `{}` of `{file}`, read when the program was compiled.", foreign.name);
    quote! {
        #[doc = #docs]
        pub const #constant: &'static #ty = {
            #judged
            static PART: __nn::OnCacheLine<#ty> = __nn::OnCacheLine({
                #[allow(unused_mut)]
                let mut __nn_bytes = [0; #size];
                #filled
                __nn::embed::<#ty, #size>(&__nn_bytes)
            });
            &PART.0
        };
    }
}

fn expand_judged(file: &str, foreign: &Foreign, stored: &Ident) -> TokenStream {
    let Foreign { name, written, tokens, facts, .. } = foreign;
    let tensors = foreign.stored.iter().map(|Stored { name, dims, row_major, column_major }| {
        let [row_major, column_major] = [row_major, column_major].map(|bytes| Literal::byte_string(bytes));
        quote!(__nn::Stored { name: #name, dims: &[#(#dims),*], row_major: #row_major, column_major: #column_major })
    });
    let judge = call_at(tokens, quote!(__nn::judge), quote!(#file, #name, #written, #facts::PARTS, #stored));
    quote! {
        const #stored: &[__nn::Stored] = &[#(#tensors),*];
        #[allow(long_running_const_eval)]
        const _: () = #judge;
    }
}
