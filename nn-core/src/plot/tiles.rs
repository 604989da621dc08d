//! Grey-scale images as tiles.

use std::format;
use std::vec::Vec;

use super::PlotError;
use super::color::Color;
use super::geometry::Rect;
use super::range::check_range;
use super::scene::{Scene, Shape, Stroke};
use crate::scalar::Scalar;

/// How the numbers of an image become shades: the first is paper, the second ink, unless it is the other way round.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Shades {
    pub(super) range: [f64; 2],
    pub(super) light: bool,
}

impl Shades {
    pub(super) const DEFAULT: Self = Self { range: [0.0, 1.0], light: false };

    pub(super) fn check(self) -> Result<(), PlotError> {
        Ok(check_range("range", self.range, false)?)
    }

    /// A number that is none is shown in a colour.
    fn color(self, value: f64) -> Color {
        let ink = (value - self.range[0]) / (self.range[1] - self.range[0]);
        if ink.is_nan() { Color::WRONG } else { Color::grey(if self.light { 1.0 - ink } else { ink }) }
    }
}

/// The values of an image, row by row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tile(Vec<f64>);

impl Tile {
    pub(super) fn new<T: Scalar>(pixels: &[T]) -> Self {
        Self(pixels.iter().map(|value| value.to_f64()).collect())
    }

    /// Refuses an image of another size, and one without a single number. `index` is its place among the others, counted from 0.
    pub(super) fn check(&self, index: usize, [width, height]: [usize; 2]) -> Result<(), PlotError> {
        let (expected, found) = (width.saturating_mul(height), self.0.len());
        if expected == 0 {
            return Err(PlotError::Empty {
                what: format!("an image of {width} x {height} pixels"),
                wanted: "an extent",
            });
        }
        if expected != found {
            let what = format!("pixels of image {index}, which is {width} x {height}");
            return Err(PlotError::Length { what, expected, found });
        }
        if self.0.iter().all(|value| !value.is_finite()) {
            return Err(PlotError::NotFinite { what: format!("image {index}"), values: found });
        }
        Ok(())
    }

    pub(super) fn draw(&self, scene: &mut Scene, area: Rect, width: usize, shades: Shades, frame: Stroke) {
        let pixels = self.0.iter().map(|value| shades.color(*value)).collect();
        if let Ok(columns) = u32::try_from(width) {
            scene.shapes.push(Shape::Image { area, columns, pixels, smooth: false });
        }
        scene.rect(area, None, Some(frame));
    }
}

/// Where tiles are, in rows of `columns`: the largest of the shape `[width, height]` that fit `area`, each with room around it.
pub(super) struct Layout {
    origin: [f64; 2],
    step: [f64; 2],
    columns: usize,
    pub(super) tile: [f64; 2],
}

impl Layout {
    pub(super) fn new(area: Rect, count: usize, columns: usize, shape: [usize; 2], room: [f64; 2]) -> Self {
        let columns = columns.min(count).max(1);
        let rows = count.div_ceil(columns);
        let cell = [area.width / columns as f64, area.height / rows as f64];
        let shape = shape.map(|extent| extent as f64);
        let scales = [(cell[0] - room[0]) / shape[0], (cell[1] - room[1]) / shape[1]];
        let scale = scales[0].min(scales[1]).max(1.0 / shape[0].max(shape[1]));
        let tile = shape.map(|extent| scale * extent);
        // Tiles stand close together, in the middle of an area that has more room across, and at its top if it has more down.
        let step = [cell[0].min(tile[0] + 2.5 * room[0]), tile[1] + room[1]];
        let x = area.x + (area.width - step[0] * columns as f64) / 2.0 + (step[0] - tile[0]) / 2.0;
        Self { origin: [x, area.y], step, columns, tile }
    }

    /// The place of a tile.
    pub(super) fn place(&self, index: usize) -> Rect {
        let (row, column) = (index / self.columns, index % self.columns);
        let [x, y] = [column, row].map(|i| i as f64);
        Rect::new(self.origin[0] + x * self.step[0], self.origin[1] + y * self.step[1], self.tile[0], self.tile[1])
    }
}
