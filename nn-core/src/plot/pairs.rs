//! Images above what was made of them.

use std::string::String;
use std::vec::Vec;

use super::PlotError;
use super::color::Color;
use super::geometry::Rect;
use super::images::{EDGE, ROOM, WIDE, ceil};
use super::plane::{draw_title, title_height};
use super::scene::{Anchor, Scene, Stroke, Text, font};
use super::style::Style;
use super::tiles::{Layout, Shades, Tile};
use crate::scalar::Scalar;
use crate::settings::SettingError;

/// Pairs of grey-scale images, one above the other: originals, and what an autoencoder made of them.
///
/// Pixels come row by row. Unless set, 0 is paper and 1 is ink, and a row has ten pairs.
///
/// # Examples
///
/// ```
/// use static_nn::plot::Pairs;
///
/// let picture = Pairs::new(2, 2).pair(&[0.0_f32, 1.0, 1.0, 0.0], &[0.1_f32, 0.8, 0.9, 0.2]).picture()?;
/// assert!(picture.svg().contains(r#"aria-label="reconstruction""#));
/// # Ok::<(), static_nn::plot::PlotError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use = "nothing is drawn until `picture` or `save` is called"]
pub struct Pairs {
    shape: [usize; 2],
    tiles: Vec<[Tile; 2]>,
    names: [String; 2],
    columns: usize,
    shades: Shades,
    title: String,
    size: Option<[u32; 2]>,
}

/// The room below a pair, a part of which lies between its images.
const BELOW: f64 = 3.5 * ROOM;

impl Pairs {
    /// Pairs of images of `width` x `height` pixels.
    pub fn new(width: usize, height: usize) -> Self {
        let (tiles, names) = (Vec::new(), ["original", "reconstruction"].map(Into::into));
        let shades = Shades::DEFAULT;
        Self { shape: [width, height], tiles, names, columns: 10, shades, title: String::new(), size: None }
    }

    /// An image and what was made of it.
    pub fn pair<T: Scalar, U: Scalar>(mut self, original: &[T], reconstruction: &[U]) -> Self {
        self.tiles.push([Tile::new(original), Tile::new(reconstruction)]);
        self
    }

    /// What is written beside the upper and the lower images: `original` and `reconstruction` unless set.
    pub fn names(mut self, upper: impl Into<String>, lower: impl Into<String>) -> Self {
        self.names = [upper.into(), lower.into()];
        self
    }

    /// How many pairs a row has.
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
        let room = width - 2.0 * EDGE - ROOM - self.names_width(panel, style).0;
        let tile = (room / columns as f64).min(160.0) - ROOM;
        let row = 2.0 * tile * self.shape[1] as f64 / self.shape[0].max(1) as f64 + BELOW;
        let rows = self.tiles.len().div_ceil(columns) as f64;
        ceil(title_height(panel, &self.title, style).max(EDGE) + rows * row)
    }

    /// How wide the names are, and in which size: they may take a quarter of the panel.
    fn names_width(&self, panel: Rect, style: Style) -> (f64, f64) {
        let sizes = self.names.iter().map(|name| font::fit(name, style.tick, panel.width / 4.0));
        let size = sizes.fold(style.tick, f64::min);
        (self.names.iter().map(|name| font::width(name, size)).fold(0.0, f64::max), size)
    }

    pub(super) fn draw(&self, scene: &mut Scene, panel: Rect) -> Result<(), PlotError> {
        let style = Style::of(panel);
        self.shades.check()?;
        if self.columns == 0 {
            return Err(SettingError { setting: "columns", value: 0.0, permitted: "at least 1" }.into());
        }
        if self.tiles.is_empty() {
            return Err(PlotError::Empty { what: "a picture of pairs".into(), wanted: "at least one pair of images" });
        }
        for (index, tile) in
            self.tiles.iter().enumerate().flat_map(|(index, pair)| pair.iter().map(move |tile| (index, tile)))
        {
            tile.check(index, self.shape)?;
        }
        let (names, size) = self.names_width(panel, style);
        let area = panel.inset(EDGE + names + ROOM, title_height(panel, &self.title, style).max(EDGE), EDGE, 0.0);
        // A pair is laid out as one tile of twice the height.
        let [width, height] = self.shape;
        let layout = Layout::new(area, self.tiles.len(), self.columns, [width, 2 * height], [ROOM, BELOW]);

        scene.group("panel", &self.title, |scene| {
            draw_title(scene, panel, &self.title, panel, style);
            for (index, pair) in self.tiles.iter().enumerate() {
                let both = layout.place(index);
                for (i, (tile, name)) in pair.iter().zip(&self.names).enumerate() {
                    let y = both.y + i as f64 * (both.height / 2.0 + ROOM / 2.0);
                    let place = Rect::new(both.x, y, both.width, both.height / 2.0);
                    scene.group("image", name, |scene| {
                        tile.draw(scene, place, width, self.shades, Stroke::new(Color([190; 3]), 1.0));
                    });
                    if index % self.columns == 0 {
                        let at = [place.x - ROOM, place.centre()[1] + 0.365 * size];
                        scene.text(Text::new(name.clone(), at, size).anchor(Anchor::End));
                    }
                }
            }
        });
        Ok(())
    }
}
