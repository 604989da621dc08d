//! What is in a picture, looked up among its pixels.

use super::*;
use crate::plot::color::Color;
use tiny_skia::Pixmap;

fn pixels(picture: &Picture) -> Pixmap {
    Pixmap::decode_png(&picture.png().unwrap()).unwrap()
}

/// How many pixels have exactly this colour.
fn count(picture: &Pixmap, Color(rgb): Color) -> usize {
    picture.pixels().iter().filter(|pixel| [pixel.red(), pixel.green(), pixel.blue()] == rgb).count()
}

#[test]
fn every_picture_has_its_size_text_and_white_corners() {
    for (kind, picture) in all() {
        let pixels = pixels(&picture);
        assert_eq!([pixels.width(), pixels.height()], picture.size(), "{kind}");
        let all = pixels.pixels().len();
        assert!((1..all * 99 / 100).contains(&count(&pixels, Color::WHITE)), "{kind} is blank");
        assert!(count(&pixels, Color::INK) > 20, "{kind} has no text");
        for (x, y) in [(0, 0), (pixels.width() - 1, pixels.height() - 1)] {
            assert_eq!(pixels.pixel(x, y).unwrap().green(), 255, "{kind}");
        }
    }
    let sharp = pixels(&chart().size(400, 300).picture().unwrap().resolution(2.0));
    assert_eq!([sharp.width(), sharp.height()], [800, 600]);
}

#[test]
fn every_series_is_seen_in_its_colour() {
    let pixels = pixels(&chart().picture().unwrap());
    // The shorter of the lines is more than 700 pixels long and 2 wide; at their edges they are mixed with the paper.
    assert!(count(&pixels, Color::series(0)) > 200 && count(&pixels, Color::series(1)) > 200);
    assert_eq!(count(&pixels, Color::series(2)), 0);
}

#[test]
fn regions_take_the_tint_of_their_class() {
    let pixels = pixels(&regions().picture().unwrap());
    let [left, right] = [0, 1].map(|class| count(&pixels, Color::series(class).tint()));
    // The border is the diagonal of the area, so both are seen alike, but for the points.
    assert!(left > 50_000 && left.abs_diff(right) < left / 10, "{left} {right}");
}

#[test]
fn pixels_of_an_image_are_sharp_squares() {
    let picture = Images::new(2, 1).image(&[0.0_f32, 1.0], "").picture().unwrap();
    let pixels = pixels(&picture);
    let black = count(&pixels, Color([0; 3]));
    assert!(black > 5_000, "{black}");
    let inverted = self::pixels(&Images::new(2, 1).image(&[0.0_f32, 1.0], "").light().picture().unwrap());
    assert!(count(&inverted, Color([0; 3])).abs_diff(black) < 200);
}

#[test]
fn equal_data_give_equal_bytes() {
    let (mut first, mut second) = (all(), all());
    for ((kind, first), (_, second)) in first.iter().zip(&second) {
        assert_eq!(first.svg(), second.svg(), "{kind}");
    }
    // The grid, which comes last, holds all the others.
    let grids = [first.pop(), second.pop()].map(|picture| picture.unwrap().1.png().unwrap());
    assert!(grids[0] == grids[1]);
}
