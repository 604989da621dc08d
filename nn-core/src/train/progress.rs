//! The progress bar.

use std::format;
use std::string::String;

use indicatif::{ProgressBar, ProgressStyle};

use super::Epoch;
use super::tally::Tally;

/// One bar over all epochs, and a line above it for each that is done. Nothing is drawn where there is no terminal.
pub(super) struct Bar {
    bar: ProgressBar,
    epochs: usize,
}

impl Bar {
    /// A bar for so many epochs of so many steps, of which some epochs are done.
    pub(super) fn new(epochs: usize, steps: usize, done: usize) -> Self {
        let bar =
            ProgressBar::new(epochs.saturating_mul(steps) as u64).with_position(done.saturating_mul(steps) as u64);
        bar.reset_eta();
        let template = "{msg} [{bar:30}] {elapsed} / {eta} left";
        bar.set_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()));
        Self { bar, epochs }
    }

    pub(super) fn step(&mut self, epoch: usize, tally: &Tally) {
        self.bar.inc(1);
        if self.bar.is_hidden() {
            return;
        }
        self.bar.set_message(step_text(epoch, self.epochs, tally));
    }

    pub(super) fn epoch(&mut self, number: usize, epoch: &Epoch) {
        if self.bar.is_hidden() {
            return;
        }
        self.bar.println(epoch_text(number, self.epochs, epoch));
    }
}

/// What stands before the bar in an epoch, counted from 1, of so many.
pub(super) fn step_text(epoch: usize, epochs: usize, tally: &Tally) -> String {
    let accuracy = tally.accuracy().map(|accuracy| format!(", accuracy {:.1}%", 100.0 * accuracy));
    format!("epoch {epoch}/{epochs}: loss {:.4}{}", tally.loss(), accuracy.unwrap_or_default())
}

/// The line of an epoch, counted from 1, of so many.
pub(super) fn epoch_text(number: usize, epochs: usize, epoch: &Epoch) -> String {
    let percent = |text: &str, value: Option<f64>| {
        value.map(|value| format!(", {text} {:.2}%", 100.0 * value)).unwrap_or_default()
    };
    let validation = epoch.validation_loss.map(|loss| format!(", validation loss {loss:.4}")).unwrap_or_default();
    format!(
        "epoch {number}/{epochs}: loss {:.4}{}{validation}{}, {:.1} s",
        epoch.loss,
        percent("accuracy", epoch.accuracy),
        percent("validation accuracy", epoch.validation_accuracy),
        epoch.seconds,
    )
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
