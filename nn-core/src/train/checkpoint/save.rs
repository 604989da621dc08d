//! A run on its way to the disk.

use std::path::Path;
use std::string::{String, ToString};

use super::super::TrainError;
use super::super::run::Run;
use super::file::Snapshot;
use super::{Checkpoint, CheckpointError};
use crate::io::replace::replace;
use crate::io::safetensors::Layout;
use crate::layer::Layer;
use crate::loss::Loss;
use crate::optim::Optimizer;
use crate::sample::Sample;
use crate::scalar::Scalar;
use crate::schedule::Measures;

/// Where and when a run is written, and how good its best epoch was.
pub(in super::super) struct Saver<'a> {
    pub(super) settings: &'a Checkpoint,
    pub(super) identity: String,
    pub(super) best: f64,
}

impl<'a> Saver<'a> {
    pub(super) fn new(settings: &'a Checkpoint, identity: String) -> Self {
        Self { settings, identity, best: settings.monitor.worst() }
    }

    /// Whether an epoch is better than all before it.
    pub(super) fn improves(&mut self, measures: &Measures) -> bool {
        let monitor = self.settings.monitor;
        let better = monitor.of(measures).filter(|value| monitor.is_better(*value, self.best));
        self.best = better.unwrap_or(self.best);
        better.is_some()
    }
}

impl<T, N, L, O, X, Y> Run<'_, T, N, L, O, X, Y>
where
    T: Scalar,
    N: Layer<T>,
    L: Loss<T, N::Output, Y>,
    O: Optimizer,
    X: Sample<T, N::Input>,
    Y: Sync,
{
    /// Writes the files that are due after an epoch, which may be the `last`.
    pub(in super::super) fn save(&mut self, last: bool) -> Result<(), TrainError> {
        let (Some(saver), Some(epoch)) = (&mut self.saver, self.history.epochs.last()) else { return Ok(()) };
        let number = self.history.epochs.len();
        let improves = saver.improves(&epoch.into());
        let best = saver.settings.best.as_deref().filter(|_| improves);
        let due = |every: usize| last || number.is_multiple_of(every);
        let latest = saver.settings.latest.as_ref().filter(|(_, every)| due(*every)).map(|(path, _)| &**path);
        if best.is_none() && latest.is_none() {
            return Ok(());
        }
        let snapshot = Snapshot {
            parameters: self.network.as_slice(),
            memory: self.descent.state.memory(),
            steps: self.descent.state.steps(),
            schedule: &*self.descent.schedule,
            stopping: self.stopping.as_ref(),
            epochs: &self.history.epochs,
        };
        let written = write(&snapshot, Layout::of::<T, N>(), &saver.identity, [best, latest]);
        Ok(written.map_err(|reason| CheckpointError::Write { epoch: number, reason })?)
    }
}

/// Writes a run to these places.
fn write<T: Scalar>(
    snapshot: &Snapshot<'_, T>,
    layout: Layout,
    identity: &str,
    places: [Option<&Path>; 2],
) -> Result<(), String> {
    let bytes = snapshot.to_bytes(layout, identity).map_err(|error| error.to_string())?;
    let mut places = places.into_iter().flatten();
    places.try_for_each(|path| replace(path, &bytes)).map_err(|error| error.to_string())
}
