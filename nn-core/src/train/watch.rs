//! Who is told how training goes.

use core::ops::ControlFlow;

use super::History;
use super::callback::Callback;
use super::tally::Tally;

/// The caller, who is asked after every epoch whether to go on.
pub(super) type Each<'a, N> = &'a mut (dyn FnMut(&History, &N) -> ControlFlow<()> + Send);

/// The caller, the trainer's own callback, and a progress bar if there is one.
pub(super) struct Watch<'a, N> {
    pub(super) each: Each<'a, N>,
    pub(super) on_epoch: Callback,
    #[cfg(feature = "progress")]
    pub(super) bar: Option<super::progress::Bar>,
}

impl<N> Watch<'_, N> {
    /// After every step, with what the epoch came to so far.
    #[cfg_attr(not(feature = "progress"), expect(clippy::unused_self, reason = "there is no bar"))]
    pub(super) fn step(&mut self, epoch: usize, tally: &Tally) {
        #[cfg(feature = "progress")]
        if let Some(bar) = &mut self.bar {
            bar.step(epoch, tally);
        }
        let _ = (epoch, tally);
    }

    /// After every epoch, the last one of `history`.
    pub(super) fn epoch(&mut self, history: &History, network: &N) -> ControlFlow<()> {
        #[cfg(feature = "progress")]
        if let Some((bar, epoch)) = self.bar.as_mut().zip(history.epochs.last()) {
            bar.epoch(history.epochs.len(), epoch);
        }
        // Both are called, even where the first one ends the training.
        let flow = self.on_epoch.call(history);
        if (self.each)(history, network).is_break() { ControlFlow::Break(()) } else { flow }
    }
}
