//! The activations by their textbook formulas.

use nalgebra::DVector;

/// An activation and its setting.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Activation {
    Identity,
    Relu,
    LeakyRelu(f64),
    Elu(f64),
    Gelu,
    GeluTanh,
    Silu,
    Sigmoid,
    Tanh,
    Softplus,
    HardSigmoid,
    HardTanh,
    Step,
    Softmax,
    LogSoftmax,
}

/// Every activation; those with a setting with one that is not the default.
pub(crate) const ALL: [Activation; 15] = [
    Activation::Relu,
    Activation::Tanh,
    Activation::Gelu,
    Activation::LeakyRelu(0.2),
    Activation::Sigmoid,
    Activation::Softmax,
    Activation::Elu(0.75),
    Activation::Silu,
    Activation::HardTanh,
    Activation::Softplus,
    Activation::GeluTanh,
    Activation::LogSoftmax,
    Activation::HardSigmoid,
    Activation::Identity,
    Activation::Step,
];

fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// The density of the standard normal distribution.
fn density(x: f64) -> f64 {
    (-x * x / 2.0).exp() / std::f64::consts::TAU.sqrt()
}

/// Its distribution function, `1/2 + φ(x) (x + x³/3 + x⁵/(3 · 5) + ..)` (Marsaglia, 2004).
fn distribution(x: f64) -> f64 {
    // The series loses its digits to rounding where the function is 0 or 1 to nearly all of its own.
    if x.abs() > 7.0 {
        return if x > 0.0 { 1.0 } else { 0.0 };
    }
    let (mut sum, mut term, mut odd) = (0.0, x, 1.0);
    while f64::abs(term) > f64::EPSILON / 4.0 * f64::abs(sum) {
        sum += term;
        odd += 2.0;
        term *= x * x / odd;
    }
    0.5 + sum * density(x)
}

/// The inner function of the tanh form of `Gelu`, and its derivative.
fn inner(x: f64) -> (f64, f64) {
    let factor = (2.0 / std::f64::consts::PI).sqrt();
    (factor * (x + 0.044_715 * x * x * x), factor * (1.0 + 3.0 * 0.044_715 * x * x))
}

impl Activation {
    fn value(self, x: f64) -> f64 {
        match self {
            Self::Identity => x,
            Self::Relu => x.max(0.0),
            Self::LeakyRelu(slope) => {
                if x > 0.0 {
                    x
                } else {
                    slope * x
                }
            }
            Self::Elu(alpha) => {
                if x > 0.0 {
                    x
                } else {
                    alpha * x.exp_m1()
                }
            }
            Self::Gelu => x * distribution(x),
            Self::GeluTanh => x / 2.0 * (1.0 + inner(x).0.tanh()),
            Self::Silu => x * sigmoid(x),
            Self::Sigmoid => sigmoid(x),
            Self::Tanh => x.tanh(),
            Self::Softplus => x.exp().ln_1p(),
            Self::HardSigmoid => (x / 6.0 + 0.5).clamp(0.0, 1.0),
            Self::HardTanh => x.clamp(-1.0, 1.0),
            Self::Step => {
                if x >= 0.0 {
                    1.0
                } else {
                    0.0
                }
            }
            Self::Softmax | Self::LogSoftmax => unreachable!("not value by value"),
        }
    }

    fn slope(self, x: f64) -> f64 {
        match self {
            Self::Identity => 1.0,
            Self::Relu => {
                if x > 0.0 {
                    1.0
                } else {
                    0.0
                }
            }
            Self::LeakyRelu(slope) => {
                if x > 0.0 {
                    1.0
                } else {
                    slope
                }
            }
            Self::Elu(alpha) => {
                if x > 0.0 {
                    1.0
                } else {
                    alpha * x.exp()
                }
            }
            Self::Gelu => distribution(x) + x * density(x),
            Self::GeluTanh => {
                let (value, slope) = inner(x);
                let bend = value.tanh();
                f64::midpoint(1.0, bend) + x / 2.0 * (1.0 - bend * bend) * slope
            }
            Self::Silu => sigmoid(x) * (1.0 + x * (1.0 - sigmoid(x))),
            Self::Sigmoid => sigmoid(x) * (1.0 - sigmoid(x)),
            Self::Tanh => 1.0 - x.tanh() * x.tanh(),
            Self::Softplus => sigmoid(x),
            Self::HardSigmoid => {
                if x.abs() < 3.0 {
                    1.0 / 6.0
                } else {
                    0.0
                }
            }
            Self::HardTanh => {
                if x.abs() < 1.0 {
                    1.0
                } else {
                    0.0
                }
            }
            Self::Step => 0.0,
            Self::Softmax | Self::LogSoftmax => unreachable!("not value by value"),
        }
    }

    /// The points at which the first or the second derivative jumps.
    fn kinks(self) -> &'static [f64] {
        match self {
            Self::Relu | Self::LeakyRelu(_) | Self::Elu(_) | Self::Step => &[0.0],
            Self::HardSigmoid => &[-3.0, 3.0],
            Self::HardTanh => &[-1.0, 1.0],
            _ => &[],
        }
    }
}

/// An activation as a layer of a plain network.
pub(crate) struct Layer {
    activation: Activation,
    x: DVector<f64>,
    y: DVector<f64>,
}

impl Layer {
    pub(crate) fn new(activation: Activation) -> Self {
        Self { activation, x: DVector::zeros(0), y: DVector::zeros(0) }
    }
}

impl super::Layer for Layer {
    fn forward(&mut self, x: &DVector<f64>) -> DVector<f64> {
        self.x = x.clone();
        self.y = match self.activation {
            Activation::Softmax | Activation::LogSoftmax => {
                let shifted = x.add_scalar(-x.max());
                let sum = shifted.map(f64::exp).sum();
                if self.activation == Activation::Softmax {
                    shifted.map(f64::exp) / sum
                } else {
                    shifted.add_scalar(-sum.ln())
                }
            }
            activation => x.map(|x| activation.value(x)),
        };
        self.y.clone()
    }

    fn backward(&mut self, dy: &DVector<f64>) -> DVector<f64> {
        match self.activation {
            Activation::Softmax => self.y.component_mul(&dy.add_scalar(-self.y.dot(dy))),
            Activation::LogSoftmax => dy - self.y.map(f64::exp) * dy.sum(),
            activation => dy.zip_map(&self.x, |dy, x| dy * activation.slope(x)),
        }
    }

    fn take_gradients(&mut self, _: &mut Vec<Vec<f64>>) {}

    /// A value that lies on a kink exactly does not count: it comes from nothing but zeros or ends of a range before it
    /// (`Relu` after `Relu`, say) and stays there whatever is changed a little.
    fn distance_to_kink(&self) -> f64 {
        let kinks = self.activation.kinks();
        let distances = self.x.iter().flat_map(|x| kinks.iter().map(move |kink| (x - kink).abs()));
        distances.filter(|distance| *distance > 0.0).fold(f64::INFINITY, f64::min)
    }
}
