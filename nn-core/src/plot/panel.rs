//! What can stand alone or in a grid.

use super::geometry::Rect;
use super::picture::Picture;
use super::plane::Margins;
use super::scene::Scene;
use super::{Chart, Confusion, Grid, Images, Pairs, PlotError, Regions};
use crate::settings::SettingError;

/// Anything that can be drawn, alone or as a part of a [`Grid`]: a [`Chart`], [`Regions`], .. or another grid.
///
/// # Examples
///
/// ```
/// use static_nn::plot::{Chart, Grid, Images, Panel};
///
/// let line = Chart::new().title("Line").line("", [1.0, 2.0]);
/// let panels: [Panel; 2] = [line.into(), Images::new(1, 1).image(&[0.5], "grey").into()];
/// let grid = panels.into_iter().fold(Grid::new(2), Grid::panel);
/// assert_eq!(grid.picture()?.size(), [900, 340]);
/// # Ok::<(), static_nn::plot::PlotError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Panel(Kind);

#[derive(Clone, Debug)]
enum Kind {
    Chart(Chart),
    Regions(Regions),
    Confusion(Confusion),
    Images(Images),
    Pairs(Pairs),
    Grid(Grid),
}

impl Panel {
    /// What there is around the data, if they lie between axes.
    pub(super) fn margins(&self, area: Rect) -> Result<Margins, PlotError> {
        match &self.0 {
            Kind::Chart(chart) => chart.margins(area),
            Kind::Regions(regions) => regions.margins(area),
            _ => Ok(Margins::default()),
        }
    }

    /// The height that it needs for this width, if that follows from what is in it.
    pub(super) fn height(&self, width: f64) -> Option<u32> {
        match &self.0 {
            Kind::Images(images) => Some(images.height(width)),
            Kind::Pairs(pairs) => Some(pairs.height(width)),
            _ => None,
        }
    }

    /// Draws it with at least these margins around its axes.
    pub(super) fn draw(&self, scene: &mut Scene, area: Rect, least: Margins) -> Result<(), PlotError> {
        match &self.0 {
            Kind::Chart(chart) => chart.draw(scene, area, least),
            Kind::Regions(regions) => regions.draw(scene, area, least),
            Kind::Confusion(confusion) => confusion.draw(scene, area),
            Kind::Images(images) => images.draw(scene, area),
            Kind::Pairs(pairs) => pairs.draw(scene, area),
            Kind::Grid(grid) => grid.draw(scene, area),
        }
    }
}

/// Of this width and height, a picture is neither too small for its letters nor too large for a screen's memory.
const SIZES: core::ops::RangeInclusive<u32> = 100..=10_000;

/// A picture with nothing but this in it.
pub(super) fn alone(
    [width, height]: [u32; 2],
    draw: impl FnOnce(&mut Scene, Rect) -> Result<(), PlotError>,
) -> Result<Picture, PlotError> {
    for (setting, value) in [("width", width), ("height", height)] {
        if !SIZES.contains(&value) {
            return Err(SettingError { setting, value: value.into(), permitted: "100 to 10,000" }.into());
        }
    }
    let mut scene = Scene::new(width, height);
    let area = scene.area();
    draw(&mut scene, area)?;
    Ok(Picture::new(scene))
}

macro_rules! panels {
    ($($kind:ident)*) => {$(
        impl From<$kind> for Panel {
            fn from(panel: $kind) -> Self {
                Self(Kind::$kind(panel))
            }
        }

        impl $kind {
            /// Draws it as a picture of its own.
            ///
            /// # Errors
            ///
            /// A [`PlotError`] if there is nothing to draw, or a setting is out of its range.
            pub fn picture(&self) -> Result<Picture, PlotError> {
                let panel = Panel::from(self.clone());
                alone(self.natural_size(), |scene, area| panel.draw(scene, area, Margins::default()))
            }

            /// Draws it and saves it: see [`Picture::save`].
            ///
            /// # Errors
            ///
            /// A [`PlotError`] as from `picture` and [`Picture::save`].
            pub fn save(&self, path: impl AsRef<std::path::Path>) -> Result<(), PlotError> {
                self.picture()?.save(path)
            }
        }
    )*};
}

panels! { Chart Regions Confusion Images Pairs Grid }
