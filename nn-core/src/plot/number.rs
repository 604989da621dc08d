//! Numbers as they are written beside an axis.

use std::format;
use std::string::String;

/// A value among others that differ by `step` and go up to `largest`.
#[expect(clippy::cast_possible_truncation, reason = "exponents of `f64` are small")]
pub(super) fn decimal(value: f64, step: f64, largest: f64) -> String {
    let exponent = largest.log10().floor() as i32;
    // What rounding has left of a zero would be written as one of many digits.
    let value = if value.abs() < 1e-9 * step { 0.0 } else { value };
    if !(-4..6).contains(&exponent) {
        let power = 10_f64.powi(exponent);
        let mantissa = fixed(value / power, step / power);
        return if value == 0.0 { "0".into() } else { format!("{mantissa}×{}", decade(exponent)) };
    }
    fixed(value, step)
}

/// As many digits behind the point as the step has.
fn fixed(value: f64, step: f64) -> String {
    let digits = (0..12).find(|&digits| {
        let scaled = step * 10_f64.powi(digits);
        (scaled - scaled.round()).abs() < 1e-6 * scaled && scaled >= 0.5
    });
    format!("{value:.*}", usize::try_from(digits.unwrap_or(12)).unwrap_or(0)).replace('-', "−")
}

/// A power of ten.
pub(super) fn decade(exponent: i32) -> String {
    let exponent = format!("{exponent}");
    let raised = exponent.chars().map(|letter| match letter {
        '-' => '⁻',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        _ => '⁰',
    });
    "10".chars().chain(raised).collect()
}
