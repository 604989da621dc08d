//! Settings that are out of their range.

use core::fmt;

/// A setting of an optimizer, a loss or a schedule is out of its range.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("`{setting}` is {}, but must be {permitted}", Shown(*value))]
pub struct SettingError {
    /// The name of the setting.
    pub setting: &'static str,
    /// Its value.
    pub value: f64,
    /// The values that it may have, in words.
    pub permitted: &'static str,
}

/// A number as people write it: with a power of ten if it would otherwise be a row of zeros.
struct Shown(f64);

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = self.0.abs();
        if size.is_finite() && size != 0.0 && !(1e-6..1e15).contains(&size) {
            return write!(f, "{:e}", self.0);
        }
        self.0.fmt(f)
    }
}

/// What a number that only `f64` holds must be. In `f32` it would be infinite, whatever the network's scalar is.
pub(crate) const HELD: &str = "at most 3.4e38, the largest number that `f32` holds";

/// Whether `f32` holds a number: settings become scalars of the network, and then stay finite.
pub(crate) fn check_held(setting: &'static str, value: f64) -> Result<(), SettingError> {
    if value <= f64::from(f32::MAX) {
        return Ok(());
    }
    Err(SettingError { setting, value, permitted: HELD })
}

/// A number from 0 on that `f32` can hold: learning rates and weight decays.
pub(crate) fn check_not_negative(setting: &'static str, value: f64) -> Result<(), SettingError> {
    if value.is_finite() && value >= 0.0 {
        return check_held(setting, value);
    }
    Err(SettingError { setting, value, permitted: "a finite number that is not negative" })
}

/// A number from 0 to below 1: weights of running averages.
pub(crate) fn check_fraction(setting: &'static str, value: f64) -> Result<(), SettingError> {
    if (0.0..1.0).contains(&value) {
        return Ok(());
    }
    Err(SettingError { setting, value, permitted: "at least 0 and less than 1" })
}

/// A positive number that `f32` can hold: what keeps a quotient finite.
pub(crate) fn check_positive(setting: &'static str, value: f64) -> Result<(), SettingError> {
    if value.is_finite() && value >= f64::from(f32::MIN_POSITIVE) {
        return check_held(setting, value);
    }
    Err(SettingError {
        setting,
        value,
        permitted: "a finite number of at least 1.2e-38, the smallest that `f32` holds in full",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::string::ToString;

    #[test]
    fn texts_name_the_setting_its_value_and_its_range() {
        let text = check_not_negative("learning_rate", f64::NAN).unwrap_err().to_string();
        assert_eq!(text, "`learning_rate` is NaN, but must be a finite number that is not negative");
        let text = check_fraction("momentum", 1.0).unwrap_err().to_string();
        assert_eq!(text, "`momentum` is 1, but must be at least 0 and less than 1");
        let text = check_not_negative("learning_rate", 1e39).unwrap_err().to_string();
        assert_eq!(text, "`learning_rate` is 1e39, but must be at most 3.4e38, the largest number that `f32` holds");
        let text = check_positive("eps", 1e-40).unwrap_err().to_string();
        assert!(text.starts_with("`eps` is 1e-40, but must be a finite number of at least 1.2e-38"), "{text}");
    }

    #[test]
    fn ranges_end_where_they_should() {
        assert!(check_not_negative("", 0.0).is_ok() && check_not_negative("", -1e-300).is_err());
        assert!(check_not_negative("", f64::INFINITY).is_err());
        assert!(check_not_negative("", f64::from(f32::MAX)).is_ok() && check_positive("", f64::from(f32::MAX)).is_ok());
        assert!(check_not_negative("", 3.5e38).is_err() && check_positive("", 3.5e38).is_err());
        assert!(check_fraction("", 0.0).is_ok() && check_fraction("", f64::NAN).is_err());
        assert!(check_positive("", 1e-30).is_ok() && check_positive("", 1e-40).is_err());
        assert!(check_positive("", f64::INFINITY).is_err() && check_positive("", f64::NAN).is_err());
    }
}
