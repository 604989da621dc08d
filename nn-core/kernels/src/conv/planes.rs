//! Copies of one sample's images in which whole vectors can be read.

/// A copy of an image's rows, each with zeros before and behind it. Columns whose distance is a multiple of `phases` stand side by side.
#[derive(Clone, Copy)]
pub(super) struct Planes {
    /// Channels, rows, columns.
    pub(super) image: [usize; 3],
    /// Zeros before the first column.
    pub(super) before: usize,
    pub(super) phases: usize,
    /// Columns of each phase, zeros included.
    pub(super) columns: usize,
}

impl Planes {
    /// The values of all channels.
    pub(super) const fn len(&self) -> usize {
        self.image[0] * self.channel()
    }

    /// From one channel to the next.
    pub(super) const fn channel(&self) -> usize {
        self.phases * self.phase()
    }

    /// From one phase to the next.
    pub(super) const fn phase(&self) -> usize {
        self.image[1] * self.columns
    }

    /// Whether the image itself would do.
    pub(super) const fn is_image(&self) -> bool {
        self.before == 0 && self.phases == 1 && self.columns == self.image[2]
    }

    /// Copies `x`.
    pub(super) fn copy<T: Copy>(&self, x: &[T], zero: T, to: &mut [T]) {
        let [_, rows, columns] = self.image;
        for (x, to) in x.chunks_exact(rows * columns).zip(to.chunks_exact_mut(self.channel())) {
            for (phase, to) in to.chunks_exact_mut(self.phase()).enumerate() {
                // The first column of this phase that the image has, and its place.
                let first = self.before.saturating_sub(phase).div_ceil(self.phases);
                let from = first * self.phases + phase - self.before;
                for (x, to) in x.chunks_exact(columns).zip(to.chunks_exact_mut(self.columns)) {
                    let (before, to) = to.split_at_mut(first.min(self.columns));
                    before.fill(zero);
                    let x = x.get(from..).unwrap_or_default();
                    let count = x.len().div_ceil(self.phases).min(to.len());
                    let (to, behind) = to.split_at_mut(count);
                    if self.phases == 1 {
                        to.copy_from_slice(&x[..count]);
                    } else {
                        for (to, x) in to.iter_mut().zip(x.iter().step_by(self.phases)) {
                            *to = *x;
                        }
                    }
                    behind.fill(zero);
                }
            }
        }
    }
}
