//! Training, from settings and samples to a history.

use core::ops::ControlFlow;

use super::data::{self, Samples};
use super::descent::Descent;
use super::run::Run;
use super::validation::{Measure, Validation};
use super::watch::{Each, Watch};
use super::{Answer, History, Model, ModelMut, Set, TrainError, Trainer, evaluate};
use crate::layer::Layer;
use crate::loss::Loss;
use crate::optim::Optimizer;
use crate::sample::Sample;
use crate::scalar::Scalar;
use crate::schedule::Monitor;
use crate::threads;

/// What there is to train on, and what of it has been set aside to validate on.
type Sets<'a, X, Y> = (Samples<'a, X, Y>, Option<Samples<'a, X, Y>>);

impl<L, O: Optimizer, V> Trainer<L, O, V> {
    /// Trains `model`, a network or a box of one, on the samples `xs` with the targets `ys`.
    ///
    /// # Errors
    ///
    /// [`TrainError`]: a setting out of its range, samples that are missing or not finite, impossible targets, a checkpoint that
    /// cannot be gone on with, all found before the first step; or, on the way, a loss, gradient or parameter that became infinite
    /// or NaN, with the step in which it did, or a checkpoint that cannot be written.
    pub fn fit<T, M, P, X, Y>(&self, model: &mut M, xs: &[X], ys: &[Y]) -> Result<History, TrainError>
    where
        T: Scalar,
        M: Model<T, P> + ModelMut<T, P>,
        X: Sample<T, <M::Network as Layer<T>>::Input>,
        Y: Sync,
        L: Loss<T, <M::Network as Layer<T>>::Output, Y>,
        V: Validation<T, M::Network, L>,
    {
        self.run(model.network_mut(), xs, ys, &mut |_, _| ControlFlow::Continue(()))
    }

    /// [`fit`](Self::fit), and after every epoch `each` is shown the history so far and the network. It answers nothing, or a
    /// [`ControlFlow`] whose break ends the training.
    ///
    /// It is called before a checkpoint is written, which a break brings about: so a run that was ended can be gone on with. With the
    /// feature `rayon` it may be called on another thread.
    ///
    /// # Errors
    ///
    /// As [`fit`](Self::fit).
    ///
    /// # Examples
    ///
    /// ```
    /// use core::ops::ControlFlow;
    /// use static_nn::loss::MeanSquaredError;
    /// use static_nn::optim::Sgd;
    /// use static_nn::train::Trainer;
    /// use static_nn::{Dense, Parameters};
    ///
    /// let mut line = Dense::<f64, 1, 1>::zeroed_boxed();
    /// let mut slopes = vec![];
    /// let trainer = Trainer::new(MeanSquaredError, Sgd::new(0.25)).epochs(100);
    /// let history = trainer.fit_each(&mut line, &[[1.0], [-1.0]], &[[2.0], [-2.0]], |history, line| {
    ///     slopes.push(line.weight[0]);
    ///     match history.epochs.last() {
    ///         Some(epoch) if epoch.loss < 0.5 => ControlFlow::Break(()),
    ///         _ => ControlFlow::Continue(()),
    ///     }
    /// })?;
    /// assert_eq!(history.epochs.len(), 3);
    /// assert_eq!(slopes, [1.0, 1.5, 1.75]);
    /// # Ok::<(), static_nn::train::TrainError>(())
    /// ```
    pub fn fit_each<T, M, P, X, Y, R>(
        &self,
        model: &mut M,
        xs: &[X],
        ys: &[Y],
        mut each: impl FnMut(&History, &M::Network) -> R + Send,
    ) -> Result<History, TrainError>
    where
        T: Scalar,
        M: Model<T, P> + ModelMut<T, P>,
        X: Sample<T, <M::Network as Layer<T>>::Input>,
        Y: Sync,
        L: Loss<T, <M::Network as Layer<T>>::Output, Y>,
        V: Validation<T, M::Network, L>,
        R: Answer,
    {
        self.run(model.network_mut(), xs, ys, &mut |history, network| each(history, network).flow())
    }

    fn run<T, N, X, Y>(&self, network: &mut N, xs: &[X], ys: &[Y], each: Each<'_, N>) -> Result<History, TrainError>
    where
        T: Scalar,
        N: Layer<T>,
        X: Sample<T, N::Input>,
        Y: Sync,
        L: Loss<T, N::Output, Y>,
        V: Validation<T, N, L>,
    {
        let (samples, set_aside) = self.sets::<T, N, X, Y>(xs, ys)?;
        let set_aside = set_aside.as_ref().map(|set| -> &dyn Measure<T, N, L> { set });
        let validation = set_aside.or_else(|| self.validation.set());
        validation.map_or(Ok(()), |set| set.check(&self.loss))?;
        self.check_monitors::<T, N, Y>(ys, validation.is_some())?;
        let settings = &self.settings;
        let (mut optimizer, mut schedule) = (self.optimizer.clone(), settings.schedule.clone());
        let descent = Descent::new::<N>(&mut optimizer, schedule.as_dyn(), settings.pace);
        let run = Run::new(self, descent, network, samples, validation)?;
        #[cfg(feature = "std")]
        let run = self.restored(run, samples.xs.len(), validation.map(Measure::len))?;
        let mut watch = Watch {
            each,
            on_epoch: settings.on_epoch.clone(),
            #[cfg(feature = "progress")]
            bar: settings
                .progress
                .then(|| super::progress::Bar::new(settings.epochs, run.steps(), run.history.epochs.len())),
        };
        threads::enter(run.workspace.threads(), || run.epochs(settings.epochs, &mut watch))
    }

    /// Checks settings and samples to train on, and sets some aside to validate on.
    pub(super) fn sets<'a, T, N, X, Y>(&'a self, xs: &'a [X], ys: &'a [Y]) -> Result<Sets<'a, X, Y>, TrainError>
    where
        T: Scalar,
        N: Layer<T>,
        X: Sample<T, N::Input>,
        L: Loss<T, N::Output, Y>,
    {
        self.check()?;
        data::check_lengths(Set::Training, xs, ys)?;
        let weights = self.settings.sample_weights.as_deref();
        data::check_weights(xs.len(), weights)?;
        let samples = Samples { xs, ys, weights };
        let (samples, set_aside) = match self.settings.split {
            Some(fraction) => {
                let [samples, set_aside] = samples.split(fraction);
                (samples, Some(set_aside))
            }
            None => (samples, None),
        };
        data::check::<T, N, X, Y>(Set::Training, samples, &self.loss)?;
        let (count, batches) = (samples.xs.len(), self.settings.batches);
        batches.check(count)?;
        let windows = batches.windows;
        if !count.is_multiple_of(windows) {
            return Err(TrainError::Windows { samples: count, windows });
        }
        if N::COUPLED && batches.leave_one(count) {
            return Err(TrainError::Alone { samples: count, batch_size: batches.size });
        }
        Ok((samples, set_aside))
    }

    /// Checks that whatever decides is measured.
    fn check_monitors<T, N, Y>(&self, ys: &[Y], validates: bool) -> Result<(), TrainError>
    where
        T: Scalar,
        N: Layer<T>,
        L: Loss<T, N::Output, Y>,
    {
        let output = evaluate::outputs::<T, N>(1, 1);
        // The targets have been checked: there is at least one.
        let counts = |_: &Monitor| ys.first().is_some_and(|y| self.loss.correct(&output[0], y).is_some());
        let mut found = Ok(());
        let mut check = |by, monitor: Monitor| {
            let missing = if monitor.validates() && !validates {
                "there are no validation samples"
            } else if monitor.increases() && !counts(&monitor) {
                "the loss does not count right answers"
            } else {
                return;
            };
            found = Err(TrainError::Unmeasured { by, monitor, missing });
        };
        self.settings.schedule.get().monitors(&mut |monitor| check("the schedule", monitor));
        if let Some(early_stopping) = &self.settings.early_stopping {
            check("early stopping", early_stopping.monitors());
        }
        #[cfg(feature = "std")]
        if let Some(monitor) = self.settings.checkpoint.as_ref().and_then(super::Checkpoint::monitors) {
            check("the checkpoint", monitor);
        }
        found
    }
}
