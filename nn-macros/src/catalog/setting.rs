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
    Switch { off: &'static [&'static str] },
    /// One of these strings, each with the constructor that it selects; the first if nothing is written.
    Word(&'static [(&'static str, &'static str)]),
    /// One of these words, each with the library's type that it selects; the first if nothing is written.
    Kind(&'static [(&'static str, &'static str)]),
    /// One of these words, each with the entry that the layer is then: with parameters or without.
    Entry(&'static [(&'static str, &'static str)]),
    /// `true` or `false`, which goes to the constructor; this if nothing is written.
    Flag(bool),
    /// How many of something there are, at least one: a number that is written out, since the layer's type follows from it.
    Count { most: u64 },
    /// `true` or `false`: two of something, or one.
    Twice,
    /// `true` or `false`: another form of the layer, with a type and sizes of its own, or the plain one.
    Form,
    /// One whole number, or several.
    Whole(Whole),
}

/// A setting of whole numbers.
pub(crate) struct Whole {
    pub(crate) many: Many,
    /// The smallest that each may be.
    pub(crate) least: u64,
    pub(crate) default: Default,
    /// Whether the word `same` may stand in their place.
    pub(crate) same: bool,
    /// Whether they go to the constructor. Else they go into the type.
    pub(crate) called: bool,
}

/// How many whole numbers.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Many {
    One,
    /// Rows and columns: one number for both, or `[rows, columns]`.
    Two,
    /// Those of a shape: `[steps, features]`, or `[channels, height, width]`.
    Shape,
}

impl Many {
    pub(crate) fn count(self) -> usize {
        match self {
            Self::One => 1,
            Self::Two => 2,
            Self::Shape => 3,
        }
    }

    /// Whether so many of them may stand in brackets.
    pub(crate) fn permits(self, count: usize) -> bool {
        match self {
            Self::One => false,
            Self::Two => count == 2,
            Self::Shape => count == 2 || count == 3,
        }
    }
}

/// What stands for whole numbers that are not written.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Default {
    /// They must be: this, for example.
    Needed(u64),
    Number(u64),
    /// The numbers of another setting.
    Of(&'static str),
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
