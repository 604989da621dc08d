//! What must hold of the sizes of a layer: judged by the macro where they are numbers, by rustc where they are expressions.

use crate::sizes::{Rank, Side, Size};

/// One condition, and the mistake where it does not hold.
pub(crate) struct Requirement {
    /// What is to be edited then.
    pub(crate) at: At,
    pub(crate) holds: Holds,
    pub(crate) fault: Fault,
    /// The numbers in the text of the mistake.
    pub(crate) numbers: Vec<Size>,
    /// The extent of the output that means nothing without it.
    pub(crate) axis: usize,
}

/// What is to be edited.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum At {
    /// This number of a setting; the layer itself if none is written.
    Setting(&'static str, usize),
    /// All numbers of a setting.
    All(&'static str),
}

/// A condition on two sizes, or on a shape that only rustc knows.
pub(crate) enum Holds {
    /// The first is the second or less.
    AtMost(Size, Size),
    /// The first divides the second.
    Divides(Size, Size),
    Equal(Size, Size),
    /// A type of the user's makes a sequence, or an image.
    Rank(Side, Rank),
}

impl Holds {
    /// Whether it does, if that is known.
    pub(crate) fn judge(&self) -> Option<bool> {
        let (Self::AtMost(a, b) | Self::Divides(a, b) | Self::Equal(a, b)) = self else { return None };
        if let Self::Equal(..) = self
            && a.same(b)
        {
            return Some(true);
        }
        let (a, b) = (a.known()?, b.known()?);
        Some(match self {
            Self::AtMost(..) => a <= b,
            Self::Divides(..) => b.is_multiple_of(a.max(1)),
            Self::Equal(..) | Self::Rank(..) => a == b,
        })
    }
}

/// What is wrong if a condition does not hold; its text is in `errors`.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Fault {
    /// The kernel is larger than what it goes along: kernel, what it covers, what there is.
    Kernel {
        of: Extent,
        dilated: bool,
        padded: bool,
    },
    /// The padding is more than half of the kernel: padding, kernel, half of it.
    Padding(Extent),
    /// The groups do not divide the channels: groups, channels.
    GroupsOfInputs {
        of: &'static str,
    },
    GroupsOfOutputs {
        of: &'static str,
    },
    GroupsOfChannels,
    /// The heads of attention do not divide the features: heads, features.
    HeadsOfFeatures,
    /// `padding = same` and a stride: the stride, and the padding that is meant.
    Same(Extent),
    /// A causal convolution with a padding, or with a stride: which.
    CausalPadding,
    CausalStride,
    /// The padding takes all that a transposed convolution makes: padding, all.
    NothingLeft(Extent),
    /// What a transposed convolution adds behind is not less than its stride or dilation: what is added, the larger of the two.
    OutputPadding,
    /// More words than a scalar counts: how many.
    Words,
    /// Another number of values: those of the new shape, those that come.
    Reshape {
        is_image: bool,
    },
}

/// What a window goes along.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Extent {
    Rows,
    Columns,
    /// Of a sequence.
    Steps,
}

impl Extent {
    pub(crate) const BOTH: [Self; 2] = [Self::Rows, Self::Columns];

    /// Its place among the numbers of a setting.
    pub(crate) fn place(self) -> usize {
        match self {
            Self::Rows | Self::Steps => 0,
            Self::Columns => 1,
        }
    }

    /// Its place in a shape.
    pub(crate) fn axis(self) -> usize {
        match self {
            Self::Steps => 0,
            Self::Rows | Self::Columns => self.place() + 1,
        }
    }

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Rows => "rows",
            Self::Columns => "columns",
            Self::Steps => "steps",
        }
    }

    /// What has it.
    pub(crate) fn owner(self) -> &'static str {
        match self {
            Self::Rows | Self::Columns => "image",
            Self::Steps => "sequence",
        }
    }
}
