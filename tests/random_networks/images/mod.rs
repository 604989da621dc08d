//! Networks over images, drawn at random once for all: what they consist of, and what each layer makes of the extents that come in.

pub(crate) mod generator;
pub(crate) mod source;
pub(crate) mod twin;

use crate::plain::Activation;

/// A network that the file declares.
#[derive(Clone, Debug)]
pub(crate) struct Spec {
    /// The name of the struct.
    pub(crate) name: String,
    /// Channels, rows and columns.
    pub(crate) input: [usize; 3],
    pub(crate) pieces: Vec<Piece>,
}

/// Where a layer looks: rows, then columns.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Window {
    pub(crate) kernel: [usize; 2],
    pub(crate) stride: [usize; 2],
    pub(crate) padding: Padding,
    pub(crate) dilation: [usize; 2],
}

/// Zeros around an image.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Padding {
    /// As many before as behind.
    Both([usize; 2]),
    /// As many as keep the extents.
    Same,
}

/// What branches become.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Join {
    Add,
    Multiply,
    Concat,
}

/// An entry of a layer list.
#[derive(Clone, Debug)]
pub(crate) enum Piece {
    Conv { outputs: usize, window: Window, groups: usize, bias: bool },
    Transposed { outputs: usize, window: Window, behind: [usize; 2], groups: usize, bias: bool },
    MaxPool(Window),
    AvgPool { window: Window, count_padding: bool },
    AdaptiveAvgPool([usize; 2]),
    GlobalAvgPool,
    GlobalMaxPool,
    Upsample([usize; 2]),
    ZeroPad([usize; 2]),
    LayerNorm,
    GroupNorm(usize),
    ResponseNorm(usize),
    Activation(Activation),
    Flatten,
    Reshape([usize; 3]),
    Dense(usize),
    Residual(Vec<Piece>),
    Branches(Join, Vec<Vec<Piece>>),
}

impl Window {
    /// The padding before the first row and the first column.
    pub(crate) fn before(&self) -> [usize; 2] {
        match self.padding {
            Padding::Both(padding) => padding,
            Padding::Same => [0, 1].map(|i| self.dilation[i] * (self.kernel[i] - 1) / 2),
        }
    }

    /// How many rows, or columns, a kernel reaches over.
    fn covered(&self, i: usize) -> usize {
        self.dilation[i] * (self.kernel[i] - 1) + 1
    }

    /// How many windows fit, if any does.
    fn count(&self, x: usize, i: usize) -> Option<usize> {
        match self.padding {
            Padding::Same => Some(x),
            Padding::Both(padding) => {
                (x + 2 * padding[i]).checked_sub(self.covered(i)).map(|left| left / self.stride[i] + 1)
            }
        }
    }
}

impl Piece {
    /// The extents that come out, if these can come in.
    pub(crate) fn gives(&self, x: &[usize]) -> Option<Vec<usize>> {
        let image = |channels: usize, extent: &dyn Fn(usize) -> Option<usize>| match x {
            [_, _, _] => Some(vec![channels, extent(0)?, extent(1)?]),
            _ => None,
        };
        match self {
            Self::Conv { outputs, window, .. } => image(*outputs, &|i| window.count(x[i + 1], i)),
            Self::Transposed { outputs, window, behind, .. } => image(*outputs, &|i| {
                let whole = (x[i + 1] - 1) * window.stride[i] + window.covered(i) + behind[i];
                whole.checked_sub(2 * window.before()[i]).filter(|rest| *rest > behind[i])
            }),
            Self::MaxPool(window) | Self::AvgPool { window, .. } => image(x[0], &|i| window.count(x[i + 1], i)),
            Self::AdaptiveAvgPool(size) => image(x[0], &|i| Some(size[i])),
            Self::GlobalAvgPool | Self::GlobalMaxPool => Some(vec![x[0]]),
            Self::Upsample(factor) => image(x[0], &|i| Some(x[i + 1] * factor[i])),
            Self::ZeroPad(padding) => image(x[0], &|i| Some(x[i + 1] + 2 * padding[i])),
            Self::Flatten => Some(vec![x.iter().product()]),
            Self::Reshape(extents) => Some(extents.to_vec()),
            Self::Dense(outputs) => Some(vec![*outputs]),
            Self::Branches(Join::Concat, branches) => {
                let all: Option<Vec<Vec<usize>>> = branches.iter().map(|branch| through(branch, x)).collect();
                let all = all?;
                let mut sum = all[0].clone();
                sum[0] = all.iter().map(|extents| extents[0]).sum();
                Some(sum)
            }
            Self::Branches(_, branches) => through(&branches[0], x),
            Self::LayerNorm | Self::GroupNorm(_) | Self::ResponseNorm(_) | Self::Activation(_) | Self::Residual(_) => {
                Some(x.to_vec())
            }
        }
    }
}

/// The extents behind a list of layers.
pub(crate) fn through(pieces: &[Piece], x: &[usize]) -> Option<Vec<usize>> {
    pieces.iter().try_fold(x.to_vec(), |x, piece| piece.gives(&x))
}
