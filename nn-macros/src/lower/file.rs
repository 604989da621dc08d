//! The file in `#[weights(..)]`: a string, or `concat!` and `env!` of strings.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Attribute, Expr, Lit, Token};

use crate::errors::weights as texts;

/// The file of `#[weights(..)]`.
pub(crate) struct File {
    /// Its path, put together.
    pub(crate) path: String,
    /// The user's tokens.
    pub(crate) tokens: TokenStream,
    pub(crate) span: Span,
}

impl File {
    /// Behind a mistake.
    pub(super) fn unknown() -> Self {
        Self { path: String::new(), tokens: TokenStream::new(), span: Span::call_site() }
    }
}

/// Reads the attribute. What is wrong with it is said of the tokens beside the text.
pub(super) fn read(attr: &Attribute) -> Result<File, (TokenStream, String)> {
    let expr: Expr = attr.parse_args().map_err(|_| (attr.to_token_stream(), texts::form()))?;
    let path = evaluate(&expr)?;
    Ok(File { path, tokens: expr.to_token_stream(), span: expr.span() })
}

/// The text of a literal, or of one of the two macros of the standard library that make one.
fn evaluate(expr: &Expr) -> Result<String, (TokenStream, String)> {
    let form = || (expr.to_token_stream(), texts::form());
    match expr {
        Expr::Group(group) => evaluate(&group.expr),
        Expr::Lit(lit) => match &lit.lit {
            Lit::Str(text) => Ok(text.value()),
            _ => Err(form()),
        },
        Expr::Macro(call) => {
            let arguments = Punctuated::<Expr, Token![,]>::parse_terminated.parse2(call.mac.tokens.clone());
            let arguments = arguments.map_err(|_| form())?;
            let name = call.mac.path.segments.last().map(|segment| segment.ident.to_string());
            match (name.as_deref(), arguments.first()) {
                (Some("concat"), _) => arguments.iter().map(evaluate).collect(),
                (Some("env"), Some(variable)) => {
                    let name = evaluate(variable)?;
                    std::env::var(&name).map_err(|_| (expr.to_token_stream(), texts::no_variable(&name)))
                }
                _ => Err(form()),
            }
        }
        _ => Err(form()),
    }
}
