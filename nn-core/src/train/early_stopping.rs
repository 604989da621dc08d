//! The end of training when nothing improves any more.

use alloc::boxed::Box;

use crate::optim::SettingError;
use crate::scalar::Scalar;
use crate::schedule::{Measures, Monitor};

/// Ends training when the monitored quantity has not improved for some epochs, and gives the network the parameters that it had
/// after the best one.
///
/// An epoch is an improvement if its value is better than the best so far by more than `min_delta`. The best parameters are put back at
/// the end of every run, whether it was stopped or came to its last epoch ([`History::restored`](super::History::restored)
/// tells from which epoch they are); not if training ends with an error, after which
/// the network has the parameters that [`TrainError`](super::TrainError) says.
///
/// The defaults are `min_delta(0.0)` and [`Monitor::Auto`]: the validation loss, or the training loss where there are no validation
/// samples. Keras's `patience` is counted in the same way, but Keras restores the weights only when asked to.
///
/// # Examples
///
/// ```
/// use static_nn::loss::MeanSquaredError;
/// use static_nn::optim::Sgd;
/// use static_nn::train::{EarlyStopping, Trainer};
/// use static_nn::{Dense, Parameters};
///
/// // The slope of the training samples is 2, that of the validation samples 1: on the way from 0 to 2 there is a best epoch.
/// let mut line = Dense::<f64, 1, 1>::zeroed_boxed();
/// let history = Trainer::new(MeanSquaredError, Sgd::new(0.02))
///     .epochs(1000)
///     .early_stopping(EarlyStopping::new(3))
///     .validation(&[[1.0], [-1.0]], &[[1.0], [-1.0]])
///     .fit(&mut line, &[[1.0], [-1.0]], &[[2.0], [-2.0]])?;
/// let best = history.restored.expect("early stopping restores");
/// assert_eq!(history.epochs.len(), best + 3);
/// assert!((line.weight[0] - 1.0).abs() < 0.05);
/// # Ok::<(), static_nn::train::TrainError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct EarlyStopping {
    patience: usize,
    min_delta: f64,
    monitor: Monitor,
}

#[cfg(feature = "serde")]
crate::serialize::checked! {
    EarlyStopping {
        patience: usize,
        min_delta: f64,
        monitor: Monitor,
    }
    EarlyStopping::check
}

impl EarlyStopping {
    /// Stops after `patience` epochs in a row without improvement, at least 1.
    #[must_use]
    pub const fn new(patience: usize) -> Self {
        Self { patience, min_delta: 0.0, monitor: Monitor::Auto }
    }

    /// The least difference that is an improvement.
    #[must_use]
    pub const fn min_delta(mut self, difference: f64) -> Self {
        self.min_delta = difference;
        self
    }

    /// What must improve.
    #[must_use]
    pub const fn monitor(mut self, monitor: Monitor) -> Self {
        self.monitor = monitor;
        self
    }

    pub(super) const fn monitors(&self) -> Monitor {
        self.monitor
    }

    pub(super) fn check(&self) -> Result<(), SettingError> {
        if self.patience == 0 {
            return Err(SettingError { setting: "patience", value: 0.0, permitted: "at least 1" });
        }
        if self.min_delta >= 0.0 && self.min_delta.is_finite() {
            return Ok(());
        }
        let (value, permitted) = (self.min_delta, "a finite number that is not negative");
        Err(SettingError { setting: "min_delta", value, permitted })
    }
}

/// How long nothing has improved, and the best parameters so far.
pub(super) struct Stopping<T> {
    settings: EarlyStopping,
    pub(super) best: f64,
    pub(super) waited: usize,
    /// The epoch after which the network had `weights`, counted from 1; 0 before the first.
    pub(super) epoch: usize,
    pub(super) weights: Box<[T]>,
}

impl<T: Scalar> Stopping<T> {
    pub(super) fn new(settings: EarlyStopping, parameters: usize) -> Self {
        let weights = bytemuck::zeroed_slice_box(parameters);
        Self { settings, best: settings.monitor.worst(), waited: 0, epoch: 0, weights }
    }

    /// Takes notice of an epoch and the parameters after it.
    pub(super) fn observe(&mut self, epoch: usize, measures: &Measures, parameters: &[T]) {
        let monitor = self.settings.monitor;
        let Some(value) = monitor.of(measures) else { return };
        let delta = self.settings.min_delta;
        let bar = if monitor.increases() { self.best + delta } else { self.best - delta };
        if monitor.is_better(value, bar) {
            (self.best, self.waited, self.epoch) = (value, 0, epoch);
            self.weights.copy_from_slice(parameters);
        } else {
            self.waited += 1;
        }
    }

    /// Whether it has waited long enough.
    pub(super) fn is_over(&self) -> bool {
        self.waited >= self.settings.patience
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::vec::Vec;

    /// After which epoch it stops, and of which it keeps the parameters.
    fn stops(settings: EarlyStopping, values: &[f64]) -> (Option<usize>, usize) {
        let mut stopping = Stopping::<f64>::new(settings, 1);
        for (epoch, value) in (1..).zip(values) {
            let measures =
                Measures { loss: *value, accuracy: Some(*value), validation_loss: None, validation_accuracy: None };
            stopping.observe(epoch, &measures, &[*value]);
            if stopping.is_over() {
                assert_eq!(stopping.weights[0].to_bits(), values[stopping.epoch - 1].to_bits());
                return (Some(epoch), stopping.epoch);
            }
        }
        (None, stopping.epoch)
    }

    #[test]
    fn patience_is_the_number_of_epochs_without_improvement() {
        let losses = [3.0, 2.0, 2.5, 1.9, 1.9, 1.9, 1.8];
        assert_eq!(stops(EarlyStopping::new(1), &losses), (Some(3), 2));
        assert_eq!(stops(EarlyStopping::new(2), &losses), (Some(6), 4));
        assert_eq!(stops(EarlyStopping::new(3), &losses), (None, 7));
        assert_eq!(stops(EarlyStopping::new(4).min_delta(0.5), &losses), (Some(6), 2));
    }

    #[test]
    fn of_an_accuracy_more_is_better() {
        let accuracies: Vec<f64> = [3, 5, 4, 5, 6].iter().map(|tenth| f64::from(*tenth) / 10.0).collect();
        let settings = EarlyStopping::new(2).monitor(Monitor::TrainingAccuracy);
        assert_eq!(stops(settings, &accuracies), (Some(4), 2));
        assert_eq!(stops(settings.min_delta(0.15), &accuracies), (Some(4), 2));
    }
}
