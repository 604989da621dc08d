//! The recorded answers of a network.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use super::Bodies;
use super::call::call_at;
use crate::golden::{Answers, Golden};
use crate::model::Model;

/// ```text
/// impl Digits<f32> {
///     /// The answers that `vectors.safetensors` has recorded.
///     pub const GOLDEN: __nn::Golden = __nn::Golden { file: "vectors.safetensors", inputs: b"..", outputs: b"..", .. };
///     /// Asks the network for them.
///     pub fn check_golden(&self) -> Result<(), __nn::GoldenError> { .. }
/// }
/// const _: () = __nn::golden_holds::<Digits<f32>, { .. }>(&Digits::GOLDEN, Digits::EMBEDDED);
/// const _: &[u8] = include_bytes!("/home/me/vectors.safetensors");   // when it changes, so does this
/// ```
///
/// They stand with a file behind a mistake too, without examples, so that no use of them is one more.
pub(super) fn expand_golden(model: &Model, bodies: Bodies) -> TokenStream {
    let Some(golden) = &model.golden else { return TokenStream::new() };
    let name = &model.name;
    let f32 = quote!(::core::primitive::f32);
    let answers = golden.answers.as_ref().filter(|_| bodies == Bodies::Calls);
    let value = expand_value(golden, answers.unwrap_or(&NOTHING));
    let file = &golden.file;
    let docs = format!(" The answers that `{file}` has recorded.");
    let judged = answers.map(|_| {
        let (at, path) = (&golden.at, &golden.path);
        let scratch = quote!({ <#name<#f32> as __nn::Layer<#f32>>::PLAN.scratch() });
        let holds = call_at(
            at,
            quote!(__nn::golden_holds::<#name<#f32>, #scratch>),
            quote!(&<#name<#f32>>::GOLDEN, <#name<#f32>>::EMBEDDED),
        );
        quote! {
            #[allow(long_running_const_eval)]
            const _: () = #holds;
            const _: &[::core::primitive::u8] = ::core::include_bytes!(#path);
        }
    });
    quote! {
        impl #name<#f32> {
            #[doc = #docs]
            pub const GOLDEN: __nn::Golden = #value;

            /// Asks this network for its recorded answers, [`GOLDEN`](Self::GOLDEN).
            ///
            /// # Errors
            ///
            /// With the first answer that is another one, or if the parameters are not those that gave the answers.
            pub fn check_golden(&self) -> ::core::result::Result<(), __nn::GoldenError> {
                __nn::check_golden::<Self, { <Self as __nn::Layer<#f32>>::FORWARD_SCRATCH }>(&Self::GOLDEN, self)
            }
        }
        #judged
    }
}

/// ```text
/// #[cfg(test)]
/// #[test]
/// fn digits_gives_its_recorded_answers() {
///     static_nn::__private::golden_test(Digits::check_golden(Digits::EMBEDDED));
/// }
/// ```
///
/// Beside the struct: a test in a constant is none.
pub(super) fn expand_test(model: &Model) -> TokenStream {
    let Some(Golden { answers: Some(_), .. }) = &model.golden else { return TokenStream::new() };
    let (name, krate, cfgs) = (&model.name, &model.krate, model.cfgs());
    let test = Ident::new(&format!("{}_gives_its_recorded_answers", snake(&name.to_string())), Span::call_site());
    let net = quote!(#name::<::core::primitive::f32>);
    quote! {
        #(#cfgs)*
        #[cfg(test)]
        #[allow(unnameable_test_items)]
        #[::core::prelude::v1::test]
        fn #test() {
            #krate::__private::golden_test(#net::check_golden(#net::EMBEDDED));
        }
    }
}

/// Behind a mistake.
const NOTHING: Answers = Answers { examples: 0, inputs: Vec::new(), outputs: Vec::new(), checksum: None };

fn expand_value(golden: &Golden, answers: &Answers) -> TokenStream {
    let Golden { file, tolerance, .. } = golden;
    let Answers { examples, inputs, outputs, checksum } = answers;
    let [inputs, outputs] = [inputs, outputs].map(|values| {
        let bytes: Vec<u8> = values.iter().flat_map(|value| value.to_le_bytes()).collect();
        Literal::byte_string(&bytes)
    });
    let none = quote!(::core::option::Option::None);
    let checksum = checksum.map_or(none, |sum| quote!(::core::option::Option::Some(#sum)));
    quote! {
        __nn::Golden {
            file: #file,
            inputs: #inputs,
            outputs: #outputs,
            examples: #examples,
            tolerance: #tolerance,
            checksum: #checksum,
        }
    }
}

/// `HandWriting` as `hand_writing`.
fn snake(name: &str) -> String {
    let mut snake = String::new();
    let mut before_is_lower = false;
    for letter in name.trim_start_matches("r#").chars() {
        if letter.is_uppercase() && before_is_lower {
            snake.push('_');
        }
        before_is_lower = letter.is_lowercase() || letter.is_numeric();
        snake.extend(letter.to_lowercase());
    }
    snake
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_types_become_names_of_functions() {
        for (name, expected) in
            [("Digits", "digits"), ("HandWriting", "hand_writing"), ("LeNet5", "le_net5"), ("XOR", "xor")]
        {
            assert_eq!(snake(name), expected);
        }
    }
}
