//! What a classifier confuses with what.

use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use super::PlotError;
use super::color::Color;
use super::geometry::Rect;
use super::plane::{draw_title, title_height};
use super::scene::{Anchor, Scene, Stroke, Text, font};
use super::style::Style;
use crate::metrics::ConfusionMatrix;

/// A confusion matrix: a row for each class, a column for each prediction, in each cell how often. The darker a cell, the larger its
/// part of the row.
///
/// # Examples
///
/// ```
/// use static_nn::metrics::ConfusionMatrix;
/// use static_nn::plot::Confusion;
///
/// let mut matrix = ConfusionMatrix::<2>::new();
/// for (truth, prediction) in [(0, 0), (0, 1), (1, 1), (1, 1)] {
///     matrix.add(truth, prediction)?;
/// }
/// let picture = Confusion::new(&matrix).names(["cat", "dog"]).picture()?;
/// assert!(picture.svg().contains(r#"aria-label="dog""#));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use = "nothing is drawn until `picture` or `save` is called"]
pub struct Confusion {
    counts: Vec<Vec<u64>>,
    names: Vec<String>,
    title: String,
    size: [u32; 2],
}

const GAP: f64 = 6.0;

/// Below this size of letters nothing can be read, and counts are left out.
const LEGIBLE: f64 = 6.0;

impl Confusion {
    /// The counts of `matrix`; its classes are called 0, 1, ..
    pub fn new<const N: usize>(matrix: &ConfusionMatrix<N>) -> Self {
        let row = |truth| (0..N).map(|prediction| matrix.count(truth, prediction)).collect();
        let names = (0..N).map(|class| class.to_string()).collect();
        Self { counts: (0..N).map(row).collect(), names, title: String::new(), size: [720, 640] }
    }

    /// The names of the classes.
    pub fn names(mut self, names: impl IntoIterator<Item: Into<String>>) -> Self {
        self.names = names.into_iter().map(Into::into).collect();
        self
    }

    /// What is written above.
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
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

    pub(super) fn draw(&self, scene: &mut Scene, panel: Rect) -> Result<(), PlotError> {
        let (classes, style) = (self.counts.len(), Style::of(panel));
        if self.names.len() != classes {
            let what = "names of the classes of a confusion matrix".into();
            return Err(PlotError::Length { what, expected: classes, found: self.names.len() });
        }
        if self.counts.iter().flatten().all(|count| *count == 0) {
            return Err(PlotError::Empty { what: "a confusion matrix".into(), wanted: "at least one sample" });
        }
        let widths = self.names.iter().map(|name| font::width(name, style.tick));
        // Names may take a third of the panel; longer ones get smaller letters.
        let longest = widths.fold(0.0, f64::max).min(panel.width / 3.0);
        let label = 1.3 * style.label + GAP;
        let top = title_height(panel, &self.title, style);
        let left = GAP + label + longest + GAP;
        let upright = 1.3 * style.tick;
        let room = panel.inset(left, top, 2.0 * GAP, label + upright + 2.0 * GAP);
        // Names that are wider than the cells are turned.
        let turned = longest + GAP > room.width.min(room.height) / classes as f64;
        let below = if turned { 0.72 * longest + 0.8 * style.tick } else { upright };
        let room = panel.inset(left, top, 2.0 * GAP, label + below + 2.0 * GAP);
        let side = room.width.min(room.height);
        let x = room.x + (room.width - side) / 2.0;
        let area = Rect::new(x, room.y, side, side);

        scene.group("panel", &self.title, |scene| {
            self.draw_cells(scene, area, style);
            self.draw_names(scene, area, longest, turned, style);
            draw_title(scene, panel, &self.title, area, style);
            let [x, y] = area.centre();
            scene.text(Text::new("prediction", [x, area.bottom() + below + GAP + style.label], style.label));
            scene.text(
                Text::new("truth", [area.x - longest - 2.0 * GAP - 0.3 * style.label, y], style.label).turn(-90.0),
            );
        });
        Ok(())
    }

    fn draw_cells(&self, scene: &mut Scene, area: Rect, style: Style) {
        let cell = area.width / self.counts.len() as f64;
        let longest = self.counts.iter().flatten().map(|count| format!("{count}")).max_by_key(String::len);
        let size = font::fit(&longest.unwrap_or_default(), style.label.min(0.5 * cell), 0.85 * cell);
        for (row, counts) in self.counts.iter().enumerate() {
            let total: u64 = counts.iter().sum();
            for (column, count) in counts.iter().enumerate() {
                let place = Rect::new(area.x + column as f64 * cell, area.y + row as f64 * cell, cell, cell);
                let color = Color::amount(if total == 0 { 0.0 } else { *count as f64 / total as f64 });
                scene.rect(place, Some(color), Some(Stroke::new(Color::GRID, 1.0)));
                if size >= LEGIBLE {
                    let [x, y] = place.centre();
                    let ink = if *count == 0 { Color([150; 3]) } else { color.ink_on() };
                    scene.text(Text::new(format!("{count}"), [x, y + 0.365 * size], size).color(ink));
                }
            }
        }
        scene.rect(area, None, Some(Stroke::new(Color::FRAME, 1.0)));
    }

    fn draw_names(&self, scene: &mut Scene, area: Rect, longest: f64, turned: bool, style: Style) {
        let cell = area.width / self.counts.len() as f64;
        let widest = self.names.iter().map(|name| font::fit(name, style.tick, longest)).fold(style.tick, f64::min);
        let size = widest.min(cell);
        for (class, name) in self.names.iter().enumerate() {
            let middle = (class as f64 + 0.5) * cell;
            let place = [area.x - GAP, area.y + middle + 0.365 * size];
            scene.text(Text::new(name.clone(), place, size).anchor(Anchor::End));
            let (x, y) = (area.x + middle, area.bottom() + GAP);
            scene.text(if turned {
                Text::new(name.clone(), [x + 0.3 * size, y + 0.6 * size], size).anchor(Anchor::End).turn(-45.0)
            } else {
                Text::new(name.clone(), [x, y + 0.8 * size], size)
            });
        }
    }
}
