//! One axis: which values it shows, where, and the numbers beside it.

use std::string::String;
use std::vec::Vec;

use super::number::{decade, decimal};

/// From a smallest to a largest value, or between their logarithms.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Axis {
    low: f64,
    high: f64,
    logarithmic: bool,
    /// Whether only whole numbers mean something.
    whole: bool,
}

/// A number beside the axis, and where along it: 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tick {
    pub(super) share: f64,
    pub(super) label: String,
}

/// Values beyond this one are taken for infinite, so that the length of an axis is not.
const LARGEST: f64 = 1e300;

impl Axis {
    /// An axis from exactly `low` to `high`.
    pub(super) fn exactly([low, high]: [f64; 2], logarithmic: bool) -> Self {
        let [low, high] = if logarithmic { [low.log10(), high.log10()] } else { [low, high] };
        Self { low, high, logarithmic, whole: false }
    }

    /// An axis with room for all values that can be drawn, and a margin of that part of its length.
    pub(super) fn over(values: impl Iterator<Item = f64>, logarithmic: bool, margin: f64) -> Self {
        let (mut low, mut high, mut whole) = (f64::INFINITY, f64::NEG_INFINITY, !logarithmic);
        for value in values.filter(|&value| drawable(value, logarithmic)) {
            whole &= value.fract() == 0.0;
            let value = if logarithmic { value.log10() } else { value };
            (low, high) = (low.min(value), high.max(value));
        }
        if low > high {
            (low, high) = (0.0, 1.0);
        }
        // Values that are all the same lie in the middle.
        let size = low.abs().max(high.abs());
        let least: f64 = if logarithmic { 0.5 } else { 1e-300 };
        let margin = if high - low <= least.max(1e-12 * size) {
            if logarithmic || (whole && size < 1e6) || size < least { 0.5 } else { 0.1 * size }
        } else {
            margin * (high - low)
        };
        Self { low: low - margin, high: high + margin, logarithmic, whole }
    }

    /// Where a value is along the axis, 0 to 1 if it is on it; `None` if it cannot be anywhere.
    pub(super) fn share(&self, value: f64) -> Option<f64> {
        let place = if self.logarithmic { value.log10() } else { value };
        drawable(value, self.logarithmic).then(|| (place - self.low) / (self.high - self.low))
    }

    /// At most `most` round numbers, and places between them that get a mark without a number.
    pub(super) fn ticks(&self, most: usize) -> (Vec<Tick>, Vec<f64>) {
        let labelled = |values: Vec<(f64, String)>| {
            let ticks = values.into_iter().filter_map(|(value, label)| Some(Tick { share: self.share(value)?, label }));
            ticks.filter(|tick| (-1e-9..=1.0 + 1e-9).contains(&tick.share)).collect::<Vec<_>>()
        };
        if !self.logarithmic {
            return (labelled(linear(self.low, self.high, most, self.whole)), Vec::new());
        }
        let minor = self.between_decades();
        let decades = labelled(self.decades(most));
        if decades.len() >= 2 {
            return (decades, minor);
        }
        let few = labelled(self.multiples());
        if (3..=most.max(3)).contains(&few.len()) {
            return (few, minor);
        }
        (labelled(linear(10_f64.powf(self.low), 10_f64.powf(self.high), most, false)), Vec::new())
    }

    #[expect(clippy::cast_possible_truncation, reason = "exponents of `f64` are small")]
    fn exponents(&self) -> core::ops::RangeInclusive<i32> {
        self.low.floor() as i32..=self.high.ceil() as i32
    }

    /// Powers of ten, all of them or every second, third ..
    fn decades(&self, most: usize) -> Vec<(f64, String)> {
        let stride = self.exponents().count().div_ceil(most.max(1)).max(1);
        let regular = |exponent: &i32| exponent.rem_euclid(i32::try_from(stride).unwrap_or(1)) == 0;
        self.exponents().filter(regular).map(|exponent| (10_f64.powi(exponent), decade(exponent))).collect()
    }

    /// 1, 2 and 5 times the powers of ten.
    fn multiples(&self) -> Vec<(f64, String)> {
        let times = |exponent: i32| [1.0, 2.0, 5.0].map(|factor| factor * 10_f64.powi(exponent));
        self.exponents().flat_map(times).map(|value| (value, decimal(value, value, value))).collect()
    }

    /// 2 to 9 times the powers of ten, unless they would lie too close.
    fn between_decades(&self) -> Vec<f64> {
        if self.high - self.low > 8.0 {
            return Vec::new();
        }
        let times = |exponent: i32| (2..10).map(move |factor| f64::from(factor) * 10_f64.powi(exponent));
        let shares = self.exponents().flat_map(times).filter_map(|value| self.share(value));
        shares.filter(|share| (0.0..=1.0).contains(share)).collect()
    }
}

/// Whether a value has a place on an axis at all.
pub(super) fn drawable(value: f64, logarithmic: bool) -> bool {
    value.abs() <= LARGEST && (!logarithmic || value > 0.0)
}

/// Multiples of 1, 2, 2.5 or 5 times a power of ten.
fn linear(low: f64, high: f64, most: usize, whole: bool) -> Vec<(f64, String)> {
    let least = (high - low) / most.max(1) as f64;
    let power = 10_f64.powf(least.log10().floor());
    let steps = [1.0, 2.0, 2.5, 5.0, 10.0, 20.0].map(|factor| factor * power);
    let permitted = |step: &f64| *step >= least * (1.0 - 1e-9) && (!whole || step.fract() == 0.0);
    let step = if whole && least <= 1.0 { Some(1.0) } else { steps.into_iter().find(permitted) };
    let Some(step) = step.filter(|step| step.is_normal()) else { return Vec::new() };
    let first = (low / step - 1e-9).ceil();
    let values = (0..=most + 1).map(|i| (first + i as f64) * step).take_while(|&value| value <= high + 1e-9 * step);
    let largest = low.abs().max(high.abs());
    values.map(|value| (value, decimal(value, step, largest))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(axis: &Axis, most: usize) -> Vec<String> {
        axis.ticks(most).0.into_iter().map(|tick| tick.label).collect()
    }

    fn over(values: &[f64]) -> Axis {
        Axis::over(values.iter().copied(), false, 0.0)
    }

    #[test]
    fn numbers_are_round() {
        assert_eq!(labels(&over(&[0.0, 0.5, 1.0]), 6), ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]);
        assert_eq!(labels(&over(&[-0.013, 0.022]), 5), ["−0.01", "0.00", "0.01", "0.02"]);
        assert_eq!(labels(&over(&[0.0, 10.5]), 5), ["0.0", "2.5", "5.0", "7.5", "10.0"]);
        assert_eq!(labels(&over(&[1.0, 60.0]), 7), ["10", "20", "30", "40", "50", "60"]);
        assert_eq!(labels(&over(&[1.0, 2.0, 3.0]), 9), ["1", "2", "3"]);
    }

    #[test]
    fn very_large_and_small_numbers_have_a_power_of_ten() {
        assert_eq!(labels(&over(&[0.0, 2.5e7]), 3), ["0", "1×10⁷", "2×10⁷"]);
        assert_eq!(labels(&over(&[1.5e-6, 4.5e-6]), 3), ["2×10⁻⁶", "3×10⁻⁶", "4×10⁻⁶"]);
    }

    #[test]
    fn decades_where_there_are_some_and_round_numbers_where_not() {
        let log = |low, high| Axis::exactly([low, high], true);
        assert_eq!(labels(&log(1e-4, 2.0), 6), ["10⁻⁴", "10⁻³", "10⁻²", "10⁻¹", "10⁰"]);
        assert_eq!(labels(&log(1e-12, 1.0), 5), ["10⁻¹²", "10⁻⁹", "10⁻⁶", "10⁻³", "10⁰"]);
        assert_eq!(labels(&log(0.15, 1.5), 6), ["0.2", "0.5", "1"]);
        assert_eq!(labels(&log(0.21, 0.33), 4), ["0.25", "0.30"]);
    }

    #[test]
    fn nothing_is_too_large_too_small_or_too_flat() {
        for values in
            [&[f64::MAX, f64::MIN][..], &[1e300, -1e300], &[5e-324, 0.0], &[7.0], &[0.1; 3], &[f64::NAN], &[1e300]]
        {
            let axis = over(values);
            for value in values {
                let share = axis.share(*value);
                assert!(share.is_none_or(|share| (0.0..=1.0).contains(&share)), "{values:?}: {axis:?}");
            }
            assert!(axis.ticks(8).0.len() <= 10, "{values:?}");
        }
        assert_eq!(over(&[3.0]).share(3.0), Some(0.5));
        assert_eq!(Axis::over([1.0, -1.0].into_iter(), true, 0.0).share(-1.0), None);
    }
}
