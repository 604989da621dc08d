//! The layer that looks words up: what is written in its parentheses, and what may stand before it.

use quote::ToTokens;

use super::arguments::Positions;
use super::builtin::Sized;
use super::settings::Settings;
use super::whole::Spot;
use super::{Lower, Scope};
use crate::ast;
use crate::catalog::{Entry, Many, Measured, WORDS};
use crate::errors::words as texts;
use crate::sizes::{Shape, Size};

impl Lower<'_> {
    /// A layer that states how many words it knows, and how long the vector of each is.
    pub(super) fn with_table(
        &mut self,
        scope: &Scope,
        layer: &ast::Layer,
        name: &str,
        entry: &Entry,
        positions: &Positions<'_>,
        settings: &mut Settings,
    ) -> Sized {
        let [words, width] = [positions.from, positions.to].map(|expr| expr.and_then(|expr| self.size(expr)));
        if let (None, Some(only)) = (positions.from, positions.to) {
            self.errors.push(only, texts::one_number(entry.name));
        }
        let shown = |size: &Option<Size>| size.as_ref().and_then(Size::show).unwrap_or_else(|| "..".to_owned());
        let written = format!("{}({} -> {})", entry.name, shown(&words), shown(&width));
        let input = self.words_before(scope, layer, name);
        let is_open = words.is_none() || width.is_none() || input.is_none();
        settings.whole.push(Measured::all(WORDS, Many::One, words.unwrap_or(Size::Known(1))));
        settings.spots.extend(positions.from.map(|expr| Spot::one(WORDS, expr.to_token_stream())));
        let input = input.unwrap_or(Shape::vector(Size::Known(1)));
        let outputs = width.unwrap_or(Size::Known(1));
        match self.fit_memory(entry, layer, name, &written, (&input, outputs, &settings.whole)) {
            Some((input, outputs)) => Sized { input, step: None, outputs: Some(outputs), written, is_open },
            None => Sized {
                input: Shape::vector(Size::Known(1)),
                step: None,
                outputs: Some(Size::Known(1)),
                written,
                is_open: true,
            },
        }
    }

    /// The vector of whole numbers that comes: the input itself. Reports anything else.
    fn words_before(&mut self, scope: &Scope, layer: &ast::Layer, name: &str) -> Option<Shape> {
        let shape = scope.seam.shape.as_ref()?;
        if let Some(before) = scope.before() {
            self.errors.push(&layer.kind, texts::behind(name, before));
            return None;
        }
        if shape.rank() != Some(1) {
            let what = format!("{} {}", shape.called(), shape.show().unwrap_or_default());
            self.errors.push(&layer.kind, texts::needs_words(name, &what, shape.known().as_deref()));
            return None;
        }
        Some(shape.clone())
    }
}
