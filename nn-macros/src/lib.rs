//! The compiler behind `network!`: tokens in, tokens out, no arithmetic on data.
//!
//! Read in the order of the data: `parse` turns tokens into the `ast`, what the user wrote; `lower` turns it into
//! the `model`, what it means, with the `catalog` of built-in layers at hand; `expand` writes the model down as
//! calls into the library, and cannot fail. Mistakes gather in `errors`; if there are any, `fallback` takes the
//! place of `expand`. A file of weights is compared with the model in `weights`; the crate `nn-files`
//! reads it. Only this file knows that it runs inside rustc.

#![forbid(unsafe_code)]

mod ast;
mod at;
mod catalog;
mod compile;
mod derive;
mod errors;
mod expand;
mod facts;
mod fallback;
mod family;
mod golden;
mod lower;
mod model;
mod parse;
mod sizes;
#[cfg(test)]
mod tests;
mod weights;

use proc_macro::TokenStream;

use compile::compile;

/// What the library's `network!` calls: `[the library's path] the user's tokens`.
#[doc(hidden)]
#[proc_macro]
pub fn network_impl(tokens: TokenStream) -> TokenStream {
    compile(tokens.into()).into()
}

/// What the library's `network_family!` calls: `[the library's path] the user's tokens`.
#[doc(hidden)]
#[proc_macro]
pub fn network_family_impl(tokens: TokenStream) -> TokenStream {
    family::compile(tokens.into()).into()
}

/// What the library's `inherent!` calls: `Net, items`, which then stand where `Net` does.
#[doc(hidden)]
#[proc_macro]
pub fn at(tokens: TokenStream) -> TokenStream {
    at::expand(tokens.into()).into()
}

/// What the macro knows of the built-in layers, beside the library's types: for the test that compares the two.
#[doc(hidden)]
#[proc_macro]
pub fn catalogue(tokens: TokenStream) -> TokenStream {
    facts::expand(tokens.into()).into()
}

/// Implements `Parameters` for a struct of scalars, matrices, layers and networks.
///
/// The struct is `#[repr(C)]` or `#[repr(transparent)]`, and its first generic parameter is the scalar. Every field
/// becomes a part of the tensors' names. `#[parameters(crate = path)]` names the library where it is not `static_nn`.
#[proc_macro_derive(Parameters, attributes(parameters))]
pub fn derive_parameters(tokens: TokenStream) -> TokenStream {
    derive::parameters(tokens.into()).into()
}

/// The source file in which a token stands; `None` outside of rustc, in unit tests.
fn source_file(span: proc_macro2::Span) -> Option<std::path::PathBuf> {
    if proc_macro::is_available() { span.unwrap().local_file() } else { None }
}
