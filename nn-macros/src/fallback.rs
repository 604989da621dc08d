//! What a network with mistakes expands to: the mistakes, and a struct that can be used without becoming a second one.

use proc_macro2::TokenStream;
use quote::quote;

use crate::errors::Errors;
use crate::expand::expand_unreachable;
use crate::model::Model;

/// ```text
/// ::core::compile_error! { "`fc2` takes 64 inputs, but `fc1` before it produces 120 .." }
/// pub struct Digits<T = f32> { .. }
/// const _: () = { .. };   // the same interface, with `unreachable!()` for bodies
/// ```
pub(crate) fn expand(model: &Model, errors: Errors) -> TokenStream {
    let errors = errors.into_tokens();
    let strukt = expand_unreachable(model);
    quote!(#errors #strukt)
}
