//! From where to where.

use crate::settings::SettingError;

/// Refuses a range that has no extent; the error names the end that is wrong by itself, or the lower one.
pub(super) fn check_range(setting: &'static str, [low, high]: [f64; 2], positive: bool) -> Result<(), SettingError> {
    let fits = |end: f64| end.is_finite() && (!positive || end > 0.0);
    if fits(low) && low < high && (high - low).is_finite() {
        return Ok(());
    }
    let value = if fits(low) && !fits(high) { high } else { low };
    let permitted = if positive { "positive and finite, the lower end first" } else { "finite, the lower end first" };
    Err(SettingError { setting, value, permitted })
}
