//! Lines and points with a name, and how each looks.

use std::collections::BTreeMap;
use std::format;
use std::string::String;
use std::vec::Vec;

use super::PlotError;
use super::axis::drawable;
use super::color::Color;
use super::geometry::{Place, runs};
use super::plane::Plane;
use super::scene::{Scene, Shape, Stroke};
use super::style::Style;
use crate::class::Class;

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Series {
    pub(super) name: String,
    pub(super) points: Vec<[f64; 2]>,
    pub(super) look: Look,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Look {
    Line {
        color: Color,
        dash: Option<[f64; 2]>,
    },
    /// Points of the series or class of this number, each with a colour and a form.
    Points(usize),
    /// An area.
    Patch(Color),
}

/// Dashes and gaps in widths of the line: what tells lines apart whose colours are the same.
const DASHES: [Option<[f64; 2]>; 4] = [None, Some([3.2, 2.4]), Some([0.6, 1.9]), Some([6.0, 2.4])];

impl Look {
    pub(super) fn line(index: usize, dashed: bool) -> Self {
        let dash = if dashed { DASHES[1] } else { DASHES[index / 8 % DASHES.len()] };
        Self::Line { color: Color::series(index), dash }
    }

    /// A short piece of the line, one point or a patch: what the legend shows.
    pub(super) fn sample(self, scene: &mut Scene, [x, y]: Place, width: f64, style: Style) {
        match self {
            Self::Line { color, dash } => {
                scene.line([x, y], [x + width, y], stroke(color, dash, style));
            }
            Self::Points(index) => scene.shapes.push(marker(index, [x + width / 2.0, y], style.marker)),
            Self::Patch(color) => {
                let area = super::geometry::Rect::new(x + width / 2.0 - 7.0, y - 5.5, 14.0, 11.0);
                scene.rect(area, Some(color), Some(Stroke::new(Color::FRAME, 0.8)));
            }
        }
    }
}

fn stroke(color: Color, dash: Option<[f64; 2]>, style: Style) -> Stroke {
    Stroke { color, width: style.line, dash: dash.map(|dash| dash.map(|length| length * style.line)) }
}

/// More points than this hide a line that goes through them.
const CLOUD: usize = 100;

impl Series {
    /// What is drawn later lies above: clouds of points, lines, a few points.
    pub(super) fn depth(&self) -> u8 {
        match self.look {
            Look::Line { .. } => 1,
            _ if self.points.len() > CLOUD => 0,
            _ => 2,
        }
    }

    /// Refuses a series of which nothing would be seen.
    pub(super) fn check(&self, logarithmic: [bool; 2]) -> Result<(), PlotError> {
        let what = if self.name.is_empty() { "a series without a name".into() } else { format!("`{}`", self.name) };
        let values = self.points.len();
        let seen = |logarithmic: [bool; 2]| {
            let both = |point: &&[f64; 2]| drawable(point[0], logarithmic[0]) && drawable(point[1], logarithmic[1]);
            self.points.iter().filter(both).count() > 0
        };
        if values == 0 {
            return Err(PlotError::Empty { what, wanted: "at least one value" });
        }
        if !seen([false; 2]) {
            return Err(PlotError::NotFinite { what, values });
        }
        if !seen(logarithmic) {
            let axis = if seen([logarithmic[0], false]) { "y" } else { "x" };
            return Err(PlotError::NotPositive { what, axis, values });
        }
        Ok(())
    }

    /// Where the series is seen: its lines, and points as lines of one place.
    pub(super) fn traces(&self, plane: &Plane) -> Vec<Vec<Place>> {
        let places = self.points.iter().map(|point| plane.place(*point));
        match self.look {
            Look::Line { .. } => runs(&places.collect::<Vec<_>>(), plane.area),
            _ => places.flatten().filter(|place| plane.area.contains(*place)).map(|place| Vec::from([place])).collect(),
        }
    }

    pub(super) fn draw(&self, scene: &mut Scene, traces: Vec<Vec<Place>>, style: Style) {
        let (alone, lines): (Vec<_>, Vec<_>) = traces.into_iter().partition(|run| run.len() == 1);
        let alone = alone.into_iter().flatten();
        let look = self.look;
        // Many points are smaller, so that they do not hide each other.
        let radius = if self.points.len() > 300 { 0.75 * style.marker } else { style.marker };
        scene.group("series", &self.name, |scene| match look {
            Look::Line { color, dash } => {
                let dot = |centre| Shape::Circle { centre, radius: 1.4 * style.line, fill: color, outline: None };
                scene.shapes.extend(alone.map(dot));
                if !lines.is_empty() {
                    scene.shapes.push(Shape::Lines { runs: lines, stroke: stroke(color, dash, style) });
                }
            }
            Look::Points(index) => scene.shapes.extend(alone.map(|place| marker(index, place, radius))),
            Look::Patch(_) => {}
        });
    }
}

/// One point in the colour and form of its series.
fn marker(index: usize, [x, y]: Place, radius: f64) -> Shape {
    let fill = Color::series(index);
    let outline = Some(Stroke::new(Color::WHITE, 0.18 * radius));
    let corners: &[Place] = match index % 5 {
        0 => return Shape::Circle { centre: [x, y], radius, fill, outline },
        1 => &[[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]],
        2 => &[[0.0, -1.2], [1.1, 0.8], [-1.1, 0.8]],
        3 => &[[0.0, -1.3], [1.1, 0.0], [0.0, 1.3], [-1.1, 0.0]],
        _ => &[[0.0, 1.2], [1.1, -0.8], [-1.1, -0.8]],
    };
    let corners = corners.iter().map(|[dx, dy]| [x + radius * dx, y + radius * dy]).collect();
    Shape::Polygon { corners, fill: Some(fill), outline }
}

/// Points and the class of each.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Classified {
    pub(super) points: Vec<[f64; 2]>,
    pub(super) classes: Vec<Number>,
}

/// The class as an index, if it can be one, and as it was given.
pub(super) type Number = (Option<usize>, i128);

impl Classified {
    pub(super) fn new(points: Vec<[f64; 2]>, classes: impl IntoIterator<Item = impl Class>) -> Self {
        Self { points, classes: classes.into_iter().map(|class| (class.index(), class.number())).collect() }
    }

    /// A series for each class that occurs, in the order of the classes.
    pub(super) fn series(&self, names: &[String]) -> Result<Vec<Series>, PlotError> {
        let [expected, found] = [self.points.len(), self.classes.len()];
        if expected != found {
            return Err(PlotError::Length { what: "classes, one for each point".into(), expected, found });
        }
        let mut series = BTreeMap::new();
        for (sample, (point, number)) in self.points.iter().zip(&self.classes).enumerate() {
            let class = check(*number, names, "point", sample)?;
            let empty = || Series { name: name(class, names), points: Vec::new(), look: Look::Points(class) };
            series.entry(class).or_insert_with(empty).points.push(*point);
        }
        Ok(series.into_values().collect())
    }
}

/// The class, if it has a name or no class has one.
pub(super) fn check(
    (class, number): Number,
    names: &[String],
    what: &'static str,
    sample: usize,
) -> Result<usize, PlotError> {
    let named = class.filter(|class| names.is_empty() || *class < names.len());
    named.ok_or(PlotError::Class { what, sample, class: number, classes: names.len() })
}

pub(super) fn name(class: usize, names: &[String]) -> String {
    names.get(class).cloned().unwrap_or_else(|| format!("class {class}"))
}
