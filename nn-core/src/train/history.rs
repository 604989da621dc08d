//! What came of each epoch.

use alloc::vec::Vec;
use core::fmt;

use crate::schedule::{Measures, Monitor};

/// One epoch of a training run.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Epoch {
    /// The mean loss over the samples of the epoch, each batch measured before its step. Where samples have
    /// [weights](crate::loss::Loss::weight), the weighted mean over the whole epoch, not one of the batches' means; where the loss
    /// is the sum over a batch, still the mean over the samples, so that it compares with a set of another size.
    pub loss: f64,
    /// The part of the samples that was right, 0 to 1, each batch measured before its step, where the loss can say so.
    pub accuracy: Option<f64>,
    /// The mean loss on the validation samples after the epoch, averaged in the same way.
    pub validation_loss: Option<f64>,
    /// The part of the validation samples that was right after the epoch, where the loss can say so.
    pub validation_accuracy: Option<f64>,
    /// The learning rate of the epoch, of its last step where it changes from step to step.
    pub learning_rate: f64,
    /// How long the epoch took, validation included; 0 on targets without a clock.
    pub seconds: f64,
}

impl From<&Epoch> for Measures {
    fn from(epoch: &Epoch) -> Self {
        let &Epoch { loss, accuracy, validation_loss, validation_accuracy, .. } = epoch;
        Self { loss, accuracy, validation_loss, validation_accuracy }
    }
}

/// What came of a training run; `Display` writes it as a table.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct History {
    /// The epochs in order.
    pub epochs: Vec<Epoch>,
    /// The epoch, counted from 1, after which the network had the parameters that it has now; `None` without early stopping, where it
    /// is the last.
    pub restored: Option<usize>,
}

impl History {
    /// The epoch that was best, the first of equals, and its number counted from 1; `None` if the quantity was not measured.
    ///
    /// # Examples
    ///
    /// ```
    /// use static_nn::schedule::Monitor;
    /// use static_nn::train::{Epoch, History};
    ///
    /// let epoch = |loss| Epoch {
    ///     loss,
    ///     accuracy: None,
    ///     validation_loss: None,
    ///     validation_accuracy: None,
    ///     learning_rate: 0.1,
    ///     seconds: 0.0,
    /// };
    /// let history = History { epochs: vec![epoch(0.5), epoch(0.2), epoch(0.3)], restored: None };
    /// assert_eq!(history.best(Monitor::Auto).map(|(number, _)| number), Some(2));
    /// assert_eq!(history.best(Monitor::ValidationLoss), None);
    /// ```
    #[must_use]
    pub fn best(&self, monitor: Monitor) -> Option<(usize, &Epoch)> {
        let mut best = (None, monitor.worst());
        for (number, epoch) in (1..).zip(&self.epochs) {
            let value = monitor.of(&epoch.into())?;
            if monitor.is_better(value, best.1) {
                best = (Some((number, epoch)), value);
            }
        }
        best.0
    }
}

impl fmt::Display for History {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let accuracy = self.epochs.iter().any(|epoch| epoch.accuracy.is_some());
        let validation = self.epochs.iter().any(|epoch| epoch.validation_loss.is_some());
        write!(f, "epoch      loss")?;
        if accuracy {
            write!(f, "  accuracy")?;
        }
        if validation {
            write!(f, "  validation loss")?;
        }
        if validation && accuracy {
            write!(f, "  validation accuracy")?;
        }
        writeln!(f, "  learning rate  seconds")?;
        for (i, epoch) in self.epochs.iter().enumerate() {
            write!(f, "{:>5}{:>10.4}", i + 1, epoch.loss)?;
            if accuracy {
                write!(f, "{:>9.2}%", 100.0 * epoch.accuracy.unwrap_or(f64::NAN))?;
            }
            if validation {
                write!(f, "{:>17.4}", epoch.validation_loss.unwrap_or(f64::NAN))?;
            }
            if validation && accuracy {
                write!(f, "{:>20.2}%", 100.0 * epoch.validation_accuracy.unwrap_or(f64::NAN))?;
            }
            writeln!(f, "{:>15.2e}{:>9.2}", epoch.learning_rate, epoch.seconds)?;
        }
        if let Some(restored) = self.restored {
            writeln!(f, "the parameters are those after epoch {restored}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::string::ToString;
    use std::vec;

    #[test]
    fn the_table_has_the_columns_that_there_are_numbers_for() {
        let plain = Epoch {
            loss: 0.5321,
            accuracy: None,
            validation_loss: None,
            validation_accuracy: None,
            learning_rate: 1e-3,
            seconds: 1.5,
        };
        let table = "epoch      loss  learning rate  seconds\n    1    0.5321        1.00e-3     1.50\n";
        assert_eq!(History { epochs: vec![plain], restored: None }.to_string(), table);
        let full =
            Epoch { accuracy: Some(0.9123), validation_loss: Some(0.25), validation_accuracy: Some(0.95), ..plain };
        let table = "\
epoch      loss  accuracy  validation loss  validation accuracy  learning rate  seconds
    1    0.5321    91.23%           0.2500               95.00%        1.00e-3     1.50
";
        assert_eq!(History { epochs: vec![full], restored: None }.to_string(), table);
    }
}
