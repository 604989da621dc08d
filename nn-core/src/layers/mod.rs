//! The layers, one per file: formula, shapes, forward, backward.
//!
//! Read [`dense`] for a layer with parameters, [`activation`] for those that work value by value, [`softmax`] for one that
//! does not, [`dropout`] for one that draws random numbers, [`batch_norm`] for one with statistics and settings in its type.

pub mod activation;
pub mod add;
pub mod batch_norm;
pub mod branches;
pub mod concat;
pub mod dense;
pub mod dropout;
pub mod flatten;
pub mod functions;
pub mod gaussian_noise;
pub mod identity;
pub mod layer_norm;
pub mod multiply;
pub mod residual;
pub mod rms_norm;
pub mod setting;
pub mod softmax;
pub mod standardize;

pub use activation::Activation;
pub use add::Add;
pub use batch_norm::BatchNorm;
pub use concat::Concat;
pub use dense::{Dense, NoBias};
pub use dropout::Dropout;
pub use flatten::Flatten;
pub use functions::*;
pub use gaussian_noise::GaussianNoise;
pub use identity::Identity;
pub use layer_norm::LayerNorm;
pub use multiply::Multiply;
pub use residual::Residual;
pub use rms_norm::RmsNorm;
pub use softmax::{LogSoftmax, Softmax};
pub use standardize::Standardize;
