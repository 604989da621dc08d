//! What a file has for a layer whose tensors only rustc knows.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Piece, Reader};
use crate::model::Layer;

/// A layer whose type says what its tensors are, or parameters beside the network, and what the file has under that name.
pub(crate) struct Foreign {
    /// What the names of its tensors begin with.
    pub(crate) name: String,
    /// Its type as the user wrote it.
    pub(crate) written: String,
    /// The user's tokens for the type.
    pub(crate) tokens: TokenStream,
    /// The type as that of parameters of `f32`.
    pub(crate) facts: TokenStream,
    pub(crate) stored: Vec<Stored>,
}

/// A tensor of a file, in the bytes of both orders.
pub(crate) struct Stored {
    /// Its name behind that of the layer.
    pub(crate) name: String,
    pub(crate) dims: Vec<usize>,
    pub(crate) row_major: Vec<u8>,
    /// Nothing, where it is the same.
    pub(crate) column_major: Vec<u8>,
}

/// What is behind the name of a layer in that of a tensor of it.
pub(super) fn behind<'a>(tensor: &'a str, layer: &str) -> Option<&'a str> {
    let rest = tensor.strip_prefix(layer)?;
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix('.') }
}

/// The one layer that the file has nothing for, if all tensors that are left over could be its: with what their names begin in its place.
pub(super) fn meant<'a>(pieces: &'a [Piece], left: &[&'a str]) -> Option<(&'a str, &'a str)> {
    let mut without = pieces.iter().filter_map(|piece| match piece {
        Piece::Foreign(foreign) if foreign.stored.is_empty() => Some(foreign.name.as_str()),
        Piece::Foreign(_) | Piece::BuiltIn(_) => None,
    });
    let (Some(layer), None) = (without.next(), without.next()) else { return None };
    let (before, own) = layer.split_at(layer.rfind('.').map_or(0, |dot| dot + 1));
    let level = |tensor: &'a str| Some(tensor.strip_prefix(before)?.split_once('.')?.0);
    let first = level(left.first()?)?;
    left.iter().all(|tensor| level(tensor) == Some(first)).then_some((own, first))
}

impl Reader<'_> {
    /// Takes whatever the file has under the layer's name: rustc will judge it.
    pub(super) fn foreign(&mut self, layer: &Layer, name: &str) -> Foreign {
        Foreign {
            name: name.to_owned(),
            written: layer.written.clone(),
            tokens: layer.tokens.clone(),
            facts: layer.parameter_facts(&quote!(__nn), &quote!(::core::primitive::f32)),
            stored: self.stored(&layer.tokens, name),
        }
    }

    /// The tensors whose names begin with `name`. What cannot be used of them is reported on the tokens `at`.
    pub(super) fn stored(&mut self, at: &TokenStream, name: &str) -> Vec<Stored> {
        let mut stored = Vec::new();
        for entry in self.entries {
            let Some(rest) = behind(&entry.name, name) else { continue };
            self.seen.insert(&entry.name);
            let column_major = match entry.dims[..] {
                [] | [_] => Ok(Vec::new()),
                _ => entry.in_memory(true),
            };
            match entry.in_memory(false).and_then(|row_major| Ok((row_major, column_major?))) {
                Ok((row_major, column_major)) => {
                    stored.push(Stored { name: rest.to_owned(), dims: entry.dims.clone(), row_major, column_major });
                }
                Err(error) => self.unusable.push((at.clone(), error)),
            }
        }
        stored
    }
}
