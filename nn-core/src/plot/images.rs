//! Images with a line of text each.

use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use core::fmt::Display;

use super::PlotError;
use super::color::Color;
use super::geometry::Rect;
use super::plane::{draw_title, title_height};
use super::scene::{Scene, Stroke, Text, font};
use super::style::Style;
use super::tiles::{Layout, Shades, Tile};
use crate::scalar::Scalar;
use crate::settings::SettingError;

/// Grey-scale images in rows, each with a line of text below it: what they are and what they were taken for.
///
/// Pixels come row by row. Unless set, 0 is paper and 1 is ink, and a row has ten images. Pixels that are NaN are shown in vermilion.
///
/// # Examples
///
/// ```
/// use static_nn::plot::Images;
///
/// let (one, seven) = ([0.0_f32, 1.0, 0.0, 1.0], [1.0_f32, 1.0, 0.0, 1.0]);
/// let picture = Images::new(2, 2)
///     .title("Two by two")
///     .answer(&one, 1, 1)
///     .answer(&seven, 7, 1)
///     .image(&[0.5; 4], "grey")
///     .picture()?;
/// assert!(picture.svg().contains(r#"aria-label="7 → 1 ✗""#));
/// # Ok::<(), static_nn::plot::PlotError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use = "nothing is drawn until `picture` or `save` is called"]
pub struct Images {
    shape: [usize; 2],
    tiles: Vec<(Tile, String, Option<bool>)>,
    columns: usize,
    shades: Shades,
    title: String,
    size: Option<[u32; 2]>,
}

impl Images {
    /// Images of `width` x `height` pixels.
    pub const fn new(width: usize, height: usize) -> Self {
        let (shape, shades) = ([width, height], Shades::DEFAULT);
        Self { shape, tiles: Vec::new(), columns: 10, shades, title: String::new(), size: None }
    }

    /// An image with a line of text.
    pub fn image<T: Scalar>(mut self, pixels: &[T], caption: impl Into<String>) -> Self {
        self.tiles.push((Tile::new(pixels), caption.into(), None));
        self
    }

    /// An image with what it is and what it was taken for: `7 → 7 ✓` in blue, or `7 → 1 ✗` in vermilion with a frame. It
    /// is right if both read the same.
    pub fn answer<T: Scalar, L: Display>(mut self, pixels: &[T], label: L, prediction: L) -> Self {
        let [label, prediction] = [label, prediction].map(|class| class.to_string());
        let right = label == prediction;
        let caption = format!("{label} → {prediction} {}", if right { '✓' } else { '✗' });
        self.tiles.push((Tile::new(pixels), caption, Some(right)));
        self
    }

    /// How many images a row has.
    pub const fn columns(mut self, columns: usize) -> Self {
        self.columns = columns;
        self
    }

    /// Which value is shown as paper and which as ink.
    pub const fn range(mut self, paper: f64, ink: f64) -> Self {
        self.shades.range = [paper, ink];
        self
    }

    /// Shows large values as light instead of dark: photographs.
    pub const fn light(mut self) -> Self {
        self.shades.light = true;
        self
    }

    /// What is written above.
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    /// The size of a picture that has nothing else in it; unless set, it is as high as the rows need.
    pub const fn size(mut self, width: u32, height: u32) -> Self {
        self.size = Some([width, height]);
        self
    }

    pub(super) fn natural_size(&self) -> [u32; 2] {
        self.size.unwrap_or_else(|| [WIDE, self.height(WIDE.into())])
    }

    /// The height that the rows need in a panel of this width.
    pub(super) fn height(&self, width: f64) -> u32 {
        let panel = Rect::new(0.0, 0.0, width, 0.0);
        let style = Style::of(panel);
        let columns = self.columns.min(self.tiles.len()).max(1);
        let tile = ((width - 2.0 * EDGE) / columns as f64).min(160.0) - ROOM;
        let row = tile * self.shape[1] as f64 / self.shape[0].max(1) as f64 + self.below(style);
        let rows = self.tiles.len().div_ceil(columns) as f64;
        ceil(title_height(panel, &self.title, style).max(EDGE) + rows * row)
    }

    /// The room below an image, for its line of text if there are any.
    fn below(&self, style: Style) -> f64 {
        if self.tiles.iter().any(|(_, caption, _)| !caption.is_empty()) { 1.9 * style.tick } else { ROOM }
    }

    pub(super) fn draw(&self, scene: &mut Scene, panel: Rect) -> Result<(), PlotError> {
        let style = Style::of(panel);
        self.shades.check()?;
        if self.columns == 0 {
            return Err(SettingError { setting: "columns", value: 0.0, permitted: "at least 1" }.into());
        }
        if self.tiles.is_empty() {
            return Err(PlotError::Empty { what: "a picture of images".into(), wanted: "at least one image" });
        }
        for (index, (tile, ..)) in self.tiles.iter().enumerate() {
            tile.check(index, self.shape)?;
        }
        let area = panel.inset(EDGE, title_height(panel, &self.title, style).max(EDGE), EDGE, 0.0);
        let layout = Layout::new(area, self.tiles.len(), self.columns, self.shape, [ROOM, self.below(style)]);
        let widest =
            |size: f64| self.tiles.iter().map(move |(_, caption, _)| font::fit(caption, size, layout.tile[0] + ROOM));
        // All captions have the size of the one that needs the most room.
        let size = widest(style.tick).fold(style.tick, f64::min);

        scene.group("panel", &self.title, |scene| {
            draw_title(scene, panel, &self.title, panel, style);
            for (index, (tile, caption, right)) in self.tiles.iter().enumerate() {
                let place = layout.place(index);
                let (color, width) = match right {
                    None => (Color::INK, 1.0),
                    Some(true) => (Color::RIGHT, 1.0),
                    Some(false) => (Color::WRONG, 2.5),
                };
                let frame = if *right == Some(false) { color } else { Color([190; 3]) };
                scene.group("image", caption, |scene| {
                    tile.draw(scene, place, self.shape[0], self.shades, Stroke::new(frame, width));
                    let below = [place.centre()[0], place.bottom() + 1.2 * size];
                    scene.text(Text::new(caption.clone(), below, size).color(color));
                });
            }
        });
        Ok(())
    }
}

/// The room between two images, and at the edges of the panel.
pub(super) const ROOM: f64 = 8.0;
pub(super) const EDGE: f64 = 12.0;

/// The width of a picture that has nothing else in it; its height follows from the images.
pub(super) const WIDE: u32 = 800;

/// As many pixels as a height needs.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a positive number; what is too large is refused"
)]
pub(super) fn ceil(height: f64) -> u32 {
    height.ceil().max(120.0) as u32
}
