//! A run back from the disk.

use core::any::type_name;
use std::boxed::Box;
use std::path::Path;
use std::string::ToString;

use super::super::early_stopping::Stopping;
use super::super::run::Run;
use super::super::{TrainError, Trainer};
use super::file::{self, Contents};
use super::identity::{difference, identity};
use super::{CheckpointError, Saver};
use crate::io::safetensors::{Layout, Opened, bounded, read_parameters};
use crate::layer::Layer;
use crate::loss::Loss;
use crate::optim::{Optimizer, State};
use crate::sample::Sample;
use crate::scalar::Scalar;
use crate::schedule::whole;

impl<L, O: Optimizer, V> Trainer<L, O, V> {
    /// The run as it stood in the file to go on from, if there is one, and ready to write files, if it shall.
    pub(in super::super) fn restored<'a, T, N, X, Y>(
        &'a self,
        mut run: Run<'a, T, N, L, O, X, Y>,
        samples: usize,
        validation: Option<usize>,
    ) -> Result<Run<'a, T, N, L, O, X, Y>, TrainError>
    where
        T: Scalar,
        N: Layer<T>,
        L: Loss<T, N::Output, Y>,
        X: Sample<T, N::Input>,
        Y: Sync,
    {
        if self.settings.checkpoint.is_none() && self.settings.resume.is_none() {
            return Ok(run);
        }
        let identity = identity(self, type_name::<N>(), &run.workspace.frozen(), samples, validation);
        if let Some(settings) = &self.settings.checkpoint {
            settings.check_places()?;
        }
        if let Some(path) = &self.settings.resume {
            let bounds = (self.optimizer.runs(), self.settings.epochs);
            let contents = read::<T>(path, &identity, Layout::of::<T, N>(), bounds)?;
            let (done, epochs) = (contents.epochs.len(), self.settings.epochs);
            if done > epochs {
                return Err(CheckpointError::Epochs { path: path.clone(), done, epochs }.into());
            }
            run.restore(path, contents)?;
        }
        run.saver = self.settings.checkpoint.as_ref().map(|settings| {
            let mut saver = Saver::new(settings, identity);
            for epoch in &run.history.epochs {
                saver.improves(&epoch.into());
            }
            saver
        });
        Ok(run)
    }
}

/// Everything that is in a file, once it is clear that it belongs to this run.
fn read<T: Scalar>(
    path: &Path,
    identity: &str,
    layout: Layout,
    (runs, epochs): (usize, usize),
) -> Result<Contents<T>, CheckpointError> {
    let content = |error| CheckpointError::Content { path: path.into(), error };
    let bytes = bounded::read(path, layout.parameters, epochs)?;
    let opened = Opened::new(&bytes).map_err(content)?;
    let Some(text) = opened.text() else { return Err(CheckpointError::NoRun { path: path.into() }) };
    let parameters = read_parameters(layout, &bytes).map_err(content)?;
    if let Some((setting, expected, found)) = difference(identity, text) {
        let (setting, expected, found) = (setting.to_string(), expected.to_string(), found.to_string());
        return Err(CheckpointError::AnotherRun { path: path.into(), setting, expected, found });
    }
    file::contents(&opened, layout, parameters, runs).map_err(content)
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
    /// Goes to where a run stood; on an error the network is as it was.
    fn restore(&mut self, path: &Path, contents: Contents<T>) -> Result<(), CheckpointError> {
        let damaged = |what| CheckpointError::Damaged { path: path.into(), what };
        let Contents { parameters, memory, steps, schedule, stopping, epochs } = contents;
        if steps != (epochs.len() * self.steps()) as u64 {
            return Err(damaged("the number of steps"));
        }
        let mut numbers = schedule.into_iter();
        self.descent.schedule.load_state(&mut || numbers.next()).ok_or_else(|| damaged("the state of the schedule"))?;
        match (&mut self.stopping, stopping) {
            (Some(own), Some((numbers, weights))) => {
                restore_stopping(own, epochs.len(), numbers, weights)
                    .ok_or_else(|| damaged("the state of early stopping"))?;
            }
            (None, None) => {}
            _ => return Err(damaged("the state of early stopping")),
        }
        for _ in &epochs {
            self.shuffle();
        }
        self.descent.state = State::resumed(memory, steps);
        self.history.epochs = epochs;
        self.network.as_mut_slice().copy_from_slice(&parameters);
        Ok(())
    }
}

fn restore_stopping<T>(own: &mut Stopping<T>, epochs: usize, numbers: [f64; 3], weights: Box<[T]>) -> Option<()> {
    let [best, waited, epoch] = numbers;
    let within = |count: f64| usize::try_from(whole(count)?).ok().filter(|count| *count <= epochs);
    (own.waited, own.epoch) = (within(waited)?, within(epoch)?);
    (own.best, own.weights) = (best, weights);
    Some(())
}
