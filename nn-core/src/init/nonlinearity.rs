//! What an activation asks of the layer before it.

use core::f64::consts::SQRT_2;

use super::Init;

/// What comes behind a layer, as far as its starting values are concerned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Nonlinearity {
    /// Nothing, a softmax, or another layer.
    Linear,
    /// A sigmoid.
    Sigmoid,
    /// A hyperbolic tangent.
    Tanh,
    /// A rectifier: zero, or nearly so, on one side.
    Relu,
    /// A rectifier with this slope on the negative side.
    LeakyRelu(f64),
    /// A self-normalising rectifier.
    Selu,
}

impl Nonlinearity {
    /// By how much the weights before it must spread more than those before nothing, so that signals keep their size:
    /// PyTorch's `calculate_gain`.
    ///
    /// | nonlinearity | gain |
    /// |---|---|
    /// | `Linear`, `Sigmoid` | 1 |
    /// | `Tanh` | 5 / 3 |
    /// | `Relu` | `sqrt(2)` |
    /// | `LeakyRelu(slope)` | `sqrt(2 / (1 + slope^2))` |
    /// | `Selu` | 3 / 4 |
    ///
    /// # Examples
    ///
    /// ```
    /// use static_nn::init::{Init, Nonlinearity};
    ///
    /// assert_eq!(Nonlinearity::LeakyRelu(1.0).gain(), 1.0);
    /// let scheme = Init::FanAverageUniform(Nonlinearity::Tanh.gain());
    /// assert_eq!(scheme, Init::FanAverageUniform(5.0 / 3.0));
    /// ```
    #[must_use]
    pub fn gain(self) -> f64 {
        match self {
            Self::Linear | Self::Sigmoid => 1.0,
            Self::Tanh => 5.0 / 3.0,
            Self::Relu => SQRT_2,
            Self::LeakyRelu(slope) => libm::sqrt(2.0 / (1.0 + slope * slope)),
            Self::Selu => 0.75,
        }
    }

    /// The scheme for a layer with this behind it, which is what `#[init(auto)]` takes: He's for rectifiers, with the gain of
    /// their slope; LeCun's for self-normalising ones; Xavier's for everything else. All are normal distributions.
    #[must_use]
    pub fn init(self) -> Init {
        match self {
            Self::Relu => Init::HeNormal,
            Self::LeakyRelu(_) => Init::FanInNormal(self.gain()),
            Self::Selu => Init::LecunNormal,
            Self::Linear | Self::Sigmoid | Self::Tanh => Init::XavierNormal,
        }
    }
}
