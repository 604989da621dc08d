//! How the samples of an epoch are divided into steps.

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
}

impl Batches {
    pub(super) const DEFAULT: Self = Self { size: 32, accumulate: 1, drop_last: false };

    /// Whether there is at least one step in an epoch of `samples` samples.
    pub(super) fn check(&self, samples: usize) -> Result<(), SettingError> {
        for (setting, value) in [("batch_size", self.size), ("accumulate", self.accumulate)] {
            if value == 0 {
                return Err(SettingError { setting, value: 0.0, permitted: "at least 1" });
            }
        }
        if self.drop_last && self.size > samples {
            let permitted = "at most the number of training samples with `drop_last`: no batch would be left";
            return Err(SettingError { setting: "batch_size", value: self.size as f64, permitted });
        }
        Ok(())
    }

    /// Whether a batch of an epoch of `samples` samples is a single sample.
    pub(super) const fn leave_one(&self, samples: usize) -> bool {
        let used = self.used(samples);
        used == 1 || self.size == 1 || (self.size > 0 && used % self.size == 1)
    }

    /// How many of `samples` samples an epoch takes.
    pub(super) const fn used(&self, samples: usize) -> usize {
        if self.drop_last && self.size > 0 { samples - samples % self.size } else { samples }
    }

    /// Samples of a full step.
    const fn stride(&self) -> usize {
        self.size.saturating_mul(self.accumulate)
    }

    /// The steps of an epoch of `samples` samples.
    pub(super) const fn steps(&self, samples: usize) -> usize {
        if self.stride() == 0 { 0 } else { self.used(samples).div_ceil(self.stride()) }
    }

    /// The samples of one step, by their place in the order of the epoch.
    pub(super) fn step(&self, samples: usize, step: usize) -> Range<usize> {
        let start = step.saturating_mul(self.stride());
        start..self.used(samples).min(start.saturating_add(self.stride()))
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
    use std::vec::Vec;

    fn all(size: usize, accumulate: usize, drop_last: bool) -> Vec<Vec<Range<usize>>> {
        let batches = Batches { size, accumulate, drop_last };
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
        let leave_one = |size, drop_last, samples| Batches { size, accumulate: 1, drop_last }.leave_one(samples);
        assert_eq!([leave_one(3, false, 10), leave_one(3, true, 10), leave_one(5, false, 10)], [true, false, false]);
        assert_eq!([leave_one(1, true, 10), leave_one(32, false, 1), leave_one(32, false, 10)], [true, true, false]);
    }

    #[test]
    fn an_epoch_without_a_step_is_refused() {
        let setting =
            |size, accumulate, drop_last| Batches { size, accumulate, drop_last }.check(10).map_err(|e| e.setting);
        assert_eq!(setting(0, 1, false), Err("batch_size"));
        assert_eq!(setting(1, 0, false), Err("accumulate"));
        assert_eq!(setting(11, 1, true), Err("batch_size"));
        assert_eq!([setting(10, 9, true), setting(11, 1, false)], [Ok(()); 2]);
    }
}
