//! What came of a training run, as charts.

use super::Chart;
use crate::train::{Epoch, History};

impl Chart {
    /// The loss over the epochs, and the validation loss if it was measured.
    ///
    /// # Examples
    ///
    /// ```
    /// use static_nn::loss::MeanSquaredError;
    /// use static_nn::optim::Sgd;
    /// use static_nn::plot::Chart;
    /// use static_nn::train::Trainer;
    /// use static_nn::{Dense, Parameters};
    ///
    /// let (xs, ys) = ([[0.0_f32], [1.0], [2.0], [3.0]], [[1.0], [3.0], [5.0], [7.0]]);
    /// let mut line = Dense::<f32, 1, 1>::zeroed_boxed();
    /// let trainer = Trainer::new(MeanSquaredError, Sgd::new(0.1)).epochs(100).validation(&xs, &ys);
    /// let history = trainer.fit(&mut line, &xs, &ys)?;
    /// let svg = Chart::loss(&history).log_y().picture()?.svg();
    /// assert!(svg.contains(r#"aria-label="training""#) && svg.contains(r#"aria-label="validation""#));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn loss(history: &History) -> Self {
        over(history, "loss", |epoch| Some(epoch.loss), |epoch| epoch.validation_loss).title("Loss")
    }

    /// The part of the samples that was right over the epochs, and that of the validation samples if it was measured.
    ///
    /// # Examples
    ///
    /// ```
    /// use static_nn::plot::Chart;
    /// use static_nn::train::{Epoch, History};
    ///
    /// let epoch = |accuracy| Epoch {
    ///     loss: 0.1,
    ///     accuracy: Some(accuracy),
    ///     validation_loss: None,
    ///     validation_accuracy: None,
    ///     learning_rate: 1e-3,
    ///     seconds: 0.5,
    /// };
    /// let history = History { epochs: [0.5, 0.8, 0.9].map(epoch).into(), restored: None };
    /// assert_eq!(Chart::accuracy(&history).picture()?.svg().matches(r#"class="series""#).count(), 1);
    /// # Ok::<(), static_nn::plot::PlotError>(())
    /// ```
    pub fn accuracy(history: &History) -> Self {
        over(history, "accuracy", |epoch| epoch.accuracy, |epoch| epoch.validation_accuracy).title("Accuracy")
    }

    /// The learning rate over the epochs.
    ///
    /// # Examples
    ///
    /// ```
    /// use static_nn::plot::Chart;
    /// use static_nn::train::{Epoch, History};
    ///
    /// let epoch = |learning_rate| Epoch {
    ///     loss: 0.1,
    ///     accuracy: None,
    ///     validation_loss: None,
    ///     validation_accuracy: None,
    ///     learning_rate,
    ///     seconds: 0.5,
    /// };
    /// let history = History { epochs: [1e-2, 1e-3, 1e-4].map(epoch).into(), restored: None };
    /// let svg = Chart::learning_rate(&history).log_y().picture()?.svg();
    /// assert!(svg.contains(r#"aria-label="10⁻³""#));
    /// # Ok::<(), static_nn::plot::PlotError>(())
    /// ```
    pub fn learning_rate(history: &History) -> Self {
        let rates = history.epochs.iter().map(|epoch| epoch.learning_rate);
        Self::new().title("Learning rate").x_label("epoch").y_label("learning rate").line("", rates)
    }
}

fn over(
    history: &History,
    what: &str,
    training: impl Fn(&Epoch) -> Option<f64>,
    validation: impl Fn(&Epoch) -> Option<f64>,
) -> Chart {
    let mut chart = Chart::new().x_label("epoch").y_label(what);
    let measured = history.epochs.iter().any(|epoch| training(epoch).is_some());
    if measured || history.epochs.is_empty() {
        chart = chart.line("training", history.epochs.iter().map(|epoch| training(epoch).unwrap_or(f64::NAN)));
    }
    if history.epochs.iter().any(|epoch| validation(epoch).is_some()) {
        chart = chart.line("validation", history.epochs.iter().map(|epoch| validation(epoch).unwrap_or(f64::NAN)));
    }
    chart
}
