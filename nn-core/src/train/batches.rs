//! How the samples of an epoch are divided into steps.

use alloc::vec::Vec;
use core::ops::Range;

use crate::optim::SettingError;

/// Batches, and how many of them make a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Batches {
    pub(super) size: usize,
    /// Batches whose gradients are averaged for one step.
    pub(super) accumulate: usize,
    /// Whether samples that do not fill a batch are left out.
    pub(super) drop_last: bool,
    /// The windows of a signal, which are samples one behind the other; a sample by itself is one. Above, signals are counted.
    pub(super) windows: usize,
}

impl Batches {
    pub(super) const DEFAULT: Self = Self { size: 32, accumulate: 1, drop_last: false, windows: 1 };

    /// Whether there is at least one step in an epoch of `samples` samples.
    pub(super) fn check(&self, samples: usize) -> Result<(), SettingError> {
        for (setting, value) in [("batch_size", self.size), ("accumulate", self.accumulate), ("stateful", self.windows)]
        {
            if value == 0 {
                return Err(SettingError { setting, value: 0.0, permitted: "at least 1" });
            }
        }
        if self.windows > 1 && self.accumulate > 1 {
            let permitted = "1 with `stateful`, where each window has a step of its own";
            return Err(SettingError { setting: "accumulate", value: self.accumulate as f64, permitted });
        }
        if self.drop_last && self.size > self.signals(samples) {
            let permitted = "at most the number of training samples with `drop_last`: no batch would be left";
            return Err(SettingError { setting: "batch_size", value: self.size as f64, permitted });
        }
        Ok(())
    }

    /// How many signals these samples are.
    const fn signals(&self, samples: usize) -> usize {
        match samples.checked_div(self.windows) {
            Some(signals) => signals,
            None => 0,
        }
    }

    /// Whether a batch of an epoch of `samples` samples is a single sample.
    pub(super) const fn leave_one(&self, samples: usize) -> bool {
        let used = self.used(samples);
        used == 1 || self.size == 1 || (self.size > 0 && used % self.size == 1)
    }

    /// How many signals of `samples` samples an epoch takes.
    const fn used(&self, samples: usize) -> usize {
        let signals = self.signals(samples);
        if self.drop_last && self.size > 0 { signals - signals % self.size } else { signals }
    }

    /// Signals of a full step.
    const fn stride(&self) -> usize {
        self.size.saturating_mul(self.accumulate)
    }

    /// The steps of an epoch of `samples` samples.
    pub(super) const fn steps(&self, samples: usize) -> usize {
        if self.stride() == 0 { 0 } else { self.used(samples).div_ceil(self.stride()) * self.windows }
    }

    /// The samples of one step, by their place in the order of the epoch: those of one window of each signal.
    pub(super) fn step(&self, samples: usize, step: usize) -> Range<usize> {
        let (batch, window) = (step / self.windows, step % self.windows);
        let first = batch.saturating_mul(self.stride());
        let signals = self.used(samples).saturating_sub(first).min(self.stride());
        let start = first.saturating_mul(self.windows) + window * signals;
        start..start + signals
    }

    /// Whether the samples of this step are the beginning of their signals.
    pub(super) const fn begins(&self, step: usize) -> bool {
        step.is_multiple_of(self.windows)
    }

    /// Writes to `order` the places of all samples: those of the signals in their order, a window of each in a batch after the other.
    pub(super) fn arrange(&self, signals: &[u32], order: &mut Vec<u32>) {
        order.clear();
        // There are less than 2^32 samples.
        let windows = u32::try_from(self.windows).unwrap_or(u32::MAX);
        for batch in signals.chunks(self.size) {
            for window in 0..windows {
                order.extend(batch.iter().map(|signal| signal * windows + window));
            }
        }
    }

    /// The batches of one step.
    pub(super) fn of(self, step: Range<usize>) -> impl Iterator<Item = Range<usize>> {
        let end = step.end;
        step.step_by(self.size).map(move |start| start..end.min(start.saturating_add(self.size)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::vec;

    fn all(size: usize, accumulate: usize, drop_last: bool) -> Vec<Vec<Range<usize>>> {
        let batches = Batches { size, accumulate, drop_last, windows: 1 };
        (0..batches.steps(10)).map(|step| batches.of(batches.step(10, step)).collect()).collect()
    }

    #[test]
    #[expect(clippy::single_range_in_vec_init, reason = "a step may have a single batch")]
    fn steps_are_runs_of_batches() {
        assert_eq!(all(4, 1, false), [[0..4], [4..8], [8..10]]);
        assert_eq!(all(4, 1, true), [[0..4], [4..8]]);
        assert_eq!(all(3, 2, false), [[0..3, 3..6], [6..9, 9..10]]);
        assert_eq!(all(3, 2, true), [vec![0..3, 3..6], vec![6..9]]);
        assert_eq!(all(4, 2, false), [vec![0..4, 4..8], vec![8..10]]);
        assert_eq!(all(usize::MAX, 3, false), [[0..10]]);
        assert_eq!(all(1, 1, true).len(), 10);
    }

    #[test]
    fn a_batch_of_one_is_found() {
        let leave_one =
            |size, drop_last, samples| Batches { size, accumulate: 1, drop_last, windows: 1 }.leave_one(samples);
        assert_eq!([leave_one(3, false, 10), leave_one(3, true, 10), leave_one(5, false, 10)], [true, false, false]);
        assert_eq!([leave_one(1, true, 10), leave_one(32, false, 1), leave_one(32, false, 10)], [true, true, false]);
    }

    #[test]
    fn an_epoch_without_a_step_is_refused() {
        let check = |batches: Batches| batches.check(10).map_err(|e| e.setting);
        let setting = |size, accumulate, drop_last| check(Batches { size, accumulate, drop_last, windows: 1 });
        assert_eq!(setting(0, 1, false), Err("batch_size"));
        assert_eq!(setting(1, 0, false), Err("accumulate"));
        assert_eq!(setting(11, 1, true), Err("batch_size"));
        assert_eq!([setting(10, 9, true), setting(11, 1, false)], [Ok(()); 2]);
        let windows = |windows, accumulate| check(Batches { size: 4, accumulate, drop_last: true, windows });
        assert_eq!(
            [windows(0, 1), windows(5, 2), windows(5, 1)],
            [Err("stateful"), Err("accumulate"), Err("batch_size")]
        );
        assert_eq!(windows(2, 1), Ok(()));
    }

    #[test]
    fn signals_go_through_window_by_window() {
        let all = |drop_last| {
            let batches = Batches { size: 2, accumulate: 1, drop_last, windows: 4 };
            let mut order = vec![];
            batches.arrange(&[2, 0, 1], &mut order);
            let steps = 0..batches.steps(12);
            let samples = steps.clone().map(|step| order[batches.step(12, step)].to_vec()).collect::<Vec<_>>();
            (samples, steps.filter(|step| batches.begins(*step)).collect::<Vec<_>>())
        };
        let whole = vec![vec![8, 0], vec![9, 1], vec![10, 2], vec![11, 3], vec![4], vec![5], vec![6], vec![7]];
        assert_eq!(all(true), (whole[..4].to_vec(), vec![0]));
        assert_eq!(all(false), (whole, vec![0, 4]));
    }
}
