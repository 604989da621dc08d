//! A run as a file.

use std::boxed::Box;
use std::format;
use std::string::String;
use std::vec::Vec;

use super::super::Epoch;
use super::super::early_stopping::Stopping;
use crate::io::safetensors::{Layout, Opened, Tensors};
use crate::io::{ReadError, WriteError};
use crate::parameters::Path;
use crate::scalar::Scalar;
use crate::schedule::Schedule;

const STEPS: &str = "@steps";
const HISTORY: &str = "@history";
const SCHEDULE: &str = "@schedule";
const EARLY_STOPPING: &str = "@early_stopping";
const BEST: &str = "@best";

/// The name before those of what the optimizer remembers.
fn optimizer(run: usize) -> String {
    format!("@optimizer.{run}")
}

/// A run between two epochs.
pub(super) struct Snapshot<'a, T> {
    pub(super) parameters: &'a [T],
    pub(super) memory: &'a [T],
    pub(super) steps: u64,
    pub(super) schedule: &'a dyn Schedule,
    pub(super) stopping: Option<&'a Stopping<T>>,
    pub(super) epochs: &'a [Epoch],
}

impl<T: Scalar> Snapshot<'_, T> {
    /// The bytes of the file.
    pub(super) fn to_bytes(&self, layout: Layout, identity: &str) -> Result<Vec<u8>, WriteError> {
        let mut file = Tensors::default();
        file.parameters(layout, &Path::ROOT, self.parameters)?;
        for (run, memory) in self.memory.chunks_exact(layout.parameters.max(1)).enumerate() {
            file.parameters(layout, &Path::ROOT.join(&optimizer(run)), memory)?;
        }
        file.count(STEPS, self.steps);
        file.numbers(HISTORY, &self.epochs.iter().map(to_row).collect::<Vec<_>>());
        let mut state = Vec::new();
        self.schedule.save_state(&mut |number| state.push([number]));
        if !state.is_empty() {
            file.numbers(SCHEDULE, &state);
        }
        if let Some(stopping) = self.stopping {
            file.numbers(EARLY_STOPPING, &[[stopping.best, stopping.waited as f64, stopping.epoch as f64]]);
            file.parameters(layout, &Path::ROOT.join(BEST), &stopping.weights)?;
        }
        file.to_bytes(identity)
    }
}

/// A row of the history; what was not measured is NaN, which nothing that was measured is.
fn to_row(epoch: &Epoch) -> [f64; 6] {
    let Epoch { loss, accuracy, validation_loss, validation_accuracy, learning_rate, seconds } = *epoch;
    let or_nan = |value: Option<f64>| value.unwrap_or(f64::NAN);
    [loss, or_nan(accuracy), or_nan(validation_loss), or_nan(validation_accuracy), learning_rate, seconds]
}

fn from_row([loss, accuracy, validation_loss, validation_accuracy, learning_rate, seconds]: [f64; 6]) -> Epoch {
    let measured = |value: f64| Some(value).filter(|value| !value.is_nan());
    Epoch {
        loss,
        accuracy: measured(accuracy),
        validation_loss: measured(validation_loss),
        validation_accuracy: measured(validation_accuracy),
        learning_rate,
        seconds,
    }
}

/// What a file says of a run.
pub(super) struct Contents<T> {
    pub(super) parameters: Vec<T>,
    pub(super) memory: Box<[T]>,
    pub(super) steps: u64,
    pub(super) schedule: Vec<f64>,
    /// The best value, how long it has been waited, the best epoch, and its parameters.
    pub(super) stopping: Option<([f64; 3], Box<[T]>)>,
    pub(super) epochs: Vec<Epoch>,
}

/// What a file says beside the parameters, of a run whose optimizer remembers so many runs of them.
pub(super) fn contents<T: Scalar>(
    file: &Opened<'_>,
    layout: Layout,
    parameters: Vec<T>,
    runs: usize,
) -> Result<Contents<T>, ReadError> {
    let mut memory: Box<[T]> = bytemuck::zeroed_slice_box(runs * layout.parameters);
    for (run, memory) in memory.chunks_exact_mut(layout.parameters.max(1)).enumerate() {
        file.parameters(layout, &Path::ROOT.join(&optimizer(run)), memory)?;
    }
    let schedule = if file.has(SCHEDULE) { file.numbers::<1>(SCHEDULE)?.into_flattened() } else { Vec::new() };
    let stopping = if file.has(EARLY_STOPPING) {
        let mut weights: Box<[T]> = bytemuck::zeroed_slice_box(layout.parameters);
        file.parameters(layout, &Path::ROOT.join(BEST), &mut weights)?;
        file.numbers::<3>(EARLY_STOPPING)?.first().map(|numbers| (*numbers, weights))
    } else {
        None
    };
    let epochs = file.numbers::<6>(HISTORY)?.into_iter().map(from_row).collect();
    Ok(Contents { parameters, memory, steps: file.count(STEPS)?, schedule, stopping, epochs })
}
