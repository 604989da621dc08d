//! Lion.

use fearless_simd::Simd;

use super::{Rule, flush, sign};
use crate::number::Number;

/// Lion, which remembers an average of the gradient.
#[derive(Clone, Copy, Debug)]
pub struct Lion<T> {
    /// What is left of a parameter before the step.
    pub keep: T,
    /// The part of the average in the direction, and the part of the new gradient.
    pub direction: [T; 2],
    /// The part of the average that is kept, and the part of the new gradient.
    pub average: [T; 2],
    /// What is subtracted, with the sign of the direction.
    pub rate: T,
}

impl<T: Number> Rule<T, 1> for Lion<T> {
    #[inline(always)]
    fn update<S: Simd>(&self, simd: S, p: T::Native<S>, g: T::Native<S>, [m]: &mut [T::Native<S>; 1]) -> T::Native<S> {
        let direction = *m * self.direction[0] + g * self.direction[1];
        *m = flush::<S, T>(simd, *m * self.average[0] + g * self.average[1]);
        p * self.keep - sign::<S, T>(simd, direction) * self.rate
    }
}
