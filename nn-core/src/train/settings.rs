//! The settings of a training run that depend on no type.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use super::batches::Batches;
use super::callback::Callback;
use super::clip::Clip;
use super::data;
use super::early_stopping::EarlyStopping;
use super::scheduled::Scheduled;
use crate::optim::{MaxNorm, SettingError};

/// All settings of a [`Trainer`](super::Trainer) but loss, optimizer and validation samples.
#[derive(Clone, Debug)]
pub(super) struct Settings {
    pub(super) schedule: Scheduled,
    pub(super) pace: Pace,
    pub(super) epochs: usize,
    pub(super) batches: Batches,
    pub(super) seed: Option<u64>,
    pub(super) clip: Clip,
    pub(super) max_norm: Option<MaxNorm>,
    pub(super) early_stopping: Option<EarlyStopping>,
    /// The part of the samples that is set aside for validation.
    pub(super) split: Option<f64>,
    /// How much each sample counts, one for each that `fit` is given.
    pub(super) sample_weights: Option<Box<[f64]>>,
    /// Names and patterns of what is not to be trained.
    pub(super) freeze: Vec<String>,
    pub(super) on_epoch: Callback,
    #[cfg(feature = "std")]
    pub(super) checkpoint: Option<super::Checkpoint>,
    #[cfg(feature = "std")]
    pub(super) resume: Option<std::path::PathBuf>,
    #[cfg(feature = "progress")]
    pub(super) progress: bool,
}

/// What a schedule counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pace {
    Epochs,
    Steps,
}

impl Settings {
    pub(super) const DEFAULT: Self = Self {
        schedule: Scheduled::NONE,
        pace: Pace::Epochs,
        epochs: 1,
        batches: Batches::DEFAULT,
        seed: None,
        clip: Clip { value: None, norm: None },
        max_norm: None,
        early_stopping: None,
        split: None,
        sample_weights: None,
        freeze: Vec::new(),
        on_epoch: Callback::NONE,
        #[cfg(feature = "std")]
        checkpoint: None,
        #[cfg(feature = "std")]
        resume: None,
        #[cfg(feature = "progress")]
        progress: false,
    };

    /// Checks all of them, as far as that can be done without the samples.
    pub(super) fn check(&self) -> Result<(), SettingError> {
        self.schedule.get().check()?;
        if self.epochs == 0 {
            return Err(SettingError { setting: "epochs", value: 0.0, permitted: "at least 1" });
        }
        self.batches.check(usize::MAX)?;
        self.clip.check()?;
        self.max_norm.map_or(Ok(()), |max_norm| max_norm.check())?;
        self.early_stopping.map_or(Ok(()), |early_stopping| early_stopping.check())?;
        #[cfg(feature = "std")]
        if let Some(checkpoint) = &self.checkpoint {
            checkpoint.check()?;
        }
        self.split.map_or(Ok(()), data::check_split)
    }
}
