//! Where a function of two variables takes a value.

use std::vec::Vec;

use super::geometry::Place;

/// The lines along which the values, row by row in rows of `columns`, are `level`, in units of columns and rows (Lorensen and Cline's
/// marching cubes (1987) in two dimensions). A cell with a value that is infinite or NaN has none.
pub(super) fn contour(values: &[f64], columns: usize, level: f64) -> Vec<Vec<Place>> {
    let mut lines = Vec::new();
    for (row, (upper, lower)) in values.chunks(columns).zip(values.chunks(columns).skip(1)).enumerate() {
        for column in 0..columns.saturating_sub(1) {
            let corners =
                [upper[column], upper[column + 1], lower[column + 1], lower[column]].map(|value| value - level);
            if corners.iter().all(|corner| corner.is_finite()) {
                let crossings = crossings(corners);
                // Two sides are crossed, or all four: then in the order that joins neighbours.
                let place = |[x, y]: Place| [column as f64 + x, row as f64 + y];
                lines.extend(crossings.chunks_exact(2).map(|ends| Vec::from([place(ends[0]), place(ends[1])])));
            }
        }
    }
    lines
}

/// Where the sides of a cell, in a round from the upper left corner, are crossed by zero.
fn crossings(corners: [f64; 4]) -> Vec<Place> {
    const PLACES: [Place; 4] = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]];
    let sides = (0..4).filter_map(|side| {
        let (from, to) = (corners[side], corners[(side + 1) % 4]);
        let share = from / (from - to);
        let [[x0, y0], [x1, y1]] = [PLACES[side], PLACES[(side + 1) % 4]];
        ((from > 0.0) != (to > 0.0)).then_some([x0 + share * (x1 - x0), y0 + share * (y1 - y0)])
    });
    sides.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plane_is_cut_along_a_line() {
        let lines = contour(&[0.0, 1.0, 2.0, 0.0, 1.0, 2.0, 0.0, 1.0, 2.0], 3, 0.5);
        assert_eq!(lines, [Vec::from([[0.5, 0.0], [0.5, 1.0]]), Vec::from([[0.5, 1.0], [0.5, 2.0]])]);
        assert!(contour(&[0.0; 9], 3, 0.5).is_empty());
        assert!(contour(&[f64::NAN, 1.0, 0.0, 1.0], 2, 0.5).is_empty());
    }

    #[test]
    fn a_saddle_has_two_lines() {
        assert_eq!(contour(&[1.0, -1.0, -1.0, 1.0], 2, 0.0).len(), 2);
    }
}
