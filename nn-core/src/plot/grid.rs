//! Several panels in one picture.

use std::string::String;
use std::vec::Vec;

use super::PlotError;
use super::geometry::Rect;
use super::panel::Panel;
use super::plane::{draw_title, title_height};
use super::scene::Scene;
use super::style::Style;
use crate::settings::SettingError;

/// Panels in rows and columns, with a title over all.
///
/// Unless set, a panel is 800 x 400 pixels in one column, 450 x 340 in two, 340 x 280 in three, and smaller in more; letters keep a size
/// that can be read. A row of nothing but images is as high as they need.
///
/// # Examples
///
/// ```
/// use static_nn::plot::{Chart, Grid};
///
/// let mut grid = Grid::new(3).title("Powers");
/// for power in 1..=6 {
///     grid = grid.panel(Chart::new().title(format!("x^{power}")).function("", [-1.0, 1.0], |x| x.powi(power)));
/// }
/// let picture = grid.picture()?;
/// assert_eq!(picture.size(), [1020, 606]);
/// assert_eq!(picture.svg().matches(r#"class="panel""#).count(), 6);
/// # Ok::<(), static_nn::plot::PlotError>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "nothing is drawn until `picture` or `save` is called"]
pub struct Grid {
    columns: usize,
    panels: Vec<Panel>,
    title: String,
    panel_size: Option<[u32; 2]>,
}

impl Grid {
    /// No panels yet, to stand in this many columns.
    pub const fn new(columns: usize) -> Self {
        Self { columns, panels: Vec::new(), title: String::new(), panel_size: None }
    }

    /// What is written above all panels.
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    /// The next panel: in the row of the last one, if there is room.
    pub fn panel(mut self, panel: impl Into<Panel>) -> Self {
        self.panels.push(panel.into());
        self
    }

    /// The size of each panel in a picture that has nothing else in it.
    pub const fn panel_size(mut self, width: u32, height: u32) -> Self {
        self.panel_size = Some([width, height]);
        self
    }

    fn columns(&self) -> usize {
        self.columns.min(self.panels.len()).max(1)
    }

    /// The width of a panel and the height of each row, in a picture that has nothing else in it.
    fn sizes(&self) -> (u32, Vec<u32>) {
        let columns = self.columns();
        let [width, height] = self.panel_size.unwrap_or(match columns {
            1 => [800, 400],
            2 => [450, 340],
            3 => [340, 280],
            _ => [290, 250],
        });
        let needed = |row: &[Panel]| {
            let heights = row.iter().map(|panel| panel.height(f64::from(width) - 2.0 * GAP));
            let highest = heights.collect::<Option<Vec<_>>>()?.into_iter().max()?;
            self.panel_size.is_none().then_some(highest)
        };
        (width, self.panels.chunks(columns).map(|row| needed(row).unwrap_or(height)).collect())
    }

    pub(super) fn natural_size(&self) -> [u32; 2] {
        let (width, heights) = self.sizes();
        let columns = u32::try_from(self.columns()).unwrap_or(u32::MAX);
        let title = if self.title.is_empty() { 0 } else { TITLE };
        // Without a row it is refused, and not for its size.
        let least = if heights.is_empty() { width } else { title };
        [columns.saturating_mul(width), heights.into_iter().fold(least, u32::saturating_add)]
    }

    pub(super) fn draw(&self, scene: &mut Scene, area: Rect) -> Result<(), PlotError> {
        if self.columns == 0 {
            return Err(SettingError { setting: "columns", value: 0.0, permitted: "at least 1" }.into());
        }
        if self.panels.is_empty() {
            return Err(PlotError::Empty { what: "a grid".into(), wanted: "at least one panel" });
        }
        let style = Style::of(area);
        let style = Style { title: 1.15 * style.title, ..style };
        let top = if self.title.is_empty() { 0.0 } else { title_height(area, &self.title, style) };
        draw_title(scene, area, &self.title, area, style);
        let (room, columns) = (area.inset(0.0, top, 0.0, 0.0), self.columns());
        let heights: Vec<f64> = self.sizes().1.into_iter().map(f64::from).collect();
        let (width, scale) = (room.width / columns as f64, room.height / heights.iter().sum::<f64>());
        let place = |index: usize| [index % columns, index / columns];
        let cell = |index: usize| {
            let [column, row] = place(index);
            let [x, y] = [column as f64 * width, scale * heights[..row].iter().sum::<f64>()];
            Rect::new(room.x + x, room.y + y, width, scale * heights[row]).inset(GAP, GAP, GAP, GAP)
        };
        // Axes in a column begin and end in line, and those in a row stand in line.
        let margins = self.panels.iter().enumerate().map(|(index, panel)| panel.margins(cell(index)));
        let margins = margins.collect::<Result<Vec<_>, _>>()?;
        let largest = |side: usize, line: usize, i: usize| {
            let in_line = margins.iter().enumerate().filter(|(index, _)| place(*index)[line] == i);
            in_line.map(|(_, margins)| margins[side]).fold(0.0, f64::max)
        };
        for (index, panel) in self.panels.iter().enumerate() {
            let [column, row] = place(index);
            let least = [largest(0, 0, column), 0.0, largest(2, 0, column), largest(3, 1, row)];
            panel.draw(scene, cell(index), least)?;
        }
        Ok(())
    }
}

/// The title over all panels takes this much of a picture's height.
const TITLE: u32 = 46;
/// What is free around each panel.
const GAP: f64 = 3.0;
