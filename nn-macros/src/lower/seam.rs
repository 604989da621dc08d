//! The seam between two layers: what the one produces and the next one takes.

use proc_macro2::TokenStream;
use quote::ToTokens;

use super::{Lower, Scope};
use crate::ast;
use crate::catalog::Entry;
use crate::errors::sequences;
use crate::errors::shapes::{self as texts, Before, Unit};
use crate::model::{Check, Question};
use crate::sizes::{SEQUENCE, Shape, Side, Size};

/// What the next layer finds before it.
#[derive(Clone)]
pub(super) struct Seam {
    /// `None` behind a mistake that is reported already.
    pub(super) shape: Option<Shape>,
    /// Who set the shape: `input`, or a layer's name. Layers that keep the shape do not count.
    pub(super) origin: String,
    /// The tokens to edit if it is wrong.
    pub(super) tokens: TokenStream,
    /// The shapes so far, each with who made it. Layers that keep the shape do not count.
    pub(super) way: Vec<(String, Shape)>,
}

/// The longest line that shows the way of the shapes.
const LONGEST: usize = 120;

impl Seam {
    /// The way of the shapes to here on one line, if there is a sequence or an image on it:
    /// `[1, 28, 28] -> conv1 [6, 24, 24] -> MaxPool2d [6, 12, 12] -> 864`. The beginning of a long one is left out.
    pub(super) fn way(&self) -> Option<String> {
        if self.way.len() < 2 || !self.way.iter().any(|(_, shape)| shape.rank().is_some_and(|rank| rank > 1)) {
            return None;
        }
        let last = self.way.len() - 1;
        let mut steps = Vec::new();
        for (i, (name, shape)) in self.way.iter().enumerate() {
            steps.push(match shape {
                Shape::Dims(sizes) if i == last && sizes.len() == 1 => sizes[0].show()?,
                _ if i == 0 => shape.show()?,
                _ => format!("{name} {}", shape.show()?),
            });
        }
        let first = (0..last).find(|first| steps[*first..].join(" -> ").chars().count() <= LONGEST).unwrap_or(last);
        let dots = if first > 0 { ".. -> " } else { "" };
        Some(format!("{dots}{}", steps[first..].join(" -> ")))
    }
}

impl Seam {
    /// The sequence of which the last layer has made something else.
    pub(super) fn sequence(&self) -> Option<String> {
        let [.., (_, shape), _] = self.way.as_slice() else { return None };
        if shape.rank() == Some(SEQUENCE) { shape.show() } else { None }
    }

    /// Whether a layer behind `before` has set the shape.
    pub(super) fn is_set_behind(&self, before: &Self) -> bool {
        !self.tokens.is_empty() && self.origin != before.origin
    }
}

/// A number of inputs that the user stated.
pub(super) struct Stated<'a> {
    pub(super) size: Size,
    pub(super) tokens: &'a dyn ToTokens,
    /// What to write instead, given the right number.
    pub(super) right: &'a dyn Fn(&str) -> String,
    /// What to write to have the number inferred.
    pub(super) inferred: String,
}

impl Lower<'_> {
    /// Joins a layer that takes a vector to the seam before it, and answers how many values it takes.
    pub(super) fn join_vector(
        &mut self,
        scope: &Scope,
        layer: &ast::Layer,
        name: &str,
        entry: &Entry,
        stated: Option<Stated<'_>>,
    ) -> Size {
        let seam = &scope.seam;
        let Some(shape) = &seam.shape else {
            return stated.map_or(Size::Known(1), |stated| stated.size);
        };
        if shape.rank().is_some_and(|rank| rank != 1) {
            let what = format!("{} {}", shape.called(), shape.show().unwrap_or_default());
            let before = Before { origin: &seam.origin, what: &what };
            self.errors.push(&layer.kind, texts::needs_vector(name, &before));
            return stated.map_or(shape.len(), |stated| stated.size);
        }
        if let Shape::Custom(_) = shape {
            self.defer(Check {
                at: layer.kind.to_token_stream(),
                question: Question::Vector(shape.clone()),
                message: texts::needs_vector(name, &Before { origin: &seam.origin, what: "`{Produced}`" })
                    .lines()
                    .next()
                    .unwrap_or_default()
                    .to_owned(),
                label: "this takes a vector".to_owned(),
                help: Some(if entry.by_step() {
                    sequences::vector_or_steps_help(name)
                } else {
                    texts::needs_vector_help(name)
                }),
            });
        }
        let produces = shape.len();
        match stated {
            None => produces,
            Some(stated) => self.compare_stated(scope, name, &stated, produces, Unit::Inputs),
        }
    }

    /// Compares a number that the user stated with what comes, and answers it.
    pub(super) fn compare_stated(
        &mut self,
        scope: &Scope,
        name: &str,
        stated: &Stated<'_>,
        produces: Size,
        unit: Unit,
    ) -> Size {
        let seam = &scope.seam;
        let way = seam.way().filter(|_| unit == Unit::Inputs).map_or_else(String::new, |way| format!("\n{way}"));
        let help = |number: &str| texts::mismatch_help(&(stated.right)(number), &stated.inferred, &seam.origin);
        match stated.size.compare(&produces) {
            Some(true) => {}
            Some(false) => {
                let (takes, what) = (stated.size.show().unwrap_or_default(), produces.show().unwrap_or_default());
                let before = Before { origin: &seam.origin, what: &what };
                let text = if scope.again {
                    texts::round_mismatch(name, &takes, &before, unit)
                } else {
                    format!("{}{way}\nhelp: {}", texts::mismatch(name, &takes, &before, unit), help(&what))
                };
                self.errors.push(stated.tokens, text);
            }
            None => {
                let fix = produces.show().map_or_else(
                    || format!("write {}", texts::inferred_help(&stated.inferred, &seam.origin)),
                    |number| help(&number),
                );
                let before = Before { origin: &seam.origin, what: "{PRODUCES}" };
                self.defer(Check {
                    at: stated.tokens.to_token_stream(),
                    question: Question::Length { takes: stated.size.clone(), produces },
                    message: format!("{}{way}", texts::mismatch(name, "{TAKES}", &before, unit)),
                    label: "takes {TAKES}, gets {PRODUCES}".to_owned(),
                    help: Some(fix),
                });
            }
        }
        stated.size.clone()
    }

    /// Joins a type of the user's, whose shapes only rustc knows, to the seam before it.
    pub(super) fn join_custom(&mut self, scope: &Scope, layer: &ast::Layer, name: &str, input: &Side) {
        let seam = &scope.seam;
        let Some(shape) = seam.shape.clone() else { return };
        let takes = Shape::Custom(input.clone());
        let at = layer.kind.to_token_stream();
        if shape.rank() == Some(1) {
            let produces = shape.len();
            let before = Before { origin: &seam.origin, what: "{PRODUCES}" };
            let help = produces.show().map(|number| format!("`{name}` must take a vector of {number} values here"));
            self.defer(Check {
                at: at.clone(),
                question: Question::Length { takes: Size::LenOf(input.clone()), produces },
                message: texts::mismatch(name, "{TAKES}", &before, Unit::Inputs),
                label: "takes {TAKES}, gets {PRODUCES}".to_owned(),
                help,
            });
            self.defer(Check {
                at,
                question: Question::Vector(takes),
                message: format!("`{name}` takes `{{Produced}}`, but it gets a vector from `{}`", seam.origin),
                label: "this takes no vector".to_owned(),
                help: None,
            });
        } else if !takes.same(&shape) {
            self.defer(Check {
                at,
                question: Question::Same { takes, produces: shape },
                message: texts::type_shape(name, &seam.origin),
                label: "takes {Taken}, gets {Produced}".to_owned(),
                help: None,
            });
        }
    }

    /// Compares the declared output with what the last layer produces, and answers it where it says more.
    pub(super) fn output(&mut self, scope: &Scope, declared: &ast::Shape) -> Option<Shape> {
        let output = self.shape(declared)?;
        let seam = &scope.seam;
        // Behind a mistake the declared shape is what the rest of the program counts on.
        let Some(shape) = &seam.shape else { return Some(output) };
        if scope.layers.is_empty() {
            return Some(output);
        }
        let wrote = output.show().unwrap_or_default();
        let certain = match (output.known(), shape.known()) {
            (Some(a), Some(b)) => Some(a == b),
            _ => match (output.rank(), shape.rank()) {
                (Some(a), Some(b)) if a != b => Some(false),
                _ => output.same(shape).then_some(true),
            },
        };
        let help = shape.show().map(|right| texts::output_help(&right));
        let answer = (certain != Some(true)).then(|| output.clone());
        match (certain, output.rank()) {
            (Some(true), _) => {}
            (Some(false), _) => {
                let what = shape.show().unwrap_or_default();
                let text = texts::output_mismatch(&wrote, &Before { origin: &seam.origin, what: &what });
                let text = seam.way().map_or_else(|| text.clone(), |way| format!("{text}\n{way}"));
                let at: TokenStream = match declared.dims.as_slice() {
                    [one] if shape.rank() == Some(1) => one.to_token_stream(),
                    _ => declared.tokens.clone(),
                };
                self.errors.push(at, format!("{text}\nhelp: {}", help.unwrap_or_default()));
            }
            (None, Some(1)) => {
                let before = Before { origin: &seam.origin, what: "[{PRODUCES}]" };
                self.defer(Check {
                    at: declared.dims[0].to_token_stream(),
                    question: Question::Length { takes: output.len(), produces: shape.len() },
                    message: texts::output_mismatch("[{TAKES}]", &before),
                    label: "declared as {TAKES}, produced as {PRODUCES}".to_owned(),
                    help,
                });
                if let Shape::Custom(_) = shape {
                    let before = Before { origin: &seam.origin, what: "`{Produced}`" };
                    self.defer(Check {
                        at: declared.tokens.clone(),
                        question: Question::Vector(shape.clone()),
                        message: texts::output_mismatch(&wrote, &before),
                        label: "declared as a vector".to_owned(),
                        help: None,
                    });
                }
            }
            (None, _) => self.defer(Check {
                at: declared.tokens.clone(),
                question: Question::Same { takes: output, produces: shape.clone() },
                message: texts::output_mismatch("`{Taken}`", &Before { origin: &seam.origin, what: "`{Produced}`" }),
                label: "declared as {Taken}, produced as {Produced}".to_owned(),
                help,
            }),
        }
        answer.filter(|_| certain.is_none())
    }

    /// Leaves an equality to rustc.
    pub(super) fn defer(&mut self, check: Check) {
        if !self.errors.is_muted() {
            self.checks.push(check);
        }
    }
}
