//! `#[golden("vectors.safetensors", tolerance = 1e-5)]`: the file of recorded answers, and how far an answer may be from them.

use std::path::Path;

use nn_files::safetensors::parse;
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::parse::ParseStream;
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, Ident, Lit, Token, UnOp};

use super::Lower;
use super::file::{self, File};
use crate::errors::{golden as texts, weights as weight_texts};
use crate::golden::{self, Answers, Golden};
use crate::model::Layer;
use crate::sizes::Shape;

/// What the attribute says.
pub(super) struct Recorded {
    file: File,
    tolerance: f64,
    /// The whole attribute.
    tokens: TokenStream,
}

impl Recorded {
    /// Behind a mistake.
    pub(super) fn unknown() -> Self {
        Self { file: File::unknown(), tolerance: TOLERANCE, tokens: TokenStream::new() }
    }
}

/// How far an answer may be from the recorded one, if the attribute does not say.
const TOLERANCE: f64 = 1e-5;

/// Reads the attribute.
pub(super) fn read(attr: &Attribute) -> Result<Recorded, (TokenStream, String)> {
    let all = |input: ParseStream<'_>| {
        let file: Expr = input.parse()?;
        input.parse::<Option<Token![,]>>()?;
        let one = |input: ParseStream<'_>| {
            let (key, _, value) = (input.parse::<Ident>()?, input.parse::<Token![=]>()?, input.parse::<Expr>()?);
            Ok((key, value))
        };
        Ok((file, Punctuated::<_, Token![,]>::parse_terminated_with(input, one)?))
    };
    let (file, settings) = attr.parse_args_with(all).map_err(|_| (attr.to_token_stream(), texts::form()))?;
    let path = file::evaluate(&file, texts::form)?;
    let mut tolerance = None;
    for (key, value) in settings {
        if key != "tolerance" {
            return Err((key.to_token_stream(), texts::key(&key.to_string())));
        }
        if tolerance.is_some() {
            return Err((key.to_token_stream(), texts::tolerance_twice()));
        }
        let number = number(&value).filter(|number| number.is_finite() && *number >= 0.0);
        tolerance = Some(number.ok_or_else(|| (value.to_token_stream(), texts::tolerance()))?);
    }
    let file = File::alone(path, &file);
    Ok(Recorded { file, tolerance: tolerance.unwrap_or(TOLERANCE), tokens: attr.to_token_stream() })
}

/// The number that is written out.
fn number(value: &Expr) -> Option<f64> {
    match value {
        Expr::Lit(lit) => match &lit.lit {
            Lit::Float(number) => number.base10_parse().ok(),
            Lit::Int(number) => number.base10_parse().ok(),
            _ => None,
        },
        Expr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) => Some(-number(&unary.expr)?),
        Expr::Group(group) => number(&group.expr),
        _ => None,
    }
}

impl Lower<'_> {
    /// Compares the file of answers with the list's first and last shape; of a list with mistakes nothing can be said.
    pub(super) fn golden(&mut self, recorded: Recorded, has_weights: bool, input: &Shape, layers: &[Layer]) -> Golden {
        let Recorded { file, tolerance, tokens } = recorded;
        if !has_weights && self.errors.is_empty() {
            self.errors.push(&tokens, texts::without_weights());
        }
        let path = file.locate();
        let output = layers.last().map_or(input, |layer| &layer.output);
        let answers = if self.errors.is_empty() {
            let read = answers(&file, &path, input, output);
            read.map_err(|text| self.errors.push(&file.tokens, text)).ok()
        } else {
            None
        };
        let path = path.to_string_lossy().into_owned();
        Golden { file: file.path, at: file.tokens, path, tolerance, answers }
    }
}

/// What the file has, or what is wrong with it.
fn answers(file: &File, path: &Path, input: &Shape, output: &Shape) -> Result<Answers, String> {
    let content = std::fs::read(path).map_err(|error| weight_texts::unreadable(&file.path, path, &error))?;
    let entries = parse(&content).map_err(|error| weight_texts::damaged(&file.path, &error))?;
    golden::answers(&file.path, &entries, input, output)
}
