//! Colours that people with every kind of sight can tell apart.

/// Red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Color(pub(super) [u8; 3]);

impl Color {
    pub(super) const WHITE: Self = Self([255; 3]);
    /// Text.
    pub(super) const INK: Self = Self([38; 3]);
    /// Frames and ticks.
    pub(super) const FRAME: Self = Self([120; 3]);
    /// What lies behind the data.
    pub(super) const GRID: Self = Self([229; 3]);
    /// What is right.
    pub(super) const RIGHT: Self = SERIES[0];
    /// What is wrong, and numbers that are none.
    pub(super) const WRONG: Self = SERIES[1];

    /// The colour of the series or class `index`.
    pub(super) fn series(index: usize) -> Self {
        SERIES[index % SERIES.len()]
    }

    /// From this colour (`share` 0) to `other` (1).
    pub(super) fn mix(self, other: Self, share: f64) -> Self {
        let channel = |i: usize| {
            let (from, to) = (f64::from(self.0[i]), f64::from(other.0[i]));
            level(from + (to - from) * share)
        };
        Self([channel(0), channel(1), channel(2)])
    }

    /// The colour of the series, light enough to lie behind its points.
    pub(super) fn tint(self) -> Self {
        self.mix(Self::WHITE, 0.68)
    }

    /// White for 0 to a dark blue for 1.
    pub(super) fn amount(share: f64) -> Self {
        const STOPS: [Color; 4] = [Color::WHITE, Color([158, 202, 225]), Color([49, 130, 189]), Color([8, 48, 107])];
        between(&STOPS, share)
    }

    /// Blue for 0 over white to vermilion for 1.
    pub(super) fn side(share: f64) -> Self {
        between(&[SERIES[0], Self::WHITE, SERIES[1]], share)
    }

    /// Paper for 0 to ink for 1.
    pub(super) fn grey(ink: f64) -> Self {
        Self::WHITE.mix(Self([0; 3]), ink.clamp(0.0, 1.0))
    }

    /// What can be read on this colour: the weights are those of ITU-R BT.601.
    pub(super) fn ink_on(self) -> Self {
        let [red, green, blue] = self.0.map(f64::from);
        if 0.299 * red + 0.587 * green + 0.114 * blue < 140.0 { Self::WHITE } else { Self::INK }
    }
}

/// The palette of Okabe and Ito, "Color Universal Design" (2008), the pale ones last.
const SERIES: [Color; 8] = [
    Color([0, 114, 178]),
    Color([213, 94, 0]),
    Color([0, 158, 115]),
    Color([204, 121, 167]),
    Color([230, 159, 0]),
    Color([86, 180, 233]),
    Color([0, 0, 0]),
    Color([240, 228, 66]),
];

fn between(stops: &[Color], share: f64) -> Color {
    let place = share.clamp(0.0, 1.0) * (stops.len() - 1) as f64;
    let first = usize::from(level(place)).min(stops.len() - 2);
    let first = if first as f64 > place { first - 1 } else { first };
    stops[first].mix(stops[first + 1], place - first as f64)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rounded and within 0..=255")]
fn level(value: f64) -> u8 {
    value.round().clamp(0.0, 255.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_begin_and_end_where_they_should() {
        assert_eq!(Color::amount(0.0), Color::WHITE);
        assert_eq!(Color::amount(1.0), Color([8, 48, 107]));
        assert_eq!(Color::amount(7.0), Color::amount(1.0));
        assert_eq!(Color::side(0.5), Color::WHITE);
        assert_eq!([Color::side(0.0), Color::side(1.0)], [SERIES[0], SERIES[1]]);
        assert_eq!(Color::grey(0.5), Color([128; 3]));
    }

    #[test]
    fn ink_is_light_on_dark() {
        assert_eq!(Color::amount(1.0).ink_on(), Color::WHITE);
        assert_eq!(Color::amount(0.2).ink_on(), Color::INK);
    }
}
