//! The steps of a pass: one call each, of a layer alone or together with the activation behind it.
//!
//! Inference joins the two, so that the seam between them is never written. Training does so where backward does not want
//! that seam: where the output of the activation tells its slope. The last activation of a network stays alone, since the gradient
//! that comes to it belongs to somebody else.

use crate::catalog::{Entry, Joins};
use crate::model::{Layer, Model};
use crate::sizes::Shape;

/// One call of the expansion.
#[derive(Clone, Copy)]
pub(super) struct Step<'a> {
    pub(super) layer: &'a Layer,
    /// The activation that the layer's call applies as well.
    pub(super) activation: Option<&'a Layer>,
}

impl<'a> Step<'a> {
    /// The layer that names the seam behind the step.
    pub(super) fn last(self) -> &'a Layer {
        self.activation.unwrap_or(self.layer)
    }

    /// Whether the library may want a part of the cache for it: not where layer and activation are one call, whose backward needs no
    /// more than both seams.
    pub(super) fn keeps(self) -> bool {
        self.activation.is_none()
    }

    /// Whether it has nothing to learn.
    pub(super) fn is_fixed(self) -> bool {
        self.layer.entry().is_some_and(Entry::is_fixed)
    }

    /// The shape that the step takes.
    pub(super) fn input(self) -> &'a Shape {
        &self.layer.input
    }

    /// The shape that the step produces.
    pub(super) fn output(self) -> &'a Shape {
        &self.last().output
    }
}

/// A step for each layer that is called.
pub(super) fn single(model: &Model) -> Vec<Step<'_>> {
    each(model.calls())
}

fn each(layers: Vec<&Layer>) -> Vec<Step<'_>> {
    layers.into_iter().map(|layer| Step { layer, activation: None }).collect()
}

/// The same for inference, with layers and the activations behind them joined.
pub(super) fn joined(model: &Model) -> Vec<Step<'_>> {
    join(model.calls_of_evaluation(), |_| true)
}

/// The same for training.
pub(super) fn joined_in_training(model: &Model) -> Vec<Step<'_>> {
    let calls = model.calls();
    let last = calls.last().copied();
    let ends = |layer: &Layer| last.is_some_and(|last| std::ptr::eq(last, layer));
    join(calls, |activation| side(activation) == Joins::Last { slope_from_output: true } && !ends(activation))
}

fn join(layers: Vec<&Layer>, wanted: impl Fn(&Layer) -> bool) -> Vec<Step<'_>> {
    let mut steps: Vec<Step<'_>> = Vec::new();
    for step in each(layers) {
        match steps.last_mut() {
            Some(before) if before.activation.is_none() && joins(before.layer, step.layer) && wanted(step.layer) => {
                before.activation = Some(step.layer);
            }
            _ => steps.push(step),
        }
    }
    steps
}

fn side(layer: &Layer) -> Joins {
    layer.entry().map_or(Joins::Nothing, |entry| entry.joins)
}

fn joins(layer: &Layer, next: &Layer) -> bool {
    matches!(side(layer), Joins::Next { .. })
        && matches!(side(next), Joins::Last { .. })
        && layer.output.same(&next.input)
}
