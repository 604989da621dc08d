//! Sizes of letters and lines, which depend on how large a panel is.

use super::geometry::Rect;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Style {
    pub(super) title: f64,
    pub(super) label: f64,
    pub(super) tick: f64,
    pub(super) line: f64,
    pub(super) marker: f64,
}

impl Style {
    /// A panel that is a picture of its own, or one of few; a smaller one.
    pub(super) fn of(area: Rect) -> Self {
        if area.width >= 560.0 {
            Self { title: 20.0, label: 17.0, tick: 15.0, line: 2.2, marker: 5.0 }
        } else {
            Self { title: 16.5, label: 14.5, tick: 13.0, line: 1.9, marker: 3.8 }
        }
    }
}
