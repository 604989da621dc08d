//! Files from which a training run goes on as if it had never been stopped.

mod error;
mod file;
mod identity;
mod restore;
mod save;

pub use error::CheckpointError;
pub(super) use save::Saver;

use std::path::{Path, PathBuf};

use super::TrainError;
use crate::io::replace::file_name;
use crate::optim::SettingError;
use crate::schedule::Monitor;

/// When to write a training run to a file, and where.
///
/// A checkpoint is a safetensors file with everything that a run consists of: the parameters, what the optimizer remembers and how
/// many steps it has taken, the state of the schedule, how long early stopping has waited and the best parameters, and the history.
/// The order of the samples and the state of the random numbers follow from the seed and the number of epochs. It is written beside its
/// place and put there whole, as [`save`](crate::io::save) does, and whoever loads only the network may
/// ([`load`](crate::io::load), the network's own `load`): what belongs to the run has names that begin with `@`.
///
/// [`Trainer::resume`](super::Trainer::resume) goes on from it. A run that was stopped after any epoch and resumed ends with the same
/// parameters and the same history, bit by bit, as one that was never stopped; only the seconds differ.
///
/// Resuming wants the same network, loss, optimizer, schedule, batches, seed, clipping, limit of weights, early stopping and numbers of samples,
/// and says which of them differs. Of the network it knows the name and the tensors; that activations and settings of layers are the same is
/// the caller's part, and so are the samples themselves. `epochs` may differ: it counts from the very
/// start, so a run is prolonged by asking for more.
///
/// # Examples
///
/// ```
/// use static_nn::loss::MeanSquaredError;
/// use static_nn::optim::Adam;
/// use static_nn::train::{Checkpoint, Trainer};
/// use static_nn::{Dense, Parameters};
///
/// let path = std::env::temp_dir().join(format!("checkpoint-{}.safetensors", std::process::id()));
/// let (xs, ys) = ([[0.0_f32], [1.0], [2.0], [3.0]], [[1.0], [3.0], [5.0], [7.0]]);
/// let trainer = || Trainer::new(MeanSquaredError, Adam::new(0.1)).batch_size(2).shuffle(42);
///
/// let mut stopped = Dense::<f32, 1, 1>::zeroed_boxed();
/// trainer().epochs(5).checkpoint(Checkpoint::every(5, &path)).fit(&mut stopped, &xs, &ys)?;
///
/// let mut resumed = Dense::<f32, 1, 1>::zeroed_boxed();
/// let history = trainer().epochs(20).resume(&path).fit(&mut resumed, &xs, &ys)?;
/// assert_eq!(history.epochs.len(), 20);
///
/// let mut never_stopped = Dense::<f32, 1, 1>::zeroed_boxed();
/// trainer().epochs(20).fit(&mut never_stopped, &xs, &ys)?;
/// assert_eq!(resumed, never_stopped);
///
/// let error = trainer().epochs(20).batch_size(4).resume(&path).fit(&mut resumed, &xs, &ys).unwrap_err();
/// assert!(error.to_string().ends_with("belongs to another run: its batch size is 2, but here it is 4"));
/// # std::fs::remove_file(path).expect("it was there");
/// # Ok::<(), static_nn::train::TrainError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Checkpoint {
    latest: Option<(PathBuf, usize)>,
    best: Option<PathBuf>,
    monitor: Monitor,
}

#[cfg(feature = "serde")]
crate::serialize::checked! {
    Checkpoint {
        latest: Option<(PathBuf, usize)>,
        best: Option<PathBuf>,
        monitor: Monitor,
    }
    Checkpoint::check
}

impl Checkpoint {
    /// A file after every `epochs` epochs and after the last one, whether that was the last of all or early stopping's; it replaces the one
    /// before.
    #[must_use]
    pub fn every(epochs: usize, path: impl AsRef<Path>) -> Self {
        Self { latest: Some((path.as_ref().into(), epochs)), best: None, monitor: Monitor::Auto }
    }

    /// A file after every epoch that is better than all before it; it replaces the one before.
    #[must_use]
    pub fn best(path: impl AsRef<Path>) -> Self {
        Self { latest: None, best: Some(path.as_ref().into()), monitor: Monitor::Auto }
    }

    /// A second file, as [`best`](Self::best) writes it.
    #[must_use]
    pub fn and_best(mut self, path: impl AsRef<Path>) -> Self {
        self.best = Some(path.as_ref().into());
        self
    }

    /// What decides which epoch is the best; [`Monitor::Auto`] unless set.
    #[must_use]
    pub const fn monitor(mut self, monitor: Monitor) -> Self {
        self.monitor = monitor;
        self
    }

    pub(super) fn monitors(&self) -> Option<Monitor> {
        self.best.as_ref().map(|_| self.monitor)
    }

    pub(super) fn check(&self) -> Result<(), SettingError> {
        match self.latest {
            Some((_, 0)) => Err(SettingError { setting: "checkpoint.every", value: 0.0, permitted: "at least 1" }),
            _ => Ok(()),
        }
    }

    /// Checks that there are two files and directories to write them to, before hours of training and not after them.
    fn check_places(&self) -> Result<(), CheckpointError> {
        if let (Some((latest, _)), Some(best)) = (&self.latest, &self.best)
            && latest == best
        {
            return Err(CheckpointError::SamePlace { path: best.clone() });
        }
        for path in self.latest.iter().map(|(path, _)| path).chain(&self.best) {
            if file_name(path).is_none() {
                return Err(CheckpointError::NoFileName { path: path.clone() });
            }
            let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
            if !directory.is_dir() {
                return Err(CheckpointError::Directory { path: path.clone() });
            }
        }
        Ok(())
    }
}

impl From<CheckpointError> for TrainError {
    fn from(error: CheckpointError) -> Self {
        Self::Checkpoint(std::boxed::Box::new(error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_without_the_name_of_a_file_is_refused() {
        for path in ["", "..", "runs/"] {
            for checkpoint in [Checkpoint::every(1, path), Checkpoint::best(path)] {
                assert_eq!(checkpoint.check_places(), Err(CheckpointError::NoFileName { path: path.into() }));
            }
        }
        assert_eq!(Checkpoint::every(1, "run").and_best("best").check_places(), Ok(()));
    }
}
