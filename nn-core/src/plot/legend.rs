//! Which line is which: in a free corner if there is one, else above the data.

use std::string::String;
use std::vec::Vec;

use super::color::Color;
use super::geometry::{Place, Rect};
use super::scene::{Anchor, Scene, Stroke, Text, font};
use super::series::{Look, Series};
use super::style::Style;

/// A name and how what it stands for looks.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    name: String,
    look: Look,
}

/// The series that have names.
pub(super) fn entries<'a>(series: impl IntoIterator<Item = &'a Series>) -> Vec<Entry> {
    let named = series.into_iter().filter(|series| !series.name.is_empty());
    named.map(|series| Entry { name: series.name.clone(), look: series.look }).collect()
}

impl Entry {
    pub(super) fn new(name: String, look: Look) -> Self {
        Self { name, look }
    }

    fn sample(&self, style: Style) -> f64 {
        if matches!(self.look, Look::Line { .. }) { 1.9 * style.tick } else { style.tick }
    }

    fn width(&self, style: Style) -> f64 {
        self.sample(style) + GAP + font::width(&self.name, style.tick)
    }

    fn draw(&self, scene: &mut Scene, [x, y]: Place, style: Style) {
        self.look.sample(scene, [x, y], self.sample(style), style);
        let place = [x + self.sample(style) + GAP, y + 0.365 * style.tick];
        scene.text(Text::new(self.name.clone(), place, style.tick).anchor(Anchor::Start));
    }
}

const GAP: f64 = 7.0;
const MARGIN: f64 = 9.0;

fn row(style: Style) -> f64 {
    1.45 * style.tick
}

/// A box in the area that nothing of the data touches, if there is one: its corners first, then the middles of its sides.
pub(super) fn free(entries: &[Entry], area: Rect, style: Style, traces: &[Vec<Vec<Place>>]) -> Option<Rect> {
    let widest = entries.iter().map(|entry| entry.width(style)).fold(0.0, f64::max);
    let (width, height) = (widest + 2.0 * GAP, entries.len() as f64 * row(style) + GAP);
    let (left, right) = (area.x + MARGIN, area.right() - MARGIN - width);
    let (top, bottom) = (area.y + MARGIN, area.bottom() - MARGIN - height);
    let [x, y] = area.centre();
    let (x, y) = (x - width / 2.0, y - height / 2.0);
    let places =
        [[right, top], [left, top], [right, bottom], [left, bottom], [right, y], [left, y], [x, top], [x, bottom]];
    let untouched = |place: &Rect| {
        let near = place.inset(-MARGIN / 2.0, -MARGIN / 2.0, -MARGIN / 2.0, -MARGIN / 2.0);
        let crossed =
            traces.iter().flatten().any(|line| line.windows(2).any(|pair| near.clip(pair[0], pair[1]).is_some()));
        !crossed && !traces.iter().flatten().flatten().any(|place| near.contains(*place))
    };
    let fits = width + 2.0 * MARGIN <= area.width && height + 2.0 * MARGIN <= area.height;
    places.map(|[x, y]| Rect::new(x, y, width, height)).into_iter().filter(|_| fits).find(untouched)
}

/// The entries one below the other in a box.
pub(super) fn draw_in(scene: &mut Scene, entries: &[Entry], place: Rect, style: Style) {
    scene.group("legend", "", |scene| {
        scene.rect(place, Some(Color::WHITE), Some(Stroke::new(Color([204; 3]), 1.0)));
        for (i, entry) in entries.iter().enumerate() {
            let y = place.y + GAP / 2.0 + (i as f64 + 0.5) * row(style);
            entry.draw(scene, [place.x + GAP, y], style);
        }
    });
}

/// The entries side by side, in as many rows as they need.
fn rows(entries: &[Entry], width: f64, style: Style) -> Vec<Vec<(&Entry, f64)>> {
    let mut rows: Vec<Vec<(&Entry, f64)>> = Vec::new();
    let mut x = 0.0;
    for entry in entries {
        match rows.last_mut() {
            Some(row) if x + entry.width(style) <= width => row.push((entry, x)),
            _ => {
                x = 0.0;
                rows.push(Vec::from([(entry, x)]));
            }
        }
        x += entry.width(style) + 2.0 * style.tick;
    }
    rows
}

/// How high the rows are above data of this width.
pub(super) fn height(entries: &[Entry], width: f64, style: Style) -> f64 {
    rows(entries, width, style).len() as f64 * row(style)
}

/// The entries in rows above `area`.
pub(super) fn draw_above(scene: &mut Scene, entries: &[Entry], area: Rect, style: Style) {
    let rows = rows(entries, area.width, style);
    let top = area.y - rows.len() as f64 * row(style) - 2.0;
    scene.group("legend", "", |scene| {
        for (i, row_of) in rows.iter().enumerate() {
            let width = row_of.last().map_or(0.0, |(entry, x)| x + entry.width(style));
            let left = area.centre()[0] - width / 2.0;
            for (entry, x) in row_of {
                entry.draw(scene, [left + x, top + (i as f64 + 0.5) * row(style)], style);
            }
        }
    });
}
