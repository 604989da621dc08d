//! What the list means: every size a number, or a const expression that is left to rustc.

mod check;
mod constant;
mod layer;
mod levels;

pub(crate) use check::{Check, Question};
pub(crate) use constant::{Constant, Value};
pub(crate) use layer::{BuiltIn, Init, Kind, Layer};

use proc_macro2::{Ident, TokenStream};
use syn::{Attribute, Visibility};

use crate::catalog::Called;
use crate::sizes::Shape;
use crate::weights::Embedded;

/// A network, or the inside of a block: one struct of the expansion.
pub(crate) struct Model {
    pub(crate) krate: TokenStream,
    /// The user's attributes for the struct, as they stand.
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) name: Ident,
    /// What the names of all its tensors begin with: `#[name("net")]`.
    pub(crate) part: Option<String>,
    pub(crate) input: Shape,
    /// The output as the user declared it, or as a block must have it, where only rustc can compare it with the last layer's.
    pub(crate) declared: Option<Shape>,
    pub(crate) layers: Vec<Layer>,
    /// Those of a network stand for its blocks, too.
    pub(crate) constants: Vec<Constant>,
    pub(crate) checks: Vec<Check>,
    /// What the file of `#[weights("..")]` holds.
    pub(crate) embedded: Option<Embedded>,
}

impl Model {
    /// The shape that comes out.
    pub(crate) fn output(&self) -> &Shape {
        let last = self.layers.last().map_or(&self.input, |layer| &layer.output);
        self.declared.as_ref().unwrap_or(last)
    }

    /// The layers that have a field.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (&Ident, &Layer)> {
        self.layers.iter().filter_map(|layer| Some((layer.field.as_ref()?, layer)))
    }

    /// The layers that training calls: all but those that move no value, and at least one.
    pub(crate) fn calls(&self) -> Vec<&Layer> {
        self.calls_of(|called| called != Called::Never)
    }

    /// The layers that evaluation calls.
    pub(crate) fn calls_of_evaluation(&self) -> Vec<&Layer> {
        self.calls_of(|called| called == Called::Always)
    }

    fn calls_of(&self, wanted: impl Fn(Called) -> bool) -> Vec<&Layer> {
        let called = |layer: &&Layer| layer.entry().is_none_or(|entry| wanted(entry.called));
        let calls: Vec<&Layer> = self.layers.iter().filter(called).collect();
        if calls.is_empty() { self.layers.last().into_iter().collect() } else { calls }
    }

    /// The number of parameters, if it is known.
    pub(crate) fn parameters(&self) -> Option<u64> {
        layer::total(self.layers.iter().map(Layer::parameters))
    }

    /// The multiply-adds of one sample, if they are known.
    pub(crate) fn macs(&self) -> Option<u64> {
        layer::total(self.layers.iter().map(Layer::macs))
    }

    /// The `#[cfg(..)]` among the attributes: every item of the expansion carries them.
    pub(crate) fn cfgs(&self) -> Vec<&Attribute> {
        self.attrs.iter().filter(|attr| attr.path().is_ident("cfg")).collect()
    }
}
