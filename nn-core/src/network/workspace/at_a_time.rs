//! How many samples pass through a network at a time.

use super::lanes_of_block;
use crate::layer::Layer;
use crate::scalar::Scalar;

/// Samples that are worth taking together: dense layers go through a run in pieces of so many, and gain nothing by more.
const MOST: usize = 64;

/// The part of a core's second-level cache that the activations of a run, and what passes back between layers, may fill: what processors
/// of the last ten years have, or half of it.
const CACHE_BYTES: usize = 512 * 1024;

/// Samples that pass through a network at a time: as many blocks as leave their activations and gradients in the second-level cache, at
/// least as many as a layer goes through together ([`Layer::BLOCKS`]), and at most [`MOST`] samples.
///
/// Where the parameters are more than the cache holds, every run sends them through it anew. They may then be joined by as many bytes of
/// activations: shorter runs would only read the parameters more often.
///
/// It changes no bit of a result: sums over samples go on from run to run in the order of the samples.
pub(crate) const fn samples_at_a_time<T: Scalar, N: Layer<T>>() -> usize {
    let block = lanes_of_block::<T, N>() * size_of::<T::Lanes>();
    let parameters = N::PARAMETERS * size_of::<T>();
    let bytes = if parameters > CACHE_BYTES { parameters } else { CACHE_BYTES };
    let (fewest, most) = (if N::BLOCKS > 1 { N::BLOCKS } else { 1 }, MOST / T::LANES);
    match bytes.checked_div(block) {
        Some(blocks) if blocks < fewest => fewest * T::LANES,
        Some(blocks) if blocks < most => blocks * T::LANES,
        _ => most * T::LANES,
    }
}
