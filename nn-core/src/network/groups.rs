//! How a batch is divided, and the gradients of its parts summed.
//!
//! A large batch is divided into groups of samples. Each group's gradient starts from zero and goes on sample by sample; the gradients
//! are then added in the order of the groups. Which samples make a group depends on the size of the batch and on the network's type alone,
//! neither on the threads nor on the workspace, and so does every rounding: the sum is the same, bit by bit, whoever computes it.

use core::mem::swap;
use core::ops::Range;

use crate::boxed::Boxed;
use crate::kernels::level;
use crate::layer::Layer;
use crate::scalar::Scalar;
use crate::threads;

/// A group has at least so many samples, if the network uses each of its parameters once for each: adding a gradient to the others then costs
/// little beside computing it.
const LEAST: usize = 128;
/// A batch has at most so many groups.
pub(super) const MOST: usize = 16;
/// Groups begin at whole blocks of either scalar.
const BLOCK: usize = 16;

/// How few samples make a group of a network `N`. Convolutions use a parameter at every place of an image.
const fn least<T: Scalar, N: Layer<T>>() -> usize {
    let uses = match N::MACS.checked_div(N::PARAMETERS) {
        Some(uses) => uses,
        None => 1,
    };
    // What a layer goes through together is not divided.
    let fewest = if N::BLOCKS > 1 { N::BLOCKS * BLOCK } else { BLOCK };
    match LEAST / if uses == 0 { 1 } else { uses } {
        least if least > fewest => least,
        _ => fewest,
    }
}

/// Into how many groups `samples` samples are divided, of at least `least` each: a power of two, which most machines can share evenly.
const fn count(samples: usize, least: usize) -> usize {
    let groups = samples / least;
    if groups < 2 {
        1
    } else if groups > MOST {
        MOST
    } else {
        1 << groups.ilog2()
    }
}

/// The same for a network: a batch whose samples depend on each other is one group.
pub(super) const fn count_for<T: Scalar, N: Layer<T>>(samples: usize) -> usize {
    if N::COUPLED { 1 } else { count(samples, least::<T, N>()) }
}

/// The samples of one of `groups` groups.
fn group(samples: usize, groups: usize, index: usize) -> Range<usize> {
    let blocks = samples.div_ceil(BLOCK);
    let start = |index: usize| samples.min(blocks * index / groups * BLOCK);
    start(index)..start(index + 1)
}

/// What some samples came to besides their gradient.
#[derive(Clone, Copy)]
pub(super) struct Sum {
    pub(super) loss: f64,
    pub(super) correct: Option<usize>,
}

impl Sum {
    pub(super) const ZERO: Self = Self { loss: 0.0, correct: Some(0) };

    fn add(self, other: Self) -> Self {
        Self { loss: self.loss + other.loss, correct: self.correct.zip(other.correct).map(|(a, b)| a + b) }
    }
}

/// The memory for the gradients of a batch.
pub(super) struct Room<'a, E, N> {
    /// Where the sum goes.
    pub(super) gradient: &'a mut Boxed<N>,
    /// The gradients of as many groups as are computed at a time.
    pub(super) parts: &'a mut [Boxed<N>],
    /// As many runs of lanes.
    pub(super) lanes: &'a mut [E],
    /// How many lanes a run has.
    pub(super) run: usize,
    /// Whether all samples are one group.
    pub(super) whole: bool,
}

/// Sums over all groups of `samples` samples what `compute` makes of one: it is handed the samples, some lanes and the
/// gradient to be written. As many groups are computed at a time as there are `threads`, and parts in the room.
pub(super) fn sum<T: Scalar, N: Layer<T>>(
    room: Room<'_, T::Lanes, N>,
    samples: usize,
    threads: usize,
    compute: impl Fn(Range<usize>, &mut [T::Lanes], &mut N) -> Sum + Sync,
) -> Sum {
    let Room { gradient, parts, lanes, run, whole } = room;
    let groups = if whole { 1 } else { count_for::<T, N>(samples) };
    if groups == 1 {
        return compute(0..samples, &mut lanes[..run], gradient);
    }
    let wave = threads.min(parts.len());
    let parts = &mut parts[..wave];
    let mut sums = [Sum::ZERO; MOST];
    threads::enter(wave, || {
        let compute =
            |index: usize, lanes: &mut [T::Lanes], grad: &mut N| compute(group(samples, groups, index), lanes, grad);
        for first in (0..groups).step_by(wave) {
            let now = wave.min(groups - first);
            // The first group's gradient is computed where the sum will be.
            let begins = first == 0;
            if begins {
                swap(gradient, &mut parts[0]);
            }
            all(first, lanes, run, &mut parts[..now], &mut sums[first..][..now], &compute);
            if begins {
                swap(gradient, &mut parts[0]);
            }
            add::<T, N>(gradient.as_mut_slice(), 0, &parts[usize::from(begins)..now], wave);
        }
    });
    sums[1..groups].iter().fold(sums[0], |sum, group| sum.add(*group))
}

/// Computes the groups from `first` on, one for each of `parts`, all at once.
fn all<E: Send, N: Send>(
    first: usize,
    lanes: &mut [E],
    run: usize,
    parts: &mut [Boxed<N>],
    sums: &mut [Sum],
    compute: &(impl Fn(usize, &mut [E], &mut N) -> Sum + Sync),
) {
    if let [part] = parts {
        sums[0] = compute(first, &mut lanes[..run], part);
        return;
    }
    let half = parts.len() / 2;
    let (left_lanes, right_lanes) = lanes.split_at_mut(half * run);
    let (left, right) = parts.split_at_mut(half);
    let (left_sums, right_sums) = sums.split_at_mut(half);
    threads::join(
        || all(first, left_lanes, run, left, left_sums, compute),
        || all(first + half, right_lanes, run, right, right_sums, compute),
    );
}

/// Values that are added before the next ones, so that the sum is read and written once, whatever the number of parts.
const PIECE: usize = 1024;

/// Adds the values from `start` on of each of `parts`, in their order, to `sum`, on `threads` threads.
fn add<T: Scalar, N: Layer<T>>(sum: &mut [T], start: usize, parts: &[Boxed<N>], threads: usize) {
    if parts.is_empty() {
        return;
    }
    if threads > 1 {
        let (here, middle) = threads::halve(threads, sum.len());
        let (left, right) = sum.split_at_mut(middle);
        threads::join(
            || add::<T, N>(left, start, parts, here),
            || add::<T, N>(right, start + middle, parts, threads - here),
        );
        return;
    }
    for (piece, sum) in sum.chunks_mut(PIECE).enumerate() {
        for part in parts {
            let part = &part.as_slice()[start + piece * PIECE..][..sum.len()];
            T::accumulate(level(), sum, part);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::vec::Vec;

    #[test]
    fn groups_are_whole_blocks_and_the_whole_batch() {
        for samples in 1..5000 {
            let groups = count(samples, LEAST);
            let ranges: Vec<_> = (0..groups).map(|index| group(samples, groups, index)).collect();
            assert_eq!((ranges[0].start, ranges[groups - 1].end), (0, samples));
            assert!(ranges.windows(2).all(|pair| pair[0].end == pair[1].start && pair[1].start % BLOCK == 0));
            assert!(groups == 1 || ranges.iter().all(|range| range.len() > LEAST - BLOCK), "{samples}: {ranges:?}");
        }
        assert_eq!(
            [1, 255, 256, 511, 512, 1024, 2048, 1 << 20].map(|samples| count(samples, LEAST)),
            [1, 1, 2, 2, 4, 8, 16, 16]
        );
    }
}
