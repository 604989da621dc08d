//! The layers, one per file: formula, shapes, forward, backward.
//!
//! Read [`dense`] for a layer with parameters, [`activation`] for those that work value by value, [`softmax`] for one that
//! does not, [`dropout`] for one that draws random numbers, [`batch_norm`] for one with statistics and settings in its type.

pub mod activation;
pub mod add;
pub mod batch_norm;
pub mod bidirectional;
pub mod branches;
pub mod concat;
pub mod conv2d;
pub mod conv_transpose2d;
pub mod dense;
pub mod dropout;
pub mod dropout2d;
pub mod each_step;
pub mod flatten;
pub mod functions;
pub mod gaussian_noise;
pub mod group_norm;
pub mod identity;
pub mod layer_norm;
pub mod local_response_norm;
pub mod multiply;
pub mod over_time;
pub mod pool2d;
pub mod recurrent;
pub mod residual;
pub mod rms_norm;
pub mod setting;
pub mod softmax;
pub mod stacked;
pub mod standardize;
pub mod upsample;
pub mod window;
pub mod zero_pad2d;

pub use activation::Activation;
pub use add::Add;
pub use batch_norm::BatchNorm;
pub use bidirectional::Bidirectional;
pub use concat::Concat;
pub use conv_transpose2d::ConvTranspose2d;
pub use conv2d::Conv2d;
pub use dense::{Dense, NoBias};
pub use dropout::Dropout;
pub use dropout2d::Dropout2d;
pub use each_step::EachStep;
pub use flatten::{Flatten, Reshape};
pub use functions::*;
pub use gaussian_noise::GaussianNoise;
pub use group_norm::GroupNorm;
pub use identity::Identity;
pub use layer_norm::LayerNorm;
pub use local_response_norm::LocalResponseNorm;
pub use multiply::Multiply;
pub use over_time::{Last, MaxOverTime, MeanOverTime};
pub use pool2d::{AdaptiveAvgPool2d, AvgPool2d, GlobalAvgPool2d, GlobalMaxPool2d, MaxPool2d};
pub use recurrent::{Gru, Lstm, ReluRnn, Rnn};
pub use residual::Residual;
pub use rms_norm::RmsNorm;
pub use softmax::{LogSoftmax, Softmax};
pub use stacked::Stacked;
pub use standardize::Standardize;
pub use upsample::Upsample;
pub use window::Window;
pub use zero_pad2d::ZeroPad2d;
