//! The whole way from the user's tokens to the expansion.

use proc_macro2::TokenStream;

use crate::errors::Errors;
use crate::{expand, fallback, lower, parse};

/// What `network!` makes of a list, or the mistakes in it beside what it may still make.
pub(crate) fn compile(tokens: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let list = tokens.clone();
    let Some(network) = parse::parse(tokens, &mut errors) else {
        return errors.into_tokens();
    };
    let model = lower::lower(&network, &mut errors);
    let expansion = if errors.is_empty() { expand::expand(&model) } else { fallback::expand(&model, errors) };
    expand::name_scalar(expansion, &list)
}
