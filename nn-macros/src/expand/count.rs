//! The counts of a network as types, for bounds in users' generic functions.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::Bodies;
use crate::model::Model;

/// ```text
/// impl __nn::Counted for Digits<f32> {
///     type Parameters = __nn::UInt<.., __nn::B0>;
///     type ParameterBytes = __nn::UInt<.., __nn::B0>;
///     type ForwardBytes = <<__nn::UTerm as __nn::Append<{ __nn::digit(<Digits<f32> as __nn::Network<f32>>::FORWARD_BYTES, 7) }>>::Number
///         as __nn::Append<{ .. }>>::Number;
///     type Macs = __nn::UInt<.., __nn::B0>;
///     type Figures = __nn::Figures<101770, 407080, { <Digits<f32> as __nn::Network<f32>>::FORWARD_BYTES }, 101632>;
/// }
/// impl __nn::Counted for Digits<f64> { .. }
/// ```
///
/// What a pass needs is known to the library alone. Nothing where only rustc knows a size.
pub(super) fn expand_count(model: &Model, bodies: Bodies) -> TokenStream {
    let counts = model.parameters().zip(model.macs()).filter(|_| bodies == Bodies::Calls);
    let Some((parameters, macs)) = counts else { return TokenStream::new() };
    let name = &model.name;
    let scalars = [(quote!(::core::primitive::f32), 4), (quote!(::core::primitive::f64), 8)];
    let impls = scalars.into_iter().filter_map(|(scalar, size)| {
        let bytes = parameters.checked_mul(size)?;
        let ram = quote!(<#name<#scalar> as __nn::Network<#scalar>>::FORWARD_BYTES);
        let ram_type = (0..DIGITS).rev().fold(
            quote!(__nn::UTerm),
            |higher, place| quote!(<#higher as __nn::Append<{ __nn::digit(#ram, #place) }>>::Number),
        );
        let numbers = [parameters, bytes, macs].map(Literal::u64_unsuffixed);
        let [parameters_number, bytes_number, macs_number] = &numbers;
        let [parameters, bytes, macs] = [parameters, bytes, macs].map(unsigned);
        Some(quote! {
            impl __nn::Counted for #name<#scalar> {
                type Parameters = #parameters;
                type ParameterBytes = #bytes;
                type ForwardBytes = #ram_type;
                type Macs = #macs;
                type Figures = __nn::Figures<#parameters_number, #bytes_number, { #ram }, #macs_number>;
            }
        })
    });
    quote!(#(#impls)*)
}

/// The hexadecimal digits of a number that only rustc knows.
const DIGITS: u32 = 8;

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
