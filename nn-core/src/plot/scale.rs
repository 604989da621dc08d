//! A scale of colours for scores, beside the data.

use std::vec::Vec;

use super::PlotError;
use super::axis::{Axis, Tick};
use super::color::Color;
use super::geometry::Rect;
use super::scene::{Anchor, Scene, Shape, Stroke, Text, font};
use super::style::Style;
use crate::settings::SettingError;

/// Which score has which colour: white is the level, and the two sides reach equally far.
pub(super) struct Scale {
    axis: Axis,
    ticks: Vec<Tick>,
    /// The middle, where it is white, and how much there is to the farther end, as parts of the scale.
    white: f64,
    reach: f64,
}

const WIDTH: f64 = 16.0;
const GAP: f64 = 8.0;

impl Scale {
    pub(super) fn new(scores: &[f64], level: f64) -> Result<Self, PlotError> {
        if !level.is_finite() {
            return Err(SettingError { setting: "level", value: level, permitted: "finite" }.into());
        }
        let axis = Axis::over(scores.iter().copied(), false, 0.0);
        let white = axis.share(level).filter(|_| scores.iter().any(|score| axis.share(*score).is_some()));
        let values = scores.len();
        let white = white.ok_or(PlotError::NotFinite { what: "the scores".into(), values })?;
        Ok(Self { axis, ticks: axis.ticks(6).0, white, reach: white.abs().max((1.0 - white).abs()) })
    }

    /// The colour of a score; grey for one that is infinite or NaN.
    pub(super) fn color(&self, score: f64) -> Color {
        self.axis.share(score).map_or(Color::GRID, |share| self.at(share))
    }

    fn at(&self, share: f64) -> Color {
        Color::side(0.5 + 0.5 * (share - self.white) / self.reach).mix(Color::WHITE, 0.45)
    }

    /// The room that it takes.
    pub(super) fn width(&self, style: Style) -> f64 {
        let widest = self.ticks.iter().map(|tick| font::width(&tick.label, style.tick)).fold(0.0, f64::max);
        WIDTH + 2.5 * GAP + widest
    }

    /// Draws it at the right of `area`.
    pub(super) fn draw(&self, scene: &mut Scene, area: Rect, style: Style) {
        let (place, frame) =
            (Rect::new(area.right() + 1.5 * GAP, area.y, WIDTH, area.height), Stroke::new(Color::FRAME, 1.0));
        let pixels = (0..256).map(|i| self.at(1.0 - f64::from(i) / 255.0)).collect();
        scene.group("scale", "", |scene| {
            scene.shapes.push(Shape::Image { area: place, columns: 1, pixels, smooth: true });
            scene.rect(place, None, Some(frame));
            for tick in &self.ticks {
                let y = place.bottom() - tick.share * place.height;
                scene.line([place.right(), y], [place.right() + 4.0, y], frame);
                let at = [place.right() + GAP, y + 0.365 * style.tick];
                scene.text(Text::new(tick.label.clone(), at, style.tick).anchor(Anchor::Start));
            }
        });
    }
}
