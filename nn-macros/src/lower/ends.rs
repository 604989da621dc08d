//! The ends of branches, and what becomes of their shapes.

use proc_macro2::TokenStream;

use super::Lower;
use super::seam::Seam;
use crate::catalog::Join;
use crate::errors::branches::{self as texts, Ends};
use crate::model::{Check, Question};
use crate::sizes::{IMAGE, Rank, SEQUENCE, Shape, Size};

/// The end of a branch.
pub(super) struct End {
    /// What the branch is called: `down.0`.
    pub(super) name: String,
    /// `None` behind a mistake.
    pub(super) shape: Option<Shape>,
    /// The tokens to edit if the shape is wrong.
    pub(super) at: TokenStream,
    /// Whether the branch is the input itself.
    pub(super) is_empty: bool,
}

/// What comes out of branches.
pub(super) struct Output {
    /// `None` if a mistake leaves it open.
    pub(super) shape: Option<Shape>,
    /// What each branch must produce, where only rustc can tell whether it does.
    pub(super) declared: Vec<Option<Shape>>,
}

impl Lower<'_> {
    /// The shape that all branches produce. Each other one is reported, now or by rustc.
    pub(super) fn alike(&mut self, layer: &str, join: Join, before: &Seam, ends: &[End]) -> Output {
        // That of a built-in layer rather than that of a type, of which less is known.
        let with_shape = || ends.iter().filter_map(|end| Some((end, end.shape.as_ref()?)));
        let first = with_shape().find(|(_, shape)| shape.rank().is_some()).or_else(|| with_shape().next());
        let Some((right, takes)) = first else {
            return Output { shape: None, declared: ends.iter().map(|_| None).collect() };
        };
        for (wrong, gives) in with_shape() {
            if !takes.same(gives) {
                let help = help(before, (right, takes), (wrong, gives));
                self.differ(layer, join, (right, takes), (wrong, gives), help);
            }
        }
        let declared = ends.iter().map(|end| {
            let agrees = end.shape.as_ref().is_some_and(|gives| gives.same(takes));
            (!agrees && !end.is_empty).then(|| takes.clone())
        });
        Output { shape: Some(takes.clone()), declared: declared.collect() }
    }

    /// Reports that two branches end with different shapes, or leaves that to rustc.
    fn differ(
        &mut self,
        layer: &str,
        join: Join,
        (right, takes): (&End, &Shape),
        (wrong, gives): (&End, &Shape),
        help: Option<String>,
    ) {
        let text = |takes: &str, gives: &str| {
            let (right, wrong) = ((right.name.as_str(), takes), (wrong.name.as_str(), gives));
            texts::ends_differ(&Ends { layer, does: join.does, right, wrong })
        };
        let (at, label) = (wrong.at.clone(), "this sets the end of the branch".to_owned());
        let certain = takes.known().is_some() && gives.known().is_some()
            || matches!((takes.rank(), gives.rank()), (Some(takes), Some(gives)) if takes != gives);
        if certain {
            let text = text(&takes.show().unwrap_or_default(), &gives.show().unwrap_or_default());
            self.errors.push(at, help.map_or(text.clone(), |help| format!("{text}\nhelp: {help}")));
            return;
        }
        let (question, message) = if let (Some(1), Some(1)) = (takes.rank(), gives.rank()) {
            let question = Question::Length { takes: takes.len(), produces: gives.len() };
            (question, text("[{TAKES}]", "[{PRODUCES}]"))
        } else {
            let question = Question::Same { takes: takes.clone(), produces: gives.clone() };
            (question, text("`{Taken}`", "`{Produced}`"))
        };
        self.defer(Check { at, question, message, label, help });
    }

    /// The shape of all outputs one behind the other. What cannot stand behind the first is reported, now or by rustc.
    pub(super) fn one_behind_the_other(&mut self, layer: &str, join: Join, ends: &[End]) -> Output {
        let mut output = Output { shape: None, declared: ends.iter().map(|_| None).collect() };
        let shapes: Option<Vec<&Shape>> = ends.iter().map(|end| end.shape.as_ref()).collect();
        let known = || ends.iter().filter_map(|end| Some((end, end.shape.as_ref()?)));
        // A type of the user's, of whose shape nothing is known, is taken for a vector.
        let rank = |shape: &Shape| shape.rank().unwrap_or(1);
        let Some((right, first)) = known().find(|(_, shape)| shape.rank().is_some()).or_else(|| known().next()) else {
            return output;
        };
        let mut fits = shapes.is_some();
        for (wrong, shape) in known() {
            if let (Shape::Custom(_), 1) = (shape, rank(first)) {
                let right = (right.name.as_str(), "a vector");
                let ends = Ends { layer, does: join.does, right, wrong: (&wrong.name, "`{Produced}`") };
                self.defer(Check {
                    at: wrong.at.clone(),
                    question: Question::Vector(shape.clone()),
                    message: texts::ends_differ(&ends),
                    label: "this is no vector".to_owned(),
                    help: Some(texts::flatten_help(&wrong.name)),
                });
            } else if let Shape::Custom(_) = shape {
                let wanted = behind(shape, first);
                let text = |takes: &str| {
                    let (right, wrong) = ((right.name.as_str(), takes), (wrong.name.as_str(), "`{Produced}`"));
                    texts::ends_differ(&Ends { layer, does: join.does, right, wrong })
                };
                self.defer(Check {
                    at: wrong.at.clone(),
                    message: text(&first.show().unwrap_or_else(|| first.called().to_owned())),
                    question: Question::Same { takes: wanted, produces: shape.clone() },
                    label: "this sets the end of the branch".to_owned(),
                    help: Some(texts::extents_help(rank(first))),
                });
            } else if rank(shape) != rank(first) {
                let nested = if rank(shape) > 1 { wrong } else { right };
                self.differ(layer, join, (right, first), (wrong, shape), Some(texts::flatten_help(&nested.name)));
                fits = false;
            }
        }
        let Some(shapes) = shapes.filter(|_| fits) else { return output };
        let Shape::Dims(sizes) = first else {
            output.shape = Some(Shape::vector(Size::sum(shapes.iter().map(|shape| shape.len()))));
            return output;
        };
        for (end, declared) in ends.iter().zip(&mut output.declared) {
            let Some(shape) = &end.shape else { continue };
            let wanted = behind(shape, first);
            if !wanted.same(shape) && !end.is_empty {
                *declared = Some(wanted);
            }
        }
        for (wrong, shape) in known() {
            self.extents(layer, join, (right, first), (wrong, shape));
        }
        let parts = shapes.iter().map(|shape| part(shape, sizes.len()));
        let mut sizes = sizes.clone();
        let axis = axis(sizes.len());
        sizes[axis] = Size::sum(parts);
        output.shape = Some(Shape::Dims(sizes));
        output
    }

    /// Compares all extents but the one that adds up.
    fn extents(&mut self, layer: &str, join: Join, (right, takes): (&End, &Shape), (wrong, gives): (&End, &Shape)) {
        let (Shape::Dims(a), Shape::Dims(b)) = (takes, gives) else { return };
        let axis = axis(a.len());
        let pairs = || a.iter().zip(b).enumerate().filter(|(i, _)| *i != axis).map(|(_, pair)| pair);
        if pairs().any(|(a, b)| a.compare(b) == Some(false)) {
            let (takes, gives) = (takes.show().unwrap_or_default(), gives.show().unwrap_or_default());
            let (right, wrong_end) = ((right.name.as_str(), takes.as_str()), (wrong.name.as_str(), gives.as_str()));
            let text = texts::ends_differ(&Ends { layer, does: join.does, right, wrong: wrong_end });
            self.errors.push(&wrong.at, format!("{text}\nhelp: {}", texts::extents_help(a.len())));
            return;
        }
        let others: &[&str] = if a.len() == SEQUENCE { &["steps"] } else { &["rows", "columns"] };
        for ((x, y), what) in pairs().zip(others) {
            if x.compare(y).is_none() {
                let (takes, gives) = (format!("{{TAKES}} {what}"), format!("{{PRODUCES}} {what}"));
                let (right, wrong_end) = ((right.name.as_str(), takes.as_str()), (wrong.name.as_str(), gives.as_str()));
                self.defer(Check {
                    at: wrong.at.clone(),
                    question: Question::Length { takes: x.clone(), produces: y.clone() },
                    message: texts::ends_differ(&Ends { layer, does: join.does, right, wrong: wrong_end }),
                    label: "this sets the end of the branch".to_owned(),
                    help: Some(texts::extents_help(a.len())),
                });
            }
        }
    }
}

/// Which of so many extents add up where shapes stand one behind the other: the features of a sequence, the first of anything else.
fn axis(rank: usize) -> usize {
    usize::from(rank == SEQUENCE)
}

/// The extent that adds up, of as many.
fn part(shape: &Shape, rank: usize) -> Size {
    match (shape, rank) {
        (Shape::Dims(sizes), _) => sizes[axis(rank)].clone(),
        (Shape::Custom(_), SEQUENCE) => shape.extent(Rank::Sequence, axis(rank)),
        (Shape::Custom(_), IMAGE) => shape.extent(Rank::Image, axis(rank)),
        (Shape::Words(..) | Shape::Custom(_), _) => shape.len(),
    }
}

/// The shape with the extent of `shape` that adds up, and the others of `first`, behind which it is to stand.
fn behind(shape: &Shape, first: &Shape) -> Shape {
    let Shape::Dims(sizes) = first else { return shape.clone() };
    let mut sizes = sizes.clone();
    let axis = axis(sizes.len());
    sizes[axis] = part(shape, sizes.len());
    Shape::Dims(sizes)
}

/// What to write where two branches differ: if one of them is the input itself, the layer that brings it to the other's shape.
fn help(before: &Seam, (right, takes): (&End, &Shape), (wrong, gives): (&End, &Shape)) -> Option<String> {
    let input = before.shape.as_ref()?;
    let (empty, wanted) = if right.is_empty { (right, gives) } else { (wrong, takes) };
    if empty.is_empty
        && let Some(projection) = projection(input, wanted)
    {
        return Some(texts::projection_help(&empty.name, &projection));
    }
    takes.show().map(|takes| texts::branch_help(&wrong.name, &takes))
}

/// The layer without anything around it that makes `wanted` of `input`: a dense one, or a convolution of single pixels with the stride that
/// explains the extents. `None` if there is none.
pub(super) fn projection(input: &Shape, wanted: &Shape) -> Option<String> {
    let (Shape::Dims(input), Shape::Dims(wanted)) = (input, wanted) else { return None };
    match (input.as_slice(), wanted.as_slice()) {
        ([_], [outputs]) => Some(format!("Dense({})", outputs.show()?)),
        ([before, _], [steps, features]) if before.same(steps) => Some(format!("Dense({})", features.show()?)),
        ([_, h, w], [channels, rows, columns]) => {
            let channels = channels.show()?;
            let stride = match (stride(h, rows)?, stride(w, columns)?) {
                (1, 1) => String::new(),
                (down, across) if down == across => format!(", stride = {down}"),
                (down, across) => format!(", stride = [{down}, {across}]"),
            };
            Some(format!("Conv2d({channels}, kernel = 1{stride})"))
        }
        _ => None,
    }
}

/// The smallest stride that leaves `wanted` of `size` places.
fn stride(size: &Size, wanted: &Size) -> Option<u64> {
    match (size.known(), wanted.known()) {
        (Some(size), Some(wanted)) if wanted > 0 && wanted <= size => {
            let stride = size.div_ceil(wanted);
            (size.div_ceil(stride) == wanted).then_some(stride)
        }
        (None, None) => size.same(wanted).then_some(1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(sizes: &[u64]) -> Shape {
        Shape::Dims(sizes.iter().map(|size| Size::Known(*size)).collect())
    }

    #[test]
    fn projections_explain_the_sizes() {
        let between = |input: &[u64], wanted: &[u64]| projection(&shape(input), &shape(wanted));
        assert_eq!(between(&[64], &[32]).as_deref(), Some("Dense(32)"));
        assert_eq!(between(&[16, 8, 8], &[32, 8, 8]).as_deref(), Some("Conv2d(32, kernel = 1)"));
        assert_eq!(between(&[16, 8, 8], &[32, 4, 4]).as_deref(), Some("Conv2d(32, kernel = 1, stride = 2)"));
        assert_eq!(between(&[16, 7, 9], &[32, 4, 3]).as_deref(), Some("Conv2d(32, kernel = 1, stride = [2, 3])"));
        assert_eq!(between(&[16, 8, 8], &[32, 7, 7]), None);
        assert_eq!(between(&[16, 8, 8], &[32, 16, 16]), None);
        assert_eq!(between(&[16, 8, 8], &[32]), None);
        assert_eq!(between(&[16, 8], &[16, 4]).as_deref(), Some("Dense(4)"));
        assert_eq!(between(&[16, 8], &[12, 8]), None);
    }
}
