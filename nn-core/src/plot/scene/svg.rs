//! A scene as SVG.
//!
//! Letters are outlines, each defined once: the text looks the same wherever the file is shown, without any font. What it says is in
//! `aria-label`.

use std::collections::BTreeSet;
use std::fmt::{Display, Formatter, Result, Write};
use std::format;
use std::string::String;
use std::vec::Vec;

use ttf_parser::OutlineBuilder;

use super::{Scene, Shape, Stroke, Text, font, raster};
use crate::plot::color::Color;
use crate::plot::geometry::{Place, Rect};

impl Display for Scene {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let (width, height) = (self.width, self.height);
        writeln!(
            f,
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">"#
        )?;
        writeln!(f, "<defs>")?;
        for id in self.letters() {
            let mut path = Path(Vec::new());
            font::outline(id, &mut path);
            writeln!(f, r#"<path id="dejavu-{id}" d="{}"/>"#, path.0.concat())?;
        }
        writeln!(f, "</defs>")?;
        writeln!(f, r##"<rect width="{width}" height="{height}" fill="#ffffff"/>"##)?;
        for shape in &self.shapes {
            write_shape(f, shape)?;
        }
        writeln!(f, "</svg>")
    }
}

impl Scene {
    /// Every letter in the picture.
    fn letters(&self) -> BTreeSet<u16> {
        let texts =
            self.shapes.iter().filter_map(|shape| if let Shape::Text(text) = shape { Some(text) } else { None });
        texts.flat_map(|text| font::glyphs(&text.letters).0).map(|glyph| glyph.id).collect()
    }
}

fn write_shape(f: &mut Formatter<'_>, shape: &Shape) -> Result {
    match shape {
        Shape::Polygon { corners, fill, outline } => {
            let fill = fill.map_or_else(|| "none".into(), |fill| format!("{fill}"));
            writeln!(f, r#"<path d="{}Z" fill="{fill}"{}/>"#, points(corners), attributes(*outline))
        }
        Shape::Circle { centre: [x, y], radius, fill, outline } => {
            let (x, y, radius) = (Number(*x), Number(*y), Number(*radius));
            let outline = attributes(*outline);
            writeln!(f, r#"<circle cx="{x}" cy="{y}" r="{radius}" fill="{fill}"{outline}/>"#)
        }
        Shape::Lines { runs, stroke } => {
            let lines: Vec<_> = runs.iter().map(|run| points(run)).collect();
            let looks = r#" stroke-linejoin="round" stroke-linecap="round""#;
            writeln!(f, r#"<path d="{}" fill="none"{}{looks}/>"#, lines.concat(), attributes(Some(*stroke)))
        }
        Shape::Text(text) => write_text(f, text),
        Shape::Image { area, columns, pixels, smooth } => write_image(f, *area, *columns, pixels, *smooth),
        Shape::Open { kind, name } if name.is_empty() => writeln!(f, r#"<g class="{kind}">"#),
        Shape::Open { kind, name } => writeln!(f, r#"<g class="{kind}" aria-label="{}">"#, Escaped(name)),
        Shape::Close => writeln!(f, "</g>"),
    }
}

fn write_text(f: &mut Formatter<'_>, text: &Text) -> Result {
    let scale = text.size / font::units();
    let ([x, y], color) = (text.place.map(Number), text.color);
    write!(
        f,
        r#"<g class="text" aria-label="{}" fill="{color}" transform="translate({x} {y})"#,
        Escaped(&text.letters)
    )?;
    if text.turn != 0.0 {
        write!(f, " rotate({})", Number(text.turn))?;
    }
    writeln!(f, r#" translate({} 0) scale({scale:.6} -{scale:.6})">"#, Number(-text.lead()))?;
    for glyph in font::glyphs(&text.letters).0 {
        write!(f, r##"<use href="#dejavu-{}" x="{}"/>"##, glyph.id, glyph.x)?;
    }
    writeln!(f, "\n</g>")
}

fn write_image(f: &mut Formatter<'_>, area: Rect, columns: u32, pixels: &[Color], smooth: bool) -> Result {
    let Some(png) = raster::image(columns, pixels).and_then(|image| image.encode_png().ok()) else { return Ok(()) };
    let [x, y, width, height] = [area.x, area.y, area.width, area.height].map(Number);
    let looks = if smooth { "" } else { r#" style="image-rendering:pixelated""# };
    write!(f, r#"<image x="{x}" y="{y}" width="{width}" height="{height}" preserveAspectRatio="none"{looks}"#)?;
    writeln!(f, r#" href="data:image/png;base64,{}"/>"#, base64(&png))
}

fn points(places: &[Place]) -> String {
    let point = |(i, place): (usize, &Place)| {
        let [x, y] = place.map(Number);
        format!("{}{x} {y}", if i == 0 { 'M' } else { 'L' })
    };
    places.iter().enumerate().map(point).collect()
}

fn attributes(stroke: Option<Stroke>) -> String {
    let Some(Stroke { color, width, dash }) = stroke else { return String::new() };
    let dash = dash.map(|[dash, gap]| format!(r#" stroke-dasharray="{} {}""#, Number(dash), Number(gap)));
    format!(r#" stroke="{color}" stroke-width="{}"{}"#, Number(width), dash.unwrap_or_default())
}

/// A number to a hundredth of a pixel, as short as it can be.
struct Number(f64);

impl Display for Number {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        // Adding zero turns a negative zero into a positive one.
        write!(f, "{}", (100.0 * self.0).round() / 100.0 + 0.0)
    }
}

impl Display for Color {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// Text within an attribute. XML has no way to write control characters.
struct Escaped<'a>(&'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        for letter in self.0.chars() {
            match letter {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\u{fffe}' | '\u{ffff}' => f.write_char('\u{fffd}')?,
                letter if letter.is_control() => f.write_char(' ')?,
                letter => f.write_char(letter)?,
            }
        }
        Ok(())
    }
}

/// An outline as a path of SVG. Its numbers are whole: they are units of the font.
struct Path(Vec<String>);

impl OutlineBuilder for Path {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.push(format!("M{x} {y}"));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.push(format!("L{x} {y}"));
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.0.push(format!("Q{x1} {y1} {x} {y}"));
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.0.push(format!("C{x1} {y1} {x2} {y2} {x} {y}"));
    }

    fn close(&mut self) {
        self.0.push("Z".into());
    }
}

/// RFC 4648, section 4.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let bits = (0..3).fold(0_u32, |bits, i| bits << 8 | u32::from(chunk.get(i).copied().unwrap_or(0)));
        for i in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * i)) as usize % 64];
            text.push(if i <= chunk.len() { char::from(letter) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::string::ToString;

    #[test]
    fn base64_of_the_standard() {
        // RFC 4648, section 10.
        let pairs =
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("foobar", "Zm9vYmFy")];
        for (bytes, text) in pairs {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn numbers_are_short() {
        let texts = [1.0, 0.125, -0.001, 12.3456].map(|number| Number(number).to_string());
        assert_eq!(texts, ["1", "0.13", "0", "12.35"]);
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(Escaped("a < b & \"c\"\u{1}").to_string(), "a &lt; b &amp; &quot;c&quot; ");
    }
}
