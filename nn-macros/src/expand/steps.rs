//! The steps of a pass: one call each, of a layer alone or together with the activation behind it.
//!
//! Inference joins the two, so that the seam between them is never written. Training does so where backward does not want
//! that seam: where the output of the activation tells its slope. The last activation of a network stays alone, since the gradient
//! that comes to it belongs to somebody else.

use std::collections::HashMap;

use crate::catalog::{Entry, Joins};
use crate::model::{Layer, Model};
use crate::sizes::Shape;

/// The most steps of one function, since rustc's time for a function grows faster than its length.
const MOST: usize = 64;

/// One call of the expansion.
pub(super) enum Step<'a> {
    /// A layer, and the activation that its call applies as well.
    Layer { layer: &'a Layer, activation: Option<&'a Layer> },
    /// Some steps of a long list: a function of their own, which takes this shape.
    Part { steps: Vec<Self>, input: &'a Shape },
}

impl<'a> Step<'a> {
    /// The layer that names the seam behind the step.
    pub(super) fn last(&self) -> &'a Layer {
        match self {
            Self::Layer { layer, activation } => activation.unwrap_or(layer),
            Self::Part { steps, .. } => steps[steps.len() - 1].last(),
        }
    }

    /// Whether it ends with an activation that is joined to its layer: backward then multiplies the gradient that comes to it in place.
    pub(super) fn ends_joined(&self) -> bool {
        match self {
            Self::Layer { activation, .. } => activation.is_some(),
            Self::Part { steps, .. } => steps[steps.len() - 1].ends_joined(),
        }
    }

    /// Whether the library may want a part of the cache for it: not where layer and activation are one call, whose backward needs no
    /// more than both seams.
    pub(super) fn keeps(&self) -> bool {
        !matches!(self, Self::Layer { activation: Some(_), .. })
    }

    /// Whether it has nothing to learn.
    pub(super) fn is_fixed(&self) -> bool {
        match self {
            Self::Layer { layer, .. } => layer.entry().is_some_and(Entry::is_fixed),
            Self::Part { steps, .. } => steps.iter().all(Self::is_fixed),
        }
    }

    /// Every layer with parameters.
    pub(super) fn with_parameters(&self) -> Vec<&'a Layer> {
        match self {
            Self::Layer { layer, .. } => layer.field.is_some().then_some(*layer).into_iter().collect(),
            Self::Part { steps, .. } => steps.iter().flat_map(Self::with_parameters).collect(),
        }
    }

    /// The shape that the step takes.
    pub(super) fn input(&self) -> &'a Shape {
        match self {
            Self::Layer { layer, .. } => &layer.input,
            Self::Part { input, .. } => input,
        }
    }

    /// The shape that the step produces.
    pub(super) fn output(&self) -> &'a Shape {
        &self.last().output
    }

    /// The shape before the activation that its call applies as well.
    pub(super) fn produced(&self) -> &'a Shape {
        match self {
            Self::Layer { layer, .. } => &layer.output,
            Self::Part { .. } => self.output(),
        }
    }
}

/// The steps of one function, with those of a long list in parts, and these in parts again if they are many.
fn in_parts<'a>(model: &'a Model, mut steps: Vec<Step<'a>>) -> Vec<Step<'a>> {
    while steps.len() > MOST {
        let length = steps.len().div_ceil(steps.len().div_ceil(MOST));
        let (mut parts, mut input) = (Vec::new(), &model.input);
        let mut rest = steps.into_iter().peekable();
        while rest.peek().is_some() {
            let part = Step::Part { steps: rest.by_ref().take(length).collect(), input };
            input = part.output();
            parts.push(part);
        }
        steps = parts;
    }
    steps
}

/// How many there are, those in parts for themselves.
pub(super) fn count(steps: &[Step<'_>]) -> usize {
    let counts = steps.iter().map(|step| match step {
        Step::Layer { .. } => 1,
        Step::Part { steps, .. } => count(steps),
    });
    counts.sum()
}

/// The shapes between the steps of inference, each by the layer that hands it on: of one that is joined to its activation, what that makes.
pub(super) fn handed_on(model: &Model) -> HashMap<*const Layer, &Shape> {
    let mut steps = join(model.calls_of_evaluation(), |_| true);
    steps.pop();
    let shapes = steps.iter().filter_map(|step| match step {
        Step::Layer { layer, .. } => Some((std::ptr::from_ref(*layer), step.output())),
        Step::Part { .. } => None,
    });
    shapes.collect()
}

/// A step for each layer that is called.
pub(super) fn single(model: &Model) -> Vec<Step<'_>> {
    in_parts(model, each(model.calls()))
}

fn each(layers: Vec<&Layer>) -> Vec<Step<'_>> {
    layers.into_iter().map(|layer| Step::Layer { layer, activation: None }).collect()
}

/// The same for inference, with layers and the activations behind them joined.
pub(super) fn joined(model: &Model) -> Vec<Step<'_>> {
    in_parts(model, join(model.calls_of_evaluation(), |_| true))
}

/// The same for training.
pub(super) fn joined_in_training(model: &Model) -> Vec<Step<'_>> {
    let calls = model.calls();
    let last = calls.last().copied();
    let ends = |layer: &Layer| last.is_some_and(|last| std::ptr::eq(last, layer));
    let wanted = |activation: &Layer| side(activation) == Joins::Last { slope_from_output: true } && !ends(activation);
    in_parts(model, join(calls, wanted))
}

fn join(layers: Vec<&Layer>, wanted: impl Fn(&Layer) -> bool) -> Vec<Step<'_>> {
    let mut steps: Vec<Step<'_>> = Vec::new();
    for next in layers {
        match steps.last_mut() {
            Some(Step::Layer { layer, activation: activation @ None }) if joins(layer, next) && wanted(next) => {
                *activation = Some(next);
            }
            _ => steps.push(Step::Layer { layer: next, activation: None }),
        }
    }
    steps
}

fn side(layer: &Layer) -> Joins {
    layer.entry().map_or(Joins::Nothing, |entry| entry.joins)
}

fn joins(layer: &Layer, next: &Layer) -> bool {
    !layer.is_by_step()
        && matches!(side(layer), Joins::Next { .. })
        && matches!(side(next), Joins::Last { .. })
        && layer.output.same(&next.input)
}
