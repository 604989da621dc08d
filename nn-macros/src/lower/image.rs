//! Layers that take a sequence or an image, and what must hold of their sizes.

use quote::ToTokens;

use super::constants::Condition;
use super::seam::Stated;
use super::settings::Settings;
use super::{Lower, Scope};
use crate::ast;
use crate::catalog::{At, Entry, Given, Holds, counterpart};
use crate::errors::{
    images as texts, sequences,
    shapes::{Before, Unit},
};
use crate::sizes::{Rank, SEQUENCE, Shape, Size};

impl Lower<'_> {
    /// Joins a layer that takes a sequence or an image to the seam before it, and answers which. The number of features or channels may be
    /// stated.
    pub(super) fn join_ranked(
        &mut self,
        scope: &Scope,
        layer: &ast::Layer,
        name: &str,
        (entry, rank): (&Entry, Rank),
        stated: Option<Stated<'_>>,
    ) -> Shape {
        let seam = &scope.seam;
        let with = |mut sizes: Vec<Size>, size: Size| {
            sizes[rank.stated()] = size;
            Shape::Dims(sizes)
        };
        let nothing = || vec![Size::Known(1); rank.extents()];
        let Some(shape) = &seam.shape else {
            return with(nothing(), stated.map_or(Size::Known(1), |stated| stated.size));
        };
        if shape.rank().is_some_and(|found| found != rank.extents()) {
            let what = format!("{} {}", shape.called(), shape.show().unwrap_or_default());
            let before = Before { origin: &seam.origin, what: &what };
            let other = counterpart(entry.name).filter(|_| shape.rank() != Some(1));
            let known = shape.known();
            let text = match rank {
                Rank::Image => texts::needs_image(name, &before, known.as_deref(), other),
                Rank::Sequence => {
                    sequences::needs_sequence(entry, name, &before, known.as_deref(), seam.sequence(), other)
                }
            };
            self.errors.push(&layer.kind, text);
            return with(nothing(), stated.map_or(Size::Known(1), |stated| stated.size));
        }
        let mut sizes: Vec<Size> = (0..rank.extents()).map(|i| shape.extent(rank, i)).collect();
        if let Shape::Custom(side) = shape {
            let before = Before { origin: &seam.origin, what: "{0} values of another shape" };
            let text = match rank {
                Rank::Image => texts::needs_image(name, &before, None, None),
                Rank::Sequence => sequences::needs_sequence(entry, name, &before, None, None, None),
            };
            let condition = Condition { holds: Holds::Rank(side.clone(), rank), text, numbers: vec![shape.len()] };
            sizes[0] = self.ensured(layer.kind.to_token_stream(), sizes[0].clone(), condition, &mut None);
        }
        let size = sizes[rank.stated()].clone();
        let unit = if rank == Rank::Image { Unit::Channels } else { Unit::Features };
        let size = match stated {
            None => size,
            Some(stated) => self.compare_stated(scope, name, &stated, size, unit),
        };
        with(sizes, size)
    }

    /// Joins a layer of vectors to the sequence before it, which it takes step by step, and answers what a step is; `None` if there is
    /// none.
    pub(super) fn join_steps(
        &mut self,
        scope: &Scope,
        name: &str,
        entry: &Entry,
        stated: Option<&Stated<'_>>,
    ) -> Option<Shape> {
        let before = scope.seam.shape.as_ref().filter(|shape| entry.by_step() && shape.rank() == Some(SEQUENCE))?;
        let features = before.extent(Rank::Sequence, 1);
        Some(Shape::vector(match stated {
            None => features,
            Some(stated) => self.compare_stated(scope, name, stated, features, Unit::Features),
        }))
    }

    /// The shape that a layer makes, if all that it requires holds; what only rustc can judge becomes a condition of that shape.
    pub(super) fn produced(
        &mut self,
        scope: &Scope,
        layer: &ast::Layer,
        name: &str,
        entry: &Entry,
        given: &Given<'_>,
        settings: &Settings,
    ) -> Option<Shape> {
        let mut output = (entry.gives)(given);
        let requirements = (entry.requires)(given);
        let way = scope.seam.way();
        let (mut fits, mut told) = (true, Vec::new());
        // Whether what comes is of that rank at all.
        let mut before = match given.input.extent(entry.takes.rank().unwrap_or(Rank::Image), 0) {
            Size::Ensured { item, .. } => Some(item),
            _ => None,
        };
        for requirement in requirements {
            let at = settings.spot(requirement.at).or_else(|| settings.spot(At::Setting("kernel", 0)));
            let at = at.cloned().unwrap_or_else(|| layer.kind.to_token_stream());
            let number = |(i, size): (usize, &Size)| size.known().map_or_else(|| format!("{{{i}}}"), |n| n.to_string());
            let numbers: Vec<String> = requirement.numbers.iter().enumerate().map(number).collect();
            let text = texts::fault(name, requirement.fault, &numbers, &scope.seam.origin, way.as_deref());
            match requirement.holds.judge() {
                Some(true) => {}
                Some(false) => {
                    fits = false;
                    // Rows and columns may be one number.
                    let place = format!("{at} {:?}", at.clone().into_iter().next().map(|token| token.span()));
                    if !told.contains(&place) {
                        self.errors.push(at, text);
                        told.push(place);
                    }
                }
                None => {
                    if let Shape::Dims(sizes) = &mut output
                        && let Some(size) = sizes.get_mut(requirement.axis)
                    {
                        let condition = Condition { holds: requirement.holds, text, numbers: requirement.numbers };
                        *size = self.ensured(at, size.clone(), condition, &mut before);
                    }
                }
            }
        }
        fits.then_some(output)
    }
}
