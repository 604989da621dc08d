//! What is measured in every epoch, and which of it decides.

use core::fmt;

/// What came of one epoch.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Measures {
    /// The mean loss on the training samples.
    pub loss: f64,
    /// The part of the training samples that was right, where the loss can say so.
    pub accuracy: Option<f64>,
    /// The mean loss on the validation samples, if there are any.
    pub validation_loss: Option<f64>,
    /// The part of the validation samples that was right.
    pub validation_accuracy: Option<f64>,
}

/// Which quantity decides whether an epoch was better than those before.
///
/// # Examples
///
/// ```
/// use static_nn::schedule::{Measures, Monitor};
///
/// let epoch = Measures { loss: 0.5, accuracy: Some(0.8), validation_loss: Some(0.6), validation_accuracy: Some(0.75) };
/// assert_eq!(Monitor::default().of(&epoch), Some(0.6));
/// assert_eq!(Monitor::TrainingAccuracy.of(&epoch), Some(0.8));
/// assert!(Monitor::Auto.is_better(0.6, 0.7) && Monitor::ValidationAccuracy.is_better(0.7, 0.6));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Monitor {
    /// The validation loss, or where there are no validation samples the training loss.
    #[default]
    Auto,
    /// The loss on the training samples.
    TrainingLoss,
    /// The part of the training samples that was right.
    TrainingAccuracy,
    /// The loss on the validation samples.
    ValidationLoss,
    /// The part of the validation samples that was right.
    ValidationAccuracy,
}

impl Monitor {
    /// Its value in one epoch, if it was measured.
    #[must_use]
    pub fn of(self, measures: &Measures) -> Option<f64> {
        match self {
            Monitor::Auto => Some(measures.validation_loss.unwrap_or(measures.loss)),
            Monitor::TrainingLoss => Some(measures.loss),
            Monitor::TrainingAccuracy => measures.accuracy,
            Monitor::ValidationLoss => measures.validation_loss,
            Monitor::ValidationAccuracy => measures.validation_accuracy,
        }
    }

    /// Whether more is better: of an accuracy.
    #[must_use]
    pub const fn increases(self) -> bool {
        matches!(self, Monitor::TrainingAccuracy | Monitor::ValidationAccuracy)
    }

    /// Whether it needs validation samples.
    #[must_use]
    pub const fn validates(self) -> bool {
        matches!(self, Monitor::ValidationLoss | Monitor::ValidationAccuracy)
    }

    /// The value than which every other is better.
    #[must_use]
    pub const fn worst(self) -> f64 {
        if self.increases() { f64::NEG_INFINITY } else { f64::INFINITY }
    }

    /// Whether `value` is better than `best`; a NaN is not.
    #[must_use]
    pub fn is_better(self, value: f64, best: f64) -> bool {
        if self.increases() { value > best } else { value < best }
    }
}

impl fmt::Display for Monitor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Monitor::Auto => "loss",
            Monitor::TrainingLoss => "training loss",
            Monitor::TrainingAccuracy => "training accuracy",
            Monitor::ValidationLoss => "validation loss",
            Monitor::ValidationAccuracy => "validation accuracy",
        })
    }
}
