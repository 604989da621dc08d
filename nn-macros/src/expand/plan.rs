//! What the layers compute, as data for a constant.

use proc_macro2::TokenStream;
use quote::quote;

use super::call::ident;
use crate::catalog::{Called, Joins};
use crate::model::{BuiltIn, Kind, Layer, Model};

/// ```text
/// const PLAN: __nn::Plan = __nn::Plan::InOrder(&[
///     __nn::Part {
///         written: "hidden: Dense(784 -> 128)",
///         plan: <__nn::Dense<T, 784, 128> as __nn::Layer<T>>::PLAN,
///         parameters: <__nn::Dense<T, 784, 128> as __nn::Parameters<T>>::PARAMETERS,
///         outputs: <__nn::D1<128> as __nn::Shape>::LEN,
///     },
///     __nn::Part { plan: __nn::Plan::EachValue(__nn::Pointwise::Relu(__nn::functions::Relu::new())), .. },
///     ..
/// ]);
/// ```
pub(super) fn expand_plan(model: &Model) -> TokenStream {
    let parts = model.layers.iter().map(|layer| {
        let name = if layer.named { format!("{}: ", layer.name) } else { String::new() };
        let written = format!("{name}{}", layer.written);
        let (plan, output) = (expand_plan_of(layer), layer.output.ty(&quote!(__nn)));
        let parameters = layer.parameter_facts(&quote!(__nn), &quote!(__NnT));
        quote! {
            __nn::Part {
                written: #written,
                plan: #plan,
                parameters: #parameters::PARAMETERS,
                outputs: <#output as __nn::Shape>::LEN,
            }
        }
    });
    quote!(const PLAN: __nn::Plan = __nn::Plan::InOrder(&[#(#parts),*]);)
}

/// A function's settings are known here alone: they are no part of its layer's type.
fn expand_plan_of(layer: &Layer) -> TokenStream {
    if let Kind::BuiltIn(built_in) = &layer.kind {
        let BuiltIn { entry, type_name, constructor, arguments, .. } = &**built_in;
        if entry.called != Called::Always {
            return quote!(__nn::Plan::Same);
        }
        if let Joins::Last { .. } = entry.joins {
            let (function, constructor) = (ident(type_name), ident(constructor));
            let function = quote!(__nn::functions::#function::#constructor(#(#arguments),*));
            let name = ident(entry.name);
            return quote!(__nn::Plan::EachValue(__nn::Pointwise::#name(#function)));
        }
    }
    let facts = layer.facts(&quote!(__nn), &quote!(__NnT));
    quote!(#facts::PLAN)
}
