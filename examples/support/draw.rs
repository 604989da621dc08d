//! Pictures for a terminal, without colour.

/// Rows of pictures are broken to stay within this many columns.
const COLUMNS: usize = 80;
const GAP: &str = "  ";

/// Pictures side by side, each with a line of text under it; they go to a next row where the terminal ends.
///
/// A character of a terminal is twice as high as wide. A small picture gets two characters for each pixel, a large one
/// a character for two pixels, one above the other.
pub fn pictures<const PIXELS: usize>(pictures: &[(&[f32; PIXELS], String)]) -> String {
    const { assert!(PIXELS.isqrt() * PIXELS.isqrt() == PIXELS, "a picture is square") };
    let drawn: Vec<Vec<String>> = pictures
        .iter()
        .map(|(image, caption)| {
            let rows: Vec<&[f32]> = image.chunks(PIXELS.isqrt()).collect();
            let mut lines = if rows.len() <= 16 { double_width(&rows) } else { half_height(&rows) };
            lines.push(caption.clone());
            lines
        })
        .collect();

    let width = drawn.iter().flatten().map(|line| line.chars().count()).max().unwrap_or(0);
    let per_row = ((COLUMNS + GAP.len()) / (width + GAP.len())).max(1);
    let mut out = String::new();
    for row in drawn.chunks(per_row) {
        for line in 0..row[0].len() {
            let parts: Vec<String> = row.iter().map(|picture| format!("{:width$}", picture[line])).collect();
            out += parts.join(GAP).trim_end();
            out.push('\n');
        }
        out.push('\n');
    }
    out
}

fn double_width(rows: &[&[f32]]) -> Vec<String> {
    rows.iter().map(|row| row.iter().flat_map(|&ink| [shade(ink); 2]).collect()).collect()
}

fn half_height(rows: &[&[f32]]) -> Vec<String> {
    let blank = vec![0.0; rows[0].len()];
    rows.chunks(2)
        .map(|pair| {
            let lower = pair.get(1).copied().unwrap_or(&blank);
            pair[0].iter().zip(lower).map(|(&upper, &lower)| halves(upper, lower)).collect()
        })
        .collect()
}

/// One pixel, from 0 (paper) to 1 (ink).
fn shade(ink: f32) -> char {
    match ink {
        ..0.1 => ' ',
        ..0.35 => '░',
        ..0.6 => '▒',
        ..0.85 => '▓',
        _ => '█',
    }
}

/// Two pixels, one above the other: half blocks where the edge of a stroke runs between them.
fn halves(upper: f32, lower: f32) -> char {
    match upper - lower {
        0.5.. => '▀',
        ..=-0.5 => '▄',
        _ => shade(f32::midpoint(upper, lower)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_picture_has_two_characters_for_each_pixel() {
        let image = [0.0, 0.3, 0.5, 1.0];
        assert_eq!(pictures(&[(&image, "one".into())]), "  ░░\n▒▒██\none\n\n");
    }

    #[test]
    fn pictures_stand_side_by_side() {
        let (ink, paper) = ([1.0], [0.0]);
        assert_eq!(
            pictures(&[(&ink, "ink".into()), (&paper, "paper".into()), (&ink, "é".into())]),
            "██            ██\nink    paper  é\n\n"
        );
    }

    #[test]
    fn pictures_go_to_the_next_row() {
        let image = [1.0; 64];
        let drawn = pictures(&[(); 6].map(|()| (&image, "8".into())));
        // Four of 16 columns and the gaps between them are 70 columns, five would be 88.
        assert_eq!(drawn.lines().map(|line| line.chars().count()).max(), Some(70));
        assert_eq!(drawn.lines().count(), 2 * (8 + 1 + 1));
    }

    #[test]
    fn a_large_picture_has_a_character_for_two_pixels() {
        let mut image = [0.0; 28 * 28];
        image[0] = 1.0; // top left
        image[28 + 1] = 1.0; // one right and down
        image[27 * 28..].fill(0.4); // the last line
        let drawn = pictures(&[(&image, String::new())]);
        let lines: Vec<&str> = drawn.lines().collect();
        assert_eq!(lines.len(), 14 + 1 + 1);
        assert_eq!(lines[0], "▀▄");
        assert_eq!(lines[13], "░".repeat(28));
    }

    #[test]
    fn nothing_to_draw() {
        assert_eq!(pictures::<64>(&[]), "");
    }
}
