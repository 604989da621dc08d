//! The rate that falls when nothing improves.

use super::setting::{check, check_rate, whole};
use super::{Measures, Monitor, Schedule};
use crate::settings::SettingError;

/// Times `factor` when the monitored quantity has not improved for more than `patience` epochs: PyTorch's `ReduceLROnPlateau`.
///
/// An epoch is an improvement if it is better than the best one by more than `threshold`, relative to the size of the best: a loss below
/// `best - threshold |best|`, an accuracy above `best + threshold |best|`. After a reduction, `cooldown` epochs are not counted. The
/// rate does not fall below `min_lr`, nor by less than `eps`.
///
/// PyTorch takes `best (1 - threshold)`, which is the same above zero. Of a loss below zero it lies on the wrong side of the best one, so
/// that there a loss which stays as it is, or becomes worse, never lowers the rate.
///
/// The defaults are `factor(0.1)`, `patience(10)`, `threshold(1e-4)`, `cooldown(0)`, `min_lr(0.0)`, `eps(1e-8)`, and
/// [`Monitor::Auto`]: the validation loss, or the training loss where there are no validation samples.
///
/// Epochs are what it observes, whether the rate is asked for at every epoch or at every step.
///
/// # Examples
///
/// ```
/// use static_nn::schedule::{ReduceOnPlateau, Schedule};
///
/// let mut schedule = ReduceOnPlateau::new().patience(2).factor(0.5);
/// let rates = [1.0, 0.9, 0.9, 0.9, 0.9, 0.9].map(|loss| {
///     schedule.step(loss);
///     schedule.rate(0.1, 0)
/// });
/// assert_eq!(rates, [0.1, 0.1, 0.1, 0.1, 0.05, 0.05]);
/// ```
#[doc(alias = "ReduceLROnPlateau")]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ReduceOnPlateau {
    monitor: Monitor,
    factor: f64,
    patience: u64,
    threshold: f64,
    relative: bool,
    cooldown: u64,
    min_lr: f64,
    eps: f64,
    best: Option<f64>,
    bad_epochs: u64,
    cooling: u64,
    reductions: u64,
}

#[cfg(feature = "serde")]
crate::serialize::checked! {
    ReduceOnPlateau {
        monitor: Monitor,
        factor: f64,
        patience: u64,
        threshold: f64,
        relative: bool,
        cooldown: u64,
        min_lr: f64,
        eps: f64,
        best: Option<f64>,
        bad_epochs: u64,
        cooling: u64,
        reductions: u64,
    }
    Schedule::check
}

impl Default for ReduceOnPlateau {
    fn default() -> Self {
        Self::new()
    }
}

impl ReduceOnPlateau {
    /// With PyTorch's settings.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            monitor: Monitor::Auto,
            factor: 0.1,
            patience: 10,
            threshold: 1e-4,
            relative: true,
            cooldown: 0,
            min_lr: 0.0,
            eps: 1e-8,
            best: None,
            bad_epochs: 0,
            cooling: 0,
            reductions: 0,
        }
    }

    /// What must improve.
    #[must_use]
    pub const fn monitor(mut self, monitor: Monitor) -> Self {
        self.monitor = monitor;
        self
    }

    /// What is left of the rate, 0 to below 1.
    #[must_use]
    pub const fn factor(mut self, factor: f64) -> Self {
        self.factor = factor;
        self
    }

    /// How many epochs without improvement are borne: it is the next one that reduces the rate.
    #[must_use]
    pub const fn patience(mut self, epochs: u64) -> Self {
        self.patience = epochs;
        self
    }

    /// The least improvement, relative to the best value.
    #[must_use]
    pub const fn threshold(mut self, part: f64) -> Self {
        (self.threshold, self.relative) = (part, true);
        self
    }

    /// The least improvement itself: PyTorch's `threshold_mode="abs"`.
    #[must_use]
    pub const fn absolute_threshold(mut self, difference: f64) -> Self {
        (self.threshold, self.relative) = (difference, false);
        self
    }

    /// How many epochs after a reduction are not counted.
    #[must_use]
    pub const fn cooldown(mut self, epochs: u64) -> Self {
        self.cooldown = epochs;
        self
    }

    /// The lowest rate.
    #[must_use]
    pub const fn min_lr(mut self, rate: f64) -> Self {
        self.min_lr = rate;
        self
    }

    /// A reduction by no more than this is none.
    #[must_use]
    pub const fn eps(mut self, difference: f64) -> Self {
        self.eps = difference;
        self
    }

    /// Takes notice of the monitored quantity after an epoch, as PyTorch's `step` does: for loops of one's own.
    pub fn step(&mut self, metric: f64) {
        if self.improves(metric) {
            (self.best, self.bad_epochs) = (Some(metric), 0);
        } else {
            self.bad_epochs = self.bad_epochs.saturating_add(1);
        }
        if self.cooling > 0 {
            (self.cooling, self.bad_epochs) = (self.cooling - 1, 0);
        }
        if self.bad_epochs > self.patience {
            self.reductions = self.reductions.saturating_add(1);
            (self.cooling, self.bad_epochs) = (self.cooldown, 0);
        }
    }

    fn improves(&self, metric: f64) -> bool {
        let best = self.best.unwrap_or(self.monitor.worst());
        let sign = if self.monitor.increases() { 1.0 } else { -1.0 };
        // `threshold |best|` above or below the best; a factor, since nothing added to an infinite value is none.
        let factor = 1.0 + sign * best.signum() * self.threshold;
        let bar = if self.relative { best * factor } else { best + sign * self.threshold };
        self.monitor.is_better(metric, bar)
    }
}

impl Schedule for ReduceOnPlateau {
    fn check(&self) -> Result<(), SettingError> {
        check((0.0..1.0).contains(&self.factor), "factor", self.factor, "at least 0 and less than 1")?;
        let threshold = self.threshold;
        if self.relative {
            check((0.0..1.0).contains(&threshold), "threshold", threshold, "at least 0 and less than 1")?;
        } else {
            check_rate("absolute_threshold", threshold)?;
        }
        check_rate("min_lr", self.min_lr)?;
        check_rate("eps", self.eps)
    }

    fn rate(&self, base: f64, _: u64) -> f64 {
        let mut rate = base;
        for _ in 0..self.reductions {
            let reduced = (rate * self.factor).max(self.min_lr);
            // What is not reduced now will not be later.
            if rate - reduced <= self.eps {
                break;
            }
            rate = reduced;
        }
        rate
    }

    fn observe(&mut self, measures: &Measures) {
        if let Some(metric) = self.monitor.of(measures) {
            self.step(metric);
        }
    }

    fn monitors(&self, visit: &mut dyn FnMut(Monitor)) {
        visit(self.monitor);
    }

    fn save_state(&self, keep: &mut dyn FnMut(f64)) {
        // No best value is NaN.
        keep(self.best.unwrap_or(f64::NAN));
        for count in [self.bad_epochs, self.cooling, self.reductions] {
            keep(count as f64);
        }
    }

    fn load_state(&mut self, next: &mut dyn FnMut() -> Option<f64>) -> Option<()> {
        let best = next()?;
        let mut counts = [0; 3];
        for count in &mut counts {
            *count = whole(next()?)?;
        }
        self.best = Some(best).filter(|best| !best.is_nan());
        [self.bad_epochs, self.cooling, self.reductions] = counts;
        Some(())
    }
}
