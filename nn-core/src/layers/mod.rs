//! The layers, one per file: formula, shapes, forward, backward.
//!
//! Read [`dense`] for a layer with parameters, [`activation`] for those that work value by value, [`softmax`] for one that
//! does not, [`dropout`] for one that draws random numbers, [`batch_norm`] for one with statistics and settings in its type.

pub mod activation;
pub mod batch_norm;
pub mod dense;
pub mod dropout;
pub mod flatten;
pub mod gaussian_noise;
pub mod identity;
pub mod layer_norm;
pub mod residual;
pub mod rms_norm;
pub mod setting;
pub mod softmax;

pub mod elu;
pub mod gelu;
pub mod hard_sigmoid;
pub mod hard_tanh;
pub mod leaky_relu;
pub mod relu;
pub mod sigmoid;
pub mod silu;
pub mod softplus;
pub mod step;
pub mod tanh;

pub use activation::Activation;
pub use batch_norm::BatchNorm;
pub use dense::{Dense, NoBias};
pub use dropout::Dropout;
pub use elu::Elu;
pub use flatten::Flatten;
pub use gaussian_noise::GaussianNoise;
pub use gelu::Gelu;
pub use hard_sigmoid::HardSigmoid;
pub use hard_tanh::HardTanh;
pub use identity::Identity;
pub use layer_norm::LayerNorm;
pub use leaky_relu::LeakyRelu;
pub use relu::Relu;
pub use residual::Residual;
pub use rms_norm::RmsNorm;
pub use sigmoid::Sigmoid;
pub use silu::Silu;
pub use softmax::{LogSoftmax, Softmax};
pub use softplus::Softplus;
pub use step::Step;
pub use tanh::Tanh;
