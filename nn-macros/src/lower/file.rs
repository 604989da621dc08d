//! `#[weights(..)]`: the file, a string, or `concat!` and `env!` of strings; behind it what was saved beside the network.

use std::path::PathBuf;

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Attribute, Expr, Lit, Path, Token, Type};

use super::custom::scalar_written;
use crate::errors::weights as texts;

/// The file of `#[weights(..)]`.
pub(crate) struct File {
    /// Its path, put together.
    pub(crate) path: String,
    /// The user's tokens.
    pub(crate) tokens: TokenStream,
    pub(crate) span: Span,
    pub(crate) beside: Vec<Beside>,
}

/// Parameters that are in the file with the network, their names behind one name.
pub(crate) struct Beside {
    pub(crate) name: Ident,
    /// Their type, written without its scalar; `None` for `_`, which leaves them out.
    pub(crate) path: Option<Path>,
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

    /// Behind a mistake.
    pub(super) fn unknown() -> Self {
        Self { path: String::new(), tokens: TokenStream::new(), span: Span::call_site(), beside: Vec::new() }
    }
}

/// Reads the attribute. What is wrong with it is said of the tokens beside the text.
pub(super) fn read(attr: &Attribute) -> Result<File, (TokenStream, String)> {
    let split = |input: ParseStream<'_>| {
        let expr: Expr = input.parse()?;
        let behind = input.parse::<Option<Token![,]>>()?.map(|_| input.parse::<TokenStream>()).transpose()?;
        Ok((expr, behind.unwrap_or_default()))
    };
    let (expr, behind) = attr.parse_args_with(split).map_err(|_| (attr.to_token_stream(), texts::form()))?;
    let path = evaluate(&expr, texts::form)?;
    Ok(File { path, tokens: expr.to_token_stream(), span: expr.span(), beside: beside(&behind)? })
}

/// The names and types behind the file.
fn beside(tokens: &TokenStream) -> Result<Vec<Beside>, (TokenStream, String)> {
    let form = |at: &dyn ToTokens| (at.to_token_stream(), texts::beside_form());
    let one = |input: ParseStream<'_>| {
        let (name, _, ty) = (Ident::parse_any(input)?, input.parse::<Token![:]>()?, input.parse::<Type>()?);
        Ok((name, ty))
    };
    let all = |input: ParseStream<'_>| Punctuated::<_, Token![,]>::parse_terminated_with(input, one);
    let mut found: Vec<Beside> = Vec::new();
    for (name, ty) in all.parse2(tokens.clone()).map_err(|_| form(tokens))? {
        let path = match ty {
            Type::Infer(_) => None,
            Type::Path(path) if path.qself.is_none() => Some(path.path),
            ty => return Err(form(&ty)),
        };
        if let Some(mistake) = path.as_ref().and_then(scalar_written) {
            return Err(mistake);
        }
        if found.iter().any(|other| other.name == name) {
            return Err((name.to_token_stream(), texts::beside_twice(&name.to_string())));
        }
        found.push(Beside { name, path });
    }
    Ok(found)
}

/// The text of a literal, or of one of the two macros of the standard library that make one.
pub(super) fn evaluate(expr: &Expr, text: fn() -> String) -> Result<String, (TokenStream, String)> {
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
