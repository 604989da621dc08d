//! The schemes, and what each draws a tensor's values from.

use crate::parameters::{Role, Tensor};

/// A scheme of starting values.
///
/// `fan_in` is how many inputs each output of a layer sees, `fan_out` how many outputs each input reaches. All schemes but
/// [`Default`](Self::Default) set biases to zero. The scales of normalisation are weights to [`Zeros`](Self::Zeros) and
/// [`Constant`](Self::Constant), and begin at one in all other schemes. The number of those that take one is called the gain where it multiplies what
/// the fans ask for: see [`Nonlinearity::gain`](super::Nonlinearity::gain).
///
/// In a layer list a scheme is written in small letters: `#[init(he_normal)]`, `#[init(orthogonal(1.4))]`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[non_exhaustive]
pub enum Init {
    /// Weights and biases from `U(-b, b)` with `b = 1 / sqrt(fan_in)`, as PyTorch's `Linear` and `Conv2d` do.
    #[default]
    Default,
    /// Weights from `N(0, s^2)` with `s = sqrt(2 / fan_in)`, for layers before a `Relu` (He et al., 2015).
    #[doc(alias = "kaiming_normal_")]
    HeNormal,
    /// Weights from `U(-b, b)` with `b = sqrt(6 / fan_in)`, for layers before a `Relu` (He et al., 2015).
    #[doc(alias = "kaiming_uniform_")]
    HeUniform,
    /// Weights from `N(0, s^2)` with `s = sqrt(2 / (fan_in + fan_out))` (Glorot and Bengio, 2010).
    #[doc(alias = "glorot_normal")]
    XavierNormal,
    /// Weights from `U(-b, b)` with `b = sqrt(6 / (fan_in + fan_out))` (Glorot and Bengio, 2010).
    #[doc(alias = "glorot_uniform")]
    XavierUniform,
    /// Weights from `N(0, s^2)` with `s = sqrt(1 / fan_in)` (LeCun et al., 1998), for self-normalising layers
    /// (Klambauer et al., 2017).
    LecunNormal,
    /// Weights from `N(0, s^2)` with `s = gain / sqrt(fan_in)`: PyTorch's `kaiming_normal_`.
    FanInNormal(f64),
    /// Weights from `U(-b, b)` with `b = gain sqrt(3 / fan_in)`: PyTorch's `kaiming_uniform_`.
    FanInUniform(f64),
    /// Weights from `N(0, s^2)` with `s = gain sqrt(2 / (fan_in + fan_out))`: PyTorch's `xavier_normal_`.
    FanAverageNormal(f64),
    /// Weights from `U(-b, b)` with `b = gain sqrt(6 / (fan_in + fan_out))`: PyTorch's `xavier_uniform_`.
    FanAverageUniform(f64),
    /// Weights from `N(0, s^2)`, those further than `2 s` from 0 drawn again; the number is `s`. What is left deviates by 0.880 `s`.
    ///
    /// PyTorch's `trunc_normal_` cuts at -2 and 2 whatever `s` is.
    #[doc(alias = "trunc_normal_")]
    TruncatedNormal(f64),
    /// Weights whose columns are orthogonal to each other and as long as the gain, or whose rows are where they are fewer:
    /// PyTorch's `orthogonal_` (Saxe et al., 2014). What is no matrix is one row for each step of its first extent.
    ///
    /// The work is that of a product of the matrix with itself. Needs the feature `alloc`.
    #[cfg(feature = "alloc")]
    #[doc(alias = "orthogonal_")]
    Orthogonal(f64),
    /// All weights zero.
    Zeros,
    /// All weights this number.
    Constant(f64),
}

/// What the values of one tensor are drawn from.
#[derive(Clone, Copy)]
pub(super) enum Distribution {
    Plain(Plain),
    Normal {
        deviation: f64,
    },
    /// Normal up to two deviations.
    Truncated {
        deviation: f64,
    },
    #[cfg(feature = "alloc")]
    Orthogonal {
        gain: f64,
    },
}

/// A distribution that asks for no function.
#[derive(Clone, Copy)]
pub(super) enum Plain {
    Uniform { bound: f64 },
    Constant(f64),
}

impl Plain {
    /// That of [`Init::Default`].
    pub(super) fn default_of(tensor: &Tensor<'_>) -> Self {
        match tensor.role {
            // A bias that sees no inputs stands behind a normalisation.
            Role::Bias if tensor.fan_in == 0 => Self::Constant(0.0),
            Role::Weight | Role::Bias => Self::Uniform { bound: 1.0 / libm::sqrt(fan_in(tensor)) },
            Role::Scale | Role::Statistic => Self::Constant(1.0),
        }
    }

    pub(super) fn draw(self, rng: &mut super::Rng) -> f64 {
        match self {
            Self::Uniform { bound } => bound * (2.0 * rng.uniform() - 1.0),
            Self::Constant(value) => value,
        }
    }
}

/// A tensor that sees no inputs has no values to spread; one keeps the formulas finite.
fn fan_in(tensor: &Tensor<'_>) -> f64 {
    tensor.fan_in.max(1) as f64
}

impl Init {
    pub(super) fn distribution(self, tensor: &Tensor<'_>) -> Distribution {
        let fan_in = fan_in(tensor);
        let fan_sum = (tensor.fan_in + tensor.fan_out).max(1) as f64;
        let normal = |deviation| Distribution::Normal { deviation };
        let uniform = |bound| Distribution::Plain(Plain::Uniform { bound });
        let constant = |value| Distribution::Plain(Plain::Constant(value));
        match (self, tensor.role) {
            (Init::Default, _) => Distribution::Plain(Plain::default_of(tensor)),
            (Init::Zeros, _) | (_, Role::Bias) => constant(0.0),
            (Init::Constant(value), _) => constant(value),
            (_, Role::Scale | Role::Statistic) => constant(1.0),
            (Init::HeNormal, _) => normal(libm::sqrt(2.0 / fan_in)),
            (Init::HeUniform, _) => uniform(libm::sqrt(6.0 / fan_in)),
            (Init::XavierNormal, _) => normal(libm::sqrt(2.0 / fan_sum)),
            (Init::XavierUniform, _) => uniform(libm::sqrt(6.0 / fan_sum)),
            (Init::LecunNormal, _) => normal(libm::sqrt(1.0 / fan_in)),
            (Init::FanInNormal(gain), _) => normal(gain / libm::sqrt(fan_in)),
            (Init::FanInUniform(gain), _) => uniform(gain * libm::sqrt(3.0 / fan_in)),
            (Init::FanAverageNormal(gain), _) => normal(gain * libm::sqrt(2.0 / fan_sum)),
            (Init::FanAverageUniform(gain), _) => uniform(gain * libm::sqrt(6.0 / fan_sum)),
            (Init::TruncatedNormal(deviation), _) => Distribution::Truncated { deviation },
            #[cfg(feature = "alloc")]
            (Init::Orthogonal(gain), _) => Distribution::Orthogonal { gain },
        }
    }
}
