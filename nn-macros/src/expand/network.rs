//! What a network is besides a layer: its name, its list, and the functions that a user calls.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::call::expand_where;
use super::output::{expand_output, expand_outputs};
use super::parameters::expand_generics;
use super::{Bodies, steps};
use crate::model::Model;
use crate::sizes::Shape;

/// ```text
/// impl<T: __nn::Scalar> __nn::Network<T> for Digits<T> {
///     const NAME: &'static str = "Digits";
///     const LAYERS: &'static [__nn::LayerInfo] = &[
///         __nn::LayerInfo {
///             name: "hidden",
///             kind: "Dense(784 -> 128)",
///             output: <__nn::D1<128> as __nn::Shape>::DIMS,
///             parameters: <__nn::Dense<T, 784, 128> as __nn::Parameters<T>>::PARAMETERS,
///             macs: <__nn::Dense<T, 784, 128> as __nn::Layer<T>>::MACS,
///             values: 128 + <__nn::Dense<T, 784, 128> as __nn::Layer<T>>::FORWARD_SCRATCH,
///         },
///         ..
///     ];
/// }
/// __nn::inherent! { Digits, __nn::D1<784>, __nn::D1<10> }
/// ```
pub(super) fn expand_network(model: &Model, bodies: Bodies) -> TokenStream {
    let nn = quote!(__nn);
    let name = &model.name;
    let text = name.to_string();
    let text = text.trim_start_matches("r#");
    let (input, output) = (model.input.ty(&nn), expand_output(model));
    let handed_on = steps::handed_on(model);
    let layers = model.layers.iter().filter(|_| bodies == Bodies::Calls).map(|layer| {
        let name = if layer.named || layer.field.is_some() { layer.name.as_str() } else { "" };
        let kind = &layer.written;
        let output = layer.output.ty(&nn);
        let t = quote!(__NnT);
        let (facts, parameters) = (layer.facts(&nn, &t), layer.parameter_facts(&nn, &t));
        let length = handed_on.get(&std::ptr::from_ref(layer)).map(|shape| {
            let length = shape.len().value(&nn);
            quote!(#length +)
        });
        quote! {
            __nn::LayerInfo {
                name: #name,
                kind: #kind,
                output: <#output as __nn::Shape>::DIMS,
                parameters: #parameters::PARAMETERS,
                macs: #facts::MACS,
                values: #length #facts::FORWARD_SCRATCH,
            }
        }
    });
    let outputs = expand_outputs(model);
    // The functions have type parameters of their own, of which one may be called like the network.
    let is_asked = matches!(model.input, Shape::Words(_, Some(_)));
    let alias = is_asked.then(|| quote!(type __NnTaken = #input;));
    let input = if is_asked { quote!(__NnTaken) } else { input };
    // The functions stand where the user wrote the name, for messages that speak of them.
    let methods = quote_spanned!(name.span()=> __nn::inherent! { #name, #input, #output });
    let (generics, bounds) = (expand_generics(model), expand_where(model));
    quote! {
        impl #generics __nn::Network<__NnT> for #name<__NnT> #bounds {
            const NAME: &'static ::core::primitive::str = #text;
            const LAYERS: &'static [__nn::LayerInfo] = &[#(#layers),*];
            #outputs
        }
        #alias
        #methods
    }
}
