//! What a network with two inputs answers where.

use std::collections::BTreeSet;
use std::string::String;
use std::vec::Vec;

use super::PlotError;
use super::axis::Axis;
use super::color::Color;
use super::contour::contour;
use super::geometry::Rect;
use super::legend::{self, Entry};
use super::plane::{Labels, Margins, Plane, Room};
use super::range::check_range;
use super::scale::Scale;
use super::scene::{Scene, Shape, Stroke};
use super::series::{self, Classified, Look, Series};
use super::style::Style;
use super::value::{Point, Value};
use crate::class::Class;
use crate::scalar::Scalar;

/// The answers of a function of two inputs as areas of colour, with data points on top.
///
/// The function, a classifier or a score, is asked at 300 x 200 places.
///
/// # Examples
///
/// The classes of a network, with its training data:
///
/// ```
/// use static_nn::plot::{Regions, around};
///
/// let (points, classes) = ([[0.0_f32, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], [0_u8, 1, 1, 0]);
/// let xor = |[x, y]: [f32; 2]| u8::from((x < 0.5) != (y < 0.5));
/// let picture = Regions::classes(around(&points), xor)
///     .title("Exclusive or")
///     .names(["same", "different"])
///     .points(&points, &classes)
///     .picture()?;
/// assert!(picture.svg().contains(r#"aria-label="different""#));
/// # Ok::<(), static_nn::plot::PlotError>(())
/// ```
///
/// A probability, and where it is one half:
///
/// ```
/// use static_nn::plot::Regions;
///
/// let inside = |[x, y]: [f64; 2]| 1.0 / (1.0 + (4.0 * (x * x + y * y) - 2.0).exp());
/// let picture = Regions::scores([[-1.0, 1.0], [-1.0, 1.0]], 0.5, inside).picture()?;
/// assert_eq!(picture.svg().matches("<image").count(), 2); // the areas, and the scale beside them
/// # Ok::<(), static_nn::plot::PlotError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use = "nothing is drawn until `picture` or `save` is called"]
pub struct Regions {
    area: [[f64; 2]; 2],
    answers: Answers,
    labels: Labels,
    names: Vec<String>,
    points: Classified,
    size: [u32; 2],
}

/// The answers row by row from the top.
#[derive(Clone, Debug, PartialEq)]
enum Answers {
    Classes(Vec<series::Number>),
    Scores { scores: Vec<f64>, level: f64 },
}

const COLUMNS: u32 = 300;
const ROWS: u32 = 200;

/// The area of some points with a tenth of a margin: `[[left, right], [bottom, top]]`.
///
/// Points that are infinite or NaN do not count; without any it is the unit square.
///
/// # Examples
///
/// ```
/// use static_nn::plot::around;
///
/// assert_eq!(around(&[[0.0, 10.0], [10.0, 20.0]]), [[-1.0, 11.0], [9.0, 21.0]]);
/// ```
#[must_use]
pub fn around(points: impl IntoIterator<Item: Point>) -> [[f64; 2]; 2] {
    let mut area = [[f64::INFINITY, f64::NEG_INFINITY]; 2];
    for point in points.into_iter().map(Point::point).filter(|point| point.iter().all(|value| value.is_finite())) {
        for ([low, high], value) in area.iter_mut().zip(point) {
            (*low, *high) = (low.min(value), high.max(value));
        }
    }
    area.map(|[low, high]| match high - low {
        length if length > 0.0 => [low - 0.1 * length, high + 0.1 * length],
        0.0 => [low - 1.0, high + 1.0],
        _ => [0.0, 1.0],
    })
}

impl Regions {
    /// The class that `classify` names at every place of `area`: `[[left, right], [bottom, top]]`, see [`around`].
    pub fn classes<T: Scalar, C: Class>(area: [[f64; 2]; 2], mut classify: impl FnMut([T; 2]) -> C) -> Self {
        let answer = |place: [f64; 2]| {
            let class = classify(place.map(T::from_f64));
            (class.index(), class.number())
        };
        Self::new(area, Answers::Classes(places(area).map(answer).collect()))
    }

    /// The score at every place of `area`, with a line where it is `level`: 0.5 for a probability, 0 for a logit.
    pub fn scores<T: Scalar, V: Value>(area: [[f64; 2]; 2], level: f64, mut score: impl FnMut([T; 2]) -> V) -> Self {
        let scores = places(area).map(|place| score(place.map(T::from_f64)).value()).collect();
        Self::new(area, Answers::Scores { scores, level })
    }

    fn new(area: [[f64; 2]; 2], answers: Answers) -> Self {
        let (labels, names, points) = (Labels::default(), Vec::new(), Classified::default());
        Self { area, answers, labels, names, points, size: [800, 560] }
    }

    /// What is written above.
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.labels.title = title.into();
        self
    }

    /// What is written below the horizontal axis.
    pub fn x_label(mut self, label: impl Into<String>) -> Self {
        self.labels.x = label.into();
        self
    }

    /// What is written beside the vertical axis.
    pub fn y_label(mut self, label: impl Into<String>) -> Self {
        self.labels.y = label.into();
        self
    }

    /// The names of the classes; without, they are called `class 0`, `class 1`, ..
    pub fn names(mut self, names: impl IntoIterator<Item: Into<String>>) -> Self {
        self.names = names.into_iter().map(Into::into).collect();
        self
    }

    /// Data points with the class of each, drawn on top.
    pub fn points<C: Class>(mut self, points: impl IntoIterator<Item: Point>, classes: &[C]) -> Self {
        self.points = Classified::new(points.into_iter().map(Point::point).collect(), classes.iter().copied());
        self
    }

    /// The size of a picture that has nothing else in it.
    pub const fn size(mut self, width: u32, height: u32) -> Self {
        self.size = [width, height];
        self
    }

    pub(super) const fn natural_size(&self) -> [u32; 2] {
        self.size
    }

    fn check(&self) -> Result<(), PlotError> {
        for (setting, range) in ["the area's x", "the area's y"].into_iter().zip(self.area) {
            check_range(setting, range, false)?;
        }
        Ok(())
    }

    fn lay(&self, panel: Rect, least: Margins) -> Result<Laid, PlotError> {
        self.check()?;
        let style = Style::of(panel);
        let (pixels, classes, scale) = self.colors()?;
        let series = self.points.series(&self.names)?;
        series.iter().try_for_each(|series| series.check([false; 2]))?;
        let entries = if series.is_empty() {
            let look = |class| Look::Patch(Color::series(class).tint());
            classes.into_iter().map(|class| Entry::new(series::name(class, &self.names), look(class))).collect()
        } else {
            legend::entries(&series)
        };
        let right = scale.as_ref().map_or(0.0, |scale| scale.width(style));
        let above = legend::height(&entries, panel.width - right - 4.0 * style.tick, style);
        let axes = self.area.map(|range| Axis::exactly(range, false));
        let plane = Plane::new(panel, &self.labels, axes, Room { above, right, least }, style);
        Ok(Laid { pixels, series, entries, scale, plane })
    }

    /// What there is around the data.
    pub(super) fn margins(&self, panel: Rect) -> Result<Margins, PlotError> {
        Ok(self.lay(panel, Margins::default())?.plane.margins(panel))
    }

    pub(super) fn draw(&self, scene: &mut Scene, panel: Rect, least: Margins) -> Result<(), PlotError> {
        let style = Style::of(panel);
        let Laid { pixels, series, entries, scale, plane } = self.lay(panel, least)?;
        scene.group("panel", &self.labels.title, |scene| {
            scene.shapes.push(Shape::Image { area: plane.area, columns: COLUMNS, pixels, smooth: true });
            self.draw_level(scene, plane.area, style);
            for series in series {
                series.draw(scene, series.traces(&plane), style);
            }
            plane.draw_frame(scene, panel, &self.labels, style);
            legend::draw_above(scene, &entries, plane.area, style);
            if let Some(scale) = scale {
                scale.draw(scene, plane.area, style);
            }
        });
        Ok(())
    }

    fn colors(&self) -> Result<Colors, PlotError> {
        match &self.answers {
            Answers::Classes(answers) => {
                let checked =
                    answers.iter().enumerate().map(|(i, number)| series::check(*number, &self.names, "answer", i));
                let classes = checked.collect::<Result<Vec<_>, _>>()?;
                let pixels = classes.iter().map(|&class| Color::series(class).tint()).collect();
                Ok((pixels, classes.into_iter().collect(), None))
            }
            Answers::Scores { scores, level } => {
                let scale = Scale::new(scores, *level)?;
                let color = |score: &f64| scale.color(*score);
                Ok((scores.iter().map(color).collect(), BTreeSet::new(), Some(scale)))
            }
        }
    }

    fn draw_level(&self, scene: &mut Scene, area: Rect, style: Style) {
        let Answers::Scores { scores, level } = &self.answers else { return };
        let [across, down] = [area.width / f64::from(COLUMNS), area.height / f64::from(ROWS)];
        // Scores belong to the middles of the cells.
        let place = |[x, y]: [f64; 2]| [area.x + (x + 0.5) * across, area.y + (y + 0.5) * down];
        let lines = contour(scores, COLUMNS as usize, *level);
        let runs: Vec<Vec<_>> = lines.into_iter().map(|line| line.into_iter().map(place).collect()).collect();
        if !runs.is_empty() {
            scene.shapes.push(Shape::Lines { runs, stroke: Stroke::new(Color::INK, 0.7 * style.line) });
        }
    }
}

/// A colour for every place, the classes that occur, and the scale of the scores.
type Colors = (Vec<Color>, BTreeSet<usize>, Option<Scale>);

/// Where everything of a picture is.
struct Laid {
    pixels: Vec<Color>,
    series: Vec<Series>,
    entries: Vec<Entry>,
    scale: Option<Scale>,
    plane: Plane,
}

/// The middles of the cells, row by row from the top.
fn places([[left, right], [bottom, top]]: [[f64; 2]; 2]) -> impl Iterator<Item = [f64; 2]> {
    let middle = |i: u32, cells: u32| (f64::from(i) + 0.5) / f64::from(cells);
    (0..ROWS).flat_map(move |row| {
        let y = top + middle(row, ROWS) * (bottom - top);
        (0..COLUMNS).map(move |column| [left + middle(column, COLUMNS) * (right - left), y])
    })
}
