//! One side of an image: which of its places a window takes.

/// Places along one side, rows or columns. Place `j` takes from the source `j * stride + tap * dilation + origin` for each of its taps, as
/// far as the source has that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Side {
    /// How many places there are.
    pub(crate) count: usize,
    pub(crate) taps: usize,
    pub(crate) stride: usize,
    pub(crate) dilation: usize,
    pub(crate) origin: isize,
    /// How many the source has.
    pub(crate) extent: usize,
}

impl Side {
    /// The taps of place `place` that the source has: from the first to before the last.
    #[inline(always)]
    pub(crate) const fn range(&self, place: usize) -> [usize; 2] {
        let at = self.at(place);
        let dilation = self.dilation;
        let from = if at < 0 { at.unsigned_abs().div_ceil(dilation) } else { 0 };
        let beyond = self.extent.cast_signed() - at;
        let to = if beyond > 0 { beyond.unsigned_abs().div_ceil(dilation) } else { 0 };
        let to = if to < self.taps { to } else { self.taps };
        [if from < to { from } else { to }, to]
    }

    /// The places that have all taps: from the first to before the last.
    #[inline(always)]
    pub(crate) const fn inside(&self) -> [usize; 2] {
        let stride = self.stride;
        let from = if self.origin < 0 { self.origin.unsigned_abs().div_ceil(stride) } else { 0 };
        let reach = self.taps.saturating_sub(1) * self.dilation;
        let room = self.extent.cast_signed() - reach.cast_signed() - self.origin;
        let to = if room > 0 { room.unsigned_abs().div_ceil(stride) } else { 0 };
        let to = if to < self.count { to } else { self.count };
        [if from < to { from } else { to }, to]
    }

    /// The places in runs of such as have the same taps, each from the first to before the last: those inside together, others alone.
    #[inline(always)]
    pub(crate) fn alike(&self) -> impl Iterator<Item = [usize; 2]> {
        let (inside, count) = (self.inside(), self.count);
        let mut from = 0;
        core::iter::from_fn(move || {
            let to = if from >= inside[0] && from < inside[1] { inside[1] } else { from + 1 };
            let run = [from, to];
            from = to;
            (run[0] < count).then_some(run)
        })
    }

    /// Whether all places have all taps.
    pub(crate) const fn is_whole(&self) -> bool {
        let [from, to] = self.inside();
        from == 0 && to == self.count
    }

    /// The places to which `tap` brings something: from the first to before the last.
    #[inline(always)]
    pub(crate) const fn of_tap(&self, tap: usize) -> [usize; 2] {
        Self { taps: 1, origin: self.origin + (tap * self.dilation).cast_signed(), ..*self }.inside()
    }

    /// Where the source has the first tap of place `place`, if it has it.
    #[inline(always)]
    pub(crate) const fn at(&self, place: usize) -> isize {
        (place * self.stride).cast_signed() + self.origin
    }
}
