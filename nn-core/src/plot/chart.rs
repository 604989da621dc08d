//! Lines and points over two axes.

use std::string::String;
use std::vec::Vec;

use super::PlotError;
use super::axis::Axis;
use super::geometry::{Place, Rect};
use super::legend::{self, Entry};
use super::plane::{Labels, Margins, Plane, Room};
use super::range::check_range;
use super::scene::Scene;
use super::series::{Classified, Look, Series};
use super::style::Style;
use super::value::{Point, Value};
use crate::class::Class;

/// Lines and points over two axes, with a legend where it hides none of them.
///
/// Points lie above the lines, whichever came first, so that none is hidden; a cloud of more than a hundred, which would itself hide a
/// line, lies below.
/// Each line and each set of points has a name for the legend; one without (`""`) is not in it. A line has a gap where a value is
/// infinite or NaN, or not positive on a logarithmic axis. Unless set, the axes reach a little further than the data, and a picture has
/// 800 x 500 pixels.
///
/// # Examples
///
/// A line through points:
///
/// ```
/// use static_nn::plot::Chart;
///
/// let points = [[0.0_f32, 1.1], [1.0, 2.9], [2.0, 5.2], [3.0, 6.8]];
/// let picture = Chart::new()
///     .title("Ohm's law")
///     .x_label("current (A)")
///     .y_label("voltage (V)")
///     .points("measured", &points)
///     .function("2 x + 1", [0.0, 3.0], |x| 2.0 * x + 1.0)
///     .picture()?;
/// assert_eq!(picture.svg().matches(r#"class="series""#).count(), 2);
/// # Ok::<(), static_nn::plot::PlotError>(())
/// ```
///
/// Traces of training, on a logarithmic axis:
///
/// ```
/// use static_nn::plot::Chart;
///
/// let losses: Vec<f32> = (0..100).map(|step| 0.9_f32.powi(step)).collect();
/// let picture = Chart::new().x_label("step").y_label("loss").log_y().line("Adam", &losses).picture()?;
/// assert!(picture.svg().contains(r#"aria-label="10⁻³""#));
/// # Ok::<(), static_nn::plot::PlotError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use = "nothing is drawn until `picture` or `save` is called"]
pub struct Chart {
    labels: Labels,
    logarithmic: [bool; 2],
    ranges: [Option<[f64; 2]>; 2],
    layers: Vec<Layer>,
    size: [u32; 2],
}

#[derive(Clone, Debug, PartialEq)]
enum Layer {
    Line { name: String, points: Vec<[f64; 2]>, dashed: bool },
    Points { name: String, points: Vec<[f64; 2]> },
    Classes { points: Classified, names: Vec<String> },
}

/// A function is drawn as a line through this many points.
const SAMPLES: u32 = 401;

impl Default for Chart {
    fn default() -> Self {
        Self::new()
    }
}

impl Chart {
    /// A chart with nothing in it yet.
    pub const fn new() -> Self {
        let labels = Labels { title: String::new(), x: String::new(), y: String::new() };
        Self { labels, logarithmic: [false; 2], ranges: [None; 2], layers: Vec::new(), size: [800, 500] }
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

    /// Makes the horizontal axis logarithmic.
    pub const fn log_x(mut self) -> Self {
        self.logarithmic[0] = true;
        self
    }

    /// Makes the vertical axis logarithmic.
    pub const fn log_y(mut self) -> Self {
        self.logarithmic[1] = true;
        self
    }

    /// Lets the horizontal axis go from exactly `low` to `high`; what lies beyond is not drawn.
    pub const fn x_range(mut self, low: f64, high: f64) -> Self {
        self.ranges[0] = Some([low, high]);
        self
    }

    /// Lets the vertical axis go from exactly `low` to `high`; what lies beyond is not drawn.
    pub const fn y_range(mut self, low: f64, high: f64) -> Self {
        self.ranges[1] = Some([low, high]);
        self
    }

    /// The size of a picture that has nothing else in it.
    pub const fn size(mut self, width: u32, height: u32) -> Self {
        self.size = [width, height];
        self
    }

    /// A line through values at 1, 2, 3, ..: epochs or steps.
    pub fn line(self, name: impl Into<String>, values: impl IntoIterator<Item: Value>) -> Self {
        let values = values.into_iter().map(Value::value);
        self.curve(name, (1_u64..).zip(values))
    }

    /// A line through points in their order.
    pub fn curve(mut self, name: impl Into<String>, points: impl IntoIterator<Item: Point>) -> Self {
        let points = points.into_iter().map(Point::point).collect();
        self.layers.push(Layer::Line { name: name.into(), points, dashed: false });
        self
    }

    /// The line of a function over a range of `x`; on a logarithmic axis it is computed at places that lie equally far apart there,
    /// if `log_x` came before.
    pub fn function(self, name: impl Into<String>, [low, high]: [f64; 2], f: impl FnMut(f64) -> f64) -> Self {
        let share = |i: u32| f64::from(i) / f64::from(SAMPLES - 1);
        let x = |i: u32| {
            if self.logarithmic[0] { low * (high / low).powf(share(i)) } else { low + share(i) * (high - low) }
        };
        let xs: Vec<f64> = (0..SAMPLES).map(x).collect();
        let ys: Vec<f64> = xs.iter().copied().map(f).collect();
        self.curve(name, xs.into_iter().zip(ys))
    }

    /// Dashes the line that was added last; without one nothing happens.
    pub fn dashed(mut self) -> Self {
        let lines = self.layers.iter_mut().rev();
        let mut dashes =
            lines.filter_map(|layer| if let Layer::Line { dashed, .. } = layer { Some(dashed) } else { None });
        if let Some(dashed) = dashes.next() {
            *dashed = true;
        }
        self
    }

    /// Points that are not joined.
    pub fn points(mut self, name: impl Into<String>, points: impl IntoIterator<Item: Point>) -> Self {
        self.layers.push(Layer::Points { name: name.into(), points: points.into_iter().map(Point::point).collect() });
        self
    }

    /// Points with the class of each: every class that occurs gets a colour, a form and its name. Without names (`[""; 0]`) they are
    /// called `class 0`, `class 1`, ..
    pub fn classes<C: Class>(
        mut self,
        points: impl IntoIterator<Item: Point>,
        classes: &[C],
        names: impl IntoIterator<Item: Into<String>>,
    ) -> Self {
        let points = Classified::new(points.into_iter().map(Point::point).collect(), classes.iter().copied());
        self.layers.push(Layer::Classes { points, names: names.into_iter().map(Into::into).collect() });
        self
    }

    pub(super) const fn natural_size(&self) -> [u32; 2] {
        self.size
    }

    /// The series in the order in which they were added, each with a look of its own.
    fn series(&self) -> Result<Vec<Series>, PlotError> {
        let mut series: Vec<Series> = Vec::new();
        for layer in &self.layers {
            let index = series.len();
            match layer {
                Layer::Line { name, points, dashed } => {
                    let look = Look::line(index, *dashed);
                    series.push(Series { name: name.clone(), points: points.clone(), look });
                }
                Layer::Points { name, points } => {
                    series.push(Series { name: name.clone(), points: points.clone(), look: Look::Points(index) });
                }
                Layer::Classes { points, names } => series.extend(points.series(names)?),
            }
        }
        if series.is_empty() {
            return Err(PlotError::Empty { what: "a chart".into(), wanted: "a line or points" });
        }
        series.iter().try_for_each(|series| series.check(self.logarithmic))?;
        Ok(series)
    }

    fn axes(&self, series: &[Series]) -> Result<[Axis; 2], PlotError> {
        for ((setting, range), logarithmic) in ["x_range", "y_range"].into_iter().zip(self.ranges).zip(self.logarithmic)
        {
            if let Some(range) = range {
                check_range(setting, range, logarithmic)?;
            }
        }
        let only_lines = series.iter().all(|series| matches!(series.look, Look::Line { .. }));
        let axis = |i: usize| {
            if let Some(range) = self.ranges[i] {
                Axis::exactly(range, self.logarithmic[i])
            } else {
                let other = |point: &[f64; 2]| super::axis::drawable(point[1 - i], self.logarithmic[1 - i]);
                let values = series.iter().flat_map(|series| &series.points).filter(|point| other(point));
                let margin = if i == 0 && only_lines { 0.02 } else { 0.05 };
                Axis::over(values.map(|point| point[i]), self.logarithmic[i], margin)
            }
        };
        Ok([axis(0), axis(1)])
    }

    fn lay(&self, panel: Rect, least: Margins) -> Result<Laid, PlotError> {
        let (style, series) = (Style::of(panel), self.series()?);
        let (axes, entries) = (self.axes(&series)?, legend::entries(&series));
        let lay = |above| {
            let plane = Plane::new(panel, &self.labels, axes, Room { above, right: 0.0, least }, style);
            let traces: Vec<_> = series.iter().map(|series| series.traces(&plane)).collect();
            (plane, traces)
        };
        let (mut plane, mut traces) = lay(0.0);
        let corner = legend::free(&entries, plane.area, style, &traces);
        if corner.is_none() {
            (plane, traces) = lay(legend::height(&entries, plane.area.width, style));
        }
        Ok(Laid { series, entries, plane, traces, corner })
    }

    /// What there is around the data.
    pub(super) fn margins(&self, panel: Rect) -> Result<Margins, PlotError> {
        Ok(self.lay(panel, Margins::default())?.plane.margins(panel))
    }

    pub(super) fn draw(&self, scene: &mut Scene, panel: Rect, least: Margins) -> Result<(), PlotError> {
        let style = Style::of(panel);
        let Laid { series, entries, plane, traces, corner } = self.lay(panel, least)?;
        scene.group("panel", &self.labels.title, |scene| {
            plane.draw_grid(scene);
            let mut layers: Vec<_> = series.iter().zip(traces).collect();
            layers.sort_by_key(|(series, _)| series.depth());
            for (series, traces) in layers {
                series.draw(scene, traces, style);
            }
            plane.draw_frame(scene, panel, &self.labels, style);
            match corner {
                _ if entries.is_empty() => {}
                Some(place) => legend::draw_in(scene, &entries, place, style),
                None => legend::draw_above(scene, &entries, plane.area, style),
            }
        });
        Ok(())
    }
}

/// Where everything of a chart is.
struct Laid {
    series: Vec<Series>,
    entries: Vec<Entry>,
    plane: Plane,
    /// The lines of each series.
    traces: Vec<Vec<Vec<Place>>>,
    /// Where the legend is, if there is room for it among the data.
    corner: Option<Rect>,
}
