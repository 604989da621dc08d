//! The counts of a network as types, for bounds in users' generic functions.

use proc_macro2::TokenStream;
use quote::quote;

use super::Bodies;
use crate::model::Model;

/// ```text
/// impl __nn::Counted for Digits<f32> {
///     type Parameters = __nn::UInt<.., __nn::B0>;
///     type ParameterBytes = __nn::UInt<.., __nn::B0>;
/// }
/// impl __nn::Counted for Digits<f64> { .. }
/// ```
///
/// Nothing where only rustc knows a size.
pub(super) fn expand_count(model: &Model, bodies: Bodies) -> TokenStream {
    let Some(parameters) = model.parameters().filter(|_| bodies == Bodies::Calls) else { return TokenStream::new() };
    let name = &model.name;
    let scalars = [(quote!(::core::primitive::f32), 4), (quote!(::core::primitive::f64), 8)];
    let impls = scalars.into_iter().filter_map(|(scalar, size)| {
        let (count, bytes) = (unsigned(parameters), unsigned(parameters.checked_mul(size)?));
        Some(quote! {
            impl __nn::Counted for #name<#scalar> {
                type Parameters = #count;
                type ParameterBytes = #bytes;
            }
        })
    });
    quote!(#(#impls)*)
}

/// A number as typenum writes it: binary digits, the first innermost.
fn unsigned(number: u64) -> TokenStream {
    let digits = (0..u64::BITS - number.leading_zeros()).rev();
    digits.fold(quote!(__nn::UTerm), |higher, digit| {
        let bit = if number >> digit & 1 == 1 { quote!(B1) } else { quote!(B0) };
        quote!(__nn::UInt<#higher, __nn::#bit>)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_binary() {
        let text = |number| unsigned(number).to_string().replace([' ', ':'], "").replace("__nn", "");
        assert_eq!(text(0), "UTerm");
        assert_eq!(text(6), "UInt<UInt<UInt<UTerm,B1>,B1>,B0>");
    }
}
