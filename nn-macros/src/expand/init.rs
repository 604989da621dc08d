//! Starting values.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::call::{call, ident};
use super::seams::local;
use crate::model::{Init, Model};

/// ```text
/// fn init(&mut self, rng: &mut __nn::Rng) {
///     __nn::Layer::<T>::init(&mut self.hidden, rng);
///     __nn::fill::<T, _>(&mut self.digit, __nn::Init::HeNormal, rng);
///     __nn::fill::<T, _>(&mut self.features, __nn::Nonlinearity::LeakyRelu(0.1).init(), rng); // `auto`
/// }
/// ```
pub(super) fn expand_init(model: &Model) -> Option<TokenStream> {
    let rng = local("rng");
    let lines: Vec<TokenStream> = model
        .fields()
        .map(|(field, layer)| match &layer.init {
            None => call(layer, &ident("init"), quote!(&mut self.#field, #rng)),
            Some(Init::Scheme { variant, value }) => {
                let variant = ident(variant);
                let value = value.map(|value| {
                    let size = Literal::f64_unsuffixed(value.abs());
                    if value.is_sign_negative() { quote!((-#size)) } else { quote!((#size)) }
                });
                quote!(__nn::fill::<__NnT, _>(&mut self.#field, __nn::Init::#variant #value, #rng);)
            }
            Some(Init::Auto { nonlinearity, arguments, .. }) => {
                let nonlinearity = ident(nonlinearity);
                let arguments = (!arguments.is_empty()).then(|| quote!((#(#arguments),*)));
                quote!(__nn::fill::<__NnT, _>(&mut self.#field, __nn::Nonlinearity::#nonlinearity #arguments.init(), #rng);)
            }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        quote! {
            fn init(&mut self, #rng: &mut __nn::Rng) {
                #(#lines)*
            }
        }
    })
}
