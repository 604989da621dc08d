//! The layers of the catalogue.

use quote::ToTokens;

use super::arguments::Positions;
use super::attributes::LayerAttributes;
use super::names::Name;
use super::seam::Stated;
use super::settings::Settings;
use super::sizes::MOST;
use super::{Lower, Scope};
use crate::ast;
use crate::catalog::{Entry, Given, Measured, Sizes, Takes};
use crate::errors::{images, layers as texts, shapes};
use crate::model::{BuiltIn, Kind, Layer};
use crate::sizes::{IMAGE, Rank, SEQUENCE, Shape, Size};

/// A layer with its sizes, before it has a place in the list.
pub(super) struct Sized {
    pub(super) input: Shape,
    /// One step of it, if the layer is one of vectors and this is a sequence.
    pub(super) step: Option<Shape>,
    pub(super) outputs: Option<Size>,
    pub(super) written: String,
    /// Whether a mistake, reported already, leaves open what it produces.
    pub(super) is_open: bool,
}

impl Lower<'_> {
    pub(super) fn builtin(&mut self, scope: &mut Scope, layer: &ast::Layer, entry: &'static Entry) {
        let name = self.name(scope, layer);
        if let Some(block) = &layer.block {
            self.errors.push(&block.tokens, texts::block_of_no_block(entry.name));
        }
        let arguments = layer.arguments.as_ref().map_or(&[][..], |arguments| &arguments.list);
        let unnamed = self.unnamed_kernel(entry, arguments);
        let mut settings = self.settings(entry, layer, unnamed.as_ref().map(|_| "kernel"));
        let mut sized = match entry.sizes {
            Sizes::Outputs => {
                let positions = unnamed.unwrap_or_else(|| self.positions(entry, layer, arguments));
                let sized = self.with_outputs(scope, layer, &name.text, entry, &positions, &settings);
                // The size is the tokens to edit where it is wrong.
                scope.seam.tokens = positions.to.map(ToTokens::to_token_stream).unwrap_or_default();
                sized
            }
            Sizes::Table => {
                let positions = self.positions(entry, layer, arguments);
                let sized = self.with_table(scope, layer, &name.text, entry, &positions, &mut settings);
                scope.seam.tokens = positions.to.map(ToTokens::to_token_stream).unwrap_or_default();
                sized
            }
            Sizes::None | Sizes::Setting(_) => {
                if entry.sizes == Sizes::None {
                    self.no_positions(entry, arguments);
                }
                self.without_sizes(scope, layer, &name, entry, &settings)
            }
        };
        let output = self.output_of(scope, layer, &name, entry, &mut sized, &settings);
        if entry.has_sizes() {
            scope.seam.origin.clone_from(&name.text);
        } else if !output.same(&sized.input) {
            scope.seam.origin.clone_from(if name.named { &name.text } else { &sized.written });
            scope.seam.tokens = layer.kind.to_token_stream();
        }
        let is_open = sized.is_open;
        self.push_builtin(scope, layer, name, entry, settings, (sized, output));
        if is_open {
            // The layer keeps its field for the fallback, and the seam behind it stays open.
            scope.seam.shape = None;
        }
    }

    /// What the layer makes; where a mistake leaves that open, something of the right rank.
    fn output_of(
        &mut self,
        scope: &Scope,
        layer: &ast::Layer,
        name: &Name,
        entry: &'static Entry,
        sized: &mut Sized,
        settings: &Settings,
    ) -> Shape {
        let taken = sized.step.as_ref().unwrap_or(&sized.input);
        let given = Given { input: taken, outputs: sized.outputs.as_ref(), whole: &settings.whole };
        let of_steps = |shape: Shape| if sized.step.is_some() { sized.input.with_step(&shape) } else { shape };
        let plain = of_steps((entry.gives)(&given));
        if sized.is_open || settings.is_broken {
            sized.is_open = true;
            return plain;
        }
        let shown = if name.named || entry.weights.is_some() { &name.text } else { entry.name };
        let output = self.produced(scope, layer, shown, entry, &given, settings).map(of_steps);
        let text = images::output_too_large(shown, &plain.show().unwrap_or_default());
        let large = output.as_ref().and_then(|output| output.len().known()).is_some_and(|values| values > MOST);
        if large {
            let at = layer.arguments.as_ref().map(|arguments| &arguments.tokens);
            self.errors.push(at, &text);
        }
        let output = output.map(|output| {
            let grows = output.rank().is_some_and(|rank| rank > 1) && !output.same(&sized.input);
            let values = output.len();
            if grows { self.fitting_extent(output, &values, text) } else { output }
        });
        sized.is_open = large || output.is_none();
        // What no memory holds is no type for the rest of the expansion either.
        let nothing = || Shape::Dims(vec![Size::Known(1); plain.rank().unwrap_or(1)]);
        if large { nothing() } else { output.unwrap_or(plain) }
    }

    fn push_builtin(
        &mut self,
        scope: &mut Scope,
        layer: &ast::Layer,
        name: Name,
        entry: &'static Entry,
        settings: Settings,
        (Sized { input, step, outputs, written, .. }, output): (Sized, Shape),
    ) {
        let has_field = entry.weights.is_some();
        let LayerAttributes { kept: attrs, init, part, frozen } =
            self.layer_attributes(scope, layer, &name.text, has_field);
        let Settings { type_name, constructor, arguments, numbers, written_numbers, whole, off, .. } = settings;
        let kind = Kind::BuiltIn(Box::new(BuiltIn {
            entry,
            type_name,
            step,
            outputs,
            whole,
            constructor,
            arguments,
            numbers,
            written_numbers,
            off,
        }));
        self.push(
            scope,
            Layer {
                place: scope.layers.len(),
                name: name.text,
                named: name.named,
                part,
                frozen,
                field: has_field.then_some(name.field),
                attrs,
                written,
                tokens: layer.kind.to_token_stream(),
                kind,
                input,
                output,
                init,
            },
        );
    }

    /// A layer whose parentheses hold nothing but settings.
    fn without_sizes(
        &mut self,
        scope: &Scope,
        layer: &ast::Layer,
        name: &Name,
        entry: &Entry,
        settings: &Settings,
    ) -> Sized {
        let shown = if name.named { &name.text } else { entry.name };
        let is_open = scope.seam.shape.is_none() || is_mismatched(entry, scope);
        let step = self.join_steps(scope, shown, entry, None);
        let input = match (entry.takes, &scope.seam.shape) {
            (Takes::Any, Some(shape)) => shape.clone(),
            (_, Some(shape)) if step.is_some() => shape.clone(),
            (Takes::VectorOrImage | Takes::Channels, Some(shape)) if shape.rank() == Some(IMAGE) => shape.clone(),
            (Takes::Channels, Some(shape)) if shape.rank() == Some(SEQUENCE) => shape.clone(),
            (Takes::Vector | Takes::VectorOrImage | Takes::Channels, _) => {
                Shape::vector(self.join_vector(scope, layer, shown, entry, None))
            }
            (Takes::Sequence, _) => self.join_ranked(scope, layer, shown, (entry, Rank::Sequence), None),
            (Takes::Image, _) => self.join_ranked(scope, layer, shown, (entry, Rank::Image), None),
            (Takes::Any, None) => Shape::vector(Size::Known(1)),
        };
        let written = match settings.written.as_str() {
            "" => entry.name.to_owned(),
            written => format!("{}({written})", entry.name),
        };
        Sized { input, step, outputs: None, written, is_open }
    }

    /// A layer that states its number of outputs, and perhaps that of its inputs.
    fn with_outputs(
        &mut self,
        scope: &Scope,
        layer: &ast::Layer,
        name: &str,
        entry: &Entry,
        positions: &Positions<'_>,
        settings: &Settings,
    ) -> Sized {
        let outputs = positions.to.and_then(|expr| self.size(expr));
        let kind = entry.name;
        let behind = if settings.written.is_empty() { String::new() } else { format!(", {}", settings.written) };
        let to = outputs.as_ref().and_then(Size::show).unwrap_or_else(|| "..".to_owned());
        let right = |from: &str| format!("{kind}({from} -> {to}{behind})");
        let inferred = format!("{kind}({to}{behind})");
        // A number of inputs that is no size is reported; what stands before the layer tells the right one.
        let stated = positions.from.and_then(|expr| Some((expr, self.size(expr)?)));
        let stated = stated.map(|(tokens, size)| Stated { size, tokens, right: &right, inferred: inferred.clone() });
        let step = self.join_steps(scope, name, entry, stated.as_ref());
        let is_by_step = step.is_some();
        // What its weights follow from: of a sequence that is taken step by step, one step.
        let (taken, inputs) = match (step, entry.takes.rank()) {
            (Some(step), _) => (step.clone(), step.len()),
            (None, Some(rank)) => {
                let shape = self.join_ranked(scope, layer, name, (entry, rank), stated);
                (shape.clone(), shape.extent(rank, rank.stated()))
            }
            (None, None) => {
                let inputs = self.join_vector(scope, layer, name, entry, stated);
                (Shape::vector(inputs.clone()), inputs)
            }
        };
        let written = inputs.show().map_or_else(|| inferred.clone(), |from| right(&from));
        let whole = &settings.whole;
        let sizes = outputs.and_then(|outputs| self.fit_memory(entry, layer, name, &written, (&taken, outputs, whole)));
        // A shape of another rank is a mistake that leaves open what comes out.
        let is_unknown = entry.takes.rank().is_some() && scope.seam.shape.is_none();
        let is_open = sizes.is_none() || is_unknown || is_mismatched(entry, scope);
        let nothing = || Shape::Dims(vec![Size::Known(1); taken.rank().unwrap_or(1)]);
        let (taken, outputs) = sizes.unwrap_or_else(|| (nothing(), Size::Known(1)));
        let (input, step) = match &scope.seam.shape {
            Some(sequence) if is_by_step => (sequence.with_step(&taken), Some(taken)),
            _ => (taken, None),
        };
        Sized { input, step, outputs: Some(outputs), written, is_open }
    }

    /// Both sizes, if the layer's weights can exist at all; if not, that is reported, now or by rustc.
    pub(super) fn fit_memory(
        &mut self,
        entry: &Entry,
        layer: &ast::Layer,
        name: &str,
        written: &str,
        (input, outputs, whole): (&Shape, Size, &[Measured]),
    ) -> Option<(Shape, Size)> {
        let parameters = entry.parameters(&Given { input, outputs: Some(&outputs), whole }, &[]);
        let large = shapes::layer_too_large(name, written);
        if parameters.known().is_some_and(|count| count > MOST) {
            let at = layer.arguments.as_ref().map(|arguments| &arguments.tokens);
            self.errors.push(at, large);
            return None;
        }
        if outputs.written().is_some() {
            let outputs = self.fitting(&outputs, &parameters, large);
            return Some((input.clone(), outputs));
        }
        Some((self.fitting_extent(input.clone(), &parameters, large), outputs))
    }
}

/// Whether a sequence or an image is wanted, and another shape comes.
fn is_mismatched(entry: &Entry, scope: &Scope) -> bool {
    let found = scope.seam.shape.as_ref().and_then(Shape::rank);
    matches!((entry.takes.rank(), found), (Some(wanted), Some(found)) if wanted.extents() != found)
}
