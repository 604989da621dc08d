//! What the list means: every size a number, or a const expression that is left to rustc.

mod budget;
mod check;
mod constant;
mod layer;
mod levels;

pub(crate) use budget::{FIGURES, Figure, Limit, Most};
pub(crate) use check::{Check, Question};
pub(crate) use constant::{Constant, Value};
pub(crate) use layer::{BuiltIn, Init, Kind, Layer};

use proc_macro2::{Ident, TokenStream};
use syn::{Attribute, Visibility};

use crate::catalog::{Called, Sizes};
use crate::golden::Golden;
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
    /// What it may weigh.
    pub(crate) budget: Vec<Limit>,
    /// What the file of `#[weights("..")]` holds.
    pub(crate) embedded: Option<Embedded>,
    /// What the file of `#[golden("..")]` holds.
    pub(crate) golden: Option<Golden>,
}

impl Model {
    /// The same, whose input is words if a layer that takes it looks it up.
    pub(crate) fn with_words(mut self) -> Self {
        if self.input.rank() == Some(1) && self.takes_words() {
            self.look_up(&Shape::Words(self.input.len(), None));
        } else if self.input.rank() == Some(1)
            && let Some(Layer { kind: Kind::Custom(_), .. }) = self.layers.first()
        {
            self.input = Shape::Words(self.input.len(), Some(self.name.clone()));
        }
        self
    }

    fn takes_words(&self) -> bool {
        self.layers.first().is_some_and(|layer| match &layer.kind {
            Kind::BuiltIn(built_in) => built_in.entry.sizes == Sizes::Table,
            Kind::Block { branches, .. } => branches.iter().any(Self::takes_words),
            Kind::Custom(_) => false,
        })
    }

    /// Makes the input words, also that of branches which take it as numbers.
    fn look_up(&mut self, words: &Shape) {
        self.input = words.clone();
        let Some(first) = self.layers.first_mut() else { return };
        match &mut first.kind {
            Kind::BuiltIn(built_in) if built_in.entry.sizes != Sizes::Table => {}
            Kind::Custom(_) => {}
            Kind::BuiltIn(_) => first.input = words.clone(),
            Kind::Block { branches, .. } => {
                first.input = words.clone();
                for branch in branches {
                    branch.look_up(words);
                }
            }
        }
    }

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
