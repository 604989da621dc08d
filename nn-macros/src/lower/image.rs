//! Layers that take an image, and what must hold of their sizes.

use quote::ToTokens;

use super::constants::Condition;
use super::seam::Stated;
use super::settings::Settings;
use super::{Lower, Scope};
use crate::ast;
use crate::catalog::{At, Entry, Given, Holds};
use crate::errors::{
    images as texts,
    shapes::{Before, Unit},
};
use crate::sizes::{Shape, Size};

impl Lower<'_> {
    /// Joins a layer that takes an image to the seam before it, and answers which. The number of channels may be stated.
    pub(super) fn join_image(
        &mut self,
        scope: &Scope,
        layer: &ast::Layer,
        name: &str,
        stated: Option<Stated<'_>>,
    ) -> Shape {
        let seam = &scope.seam;
        let of = |channels: Size, [rows, columns]: [Size; 2]| Shape::Dims(vec![channels, rows, columns]);
        let nothing = [Size::Known(1), Size::Known(1)];
        let Some(shape) = &seam.shape else {
            return of(stated.map_or(Size::Known(1), |stated| stated.size), nothing);
        };
        if shape.rank().is_some_and(|rank| rank != 3) {
            let what = format!("a vector {}", shape.show().unwrap_or_default());
            let before = Before { origin: &seam.origin, what: &what };
            self.errors.push(&layer.kind, texts::needs_image(name, &before, shape.len().known()));
            return of(stated.map_or(Size::Known(1), |stated| stated.size), nothing);
        }
        let [channels, rows, columns] = [0, 1, 2].map(|i| shape.extent(i));
        let channels = if let Shape::Custom(side) = shape {
            let before = Before { origin: &seam.origin, what: "a vector [{0}]" };
            let text = texts::needs_image(name, &before, None);
            let condition = Condition { holds: Holds::Image(side.clone()), text, numbers: vec![shape.len()] };
            self.ensured(layer.kind.to_token_stream(), channels, condition, &mut None)
        } else {
            channels
        };
        let channels = match stated {
            None => channels,
            Some(stated) => self.compare_stated(scope, name, stated, channels, Unit::Channels),
        };
        of(channels, [rows, columns])
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
        // Whether it is an image at all that comes.
        let mut before = match given.extent(0) {
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
