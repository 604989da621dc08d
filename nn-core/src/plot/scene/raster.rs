//! A scene as pixels.

use std::vec::Vec;

use tiny_skia::{
    FillRule, FilterQuality, LineCap, LineJoin, Paint, Path, PathBuilder, Pattern, Pixmap, PremultipliedColorU8,
    SpreadMode, StrokeDash, Transform,
};
use ttf_parser::OutlineBuilder;

use super::{Scene, Shape, Stroke, Text, font};
use crate::plot::color::Color;
use crate::plot::geometry::{Place, Rect};

impl Scene {
    /// The picture with `scale` pixels for each of its units; `None` if there are too many.
    pub(in crate::plot) fn paint(&self, scale: f64) -> Option<Pixmap> {
        let mut canvas = Pixmap::new(pixels(self.width, scale), pixels(self.height, scale))?;
        canvas.fill(tiny_skia::Color::WHITE);
        let view = Transform::from_scale(single(scale), single(scale));
        for shape in &self.shapes {
            // A shape that has no extent leaves no trace.
            let _drawn = draw(&mut canvas, view, shape);
        }
        Some(canvas)
    }
}

fn draw(canvas: &mut Pixmap, view: Transform, shape: &Shape) -> Option<()> {
    match shape {
        Shape::Polygon { corners, fill, outline } => {
            let path = path([corners.as_slice()], true)?;
            area(canvas, view, &path, *fill, *outline);
        }
        Shape::Circle { centre: [x, y], radius, fill, outline } => {
            let path = PathBuilder::from_circle(single(*x), single(*y), single(*radius))?;
            area(canvas, view, &path, Some(*fill), *outline);
        }
        Shape::Lines { runs, stroke } => {
            line(canvas, view, &path(runs.iter().map(Vec::as_slice), false)?, *stroke);
        }
        Shape::Text(text) => letters(canvas, view, text)?,
        Shape::Image { area, columns, pixels, smooth } => {
            let image = self::image(*columns, pixels)?;
            let (across, down) = (image.width() as f32, image.height() as f32);
            let place = Transform::from_row(
                single(area.width) / across,
                0.0,
                0.0,
                single(area.height) / down,
                single(area.x),
                single(area.y),
            );
            let quality = if *smooth { FilterQuality::Bilinear } else { FilterQuality::Nearest };
            let shader = Pattern::new(image.as_ref(), SpreadMode::Pad, quality, 1.0, place);
            canvas.fill_rect(bounds(*area)?, &Paint { shader, ..Paint::default() }, view, None);
        }
        Shape::Open { .. } | Shape::Close => {}
    }
    Some(())
}

fn area(canvas: &mut Pixmap, view: Transform, path: &Path, fill: Option<Color>, outline: Option<Stroke>) {
    if let Some(fill) = fill {
        canvas.fill_path(path, &paint(fill), FillRule::Winding, view, None);
    }
    if let Some(outline) = outline {
        line(canvas, view, path, outline);
    }
}

fn line(canvas: &mut Pixmap, view: Transform, path: &Path, stroke: Stroke) {
    let pen = tiny_skia::Stroke {
        width: single(stroke.width),
        line_cap: LineCap::Round,
        line_join: LineJoin::Round,
        dash: stroke.dash.and_then(|dash| StrokeDash::new(Vec::from(dash.map(single)), 0.0)),
        ..tiny_skia::Stroke::default()
    };
    canvas.stroke_path(path, &paint(stroke.color), &pen, view, None);
}

fn letters(canvas: &mut Pixmap, view: Transform, text: &Text) -> Option<()> {
    let mut outlines = Outlines { path: PathBuilder::new(), x: 0.0 };
    for glyph in font::glyphs(&text.letters).0 {
        outlines.x = glyph.x as f32;
        font::outline(glyph.id, &mut outlines);
    }
    let scale = single(text.size / font::units());
    let place = view
        .pre_translate(single(text.place[0]), single(text.place[1]))
        .pre_concat(Transform::from_rotate(single(text.turn)))
        .pre_translate(-single(text.lead()), 0.0)
        .pre_scale(scale, -scale);
    canvas.fill_path(&outlines.path.finish()?, &paint(text.color), FillRule::Winding, place, None);
    Some(())
}

/// Pixels row by row as an image of its own.
pub(super) fn image(columns: u32, pixels: &[Color]) -> Option<Pixmap> {
    let rows = u32::try_from(pixels.len()).ok()?.checked_div(columns)?;
    let mut image = Pixmap::new(columns, rows)?;
    for (to, Color([red, green, blue])) in image.pixels_mut().iter_mut().zip(pixels) {
        *to = PremultipliedColorU8::from_rgba(*red, *green, *blue, 255)?;
    }
    Some(image)
}

fn path<'a>(runs: impl IntoIterator<Item = &'a [Place]>, closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    for run in runs {
        for (i, place) in run.iter().enumerate() {
            let [x, y] = place.map(single);
            if i == 0 { path.move_to(x, y) } else { path.line_to(x, y) }
        }
        if closed {
            path.close();
        }
    }
    path.finish()
}

fn paint(Color([red, green, blue]): Color) -> Paint<'static> {
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color_rgba8(red, green, blue, 255);
    paint
}

fn bounds(area: Rect) -> Option<tiny_skia::Rect> {
    tiny_skia::Rect::from_xywh(single(area.x), single(area.y), single(area.width), single(area.height))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a positive number of pixels")]
fn pixels(length: u32, scale: f64) -> u32 {
    (f64::from(length) * scale).round() as u32
}

#[expect(clippy::cast_possible_truncation, reason = "places are rounded to what the painter takes")]
fn single(value: f64) -> f32 {
    value as f32
}

/// The outlines of a text, one letter after the other.
struct Outlines {
    path: PathBuilder,
    x: f32,
}

impl OutlineBuilder for Outlines {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.x + x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.x + x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.path.quad_to(self.x + x1, y1, self.x + x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.path.cubic_to(self.x + x1, y1, self.x + x2, y2, self.x + x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}
