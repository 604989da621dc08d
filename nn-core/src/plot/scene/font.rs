//! The letters: outlines of DejaVu Sans, the same in every picture on every machine.

use std::string::String;
use std::sync::LazyLock;
use std::vec::Vec;

use ttf_parser::{Face, GlyphId, OutlineBuilder};

/// `None` cannot happen, since the font is part of the program; without it a picture would have no text.
static FACE: LazyLock<Option<Face<'static>>> = LazyLock::new(|| Face::parse(dejavu::sans::regular(), 0).ok());

/// A letter as the font numbers it, and how far from the begin of the text it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::plot) struct Glyph {
    pub(in crate::plot) id: u16,
    /// In units of the font.
    pub(in crate::plot) x: i32,
}

/// Units of the font for each unit of a text's size.
pub(in crate::plot) fn units() -> f64 {
    FACE.as_ref().map_or(1.0, |face| f64::from(face.units_per_em()))
}

/// The letters of a text, and its length in units of the font. A letter that the font lacks is an empty box.
pub(in crate::plot) fn glyphs(text: &str) -> (Vec<Glyph>, i32) {
    let Some(face) = FACE.as_ref() else { return (Vec::new(), 0) };
    let (mut glyphs, mut x, mut before) = (Vec::new(), 0, None);
    for letter in text.chars() {
        let id = face.glyph_index(letter).unwrap_or_default();
        x += before.map_or(0, |before| kerning(face, before, id));
        glyphs.push(Glyph { id: id.0, x });
        x += i32::from(face.glyph_hor_advance(id).unwrap_or_default());
        before = Some(id);
    }
    (glyphs, x)
}

/// How much closer together than usual these two letters stand.
fn kerning(face: &Face<'_>, left: GlyphId, right: GlyphId) -> i32 {
    let tables = face.tables().kern.into_iter().flat_map(|kern| kern.subtables);
    let horizontal = tables.filter(|table| table.horizontal && !table.has_state_machine);
    horizontal.filter_map(|table| table.glyphs_kerning(left, right)).map(i32::from).sum()
}

/// The length of a text in a size.
pub(in crate::plot) fn width(text: &str, size: f64) -> f64 {
    f64::from(glyphs(text).1) * size / units()
}

/// Hands the outline of a letter, in units of the font and upwards, to `builder`.
pub(in crate::plot) fn outline(id: u16, builder: &mut impl OutlineBuilder) {
    if let Some(face) = FACE.as_ref() {
        face.outline_glyph(GlyphId(id), builder);
    }
}

/// The text in lines that are no longer than `room`, as far as its words allow.
pub(in crate::plot) fn wrap(text: &str, size: f64, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(&std::format!("{line} {word}"), size) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.into()),
        }
    }
    lines
}

/// The largest size up to `size` in which the text is no longer than `room`.
pub(in crate::plot) fn fit(text: &str, size: f64, room: f64) -> f64 {
    let width = width(text, size);
    if width > room { size * room.max(0.0) / width } else { size }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_font_has_what_pictures_need() {
        let face = FACE.as_ref().unwrap();
        for letter in "abcXYZ0123456789.,−×·→✓✗⁰¹²³⁴⁵⁶⁷⁸⁹⁻%()äöüßéαβγλθσ∂∇".chars()
        {
            assert!(face.glyph_index(letter).is_some(), "{letter}");
        }
    }

    #[test]
    fn widths_are_the_fonts_advances() {
        assert!((units() - 2048.0).abs() < 1e-9);
        // The advance of a digit in DejaVu Sans is 1303 units.
        assert!((width("00", 2048.0) - 2606.0).abs() < 1e-9);
        assert!(width("", 16.0).abs() < 1e-9);
        assert!(width("AV", 16.0) < width("A", 16.0) + width("V", 16.0));
    }

    #[test]
    fn text_is_broken_between_words() {
        assert_eq!(wrap("one two three", 16.0, width("one two", 16.0)), ["one two", "three"]);
        assert_eq!(wrap("  indivisible ", 16.0, 10.0), ["indivisible"]);
        assert!(wrap(" ", 16.0, 10.0).is_empty());
        assert!((fit("00", 2048.0, 1303.0) - 1024.0).abs() < 1e-9);
    }
}
