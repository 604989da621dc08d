//! What a list takes from its file.

use std::collections::HashMap;

use crate::model::{Kind, Layer};
use crate::sizes::Size;

/// The tensors of a list, and the layers whose tensors only rustc knows.
#[derive(Default)]
pub(super) struct Expected {
    /// The names of all tensors that built-in layers have, in order.
    pub(super) names: Vec<String>,
    /// Their extents.
    pub(super) dims: HashMap<String, Vec<Size>>,
    /// The names of all layers of the user's.
    pub(super) foreign: Vec<String>,
}

impl Expected {
    /// Of layers whose names begin with `prefix`.
    pub(super) fn of(layers: &[Layer], prefix: &str) -> Self {
        let mut expected = Self::default();
        expected.add(layers, prefix);
        expected
    }

    fn add(&mut self, layers: &[Layer], prefix: &str) {
        for layer in layers {
            let name = format!("{prefix}{}", layer.part);
            match &layer.kind {
                Kind::BuiltIn(built_in) => {
                    let given = layer.given(built_in);
                    for tensor in built_in.entry.tensors(&given, &built_in.switched_off()) {
                        let name = format!("{name}.{}", tensor.name);
                        self.dims.insert(name.clone(), (tensor.dims)(&given));
                        self.names.push(name);
                    }
                }
                Kind::Block { .. } => {
                    for (name, branch) in layer.branches(&name) {
                        self.add(&branch.layers, &format!("{name}."));
                    }
                }
                Kind::Custom(_) => self.foreign.push(name),
            }
        }
    }

    /// The second extent of a tensor, if it is known.
    pub(super) fn second(&self, name: &str) -> Option<usize> {
        usize::try_from(self.dims.get(name)?.get(1)?.known()?).ok()
    }

    /// All tensors with their extents, if these are known.
    pub(super) fn known(&self) -> Option<Vec<(&str, Vec<usize>)>> {
        let known = |size: &Size| usize::try_from(size.known()?).ok();
        let all = self.names.iter();
        all.map(|name| Some((name.as_str(), self.dims.get(name)?.iter().map(known).collect::<Option<_>>()?))).collect()
    }
}
