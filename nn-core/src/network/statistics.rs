//! Running statistics: how they get from the gradient into the network.
//!
//! They lie among the parameters, but none of what is done to parameters is done to them: a gradient shows zero in their
//! places, and no optimizer changes them.

use alloc::boxed::Box;

use crate::parameters::{Parameters, Path, Role};
use crate::scalar::Scalar;

/// The statistics of a network after the batch whose gradient was computed last.
#[derive(Debug)]
pub(super) struct Statistics<T> {
    /// In the order of memory.
    values: Box<[T]>,
    /// Whether the network has not been given them yet.
    fresh: bool,
}

impl<T: Scalar> Statistics<T> {
    pub(super) fn new<P: Parameters<T>>() -> Self {
        Self { values: bytemuck::zeroed_slice_box(P::STATISTICS), fresh: false }
    }

    /// Takes what the statistics of `network` are to change by out of `gradient`.
    pub(super) fn take<P: Parameters<T>>(&mut self, network: &P, gradient: &mut P) {
        if P::STATISTICS == 0 {
            return;
        }
        let (network, gradient, values) = (network.as_slice(), gradient.as_mut_slice(), &mut self.values);
        let mut count = 0;
        each::<T, P>(|place| {
            values[count] = network[place] + gradient[place];
            gradient[place] = T::ZERO;
            count += 1;
        });
        self.fresh = true;
    }

    /// Writes the statistics into `network`, once.
    pub(super) fn write<P: Parameters<T>>(&mut self, network: &mut P) {
        if P::STATISTICS == 0 || !core::mem::take(&mut self.fresh) {
            return;
        }
        let (network, values) = (network.as_mut_slice(), &self.values);
        let mut count = 0;
        each::<T, P>(|place| {
            network[place] = values[count];
            count += 1;
        });
    }
}

/// Calls `visit` with the place of every statistic among the parameters.
fn each<T: Scalar, P: Parameters<T>>(mut visit: impl FnMut(usize)) {
    let mut end = 0;
    P::tensors(&Path::ROOT, &mut |tensor| {
        let start = end;
        end += tensor.len();
        if tensor.role == Role::Statistic {
            (start..end).for_each(&mut visit);
        }
    });
}
