//! A picture as a list of shapes, which is written as SVG or painted for a PNG.

pub(super) mod font;
pub(super) mod raster;
pub(super) mod svg;

use std::string::String;
use std::vec::Vec;

use super::color::Color;
use super::geometry::{Place, Rect};

/// Everything in a picture, what lies at the back first.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scene {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) shapes: Vec<Shape>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shape {
    /// A filled area. Its outline, if any, is drawn over its border.
    Polygon {
        corners: Vec<Place>,
        fill: Option<Color>,
        outline: Option<Stroke>,
    },
    Circle {
        centre: Place,
        radius: f64,
        fill: Color,
        outline: Option<Stroke>,
    },
    /// Lines through places, all of one look.
    Lines {
        runs: Vec<Vec<Place>>,
        stroke: Stroke,
    },
    Text(Text),
    /// Pixels row by row, blown up to the area.
    Image {
        area: Rect,
        columns: u32,
        pixels: Vec<Color>,
        smooth: bool,
    },
    /// The shapes up to `Close` are one thing, which has a name.
    Open {
        kind: &'static str,
        name: String,
    },
    Close,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stroke {
    pub(super) color: Color,
    pub(super) width: f64,
    /// The lengths of a dash and of the gap behind it.
    pub(super) dash: Option<[f64; 2]>,
}

impl Stroke {
    pub(super) const fn new(color: Color, width: f64) -> Self {
        Self { color, width, dash: None }
    }
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Text {
    pub(super) letters: String,
    /// Where on the line that the letters stand on.
    pub(super) place: Place,
    pub(super) size: f64,
    pub(super) anchor: Anchor,
    /// Degrees, clockwise.
    pub(super) turn: f64,
    pub(super) color: Color,
}

/// Which part of a text is at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Text {
    /// Upright text in the usual colour, centred on its place.
    pub(super) fn new(text: impl Into<String>, place: Place, size: f64) -> Self {
        Self { letters: text.into(), place, size, anchor: Anchor::Middle, turn: 0.0, color: Color::INK }
    }

    pub(super) fn anchor(mut self, anchor: Anchor) -> Self {
        self.anchor = anchor;
        self
    }

    pub(super) fn turn(mut self, degrees: f64) -> Self {
        self.turn = degrees;
        self
    }

    pub(super) fn color(mut self, color: Color) -> Self {
        self.color = color;
        self
    }

    /// How far before its place the text begins.
    fn lead(&self) -> f64 {
        match self.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => font::width(&self.letters, self.size) / 2.0,
            Anchor::End => font::width(&self.letters, self.size),
        }
    }
}

impl Scene {
    /// White paper.
    pub(super) fn new(width: u32, height: u32) -> Self {
        Self { width, height, shapes: Vec::new() }
    }

    pub(super) fn area(&self) -> Rect {
        Rect::new(0.0, 0.0, f64::from(self.width), f64::from(self.height))
    }

    pub(super) fn rect(&mut self, area: Rect, fill: Option<Color>, outline: Option<Stroke>) {
        let (left, top, right, bottom) = (area.x, area.y, area.right(), area.bottom());
        let corners = Vec::from([[left, top], [right, top], [right, bottom], [left, bottom]]);
        self.shapes.push(Shape::Polygon { corners, fill, outline });
    }

    pub(super) fn line(&mut self, from: Place, to: Place, stroke: Stroke) {
        self.shapes.push(Shape::Lines { runs: Vec::from([Vec::from([from, to])]), stroke });
    }

    pub(super) fn text(&mut self, text: Text) {
        self.shapes.push(Shape::Text(text));
    }

    /// Draws things that belong together under one name.
    pub(super) fn group(&mut self, kind: &'static str, name: &str, draw: impl FnOnce(&mut Self)) {
        self.shapes.push(Shape::Open { kind, name: name.into() });
        draw(self);
        self.shapes.push(Shape::Close);
    }
}
