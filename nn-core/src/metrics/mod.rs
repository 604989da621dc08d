//! What a trained network is worth: how often a classifier is right and what it confuses with what, how well its outputs rank,
//! how far a regression is off.
//!
//! Outputs come first and targets second, one for each. Nothing is allocated, except by the areas under the curve, which sort.
//!
//! | of | function | from |
//! |---|---|---|
//! | classifiers | [`accuracy`], [`top_k_accuracy`] | outputs and classes |
//! | | [`ConfusionMatrix`]: precision, recall and F1 of a class, and their [`Average`] | outputs and classes, or predictions one by one |
//! | rankings | `roc_auc`, `roc_auc_one_vs_rest` (feature `alloc`) | outputs, and which samples are positive or their classes |
//! | regressions | [`mean_absolute_error`], [`root_mean_squared_error`], [`r2`] | numbers and numbers |
//!
//! All of it is what scikit-learn computes, in double precision whatever the scalar. What has no value there but a warning, such as
//! a coefficient of determination of one sample, is an error here: see [`MetricError`].

mod accuracy;
mod average;
mod check;
mod confusion;
mod error;
mod numbers;
mod regression;
#[cfg(feature = "alloc")]
mod roc_auc;
mod table;

pub use crate::argmax::argmax;
pub use accuracy::{accuracy, top_k_accuracy};
pub use average::{Average, Scores};
pub use confusion::ConfusionMatrix;
pub use error::MetricError;
pub use numbers::Numbers;
pub use regression::{mean_absolute_error, r2, root_mean_squared_error};
#[cfg(feature = "alloc")]
pub use roc_auc::{roc_auc, roc_auc_one_vs_rest};
