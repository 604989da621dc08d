//! `key = value` behind the sizes.

/// `key = value` behind the sizes.
pub(crate) struct Setting {
    pub(crate) key: &'static str,
    pub(crate) value: Value,
}

/// What a setting may be.
pub(crate) enum Value {
    /// A number, which goes to the constructor; this one if nothing is written.
    Number(f64),
    /// A number of a range. It goes to the constructor, or into the type of a layer with parameters, whose own default is the same.
    Within(f64, Range),
    /// `true`, or `false`: then the layer's type takes one more argument, this type of the library.
    Switch { off: &'static str },
    /// One of these strings, each with the constructor that it selects; the first if nothing is written.
    Word(&'static [(&'static str, &'static str)]),
}

/// From where to where a setting may be.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Range {
    /// Above zero.
    Positive,
    /// Zero or above.
    NotNegative,
    /// From zero to one.
    Fraction,
    /// From zero to less than one.
    BelowOne,
}

impl Range {
    pub(crate) const ALL: [Self; 4] = [Self::Positive, Self::NotNegative, Self::Fraction, Self::BelowOne];

    pub(crate) fn contains(self, value: f64) -> bool {
        match self {
            Self::Positive => value > 0.0 && value.is_finite(),
            Self::NotNegative => value >= 0.0 && value.is_finite(),
            Self::Fraction => (0.0..=1.0).contains(&value),
            Self::BelowOne => (0.0..1.0).contains(&value),
        }
    }

    /// The constant of the library that says the same.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Positive => "Positive",
            Self::NotNegative => "NotNegative",
            Self::Fraction => "Fraction",
            Self::BelowOne => "BelowOne",
        }
    }
}
