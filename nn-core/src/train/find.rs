//! The search for a learning rate to begin with.

use alloc::vec::Vec;
use core::ops::RangeInclusive;

use super::descent::Descent;
use super::run::Run;
use super::settings::Pace;
use super::tally::Tally;
use super::{Model, TrainError, Trainer};
use crate::layer::Layer;
use crate::loss::Loss;
use crate::optim::{Optimizer, SettingError};
use crate::parameters::Parameters;
use crate::sample::Sample;
use crate::scalar::Scalar;
use crate::schedule::Schedule;
use crate::settings::check_held;
use crate::threads;

/// The part of the running average of the loss that the next step keeps; fastai's.
const SMOOTHING: f64 = 0.98;

/// A loss so many times the lowest one ends the sweep; fastai's.
const TOO_MUCH: f64 = 4.0;

/// Steps for which there is room from the start.
const RESERVED: usize = 1 << 16;

/// How the loss went while the learning rate rose.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct RateSweep {
    /// The learning rate of each step.
    pub rates: Vec<f64>,
    /// The loss before each step: a running average, free of the bias towards its start.
    pub losses: Vec<f64>,
}

impl RateSweep {
    /// A tenth of the learning rate at which the loss was lowest, the usual rule of thumb: high enough to learn fast, and well below what
    /// does harm. `None` if the loss never fell.
    #[must_use]
    pub fn suggestion(&self) -> Option<f64> {
        let lowest = self.losses.iter().copied().fold(f64::INFINITY, f64::min);
        let place = self.losses.iter().position(|loss| *loss <= lowest).filter(|place| *place > 0)?;
        self.rates.get(place).map(|rate| rate / 10.0)
    }
}

/// The learning rate climbs from `start` by the same factor at every step.
#[derive(Clone, Copy, Debug)]
struct Climb {
    start: f64,
    /// The logarithm of the whole way.
    way: f64,
    steps: u64,
}

impl Schedule for Climb {
    fn check(&self) -> Result<(), SettingError> {
        Ok(())
    }

    fn rate(&self, _: f64, t: u64) -> f64 {
        self.start * libm::exp(self.way * t as f64 / (self.steps - 1) as f64)
    }
}

impl<L, O: Optimizer, V> Trainer<L, O, V> {
    /// Trains a copy of `model` for `steps` steps, while the learning rate climbs through `rates` by the same factor at every step,
    /// and records the loss (Smith, 2017): the learning rate range test. `model` stays as it is.
    ///
    /// Loss, optimizer, batches, shuffling, clipping and the limit of weights are those of the trainer; its number of epochs and its schedule
    /// are not used, nor are validation samples, and the samples are gone through as often as it takes. The sweep ends before its last step
    /// where the loss exceeds the lowest one by three times its size, or is not finite. `1e-7..=10.0` and 100 steps are usual.
    ///
    /// # Errors
    ///
    /// [`TrainError`]: a setting out of its range, samples that are missing or not finite, impossible targets.
    ///
    /// # Examples
    ///
    /// ```
    /// use static_nn::loss::MeanSquaredError;
    /// use static_nn::optim::Sgd;
    /// use static_nn::train::Trainer;
    /// use static_nn::{Dense, Parameters};
    ///
    /// // No line goes through all of these points.
    /// let (xs, ys) = ([[1.0], [-1.0], [0.5], [-0.5]], [[2.0], [-2.5], [1.5], [-0.5]]);
    /// let line = Dense::<f32, 1, 1>::zeroed_boxed();
    /// let trainer = Trainer::new(MeanSquaredError, Sgd::new(0.0)).batch_size(1).shuffle(42);
    /// let sweep = trainer.find_learning_rate(&line, &xs, &ys, 1e-4..=10.0, 200)?;
    /// assert!(sweep.suggestion().is_some_and(|rate| rate > 0.01 && rate < 0.1));
    /// assert_eq!(line.weight[0], 0.0);
    /// # Ok::<(), static_nn::train::TrainError>(())
    /// ```
    pub fn find_learning_rate<T, M, P, X, Y>(
        &self,
        model: &M,
        xs: &[X],
        ys: &[Y],
        rates: RangeInclusive<f64>,
        steps: usize,
    ) -> Result<RateSweep, TrainError>
    where
        T: Scalar,
        M: Model<T, P>,
        X: Sample<T, <M::Network as Layer<T>>::Input>,
        Y: Sync,
        L: Loss<T, <M::Network as Layer<T>>::Output, Y>,
    {
        let (samples, _) = self.sets::<T, M::Network, X, Y>(xs, ys)?;
        let mut climb = climb(&rates, steps)?;
        let mut network = model.network().clone_boxed();
        let mut optimizer = self.optimizer.clone();
        let descent = Descent::new::<M::Network>(&mut optimizer, &mut climb, Pace::Steps);
        let run = Run::new(self, descent, &mut *network, samples, None)?;
        threads::enter(run.workspace.threads(), || Ok(sweep(run, steps)))
    }
}

fn climb(rates: &RangeInclusive<f64>, steps: usize) -> Result<Climb, SettingError> {
    let (start, end) = (*rates.start(), *rates.end());
    let refused = |setting, value, permitted| Err(SettingError { setting, value, permitted });
    if !(start > 0.0 && start.is_finite()) {
        return refused("rates.start", start, "a finite number of more than 0");
    }
    if !(end > start && end.is_finite()) {
        return refused("rates.end", end, "a finite number of more than the start");
    }
    check_held("rates.end", end)?;
    if steps < 2 {
        return refused("steps", steps as f64, "at least 2");
    }
    Ok(Climb { start, way: libm::log(end) - libm::log(start), steps: steps as u64 })
}

/// The losses of up to so many steps.
fn sweep<T, N, L, O, X, Y>(mut run: Run<'_, T, N, L, O, X, Y>, steps: usize) -> RateSweep
where
    T: Scalar,
    N: Layer<T>,
    L: Loss<T, N::Output, Y>,
    O: Optimizer,
    X: Sample<T, N::Input>,
    Y: Sync,
{
    let reserved = steps.min(RESERVED);
    let mut found = RateSweep { rates: Vec::with_capacity(reserved), losses: Vec::with_capacity(reserved) };
    let (mut average, mut weight, mut lowest) = (0.0, 0.0, f64::INFINITY);
    let in_epoch = run.steps();
    for step in 0..steps {
        if step % in_epoch == 0 {
            run.shuffle();
        }
        let mut tally = Tally::EMPTY;
        if run.step(step % in_epoch, &mut tally).is_err() {
            break;
        }
        average = SMOOTHING * average + (1.0 - SMOOTHING) * tally.loss();
        weight = SMOOTHING * weight + (1.0 - SMOOTHING);
        let loss = average / weight;
        lowest = f64::min(lowest, loss);
        found.rates.push(run.descent.optimizer.learning_rate());
        found.losses.push(loss);
        if loss > lowest + (TOO_MUCH - 1.0) * lowest.abs() {
            break;
        }
    }
    found
}
