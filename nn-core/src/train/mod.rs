//! Training: batches, epochs, and what came of them.
//!
//! [`Trainer`] holds the settings, [`Trainer::fit`] trains a network and returns the [`History`]; [`evaluate`] measures a network
//! on samples that it has not seen. Who wants a loop of their own calls the network's
//! [`train_step`](crate::network::train_step), which is what `fit` does for every batch.
//!
//! Everything is checked before the first step. Between then and the end nothing is allocated, except by a progress bar, and by
//! the history of more than 65,536 epochs. The
//! seed decides everything: on one machine, the same seed and data give the same parameters, bit by bit.
//!
//! With the feature `rayon`, batches of 256 samples and more, and what is measured, are divided between threads where that pays: those
//! of rayon's global pool, or of the one in whose `install` the call is. Their number changes no bit of the result. [`Trainer::fit`] runs
//! as a whole in the pool then.

mod clock;
mod data;
mod error;
mod evaluate;
mod fit;
mod history;
mod model;
#[cfg(feature = "progress")]
mod progress;
mod tally;
#[cfg(test)]
mod tests;

pub use error::{Set, TrainError};
pub use evaluate::{Evaluation, evaluate};
pub use history::{Epoch, History};
pub use model::{Model, Owned, Plain};

use crate::optim::{Optimizer, SettingError};
use data::Validation;

/// Settings of a training run.
///
/// Unless set, there is one epoch of batches of 32 samples in the order in which they come, and no validation.
///
/// # Examples
///
/// A line through four points:
///
/// ```
/// use nn_core::loss::MeanSquaredError;
/// use nn_core::optim::Sgd;
/// use nn_core::train::Trainer;
/// use nn_core::{Dense, Parameters};
///
/// let xs = [[0.0_f32], [1.0], [2.0], [3.0]];
/// let ys = [[1.0], [3.0], [5.0], [7.0]];
/// let mut line = Dense::<f32, 1, 1>::zeroed_boxed();
/// let history = Trainer::new(MeanSquaredError, Sgd::new(0.1)).epochs(300).batch_size(4).fit(&mut line, &xs, &ys)?;
/// assert!((line.weight[0] - 2.0).abs() < 1e-3 && (line.bias[0] - 1.0).abs() < 1e-3);
/// assert!(history.epochs[299].loss < 1e-6);
/// # Ok::<(), nn_core::train::TrainError>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "nothing is trained until `fit` is called"]
pub struct Trainer<'v, L, O, X, Y> {
    loss: L,
    optimizer: O,
    epochs: usize,
    batch_size: usize,
    seed: Option<u64>,
    validation: Validation<'v, X, Y>,
    #[cfg(feature = "progress")]
    progress: bool,
}

impl<'v, L, O: Optimizer, X, Y> Trainer<'v, L, O, X, Y> {
    /// Training against `loss` by the steps of `optimizer`.
    pub const fn new(loss: L, optimizer: O) -> Self {
        Self {
            loss,
            optimizer,
            epochs: 1,
            batch_size: 32,
            seed: None,
            validation: Validation::None,
            #[cfg(feature = "progress")]
            progress: false,
        }
    }

    /// How many times to go through all samples.
    pub const fn epochs(mut self, epochs: usize) -> Self {
        self.epochs = epochs;
        self
    }

    /// How many samples to average for one step. The last batch of an epoch has what is left over.
    pub const fn batch_size(mut self, samples: usize) -> Self {
        self.batch_size = samples;
        self
    }

    /// Takes the samples of each epoch in a new order, drawn from `seed`.
    pub const fn shuffle(mut self, seed: u64) -> Self {
        self.seed = Some(seed);
        self
    }

    /// Measures loss and accuracy on these samples after each epoch.
    pub fn validation(mut self, xs: &'v [X], ys: &'v [Y]) -> Self {
        self.validation = Validation::Samples { xs, ys };
        self
    }

    /// Sets aside the last part of the samples, `fraction` of them, for validation, as Keras does.
    ///
    /// It is the last part as the samples come, before any shuffling: of data sorted by class it is a bad choice.
    pub fn validation_split(mut self, fraction: f64) -> Self {
        self.validation = Validation::Split(fraction);
        self
    }

    /// Shows a progress bar on the standard error stream: epoch, loss, accuracy, time left.
    #[cfg(feature = "progress")]
    pub const fn progress(mut self) -> Self {
        self.progress = true;
        self
    }

    fn check(&self) -> Result<(), SettingError> {
        self.optimizer.check()?;
        for (setting, value) in [("epochs", self.epochs), ("batch_size", self.batch_size)] {
            if value == 0 {
                return Err(SettingError { setting, value: 0.0, permitted: "at least 1" });
            }
        }
        self.validation.check()
    }
}
