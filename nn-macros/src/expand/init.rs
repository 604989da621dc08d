//! Starting values.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::layer::call;
use super::network::ident;
use super::seams::local;
use crate::model::Model;

/// ```text
/// fn init(&mut self, rng: &mut __nn::Rng) {
///     __nn::Layer::<T>::init(&mut self.hidden, rng);
///     __nn::fill::<T, _>(&mut self.digit, __nn::Init::HeNormal, rng);
/// }
/// ```
pub(super) fn expand_init(model: &Model) -> Option<TokenStream> {
    let rng = local("rng");
    let lines: Vec<TokenStream> = model
        .fields()
        .map(|(field, layer)| match &layer.init {
            None => call(layer, &ident("init"), quote!(&mut self.#field, #rng)),
            Some(init) => {
                let variant = ident(init.variant);
                let value = init.value.map(|value| {
                    let size = Literal::f64_unsuffixed(value.abs());
                    if value.is_sign_negative() { quote!((-#size)) } else { quote!((#size)) }
                });
                quote!(__nn::fill::<T, _>(&mut self.#field, __nn::Init::#variant #value, #rng);)
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
