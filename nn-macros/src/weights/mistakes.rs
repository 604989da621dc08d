//! What is said of a tensor that is missing, left over or of another shape.

use nn_files::Entry;
use nn_files::names::{nearest, shown};

use super::in_file::{as_in_file, recurrent_in_file};
use super::{Reader, behind};
use crate::catalog::{Level, Sizes, Tensor};
use crate::errors::weights as texts;
use crate::model::Layer;
use crate::sizes::Size;

impl Reader<'_> {
    /// A tensor that a switch has taken from the layer: the file must not have it either.
    pub(super) fn absent(&mut self, layer: &Layer, name: &str, tensor: &Tensor, switch: &str) -> bool {
        let full = format!("{name}.{}", tensor.name);
        if let Some(entry) = self.entries.iter().find(|entry| entry.name == full) {
            self.seen.insert(&entry.name);
            self.errors.push(&layer.tokens, texts::left_over(self.file, &full, name, switch));
        }
        true
    }

    /// A tensor of a layer above, or of the other direction, that the list does not have. One of them in the file tells all.
    pub(super) fn another_level(&mut self, layer: &Layer, name: &str, tensor: &Tensor, setting: &str) -> bool {
        let full = format!("{name}.{}", tensor.name);
        let entries = self.entries;
        let is_there = entries.iter().any(|entry| entry.name == full && !self.seen.contains(full.as_str()));
        if is_there {
            let all = entries.iter().map(|entry| entry.name.as_str());
            self.seen.extend(all.filter(|other| other.starts_with(&format!("{name}."))));
            self.errors.push(&layer.tokens, texts::another_level(self.file, &full, name, setting));
        }
        !is_there
    }

    /// How the file has a tensor whose name or extents have been changed.
    pub(super) fn written(&self, tensor: &str) -> Option<String> {
        let entry = self.entries.iter().find(|entry| entry.name == tensor)?;
        let (is_called, has_shape) = (entry.name == entry.written, entry.dims == entry.stored);
        let name = shown(&entry.written);
        match has_shape {
            true if is_called => None,
            true => Some(format!("`{name}`")),
            false => Some(format!("`{name}` of the shape {:?}", entry.stored)),
        }
    }

    pub(super) fn missing(&mut self, layer: &Layer, name: &str, tensor: &Tensor, sizes: &[Size]) -> bool {
        let full = &format!("{name}.{}", tensor.name);
        let entries = self.entries;
        let is_free = |name: &String| !self.seen.contains(name.as_str()) && !self.expected.contains(name);
        let free = || entries.iter().filter(|entry| is_free(&entry.name));
        let fits = |entry: &&Entry<'_>| {
            entry.dims.len() == sizes.len()
                && sizes.iter().zip(&entry.dims).all(|(size, dim)| size.known() == Some(*dim as u64))
        };
        let ending = format!(".{}", tensor.name);
        let near = nearest(full, free().map(|entry| entry.name.as_str())).or_else(|| {
            free().find(|entry| fits(entry) && entry.name.ends_with(&ending)).map(|entry| entry.name.as_str())
        });
        let is_above = tensor.level != Level::ONLY && self.seen.iter().any(|seen| behind(seen, name).is_some());
        let fix = match (tensor.switch, near) {
            _ if is_above => {
                let all = entries.iter().map(|entry| entry.name.as_str());
                self.seen.extend(all.filter(|other| other.starts_with(&format!("{name}."))));
                texts::missing_level(tensor.level)
            }
            (Some(switch), _) => {
                // What the layer has behind it is nobody else's.
                let all = entries.iter().map(|entry| entry.name.as_str());
                self.seen.extend(all.filter(|other| other.starts_with(&format!("{name}."))));
                texts::missing_switch(switch)
            }
            (None, Some(near)) => {
                let stem = near.strip_suffix(&ending);
                self.seen.insert(near);
                if let Some(stem) = stem {
                    let all = entries.iter().map(|entry| entry.name.as_str());
                    self.seen.extend(all.filter(|other| other.starts_with(&format!("{stem}."))));
                }
                let level =
                    |stem| name.strip_suffix(layer.part.as_str()).and_then(|before| str::strip_prefix(stem, before));
                texts::missing_near(full, near, stem.map(|stem| ([stem, name], level(stem).unwrap_or(stem))))
            }
            (None, None) => texts::missing_listed(&entries.iter().map(|entry| entry.name.as_str()).collect::<Vec<_>>()),
        };
        self.errors.push(&layer.tokens, texts::missing(self.file, full, &fix));
        false
    }

    pub(super) fn wrong_shape(&mut self, layer: &Layer, full: &str, sizes: &[Size], entry: &Entry<'_>) {
        let shown: Vec<String> = sizes.iter().map(|size| size.show().unwrap_or_default()).collect();
        let takes = format!("[{}]", shown.join(", "));
        let reversed = entry.dims.len() == sizes.len()
            && sizes.iter().rev().zip(&entry.dims).all(|(size, dim)| size.known() == Some(*dim as u64));
        let is_recurrent = full.ends_with(".weight_ih_l0");
        let fix = match entry.dims.as_slice() {
            [rows, inputs] if is_recurrent => {
                let other = full.replace("weight_ih", "weight_hh");
                let units = self.entries.iter().find(|entry| entry.name == other).and_then(|entry| entry.dims.get(1));
                units.and_then(|units| recurrent_in_file(layer, [*rows, *inputs], *units))
            }
            [words, width] if layer.entry().is_some_and(|entry| entry.sizes == Sizes::Table) => {
                Some(texts::shape_fix(&format!("{}({words} -> {width})", layer.tokens)))
            }
            [_, _] if reversed => Some(texts::transposed(full, self.layout)),
            [outputs, inputs] => Some(texts::shape_fix(&format!("{}({inputs} -> {outputs})", layer.tokens))),
            [first, second, kernel @ ..] if kernel.len() == 2 => as_in_file(layer, [*first, *second], kernel),
            _ => None,
        };
        self.errors.push(
            &layer.tokens,
            texts::shape(self.file, full, &takes, &entry.dims, self.written(full).as_deref(), fix.as_deref()),
        );
    }
}
