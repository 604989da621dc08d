//! The area that data are drawn in, and everything around it: title, numbers, labels.

use std::string::String;
use std::vec::Vec;

use super::axis::{Axis, Tick};
use super::color::Color;
use super::geometry::{Place, Rect};
use super::scene::{Anchor, Scene, Stroke, Text, font};
use super::style::Style;

/// What is written around the data.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Labels {
    pub(super) title: String,
    pub(super) x: String,
    pub(super) y: String,
}

/// Room that is kept free beside the data.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Room {
    /// For a legend above.
    pub(super) above: f64,
    /// For a scale of colours at the right.
    pub(super) right: f64,
    /// At least, on all sides: what the neighbours need whose data this one's are in line with.
    pub(super) least: Margins,
}

/// What is around the data of a panel: left, above, right and below.
pub(super) type Margins = [f64; 4];

/// Where values have their place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Plane {
    pub(super) area: Rect,
    x: Axis,
    y: Axis,
    x_ticks: (Vec<Tick>, Vec<f64>),
    y_ticks: (Vec<Tick>, Vec<f64>),
}

const GAP: f64 = 6.0;
const TICK: f64 = 4.0;

impl Plane {
    /// Divides a panel: as much as possible for the data.
    pub(super) fn new(panel: Rect, labels: &Labels, [x, y]: [Axis; 2], room: Room, style: Style) -> Self {
        let label = |text: &str| if text.is_empty() { 0.0 } else { 1.25 * style.label + GAP };
        let top = room.least[1].max(title_height(panel, &labels.title, style) + room.above);
        let bottom = room.least[3].max(TICK + GAP + style.tick + label(&labels.x) + GAP);
        let height = panel.inset(0.0, top, 0.0, bottom).height;
        let y_ticks = y.ticks(whole(height / (3.0 * style.tick)).clamp(2, 9));

        let widest = |ticks: &[Tick]| {
            let widths = ticks.iter().map(|tick| font::width(&tick.label, style.tick));
            widths.fold(0.0, f64::max)
        };
        let left = room.least[0].max(GAP + label(&labels.y) + widest(&y_ticks.0) + GAP + TICK);
        let wide = panel.inset(left, 0.0, 2.0 * style.tick + room.right, 0.0).width;
        // The fewer numbers fit, the more digits they may have; the second guess is right.
        let guess = widest(&x.ticks(6).0);
        let x_ticks = x.ticks(whole(wide / (1.7 * guess).max(3.0 * style.tick)).clamp(2, 10));
        let overhang = x_ticks.0.last().map_or(0.0, |tick| font::width(&tick.label, style.tick) / 2.0);
        let right = room.least[2].max(GAP + overhang.max(style.tick / 2.0) + room.right);
        Self { area: panel.inset(left, top, right, bottom), x, y, x_ticks, y_ticks }
    }

    /// What is around the data.
    pub(super) fn margins(&self, panel: Rect) -> Margins {
        let area = self.area;
        [area.x - panel.x, area.y - panel.y, panel.right() - area.right(), panel.bottom() - area.bottom()]
    }

    /// Where a point is, be it outside of the area; `None` if it is nowhere.
    pub(super) fn place(&self, [x, y]: [f64; 2]) -> Option<Place> {
        let (x, y) = (self.x.share(x)?, self.y.share(y)?);
        Some([self.area.x + x * self.area.width, self.area.bottom() - y * self.area.height])
    }

    /// The lines behind the data.
    pub(super) fn draw_grid(&self, scene: &mut Scene) {
        let stroke = Stroke::new(Color::GRID, 1.0);
        for tick in &self.x_ticks.0 {
            let x = self.area.x + tick.share * self.area.width;
            scene.line([x, self.area.y], [x, self.area.bottom()], stroke);
        }
        for tick in &self.y_ticks.0 {
            let y = self.area.bottom() - tick.share * self.area.height;
            scene.line([self.area.x, y], [self.area.right(), y], stroke);
        }
    }

    /// The frame and all that is written around it.
    pub(super) fn draw_frame(&self, scene: &mut Scene, panel: Rect, labels: &Labels, style: Style) {
        let (area, stroke) = (self.area, Stroke::new(Color::FRAME, 1.0));
        draw_title(scene, panel, &labels.title, area, style);
        scene.rect(area, None, Some(stroke));
        for (shares, length) in
            [(self.x_ticks.0.iter().map(|tick| tick.share).collect(), TICK), (self.x_ticks.1.clone(), 2.0)]
        {
            for share in shares {
                let x = area.x + share * area.width;
                scene.line([x, area.bottom()], [x, area.bottom() + length], stroke);
            }
        }
        for (shares, length) in
            [(self.y_ticks.0.iter().map(|tick| tick.share).collect(), TICK), (self.y_ticks.1.clone(), 2.0)]
        {
            for share in shares {
                let y = area.bottom() - share * area.height;
                scene.line([area.x - length, y], [area.x, y], stroke);
            }
        }
        let below = area.bottom() + TICK + GAP + 0.75 * style.tick;
        for tick in &self.x_ticks.0 {
            scene.text(Text::new(tick.label.clone(), [area.x + tick.share * area.width, below], style.tick));
        }
        for tick in &self.y_ticks.0 {
            // Half the height of a digit below the place, so that the digit's middle is there.
            let place = [area.x - TICK - GAP, area.bottom() - tick.share * area.height + 0.365 * style.tick];
            scene.text(Text::new(tick.label.clone(), place, style.tick).anchor(Anchor::End));
        }
        let [x, y] = area.centre();
        if !labels.x.is_empty() {
            let size = font::fit(&labels.x, style.label, panel.width - 2.0 * GAP);
            let half = font::width(&labels.x, size) / 2.0 + GAP;
            let x = x.min(panel.right() - half).max(panel.x + half);
            let below = area.bottom() + TICK + 2.0 * GAP + 0.75 * style.tick + style.label;
            scene.text(Text::new(labels.x.clone(), [x, below], size));
        }
        if !labels.y.is_empty() {
            let size = font::fit(&labels.y, style.label, panel.bottom() - area.y - GAP);
            let half = font::width(&labels.y, size) / 2.0;
            let y = y.min(panel.bottom() - GAP - half).max(area.y + half);
            let widest = self.y_ticks.0.iter().map(|tick| font::width(&tick.label, style.tick)).fold(0.0, f64::max);
            let x = area.x - TICK - 2.0 * GAP - widest - 0.3 * style.label;
            scene.text(Text::new(labels.y.clone(), [x, y], size).turn(-90.0));
        }
    }
}

/// How much of a panel the title takes.
pub(super) fn title_height(panel: Rect, title: &str, style: Style) -> f64 {
    let lines = font::wrap(title, style.title, panel.width - 2.0 * GAP).len() as f64;
    if lines == 0.0 { style.tick } else { GAP + lines * 1.3 * style.title + GAP }
}

/// The title over the middle of `area`, as far as the panel has room for that.
pub(super) fn draw_title(scene: &mut Scene, panel: Rect, title: &str, area: Rect, style: Style) {
    let lines = font::wrap(title, style.title, panel.width - 2.0 * GAP);
    for (i, line) in lines.into_iter().enumerate() {
        let size = font::fit(&line, style.title, panel.width - 2.0 * GAP);
        let half = font::width(&line, size) / 2.0 + GAP;
        let x = area.centre()[0].min(panel.right() - half).max(panel.x + half);
        scene.text(Text::new(line, [x, panel.y + GAP + style.title * (1.0 + 1.3 * i as f64)], size));
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small positive number")]
fn whole(number: f64) -> usize {
    number.max(0.0) as usize
}
