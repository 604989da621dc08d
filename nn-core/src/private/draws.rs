//! The random numbers of the layers of a list.

use crate::Noise;
use crate::layer::Pass;

/// The random numbers for a layer at `place` of a list: some of its own, if it `draws` any.
#[inline(always)]
#[must_use]
pub const fn noise(noise: Noise, place: u64, draws: bool) -> Noise {
    if draws { noise.branch(place) } else { noise }
}

/// The same for a run of blocks.
#[inline(always)]
#[must_use]
pub const fn pass<'a>(pass: &Pass<'a>, place: u64, draws: bool) -> Pass<'a> {
    if draws { pass.branch(place) } else { *pass }
}
