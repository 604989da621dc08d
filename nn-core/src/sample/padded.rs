//! Samples that end before the last step.

use bytemuck::Zeroable;

use super::Sample;
use crate::scalar::Scalar;
use crate::shape::Stepped;

/// A sequence, or words, of which only the first steps are real: for samples of different lengths in one batch.
///
/// The steps behind its end change nothing. They are no part of what a [`Last`](crate::Last), a mean, a maximum or attention sees, the
/// reverse direction of a recurrent layer begins at the last real step, convolutions see zeros there, and no gradient comes from them. So the
/// answer is that of a network that is declared with so many steps. What comes out of the network behind the end means nothing.
///
/// Batches take them, and data sets. One sample alone has a batch of its own: `net.forward_batch(&[x], &mut ys)`.
///
/// # Examples
///
/// ```
/// use static_nn::bytemuck::Zeroable;
/// use static_nn::{D2, MeanOverTime, Padded, network};
///
/// // Three steps of one feature, with what they should be filled up with.
/// let xs = [Padded { values: [[1.0_f32], [2.0], [9.0]], length: 2 }, Padded { values: [[1.0], [2.0], [9.0]], length: 3 }];
/// type Mean = MeanOverTime<D2<3, 1, 3>>;
/// let mut buffer = vec![Zeroable::zeroed(); network::block_len::<f32, Mean>()];
/// let mut means = [[0.0]; 2];
/// network::forward_batch_with(&Mean::new(), &mut buffer, &xs, &mut means)?;
/// assert_eq!(means, [[1.5], [4.0]]);
/// // What is missing behind them is filled up.
/// assert_eq!(Padded::<[[f32; 1]; 3]>::of(&[[1.0], [2.0]]).unwrap().values, [[1.0], [2.0], [0.0]]);
/// # Ok::<(), network::BatchError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Padded<X> {
    /// As many steps as the network takes; what stands behind the end does not matter.
    pub values: X,
    /// How many steps are real: at least one, and at most all.
    pub length: usize,
}

impl<E: Zeroable + Copy, const STEPS: usize> Padded<[E; STEPS]> {
    /// These steps, and zeros behind them; `None` if there are more than the network takes, or none at all.
    #[must_use]
    pub fn of(steps: &[E]) -> Option<Self> {
        if steps.is_empty() {
            return None;
        }
        let mut values = [E::zeroed(); STEPS];
        values.get_mut(..steps.len())?.copy_from_slice(steps);
        Some(Self { values, length: steps.len() })
    }
}

#[diagnostic::do_not_recommend]
impl<T: Scalar, S: Stepped, X: Sample<T, S>> Sample<T, S> for Padded<X> {
    type Value = X::Value;
    const ENDS: bool = true;

    #[inline(always)]
    fn values(&self) -> &[X::Value] {
        self.values.values()
    }

    #[inline(always)]
    fn length(&self) -> usize {
        self.length
    }
}
