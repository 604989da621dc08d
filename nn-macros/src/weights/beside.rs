//! What a file has beside the network: scalers, say, in a bundle.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::{Foreign, Reader, behind};
use crate::errors::weights as texts;
use crate::lower::{self, File};
use crate::parse::show_path;
use crate::sizes::{located, with_scalar, written_here};
use nn_files::Entry;

/// Parameters that get a constant of their own.
pub(crate) struct Beside {
    /// What that is called: `EMBEDDED_SCALER`.
    pub(crate) constant: Ident,
    /// Their type.
    pub(crate) ty: TokenStream,
    pub(crate) foreign: Foreign,
}

/// The scalers of the library: what they are called, their tensors, and the extents of those that are their sizes.
type Scaler = (&'static str, &'static [&'static str], fn(&[&[usize]]) -> Option<String>);
const SCALERS: &[Scaler] = &[
    ("StandardScaler", &["mean", "scale"], vectors),
    ("MinMaxScaler", &["data_min", "data_max", "feature_range"], vectors),
    ("Pca", &["mean", "components", "explained_variance", "explained_variance_ratio"], |dims| match dims {
        [[n], [k, m], ..] if n == m => Some(format!("{n}, {k}")),
        _ => None,
    }),
];

/// The size of two vectors, if it is one.
fn vectors(dims: &[&[usize]]) -> Option<String> {
    match dims {
        [[n], [m], ..] if n == m => Some(n.to_string()),
        _ => None,
    }
}

/// What the attribute says is there.
pub(super) fn declared(file: &File) -> Vec<Beside> {
    file.beside.iter().filter_map(one).collect()
}

fn one(lower::Beside { name, path }: &lower::Beside) -> Option<Beside> {
    let path = path.as_ref()?;
    let (f32, part) = (quote!(::core::primitive::f32), name.unraw().to_string());
    let ty = written_here(with_scalar(path, &f32));
    let facts = located(quote!(<#ty as __nn::Parameters<#f32>>), path.span());
    Some(Beside {
        constant: format_ident!("EMBEDDED_{}", part.to_uppercase(), span = name.span()),
        ty,
        foreign: Foreign {
            name: part,
            written: show_path(path),
            tokens: path.to_token_stream(),
            facts,
            stored: Vec::new(),
        },
    })
}

impl Reader<'_> {
    /// Takes what the attribute says is there, and passes over what it leaves out.
    pub(super) fn beside(&mut self, file: &File) -> Vec<Beside> {
        for lower::Beside { name, .. } in file.beside.iter().filter(|beside| beside.path.is_none()) {
            let part = name.unraw().to_string();
            let names = self.entries.iter().map(|entry| entry.name.as_str());
            let left_out: Vec<&str> = names.filter(|tensor| behind(tensor, &part).is_some()).collect();
            if left_out.is_empty() {
                self.errors.push(name, texts::beside_nothing(self.file, &part));
            }
            self.seen.extend(left_out);
        }
        let mut declared = declared(file);
        for Beside { foreign, .. } in &mut declared {
            foreign.stored = self.stored(&foreign.tokens, &foreign.name);
        }
        declared
    }
}

/// The scalers of the library that all tensors which are left over belong to, by their names: what to write for them.
pub(super) fn scalers<'a>(entries: &[Entry<'_>], left: &[&'a str]) -> Option<Vec<(&'a str, String)>> {
    let mut found: Vec<(&str, Vec<&str>)> = Vec::new();
    for tensor in left {
        let (name, part) = tensor.split_once('.')?;
        match found.iter_mut().find(|(other, _)| *other == name) {
            Some((_, parts)) => parts.push(part),
            None => found.push((name, vec![part])),
        }
    }
    let written = |(name, parts): (&'a str, Vec<&str>)| {
        let is_it = |(_, tensors, _): &&Scaler| {
            tensors.len() == parts.len() && tensors.iter().all(|tensor| parts.contains(tensor))
        };
        let (ty, tensors, sizes) = SCALERS.iter().find(is_it)?;
        let dims = |tensor| entries.iter().find(|entry| behind(&entry.name, name) == Some(tensor));
        let dims: Vec<&[usize]> = tensors.iter().filter_map(|tensor| Some(&*dims(tensor)?.dims)).collect();
        Some((name, format!("{ty}<{}>", sizes(&dims)?)))
    };
    found.into_iter().map(written).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use nn_files::Dtype;

    #[test]
    fn scalers_are_known_by_their_tensors() {
        let entry = |name: &str, dims: &[usize]| Entry::new(name.to_owned(), Dtype::F32, dims.to_vec(), &[]);
        let mut entries = vec![entry("fc.weight", &[2, 3]), entry("x.mean", &[3]), entry("x.scale", &[3])];
        entries.extend([entry("y.data_min", &[5]), entry("y.data_max", &[5]), entry("y.feature_range", &[2])]);
        let of = |left: &[&'static str]| scalers(&entries, left);
        let (standard, min_max) = (("x", "StandardScaler<3>".to_owned()), ("y", "MinMaxScaler<5>".to_owned()));
        assert_eq!(of(&["x.scale", "x.mean"]), Some(vec![standard.clone()]));
        let all = ["x.scale", "y.data_min", "y.feature_range", "y.data_max", "x.mean"];
        assert_eq!(of(&all), Some(vec![standard, min_max]));
        // A layer's, part of a scaler's, and more than a scaler's.
        for left in [&["fc.weight"][..], &["x.mean"], &["x.mean", "x.scale", "x.bias"], &["mean", "scale"]] {
            assert_eq!(of(left), None, "{left:?}");
        }
    }
}
