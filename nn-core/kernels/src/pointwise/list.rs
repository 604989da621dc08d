//! The list of the functions, once for this crate and for the layers above it.

/// Calls a macro with every function: what it is, its file and name, its constructors with their settings and PyTorch's defaults of those.
///
/// A new function is a file beside this one and an entry here. Layers, tests, measurements and pictures follow.
#[doc(hidden)]
#[macro_export]
macro_rules! for_each_function {
    ($callback:ident) => {
        $callback! {
            /// The rectified linear unit, PyTorch's `ReLU`: `f(x) = max(x, 0)`.
            relu::Relu { new() }
            /// The leaky rectified linear unit, PyTorch's `LeakyReLU`: `f(x) = x for x > 0, else slope * x`.
            leaky_relu::LeakyRelu { new(slope: f64 = 0.01) }
            /// The exponential linear unit, PyTorch's `ELU`: `f(x) = x for x > 0, else alpha * (exp(x) - 1)`.
            elu::Elu { new(alpha: f64 = 1.0) }
            /// The Gaussian error linear unit, PyTorch's `GELU`: `f(x) = x Φ(x)`.
            gelu::Gelu { exact() tanh() }
            /// The sigmoid-weighted linear unit, PyTorch's `SiLU`, also called swish: `f(x) = x sigmoid(x)`.
            silu::Silu { new() }
            /// Mish, PyTorch's `Mish`: `f(x) = x tanh(softplus(x))`.
            mish::Mish { new() }
            /// The logistic sigmoid, PyTorch's `Sigmoid`: `f(x) = 1 / (1 + exp(-x))`.
            sigmoid::Sigmoid { new() }
            /// The hyperbolic tangent, PyTorch's `Tanh`: `f(x) = tanh(x)`.
            tanh::Tanh { new() }
            /// A smooth `Relu`, PyTorch's `Softplus` with `beta = 1`: `f(x) = ln(1 + exp(x))`.
            softplus::Softplus { new() }
            /// The piecewise linear sigmoid, PyTorch's `Hardsigmoid`: `f(x) = clamp(x / 6 + 1 / 2, 0, 1)`.
            hard_sigmoid::HardSigmoid { new() }
            /// The piecewise linear tanh, PyTorch's `Hardtanh`: `f(x) = clamp(x, -1, 1)`.
            hard_tanh::HardTanh { new() }
            /// The step of the perceptron (Rosenblatt, 1958): `f(x) = 1 for x >= 0, else 0`.
            step::Step { new() }
        }
    };
}
