//! Samples that end before the last step.

use super::BatchError;
use crate::layer::Layer;
use crate::lengths::clear_behind;
use crate::sample::Sample;
use crate::scalar::{Scalar, scalars_mut};
use crate::shape::Shape;

/// How many steps a shape has, and the values of each.
const fn extents<I: Shape>() -> (usize, usize) {
    match I::DIMS {
        [steps, features] => (*steps, *features),
        [steps] => (*steps, 1),
        _ => (1, I::LEN),
    }
}

/// Why a network takes no samples that end early, or the sample at `sample` none so long.
pub(crate) fn check<T: Scalar, N: Layer<T>, X: Sample<T, N::Input> + ?Sized>(
    sample: usize,
    x: &X,
) -> Result<(), BatchError> {
    if !X::ENDS {
        return Ok(());
    }
    if let Some(layer) = N::HEEDLESS {
        return Err(BatchError::Ends { layer });
    }
    let (length, (steps, _)) = (x.length(), extents::<N::Input>());
    if (1..=steps).contains(&length) { Ok(()) } else { Err(BatchError::Steps { sample, length, steps }) }
}

/// The values of the real steps of a sample that has been checked.
pub(crate) fn real<T: Scalar, I: Shape, X: Sample<T, I> + ?Sized>(x: &X) -> &[X::Value] {
    let values = x.values();
    if X::ENDS { &values[..values.len().min(x.length() * extents::<I>().1)] } else { values }
}

/// Writes down where the samples of a block end, and zeros behind that. The lanes behind the last sample hold a copy of it.
pub(crate) fn end<T: Scalar, I: Shape>(
    lengths_of_samples: impl Iterator<Item = usize>,
    lengths: &mut [u32],
    block: &mut [T::Lanes],
) {
    let mut last = 0;
    for (lane, length) in lengths_of_samples.enumerate() {
        lengths[lane] = u32::try_from(length).unwrap_or(u32::MAX);
        last = lane;
    }
    let length = lengths[last];
    lengths[last..].fill(length);
    clear_behind(scalars_mut::<T>(block), extents::<I>().1, lengths);
}
