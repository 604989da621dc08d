//! The ranges of settings, and of numbers that are counts.

use crate::settings::SettingError;

/// An error about a setting that is not what it must be, unless `holds`.
pub(super) fn check(
    holds: bool,
    setting: &'static str,
    value: f64,
    permitted: &'static str,
) -> Result<(), SettingError> {
    if holds { Ok(()) } else { Err(SettingError { setting, value, permitted }) }
}

/// A number from 0 on that `f32` can hold: learning rates.
pub(super) use crate::settings::check_not_negative as check_rate;

/// A factor that keeps a rate finite.
pub(super) fn check_factor(setting: &'static str, value: f64) -> Result<(), SettingError> {
    check((0.0..=1.0).contains(&value), setting, value, "between 0 and 1")
}

/// How many epochs or steps something lasts.
pub(super) fn check_count(setting: &'static str, value: u64) -> Result<(), SettingError> {
    check(value > 0, setting, value as f64, "at least 1")
}

/// The count that a number stands for.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and within 2^53")]
pub(crate) fn whole(number: f64) -> Option<u64> {
    ((0.0..=9e15).contains(&number) && number - libm::floor(number) == 0.0).then_some(number as u64)
}
