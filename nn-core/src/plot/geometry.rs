//! Rectangles, and what of a line lies in them.

use std::vec::Vec;

/// A place in a picture: to the right, and down.
pub(super) type Place = [f64; 2];

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rect {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Rect {
    pub(super) const fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self { x, y, width, height }
    }

    pub(super) fn right(self) -> f64 {
        self.x + self.width
    }

    pub(super) fn bottom(self) -> f64 {
        self.y + self.height
    }

    pub(super) fn centre(self) -> Place {
        [self.x + self.width / 2.0, self.y + self.height / 2.0]
    }

    /// The rectangle without a margin of these widths.
    pub(super) fn inset(self, left: f64, top: f64, right: f64, bottom: f64) -> Self {
        let (width, height) = (self.width - left - right, self.height - top - bottom);
        Self::new(self.x + left, self.y + top, width.max(SMALLEST), height.max(SMALLEST))
    }

    pub(super) fn contains(self, [x, y]: Place) -> bool {
        (self.x..=self.right()).contains(&x) && (self.y..=self.bottom()).contains(&y)
    }

    /// The part of a line that lies in the rectangle (Liang and Barsky, 1984).
    pub(super) fn clip(self, from: Place, to: Place) -> Option<[Place; 2]> {
        let [dx, dy] = [to[0] - from[0], to[1] - from[1]];
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        let borders = [
            (-dx, from[0] - self.x),
            (dx, self.right() - from[0]),
            (-dy, from[1] - self.y),
            (dy, self.bottom() - from[1]),
        ];
        for (towards, distance) in borders {
            if towards < 0.0 {
                enter = enter.max(distance / towards);
            } else if towards > 0.0 {
                leave = leave.min(distance / towards);
            } else if distance < 0.0 {
                return None;
            }
        }
        let at = |share: f64| [from[0] + share * dx, from[1] + share * dy];
        // Ends that are inside stay exactly what they are, so that lines stay joined.
        let ends = [if enter > 0.0 { at(enter) } else { from }, if leave < 1.0 { at(leave) } else { to }];
        (enter <= leave).then_some(ends)
    }
}

/// However little room there is, what is drawn keeps this many pixels.
const SMALLEST: f64 = 8.0;

/// The lines through places in order, as far as they lie in `area`, broken where there is none.
pub(super) fn runs(places: &[Option<Place>], area: Rect) -> Vec<Vec<Place>> {
    let mut runs: Vec<Vec<Place>> = Vec::new();
    for run in places.split(Option::is_none) {
        let run = thin(&run.iter().flatten().copied().collect::<Vec<_>>(), area.width);
        if let [alone] = run[..] {
            runs.extend(area.contains(alone).then(|| Vec::from([alone])));
        }
        let mut open = false;
        for pair in run.windows(2) {
            let clipped = area.clip(pair[0], pair[1]);
            if let Some([from, to]) = clipped {
                match runs.last_mut() {
                    Some(last) if open && last.last() == Some(&from) => last.push(to),
                    _ => runs.push(Vec::from([from, to])),
                }
            }
            open = clipped.is_some();
        }
    }
    runs
}

/// Of many places that go to the right, the first, the highest, the lowest and the last of each half pixel: they look the same.
fn thin(places: &[Place], width: f64) -> Vec<Place> {
    if places.len() as f64 <= 8.0 * width || places.windows(2).any(|pair| pair[1][0] < pair[0][0]) {
        return places.to_vec();
    }
    let column = |place: &Place| (2.0 * place[0]).floor();
    let mut kept = Vec::new();
    #[expect(clippy::float_cmp, reason = "both are whole numbers")]
    for column in places.chunk_by(|a, b| column(a) == column(b)) {
        let by_height = |&a: &usize, &b: &usize| column[a][1].total_cmp(&column[b][1]);
        let (lowest, highest) = ((0..column.len()).min_by(by_height), (0..column.len()).max_by(by_height));
        let mut chosen: Vec<usize> = [Some(0), lowest, highest, Some(column.len() - 1)].into_iter().flatten().collect();
        chosen.sort_unstable();
        chosen.dedup();
        kept.extend(chosen.into_iter().map(|i| column[i]));
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const AREA: Rect = Rect::new(0.0, 0.0, 10.0, 10.0);

    #[test]
    fn lines_end_at_the_border() {
        assert_eq!(AREA.clip([-5.0, 5.0], [15.0, 5.0]), Some([[0.0, 5.0], [10.0, 5.0]]));
        assert_eq!(AREA.clip([2.0, 2.0], [3.0, 4.0]), Some([[2.0, 2.0], [3.0, 4.0]]));
        assert_eq!(AREA.clip([-1.0, 5.0], [-1.0, 6.0]), None);
        assert_eq!(AREA.clip([-5.0, 2.0], [2.0, -5.0]), None);
    }

    #[test]
    fn runs_break_at_gaps_and_outside() {
        let places = [Some([1.0, 1.0]), Some([2.0, 2.0]), None, Some([3.0, 3.0]), None, Some([50.0, 3.0])];
        let expected = [Vec::from([[1.0, 1.0], [2.0, 2.0]]), Vec::from([[3.0, 3.0]])];
        assert_eq!(runs(&places, AREA), expected);
        let over = [Some([1.0, 5.0]), Some([2.0, -5.0]), Some([3.0, 5.0]), Some([4.0, 5.0])];
        let expected = [Vec::from([[1.0, 5.0], [1.5, 0.0]]), Vec::from([[2.5, 0.0], [3.0, 5.0], [4.0, 5.0]])];
        assert_eq!(runs(&over, AREA), expected);
    }

    #[test]
    fn a_hundred_thousand_steps_become_a_few_lines_that_reach_as_far() {
        let places: Vec<_> =
            (0..100_000_u32).map(|i| Some([f64::from(i) * 1e-4, f64::from(i % 101 * 37 % 101) / 10.1])).collect();
        let runs = runs(&places, AREA);
        assert!(runs.len() == 1 && runs[0].len() <= 80, "{}", runs[0].len());
        assert!(runs[0].iter().any(|place| place[1] < 0.01) && runs[0].iter().any(|place| place[1] > 9.8));
    }
}
