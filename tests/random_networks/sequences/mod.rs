//! Networks over sequences, drawn at random once for all: what they consist of, and what each layer makes of the extents that come in.

pub(crate) mod generator;
pub(crate) mod source;
pub(crate) mod twin;

use crate::plain::Activation;

/// A network that the file declares.
#[derive(Clone, Debug)]
pub(crate) struct Spec {
    /// The name of the struct.
    pub(crate) name: String,
    /// Steps and features.
    pub(crate) input: [usize; 2],
    pub(crate) pieces: Vec<Piece>,
}

/// What a recurrent layer does in a step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Cell {
    Lstm,
    Gru,
    Tanh,
    Relu,
}

impl Cell {
    /// The gates of each unit.
    pub(crate) fn gates(self) -> usize {
        match self {
            Self::Lstm => 4,
            Self::Gru => 3,
            Self::Tanh | Self::Relu => 1,
        }
    }
}

/// A vector of all steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Over {
    Last,
    Mean,
    Max,
}

/// What branches become.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Join {
    Add,
    Multiply,
    Concat,
}

/// A convolution over time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Conv {
    pub(crate) outputs: usize,
    pub(crate) kernel: usize,
    pub(crate) stride: usize,
    pub(crate) padding: Padding,
    pub(crate) dilation: usize,
    pub(crate) groups: usize,
    pub(crate) bias: bool,
}

/// Where the zeros of a convolution stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Padding {
    /// So many on each side.
    Both(usize),
    /// As many as keep the steps.
    Same,
    /// All before the first step.
    Causal,
}

impl Conv {
    /// The zeros before the first step, and behind the last.
    pub(crate) fn zeros(&self) -> [usize; 2] {
        let past = (self.kernel - 1) * self.dilation;
        match self.padding {
            Padding::Both(zeros) => [zeros; 2],
            Padding::Same => [past / 2, past - past / 2],
            Padding::Causal => [past, 0],
        }
    }

    /// The steps that come out of so many, if any.
    pub(crate) fn steps(&self, steps: usize) -> Option<usize> {
        let all = steps + self.zeros().iter().sum::<usize>();
        Some(all.checked_sub((self.kernel - 1) * self.dilation + 1)? / self.stride + 1)
    }
}

/// An entry of a layer list.
#[derive(Clone, Debug)]
pub(crate) enum Piece {
    Recurrent {
        cell: Cell,
        units: usize,
        bias: bool,
        layers: usize,
        both: bool,
    },
    Conv(Conv),
    Attention {
        heads: usize,
        causal: bool,
        bias: bool,
    },
    /// Of windows one behind the other.
    Pool {
        largest: bool,
        kernel: usize,
    },
    Dense {
        outputs: usize,
        bias: bool,
    },
    LayerNorm,
    RmsNorm,
    Activation(Activation),
    Over(Over),
    Flatten,
    Reshape([usize; 2]),
    Residual(Vec<Piece>),
    Branches(Join, Vec<Vec<Piece>>),
}

impl Piece {
    /// The extents that come out, if these can come in.
    pub(crate) fn gives(&self, x: &[usize]) -> Option<Vec<usize>> {
        let with = |features: usize| {
            let mut y = x.to_vec();
            *y.last_mut()? = features;
            Some(y)
        };
        let is_sequence = x.len() == 2;
        match self {
            Self::Recurrent { units, both, .. } => with(units * (1 + usize::from(*both))).filter(|_| is_sequence),
            Self::Conv(conv) => Some(vec![conv.steps(x[0])?, conv.outputs]).filter(|_| is_sequence),
            Self::Attention { heads, .. } => Some(x.to_vec()).filter(|_| is_sequence && x[1].is_multiple_of(*heads)),
            Self::Pool { kernel, .. } => Some(vec![x[0] / kernel, x[1]]).filter(|_| is_sequence && x[0] >= *kernel),
            Self::Dense { outputs, .. } => with(*outputs),
            Self::Over(_) => is_sequence.then(|| vec![x[1]]),
            Self::Flatten => Some(vec![x.iter().product()]),
            Self::Reshape(extents) => Some(extents.to_vec()),
            Self::Branches(Join::Concat, branches) => {
                let all: Option<Vec<Vec<usize>>> = branches.iter().map(|branch| through(branch, x)).collect();
                let all = all?;
                let mut sum = all[0].clone();
                *sum.last_mut()? = all.iter().filter_map(|extents| extents.last()).sum();
                Some(sum)
            }
            Self::Branches(_, branches) => through(&branches[0], x),
            Self::LayerNorm | Self::RmsNorm | Self::Activation(_) | Self::Residual(_) => Some(x.to_vec()),
        }
    }
}

/// The extents behind a list of layers.
pub(crate) fn through(pieces: &[Piece], x: &[usize]) -> Option<Vec<usize>> {
    pieces.iter().try_fold(x.to_vec(), |x, piece| piece.gives(&x))
}
