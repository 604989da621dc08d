//! `#[weights(..)]`: the file, a string, or `concat!` and `env!` of strings; behind it `options` and what was saved beside the network.

use std::path::PathBuf;

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Attribute, Expr, Lit, Token};

use super::options::{self, Beside, Mistake, Options};
use crate::errors::weights as texts;

/// The file of `#[weights(..)]`.
pub(crate) struct File {
    /// Its path, put together.
    pub(crate) path: String,
    /// The user's tokens.
    pub(crate) tokens: TokenStream,
    pub(crate) span: Span,
    pub(crate) options: Options,
    pub(crate) beside: Vec<Beside>,
}

impl File {
    /// The place of the file: from the source file for `./..`, otherwise from the directory of the package.
    pub(crate) fn locate(&self) -> PathBuf {
        let written = &self.path;
        let base = if written.starts_with("./") || written.starts_with("../") {
            crate::source_file(self.span).and_then(|file| file.parent().map(std::path::Path::to_path_buf))
        } else {
            std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from)
        };
        let path = base.unwrap_or_default().join(written.strip_prefix("./").unwrap_or(written));
        path.canonicalize().unwrap_or(path)
    }

    /// One that is read as it is.
    pub(super) fn alone(path: String, expr: &Expr) -> Self {
        let (options, beside) = (Options::default(), Vec::new());
        Self { path, tokens: expr.to_token_stream(), span: expr.span(), options, beside }
    }

    /// Behind a mistake.
    pub(super) fn unknown() -> Self {
        let (options, beside) = (Options::default(), Vec::new());
        Self { path: String::new(), tokens: TokenStream::new(), span: Span::call_site(), options, beside }
    }
}

/// Reads the attribute, and all mistakes in it.
pub(super) fn read(attr: &Attribute) -> Result<File, Vec<Mistake>> {
    let split = |input: ParseStream<'_>| {
        let expr: Expr = input.parse()?;
        let behind = input.parse::<Option<Token![,]>>()?.map(|_| input.parse::<TokenStream>()).transpose()?;
        Ok((expr, behind.unwrap_or_default()))
    };
    let (expr, behind) = attr.parse_args_with(split).map_err(|_| vec![(attr.to_token_stream(), texts::form())])?;
    match (evaluate(&expr, texts::form), options::read(&behind)) {
        (Ok(path), Ok((options, beside))) => Ok(File { options, beside, ..File::alone(path, &expr) }),
        (path, behind) => Err(path.err().into_iter().chain(behind.err().into_iter().flatten()).collect()),
    }
}

/// The text of a literal, or of one of the two macros of the standard library that make one.
pub(super) fn evaluate(expr: &Expr, text: fn() -> String) -> Result<String, Mistake> {
    let form = || (expr.to_token_stream(), text());
    match expr {
        Expr::Group(group) => evaluate(&group.expr, text),
        Expr::Lit(lit) => match &lit.lit {
            Lit::Str(text) => Ok(text.value()),
            _ => Err(form()),
        },
        Expr::Macro(call) => {
            let arguments = Punctuated::<Expr, Token![,]>::parse_terminated.parse2(call.mac.tokens.clone());
            let arguments = arguments.map_err(|_| form())?;
            let name = call.mac.path.segments.last().map(|segment| segment.ident.to_string());
            match (name.as_deref(), arguments.first()) {
                (Some("concat"), _) => arguments.iter().map(|argument| evaluate(argument, text)).collect(),
                (Some("env"), Some(variable)) => {
                    let name = evaluate(variable, text)?;
                    std::env::var(&name).map_err(|_| (expr.to_token_stream(), texts::no_variable(&name)))
                }
                _ => Err(form()),
            }
        }
        _ => Err(form()),
    }
}
