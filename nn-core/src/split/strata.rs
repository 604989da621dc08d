//! The samples of each class.

use alloc::vec::Vec;

use super::SplitError;
use crate::class::Class;
use crate::init::Rng;

/// The samples of one class.
pub(super) struct Stratum {
    class: i128,
    pub(super) samples: Vec<usize>,
}

/// The samples of each class in an order drawn at random, the classes in the order in which they first occur. Every class has
/// at least `needed` samples.
pub(super) fn strata(classes: &[impl Class], needed: usize, rng: &mut Rng) -> Result<Vec<Stratum>, SplitError> {
    let mut order: Vec<usize> = (0..classes.len()).collect();
    order.sort_by_key(|sample| classes[*sample].number());
    let mut strata: Vec<Stratum> = order
        .chunk_by(|a, b| classes[*a].number() == classes[*b].number())
        .map(|samples| Stratum { class: classes[samples[0]].number(), samples: samples.into() })
        .collect();
    if let Some(Stratum { class, samples }) = strata.iter().find(|stratum| stratum.samples.len() < needed) {
        return Err(SplitError::Class { class: *class, members: samples.len(), needed });
    }
    // The sort has left each class's samples in order, so its first one is where it first occurs.
    strata.sort_by_key(|stratum| stratum.samples[0]);
    for stratum in &mut strata {
        rng.shuffle(&mut stratum.samples);
    }
    Ok(strata)
}
