//! Settings of layers: where they may lie, and how a type holds them.
//!
//! A layer with parameters holds nothing but scalars, so its settings are const parameters: the bits of an `f64`.

/// From where to where a setting may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Range {
    /// Above zero, and finite.
    Positive,
    /// Zero or above, and finite.
    NotNegative,
    /// From zero to one.
    Fraction,
    /// From zero to less than one.
    BelowOne,
}

impl Range {
    /// Whether `value` is within it; NaN never is.
    #[must_use]
    pub const fn contains(self, value: f64) -> bool {
        match self {
            Self::Positive => value > 0.0 && value < f64::INFINITY,
            Self::NotNegative => value >= 0.0 && value < f64::INFINITY,
            Self::Fraction => value >= 0.0 && value <= 1.0,
            Self::BelowOne => value >= 0.0 && value < 1.0,
        }
    }
}

/// A setting as a const argument: `BatchNorm<f32, 64, { bits(1e-3) }>`.
#[must_use]
pub const fn bits(setting: f64) -> u64 {
    setting.to_bits()
}

/// The setting in a const argument.
///
/// # Panics
///
/// When it is compiled, if it is not within `range`.
#[must_use]
pub(crate) const fn setting(bits: u64, range: Range) -> f64 {
    let value = f64::from_bits(bits);
    assert!(range.contains(value), "a setting of a layer is out of its range");
    value
}
