//! The layers of the catalogue.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Expr, Lit};

use super::numbers::{literal, literal_number, number, read_number};
use super::seam::{Seam, Stated};
use super::sizes::MOST;
use super::{Lower, Scope};
use crate::ast::{self, Argument};
use crate::catalog::{Entry, Gives, Range, Setting, Sizes, Takes, Value, nearest};
use crate::errors::{layers as texts, shapes};
use crate::model::{Check, Kind, Layer, Question, Shape, Size};
use crate::parse::show;

/// The sizes in a layer's parentheses.
#[derive(Default)]
struct Positions<'a> {
    from: Option<&'a Expr>,
    to: Option<&'a Expr>,
}

/// What a layer's settings come to.
struct Settings {
    constructor: &'static str,
    arguments: Vec<TokenStream>,
    /// The numbers that go into the type, as far as the last one that is written.
    numbers: Vec<TokenStream>,
    off: Vec<&'static str>,
    /// As written, for the way the layer is shown: `, bias = false`.
    written: String,
}

impl Lower<'_> {
    pub(super) fn builtin(&mut self, scope: &mut Scope, layer: &ast::Layer, entry: &'static Entry) {
        let name = self.name(scope, layer);
        if let Some(block) = &layer.block {
            self.errors.push(&block.tokens, texts::block_of_no_block(entry.name));
        }
        let arguments = layer.arguments.as_ref().map_or(&[][..], |arguments| &arguments.list);
        let settings = self.settings(entry, arguments);
        let (kind, written, input, output) = match entry.sizes {
            Sizes::None | Sizes::Taken => {
                self.no_positions(entry, arguments);
                let input = self.join(scope, layer, &name.text, entry);
                let output = match entry.gives {
                    Gives::Flat => Shape::Vector(input.len()),
                    Gives::Same | Gives::Stated => input.clone(),
                };
                let written = match settings.written.trim_start_matches(", ") {
                    "" => entry.name.to_owned(),
                    written => format!("{}({written})", entry.name),
                };
                let Settings { constructor, arguments, numbers, off, .. } = settings;
                let kind = if entry.sizes == Sizes::Taken {
                    Kind::Weights { entry, inputs: input.len(), outputs: output.len(), settings: numbers, off }
                } else {
                    Kind::Function { entry, constructor, arguments }
                };
                (kind, written, input, output)
            }
            Sizes::Outputs => {
                let positions = self.positions(entry, layer, arguments);
                let (inputs, outputs, written) =
                    self.outputs(scope, layer, &name.text, entry, &positions, &settings.written);
                let fits = outputs
                    .as_ref()
                    .is_none_or(|outputs| self.fits_memory(entry, layer, &name.text, &written, (&inputs, outputs)));
                let lost = outputs.is_none() || !fits;
                let (inputs, outputs) = match outputs {
                    Some(outputs) if fits => (inputs, outputs),
                    _ => (Size::Known(1), Size::Known(1)),
                };
                let tokens = positions.to.map_or_else(TokenStream::new, ToTokens::to_token_stream);
                scope.seam = Seam { shape: None, origin: name.text.clone(), tokens };
                let (input, output) = (Shape::Vector(inputs.clone()), Shape::Vector(outputs.clone()));
                let kind = Kind::Weights { entry, inputs, outputs, settings: settings.numbers, off: settings.off };
                if lost {
                    // The layer keeps its field for the fallback, and the seam behind it stays open.
                    self.push_builtin(scope, layer, name, (kind, written, input, output));
                    scope.seam.shape = None;
                    return;
                }
                (kind, written, input, output)
            }
        };
        let open = scope.seam.shape.is_none() && entry.sizes != Sizes::Outputs;
        if entry.gives == Gives::Flat {
            scope.seam.origin.clone_from(if name.named { &name.text } else { &written });
            scope.seam.tokens = layer.kind.to_token_stream();
        }
        self.push_builtin(scope, layer, name, (kind, written, input, output));
        if open {
            scope.seam.shape = None;
        }
    }

    fn push_builtin(
        &mut self,
        scope: &mut Scope,
        layer: &ast::Layer,
        name: super::names::Name,
        (kind, written, input, output): (Kind, String, Shape, Shape),
    ) {
        let has_field = matches!(kind, Kind::Weights { .. });
        let (attrs, init) = self.layer_attributes(layer, &name.text, has_field);
        self.push(
            scope,
            Layer {
                name: name.text,
                named: name.named,
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

    /// The shape that a layer without sizes takes.
    fn join(&mut self, scope: &Scope, layer: &ast::Layer, name: &str, entry: &Entry) -> Shape {
        let shown = if layer.name.is_some() { name } else { entry.name };
        if entry.takes == Takes::Vector {
            self.join_vector(scope, layer, shown, None);
        }
        match &scope.seam.shape {
            Some(Shape::Image(sizes)) if entry.takes == Takes::Vector => {
                Shape::Vector(Shape::Image(sizes.clone()).len())
            }
            Some(shape) => shape.clone(),
            None => Shape::Vector(Size::Known(1)),
        }
    }

    fn no_positions(&mut self, entry: &Entry, arguments: &[Argument]) {
        for argument in arguments {
            match argument {
                Argument::Size(size) => {
                    let setting = entry.settings.first().map(|setting| setting.key);
                    self.errors.push(size, texts::takes_no_size(entry.name, setting, &quote!(#size).to_string()));
                }
                Argument::Map { from, to } => {
                    self.errors.push(quote!(#from -> #to), texts::takes_no_size(entry.name, None, ""));
                }
                Argument::Setting { .. } => {}
            }
        }
    }

    /// Finds the one size or the one pair of sizes.
    fn positions<'a>(&mut self, entry: &Entry, layer: &ast::Layer, arguments: &'a [Argument]) -> Positions<'a> {
        let mut found = Positions::default();
        let mut settings = false;
        for argument in arguments {
            match argument {
                Argument::Setting { .. } => settings = true,
                Argument::Size(size) if found.to.is_none() => {
                    if settings {
                        self.errors.push(size, texts::size_behind_setting(entry.name));
                    }
                    found.to = Some(size);
                }
                Argument::Size(size) => {
                    if let (Some(first), None) = (found.to, found.from) {
                        let shown = |expr: &Expr| show(&expr.to_token_stream());
                        let text = texts::two_sizes(entry.name, &shown(first), &shown(size));
                        self.errors.push(quote!(#first, #size), text);
                        found = Positions { from: Some(first), to: Some(size) };
                    } else {
                        self.errors.push(size, texts::many_sizes(entry.name));
                    }
                }
                Argument::Map { from, to } if found.to.is_none() => {
                    if settings {
                        self.errors.push(quote!(#from -> #to), texts::size_behind_setting(entry.name));
                    }
                    found = Positions { from: Some(from), to: Some(to) };
                }
                Argument::Map { from, to } => self.errors.push(quote!(#from -> #to), texts::many_sizes(entry.name)),
            }
        }
        if found.to.is_none() && !layer.arguments.as_ref().is_some_and(|arguments| arguments.broken) {
            self.errors.push(&layer.kind, texts::size_missing(entry.name));
        }
        found
    }

    /// The inputs and outputs of a layer with stated sizes, and how it is written.
    fn outputs(
        &mut self,
        scope: &Scope,
        layer: &ast::Layer,
        name: &str,
        entry: &Entry,
        positions: &Positions<'_>,
        settings: &str,
    ) -> (Size, Option<Size>, String) {
        let outputs = positions.to.and_then(|expr| self.size(expr));
        let kind = entry.name;
        let to = outputs.as_ref().and_then(Size::show).unwrap_or_else(|| "..".to_owned());
        let right = |from: &str| format!("{kind}({from} -> {to}{settings})");
        let inferred = format!("{kind}({to}{settings})");
        // A number of inputs that is no size is reported; what stands before the layer tells the right one.
        let stated = positions.from.and_then(|expr| Some((expr, self.size(expr)?)));
        let stated = stated.map(|(tokens, size)| Stated { size, tokens, right: &right, inferred: inferred.clone() });
        let inputs = self.join_vector(scope, layer, name, stated);
        let written = inputs.show().map_or_else(|| inferred.clone(), |from| right(&from));
        (inputs, outputs, written)
    }

    /// Whether the layer's weights can exist at all; if not, that is reported.
    fn fits_memory(
        &mut self,
        entry: &Entry,
        layer: &ast::Layer,
        name: &str,
        written: &str,
        (inputs, outputs): (&Size, &Size),
    ) -> bool {
        let (Some(weights), Some(inputs), Some(outputs)) = (&entry.weights, inputs.known(), outputs.known()) else {
            return true;
        };
        let fits = (weights.parameters)(inputs, outputs, true).is_some_and(|count| count <= MOST);
        if !fits {
            let at = layer.arguments.as_ref().map(|arguments| &arguments.tokens);
            self.errors.push(at, shapes::layer_too_large(name, written));
        }
        fits
    }

    fn settings(&mut self, entry: &'static Entry, arguments: &[Argument]) -> Settings {
        let mut found = Settings {
            constructor: "new",
            arguments: Vec::new(),
            numbers: Vec::new(),
            off: Vec::new(),
            written: String::new(),
        };
        let mut seen: Vec<String> = Vec::new();
        for argument in arguments {
            let Argument::Setting { key, value } = argument else { continue };
            let text = key.to_string();
            let keys: Vec<&str> = entry.settings.iter().map(|setting| setting.key).collect();
            if !keys.contains(&text.as_str()) {
                let near = nearest(&text, keys.iter().copied());
                self.errors.push(key, texts::unknown_setting(entry.name, &text, &keys, near));
            } else if seen.contains(&text) {
                self.errors.push(key, texts::setting_twice(&text));
            } else {
                found.written.extend([", ", &text, " = ", &show(&value.to_token_stream())]);
            }
            seen.push(text);
        }
        for setting in entry.settings {
            let value = arguments.iter().find_map(|argument| match argument {
                Argument::Setting { key, value } if key == setting.key => Some(value),
                _ => None,
            });
            self.setting(entry, setting, value, &mut found);
        }
        let is_number = |setting: &&Setting| matches!(setting.value, Value::Within(..));
        let numbers: Vec<&Setting> = entry.settings.iter().filter(is_number).collect();
        let last = numbers.iter().rposition(|setting| seen.iter().any(|key| key == setting.key));
        found.numbers.truncate(last.map_or(0, |last| last + 1));
        found
    }

    /// Reports a number that is out of its range; one that only rustc knows becomes a check.
    fn within(&mut self, entry: &Entry, setting: &Setting, value: Option<&Expr>, range: Range) {
        let Some(value) = value else { return };
        if let Some(number) = literal_number(value) {
            if !range.contains(number) {
                self.errors.push(value, texts::setting_range(entry.name, setting, range, &number.to_string()));
            }
        } else if literal(value).is_none() {
            self.defer(Check {
                at: value.to_token_stream(),
                question: Question::Within(value.to_token_stream(), range),
                message: texts::setting_range(entry.name, setting, range, &show(&value.to_token_stream())),
                label: String::new(),
                help: None,
            });
        }
    }

    fn setting(&mut self, entry: &Entry, setting: &Setting, value: Option<&Expr>, found: &mut Settings) {
        match (&setting.value, value) {
            (Value::Number(default), None) => found.arguments.push(number(*default)),
            (Value::Number(default), Some(value)) => match read_number(value) {
                Some(value) => found.arguments.push(value),
                None => self.errors.push(value, texts::setting_number(setting.key, *default)),
            },
            (Value::Within(default, range), value) => {
                let written = value.map(read_number);
                if let Some(None) = written {
                    self.errors.push(value, texts::setting_number(setting.key, *default));
                }
                let number = written.flatten().unwrap_or_else(|| number(*default));
                self.within(entry, setting, value, *range);
                let into = if entry.weights.is_some() { &mut found.numbers } else { &mut found.arguments };
                into.push(number);
            }
            (Value::Switch { .. }, None) => {}
            (Value::Switch { off }, Some(value)) => match literal(value) {
                Some(Lit::Bool(on)) => found.off.extend((!on.value).then_some(*off)),
                _ => self.errors.push(value, texts::setting_switch(setting.key)),
            },
            (Value::Word(words), value) => {
                let word = match value.map(literal) {
                    None => Some(words[0]),
                    Some(Some(Lit::Str(word))) => words.iter().find(|(known, _)| *known == word.value()).copied(),
                    Some(_) => None,
                };
                if let Some((_, constructor)) = word {
                    found.constructor = constructor;
                } else {
                    let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
                    self.errors.push(value, texts::setting_word(setting.key, &words));
                }
            }
        }
    }
}
