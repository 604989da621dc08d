//! One struct in the making, and how a layer comes into it.

use std::collections::HashMap;

use proc_macro2::Ident;

use super::Lower;
use super::names::Names;
use super::seam::Seam;
use crate::model::{Kind, Layer};

/// One struct in the making: the network's, or a block's.
pub(super) struct Scope {
    /// The name of the struct.
    pub(super) name: Ident,
    pub(super) names: Names,
    pub(super) layers: Vec<Layer>,
    /// What the tensors' names of each layer begin with, and the layer.
    pub(super) parts: HashMap<String, String>,
    /// What the next layer takes.
    pub(super) seam: Seam,
    /// The layer that stands before the first one, if this is the inside of a block.
    pub(super) outer: Option<String>,
    /// What a repeated block puts behind the names in it: `_2`.
    pub(super) suffix: String,
    /// Whether this is the second round of a repeated block, or a later one.
    pub(super) again: bool,
}

impl Scope {
    pub(super) fn new(name: Ident, names: Names, seam: Seam) -> Self {
        let (layers, parts, suffix) = (Vec::new(), HashMap::new(), String::new());
        Self { name, names, layers, parts, seam, outer: None, suffix, again: false }
    }

    /// The layer before the next one, in this list or before the block around it; none at the input of the network.
    pub(super) fn before(&self) -> Option<&str> {
        self.layers.last().map(|layer| layer.name.as_str()).or(self.outer.as_deref())
    }
}

impl Lower<'_> {
    /// Adds a layer; what it produces is what the next one takes.
    pub(super) fn push(&mut self, scope: &mut Scope, layer: Layer) {
        self.settle_init(scope, &layer);
        if scope.seam.way.last().is_none_or(|(_, shape)| !shape.same(&layer.output)) {
            let name = match (&layer.kind, layer.entry()) {
                (Kind::BuiltIn(_), Some(entry)) if !layer.named => entry.name,
                (Kind::Block { block, .. }, _) if !layer.named => block.name,
                _ => &layer.name,
            };
            scope.seam.way.push((name.to_owned(), layer.output.clone()));
        }
        scope.seam.shape = Some(layer.output.clone());
        scope.layers.push(layer);
    }
}
