//! The library behind `static-nn`: everything that computes.
//!
//! Read in this order: [`shape`] and [`scalar`] (what a sample is), [`layer`] (the contract), [`layers`] (one file
//! each), [`network`] (what a declared network can do), [`loss`], [`optim`], [`schedule`] and [`train`]; around it
//! `data`, [`prepare`], [`split`], [`metrics`] and [`io`]. [`kernels`] is the only vector code. [`private`] is what the
//! macro's output names and nobody else should.
#![no_std]
#![deny(unsafe_code)]

#[cfg(feature = "alloc")]
#[doc(hidden)]
pub extern crate alloc;
#[cfg(feature = "std")]
#[doc(hidden)]
pub extern crate std;

mod argmax;
#[cfg(feature = "alloc")]
mod boxed;
pub mod budget;
mod cache_line;
mod class;
pub mod constant;
#[cfg(feature = "data")]
pub mod data;
mod foreign;
pub mod golden;
#[cfg(feature = "alloc")]
pub mod gradcheck;
pub mod init;
#[cfg(feature = "std")]
pub mod io;
pub mod layer;
pub mod layers;
mod lengths;
pub mod loss;
pub mod metrics;
pub mod network;
mod one_by_one;
pub mod optim;
pub mod parameters;
#[cfg(feature = "plot")]
pub mod plot;
pub mod prepare;
pub mod sample;
pub mod scalar;
pub mod schedule;
#[cfg(feature = "serde")]
#[doc(hidden)]
pub mod serialize;
mod settings;
pub mod shape;
#[cfg(feature = "alloc")]
pub mod split;
pub mod stream;
mod target;
#[cfg_attr(not(feature = "alloc"), expect(dead_code, reason = "only what is on the heap is divided"))]
mod threads;
#[cfg(feature = "alloc")]
pub mod train;

#[doc(hidden)]
pub mod private;

#[doc(hidden)]
pub use bytemuck;
pub use fearless_simd::{self, Level, Simd};
pub use nalgebra::{SMatrix, SVector};
pub use nn_kernels as kernels;
pub use typenum;

#[cfg(feature = "alloc")]
pub use boxed::Boxed;
pub use budget::Counted;
pub use layer::{Layer, Pass, Record};
pub use layers::*;
pub use loss::{
    BinaryCrossEntropy, BinaryCrossEntropyOfProbabilities, CosineSimilarity, CrossEntropy, EveryStep,
    HalfMeanSquaredError, Hinge, Huber, KlDivergence, LastStep, Loss, MeanAbsoluteError, MeanSquaredError, MultiMargin,
    SmoothL1, SumSquaredError, Weighted,
};
pub use network::Network;
#[cfg(feature = "alloc")]
pub use network::Workspace;
pub use nn_kernels::Noise;
#[cfg(feature = "alloc")]
pub use optim::Lbfgs;
pub use optim::{Adagrad, Adam, AdamW, Lion, MaxNorm, Nadam, RmsProp, Sgd, clip_norm, clip_value};
pub use parameters::{Order, Parameters, Path, Role, Tensor};
pub use sample::{Padded, Sample};
pub use scalar::{Element, Number, Scalar};
pub use shape::{D1, D2, D3, Image, Sequence, Shape, Stepped, Words};
pub use stream::Stream;

/// What most programs want in scope.
pub mod prelude {
    #[cfg(feature = "alloc")]
    pub use crate::boxed::Boxed;
    pub use crate::layers::Standardize;
    pub use crate::loss::{
        BinaryCrossEntropy, BinaryCrossEntropyOfProbabilities, CosineSimilarity, CrossEntropy, EveryStep,
        HalfMeanSquaredError, Hinge, Huber, KlDivergence, LastStep, MeanAbsoluteError, MeanSquaredError, MultiMargin,
        SmoothL1, SumSquaredError, Weighted,
    };
    pub use crate::metrics::ConfusionMatrix;
    pub use crate::network::Network;
    #[cfg(feature = "alloc")]
    pub use crate::network::Workspace;
    #[cfg(feature = "alloc")]
    pub use crate::optim::Lbfgs;
    pub use crate::optim::{Adagrad, Adam, AdamW, Lion, MaxNorm, Nadam, RmsProp, Sgd, State, clip_norm, clip_value};
    pub use crate::parameters::{Parameters as _, Role};
    pub use crate::prepare::{MinMaxScaler, Pca, StandardScaler};
    pub use crate::sample::Padded;
    pub use crate::schedule::{CosineAnnealing, OneCycle, ReduceOnPlateau, Schedule, StepDecay};
    pub use crate::stream::Stream as _;
    #[cfg(feature = "std")]
    pub use crate::train::Checkpoint;
    #[cfg(feature = "alloc")]
    pub use crate::train::{EarlyStopping, Monitor, Trainer, evaluate};
}
